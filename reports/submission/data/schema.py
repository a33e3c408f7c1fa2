"""The JSON Schemas of submitted data: each version stays, because its files do."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

SCHEMAS = Path(settings.BASE_DIR, "docs", "schema")
VERSION = 1  # of what is written now


def schema_name(version: int) -> str:
    return f"report-{version}"


def schema_of(version: int) -> bytes | None:
    """Return the schema of a version as JSON, None where there is none."""
    try:
        return (SCHEMAS / f"{schema_name(version)}.json").read_bytes()
    except OSError:
        return None
