"""The form of a body for a period, filled in: counted from its rows, with what was settled and last year's figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from django.db.models import Q

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.composed import Composed
from reports.figures.counting import count_rows
from reports.figures.doubts import doubts_of
from reports.figures.rows import EventRow, PlacedRows, PolicyRow, load_rows
from reports.figures.sums import bounded, with_sums
from reports.figures.units import converted_or_why
from reports.figures.values import CountedRow, Form, FormFigure, Window
from reports.models import (
    Figure,
    Indicator,
    IndicatorSet,
    OutcomeKind,
    PeriodKey,
    PeriodKind,
    ReportingPeriod,
    SubmittedFigure,
)

PERIODS = Composed(
    lambda receiver, year, kind: ReportingPeriod.objects.filter(
        receiver=receiver, reporting_year=year, kind=kind
    )
)
# The copies of the receiver's period and the program's sets that are in use, the latest first.
SETS = Composed(
    lambda receiver, year, kind: IndicatorSet.objects.filter(
        Q(period__receiver=receiver, period__reporting_year=year, period__kind=kind)
        | Q(organisation=None, period=None, from_year__lte=year)
    ).order_by("-from_year", "-pk")
)
INDICATORS = Composed(lambda indicator_set: Indicator.objects.filter(indicator_set=indicator_set))
SUBMITTED = Composed(
    lambda organisation, year, kind, withdrawn: (
        SubmittedFigure.objects.filter(
            submission__report__organisation=organisation,
            submission__report__reporting_year=year,
            submission__report__period_kind=kind,
        )
        .exclude(submission__outcome__kind=withdrawn)
        .order_by()
        .values_list("submission__version", "code", "unit", "actual", "estimate")
    )
)
Before = tuple[int | None, str]  # a total of the year before, or why what was submitted then is none
NOT_KNOWN: Before = (None, "")
# The groups that fill in the form of another group where there is none of their own.
FORMS_OF = {BodyGroup.FRONT: BodyGroup.DEPARTMENT, BodyGroup.ENTERPRISE: BodyGroup.DEPARTMENT}


def load_form(organisation: Organisation, period: PeriodKey, *, form_code: str = "") -> Form | None:
    """Return the form of the body's group, or the one with a code; None where there is none for the period.

    It is the copy that the receiver's period has, else the latest of the program's that is in use in the year. The
    number of queries is the same whatever the size of the form and of the year.
    """
    sets = sets_in_use(receiver_of(organisation), period)
    indicator_set = (
        _coded(sets, form_code) if form_code else form_of_group(sets, BodyGroup(organisation.group))
    )
    if indicator_set is None:
        return None
    indicators = tuple(INDICATORS.instances(indicator_set.pk))
    earlier = period.year_before
    windows = {key: window_of(organisation, key) for key in (period, earlier)}
    rows = load_rows(organisation, windows.values(), (period.year, earlier.year))
    settled = _settled(organisation, period.kind, (period.year, earlier.year))
    rows_before = rows.placed(windows[earlier], earlier.year)
    # Of a year without rows nothing is known: it is not taken for a year of zeros.
    is_known = rows_before.has_rows_of(earlier.year) or settled[earlier.year]
    before = _totals(indicators, rows_before, settled[earlier.year]) if is_known else {}
    before |= _submitted(organisation, earlier, {one.code: one.unit for one in indicators})
    stored = settled[period.year]
    figures = []
    for one in _counted(indicators, rows.placed(windows[period], period.year), period):
        number, fault = before.get(one.indicator.code, NOT_KNOWN)
        now = stored.get(one.indicator.code)
        figures.append(replace(one, stored=now, before=number, before_fault=fault))
    left = _left(stored.values(), indicators)
    return Form(indicator_set, windows[period], with_sums(figures), left=left)


def forms_for(organisation: Organisation, period: PeriodKey) -> list[IndicatorSet]:
    """Return the forms that are in use for a period, whatever the group of bodies that fills them in."""
    latest: dict[str, IndicatorSet] = {}
    for one in sets_in_use(receiver_of(organisation), period):
        latest.setdefault(one.form_code, one)
    return list(latest.values())


def window_of(organisation: Organisation, period: PeriodKey) -> Window:
    """Return the days of the figures: those that the receiver states, else the calendar's year or first half."""
    opened: ReportingPeriod | None = PERIODS.first(receiver_of(organisation), period.year, period.kind.value)
    return Window(*opened.figures_window, opened.cut_off) if opened else Window(*period.days)


