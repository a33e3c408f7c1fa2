"""Charts of the province: one column by groups of bodies, and the main columns against last year."""

from __future__ import annotations

from dataclasses import replace

from django.urls import reverse
from django.utils.text import capfirst

from reports.figures.charts import Chart, Number, Row
from reports.figures.form_table import full_label
from reports.figures.units import with_unit
from reports.models import Indicator
from reports.received.figures import Cell, Totals
from reports.received.lines import TOTAL


def groups_chart(totals: Totals, column: Indicator) -> Chart | None:
    """Return a column by groups, without last year where nothing is known of it; None where no number is."""
    page = reverse("board_figures", args=[totals.key])
    rows = [
        _row(
            group.group.label, group.cells[column.code], f"{page}?nhom={group.group.value}&xep={column.code}"
        )
        for group in totals.groups
    ]
    total = _row(TOTAL, totals.cells[column.code])
    series = _series(totals)
    if total.numbers == (None, None):
        return None
    if total.numbers[1] is None:
        series, total, *rows = series[:1], *(replace(row, numbers=row.numbers[:1]) for row in (total, *rows))
    return Chart("nhom", with_unit("Theo nhóm", column.unit), series, tuple(rows), column.unit, total)


def columns_chart(totals: Totals) -> Chart | None:
    """Return the columns that are no part of others and have a number in both years, None where there is none."""
    compared = [
        (column, cell)
        for column in totals.columns
        if not column.part_of
        and (cell := totals.cells[column.code]).total is not None
        and cell.before is not None
    ]
    if not compared:
        return None
    rows = tuple(
        _row(
            f"({column.code}) {with_unit(full_label(column), column.unit)}",
            cell,
            reverse("board_figure", args=[totals.key, column.code]),
        )
        for column, cell in compared
    )
    return Chart("cot", "Các chỉ tiêu chính của toàn tỉnh", _series(totals), rows, has_own_scales=True)


def _row(label: str, cell: Cell, address: str = "") -> Row:
    number: Number = "-" if cell.does_not_apply else cell.total
    return Row(label, (number, cell.before), address)


def _series(totals: Totals) -> tuple[str, ...]:
    return tuple(capfirst(key.words) for key in (totals.key, totals.key.year_before))
