"""The rows of a sheet while they are read in a process of their own, and the way back as JSON; both are bounded."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pbgdpl.lib.office.cells import typed_text
from pbgdpl.lib.office.sheet_layout import MOST_COLUMNS
from pbgdpl.lib.office.workbook import LONGEST_TITLE, MOST_SHEETS, SHEET_TOO_FAR, Line, NamedSheet
from pbgdpl.lib.vietnamese import clean_line

MOST_LINES, MOST_CHARACTERS = 20_000, 4_000_000  # of all sheets together
MOST_NAMED = 200  # sheets that are passed over


class BookTooLarge(Exception):
    """The sheets have more rows or characters than are read."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    columns: int = 1
    rows: int = 1
    is_month_first: bool = False


@dataclass(slots=True)
class Grid:
    """A sheet: its rows with content, where merged cells give their text to each row with content that they cover."""

    book: BookParts
    title: str
    hidden_columns: set[int] = field(default_factory=set)
    rows: list[list[Any]] = field(default_factory=list)
    _below: dict[int, tuple[str, int]] = field(default_factory=dict)

    def add(self, number: int, cells: Mapping[int, Cell], *, is_hidden: bool) -> None:
        """Add a row, given as its cells by their columns; raise BookTooLarge for one too many."""
        texts = {column: typed_text(cell.text) for column, cell in cells.items()}
        filled = {column: text for column, text in texts.items() if text and column < MOST_COLUMNS}
        if not filled:
            return
        covered = {column: text for column, (text, last) in self._below.items() if number <= last}
        self.book.count(filled | covered)
        places = {column: cells[column] for column in filled}
        spans = {
            column: min(column + cell.columns, MOST_COLUMNS) - 1
            for column, cell in places.items()
            if cell.columns > 1
        }
        month_first = [column for column, cell in places.items() if cell.is_month_first]
        is_cut = any(text and column >= MOST_COLUMNS for column, text in texts.items())
        self._below.update(
            (column, (filled[column], number + cell.rows - 1)) for column, cell in places.items()
        )
        self.rows.append([number, covered | filled, is_hidden, spans, month_first, is_cut])


@dataclass(slots=True)
class BookParts:
    """What is read of a file: its first visible sheets, and the titles of the others."""

    grids: list[Grid] = field(default_factory=list)
    passed_over: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lines_left: int = MOST_LINES
    characters_left: int = MOST_CHARACTERS

    def sheet(self, title: str, why_not: str = "") -> Grid | None:
        """Return a new sheet to fill, None for one that is passed over."""
        title = clean_line(title[:LONGEST_TITLE])
        why_not = why_not or (SHEET_TOO_FAR if len(self.grids) == MOST_SHEETS else "")
        if why_not:
            self.passed_over[MOST_NAMED:] = []
            self.passed_over.append((title, why_not))
            return None
        self.grids.append(Grid(self, title))
        return self.grids[-1]

    def count(self, texts: Mapping[int, str]) -> None:
        self.lines_left -= 1
        self.characters_left -= sum(map(len, texts.values()))
        if min(self.lines_left, self.characters_left) < 0:
            raise BookTooLarge

    def json(self) -> str:
        sheets = [[grid.title, sorted(grid.hidden_columns), grid.rows] for grid in self.grids]
        return json.dumps({"sheets": sheets, "passed_over": self.passed_over, "notes": self.notes})


class ReadBook:
    """The sheets of a file that was read in another process."""

    def __init__(self, answer: str) -> None:
        parts = json.loads(answer)
        self._sheets = parts["sheets"]
        self.passed_over = tuple((title, why) for title, why in parts["passed_over"])
        self.notes = tuple(parts["notes"])

    @property
    def has_sheets(self) -> bool:
        return bool(self._sheets)

    def sheets(self) -> Iterator[NamedSheet]:
        for title, hidden, rows in self._sheets:
            yield NamedSheet(title, _lines(rows, frozenset(hidden)))


def _lines(rows: Collection[list[Any]], hidden: frozenset[int]) -> Iterator[Line]:
    for number, cells, is_hidden, spans, month_first, is_cut in rows:
        yield Line(
            number,
            _by_column(cells),
            is_hidden,
            hidden,
            _by_column(spans),
            frozenset(month_first),
            is_cut,
        )


def _by_column(values: Mapping[str, Any]) -> dict[int, Any]:
    return {int(column): value for column, value in values.items()}
