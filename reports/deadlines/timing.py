"""How a deadline is kept, in days and in words: shown alike on the desk, the board, a version's page and in the ZIP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate

from reports.deadlines.days import day_for
from reports.models import Report, Submission
from reports.models.received import LONG_TEXTS
from reports.states import status_after


class Punctuality(Enum):
    """The value is how addresses name it."""

    ON_TIME = "dung-han"
    LATE = "qua-han"
    OPEN = "con-han"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a report is due, when it was first submitted, how many days lie between."""

    due_on: date
    today: date
    is_extended: bool = False
    handed_in_on: date | None = None
    version: int | None = None  # what was submitted then

    @property
    def days(self) -> int:
        """Return by how many days the deadline was or is missed; below 0 how many there were or are left."""
        return ((self.handed_in_on or self.today) - self.due_on).days

    @property
    def punctuality(self) -> Punctuality:
        if self.days > 0:
            return Punctuality.LATE
        return Punctuality.ON_TIME if self.handed_in_on else Punctuality.OPEN

    @property
    def words(self) -> str:
        """Return "Đúng hạn", "Nộp muộn 3 ngày", "Quá hạn 3 ngày", "Còn 3 ngày", "Hôm nay là ngày cuối"."""
        match self.punctuality:
            case Punctuality.ON_TIME:
                return "Đúng hạn"
            case Punctuality.LATE:
                return f"{'Nộp muộn' if self.handed_in_on else 'Quá hạn'} {self.days} ngày"
            case Punctuality.OPEN:
                return f"Còn {-self.days} ngày" if self.days else "Hôm nay là ngày cuối"

    @property
    def words_and_day(self) -> str:
        """Return "Đúng hạn 15/11/2025", "Còn 3 ngày, hạn 15/11/2025"."""
        between = " " if self.punctuality is Punctuality.ON_TIME else ", hạn "
        return f"{self.words}{between}{date_format(self.due_on)}"


def versions_of(report: Report) -> QuerySet[Submission]:
    """Return what was submitted of a report with what became of it, without its words, which are long."""
    return report.submissions.select_related("outcome").defer(*LONG_TEXTS)


def awaited(due_on: date) -> Deadline:
    """Return the deadline of what is not submitted yet."""
    return Deadline(due_on, localdate())


def judged(
    submissions: Iterable[Submission], due_on: date | None, *, is_extended: bool = False
) -> Deadline | None:
    """Return how a report keeps its deadline, None where it has none; its versions are given with their outcomes.

    The first version that was not withdrawn tells: who corrects what was returned is not late for it.
    """
    return _deadline(next(_current(submissions), None), due_on, is_extended)


def timings_of(report: Report) -> dict[int, Deadline | None]:
    """Return of each version how the report kept its deadline with it, whatever came later."""
    versions, day = list(versions_of(report)), day_for(report.organisation, report.period)
    return {
        one.version: _deadline(next(_current(versions[:place]), one), day)
        for place, one in enumerate(versions)
    }


def _current(submissions: Iterable[Submission]) -> Iterator[Submission]:
    return (one for one in submissions if not status_after(one).is_withdrawn)


def _deadline(first: Submission | None, due_on: date | None, is_extended: bool = False) -> Deadline | None:
    """Of the day that holds now and that when it was submitted the later counts: no change makes anybody late."""
    if first is None:
        return Deadline(due_on, localdate(), is_extended) if due_on else None
    days = [day for day in (due_on, first.due_on) if day]
    handed_in_on = localdate(first.submitted_at)
    return Deadline(max(days), localdate(), is_extended, handed_in_on, first.version) if days else None
