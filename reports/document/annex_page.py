"""The pages of an annex: upright, or turned where its tables take fewer pages then (Appendix I, I.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple, assert_never

from reports.document import layout
from reports.document.cells import CELL_ROOM, LINE, ROW_ROOM, count_lines
from reports.document.columns import column_shares, is_too_wide, may_be_cut, measured, titles_and_rows
from reports.document.layout import Style
from reports.document.lines import Bullet, Heading, Point, annex_reference, lines
from reports.document.metrics import text_width
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.tree import Annex, Document, Paragraph, Table
from reports.document.words import clean


class Piece(NamedTuple):
    """The height of a row or a paragraph, and of the titles that are repeated above it on a new page."""

    height: float
    titles: float = 0
    after: float = 0  # the space below, which the end of a page cuts off
    is_whole: bool = False  # is not split by the end of a page
    is_kept: bool = False  # is on the page of what follows


def annex_page(annex: Annex, document: Document) -> Page:
    """Return the page of an annex: turned if it takes fewer pages so, or if words are too wide for upright pages."""
    tables = [line for line in lines(annex.blocks, document.numbering) if isinstance(line, Table)]
    if any(is_too_wide(table, UPRIGHT) for table in tables):
        return TURNED
    upright = count_pages(annex, document, UPRIGHT) if tables else 1
    return TURNED if upright > 1 and count_pages(annex, document, TURNED) < upright else UPRIGHT


def count_pages(annex: Annex, document: Document, page: Page) -> int:
    """Return how many such pages the annex takes, by the widths of its words."""
    room, pages, filled, kept = page.text_height.pt, 1, 0.0, 0.0
    for height, titles, after, is_whole, is_kept in _pieces(annex, document, page):
        kept += height
        if is_kept:
            kept += after
            continue
        if filled and (filled >= room or (is_whole and filled + kept > room)):
            # The first row takes the titles with it.
            pages, filled = pages + 1, titles if kept == height else 0.0
        filled, kept = filled + kept, 0.0
        while filled > room:
            pages, filled = pages + 1, filled - room + titles
        filled += after
    return pages


def _pieces(annex: Annex, document: Document, page: Page) -> Iterator[Piece]:
    yield _text(layout.ANNEX_LABEL, "Phụ lục", page)
    yield _text(layout.ANNEX_TITLE, annex.title, page)
    yield _text(layout.ANNEX_REFERENCE, annex_reference(document), page)
    yield Piece(layout.TITLE_RULE_GAP.pt, after=layout.AFTER_TITLE.pt, is_kept=True)
    for line in lines(annex.blocks, document.numbering):
        match line:
            case Table():
                yield from _rows(line, page)
            case Heading():
                yield _text(layout.heading_style(line.level, document.numbering), str(line), page)
            case Paragraph(text, lead):
                yield _text(layout.BODY, f"{lead} {text}", page)
            case Bullet() | Point():
                yield _text(layout.BULLET, str(line), page)
            case _:
                assert_never(line)


def _text(style: Style, text: str, page: Page) -> Piece:
    width = style.first_line.pt + text_width(clean(text), style).pt
    height = ceil(width / page.text_width.pt) * style.size.pt * style.spacing * layout.FONT_LINE
    return Piece(style.before.pt + height, after=style.after.pt, is_kept=style.keep_with_next)


def _rows(table: Table, page: Page) -> Iterator[Piece]:
    shares = column_shares(table, page)
    heights = _row_heights(table, shares, page)
    titles, rows = titles_and_rows(table, shares, page)
    above = 0.0
    if titles:
        above = next(heights)
        yield Piece(above, is_kept=True)
    for height, row in zip(heights, rows, strict=True):
        is_tall = height > page.tallest_row.pt and may_be_cut(row, shares, page)
        yield Piece(height, above, is_whole=not is_tall)
    yield Piece(0, after=layout.BETWEEN_PARAGRAPHS.pt)


def _row_heights(table: Table, shares: Sequence[float], page: Page) -> Iterator[float]:
    rooms = [page.text_width.pt * share / 100 - CELL_ROOM.pt for share in shares]
    columns = zip(measured(table), rooms, strict=True)
    cells = [[count_lines(ends, room) for ends in column.ends] for column, room in columns]
    return (max(row) * LINE.pt + ROW_ROOM.pt for row in zip(*cells, strict=True))
