"""How a list fits on paper: the widths of its columns, and the page and the size in which it is printed.

Lengths are in points, at the size of the sheet's font before the print is scaled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from pbgdpl.lib.times_new_roman import BOLD, REGULAR, Face

SIZE = 12  # of the sheet's font
SHORT_SIDE, LONG_SIDE = 595.3, 841.9  # of A4
MARGIN = 28.35  # 10 mm, left and right
SLACK = 0.95  # LibreOffice scales a long sheet to 96 % of the page
MOST_UPRIGHT = 6  # columns; more lie on a page on its side, however short they are
CELL_ROOM = 10  # between the text and the borders of a cell on both sides, and a little more
FILTER_BUTTON = 6  # what it leaves too little of a heading
LONGEST_WORD = 200  # a longer one, as a path or a hash, is broken
ROUNDING = 0.1
LINE = 15.75  # the height that Excel gives a line
TALLEST = 409.5  # that Excel draws: 26 lines; the rest of a text would be missing
REPEATED = 2  # columns, on every page where a sheet takes several across
SAMPLE, PARTS = 60, 40  # rows by which the widths are chosen, and parts in which they are given
LESS = 0.1
MOST_LINES, MOST_HEADING_LINES, EASY_LINES = 22, 3, 12
SHORT, EASY = 60, 170  # EASY: the width of a column in which a long text reads well


@dataclass(frozen=True, slots=True)
class Paper:
    """A way to print: on its side or upright, and the percentage to which everything is scaled."""

    is_landscape: bool
    percent: int

    @property
    def room(self) -> float:
        """Return the width that all columns can have together."""
        side = LONG_SIDE if self.is_landscape else SHORT_SIDE
        return (side - 2 * MARGIN) * SLACK * 100 / self.percent


UPRIGHT = Paper(False, 100)
# By the size of the letters on paper; smaller ones are not read with ease.
TURNED = tuple(Paper(True, ceil(100 * size / SIZE)) for size in (12, 11, 10, 9, 8))


@dataclass(slots=True)
class Content:
    """The lengths of the texts of a column."""

    word: float = 0  # the longest that should not be broken
    line: float = 0  # the longest one
    longest: float = 0  # all lines of the longest text
    heading: float = 0  # the heading on one line

    @property
    def least(self) -> float:
        """Return the narrowest width in which nothing is cut, and no short text takes two lines."""
        short = self.line if self.line <= SHORT else 0
        return max(self.word, short, self.longest / MOST_LINES) + CELL_ROOM

    @property
    def easy(self) -> float:
        """Return the narrowest width in which the column reads well."""
        return max(self.least, min(self.line, max(EASY, self.longest / EASY_LINES)) + CELL_ROOM)

    @property
    def whole(self) -> float:
        """Return the width in which no line is broken."""
        return max(self.least, max(self.line, self.heading) + CELL_ROOM)


class Measured(NamedTuple):
    """The lengths of a text."""

    word: float  # the longest
    line: float  # the longest
    whole: float  # all lines


class Words(dict[str, float]):
    """Lengths by word; that of a word is added when it is first read."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, word: str) -> float:
        self[word] = length = self._face.width(word, SIZE)
        return length


class Ruler:
    """Measures texts in one face; each text and each word once."""

    def __init__(self, face: Face = REGULAR) -> None:
        self._words, self._texts = Words(face), dict[str, Measured]()
        self._space = self._words[" "]

    def content_of(self, texts: Iterable[str]) -> Content:
        content = Content()
        for text in texts:
            if text:
                one = self.measured(text)
                content.word = max(content.word, min(one.word, LONGEST_WORD))
                content.line = max(content.line, one.line)
                content.longest = max(content.longest, one.whole)
        return content

    def measured(self, text: str) -> Measured:
        found = self._texts.get(text)
        if found is None:
            lines = [[*map(self._words.__getitem__, line.split(" "))] for line in text.split("\n")]
            lengths = [sum(words) + self._space * (len(words) - 1) for words in lines]
            found = self._texts[text] = Measured(max(map(max, lines)), max(lengths), sum(lengths))
        return found

    def lines_of(self, text: str, room: float) -> int:
        """Return how many lines a text takes."""
        if self.measured(text).line <= room:
            return text.count("\n") + 1
        return sum(self._lines_of_one(line.split(" "), room) for line in text.split("\n"))

    def _lines_of_one(self, words: Sequence[str], room: float) -> int:
        lines, filled = 1, 0.0
        for word in words:
            length = self._words[word]
            if filled and filled + length > room:
                lines, filled = lines + 1, 0.0
            if length > room:
                characters = max(int(room * len(word) / length), 1)  # that a line holds
                broken = (len(word) - 1) // characters
                lines, length = lines + broken, length * (1 - broken * characters / len(word))
            filled += length + self._space
        return lines


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """How a sheet is printed."""

    paper: Paper
    widths: tuple[float, ...]
    ruler: Ruler
    # Whether the columns take more than one page across, because the letters would be too small on one.
    is_across: bool = False

    def height_of(self, texts: Sequence[str], ruler: Ruler | None = None) -> float:
        """Return the height of a row in which no text is cut."""
        rooms = (width - CELL_ROOM + ROUNDING for width in self.widths)
        lines = ((ruler or self.ruler).lines_of(*pair) for pair in zip(texts, rooms, strict=True))
        return min(max(lines) * LINE, TALLEST)


