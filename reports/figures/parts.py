"""The parts of a figure that is counted from events: the kind, the month, the quarter and the division of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from events.held import MONTHS_OF_A_QUARTER
from events.kinds import DatePrecision


class Part(NamedTuple):
    """What a row is counted by; 0 is no year, no month or no quarter."""

    kind: str
    year: int
    month: int
    quarter: int
    division: int | None


def part_of(kind: str, day: date | None, precision: str, division: int | None) -> Part:
    """Return the part of a row by its first day; what is dated by a quarter is of no month."""
    if day is None:
        return Part(kind, 0, 0, 0, division)
    month = 0 if precision == DatePrecision.QUARTER else day.month
    return Part(kind, day.year, month, quarter_of(day.month), division)


def quarter_of(month: int) -> int:
    return (month - 1) // MONTHS_OF_A_QUARTER + 1


def added_up(rows: Iterable[tuple[Part | None, int]]) -> Counter[Part]:
    """Return what rows add to a figure by their parts; what has no part is left out."""
    parts = Counter[Part]()
    for part, value in rows:
        if part:
            parts[part] += value
    return parts
