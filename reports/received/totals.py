"""The figures of accepted reports added up for the whole province: by body, by group of bodies, in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from django.db.models import QuerySet

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.remembering import made_of
from reports.figures.form import sets_in_use
from reports.models import Indicator, IndicatorSet, PeriodKey, Report, Submission, SubmittedFigure
from reports.received.accepted import GROUPS, place_of
from reports.received.figures import BodyFigures, Cell, Cells, GroupFigures, Totals, total_of
from reports.received.units import in_unit
from reports.states import ReportState, Status, status_after

STOPPED, WITHOUT_FIGURES = "Đã dừng hoạt động", "Không có biểu số liệu"
# The fields that are read of a submission; it needs neither texts nor files.
OF_SUBMISSIONS = (
    *("version", "report__organisation", "report__reporting_year", "report__period_kind"),
    *("outcome__kind", "outcome__decided_at"),
)
# What the figures of a province are made of beside the figures themselves, which never change once they are submitted.
MADE_OF_BODIES = (*("pk", "code", "name", "group", "place_in_group", "place", "parent_body"), "is_active")
MADE_OF_SUBMISSIONS = ("pk", "submitted_at", *OF_SUBMISSIONS)


def add_up(receiver: Organisation, key: PeriodKey) -> Totals:
    """Return what the bodies of a receiver reported for a period, added up; the number of queries is fixed.

    Reports that are not accepted count in no total; last year's numbers are those of all that were accepted then.
    They are made once while all that they are made of is the same: a province has thousands of figures.
    """
    form = _form_of(receiver, key)
    columns = tuple(form.indicators.filter(is_text=False)) if form else ()
    digest = _digest(receiver, key, form, columns)
    return made_of((digest, "totals"), lambda: _added_up(receiver, key, form, columns, digest))


def _digest(
    receiver: Organisation, key: PeriodKey, form: IndicatorSet | None, columns: Iterable[Indicator]
) -> bytes:
    """Return a digest of the form, the bodies, and which of their submissions became what; three queries."""
    reports = Report.objects.filter(organisation__reports_to=receiver).for_period(key)
    stored = (
        [getattr(receiver, name) for name in MADE_OF_BODIES],
        *([one.__dict__[field.attname] for field in one._meta.concrete_fields] for one in columns),
        (key, form and (form.pk, form.name, form.form_code, form.version)),
        *receiver.departments.order_by("pk").values_list(*MADE_OF_BODIES),
        *_submissions(receiver, (key, _year_before(key))).values_list(*MADE_OF_SUBMISSIONS),
        *reports.order_by("pk").values_list("organisation_id", "pk"),
    )
    return blake2b(repr(stored).encode(), digest_size=16).digest()


def _added_up(
    receiver: Organisation,
    key: PeriodKey,
    form: IndicatorSet | None,
    columns: tuple[Indicator, ...],
    digest: bytes,
) -> Totals:
    bodies = _bodies(receiver, key, {column.code: column.unit for column in columns})
    groups = tuple(
        GroupFigures(group, within, summed(within, columns))
        for group in GROUPS
        if (within := tuple(body for body in bodies if body.organisation.group == group))
    )
    return Totals(key, form, columns, groups, summed(bodies, columns), digest)


def _form_of(receiver: Organisation, key: PeriodKey) -> IndicatorSet | None:
    """Return the form that the receiver adds up: its period's copy, else the program's that is in use.

    Before there was one for a province, it is that of the departments.
    """
    found = sets_in_use(receiver.pk, key)
    return next((one for group in ("", BodyGroup.DEPARTMENT) for one in found if one.group == group), None)


def _bodies(receiver: Organisation, key: PeriodKey, units: Mapping[str, str]) -> list[BodyFigures]:
    """Return the bodies that report, in the order of the form; four queries.

    One that has stopped is among them where it submitted this year, or had figures last year.
    """
    last = _last_submissions(receiver, (key, _year_before(key)))
    now, before = last[key.year], last[key.year - 1]
    read = [one.pk for one in now.values() if _is_read(one)]
    figures = _figures([*read, *(one.pk for one in before.values() if _is_accepted(one))], units)
    reports = Report.objects.filter(organisation__reports_to=receiver).for_period(key)
    begun = dict(reports.values_list("organisation_id", "pk"))
    return [
        _body(one, begun.get(one.pk), now.get(one.pk), before.get(one.pk), figures)
        for one in sorted(receiver.departments.all(), key=place_of)
        if one.is_active or one.pk in now or (one.pk in before and figures.get(before[one.pk].pk))
    ]


def _last_submissions(
    receiver: Organisation, keys: Sequence[PeriodKey]
) -> defaultdict[int, dict[int, Submission]]:
    """Return the last submission of each body with its outcome, by year and the pk of the body; one query."""
    found = _submissions(receiver, keys)
    last: defaultdict[int, dict[int, Submission]] = defaultdict(dict)
    for one in found.select_related("report", "outcome").only(*OF_SUBMISSIONS):
        last[one.report.reporting_year][one.report.organisation_id] = one
    return last


def _submissions(receiver: Organisation, keys: Sequence[PeriodKey]) -> QuerySet[Submission]:
    """Return the submissions of some years of one kind of period, the last version of a report last."""
    return Submission.objects.filter(
        report__organisation__reports_to=receiver,
        report__period_kind=keys[0].kind,
        report__reporting_year__in=[key.year for key in keys],
    ).order_by("version", "pk")


def _year_before(key: PeriodKey) -> PeriodKey:
    return replace(key, year=key.year - 1)


def _is_accepted(submission: Submission | None) -> bool:
    return submission is not None and status_after(submission).state is ReportState.ACCEPTED


def _is_read(submission: Submission | None) -> bool:
    """Return whether the receiver reads a submission for an outcome, or has accepted it."""
    states = (ReportState.SUBMITTED, ReportState.ACCEPTED)
    return submission is not None and status_after(submission).state in states


def _figures(submissions: Sequence[int], units: Mapping[str, str]) -> defaultdict[int, dict[str, Cell]]:
    """Return the figures of submissions by their codes in the units of the columns, without last year's; one query."""
    names = ("submission_id", "code", "unit", "actual", "estimate", "counted", "does_not_apply")
    figures: defaultdict[int, dict[str, Cell]] = defaultdict(dict)
    stored = SubmittedFigure.objects.filter(submission__in=submissions).order_by()
    for pk, code, unit, actual, estimate, counted, does_not_apply in stored.values_list(*names):
        cell = Cell(actual, estimate, counted, does_not_apply=does_not_apply)
        figures[pk][code] = in_unit(cell, unit, units.get(code, ""))
    return figures


