"""How columns share the width of the text, alike in every renderer: those of a table, and the letterhead's."""

from __future__ import annotations

from itertools import pairwise

from reports.document import layout
from reports.document.layout import Length
from reports.document.lines import date_line
from reports.document.metrics import text_width
from reports.document.tree import Letterhead, Table
from reports.document.words import clean

# A column asks for the letters of its longest cell, up to this many: then the cell takes several lines.
LONGEST_LINE = 40
# The room between text and border, in letters.
PADDING = 4

LETTERHEAD_COLUMNS = (layout.LETTERHEAD_LEFT, layout.LETTERHEAD_RIGHT)
WIDE_LETTERHEAD_COLUMNS = (layout.WIDE_LETTERHEAD_LEFT, layout.WIDE_LETTERHEAD_RIGHT)


def letterhead_columns(head: Letterhead) -> tuple[Length, Length]:
    """Return the widths of the letterhead's two columns: the wide ones only where place and date need them."""
    date = text_width(clean(date_line(head)), layout.PLACE_DATE)
    is_short = date.pt + layout.SLACK.pt <= layout.LETTERHEAD_RIGHT.pt
    return LETTERHEAD_COLUMNS if is_short else WIDE_LETTERHEAD_COLUMNS


def column_shares(table: Table) -> tuple[int, ...]:
    """Return each column's share of the width in whole percent, from the left; they add up to 100.

    >>> column_shares(Table((("STT", "Nội dung"), ("1", "Hội nghị phổ biến Luật Đất đai"))))
    (17, 83)
    """
    wishes = [max(map(_wish, column)) for column in zip(*table.rows, strict=True)]
    edges = [round(100 * sum(wishes[:position]) / sum(wishes)) for position in range(len(wishes) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _wish(cell: str) -> int:
    """Return the width that a cell asks for, in letters: no word of it should be cut."""
    return PADDING + max(min(len(cell), LONGEST_LINE), *map(len, cell.split()), 0)
