"""The widths of columns, the same in every renderer: of tables and of the letterhead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from math import ceil

from reports.document import layout
from reports.document.layout import Length, Mm, Style
from reports.document.lines import date_line, lines
from reports.document.metrics import text_width
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.tree import Annex, Letterhead, Numbering, Table
from reports.document.words import LONGEST_NUMBER, clean

# The widest column that is asked for; longer cells take several lines.
LONGEST_LINE = Mm(75)
WHOLE = 100
# The space between text and border on both sides, and a little more, so that a word just fits.
CELL_ROOM = Length(2 * layout.TABLE_CELL_PADDING.pt + layout.RULE_THICKNESS.pt + 1)

Column = list[tuple[str, Style]]  # its cells, the title first, each with the style in which it is printed

LETTERHEAD_COLUMNS = (layout.LETTERHEAD_LEFT, layout.LETTERHEAD_RIGHT)
WIDE_LETTERHEAD_COLUMNS = (layout.WIDE_LETTERHEAD_LEFT, layout.WIDE_LETTERHEAD_RIGHT)


def letterhead_columns(head: Letterhead) -> tuple[Length, Length]:
    """Return the widths of the letterhead's two columns, the wide ones only if place and date need them."""
    date = text_width(clean(date_line(head)), layout.PLACE_DATE)
    is_short = date.pt + layout.SLACK.pt <= layout.LETTERHEAD_RIGHT.pt
    return LETTERHEAD_COLUMNS if is_short else WIDE_LETTERHEAD_COLUMNS


def annex_page(annex: Annex, numbering: Numbering) -> Page:
    """Return the page of an annex: turned if one of its tables has words too wide for an upright page."""
    tables = (line for line in lines(annex.blocks, numbering) if isinstance(line, Table))
    return TURNED if any(is_too_wide(table, UPRIGHT) for table in tables) else UPRIGHT


def is_too_wide(table: Table, page: Page) -> bool:
    """Return whether the page is too narrow for the longest words of all columns, so that words have to be cut."""
    return sum(_needs(_columns(table), page)) > WHOLE


def column_shares(table: Table, page: Page = UPRIGHT) -> tuple[int, ...]:
    """Return each column's share of the width in whole percent, from the left; they add up to 100.

    Each column is as wide as its longest word, if there is space; the rest is shared by the length of the cells.

    >>> column_shares(Table((("STT", "Nội dung"), ("1", "Hội nghị phổ biến Luật Đất đai"))))
    (9, 91)
    """
    columns = _columns(table)
    needs = _needs(columns, page)
    if sum(needs) > WHOLE:
        return _parts(WHOLE, needs)
    wishes = [_percent(max(map(_wish, column)), page) for column in columns]
    more = [max(wish - need, 0) for wish, need in zip(wishes, needs, strict=True)]
    spare = _parts(WHOLE - sum(needs), more if any(more) else needs)
    return tuple(map(sum, zip(needs, spare, strict=True)))


def may_be_cut(row: Sequence[str], shares: Sequence[int], page: Page) -> bool:
    """Return whether a row is too tall for one page, where Word would lose the text that does not fit."""
    rooms = (page.text_width.pt * share / WHOLE - CELL_ROOM.pt for share in shares)
    lines = (
        text_width(clean(cell), layout.TABLE_TEXT).pt / max(room, 1)
        for cell, room in zip(row, rooms, strict=True)
    )
    return max(lines) * layout.TABLE_TEXT.size.pt * layout.FONT_LINE > page.tallest_row.pt


def titles_and_rows(
    table: Table, shares: Sequence[int], page: Page
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Return the column titles, which every page repeats, and the rows below them.

    A first row too tall to be kept on one page is one of the rows: titles that leave no room are not printed at all.
    """
    titles, *rows = table.rows
    return ((), table.rows) if may_be_cut(titles, shares, page) else (titles, rows)


def beside_signature(recipients: Sequence[str]) -> int:
    """Return the count of recipients beside the signature, on its page; a very long list continues below it."""
    lines = (
        ceil(text_width(clean(name), layout.RECIPIENT).pt / layout.RECIPIENTS_WIDTH.pt) for name in recipients
    )
    height = layout.RECIPIENT.size.pt * layout.FONT_LINE
    return max(1, sum(height * count <= layout.TALLEST_ROW.pt for count in accumulate(lines)))


def _parts(whole: int, weights: Sequence[float]) -> tuple[int, ...]:
    """Return the whole divided by the weights, in whole numbers."""
    total = sum(weights)
    edges = [round(whole * share / total) for share in accumulate(weights, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def _percent(width: float, page: Page) -> float:
    return WHOLE * width / page.text_width.pt


def _needs(columns: Iterable[Column], page: Page) -> list[int]:
    """Return the share of each column, in whole percent, that is wide enough for its longest word."""
    return [ceil(_percent(max(map(_widest_word, column)), page)) for column in columns]


def _columns(table: Table) -> list[Column]:
    return [[*_styled(column)] for column in zip(*table.rows, strict=True)]


def _styled(column: Sequence[str]) -> Iterator[tuple[str, Style]]:
    """Yield the cells of a `Column`."""
    title, *cells = map(clean, column)
    return chain([(title, layout.TABLE_HEADER)], ((cell, layout.cell_style(cell)) for cell in cells))


def _widest_word(styled: tuple[str, Style]) -> float:
    """Return the width, in points, in which no word of the cell is cut, except words too long for any column."""
    cell, style = styled
    widths = (text_width(word, style).pt for word in cell.split() if len(word) <= LONGEST_NUMBER)
    return CELL_ROOM.pt + max(widths, default=0)


def _wish(styled: tuple[str, Style]) -> float:
    """Return the width, in points, of the cell on one line, up to LONGEST_LINE."""
    return CELL_ROOM.pt + min(text_width(*styled).pt, LONGEST_LINE.pt)
