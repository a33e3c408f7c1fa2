"""The sizes of a form as a spreadsheet, in points at the size of its font: columns, and rows that hold their texts."""

from __future__ import annotations

from collections.abc import Sequence

from pbgdpl.lib.office.sheet_paper import CELL_ROOM, LINE, LONGEST_WORD, ROUNDING, TALLEST, TURNED, Ruler
from pbgdpl.lib.times_new_roman import BOLD
from reports.figures.form_table import FormHead, HeadCell
from reports.models import Indicator

DOUBTFUL = " (*)"  # behind a label that is not certain
NUMBER, LEAST, STEP = 40, 40, 4
LEAST_NAME, MOST_NAME = 170, 260
LEAST_WORDS, MOST_WORDS = 90, 200  # of a column of words
MOST_LABEL_LINES = 8
MOST_GROUP_LINES, WIDEST_GROUP = 4, 600
EASY = TURNED[1]  # the paper that a small form fills, with letters of 11 points


def label_words(text: str, indicator: Indicator | None) -> str:
    """Return a label with what the form says of its column: whether it is certain, and its unit."""
    if indicator is None:
        return text
    unit = f"\n({indicator.unit})" if indicator.unit else ""
    return f"{text}{DOUBTFUL if indicator.is_doubtful else ''}{unit}"


class FormSizes:
    """The widths of a form's columns, and the heights of its rows by them."""

    def __init__(
        self,
        indicators: Sequence[Indicator],
        head: FormHead,
        names: Sequence[str],
        values: Sequence[Sequence[str]],
    ) -> None:
        """Measure a form by the names of its lines, and by what each column has in them."""
        self._plain, self._bold = Ruler(), Ruler(BOLD)
        name = self._bold.content_of(names).line + CELL_ROOM
        widths = [NUMBER, min(max(name, LEAST_NAME), MOST_NAME)]
        widths += [self._width(one, texts) for one, texts in zip(indicators, values, strict=True)]
        for row in head.rows:
            for cell in row:
                self._widen(widths, cell)
        more = max(1, EASY.room / sum(widths))
        self.widths = tuple(width * more for width in widths)

    def _widen(self, widths: list[float], group: HeadCell) -> None:
        """Give the columns of a group the width in which its heading takes few lines."""
        columns = range(group.column, group.column + group.columns)
        room = sum(widths[column] for column in columns) - CELL_ROOM
        needed, is_group = room, group.indicator is None
        while (
            is_group and needed < WIDEST_GROUP and self._bold.lines_of(group.text, needed) > MOST_GROUP_LINES
        ):
            needed += STEP
        for column in columns:
            widths[column] += (needed - room) / group.columns

    def _width(self, indicator: Indicator, texts: Sequence[str]) -> float:
        """Return the width in which no value is broken, no word of the label, and the label takes few lines."""
        label, longest = label_words(indicator.label, indicator), self._bold.content_of(texts).line
        if indicator.is_text:
            longest = min(max(longest, LEAST_WORDS), MOST_WORDS)
        room = max(longest, min(self._bold.measured(label).word, LONGEST_WORD), LEAST)
        while room < LONGEST_WORD and self._bold.lines_of(label, room) > MOST_LABEL_LINES:
            room += STEP
        return room + CELL_ROOM

    @property
    def fit_a4(self) -> bool:
        """Return whether the form is read with ease on a page of A4."""
        return sum(self.widths) <= TURNED[-1].room

    def height(self, text: str, start: int, end: int, *, is_bold: bool = False) -> float:
        """Return the height of a text in the columns from `start` to before `end`."""
        room = sum(self.widths[start:end]) - CELL_ROOM + ROUNDING
        ruler = self._bold if is_bold else self._plain
        return min(ruler.lines_of(text, room) * LINE, TALLEST)

    def head_heights(self, head: FormHead) -> list[float]:
        """Return the heights of the rows of a head; the last one that a cell takes gives it what it lacks."""
        heights = [float(LINE)] * len(head.rows)
        cells = (cell for row in head.rows for cell in row)
        for cell in sorted(cells, key=lambda cell: cell.rows):
            last = cell.row + cell.rows
            lacking = self._head_height(cell) - sum(heights[cell.row : last])
            heights[last - 1] += max(0, lacking)
        return heights

    def _head_height(self, cell: HeadCell) -> float:
        words = label_words(cell.text, cell.indicator)
        return self.height(words, cell.column, cell.column + cell.columns, is_bold=True)
