"""The form of a province as plain data, for the command and for the file."""

from __future__ import annotations

from collections.abc import Iterable

from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.models import Indicator
from reports.received.figures import BodyFigures, Cell, Cells, LeftOut, Totals


def totals_data(totals: Totals) -> dict[str, object]:
    """Return the totals for JSON: "-" is a figure that does not apply, null one that nobody states."""
    columns = totals.columns
    return {
        "form": totals.form.form_code if totals.form else "",
        "period": str(totals.key),
        "columns": [{"code": one.code, "label": one.label, "unit": one.unit} for one in columns],
        "groups": [
            {
                "group": group.group.value,
                "label": group.group.label,
                "bodies": [_body(body, columns) for body in group.bodies if body.is_added_up],
                "total": _figures(group.cells, columns),
            }
            for group in totals.groups
        ],
        "total": _figures(totals.cells, columns),
        "left_out_figures": _columns(totals.left_out_cells),
        "left_out_before": _columns(totals.left_out_before),
        "left_out": [_named(body, body.left_out_because) for body in totals.left_out],
    }


def _columns(left_out: Iterable[LeftOut]) -> list[dict[str, str]]:
    return [_named(body, because) | {"column": column.code} for body, column, because in left_out]


def _named(body: BodyFigures, because: str) -> dict[str, str]:
    return {"code": body.organisation.code, "name": body.organisation.name, "because": because}


def _body(body: BodyFigures, columns: Iterable[Indicator]) -> dict[str, object]:
    return {
        "code": body.organisation.code,
        "name": body.organisation.name,
        "version": body.version,
        "figures": _figures(body.cells, columns),
    }


def _figures(cells: Cells, columns: Iterable[Indicator]) -> list[dict[str, object]]:
    return [_figure(column.code, cells.get(column.code, Cell())) for column in columns]


def _figure(code: str, cell: Cell) -> dict[str, object]:
    return {
        "code": code,
        "actual": NOT_APPLICABLE if cell.does_not_apply else cell.actual,
        "estimate": cell.estimate,
        "counted": cell.counted,
        "before": cell.before,
    }
