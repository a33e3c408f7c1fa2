"""Everything that the desk of a report shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.timezone import localdate

from accounts.models import User
from reports.checks import Finding, Severity, check, load
from reports.comparing.version_parts import printed_lines
from reports.deadlines.days import opened_for
from reports.deadlines.timing import versions_of
from reports.models import Report
from reports.periods.due import Due, due_of
from reports.states import Action, ReportState, Status, may, status_of
from reports.writing.desk.sections import SectionTask, section_tasks
from reports.writing.desk.tasks import Task, other_tasks
from reports.writing.desk.verdict import Verdict, verdict_of
from reports.writing.desk.work import Work

CORRECTING = {ReportState.RETURNED: "Sửa theo nhận xét", ReportState.REOPENED: "Sửa báo cáo"}


@dataclass(frozen=True, slots=True)
class Step:
    """The next step: the one primary button of the page."""

    words: str
    icon: str
    url: str


@dataclass(frozen=True, slots=True)
class Desk:
    report: Report
    status: Status
    verdict: Verdict | None
    due: Due | None
    sections: tuple[SectionTask, ...]
    tasks: tuple[Task, ...]
    step: Step
    may_write: bool
    may_withdraw: bool
    may_reply: bool
    # The lines of the draft where there are remarks, to find out whether a line that a note is about is still there.
    printed: frozenset[str]

    @property
    def total(self) -> int:
        """Return how many sections are to be written; headings that only stand above others do not count."""
        return sum(section.writing is not None for section in self.sections)

    @property
    def done(self) -> int:
        return self.total - sum(section.is_open for section in self.sections)

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.total) if self.total else 0

    @property
    def submitted_url(self) -> str:
        """Return the address of the current submission, "" while the report can be written on."""
        submission = self.status.submission
        return "" if self.status.is_open or submission is None else submission.get_absolute_url()


def desk_of(report: Report, by: User) -> Desk:
    """Return the desk of a report of the person's own organisation, in a fixed number of queries."""
    work = _work(report, by)
    status = work.status
    sections = tuple(section_tasks(work))
    verdict = verdict_of(work, sections)
    return Desk(
        report=report,
        status=status,
        verdict=verdict,
        due=due_of(opened_for(report.organisation, report.period), report.organisation, work.versions),
        sections=sections,
        tasks=tuple(other_tasks(work)),
        step=_step(work, sections, verdict),
        may_write=work.may_write,
        may_withdraw=may(Action.WITHDRAW, status=status, report=report, by=by),
        may_reply=may(Action.REPLY, status=status, report=report, by=by),
        printed=printed_lines(work.draft.document) if verdict and verdict.remarks else frozenset(),
    )


def _work(report: Report, by: User) -> Work:
    versions = tuple(versions_of(report))
    status, draft = status_of(report, submissions=versions), load(report, localdate())
    waivers = set(report.waivers.values_list("key", flat=True))
    found: Sequence[Finding] = check(draft) if status.is_open else ()
    return Work(
        draft=draft,
        versions=versions,
        status=status,
        found=[finding for finding in found if finding.key not in waivers],
        waived=sum(finding.key in waivers for finding in found),
        may_write=may(Action.WRITE, status=status, report=report, by=by),
    )


def _step(work: Work, sections: Sequence[SectionTask], verdict: Verdict | None) -> Step:
    """Return the next step of the person: to write, to correct, to submit or to read."""
    submission, verb = work.status.submission, work.draft.report.wording.submit
    if submission is not None and not work.status.is_open:
        return Step(f"Xem bản đã {verb}", "report", submission.get_absolute_url())
    if not work.may_write:
        return Step("Xem bản in", "print", work.url("report_preview"))
    if work.movable:
        return Step("Chuyển năm", "calendar", work.url("report_years"))
    first = next((section for section in sections if section.is_open), None)
    if first is not None:
        return Step("Viết tiếp", "edit", first.url)
    if any(finding.rule.severity is Severity.BLOCKING for finding in work.found):
        return Step(f"Sửa chỗ chặn {verb}", "closed", work.url("report_findings"))
    if verdict is not None and work.is_as_returned:
        written = (section.url for section in sections if section.writing is not None)
        places = (*(remarks.url for remarks in verdict.remarks), *written)
        return Step(
            CORRECTING[work.status.state], "edit", next(filter(None, places), work.url("report_head"))
        )
    return Step(f"Xem trước và {verb}", "submitted", work.url("report_submit"))
