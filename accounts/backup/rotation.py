"""Dated archives in a directory, of which the last of some days and of some weeks are kept."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Hashable
from datetime import datetime
from pathlib import Path

from django.utils import timezone

NAME = "pbgdpl-%Y%m%d-%H%M%S.backup"
DATED = re.compile(r"pbgdpl-\d{8}-\d{6}\.backup", re.ASCII)
ABANDONED = re.compile(rf"{DATED.pattern}\.\w+\.new", re.ASCII)  # of a backup that was killed
ABANDONED_AFTER = 24 * 3600  # seconds


def dated_path(directory: Path) -> Path:
    return directory / f"{timezone.localtime():{NAME}}"


def rotate(directory: Path, *, days: int, weeks: int) -> list[Path]:
    """Delete all archives but the last of each of the newest days and weeks that have one; return those deleted.

    The newest one always stays, and so does every file with another name.
    """
    dated = {path: made for path in directory.iterdir() if (made := _made_at(path))}
    newest_first = sorted(dated, key=lambda path: dated[path], reverse=True)
    kept = {*newest_first[:1]}
    kept |= _last_of_each(newest_first, lambda path: dated[path].date(), days)
    kept |= _last_of_each(newest_first, lambda path: dated[path].isocalendar()[:2], weeks)
    old = [path for path in newest_first if path not in kept]
    for path in (*old, *_abandoned(directory)):
        path.unlink(missing_ok=True)
    return old


def _made_at(path: Path) -> datetime | None:
    if not DATED.fullmatch(path.name):
        return None
    try:
        return datetime.strptime(path.name, NAME)  # noqa: DTZ007 (local time, as it was written)
    except ValueError:
        return None


def _last_of_each(newest_first: list[Path], span: Callable[[Path], Hashable], count: int) -> set[Path]:
    last: dict[Hashable, Path] = {}
    for path in newest_first:
        last.setdefault(span(path), path)
    return set(list(last.values())[:count])


def _abandoned(directory: Path) -> list[Path]:
    before = time.time() - ABANDONED_AFTER
    return [
        path
        for path in directory.iterdir()
        if ABANDONED.fullmatch(path.name) and path.stat().st_mtime < before
    ]
