"""Numbers as a chart of bars that is drawn on the server, and as the table beside it.

A scale begins at 0; what does not apply ("-") and what nobody knows have no bar, which is not the bar of a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from pbgdpl.lib.vietnamese import percentage, thousands
from reports.figures.change import Change

NBSP = "\N{NO-BREAK SPACE}"
UNKNOWN = "không có số"
Number = int | Literal["-"] | None  # "-" is what does not apply, None what nobody knows

# Pixels; lengths are in tenths of a percent of the width of the chart, so that it fits a phone and letters keep
# their size.
STEP, BAR, LINE, GAP = 18, 12, 18, 12
BESIDE = 96  # what short labels take beside their bars; longer ones stand above, in lines that a phone has room for
SHORT, LONG, MOST_LINES = 12, 40, 3
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
    """A number where it is drawn."""

    words: str
    width: str  # in percent, with a dot: "37.4"
    top: int

    @property
    def baseline(self) -> int:
        return self.top + BAR - 1


@dataclass(frozen=True, slots=True)
class Place:
    """A row where it is drawn: the lines of its label, each with its baseline, and a bar for each series."""

    lines: tuple[tuple[str, int], ...]
    bars: tuple[Bar, ...]
    bottom: int


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
    def keys(self) -> tuple[str, ...]:
        """Return the names of the series, each with its total where they have one: "Năm 2024: 1.245"."""
        if self.total is None:
            return self.series
        return tuple(f"{name}: {words}" for name, words in zip(self.series, self.total.words, strict=True))

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
        return self.places[-1].bottom if self.rows else 0

    @property
    def places(self) -> tuple[Place, ...]:
        longest, places = max(map(_longest, self.rows), default=0), list[Place]()
        for row in self.rows:
            top = places[-1].bottom if places else 0
            places.append(self._place(row, top, _longest(row) if self.has_own_scales else longest))
        return tuple(places)

    def _place(self, row: Row, top: int, longest: int) -> Place:
        if self.is_beside:
            lines, room = [row.label], LONGEST_BESIDE
        else:
            lines, room = _wrapped(row), LONGEST_BELOW
        first = top if self.is_beside else top + LINE * len(lines)
        return Place(
            tuple((line, top + BAR - 1 + number * LINE) for number, line in enumerate(lines)),
            tuple(
                Bar(in_words(number), _width(number, longest, room), first + place * STEP)
                for place, number in enumerate(row.numbers)
            ),
            first + len(row.numbers) * STEP + GAP,
        )


def in_words(number: Number) -> str:
    """Return a number as officials write it, "-", or that there is none."""
    if number is None:
        return UNKNOWN
    return number if isinstance(number, str) else thousands(number)


def share_of(part: int | None, whole: int | None) -> str:
    """Return "12,5%" of the whole, "" where there is none."""
    if not whole or part is None:
        return ""
    return percentage(part, whole)


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


def _wrapped(row: Row) -> list[str]:
    """Return the label in lines, with the change behind it, which is never parted from its sign of percent."""
    words = f"{row.label}: {row.change.replace(' ', NBSP)}" if row.change else row.label
    return wrap(words, LONG, max_lines=MOST_LINES, placeholder="…")


def _width(number: Number, longest: int, room: int) -> str:
    """Return the length of a bar, so that no number but 0 has none.

    >>> _width(1245, 1245, 620), _width(1, 10**6, 620), _width(0, 7, 620), _width("-", 7, 620)
    ('62.0', '0.1', '0.0', '0.0')
    """
    stated = _stated(number) or 0
    tenths = max(1, stated * room // longest) if stated > 0 else 0
    return f"{tenths // 10}.{tenths % 10}"
