"""The parts of an uploaded Word file that hold text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from pbgdpl.lib.office.old_letters import to_unicode
from pbgdpl.lib.office.package import Package, PackageRefused, Refusal, Relation, open_package
from pbgdpl.lib.office.run_styles import is_on
from pbgdpl.lib.office.unprinted import take_out_unprinted, text_in
from pbgdpl.lib.office.xml import Element, attribute, child, child_text, local
from reports.reading.report.source import LeftOut, UnreadableReport
from reports.reading.word.unread import comments_left_out, drawings_left_out, notices_of, word_art

MOST_BYTES = 20 * 2**20
# A report of 300,000 characters, cut into many runs, has about a third of this.
MOST_ELEMENTS = 1_000_000
MOST_TAGS = 2_000_000  # two for most elements
SINGLE_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")
READ_KINDS = (*SINGLE_KINDS, "header", "footer")
TEXTS = ("numbering", "footnotes", "endnotes", "header", "footer")
STORIES = ("footnotes", "endnotes", "header", "footer")
UNUSED = "đầu trang, chân trang không dùng, không in ra giấy"
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
    left_out: tuple[LeftOut, ...]  # what paper does not show
    notices: tuple[str, ...]  # sentences on what cannot be read as it stands


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
    if next(document.iter("{*}altChunk", "{*}subDoc"), None) is not None:
        raise UnreadableReport(HOLDS_ANOTHER_FILE)
    relations = tuple(package.relations(main))
    parts = _parts(package, relations)
    single = {kind: next(iter(parts[kind].values()), etree.Element("none")) for kind in SINGLE_KINDS}
    texts = (document, *(root for kind in TEXTS for root in parts[kind].values()))
    code_pages = to_unicode(texts, single["styles"])
    unused = _take_unused(parts, _shown(document, single["settings"], relations))
    stories = (document, *(root for kind in STORIES for root in parts[kind].values()))
    left_out = (
        *(LeftOut(text, why) for text, why in take_out_unprinted(stories, single["styles"])),
        *comments_left_out(single["comments"]),
        *word_art(stories),
        *(LeftOut(text, UNUSED) for root in unused if (text := text_in(root))),
    )
    return WordFile(
        document,
        **{kind: single[kind] for kind in ("styles", "numbering", "footnotes", "endnotes")},
        headers=tuple(parts["header"].values()),
        footers=tuple(parts["footer"].values()),
        creator=child_text(package.xml("docProps/core.xml"), "creator"),
        code_pages=code_pages,
        left_out=(*left_out, *drawings_left_out(package, relations)),
        notices=tuple(notices_of(stories, single["comments"], left_out)),
    )


def _parts(package: Package, relations: Sequence[Relation]) -> dict[str, dict[str, Element]]:
    """Return the parts that are read, by their kind and path, each once."""
    parts: dict[str, dict[str, Element]] = {kind: {} for kind in READ_KINDS}
    kinds = {relation.path: relation.kind for relation in relations}
    for path, kind in kinds.items():
        part = package.xml(path) if kind in READ_KINDS else None
        if part is not None:
            parts[kind][path] = part
    return parts


def _take_unused(parts: dict[str, dict[str, Element]], shown: set[str]) -> list[Element]:
    """Take out and return the headers and footers that no page shows; none where the sections name none at all."""
    around = [(kind, path) for kind in ("header", "footer") for path in parts[kind]]
    return [parts[kind].pop(path) for kind, path in around if shown and path not in shown]


def _shown(document: Element, settings: Element, relations: Sequence[Relation]) -> set[str]:
    """Return the paths of the headers and footers that a page shows."""
    is_even_shown = is_on(child(settings, "evenAndOddHeaders"))
    references = document.iter("{*}headerReference", "{*}footerReference")
    shown = {attribute(one, "id") for one in references if _is_shown(one, is_even_shown=is_even_shown)}
    return {one.path for one in relations if one.id in shown}


def _is_shown(reference: Element, *, is_even_shown: bool) -> bool:
    match attribute(reference, "type"):
        case "first":
            return is_on(child(reference.getparent(), "titlePg"))
        case "even":
            return is_even_shown
        case _:
            return True