def print_plan(headings: Sequence[str], columns: Sequence[Sequence[str]]) -> PrintPlan:
    """Return the plan with the largest letters in which all columns read well, of 8 points at least."""
    ruler, head = Ruler(), Ruler(BOLD)
    contents = [
        _with_heading(ruler.content_of(texts), head, heading)
        for heading, texts in zip(headings, columns, strict=True)
    ]
    sample = _sample(ruler, columns)
    easy, least = sum(one.easy for one in contents), sum(one.least for one in contents)
    for paper in (*([UPRIGHT] if len(contents) <= MOST_UPRIGHT else []), *TURNED):
        if easy <= paper.room:
            return PrintPlan(paper, _widths(contents, sample, paper.room), ruler)
    smallest = TURNED[-1]
    if least <= smallest.room:
        return PrintPlan(smallest, _widths(contents, sample, smallest.room), ruler)
    return PrintPlan(smallest, _widths_across(contents, smallest.room), ruler, is_across=True)


def _sample(ruler: Ruler, columns: Sequence[Sequence[str]]) -> list[list[float]]:
    """Return the lengths of the texts of some rows from all parts of the list."""
    count = max(map(len, columns), default=0)
    return [
        [ruler.measured(texts[row]).whole if row < len(texts) else 0 for texts in columns]
        for row in range(0, count, count // SAMPLE + 1)
    ]


def _with_heading(content: Content, ruler: Ruler, heading: str) -> Content:
    """Return the lengths of a column with its heading, which may take a few lines."""
    room = ruler.measured(heading).word
    while room < LONGEST_WORD and ruler.lines_of(heading, room) > MOST_HEADING_LINES:
        room += 2
    word = min(max(content.word, room + FILTER_BUTTON), LONGEST_WORD)
    return replace(content, word=word, heading=ruler.measured(heading).line + FILTER_BUTTON)


def _widths(contents: Sequence[Content], rows: Sequence[Sequence[float]], room: float) -> tuple[float, ...]:
    """Return the widths that fill a page, as far as the texts need it, with the rows as low as they get.

    `rows` are the lengths of the texts of some rows. What is left beside the least widths is given away in parts,
    each to the column that makes the rows lower than any other.
    """
    whole = [one.whole for one in contents]
    if sum(whole) <= room:
        return tuple(whole)
    easy = [one.easy for one in contents]
    widths = easy if sum(easy) <= room else [one.least for one in contents]
    part = (room - sum(widths)) / PARTS
    for _ in range(PARTS):
        gains = _gains(rows, widths, part)
        place = max(range(len(widths)), key=lambda one: (widths[one] < whole[one], gains[one]))
        widths[place] += part
    return tuple(widths)


def _widths_across(contents: Sequence[Content], room: float) -> tuple[float, ...]:
    """Return the widths of columns on several pages across, each of which repeats the first two."""
    first, second, *others = (one.easy for one in contents)
    first = min(first, room / 3)
    second = min(second, room - first - min(max(others, default=0), room / 3))
    widest = room - first - second
    return (first, second, *(min(one, widest) for one in others))


def _gains(rows: Sequence[Sequence[float]], widths: Sequence[float], part: float) -> list[float]:
    """Return how many lines the rows get lower where each of the columns gets a part more.

    A column that is not the tallest one of its row counts a little, so that all texts get lower in the end.
    """
    gains = [0.0] * len(widths)
    rooms = [width - CELL_ROOM for width in widths]
    for row in rows:
        lines = [length / room for length, room in zip(row, rooms, strict=True)]
        second, first = sorted((0.0, *lines))[-2:]
        for place, before in enumerate(lines):
            if before:
                after = row[place] / (rooms[place] + part)
                gains[place] += LESS * (before - after)
                gains[place] += first - max(second, after) if before == first else 0
    return gains