def _body(
    organisation: Organisation,
    report: int | None,
    now: Submission | None,
    before: Submission | None,
    figures: Mapping[int, Cells],
) -> BodyFigures:
    submission = now if _is_read(now) else None
    cells: Cells = figures.get(submission.pk, {}) if submission else {}
    earlier: Cells = figures.get(before.pk, {}) if before else {}
    because = _why_left_out(organisation, report, now, has_figures=bool(cells))
    return BodyFigures(
        organisation=organisation,
        cells={
            code: replace(cells.get(code, Cell()), before=earlier[code].total if code in earlier else None)
            for code in (*cells, *(code for code in earlier if code not in cells))
        },
        report=report,
        version=now.version if now and not because else None,
        left_out_because=because,
        submission=submission.pk if submission else None,
    )


def _why_left_out(
    organisation: Organisation, report: int | None, submission: Submission | None, *, has_figures: bool
) -> str:
    """Return the state of the report as the receiver reads it, "" where the body is added up."""
    if _is_accepted(submission):
        return "" if has_figures else WITHOUT_FIGURES
    if submission is not None:
        return status_after(submission).words_for_receiver
    if report is not None:
        return Status(ReportState.DRAFTING).words_for_receiver
    return Status(ReportState.NOT_STARTED).words_for_receiver if organisation.is_active else STOPPED


def summed(bodies: Sequence[BodyFigures], columns: Iterable[Indicator]) -> Cells:
    return {column.code: _sum([*_cells(bodies, column.code)]) for column in columns}


def _cells(bodies: Iterable[BodyFigures], code: str) -> Iterator[tuple[Cell, bool]]:
    """Yield the figures of a column, each with whether its body is added up."""
    for body in bodies:
        if code in body.cells:
            yield body.cells[code], body.is_added_up


def _sum(cells: Sequence[tuple[Cell, bool]]) -> Cell:
    """Return the sum of a column, which is "-" where nobody that is added up states a number and somebody "-"."""
    added = [cell for cell, is_added_up in cells if is_added_up]
    total = total_of(cell.total for cell in added)
    return Cell(
        actual=total_of(cell.actual for cell in added),
        estimate=total_of(cell.estimate for cell in added),
        counted=total_of(cell.counted for cell in added),
        before=total_of(cell.before for cell, _ in cells),
        does_not_apply=total is None and any(cell.does_not_apply for cell in added),
    )
