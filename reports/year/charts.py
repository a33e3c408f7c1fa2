"""Counts as bars that show their numbers, so that one chart is also the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accounts.rows.filters import AFTER_YEAR, BEFORE_YEAR

BEFORE, AFTER = 0, 13


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    count: int
    percent: int  # of the longest bar of the chart
    value: str  # filters a list to what is counted: "plan", "3"


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    page: str  # the name of the page of the counted list
    bars: tuple[Bar, ...]


def ranked(counts: Mapping[str, int], labels: Mapping[str, str]) -> tuple[Bar, ...]:
    """Return one bar for each value, the longest first, those of equal length in alphabetical order."""
    longest = max(counts.values(), default=0)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], labels[item[0]]))
    return tuple(_bar(labels[value], value, count, longest) for value, count in ordered)


def by_month(year: int, dates: Mapping[tuple[str, str], Iterable[date]]) -> tuple[Series, ...]:
    """Return a series for each name and page, with a bar for each month, all on one scale.

    Dates outside the year have bars of their own, if there are any: a plan for 2024 is often issued in December 2023.
    """
    counts = {name: Counter(_month(day, year) for day in days) for name, days in dates.items()}
    together = sum(counts.values(), Counter())
    longest = max((count for counter in counts.values() for count in counter.values()), default=0)
    labels = {month: str(month) for month in range(1, 13)}
    # Two digits of the year, because the columns are narrow on a phone.
    labels = {BEFORE: f"≤{(year - 1) % 100:02}"} | labels | {AFTER: f"≥{(year + 1) % 100:02}"}
    shown = [month for month in labels if month not in (BEFORE, AFTER) or together[month]]
    return tuple(
        Series(*name, tuple(_bar(labels[month], _value(month), counter[month], longest) for month in shown))
        for name, counter in counts.items()
    )


def _month(day: date, year: int) -> int:
    if day.year != year:
        return BEFORE if day.year < year else AFTER
    return day.month


def _value(month: int) -> str:
    """Return the value that filters a list to a month, or to the dates before or after the year."""
    return {BEFORE: BEFORE_YEAR, AFTER: AFTER_YEAR}.get(month, str(month))


def _bar(label: str, value: str, count: int, longest: int) -> Bar:
    return Bar(label, count, percent=round(100 * count / longest) if longest else 0, value=value)
