"""The form of a report: a body's own, or for that of a province what the accepted reports of its bodies add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accounts.models import BodyGroup, Organisation
from reports.figures.form import load_form, window_of
from reports.figures.sums import bounded
from reports.figures.values import Form, FormFigure
from reports.models import Indicator, PeriodKey
from reports.received.figures import Cell, Cells, Totals
from reports.received.totals import add_up


@dataclass(frozen=True, slots=True)
class ProvinceForm:
    """The figures of a province as a form of the whole and one of each group of bodies."""

    totals: Totals
    whole: Form | None  # None where the period has no form
    groups: Mapping[str, Form]  # by the values of BodyGroup


def form_of(organisation: Organisation, period: PeriodKey) -> Form | None:
    """Return the form of a body's report, None where there is none for the period; the number of queries is fixed."""
    province = province_form(organisation, period)
    return province.whole if province else load_form(organisation, period)


def province_form(organisation: Organisation, period: PeriodKey) -> ProvinceForm | None:
    """Return the forms of a province, None for a body that is no receiver of a whole province."""
    if not organisation.reports_for_province:
        return None
    totals = add_up(organisation, period)
    if totals.form is None:
        return ProvinceForm(totals, None, {})
    window = window_of(organisation, period)
    whole, *groups = (
        Form(totals.form, window, tuple(_figures(totals.all_columns, cells)), is_added_up=True)
        for cells in (totals.cells, *(group.cells for group in totals.groups))
    )
    names = (BodyGroup(group.group).value for group in totals.groups)
    return ProvinceForm(totals, whole, dict(zip(names, groups, strict=True)))


def _figures(columns: Iterable[Indicator], cells: Cells) -> Iterable[FormFigure]:
    """Yield the figures of the columns: what bodies stated is what is counted of a province."""
    for column in columns:
        cell = cells.get(column.code, Cell())
        yield bounded(
            FormFigure(
                column,
                counted=cell.actual,
                before=cell.before,
                summed_estimate=cell.estimate,
                is_dash=cell.does_not_apply,
            )
        )
