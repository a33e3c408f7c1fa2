"""The reports that an organisation owes or has begun for a year, each with its state and its deadline."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import Organisation
from reports.deadlines.timing import versions_of
from reports.models import PeriodKey, PeriodKind, Report, ReportingPeriod
from reports.models.wording import ISSUING, Wording, wording_of
from reports.periods.due import Due, due_of
from reports.states import OPEN, ReportState, Status, status_of

TO_DO = OPEN | {ReportState.NOT_STARTED}


@dataclass(frozen=True, slots=True)
class YearReport:
    """The report on a year or its first half; `report` is None where it is not begun."""

    key: PeriodKey
    report: Report | None
    status: Status
    due: Due | None
    is_asked: bool  # whether the Justice Department has opened the period, also for its own report
    wording: Wording

    @property
    def is_to_do(self) -> bool:
        """Return whether the department still has to write and submit it."""
        return self.status.state in TO_DO and not (self.due and self.due.is_closed)


def year_reports(organisation: Organisation, year: int) -> tuple[YearReport, ...]:
    """Return the report of the year and, where it is asked for or begun, that of its first half.

    The one to work on stands first. The queries do not grow with the rows of the year.
    """
    reports = Report.objects.of(organisation).for_year(year).select_related("organisation")
    begun = {report.period: report for report in reports}
    wording = wording_of(organisation)
    asking = organisation.pk if wording is ISSUING else organisation.reports_to_id
    periods = ReportingPeriod.objects.filter(receiver=asking, reporting_year=year)
    opened = {period.key: period for period in periods}
    half = PeriodKey(year, PeriodKind.HALF_YEAR)
    keys = [key for key in (half, PeriodKey(year)) if key != half or key in begun or key in opened]
    found = [_year_report(organisation, key, begun.get(key), opened.get(key), wording) for key in keys]
    return tuple(sorted(found, key=lambda one: not one.is_to_do))


def _year_report(
    organisation: Organisation,
    key: PeriodKey,
    report: Report | None,
    period: ReportingPeriod | None,
    wording: Wording,
) -> YearReport:
    versions = list(versions_of(report)) if report else []
    return YearReport(
        key=key,
        report=report,
        status=status_of(report, submissions=versions),
        due=due_of(period, organisation, versions),
        is_asked=period is not None,
        wording=wording,
    )
