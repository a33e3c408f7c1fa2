"""The desk of a period without a report: what one can begin with, who may begin it, the periods."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst

from accounts.models import Organisation, Role, User
from reports.deadlines.days import period_for
from reports.models import PeriodKey, PeriodKind, Report, ReportingPeriod
from reports.periods.due import Due, due_of
from reports.received.accepted import count_accepted
from reports.writing.start import outline_for
from reports.years import earlier_report


@dataclass(frozen=True, slots=True)
class PeriodLink:
    """A period of the year that a body reports on; `words` as on a tab: "Năm 2024"."""

    period: PeriodKey
    words: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Beginning:
    """A period without a report: the ways to begin one. Without `writers` nobody of the department may."""

    period: PeriodKey
    due: Due | None
    accepted: tuple[int, int] | None  # of a province's report: how many bodies' reports of how many
    outline: str  # the name of the outline, "" if there is none
    earlier: str  # "năm 2023", "" if there is no earlier report
    may_begin: bool
    writers: tuple[str, ...]
    is_receiver: bool


def beginning_of(period: PeriodKey, by: User) -> Beginning:
    organisation = by.organisation
    is_province, opened = organisation.reports_for_province, period_for(organisation, period)
    outline = outline_for(organisation, opened, period.year)
    earlier = earlier_report(organisation, period)
    writers = dict(organisation.writers.values_list("full_name", "role"))
    has_own = Role.LEGAL_OFFICER in writers.values()
    return Beginning(
        period=period,
        due=due_of(opened, organisation, ()),
        accepted=count_accepted(organisation, period) if is_province else None,
        outline=outline.name if outline else "",
        earlier=earlier.period.words if earlier else "",
        may_begin=by.writes_reports,
        writers=tuple(writers),
        is_receiver=not is_province and (by.receives_reports or (by.reads_received and not has_own)),
    )


def periods_of(organisation: Organisation, current: PeriodKey) -> tuple[PeriodLink, ...]:
    """Return the year and its first half, or nothing if the half has neither a period nor a report."""
    half = PeriodKey(current.year, PeriodKind.HALF_YEAR)
    receiver = organisation.pk if organisation.reports_for_province else organisation.reports_to_id
    is_opened = ReportingPeriod.objects.filter(receiver=receiver).for_period(half).exists()
    is_begun = Report.objects.of(organisation).for_period(half).exists()
    if not (is_opened or is_begun or current == half):
        return ()
    return tuple(
        PeriodLink(period, capfirst(period.words), period == current)
        for period in (PeriodKey(current.year), half)
    )
