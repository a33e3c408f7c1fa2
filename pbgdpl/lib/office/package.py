"""Untrusted Office files (DOCX, XLSX) opened as ZIP packages: their parts unpack to no more than was allowed."""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterator
from enum import Enum
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from pbgdpl.lib.office.xml import Element, InvalidXML, parse

MOST_FILES = 5_000
ENTRY = b"PK\x01\x02"  # the first bytes of each entry of the table of contents
BROKEN = (BadZipFile, struct.error, zlib.error, OSError, EOFError, KeyError, ValueError, RuntimeError)


class Refusal(Enum):
    """Why a package is not read."""

    BROKEN = "broken"  # no ZIP file, cut short, with a password, or with XML that is not well-formed
    TOO_LARGE = "too large"  # more parts, more bytes or more XML than allowed
    UNSAFE = "unsafe"  # with a DOCTYPE, by which XML reaches other files and grows without end


class PackageRefused(Exception):
    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


def open_package(
    data: bytes, *, most_bytes: int, most_tags: int = 1_000_000, most_elements: int = 1_000_000
) -> Package:
    """Return the package; the parts that are read of it stay together within these bounds.

    `most_tags` counts tags and attributes. The sizes that a file states are not trusted: bytes are counted as they are
    unpacked. Raises PackageRefused, here and whenever a part is read.
    """
    # Counted before the table of contents is read, because an entry takes fifteen times its size in memory.
    if data.count(ENTRY) > MOST_FILES:
        raise PackageRefused(Refusal.TOO_LARGE)
    try:
        archive = ZipFile(BytesIO(data))
    except (*BROKEN, OverflowError) as problem:
        raise PackageRefused(Refusal.BROKEN) from problem
    return Package(archive, most_bytes, most_tags, most_elements)


class Relation(NamedTuple):
    """A reference from one part to another: its id, the kind of part ("worksheet", "styles") and its path."""

    id: str
    kind: str
    path: str


class Package:
    def __init__(self, archive: ZipFile, most_bytes: int, most_tags: int, most_elements: int) -> None:
        self._archive = archive
        self._bytes_left, self._tags_left, self._elements_left = most_bytes, most_tags, most_elements

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._archive.NameToInfo)

    def read(self, path: str) -> bytes | None:
        """Return a part unpacked, None where there is none."""
        info = self._archive.NameToInfo.get(path)
        if info is None:
            return None
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # the others unpack without bounds
            raise PackageRefused(Refusal.BROKEN)
        try:
            with self._archive.open(info) as file:
                part = file.read(self._bytes_left + 1)
        except (*BROKEN, OverflowError) as problem:
            raise PackageRefused(Refusal.BROKEN) from problem
        self._bytes_left -= len(part)
        if self._bytes_left < 0:
            raise PackageRefused(Refusal.TOO_LARGE)
        return part

    def read_xml(self, path: str) -> bytes | None:
        """Return the bytes of an XML part that is safe to parse, None where there is none."""
        xml = self.read(path)
        if xml is None:
            return None
        plain = xml.replace(b"\0", b"")  # of UTF-16 too
        if b"<!DOCTYPE" in plain:
            raise PackageRefused(Refusal.UNSAFE)
        tags = plain.count(b"<")
        self._tags_left -= tags + plain.count(b"=")
        self._elements_left -= tags - plain.count(b"</")
        if min(self._tags_left, self._elements_left) < 0:
            raise PackageRefused(Refusal.TOO_LARGE)
        return xml

    def xml(self, path: str) -> Element | None:
        """Return the root of an XML part, None where there is none."""
        data = self.read_xml(path)
        try:
            return None if data is None else parse(data)
        except InvalidXML as problem:
            raise PackageRefused(Refusal.BROKEN) from problem

    def main_part(self) -> str:
        """Return the path of the document or the workbook, "" where the file names none."""
        return next((one.path for one in self.relations("") if one.kind == "officeDocument"), "")

    def relations(self, part: str) -> Iterator[Relation]:
        """Yield the references of a part ("" for the package itself), without those to other files."""
        folder, name = posixpath.split(part)
        relations = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for one in relations if relations is not None else ():
            if one.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                kind = one.get("Type", "").rpartition("/")[2]
                yield Relation(one.get("Id", ""), kind, path.lstrip("/"))
