"""The parts of an uploaded Word file that hold text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pbgdpl.lib.office.old_letters import to_unicode
from pbgdpl.lib.office.package import Package, PackageRefused, Refusal, open_package
from pbgdpl.lib.office.xml import Element, child_text, local
from reports.reading.report.source import UnreadableReport

MOST_BYTES = 20 * 2**20
# A report of 300,000 characters, cut into many runs, has about a third of this.
MOST_ELEMENTS = 1_000_000
MOST_TAGS = 2_000_000  # two for most elements
SINGLE_KINDS = ("styles", "numbering", "footnotes", "endnotes")
READ_KINDS = (*SINGLE_KINDS, "header", "footer")
TEXTS = ("numbering", "footnotes", "endnotes", "header", "footer")
NOT_WORD = "tệp nén này không phải là tệp Word (.docx)."
HOLDS_ANOTHER_FILE = (
    "tệp Word này nhúng một tệp khác chưa thành chữ, hãy mở bằng Word, lưu lại dạng .docx rồi chọn lại."
)
REFUSALS = {
    Refusal.BROKEN: "tệp Word bị hỏng, hãy mở bằng Word và lưu lại.",
    Refusal.TOO_LARGE: "tệp Word quá lớn khi giải nén (tối đa 20 MB).",
    Refusal.UNSAFE: "tệp Word chứa khai báo DOCTYPE, không an toàn để đọc.",
}


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
    code_pages: tuple[str, ...]  # the old ones that text was converted from


def open_word(data: bytes) -> WordFile:
    """Return the parts of the file; raise UnreadableReport with the reason where it cannot be read."""
    try:
        return _word_file(
            open_package(data, most_bytes=MOST_BYTES, most_tags=MOST_TAGS, most_elements=MOST_ELEMENTS)
        )
    except PackageRefused as problem:
        raise UnreadableReport(REFUSALS[problem.reason]) from problem


def _word_file(package: Package) -> WordFile:
    main = package.main_part() or "word/document.xml"
    document = package.xml(main)
    if document is None or local(document) != "document":
        raise UnreadableReport(NOT_WORD)
    if next(document.iter("{*}altChunk"), None) is not None:
        raise UnreadableReport(HOLDS_ANOTHER_FILE)
    parts: dict[str, list[Element]] = {kind: [] for kind in READ_KINDS}
    kinds = {relation.path: relation.kind for relation in package.relations(main)}  # each part once
    for path, kind in kinds.items():
        part = package.xml(path) if kind in READ_KINDS else None
        if part is not None:
            parts[kind].append(part)
    single = {kind: next(iter(parts[kind]), etree.Element("none")) for kind in SINGLE_KINDS}
    return WordFile(
        document,
        **single,
        headers=tuple(parts["header"]),
        footers=tuple(parts["footer"]),
        creator=child_text(package.xml("docProps/core.xml"), "creator"),
        code_pages=to_unicode(
            (document, *(root for kind in TEXTS for root in parts[kind])), single["styles"]
        ),
    )
