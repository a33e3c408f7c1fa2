"""A statistical form, filled in, as frozen values: what pages, papers, files and checks show of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.figures.parts import Part, added_up
from reports.models import Figure, Indicator, IndicatorSet

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Window:
    """The days of the figures, both included; figures are actual up to `cut_off`, the rest is estimated."""

    first: date
    last: date
    cut_off: date | None = None

    @property
    def last_counted(self) -> date:
        return min(self.cut_off or self.last, self.last)

    @property
    def has_rest(self) -> bool:
        """Return whether days are left after those that are counted, for which figures are estimated."""
        return self.last_counted < self.last

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Return the years and months that it has days of, in their order."""
        return months_between(self.first, self.last)

    @property
    def counted_months(self) -> tuple[tuple[int, int], ...]:
        return months_between(self.first, self.last_counted)


def months_between(first: date, last: date) -> tuple[tuple[int, int], ...]:
    """Return the years and months from a day to another.

    >>> months_between(date(2023, 12, 15), date(2024, 2, 1))
    ((2023, 12), (2024, 1), (2024, 2))
    """
    numbers = range(first.year * MONTHS + first.month - 1, last.year * MONTHS + last.month)
    return tuple((number // MONTHS, number % MONTHS + 1) for number in numbers)


def month_words(months: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Return what years and months are called, with the year where two have one name.

    >>> [*month_words([(2023, 12), (2024, 6), (2024, 12)]).values()]
    ['tháng 12/2023', 'tháng 6', 'tháng 12/2024']
    """
    months = tuple(months)
    times = Counter(month for _, month in months)
    return {
        (year, month): f"tháng {month}/{year}" if times[month] > 1 else f"tháng {month}"
        for year, month in months
    }


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A row of the body with what it adds to a figure; `label` is the name of its model, "event" or "policy"."""

    label: str
    pk: int
    words: str
    address: str
    value: int
    part: Part | None = None  # None for what is no event
    goes_on: bool = False  # after the month or the quarter in which it counts


@dataclass(frozen=True, slots=True)
class FormFigure:
    """One column of a form: what the rows say, what was settled, and what of it is doubtful."""

    indicator: Indicator
    counted: int | None = None  # None where nothing is counted
    rows: tuple[CountedRow, ...] = ()
    doubts: tuple[str, ...] = ()  # sentences: rows without a day, hybrid sessions, "hơn 200" …
    stored: Figure | None = None
    before: int | None = None  # the total of the same period of the year before
    before_fault: str = ""  # why that is not known, where a number was submitted
    summed_estimate: int | None = None  # of a column that adds up others, or of one that bodies add up to
    is_dash: bool = False  # "-" unless somebody states a number

    @property
    def does_not_apply(self) -> bool:
        if self.stored is None or (self.stored.actual is None and self.stored.estimate is None):
            return self.is_dash or (self.stored is not None and self.stored.does_not_apply)
        return self.stored.does_not_apply

    @property
    def actual(self) -> int | None:
        """Return the settled number, or else the counted one; None where it does not apply or nobody entered it."""
        if self.does_not_apply:
            return None
        settled = self.stored.actual if self.stored else None
        return self.counted if settled is None else settled

    @property
    def estimate(self) -> int | None:
        if self.does_not_apply:
            return None
        stated = self.stored.estimate if self.stored else None
        return self.summed_estimate if stated is None else stated

    @property
    def total(self) -> int | None:
        """Return actual and estimate together; None where both are missing."""
        numbers = [number for number in (self.actual, self.estimate) if number is not None]
        return sum(numbers) if numbers else None

    @property
    def differs(self) -> bool:
        """Return whether somebody settled another number than the rows say."""
        return self.counted is not None and self.actual is not None and self.actual != self.counted

    @property
    def parts(self) -> Counter[Part]:
        """Return what the rows add to it, by what they are counted by."""
        return added_up((row.part, row.value) for row in self.rows)

    @property
    def words(self) -> str:
        return self.stored.words if self.stored else ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of one body for one period, with its columns in order; that of a province is added up from its bodies."""

    indicator_set: IndicatorSet
    window: Window
    figures: tuple[FormFigure, ...]
    is_added_up: bool = False
    left: tuple[Figure, ...] = ()  # settled before the period got this form, which has no columns for them

    @property
    def has_estimates(self) -> bool:
        """Return whether the rest of the window is estimated, or was before its days were changed."""
        return self.window.has_rest or any(one.estimate is not None for one in self.figures)

    def figure(self, code: str) -> FormFigure | None:
        return next((one for one in self.figures if one.indicator.code == code), None)
