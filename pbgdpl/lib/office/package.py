"""Opening an office file (DOCX, XLSX) that may be anything: no part unpacks to more than its reader can bear."""

from __future__ import annotations

import posixpath
import struct
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

Element = etree._Element
ENTRY = b"PK\x01\x02"  # begins each entry of a zip file's table of contents
BROKEN = (BadZipFile, struct.error, zlib.error, OSError, EOFError, KeyError, ValueError, RuntimeError)


class ZipRefused(Exception):
    """The file is not read; each kind of reason is a class of its own."""


class ZipBroken(ZipRefused):
    """It is no zip file, is cut short, needs a password, or a part of it is not well-formed."""


class ZipTooLarge(ZipRefused):
    """It holds more parts, more bytes or more XML than was allowed."""


class ZipUnsafe(ZipRefused):
    """A part of it declares a DOCTYPE, by which XML reaches other files and grows without end."""


def open_within(data: bytes, *, most_files: int, most_bytes: int, most_tags: int = 1_000_000) -> BoundedZip:
    """Return the file's parts; together they unpack to `most_bytes` and to `most_tags` tags and attributes.

    What a file says of its own size is not believed: bytes are counted as they are unpacked.
    Raises ZipRefused, here and in each reading.
    """
    # Counted before the table of contents is read, for a row of it takes fifteen times its size in memory.
    if data.count(ENTRY) > most_files:
        raise ZipTooLarge
    try:
        archive = ZipFile(BytesIO(data))
    except (*BROKEN, OverflowError) as problem:
        raise ZipBroken from problem
    return BoundedZip(archive, most_bytes, most_tags)


class Relation(NamedTuple):
    """What one part says of another: by what name, as what ("worksheet", "styles"), and where it lies."""

    id: str
    kind: str
    path: str


class BoundedZip:
    def __init__(self, archive: ZipFile, most_bytes: int, most_tags: int) -> None:
        self._archive = archive
        self._bytes_left, self._tags_left = most_bytes, most_tags

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._archive.NameToInfo)

    def read(self, path: str) -> bytes | None:
        """Return a part unpacked, None where there is none."""
        info = self._archive.NameToInfo.get(path)
        if info is None:
            return None
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # the others unpack without bounds
            raise ZipBroken
        try:
            with self._archive.open(info) as file:
                part = file.read(self._bytes_left + 1)
        except (*BROKEN, OverflowError) as problem:
            raise ZipBroken from problem
        self._bytes_left -= len(part)
        if self._bytes_left < 0:
            raise ZipTooLarge
        return part

    def read_xml(self, path: str) -> bytes | None:
        """Return the bytes of an XML part that is safe to parse, None where there is none."""
        xml = self.read(path)
        if xml is None:
            return None
        plain = xml.replace(b"\0", b"")  # of UTF-16 too
        if b"<!DOCTYPE" in plain:
            raise ZipUnsafe
        self._tags_left -= plain.count(b"<") + plain.count(b"=")
        if self._tags_left < 0:
            raise ZipTooLarge
        return xml

    def xml(self, path: str) -> Element | None:
        """Return the root of an XML part, None where there is none."""
        data = self.read_xml(path)
        return None if data is None else parsed(data)

    def main_part(self) -> str:
        """Return where the document or the workbook lies, "" where the file names none."""
        return next((one.path for one in self.relations("") if one.kind == "officeDocument"), "")

    def relations(self, part: str) -> Iterator[Relation]:
        """Yield the parts that a part ("" for the file itself) refers to; what lies outside is left out."""
        folder, name = posixpath.split(part)
        relations = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for one in relations if relations is not None else ():
            if one.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                kind = one.get("Type", "").rpartition("/")[2]
                yield Relation(one.get("Id", ""), kind, path.lstrip("/"))


def parsed(xml: bytes) -> Element:
    """Return the root of some XML; no entity is resolved, nothing is fetched.

    Office files are in UTF-8 or UTF-16, whatever they say: another encoding would hide tags from the count.
    """
    parser = etree.XMLParser(
        encoding="utf-16" if xml.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8",
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as problem:
        raise ZipBroken from problem
