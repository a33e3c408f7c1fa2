"""Puts the words that Tesseract found on a page together to lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import fmean, median

COLUMN = "    "
COLUMN_WIDTH = 2.0  # heights of a letter; a wider space separates columns
UNSURE = 70  # per cent; below, a word is likely misread
STRAY = set("_|~¬—=")  # what ruled lines and specks are read as
WORD_LEVEL = "5"
COLUMNS = 12  # of Tesseract's table


@dataclass(frozen=True, slots=True)
class Word:
    line: tuple[int, int, int]  # block, paragraph and line
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def middle_across(self) -> float:
        return self.left + self.width / 2

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class ScannedPage:
    rows: list[str]  # all that stands at one height, columns separated by four spaces
    running: list[str]  # in the order of reading, one column after the other
    unsure: tuple[str, ...]  # the words that are likely misread
    confidence: float  # per cent, on average


def page_of(table: str) -> ScannedPage:
    """Return the page of a table of words in Tesseract's format ("tsv")."""
    words = list(_words(table))
    if not words:
        return ScannedPage([], [], (), 0)
    lines = _upright([list(line) for _, line in groupby(words, key=lambda word: word.line)])
    return ScannedPage(
        rows=list(_rows(lines)),
        running=list(_running(lines)),
        unsure=tuple(word.text for word in words if word.confidence < UNSURE),
        confidence=fmean(word.confidence for word in words),
    )


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines():
        cells = row.split("\t")
        if cells[0] != WORD_LEVEL or len(cells) != COLUMNS or not set(cells[-1].strip()) - STRAY:
            continue
        _, _, block, paragraph, line, _, left, top, width, height = map(int, cells[:10])
        yield Word((block, paragraph, line), left, top, width, height, float(cells[10]), cells[11].strip())


def _upright(lines: list[list[Word]]) -> list[list[Word]]:
    """Return the words where they stand on the page held upright: Tesseract reads sideways and upside down too.

    The way from each word to the next one tells which side of the picture is up.
    """
    steps = [(b.middle_across - a.middle_across, b.middle - a.middle) for a, b in _neighbours(lines)]
    across, down = (sum(step[place] for step in steps) for place in (0, 1))
    if abs(across) >= abs(down):
        turn = _as_it_is if across >= 0 else _upside_down
    else:
        turn = _from_running_down if down > 0 else _from_running_up
    return [[turn(word) for word in line] for line in lines]


def _neighbours(lines: Iterable[Sequence[Word]]) -> Iterator[tuple[Word, Word]]:
    for line in lines:
        yield from pairwise(line)


def _as_it_is(word: Word) -> Word:
    return word


def _upside_down(word: Word) -> Word:
    return replace(word, left=-word.right, top=-word.bottom)


def _from_running_down(word: Word) -> Word:
    return replace(word, left=word.top, top=-word.right, width=word.height, height=word.width)


def _from_running_up(word: Word) -> Word:
    return replace(word, left=-word.bottom, top=word.left, width=word.height, height=word.width)


def _running(lines: Iterable[Sequence[Word]]) -> Iterator[str]:
    """Yield the lines in Tesseract's order, an empty one between paragraphs."""
    before = None
    for line in lines:
        if before not in (None, line[0].line[:2]):
            yield ""
        before = line[0].line[:2]
        yield _text(line)


def _rows(lines: Sequence[Sequence[Word]]) -> Iterator[str]:
    """Yield the lines from top to bottom, those at one height together, an empty one where the space is wide."""
    rows: list[list[Word]] = []
    for line in sorted(lines, key=_middle):
        if rows and abs(_middle(line) - _middle(rows[-1])) < _height(line) / 2:
            rows[-1].extend(line)
        else:
            rows.append(list(line))
    usual = median(map(_height, rows))
    bottom = None
    for row in rows:
        if bottom is not None and min(word.top for word in row) - bottom > usual:
            yield ""
        bottom = max(word.bottom for word in row)
        yield _text(sorted(row, key=lambda word: word.left))


def _middle(line: Sequence[Word]) -> float:
    return median(word.middle for word in line)


def _height(line: Sequence[Word]) -> float:
    return median(word.height for word in line)


def _text(line: Sequence[Word]) -> str:
    wide = _height(line) * COLUMN_WIDTH
    text = line[0].text
    for before, word in pairwise(line):
        text += f"{COLUMN if word.left - before.right > wide else ' '}{word.text}"
    return text
