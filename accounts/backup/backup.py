"""Writes the archive of the site while people work on it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from accounts.backup import manifest as manifests
from accounts.backup.archive import ArchiveWriter
from accounts.backup.files import Named, files_of_row, named_files, settle, stored_pieces
from accounts.backup.manifest import Manifest, TableMember
from accounts.backup.reading import file_member, row_member
from accounts.backup.sealing import sealed
from accounts.backup.sequences import last_key
from accounts.backup.tables import SESSIONS, Table, applied_migrations, rows_of, snapshot, tables_after
from pbgdpl.lib.refused_files import why_refused

EXISTS = "{path} đã có. Đặt tên khác, hoặc ghi vào một thư mục."
NOT_WRITTEN = "Không ghi được {path} ({error})."
DRAFT = ".new"  # the end of the name while it is written
NO_TABLES = "Cơ sở dữ liệu chưa có bảng nào. Chạy “manage.py migrate” trước."


def write_backup(path: Path, *, password: str | None = None) -> Manifest:
    """Write the archive of the site, encrypted where there is a password; return its manifest.

    Raises ValidationError where `path` is there already or cannot be written; then nothing is left of it. Files that
    are missing, or are not what their rows say, are named in the manifest.
    """
    if path.exists():
        raise ValidationError(EXISTS.format(path=path))
    try:
        with _draft(path) as stream:
            return _written(stream, password)
    except OSError as error:
        raise ValidationError(NOT_WRITTEN.format(path=path, error=why_refused(error))) from error


@contextmanager
def _draft(path: Path) -> Iterator[BinaryIO]:
    """Yield a new file, readable by its owner alone, that gets its name when all of it is on the disk."""
    descriptor, name = mkstemp(prefix=f"{path.name}.", suffix=DRAFT, dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            raise ValidationError(EXISTS.format(path=path))
        draft.rename(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    settle(path.parent)


def _written(stream: BinaryIO, password: str | None) -> Manifest:
    if not password:
        return _write(stream)
    with sealed(stream, password) as plain:
        return _write(plain)


def _write(stream: BinaryIO) -> Manifest:
    """Write the rows of one moment, then the files that they name."""
    writer, named = ArchiveWriter(stream), Named()
    with snapshot(connection) as source:
        manifest = Manifest(timezone.now().isoformat(), source.vendor, applied_migrations(source))
        if not manifest.migrations:
            raise ValidationError(NO_TABLES)
        tables = tables_after(manifest.migrations, what="Cơ sở dữ liệu")
        for table in tables.values():
            if table.name != SESSIONS:
                manifest.tables[table.name] = _add_rows(writer, table, source, named)
    for path, stated in sorted(named.items()):
        _add_file(writer, manifest, path, stated)
    _tell_deleted_from_missing(manifest, tables)
    writer.add(manifests.NAME, [manifest.as_json()], compressed=True)
    writer.close()
    return manifest


def _add_rows(writer: ArchiveWriter, table: Table, source: BaseDatabaseWrapper, named: Named) -> TableMember:
    count = 0

    def lines() -> Iterator[bytes]:
        nonlocal count
        for row in rows_of(table, source):
            count += 1
            named.update(files_of_row(table, row))
            yield json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    member = writer.add(row_member(table.name), lines(), compressed=True)
    return TableMember(member.size, member.sha256, rows=count, last_key=last_key(table, source))


def _add_file(writer: ArchiveWriter, manifest: Manifest, path: str, stated: str | None) -> None:
    pieces = stored_pieces(path)
    try:
        first = next(pieces, b"")
    except OSError:
        manifest.missing.append(path)
        return
    member = writer.add(file_member(path), chain([first], _as_far_as_readable(pieces)))
    manifest.files[path] = member
    if stated not in (None, member.sha256):
        manifest.changed.append(path)


def _as_far_as_readable(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a file up to where the disk is broken: its hash then says that it is not whole."""
    with suppress(OSError):
        yield from pieces


def _tell_deleted_from_missing(manifest: Manifest, tables: dict[str, Table]) -> None:
    """Let only those files be missing that a row still names: people and the site delete others meanwhile."""
    if manifest.missing:
        still_named = named_files(tables.values(), connection)
        manifest.deleted = [path for path in manifest.missing if path not in still_named]
        manifest.missing = [path for path in manifest.missing if path in still_named]
