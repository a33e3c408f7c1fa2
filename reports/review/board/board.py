"""Reading the board from the tables: a fixed number of queries, whatever its size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from django.db.models import QuerySet

from accounts.models import Organisation
from pbgdpl.lib.vietnamese import fold
from reports.deadlines.days import DueDays, due_days
from reports.deadlines.timing import Deadline, awaited, judged
from reports.models import OutcomeKind, PeriodKey, Report, ReportingPeriod, Submission
from reports.review.board.departments import BoardRow, Change
from reports.review.board.filters import BoardFilters
from reports.states import ReportState, Status, status_after

# The fields of a submission that the board reads; it needs neither texts nor files.
READ_OF_SUBMISSIONS = (
    "report_id",
    "version",
    "submitted_at",
    "due_on",
    "outcome__kind",
    "outcome__decided_at",
)
READ_OF_DEPARTMENTS = ("name", "code", "is_active", "contact_person", "contact_phone", "reports_to")
DONE = {
    OutcomeKind.ACCEPTED: "Tiếp nhận",
    OutcomeKind.RETURNED: "Trả lại",
    OutcomeKind.REOPENED: "Mở lại",
    OutcomeKind.WITHDRAWN: "Đơn vị rút",
}


# In the order of the bar of progress.
HANDED_IN = (ReportState.ACCEPTED, ReportState.SUBMITTED, ReportState.RETURNED, ReportState.REOPENED)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the progress bar, measured in departments."""

    state: ReportState
    start: int
    count: int


@dataclass(frozen=True, slots=True)
class Board:
    """All departments in the order of their names, and the `rows` that the filters let through."""

    key: PeriodKey
    period: ReportingPeriod | None
    departments: tuple[BoardRow, ...]
    rows: tuple[BoardRow, ...]

    @property
    def segments(self) -> list[Segment]:
        """Return the segments of the progress bar: the departments in each state after submitting."""
        counts = Counter(row.state for row in self.departments)
        starts = accumulate((counts[state] for state in HANDED_IN), initial=0)
        return [Segment(state, start, counts[state]) for state, start in zip(HANDED_IN, starts, strict=False)]

    @property
    def is_shown(self) -> bool:
        """Return whether there is something to show: a period, or submitted reports without one."""
        return self.period is not None or self.handed_in > 0

    @property
    def deadline(self) -> Deadline | None:
        """Return the deadline of the period itself."""
        return awaited(self.period.due_on) if self.period else None

    @property
    def awaited(self) -> tuple[BoardRow, ...]:
        """Return the departments that have not submitted, whatever the filters let through."""
        return tuple(row for row in self.departments if row.is_awaited)

    @property
    def handed_in(self) -> int:
        return sum(segment.count for segment in self.segments)


def board(receiver: Organisation, key: PeriodKey, filters: BoardFilters) -> Board:
    """Return the board of a receiver's departments for a period; six queries."""
    period = ReportingPeriod.objects.of(receiver).for_period(key).first()
    days = due_days(period)
    reports = Report.objects.filter(organisation__reports_to=receiver).for_period(key)
    submissions, begun = _submissions(reports), dict(reports.values_list("organisation_id", "pk"))
    departments = receiver.departments.only(*READ_OF_DEPARTMENTS)
    awaited_ones = (one for one in departments if one.is_active or one.pk in begun)
    reminders = _reminders(period)
    rows = tuple(
        _row(one, report, submissions.get(report, ()), days, reminders.get(one.pk))
        for one in sorted(awaited_ones, key=lambda one: (fold(one.name), one.code))
        for report in (begun.get(one.pk),)
    )
    return Board(key, period, rows, filters.let_through(rows))


def _submissions(reports: QuerySet[Report]) -> dict[int | None, list[Submission]]:
    """Return all that was submitted of reports, by the pk of the report, with its outcomes."""
    submissions: dict[int | None, list[Submission]] = defaultdict(list)
    found = Submission.objects.filter(report__in=reports).select_related("outcome")
    for one in found.only(*READ_OF_SUBMISSIONS):
        submissions[one.report_id].append(one)
    return submissions


def _reminders(period: ReportingPeriod | None) -> dict[int, Change]:
    """Return the last reminder of each department by its pk."""
    if period is None:
        return {}
    sent = period.reminders.values_list("organisation_id", "sent_at", "sent_by__full_name")
    return {organisation: Change(moment, name) for organisation, moment, name in sent}


def _row(
    department: Organisation,
    report: int | None,
    submissions: Sequence[Submission],
    days: DueDays,
    reminded: Change | None,
) -> BoardRow:
    begun = Status(ReportState.DRAFTING if report else ReportState.NOT_STARTED)
    status = status_after(submissions[-1]) if submissions else begun
    readable = [one for one in submissions if not status_after(one).is_withdrawn]
    return BoardRow(
        name=department.name,
        code=department.code,
        searched=fold(f"{department.name} {department.code}"),
        state=status.state,
        remark=_remark(status),
        version=readable[-1].version if readable else None,
        report=report if readable else None,
        deadline=judged(submissions, days.of(department.pk), is_extended=days.is_extended(department.pk)),
        changed=_last_change(status),
        pk=department.pk,
        previous=readable[-2].version if len(readable) > 1 else None,
        contact=", ".join(filter(None, (department.contact_person, department.contact_phone))),
        reminded=reminded,
    )


def _remark(status: Status) -> str:
    """Return "đã rút bản 1" for a report that was withdrawn, else ""."""
    submission = status.submission
    return f"đã rút bản {submission.version}" if submission and status.is_withdrawn else ""


def _last_change(status: Status) -> Change | None:
    """Return the last change of the last submission, None if nothing was submitted."""
    submission, outcome = status.submission, status.outcome
    if submission is None:
        return None
    if outcome is None:
        return Change(submission.submitted_at, f"Nộp bản {submission.version}")
    return Change(outcome.decided_at, f"{DONE[OutcomeKind(outcome.kind)]} bản {submission.version}")
