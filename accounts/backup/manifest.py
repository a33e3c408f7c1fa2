"""The manifest of an archive: when and from what it was made, and each table and file with its size and SHA-256."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from accounts.backup.archive import Damaged, Member
from accounts.backup.tables import Migration

FORMAT = 1
NAME = "manifest.json"
LONGEST = 2**28  # bytes: a million files
NEWER = (
    "Bản sao lưu có định dạng {found}, mã nguồn này chỉ đọc được đến định dạng {known}. Cài mã nguồn mới hơn."
)
FAULTY = "bảng kê không đúng dạng"
HASH = re.compile(r"[0-9a-f]{64}")
# Paths of files as the site makes them: below the folder of files, without hidden parts.
PART = r"(?!\.)[^/\\\x00-\x1f\x7f]{1,255}"
PATH = re.compile(rf"{PART}(?:/{PART})*")


@dataclass(frozen=True, slots=True)
class TableMember(Member):
    rows: int
    last_key: int


@dataclass(slots=True)
class Manifest:
    made_at: str
    vendor: str  # "sqlite"
    migrations: list[Migration]
    tables: dict[str, TableMember] = field(default_factory=dict)
    files: dict[str, Member] = field(default_factory=dict)
    # Paths that a row names: without a file when the archive was made, or with another content than the row says.
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    deleted: list[str] = field(
        default_factory=list
    )  # with their rows, between the moment of the rows and the end

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())

    @property
    def named_files(self) -> set[str]:
        """Return the paths that the rows name, also of files that were missing: they may lie where it is restored."""
        return {*self.files, *self.missing, *self.deleted}

    @property
    def is_whole(self) -> bool:
        return not self.missing and not self.changed

    def as_json(self) -> bytes:
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1).encode()


def read_manifest(text: bytes) -> Manifest:
    """Return the manifest; raise ValidationError for one that is newer or not as `as_json` writes it."""
    try:
        values = json.loads(text)
        version = values.pop("format")
        if type(version) is not int or version < 1:
            raise ValueError(version)
        if version > FORMAT:
            raise ValidationError(NEWER.format(found=version, known=FORMAT))
        return _manifest(**values)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise Damaged(FAULTY) from error


def _manifest(
    *, tables: dict[str, Any], files: dict[str, Any], migrations: list[Any], **others: Any
) -> Manifest:
    made_at, vendor = _text(others.pop("made_at")), _text(others.pop("vendor"))
    lost = {name: list(map(_path, others.pop(name))) for name in ("missing", "changed", "deleted")}
    if others:
        raise ValueError(others)
    return Manifest(
        made_at,
        vendor,
        [(_text(app), _text(name)) for app, name in migrations],
        {_text(name): TableMember(**_member(values, "rows", "last_key")) for name, values in tables.items()},
        {_path(path): Member(**_member(values)) for path, values in files.items()},
        **lost,
    )


def _member(values: dict[str, Any], *counts: str) -> dict[str, Any]:
    if not HASH.fullmatch(values["sha256"]) or any(_is_no_count(values[name]) for name in ("size", *counts)):
        raise ValueError(values)
    return values


def _is_no_count(value: Any) -> bool:
    return type(value) is not int or value < 0


def _path(value: Any) -> str:
    if not PATH.fullmatch(value):
        raise ValueError(value)
    return str(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
