"""Reads an archive, and checks all of it first: its digest, its manifest, every row and every file."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.db import connection

from accounts.backup import manifest as manifests
from accounts.backup.archive import FOREIGN, PIECE, Damaged, Member, check_digest, entries
from accounts.backup.manifest import Manifest, read_manifest
from accounts.backup.sealing import KEY, unsealed
from accounts.backup.tables import SESSIONS, Table, parameters, tables_after
from pbgdpl.lib.refused_files import why_refused

LONGEST_ROW = 2**28  # bytes
UNREADABLE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    ValueError,
)
NOT_READ = "Không đọc được {path} ({error})."


def row_member(table: str) -> str:
    return f"rows/{table}.jsonl"


def file_member(path: str) -> str:
    return f"files/{path}"


class Archive:
    """An archive that was checked; its rows and files are checked again whenever they are read."""

    def __init__(self, archive: ZipFile) -> None:
        self._zip = archive
        found = entries(archive)
        self.manifest = self._manifest(found)
        self.tables = tables_after(self.manifest.migrations, what="Bản sao lưu")
        self.tables.pop(SESSIONS, None)
        self._require_members({name: entry.file_size for name, entry in found.items()})

    def _manifest(self, found: dict[str, Any]) -> Manifest:
        if manifests.NAME not in found or found[manifests.NAME].file_size > manifests.LONGEST:
            raise Damaged("thiếu bảng kê")
        return read_manifest(self._zip.read(manifests.NAME))

    def _require_members(self, sizes: dict[str, int]) -> None:
        """Raise Damaged unless the members are those of the manifest, and the tables those of the migrations."""
        manifest = self.manifest
        if set(manifest.tables) != set(self.tables):
            names = sorted(set(manifest.tables) ^ set(self.tables))
            raise Damaged(f"thừa hoặc thiếu bảng {', '.join(names[:3])}")
        listed = {row_member(name): table.size for name, table in manifest.tables.items()}
        listed |= {file_member(path): file.size for path, file in manifest.files.items()}
        listed[manifests.NAME] = sizes[manifests.NAME]
        if listed != sizes:
            odd = sorted(name for name, _ in listed.items() ^ sizes.items())
            raise Damaged(f"“{odd[0]}” không khớp bảng kê")

    def check(self) -> None:
        """Read everything once; raise Damaged for the first thing that is not as the manifest states."""
        for table in self.tables.values():
            for row in self.rows(table):
                try:
                    parameters(table, row, connection)
                except (ValueError, TypeError, KeyError, ArithmeticError) as error:
                    raise Damaged(f"bảng {table.name} có dòng không đọc được") from error
        for path in self.manifest.files:
            for _ in self.file(path):
                pass

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        count, stated = 0, self.manifest.tables[table.name]
        for line in self._lines(row_member(table.name), stated):
            row = json.loads(line)
            if not isinstance(row, dict):
                raise Damaged(f"bảng {table.name} có dòng không đọc được")
            count += 1
            yield row
        if count != stated.rows:
            raise Damaged(f"bảng {table.name} có {count} dòng, bảng kê ghi {stated.rows}")

    def file(self, path: str) -> Iterator[bytes]:
        return self._pieces(file_member(path), self.manifest.files[path])

    def _lines(self, name: str, stated: Member) -> Iterator[bytes]:
        rest = b""
        for piece in self._pieces(name, stated):
            *lines, rest = (rest + piece).split(b"\n")
            yield from lines
            if len(rest) > LONGEST_ROW:
                raise Damaged(f"“{name}” có dòng quá dài")
        if rest:
            raise Damaged(f"“{name}” bị cắt ở dòng cuối")

    def _pieces(self, name: str, stated: Member) -> Iterator[bytes]:
        digest = sha256()
        with self._zip.open(name) as member:
            while piece := member.read(PIECE):
                digest.update(piece)
                yield piece
        if digest.hexdigest() != stated.sha256:
            raise Damaged(f"“{name}” không khớp mã băm trong bảng kê")


@contextmanager
def checked_archive(path: Path, *, password: str | None = None) -> Iterator[Archive]:
    """Yield an archive of which everything was checked; raise ValidationError with a sentence for any other file."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise ValidationError(NOT_READ.format(path=path, error=why_refused(error))) from error
    with ExitStack() as stack:
        stack.enter_context(stream)
        check_digest(stream)
        archive = stack.enter_context(_opened(stream))
        if KEY in archive.namelist():
            with _reporting():
                plain = stack.enter_context(unsealed(archive, password))
            check_digest(plain)
            archive = stack.enter_context(_opened(plain))
        yield _checked(archive)


@contextmanager
def _reporting() -> Iterator[None]:
    """Turn what the reader of ZIP files raises into Damaged."""
    try:
        yield
    except UNREADABLE as error:
        raise Damaged(f"không mở được ({error})") from error


def _opened(stream: BinaryIO) -> ZipFile:
    try:
        return ZipFile(stream)
    except UNREADABLE as error:
        raise ValidationError(FOREIGN) from error


def _checked(archive: ZipFile) -> Archive:
    with _reporting():
        found = Archive(archive)
        found.check()
        return found
