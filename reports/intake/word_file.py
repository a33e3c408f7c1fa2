"""Opening a Word file that may be anything: the parts that hold text, read within bounds."""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from reports.intake.source import UnreadableReport

Element = etree._Element

MOST_FILES = 5_000
MOST_BYTES = 20 * 2**20
ZIP_BROKEN = (
    BadZipFile,
    struct.error,
    zlib.error,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    RuntimeError,
    OverflowError,
)
NOT_WORD = "tệp nén này không phải là tệp Word (.docx)."
BROKEN = "tệp Word bị hỏng, hãy mở bằng Word và lưu lại."
TOO_LARGE = "tệp Word quá lớn khi giải nén (tối đa 20 MB)."
UNSAFE = "tệp Word chứa khai báo DOCTYPE, không an toàn để đọc."


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a Word file; an empty element stands for a part that it lacks."""

    document: Element
    styles: Element
    numbering: Element
    footnotes: Element
    endnotes: Element
    headers: tuple[Element, ...]
    footers: tuple[Element, ...]
    creator: str


@lru_cache(maxsize=4096)
def _local(name: str) -> str:
    return name.rpartition("}")[2]


def local(element: Element) -> str:
    """Return the name without its namespace, which differs between the transitional and the strict format."""
    return _local(str(element.tag))


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute by its name without the namespace; "" if there is none."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if _local(str(key)) == name), "")


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element at the end of the path of names."""
    for name in path:
        element = (
            next((inner for inner in element if local(inner) == name), None) if element is not None else None
        )
    return element


def open_word(data: bytes) -> WordFile:
    """Return the parts of the file; raise UnreadableReport with the reason where it cannot be read."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _parts(archive)
    except ZIP_BROKEN as problem:
        if isinstance(problem, UnreadableReport):
            raise
        raise UnreadableReport(BROKEN) from problem


def _parts(archive: ZipFile) -> WordFile:
    files = archive.infolist()
    texts = [file for file in files if file.filename.endswith((".xml", ".rels"))]
    if len(files) > MOST_FILES or sum(file.file_size for file in texts) > MOST_BYTES:
        raise UnreadableReport(TOO_LARGE)
    main = next(
        (target for kind, target in _relations(archive, "") if kind == "officeDocument"), "word/document.xml"
    )
    document = _part(archive, main)
    if document is None or local(document) != "document":
        raise UnreadableReport(NOT_WORD)
    parts: dict[str, list[Element]] = {}
    for kind, target in _relations(archive, main):
        if kind in {"styles", "numbering", "footnotes", "endnotes", "header", "footer"}:
            part = _part(archive, target)
            parts.setdefault(kind, []).extend([part] if part is not None else [])
    core = _part(archive, "docProps/core.xml")
    creator = child(core, "creator")
    none = etree.Element("none")
    one = {
        name: next(iter(parts.get(name, [])), none)
        for name in ("styles", "numbering", "footnotes", "endnotes")
    }
    return WordFile(
        document,
        **one,
        headers=tuple(parts.get("header", ())),
        footers=tuple(parts.get("footer", ())),
        creator="" if creator is None else creator.text or "",
    )


def _relations(archive: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the path of each part that the part refers to."""
    folder, name = posixpath.split(part)
    relations = _part(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    for relation in relations if relations is not None else ():
        if attribute(relation, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target")))
            yield attribute(relation, "Type").rpartition("/")[2], target.lstrip("/")


def _part(archive: ZipFile, path: str) -> Element | None:
    """Return the root of a part, None if the file has no such part; never more than its bound is unpacked."""
    if path not in archive.NameToInfo:
        return None
    with archive.open(path) as file:
        xml = file.read(MOST_BYTES + 1)
    if len(xml) > MOST_BYTES:
        raise UnreadableReport(TOO_LARGE)
    if b"<!DOCTYPE" in xml.replace(b"\0", b""):  # in UTF-16 too
        raise UnreadableReport(UNSAFE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as problem:
        raise UnreadableReport(BROKEN) from problem
    if root.getroottree().docinfo.doctype:
        raise UnreadableReport(UNSAFE)
    return root
