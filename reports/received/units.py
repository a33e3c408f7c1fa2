"""The units of submitted figures: a column adds up numbers of its own unit, and amounts of money of any."""

from __future__ import annotations

from dataclasses import replace

from pbgdpl.lib.vietnamese import fold
from reports.received.figures import Cell

# Units of money, each with how many đồng it is.
MONEY = {
    "dong": 1,
    "nghin dong": 10**3,
    "ngan dong": 10**3,
    "trieu dong": 10**6,
    "ty dong": 10**9,
    "ti dong": 10**9,
}
NUMBERS = ("actual", "estimate", "counted")


def in_unit(cell: Cell, stated: str, wanted: str) -> Cell:
    """Return a figure in the unit of its column: money is converted where that is exact, all else is left out.

    >>> in_unit(Cell(15), "triệu đồng", "đồng")
    Cell(actual=15000000, estimate=None, counted=None, before=None, does_not_apply=False, unit='triệu đồng', fault='')
    >>> in_unit(Cell(15), "buổi", "cuộc").fault
    'ghi theo “buổi”, cột này cộng theo “cuộc”'
    """
    if stated == wanted:  # so it nearly always is
        return cell
    here, there = fold(stated), fold(wanted)
    if not here or not there or here == there:
        return cell
    numbers = {name: getattr(cell, name) for name in NUMBERS}
    stated_numbers = {name: number for name, number in numbers.items() if number is not None}
    if not stated_numbers:
        return cell
    if here not in MONEY or there not in MONEY:
        return Cell(unit=stated, fault=f"ghi theo “{stated}”, cột này cộng theo “{wanted}”")
    parts = {name: divmod(number * MONEY[here], MONEY[there]) for name, number in stated_numbers.items()}
    if any(rest for _, rest in parts.values()):
        return Cell(unit=stated, fault=f"ghi theo “{stated}”, không đổi tròn sang “{wanted}”")
    return replace(cell, **{name: whole for name, (whole, _) in parts.items()}, unit=stated)
