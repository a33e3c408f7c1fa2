"""The years and the reports of an organisation."""

from django.db import connection
from django.utils import timezone

from accounts.models import Organisation
from events.models import Event
from pbgdpl.lib.composed import Composed
from plans.models import Directive, Plan, Policy
from reports.models import PeriodKey, Report, ReportingPeriod, Section

# The first year of a table and then always the next one: every page asks for the years, and a year may have thousands
# of rows, which SELECT DISTINCT would read one by one.
NEXT_YEARS = """{table}_years(year) AS (
    SELECT MIN(reporting_year) FROM {table} WHERE {own}
    UNION ALL
    SELECT (SELECT MIN(reporting_year) FROM {table} WHERE {own} AND reporting_year > {table}_years.year)
    FROM {table}_years WHERE year IS NOT NULL
)"""
OWN = {
    **{
        model._meta.db_table: "organisation_id = %s AND deleted_at IS NULL"
        for model in (Directive, Plan, Policy, Event)
    },
    Report._meta.db_table: "organisation_id = %s",
    ReportingPeriod._meta.db_table: "receiver_id = %s",
}
YEARS = "WITH RECURSIVE {} {}".format(
    ", ".join(NEXT_YEARS.format(table=table, own=own) for table, own in OWN.items()),
    " UNION ".join(f"SELECT year FROM {table}_years" for table in OWN),  # noqa: S608 (names of our own tables)
)

OWN_REPORT = Composed(
    lambda organisation, kind, year: Report.objects.filter(
        organisation=organisation, period_kind=kind, reporting_year=year
    )
)
EARLIER_REPORTS = Composed(
    lambda organisation, kind, year: Report.objects.filter(
        organisation=organisation, period_kind=kind, reporting_year__lt=year
    ).order_by("-reporting_year")
)
SECTIONS = Composed(lambda report: Section.objects.filter(report=report))
HEADINGS = Composed(lambda report: Section.objects.filter(report=report).defer("body", "guidance"))


def years_of(organisation: Organisation) -> set[int]:
    """Return the years with a row, a report or a period that the organisation opened, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(YEARS, [organisation.pk] * YEARS.count("%s"))
        return {year for (year,) in cursor if year is not None}


def latest_year(organisation: Organisation) -> int:
    """Return the last of `years_of`, or this year if there are none yet."""
    return max(years_of(organisation), default=this_year())


def last_used_year(organisation: Organisation, but: int) -> int | None:
    """Return the last of `years_of` that is another year, None if there is none."""
    return max(years_of(organisation) - {but}, default=None)


def latest_period(receiver: Organisation) -> PeriodKey:
    """Return the period that a Justice Department opened last, or this year if it opened none yet."""
    last = ReportingPeriod.objects.of(receiver).order_by("-opened_at", "-pk").first()
    return last.key if last else PeriodKey(this_year())


def this_year() -> int:
    return timezone.localdate().year


def reports_of(organisation: Organisation, period: PeriodKey):
    """Return a queryset of the report on a period: one or none."""
    return organisation.reports.for_period(period)


def earlier_report(organisation: Organisation, key: PeriodKey) -> Report | None:
    """Return the last report of an earlier year with the same kind of period."""
    return _first_of(organisation, key, EARLIER_REPORTS)


def own_report(organisation: Organisation, key: PeriodKey) -> Report | None:
    """Return the organisation's report on a period."""
    return _first_of(organisation, key, OWN_REPORT)


def _first_of(organisation: Organisation, key: PeriodKey, query: Composed) -> Report | None:
    """Return the first report that a query finds, with its organisation, which is read already."""
    report: Report | None = query.first(organisation.pk, key.kind.value, key.year)
    if report is not None:
        report.organisation = organisation
    return report


def sections_of(report: Report, *, with_texts: bool = True) -> list[Section]:
    """Return the sections of a report in order."""
    sections: list[Section] = (SECTIONS if with_texts else HEADINGS).instances(report.pk)
    for section in sections:
        section.report = report
    return sections
