"""One column of the province's form by bodies: a bar, the share of the total, last year's number."""

from __future__ import annotations

from dataclasses import dataclass

from reports.figures.change import Change
from reports.figures.charts import share_of
from reports.received.figures import BodyFigures, Cell, Totals
from reports.totals.filters import Part
from reports.totals.table import shown


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A body with its number in the column; bars are drawn on one scale, in percent of the longest."""

    body: BodyFigures
    cell: Cell
    whole: int | None  # the total that the share is of
    longest: int

    @property
    def name(self) -> str:
        return self.body.organisation.name

    @property
    def left_out_because(self) -> str:
        """Return why the body, or its figure alone, counts in no total."""
        return self.body.left_out_because or self.cell.fault

    @property
    def is_counted(self) -> bool:
        return not self.left_out_because

    @property
    def words(self) -> str:
        return shown(self.cell, Part.TOTAL) if self.is_counted else ""

    @property
    def before(self) -> str:
        return shown(self.cell, Part.BEFORE)

    @property
    def change(self) -> str:
        return Change(self.cell.total, self.cell.before).words if self.is_counted else ""

    @property
    def share(self) -> str:
        return share_of(self.cell.total, self.whole) if self.is_counted else ""

    @property
    def percent(self) -> int:
        number = self.cell.total if self.is_counted else None
        return round(100 * number / self.longest) if number and self.longest else 0


def body_lines(totals: Totals, code: str) -> list[ColumnLine]:
    """Return the bodies, the greatest number first; those that count in no total stand last, in their order."""
    counted = [body.cells.get(code, Cell()).total or 0 for body in totals.bodies if body.is_added_up]
    longest, whole = max(counted, default=0), totals.cells[code].total
    lines = [ColumnLine(body, body.cells.get(code, Cell()), whole, longest) for body in totals.bodies]
    return sorted(lines, key=_place)


def _place(line: ColumnLine) -> tuple[bool, bool, int]:
    number = line.cell.total if line.is_counted else None
    return not line.is_counted, number is None, -(number or 0)