def with_settled(form: Form, stored: Mapping[str, Figure]) -> Form:
    """Return the form with other settled figures, by code; what adds them up follows."""
    figures = [replace(one, stored=stored.get(one.indicator.code, one.stored)) for one in form.figures]
    return replace(form, figures=with_sums(figures))


def receiver_of(organisation: Organisation) -> int:
    """Return the pk of the body that asks for the figures: a body that reports to nobody asks itself."""
    return organisation.reports_to_id or organisation.pk


def sets_in_use(receiver: int, period: PeriodKey) -> list[IndicatorSet]:
    """Return the copies of the period of a receiver (its pk), then the program's sets in use, the latest first."""
    found = SETS.instances(receiver, period.year, period.kind.value)
    return sorted(found, key=lambda one: one.period_id is None)


def form_of_group(sets: Iterable[IndicatorSet], group: BodyGroup) -> IndicatorSet | None:
    """Return the set that the bodies of a group fill in; a copy of the period comes before all others."""
    groups = [group.value, *([FORMS_OF[group].value] if group in FORMS_OF else [])]
    fitting = [one for one in sets if one.group in groups]
    return min(
        fitting,
        key=lambda one: (one.period_id is None, -one.from_year, groups.index(one.group)),
        default=None,
    )


def _coded(sets: Iterable[IndicatorSet], form_code: str) -> IndicatorSet | None:
    return next((one for one in sets if one.form_code == form_code), None)


def _left(stored: Iterable[Figure], indicators: Iterable[Indicator]) -> tuple[Figure, ...]:
    """Return the settled figures for which the form has no column: it was another form when they were settled."""
    codes = {one.code for one in indicators}
    left = [one for one in stored if one.code not in codes and one.says_something]
    return tuple(sorted(left, key=lambda one: (len(one.code), one.code)))


def _settled(
    organisation: Organisation, kind: PeriodKind, years: tuple[int, int]
) -> defaultdict[int, dict[str, Figure]]:
    """Return the settled figures of the reports of two years by code, by year."""
    found: defaultdict[int, dict[str, Figure]] = defaultdict(dict)
    figures = Figure.objects.filter(
        report__organisation=organisation, report__period_kind=kind, report__reporting_year__in=years
    )
    for figure in figures.select_related("report", "settled_by"):
        found[figure.report.reporting_year][figure.code] = figure
    return found


def _submitted(organisation: Organisation, period: PeriodKey, units: Mapping[str, str]) -> dict[str, Before]:
    """Return the totals of the last submission that was not withdrawn, by code, in the units of the columns.

    None is "-", what nobody entered, or with the reason what was stated in a unit that cannot be converted.
    """
    values = SUBMITTED.tuples(organisation.pk, period.year, period.kind.value, OutcomeKind.WITHDRAWN.value)
    last = max((version for version, *_ in values), default=0)
    return {
        code: NOT_KNOWN
        if actual is None and estimate is None
        else converted_or_why((actual or 0) + (estimate or 0), unit, units.get(code, ""))
        for version, code, unit, actual, estimate in values
        if version == last
    }


def _totals(
    indicators: Sequence[Indicator], rows: PlacedRows, settled: Mapping[str, Figure]
) -> dict[str, Before]:
    """Return the totals of another year, counted from its rows with what was settled then."""
    figures = [
        FormFigure(one, counted=count_rows(one, rows).value, stored=settled.get(one.code))
        for one in indicators
    ]
    return {one.indicator.code: (one.total, "") for one in with_sums(figures)}


def _counted(indicators: Sequence[Indicator], rows: PlacedRows, period: PeriodKey) -> list[FormFigure]:
    """Return what the rows say; the number of rapporteurs, of one moment, is "-" in the forms of half a year."""
    is_half = period.kind == PeriodKind.HALF_YEAR
    described = cache(_described)  # a row may count in several figures
    tallies = [(one, count_rows(one, rows)) for one in indicators]
    return [
        bounded(
            FormFigure(
                one,
                counted=tally.value,
                rows=tuple(described(row)(value) for row, value in tally.rows),
                doubts=doubts_of(one, rows),
                is_dash=is_half and one.is_stock,
            )
        )
        for one, tally in tallies
    ]


def _described(row: EventRow | PolicyRow) -> Callable[[int], CountedRow]:
    """Return a function from what a row adds to a figure to the row as it is shown."""
    return partial(CountedRow, row.label, row.pk, row.words, row.address, part=row.part, goes_on=row.goes_on)
