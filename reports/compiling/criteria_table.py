"""The table of how many bodies meet each criterion, in the report of a province."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import groupby

from pbgdpl.lib.vietnamese import clean_line, decimal_number, thousands
from reports.document.tree import Table
from reports.figures.printed import parted
from reports.models import Result
from reports.received.criteria import CriterionResults

HUNDREDTH = Decimal("0.01")


def criteria_table(criteria: Sequence[CriterionResults]) -> Table:
    """Return a row for each criterion; columns that no criterion needs are left out."""
    columns: list[tuple[str, Callable[[CriterionResults], str]]] = [
        ("Tiêu chí", lambda one: table_cell(one.name))
    ]
    columns += [(str(result.label), partial(_count, result)) for result in Result]
    if any(one.unstated for one in criteria):
        columns.append(("Không nêu", lambda one: thousands(one.unstated)))
    if any(one.points for one in criteria):
        columns.append(("Điểm bình quân", _average))
    columns.append(("Đơn vị chưa đạt", _missed))
    rows: list[tuple[str, ...]] = []
    for group, within in groupby(criteria, key=lambda one: one.group):
        if group:
            rows.append((table_cell(group), *[""] * (len(columns) - 1)))
        rows += [tuple(value(one) for _, value in columns) for one in within]
    return Table((tuple(title for title, _ in columns), *rows))


def _count(result: Result, criterion: CriterionResults) -> str:
    return thousands(len(criterion.bodies[result]))


def _average(criterion: CriterionResults) -> str:
    average = criterion.average
    return "" if average is None else decimal_number(average.quantize(HUNDREDTH, ROUND_HALF_UP))


def _missed(criterion: CriterionResults) -> str:
    partly = (f"{body} (đạt một phần)" for body in criterion.bodies[Result.PARTLY_MET])
    return table_cell(", ".join((*criterion.bodies[Result.NOT_MET], *partly)))


def table_cell(text: str) -> str:
    return parted(clean_line(text))
