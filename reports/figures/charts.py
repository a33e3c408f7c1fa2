"""Numbers as a chart of bars that is drawn on the server, and as the table beside it.

A scale begins at 0; what does not apply ("-") and what nobody knows have no bar, which is not the bar of a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pbgdpl.lib.vietnamese import decimal_number, first_words, thousands
from reports.figures.change import Change

UNKNOWN = "không có số"
Number = int | Literal["-"] | None  # "-" is what does not apply, None what nobody knows

# Pixels; lengths are in tenths of a percent of the width of the chart, so that it fits a phone and letters keep
# their size.
STEP, BAR, LINE, GAP = 18, 12, 22, 10
BESIDE = 96  # what short labels take beside their bars; longer ones stand above
SHORT, LONG = 12, 34  # characters
LONGEST_BESIDE, LONGEST_BELOW = 440, 620


@dataclass(frozen=True, slots=True)
class Row:
    """A label with a number for each series; `address` leads to what is counted in the first one."""

    label: str
    numbers: tuple[Number, ...]
    address: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(map(in_words, self.numbers))

    @property
    def change(self) -> str:
        now, before, *_ = (*self.numbers, None, None)
        return Change(*(one if isinstance(one, int) else None for one in (now, before))).words


@dataclass(frozen=True, slots=True)
class Bar:
    """A number of a row where it is drawn."""

    words: str
    width: str  # in percent, with a dot: "37.4"
    top: int

    @property
    def baseline(self) -> int:
        return self.top + BAR - 1


@dataclass(frozen=True, slots=True)
class Place:
    """A row where it is drawn, with a bar for each series."""

    row: Row
    label: str  # as much of it as a phone has room for
    top: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with the rows of its table; `key` begins the ids of its elements."""

    key: str
    title: str
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    unit: str = ""
    total: Row | None = None  # what the rows add up to
    has_own_scales: bool = False  # each row its own, because their units differ

    @property
    def is_beside(self) -> bool:
        return all(len(row.label) <= SHORT for row in self.rows)

    @property
    def left(self) -> int:
        return BESIDE if self.is_beside else 0

    @property
    def is_compared(self) -> bool:
        return len(self.series) > 1

    @property
    def lines(self) -> tuple[tuple[Row, str], ...]:
        """Return the rows, each with its share of the total in the first series."""
        whole = _first(self.total) if self.total else None
        return tuple((row, share_of(_stated(row.numbers[0]), whole)) for row in self.rows)

    @property
    def description(self) -> str:
        """Return what the chart shows, for who does not see it; the numbers follow in its table."""
        scale = "mỗi dòng một thang riêng bắt đầu từ 0" if self.has_own_scales else "thang bắt đầu từ 0"
        said = [f"Thanh ngang, {scale}."]
        if self.is_compared:
            said.append(f"Mỗi dòng so {self.series[0].lower()} với {self.series[1].lower()}.")
        known = [row for row in self.rows if isinstance(row.numbers[0], int) and row.numbers[0]]
        if known and not self.has_own_scales:
            most = max(known, key=_first)
            said.append(f"Nhiều nhất: {most.label}, {most.words[0]}{self.unit and ' '}{self.unit}.")
        return " ".join(said)

    @property
    def height(self) -> int:
        return len(self.rows) * self._block

    @property
    def places(self) -> tuple[Place, ...]:
        longest = max(map(_longest, self.rows), default=0)
        return tuple(
            self._place(row, number * self._block, _longest(row) if self.has_own_scales else longest)
            for number, row in enumerate(self.rows)
        )

    @property
    def _block(self) -> int:
        return (0 if self.is_beside else LINE) + len(self.series) * STEP + GAP

    def _place(self, row: Row, top: int, longest: int) -> Place:
        first = top if self.is_beside else top + LINE
        room = LONGEST_BESIDE if self.is_beside else LONGEST_BELOW
        return Place(
            row,
            first_words(row.label, LONG),
            top + (BAR - 1 if self.is_beside else LINE - 7),
            tuple(
                Bar(in_words(number), _width(number, longest, room), first + place * STEP)
                for place, number in enumerate(row.numbers)
            ),
        )


def in_words(number: Number) -> str:
    """Return a number as officials write it, "-", or that there is none."""
    if number is None:
        return UNKNOWN
    return number if isinstance(number, str) else thousands(number)


def share_of(part: int | None, whole: int | None) -> str:
    """Return "12,5 %" of the whole, "" where there is none."""
    if not whole or part is None:
        return ""
    share = (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{decimal_number(share)} %"


def summed(rows: Iterable[Row], label: str) -> Row:
    """Return the sum of the rows by series, unknown where no row has a number."""
    columns: Iterable[Sequence[Number]] = zip(*(row.numbers for row in rows), strict=True)
    return Row(label, tuple(map(_sum, columns)))


def _sum(numbers: Sequence[Number]) -> Number:
    stated = [number for number in numbers if isinstance(number, int)]
    return sum(stated) if stated else None


def _stated(number: Number) -> int | None:
    return number if isinstance(number, int) else None


def _first(row: Row) -> int:
    return _stated(row.numbers[0]) or 0


def _longest(row: Row) -> int:
    return max((_stated(number) or 0 for number in row.numbers), default=0)


def _width(number: Number, longest: int, room: int) -> str:
    """Return the length of a bar, so that no number but 0 has none.

    >>> _width(1245, 1245, 620), _width(1, 10**6, 620), _width(0, 7, 620), _width("-", 7, 620)
    ('62.0', '0.1', '0.0', '0.0')
    """
    stated = _stated(number) or 0
    tenths = max(1, stated * room // longest) if stated > 0 else 0
    return f"{tenths // 10}.{tenths % 10}"
