"""The deadline of a report as the pages of its department show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localdate

from accounts.models import Organisation
from reports.deadlines.days import due_on, takes_reports
from reports.deadlines.timing import Deadline, Punctuality, awaited, judged
from reports.models import ReportingPeriod, Submission
from reports.states import status_after

NEAR = 7  # days
UNOPENED = "Sở Tư pháp chưa mở kỳ báo cáo này nên chưa có hạn nộp"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline in words, with its icon and its class in the style sheet: "calm", "near", "late", "met"."""

    words: str
    icon: str
    tone: str

    @property
    def is_closed(self) -> bool:
        """Return whether no report is taken any more."""
        return self.icon == "closed"


def due_of(
    period: ReportingPeriod | None, organisation: Organisation, versions: Sequence[Submission]
) -> Due | None:
    """Return the days left, or whether the submission was in time; None if it had no deadline or nobody receives it.

    `versions` are all that was submitted of the report, with their outcomes.
    """
    if organisation.reports_for_province:
        return None
    day = due_on(period, organisation) if period else None
    deadline = judged(versions, day) if versions else None
    if versions and not status_after(versions[-1]).is_open:
        return _drawn(deadline) if deadline else None
    if period is None or day is None:
        return Due(UNOPENED, "clock", "calm")
    if period.closed_at and not takes_reports(period, organisation):
        closed_on = date_format(localdate(period.closed_at))
        return Due(f"Kỳ đã đóng ngày {closed_on}, hạn {date_format(day)}", "closed", "late")
    left = awaited(day)
    return _drawn(left if deadline is None or left.days <= 0 else deadline)


def _drawn(deadline: Deadline) -> Due:
    match deadline.punctuality:
        case Punctuality.LATE:
            return Due(deadline.words_and_day, "warning", "late")
        case Punctuality.ON_TIME:
            return Due(deadline.words_and_day, "done", "met")
        case Punctuality.OPEN:
            tone = "near" if deadline.days >= -NEAR else "calm"
            return Due(deadline.words_and_day, "clock", tone)
