"""Reports that were begun before their period was opened: they keep their words and learn what is asked of them."""

from __future__ import annotations

from datetime import date

from accounts.history import described_value, difference, record
from accounts.models import ChangeKind, User
from pbgdpl.lib.vietnamese import fold
from reports.models import Assessment, Report, ReportingPeriod
from reports.states import status_of
from reports.year_mentions.headings import heading_key

WINDOW = ("statistics_from", "statistics_to")


def open_reports(period: ReportingPeriod) -> list[Report]:
    """Return the departments' reports on the period that can be written on, locked until the transaction ends."""
    reports = Report.objects.for_period(period.key).filter(organisation__reports_to=period.receiver)
    locked = reports.select_for_update(of=("self",), no_key=True).order_by("pk")
    return [report for report in locked if status_of(report).is_open]


def ask_of_early_drafts(period: ReportingPeriod, *, by: User) -> None:
    """Tell the drafts what the period asks for: its days where they state none, its guidance, its criteria."""
    for report in open_reports(period):
        share_window(period, report, instead_of=(None, None), by=by)
        _guide(report, period)
        _ask_criteria(report, period)


def share_window(
    period: ReportingPeriod, report: Report, *, instead_of: tuple[date | None, date | None], by: User
) -> None:
    """Give a report the period's days of statistics, if it says these others."""
    if (report.statistics_from, report.statistics_to) != instead_of:
        return
    before = {label: text for name in WINDOW for label, text in described_value(report, name).items()}
    report.statistics_from, report.statistics_to = period.statistics_from, period.statistics_to
    report.version += 1
    report.save(update_fields=[*WINDOW, "version"])
    after = {label: text for name in WINDOW for label, text in described_value(report, name).items()}
    record(report, ChangeKind.EDITED, by=by, values=difference(before, after))


def _guide(report: Report, period: ReportingPeriod) -> None:
    """Say beside each section of the same heading what the period's outline says of it."""
    asked = {heading_key(section.heading): section for section in period.outline.sections.all()}
    sections = [section for section in report.sections.all() if heading_key(section.heading) in asked]
    for section in sections:
        like = asked[heading_key(section.heading)]
        section.guidance, section.is_required = like.guidance, like.is_required
    report.sections.bulk_update(sections, ["guidance", "is_required"])


def _ask_criteria(report: Report, period: ReportingPeriod) -> None:
    """Move each assessment to the period's criterion of the same name; none that is filled in is dropped."""
    if period.criteria_set is None:
        return
    unanswered = list(period.criteria_set.criteria.all())
    for assessment in report.assessments.select_related("criterion"):
        name = fold(assessment.criterion.name)
        same = next((criterion for criterion in unanswered if fold(criterion.name) == name), None)
        if same:
            unanswered.remove(same)
            assessment.criterion = same
            assessment.save(update_fields=["criterion"])
        elif not _says_something(assessment):
            assessment.delete()
    Assessment.objects.bulk_create(Assessment(report=report, criterion=criterion) for criterion in unanswered)


def _says_something(assessment: Assessment) -> bool:
    links = (assessment.plans, assessment.directives, assessment.events, assessment.attachments)
    stated = assessment.text or assessment.result or assessment.points is not None
    return bool(stated) or any(link.exists() for link in links)
