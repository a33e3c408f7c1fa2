"""The widths of columns, the same in every renderer: of tables and of the letterhead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil

from reports.document import layout
from reports.document.cells import CELL_ROOM, LINE, SPACE, Column, count_lines
from reports.document.layout import Length, Mm
from reports.document.lines import date_line
from reports.document.metrics import text_width
from reports.document.page import UPRIGHT, Page
from reports.document.sharing import Heights, Lines, Shares, least_high, tidied
from reports.document.tree import Letterhead, Table
from reports.document.words import clean

# The widest column that is asked for; longer cells take several lines.
LONGEST_LINE = Mm(75)
# Shares are counted in half percents.
WHOLE = 200
# A larger table is judged by so many cells, in rows of all lengths.
MOST_CELLS = 300
ROWS_OF_PAGE = 12

LETTERHEAD_COLUMNS = (layout.LETTERHEAD_LEFT, layout.LETTERHEAD_RIGHT)
WIDE_LETTERHEAD_COLUMNS = (layout.WIDE_LETTERHEAD_LEFT, layout.WIDE_LETTERHEAD_RIGHT)


def letterhead_columns(head: Letterhead) -> tuple[Length, Length]:
    """Return the widths of the letterhead's two columns, the wide ones only if place and date need them."""
    date = text_width(clean(date_line(head)), layout.PLACE_DATE)
    is_short = date.pt + layout.SLACK.pt <= layout.LETTERHEAD_RIGHT.pt
    return LETTERHEAD_COLUMNS if is_short else WIDE_LETTERHEAD_COLUMNS


def is_too_wide(table: Table, page: Page) -> bool:
    """Return whether the page is too narrow for the longest words of all columns, so that words have to be cut."""
    return sum(_needs(measured(table), page)) > WHOLE


@lru_cache(maxsize=16)
def measured(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table, measured once for both pages and for every renderer."""
    return tuple(map(Column, zip(*table.rows, strict=True)))


@lru_cache(maxsize=32)
def column_shares(table: Table, page: Page = UPRIGHT) -> tuple[float, ...]:
    """Return each column's share of the width in percent or half percent, from the left; they add up to 100.

    No word is cut if there is space, and the table is about as low as it can be.

    >>> column_shares(Table((("STT", "Nội dung"), ("1", "Hội nghị phổ biến Luật Đất đai"))))
    (8.5, 91.5)
    """
    columns = measured(table)
    needs = _needs(columns, page)
    if sum(needs) > WHOLE:
        shares = _parts(WHOLE, needs)
    else:
        heights = _heights(columns, page)
        wishes = _wide_enough((column.widest_short for column in columns), page)
        shares = least_high(heights, [*_starts(columns, needs, page)], needs)
        shares = tidied(heights, shares, wishes, needs)
    return tuple(100 * share / WHOLE for share in shares)


def share_class(share: float) -> str:
    """Return the class in HTML of a column with this share: "share-12-5" for 12,5 %."""
    return f"share-{share:g}".replace(".", "-")


def _starts(columns: Sequence[Column], needs: Shares, page: Page) -> Iterator[Shares]:
    """Yield shares that are wide enough for the longest words, the rest shared by the longest cells, then by all."""
    ends = [[cell[-1] for cell in column.ends if cell] for column in columns]
    longest = [min(max(cells, default=0), LONGEST_LINE.pt) + CELL_ROOM.pt - SPACE for cells in ends]
    more = [max(0, _parts_of_page(width, page) - need) for width, need in zip(longest, needs, strict=True)]
    for weights in (more if any(more) else needs, [sum(cells) + 1 for cells in ends]):
        spare = _parts(WHOLE - sum(needs), weights)
        yield tuple(map(sum, zip(needs, spare, strict=True)))


def _heights(columns: Sequence[Column], page: Page) -> Heights:
    """Return the heights of a sample of the rows, the titles as often as pages repeat them."""
    ends = [*zip(*(column.ends for column in columns), strict=True)]
    titles, rows = ends[0], sorted(ends[1:], key=lambda row: sum(cell[-1] for cell in row if cell))
    step = ceil(len(rows) * len(columns) / MOST_CELLS) or 1
    rows = rows[step // 2 :: step]
    cells = [*zip(*[titles] * (1 + len(rows) // ROWS_OF_PAGE), *rows, strict=True)]

    def lines(column: int, share: int) -> Lines:
        room = page.text_width.pt * share / WHOLE - CELL_ROOM.pt
        return [count_lines(ends, room) for ends in cells[column]]

    return Heights(len(columns), lines)


def may_be_cut(row: Sequence[str], shares: Sequence[float], page: Page) -> bool:
    """Return whether a row is too tall for one page, where Word would lose the text that does not fit."""
    rooms = (max(page.text_width.pt * share / 100 - CELL_ROOM.pt, 1) for share in shares)
    tallest = page.tallest_row.pt / LINE.pt
    return any(
        # No character is wider than the size of its letters.
        len(cell) * layout.TABLE_TEXT.size.pt > tallest * room
        and text_width(clean(cell), layout.TABLE_TEXT).pt / room > tallest
        for cell, room in zip(row, rooms, strict=True)
    )


def titles_and_rows(
    table: Table, shares: Sequence[float], page: Page
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


def _parts_of_page(width: float, page: Page) -> float:
    return WHOLE * width / page.text_width.pt


def _needs(columns: Sequence[Column], page: Page) -> Shares:
    """Return the share of each column that is wide enough for its longest word."""
    return _wide_enough((column.widest_word for column in columns), page)


def _wide_enough(widths: Iterable[float], page: Page) -> Shares:
    return tuple(ceil(_parts_of_page(CELL_ROOM.pt + width, page)) for width in widths)
