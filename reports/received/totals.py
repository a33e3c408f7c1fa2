"""The figures of accepted reports added up for the whole province: by body, by group of bodies, in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.remembering import made_last
from reports.figures.form import INDICATORS, sets_in_use
from reports.models import Indicator, IndicatorSet, PeriodKey, SubmittedFigure
from reports.received.accepted import GROUPS, place_of
from reports.received.figures import BodyFigures, Cell, Cells, GroupFigures, Totals, total_of
from reports.received.filed import OF_BODIES, Filed, bodies_of, filed_with_year_before, last_filed
from reports.received.units import in_unit
from reports.states import ReportState, Status

STOPPED, WITHOUT_FIGURES = "Đã dừng hoạt động", "Không có biểu số liệu"
# About what a figure and a body take in memory.
BYTES_OF_A_CELL, BYTES_OF_A_BODY = 250, 3_000
Figures = Mapping[int, Cells]  # by the pks of submissions


def add_up(receiver: Organisation, key: PeriodKey) -> Totals:
    """Return what the bodies of a receiver reported for a period, added up; the number of queries is fixed.

    Reports that are not accepted count in no total; last year's numbers are those of all that were accepted then.
    They are made once while all that they are made of is the same: a province has thousands of figures.
    """
    form = _form_of(receiver, key)
    columns = tuple(INDICATORS.instances(form.pk)) if form else ()
    filed = filed_with_year_before(receiver, key)
    values = (
        [getattr(receiver, name) for name in OF_BODIES],
        form and (form.pk, form.name, form.form_code, form.version),
        [[one.__dict__[field.attname] for field in one._meta.concrete_fields] for one in columns],
        bodies_of(receiver),
        filed,
    )
    return made_last(
        ("totals", receiver.pk, key),
        values,
        lambda _: _added_up(receiver, key, form, columns, filed, _digest((key, values))),
        _size,
    )


def _digest(values: tuple[Any, ...]) -> bytes:
    return blake2b(repr(values).encode(), digest_size=16).digest()


def _size(totals: Totals) -> int:
    bodies = totals.bodies
    return BYTES_OF_A_BODY * len(bodies) + BYTES_OF_A_CELL * sum(len(body.cells) for body in bodies)


def _added_up(
    receiver: Organisation,
    key: PeriodKey,
    form: IndicatorSet | None,
    columns: tuple[Indicator, ...],
    filed: Iterable[tuple[Any, ...]],
    digest: bytes,
) -> Totals:
    added = tuple(column for column in columns if not column.is_text)
    bodies = _bodies(receiver, key, filed, {column.code: column.unit for column in added})
    groups = tuple(
        GroupFigures(group, within, summed(within, added))
        for group in GROUPS
        if (within := tuple(body for body in bodies if body.organisation.group == group))
    )
    return Totals(key, form, added, columns, groups, summed(bodies, added), digest)


def _form_of(receiver: Organisation, key: PeriodKey) -> IndicatorSet | None:
    """Return the form that the receiver adds up: its period's copy, else the program's that is in use.

    Before there was one for a province, it is that of the departments.
    """
    found = sets_in_use(receiver.pk, key)
    return next((one for group in ("", BodyGroup.DEPARTMENT) for one in found if one.group == group), None)


def _bodies(
    receiver: Organisation, key: PeriodKey, filed: Iterable[tuple[Any, ...]], units: Mapping[str, str]
) -> list[BodyFigures]:
    """Return the bodies that report, in the order of the form; two queries.

    One that has stopped is among them where it submitted this year, or had figures last year.
    """
    last = last_filed(filed)
    now, before = last[key.year], {pk: one for pk, one in last[key.year - 1].items() if one.submission}
    read = [one.submission for one in now.values() if one.is_read and one.submission]
    accepted = [one.submission for one in before.values() if one.is_accepted and one.submission]
    figures = _figures([*read, *accepted], units)
    return [
        _body(one, now.get(one.pk), before.get(one.pk), figures)
        for one in sorted(receiver.departments.all(), key=place_of)
        if one.is_active or _has_submitted(now.get(one.pk)) or _has_figures(before.get(one.pk), figures)
    ]


def _has_submitted(filed: Filed | None) -> bool:
    return filed is not None and filed.submission is not None


def _has_figures(filed: Filed | None, figures: Figures) -> bool:
    return filed is not None and filed.submission is not None and bool(figures.get(filed.submission))


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
    organisation: Organisation, now: Filed | None, before: Filed | None, figures: Figures
) -> BodyFigures:
    read = now if now and now.is_read else None
    cells = figures.get(read.submission, {}) if read and read.submission else {}
    earlier = figures.get(before.submission, {}) if before and before.submission else {}
    because = _why_left_out(organisation, now, has_figures=bool(cells))
    return BodyFigures(
        organisation=organisation,
        cells=dict(_cells_of(cells, earlier)),
        report=now.report if now else None,
        version=now.version if now and not because else None,
        left_out_because=because,
        submission=read.submission if read else None,
    )


def _cells_of(now: Cells, before: Cells) -> Iterator[tuple[str, Cell]]:
    """Yield the figures of a body, each with last year's; then those that only last year's form had."""
    for code in dict.fromkeys((*now, *before)):
        cell, earlier = now.get(code, Cell()), before.get(code)
        yield code, replace(cell, before=earlier.total, before_fault=earlier.fault) if earlier else cell


def _why_left_out(organisation: Organisation, filed: Filed | None, *, has_figures: bool) -> str:
    """Return the state of the report as the receiver reads it, "" where the body is added up."""
    if filed is None:
        return Status(ReportState.NOT_STARTED).words_for_receiver if organisation.is_active else STOPPED
    if filed.is_accepted:
        return "" if has_figures else WITHOUT_FIGURES
    return Status(filed.state).words_for_receiver


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
