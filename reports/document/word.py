"""The report as a Word file that people can edit.

Every paragraph has a style (`word_styles.py`) and no other formatting, except for bold leads and for indents that have
to be measured. The XML of the body is written once, in reading order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import assert_never

from pbgdpl.lib.office.docx_frame import core_properties
from pbgdpl.lib.office.docx_tables import MIDDLE, cell, row, table
from reports.document import layout, word_package, word_places
from reports.document.annex_page import annex_page
from reports.document.columns import column_shares, may_be_cut, titles_and_rows
from reports.document.layout import Length
from reports.document.lines import Bullet, Heading, Line, Point, annexes, issuer, lines, printed_title
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.tree import Annex, Document, Paragraph, Table
from reports.document.word_numbering import WordLists
from reports.document.word_styles import CONTENT_TABLE, SEPARATOR
from reports.document.word_xml import BOLD, paragraph, run
from reports.document.words import clean, one_line

TABLE = "<w:tbl>"


def to_docx(document: Document) -> bytes:
    """Return the report as a DOCX file; the same report always gives the same bytes."""
    head, lists = document.letterhead, WordLists(document.numbering)
    return word_package.package(
        _body(document, lists),
        lists=lists,
        contact=head.contact,
        properties=core_properties(
            title=clean(printed_title(document)),
            subject=clean(one_line(document.subject)),
            author=clean(issuer(document)),
            created_on=head.issued_on,
        ),
        is_draft=document.is_draft,
    )


def _body(document: Document, lists: WordLists) -> str:
    """Return the body of the file in sections: the report, then each annex with page numbers of its own."""
    foot = word_package.CONTACT if document.letterhead.contact else ""
    # A section without a first footer of its own would have that of the section before.
    no_foot = word_package.NO_CONTACT if foot else ""
    # A first page shows no number; it has a header only for the stamp.
    head = word_package.FIRST_HEAD if document.is_draft else ""
    sections = [
        ([*_report(document, lists)], _page_properties(UPRIGHT, head, foot)),
        *(_annex(document, label, annex, lists, head, no_foot) for label, annex in annexes(document)),
    ]
    *others, (blocks, page) = sections
    return "".join((*(_ended(*section) for section in others), *_parted(blocks), page))


def _report(document: Document, lists: WordLists) -> Iterator[str]:
    yield word_places.letterhead(document.letterhead)
    yield from word_places.title(document)
    yield from word_places.addressees(document)
    yield from (paragraph(layout.LEGAL_BASIS, run(basis)) for basis in document.legal_bases)
    printed = [*lines(document.body, document.numbering)]
    # At least two lines, the closing among them, are on the page of the signature.
    last_lines = layout.LINES_BEFORE_SIGNATURE - bool(document.closing)
    yield from _flow(printed, lists, last_lines=last_lines)
    if document.closing:
        yield paragraph(layout.CLOSING, run(document.closing), before=_room(printed[-1:]))
    yield word_places.closing_places(document)


def _annex(
    document: Document, label: str, annex: Annex, lists: WordLists, head: str, foot: str
) -> tuple[list[str], str]:
    """Return the blocks of an annex, and the properties of its pages."""
    page = annex_page(annex, document)
    lists.begin_annex()
    blocks = [
        *word_places.annex_title(document, label, annex.title, page.text_width),
        *_flow([*lines(annex.blocks, document.numbering)], lists, page),
    ]
    return blocks, _page_properties(page, head, foot, restart=True)


def _flow(
    printed: Sequence[Line], lists: WordLists, page: Page = UPRIGHT, *, last_lines: int = 0
) -> Iterator[str]:
    """Yield the text; its `last_lines` and leads without a text are kept on the page of what follows."""
    for position, line in enumerate(printed):
        keep = position >= len(printed) - last_lines or (
            isinstance(line, Paragraph | Point) and not line.text
        )
        yield _line(line, lists, page, keep=keep, before=_room(printed[position - 1 : position]))


def _room(above: Sequence[Line]) -> Length | None:
    """Return the space after a table above, which Word cannot add to the table itself."""
    return layout.BETWEEN_PARAGRAPHS if isinstance(next(iter(above), None), Table) else None


def _line(line: Line, lists: WordLists, page: Page, *, keep: bool, before: Length | None) -> str:
    match line:
        case Heading(path=path, text=text):
            style, number, runs = (
                layout.heading_style(len(path), lists.numbering),
                lists.heading(path),
                run(text),
            )
        case Paragraph(text, lead):
            style, number, runs = layout.BODY, "", _run_in(lead, text)
        case Bullet(text, mark):
            style, number, runs = layout.BULLET, lists.bullet(mark), run(text)
        case Point(label, text, lead):
            style, number, runs = layout.POINT, lists.point(label), _run_in(lead, text)
        case Table():
            return _table(line, page, keep=keep)
        case _:
            assert_never(line)
    return paragraph(style, runs, number=number, keep_with_next=keep, before=before)


def _run_in(lead: str, text: str) -> str:
    """Return the runs of a paragraph that begins with a bold lead, if it has one."""
    return run(lead, BOLD) + run(f" {text}" if lead and text else text)


def _table(content: Table, page: Page, *, keep: bool) -> str:
    """Return a table with borders, whose titles are repeated on every page."""
    shares = column_shares(content, page)
    widths = _widths(shares, page)
    titles, rows = titles_and_rows(content, shares, page)
    header = [
        cell(width, [paragraph(layout.TABLE_HEADER, run(text))], properties=MIDDLE)
        for width, text in zip(widths, titles, strict=False)
    ]
    return table(
        CONTENT_TABLE,
        widths,
        (
            *([row(header, is_header=True)] if titles else ()),
            *(
                row(
                    _cells(widths, texts, keep=keep and texts is rows[-1]),
                    may_be_cut=may_be_cut(texts, shares, page),
                )
                for texts in rows
            ),
        ),
    )


def _widths(shares: Sequence[float], page: Page) -> list[int]:
    """Return the widths of columns in twentieths of a point, together as wide as the text."""
    edges = [Length(page.text_width.pt * edge / 100).twips for edge in accumulate(shares, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def _cells(widths: Sequence[int], texts: Sequence[str], *, keep: bool) -> Iterator[str]:
    for width, text in zip(widths, texts, strict=True):
        yield cell(width, [paragraph(layout.cell_style(text), run(text), keep_with_next=keep)])


def _parted(blocks: Sequence[str]) -> Iterator[str]:
    """Yield the blocks, with an empty paragraph between two tables and after a table at the end.

    Word would join two tables; after a table at the end it adds an empty line, perhaps on a new page.
    """
    blocks = [block for block in blocks if block]
    for block, following in zip(blocks, [*blocks[1:], TABLE], strict=True):
        yield block
        if block.startswith(TABLE) and following.startswith(TABLE):
            yield paragraph(SEPARATOR, "")


def _ended(blocks: Sequence[str], page: str) -> str:
    """Return a section before another one, with the properties of its pages in its last paragraph."""
    *others, last = _parted(blocks)
    return "".join((*others, last.replace("</w:pPr>", f"{page}</w:pPr>", 1)))


def _page_properties(page: Page, head: str, foot: str, *, restart: bool = False) -> str:
    """Return the properties of the pages of a section, with numbers in the top margin from the second page on."""
    header = f'<w:headerReference w:type="first" r:id="{head}"/>' if head else ""
    footer = f'<w:footerReference w:type="first" r:id="{foot}"/>' if foot else ""
    start = '<w:pgNumType w:start="1"/>' if restart else ""
    orientation = ' w:orient="landscape"' if page is TURNED else ""
    widths = {
        "top": layout.MARGIN_TOP,
        "right": layout.MARGIN_RIGHT,
        "bottom": layout.MARGIN_BOTTOM,
        "left": layout.MARGIN_LEFT,
        "header": layout.HEADER_DISTANCE,
        "footer": layout.FOOTER_DISTANCE,
        "gutter": Length(0),
    }
    margins = "".join(f' w:{side}="{width.twips}"' for side, width in widths.items())
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{word_package.PAGE_NUMBER}"/>{header}{footer}'
        f'<w:pgSz w:w="{page.width.twips}" w:h="{page.height.twips}"{orientation}/>'
        f"<w:pgMar{margins}/>"
        f"{start}<w:titlePg/></w:sectPr>"
    )
