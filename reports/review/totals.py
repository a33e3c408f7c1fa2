"""The figures of accepted reports added up for the whole province: by body, by group of bodies, in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.vietnamese import fold
from reports.models import Indicator, IndicatorSet, PeriodKey, Report, Submission, SubmittedFigure
from reports.states import ReportState, Status, status_after

STOPPED, WITHOUT_FIGURES = "Đã dừng hoạt động", "Không có biểu số liệu"
GROUPS = tuple(BodyGroup)
# The fields that are read of a submission; it needs neither texts nor files.
OF_SUBMISSIONS = (
    *("version", "report__organisation", "report__reporting_year", "report__period_kind"),
    *("outcome__kind", "outcome__decided_at"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a body, or a sum: None is a number that nobody states, `does_not_apply` is "-"."""

    actual: int | None = None
    estimate: int | None = None
    counted: int | None = None
    before: int | None = None  # actual and estimate of the same period of the year before, as accepted then
    does_not_apply: bool = False

    @property
    def total(self) -> int | None:
        return total_of((self.actual, self.estimate))


Cells = Mapping[str, Cell]  # by the codes of the columns


@dataclass(frozen=True, slots=True)
class BodyFigures:
    """A body with its figures; those of a report that waits for its outcome count in no total."""

    organisation: Organisation
    cells: Cells
    report: int | None = None
    version: int | None = None  # that was accepted, with figures
    left_out_because: str = ""
    submission: int | None = None  # the pk of the last one, while it waits or is accepted

    @property
    def is_added_up(self) -> bool:
        return not self.left_out_because


@dataclass(frozen=True, slots=True)
class GroupFigures:
    group: BodyGroup
    bodies: tuple[BodyFigures, ...]
    cells: Cells


@dataclass(frozen=True, slots=True)
class Totals:
    """The form of the whole province for a period; without a form no column is known."""

    key: PeriodKey
    form: IndicatorSet | None
    columns: tuple[Indicator, ...]
    groups: tuple[GroupFigures, ...]
    cells: Cells

    @property
    def bodies(self) -> tuple[BodyFigures, ...]:
        return tuple(body for group in self.groups for body in group.bodies)

    @property
    def left_out(self) -> tuple[BodyFigures, ...]:
        return tuple(body for body in self.bodies if not body.is_added_up)


def total_of(numbers: Iterable[int | None]) -> int | None:
    """Return the sum of the numbers that are stated, None where none is.

    >>> total_of((3, None, 4)), total_of((None, None)), total_of((0,))
    (7, None, 0)
    """
    stated = [number for number in numbers if number is not None]
    return sum(stated) if stated else None


def add_up(receiver: Organisation, key: PeriodKey) -> Totals:
    """Return what the bodies of a receiver reported for a period, added up; the number of queries is fixed.

    Reports that are not accepted count in no total; last year's numbers are those of all that were accepted then.
    """
    form = _form_of(receiver, key)
    columns = tuple(form.indicators.filter(is_text=False)) if form else ()
    bodies = _bodies(receiver, key)
    groups = tuple(
        GroupFigures(group, within, summed(within, columns))
        for group in GROUPS
        if (within := tuple(body for body in bodies if body.organisation.group == group))
    )
    return Totals(key, form, columns, groups, summed(bodies, columns))


def _form_of(receiver: Organisation, key: PeriodKey) -> IndicatorSet | None:
    """Return the form that the receiver adds up: its period's copy, else the program's that is in use."""
    copies = Q(period__receiver=receiver, period__reporting_year=key.year, period__kind=key.kind)
    program = Q(organisation=None, period=None, from_year__lte=key.year)
    found = IndicatorSet.objects.filter(copies | program, group="").order_by("-from_year", "pk")
    return min(found, key=lambda one: one.period_id is None, default=None)


def _bodies(receiver: Organisation, key: PeriodKey) -> list[BodyFigures]:
    """Return the bodies that report, and those that did last year, in the order of the form; four queries."""
    last = _last_submissions(receiver, (key, replace(key, year=key.year - 1)))
    now, before = last[key.year], last[key.year - 1]
    read = [one.pk for one in now.values() if _is_read(one)]
    figures = _figures([*read, *(one.pk for one in before.values() if _is_accepted(one))])
    reports = Report.objects.filter(organisation__reports_to=receiver).for_period(key)
    begun = dict(reports.values_list("organisation_id", "pk"))
    return [
        _body(one, begun.get(one.pk), now.get(one.pk), before.get(one.pk), figures)
        for one in sorted(receiver.departments.all(), key=_place)
        if one.is_active or one.pk in begun or one.pk in before
    ]


def _place(body: Organisation) -> tuple[int, int, str, str]:
    return GROUPS.index(BodyGroup(body.group)), body.place_in_group, fold(body.name), body.code


def _last_submissions(
    receiver: Organisation, keys: Sequence[PeriodKey]
) -> defaultdict[int, dict[int, Submission]]:
    """Return the last submission of each body with its outcome, by year and the pk of the body; one query."""
    found = Submission.objects.filter(
        report__organisation__reports_to=receiver,
        report__period_kind=keys[0].kind,
        report__reporting_year__in=[key.year for key in keys],
    )
    last: defaultdict[int, dict[int, Submission]] = defaultdict(dict)
    for one in found.select_related("report", "outcome").only(*OF_SUBMISSIONS).order_by("version"):
        last[one.report.reporting_year][one.report.organisation_id] = one
    return last


def _is_accepted(submission: Submission | None) -> bool:
    return submission is not None and status_after(submission).state is ReportState.ACCEPTED


def _is_read(submission: Submission | None) -> bool:
    """Return whether the receiver reads a submission for an outcome, or has accepted it."""
    states = (ReportState.SUBMITTED, ReportState.ACCEPTED)
    return submission is not None and status_after(submission).state in states


def _figures(submissions: Sequence[int]) -> defaultdict[int, dict[str, Cell]]:
    """Return the figures of submissions by their codes, without those of last year; one query."""
    names = ("submission_id", "code", "actual", "estimate", "counted", "does_not_apply")
    figures: defaultdict[int, dict[str, Cell]] = defaultdict(dict)
    stored = SubmittedFigure.objects.filter(submission__in=submissions).order_by()
    for pk, code, actual, estimate, counted, does_not_apply in stored.values_list(*names):
        figures[pk][code] = Cell(actual, estimate, counted, does_not_apply=does_not_apply)
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
