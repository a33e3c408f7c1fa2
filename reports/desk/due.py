"""Until when a report is due, in the words of the department's desk."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format

from accounts.models import Organisation
from reports.models import ReportingPeriod, Submission
from reports.periods.deadlines import days_left, due_on

NEAR = 7  # days
UNOPENED = "Sở Tư pháp chưa mở kỳ báo cáo này nên chưa có hạn nộp"


@dataclass(frozen=True, slots=True)
class Due:
    """The words, the icon beside them, and how they are drawn: "calm", "near", "late", "kept"."""

    words: str
    icon: str
    tone: str


def due_of(
    period: ReportingPeriod | None, organisation: Organisation, submission: Submission | None
) -> Due | None:
    """Return how long there is time, or how a submission that stands kept its deadline; None where it had none."""
    if submission is not None:
        return _kept(submission)
    if period is None:
        return Due(UNOPENED, "clock", "calm")
    day = due_on(period, organisation)
    left, words = days_left(day), date_format(day)
    if left < 0:
        return Due(f"Quá hạn {-left} ngày, hạn {words}", "warning", "late")
    if left == 0:
        return Due(f"Hôm nay là ngày cuối, hạn {words}", "clock", "near")
    return Due(f"Còn {left} ngày, hạn {words}", "clock", "near" if left <= NEAR else "calm")


def _kept(submission: Submission) -> Due | None:
    if submission.due_on is None:
        return None
    day, late = date_format(submission.due_on), submission.days_late
    return (
        Due(f"Nộp muộn {late} ngày so với hạn {day}", "warning", "late")
        if late
        else Due(f"Nộp đúng hạn {day}", "done", "kept")
    )
