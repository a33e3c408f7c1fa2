"""The years and the reports of an organisation."""

from django.utils import timezone

from accounts.models import Organisation
from events.models import Event
from plans.models import Directive, Plan
from reports.models import PeriodKey, Report, ReportingPeriod


def years_of(organisation: Organisation) -> set[int]:
    """Return the years with a row, a report or a period that the organisation opened, in one query."""
    first, *others = (
        model.objects.of(organisation).order_by().values_list("reporting_year", flat=True)
        for model in (Directive, Plan, Event, Report)
    )
    periods = ReportingPeriod.objects.of(organisation).order_by().values_list("reporting_year", flat=True)
    return set(first.union(*others, periods))


def latest_year(organisation: Organisation) -> int:
    """Return the last of `years_of`, or this year if there are none yet."""
    return max(years_of(organisation), default=this_year())


def latest_period(receiver: Organisation) -> PeriodKey:
    """Return the period that a Justice Department opened last, or this year if it opened none yet."""
    last = ReportingPeriod.objects.of(receiver).order_by("-opened_at", "-pk").first()
    return last.key if last else PeriodKey(this_year())


def this_year() -> int:
    return timezone.localdate().year


def reports_of(organisation: Organisation, period: PeriodKey):
    """Return a queryset of the report on a period: one or none."""
    return Report.objects.of(organisation).for_period(period).select_related("organisation")


def earlier_report(organisation: Organisation, key: PeriodKey) -> Report | None:
    """Return the last report of an earlier year with the same kind of period."""
    reports = Report.objects.of(organisation).filter(period_kind=key.kind, reporting_year__lt=key.year)
    return reports.order_by("-reporting_year").first()
