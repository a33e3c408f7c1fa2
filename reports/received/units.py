"""The figures of bodies in the units of a province's columns: what cannot be converted is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reports.figures.units import are_equal, converted, why_not_converted
from reports.received.figures import Cell

NUMBERS = ("actual", "estimate", "counted")
ADDED = ("actual", "estimate")


def in_unit(cell: Cell, stated: str, wanted: str) -> Cell:
    """Return a figure in the unit of its column: money is converted where that is exact, all else is left out.

    What was counted is no part of a sum, so that it leaves nothing out.

    >>> cell = in_unit(Cell(15), "triệu đồng", "đồng")
    >>> cell.actual, cell.unit
    (15000000, 'triệu đồng')
    >>> in_unit(Cell(15), "buổi", "cuộc").fault
    'ghi theo “buổi”, cột này tính theo “cuộc”'
    """
    if are_equal(stated, wanted):
        return cell
    numbers = {name: number for name in NUMBERS if (number := getattr(cell, name)) is not None}
    if not numbers:
        return cell
    found: dict[str, Any] = {name: converted(number, stated, wanted) for name, number in numbers.items()}
    if any(found[name] is None for name in ADDED if name in found):
        return Cell(unit=stated, fault=why_not_converted(stated, wanted))
    return replace(cell, **found, unit=stated)
