"""Where the rows are: in a PostgreSQL that the environment names, else in an SQLite file of the data directory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

# Seconds that a thread keeps its connection: opening one takes longer than a query, and the last one of SQLite to
# close writes the log back to the file, with two flushes of the disk.
KEPT = 60
LONGEST_WAIT = 20  # seconds for others who write; afterwards the page says so, with what was typed


def database(url: str, directory: Path) -> dict[str, Any]:
    """Return the settings of the PostgreSQL at `url`, or of SQLite where it is empty."""
    if not url:
        return sqlite(directory)
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured("DATABASE_URL phải có dạng postgresql://người-dùng:mật-khẩu@máy:cổng/tên.")
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=KEPT, conn_health_checks=True))
    options = found.setdefault("OPTIONS", {})
    # Those of the address stand behind ours, so that another limit in them holds.
    options["options"] = f"-c lock_timeout={LONGEST_WAIT}s {options.get('options', '')}".strip()
    return found


def sqlite(directory: Path) -> dict[str, Any]:
    """Return the settings of SQLite: who writes queues up at the start of a transaction, and does not fail in it."""
    return {
        "ENGINE": "pbgdpl.lib.sqlite",
        "NAME": directory / "pbgdpl.sqlite3",
        "CONN_MAX_AGE": KEPT,
        "OPTIONS": {
            "timeout": LONGEST_WAIT,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
        },
    }
