"""A site of its own for the run: an empty SQLite database, one department with the year, one with ten times it."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import django
from django.core.management import call_command

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "report-2024.txt"
TIMES = 10


def open_site(*, database_url: str = "") -> None:
    """Set Django up on a database that is gone when the run ends: SQLite, unless another is named."""
    folder = tempfile.mkdtemp(prefix="pbgdpl-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ.update(
        PBGDPL_DATA_DIR=folder,
        PBGDPL_DEBUG="0",
        DJANGO_SETTINGS_MODULE="pbgdpl.settings",
        DATABASE_URL=database_url,
    )
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def tenfold(document):
    """Return the document with its body ten times over."""
    return replace(document, body=document.body * TIMES)
