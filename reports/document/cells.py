"""The lines of a cell in a column of some width, without laying out the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from reports.document import layout
from reports.document.layout import Length, Style
from reports.document.metrics import text_width
from reports.document.words import LONGEST_NUMBER, clean

# The space between text and border on both sides, and a little more, so that a word just fits.
CELL_ROOM = Length(2 * layout.TABLE_CELL_PADDING.pt + layout.RULE_THICKNESS.pt + 1)
SPACE = text_width(" ", layout.TABLE_TEXT).pt
LINE = Length(layout.TABLE_TEXT.size.pt * layout.FONT_LINE)
# The height of a row besides its lines.
ROW_ROOM = Length(layout.TABLE_TEXT.before.pt + layout.TABLE_TEXT.after.pt + layout.RULE_THICKNESS.pt)

# A date or a number with a word, "Tháng 7", "Quý IV", "12 xã", which reads better on one line.
SHORT = re.compile(r"(?=.{1,10}$)(?:\d\S* \w+|\w+ (?:\d\S*|[IVX]+))")

# Where the words of a cell end if it is printed on one line, in points from its left, each with the space after it.
Ends = tuple[float, ...]


class WordWidths(dict[str, float]):
    """Widths of words with the space after them, in points, measured when they are first read."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.style = style

    def __missing__(self, word: str) -> float:
        self[word] = width = text_width(f"{word} ", self.style).pt
        return width

    def ends(self, text: str) -> Ends:
        return tuple(accumulate(map(self.__getitem__, clean(text).split())))

    @property
    def widest(self) -> float:
        """Return the width of the widest word without its space, except of words too long for any column."""
        widths = (width for word, width in self.items() if len(word) <= LONGEST_NUMBER)
        return max(widths, default=SPACE) - SPACE


class Column:
    """The measured cells of a column, its title first, its widest word, and its widest cell that is SHORT."""

    def __init__(self, texts: Sequence[str]) -> None:
        title, *cells = texts
        bold, regular = WordWidths(layout.TABLE_HEADER), WordWidths(layout.TABLE_TEXT)
        self.ends = [bold.ends(title), *map(regular.ends, cells)]
        self.widest_word = max(bold.widest, regular.widest)
        short = (ends[-1] for cell, ends in zip(cells, self.ends[1:], strict=True) if SHORT.fullmatch(cell))
        self.widest_short = max(self.widest_word, max(short, default=0) - SPACE)


def count_lines(ends: Ends, room: float) -> int:
    """Return how many lines the words take, at least one; a word wider than the room takes several.

    >>> [count_lines((40.0, 80.0, 120.0), room) for room in (117, 116, 60, 20)]
    [1, 2, 3, 6]
    """
    reach = room + SPACE
    if not ends or ends[-1] <= reach:
        return 1
    count, place, limit = 1, 0, reach
    while (following := bisect_right(ends, limit, place)) < len(ends):
        if following == place:
            count += ceil((ends[place] - limit + room) / max(room, 1)) - 1
            following += 1
            if following == len(ends):
                break
        count, place, limit = count + 1, following, ends[following - 1] + reach
    return count
