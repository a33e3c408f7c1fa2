"""Opening a Word file that may be anything: the parts that hold text, read within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import etree

from pbgdpl.lib.office.package import BoundedZip, ZipBroken, ZipTooLarge, ZipUnsafe, open_within
from reports.reading.report.source import UnreadableReport

Element = etree._Element

MOST_FILES = 5_000
MOST_BYTES = 20 * 2**20
# A report of 300,000 characters, cut into many runs, has about a third of this.
MOST_ELEMENTS = 1_000_000
MOST_TAGS = 2_000_000  # two for most elements
LONGEST_NUMBER = 9
READ_KINDS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")
NOT_WORD = "tệp nén này không phải là tệp Word (.docx)."
BROKEN = "tệp Word bị hỏng, hãy mở bằng Word và lưu lại."
TOO_LARGE = "tệp Word quá lớn khi giải nén (tối đa 20 MB)."
HOLDS_ANOTHER_FILE = (
    "tệp Word này nhúng một tệp khác chưa thành chữ, hãy mở bằng Word, lưu lại dạng .docx rồi chọn lại."
)
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


def whole_number(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute that holds a whole number of a size that Word writes; None for any other."""
    value = attribute(element, name)
    return int(value) if value.isdecimal() and len(value) <= LONGEST_NUMBER else None


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
        archive = open_within(data, most_files=MOST_FILES, most_bytes=MOST_BYTES, most_tags=MOST_TAGS)
        return _word_file(Package(archive))
    except ZipTooLarge as problem:
        raise UnreadableReport(TOO_LARGE) from problem
    except ZipUnsafe as problem:
        raise UnreadableReport(UNSAFE) from problem
    except ZipBroken as problem:
        raise UnreadableReport(BROKEN) from problem


class Package:
    """The parts of a zip file, of which no more is unpacked than a report can need."""

    def __init__(self, archive: BoundedZip) -> None:
        self._archive = archive
        self._elements_left = MOST_ELEMENTS

    def main_part(self) -> str:
        return self._archive.main_part()

    def relations(self, part: str) -> Iterator[tuple[str, str]]:
        """Yield the kind and the path of each part that the part refers to, once."""
        told = {relation.path: relation.kind for relation in self._archive.relations(part)}
        yield from ((kind, path) for path, kind in told.items())

    def part(self, path: str) -> Element | None:
        """Return the root of a part, None if the file has no such part."""
        root = self._archive.xml(path)
        if root is not None:
            self._elements_left -= sum(1 for _ in islice(root.iter(), self._elements_left + 1))
        if self._elements_left < 0:
            raise ZipTooLarge
        return root


def _word_file(package: Package) -> WordFile:
    main = package.main_part() or "word/document.xml"
    document = package.part(main)
    if document is None or local(document) != "document":
        raise UnreadableReport(NOT_WORD)
    if next(document.iter("{*}altChunk"), None) is not None:
        raise UnreadableReport(HOLDS_ANOTHER_FILE)
    parts: dict[str, list[Element]] = {kind: [] for kind in READ_KINDS}
    for kind, target in package.relations(main):
        part = package.part(target) if kind in READ_KINDS else None
        if part is not None:
            parts[kind].append(part)
    styles, numbering, footnotes, endnotes = (
        next(iter(parts[kind]), etree.Element("none"))
        for kind in ("styles", "numbering", "footnotes", "endnotes")
    )
    creator = child(package.part("docProps/core.xml"), "creator")
    return WordFile(
        document,
        styles,
        numbering,
        footnotes,
        endnotes,
        headers=tuple(parts["header"]),
        footers=tuple(parts["footer"]),
        creator="" if creator is None else creator.text or "",
    )
