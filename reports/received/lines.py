"""The lines of the province's form in the ministry's order: the total, each level, each group of bodies, each body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accounts.models import BodyGroup
from reports.received.figures import BodyFigures, Cells, Totals
from reports.received.totals import summed

# The levels of the form, each with the groups of bodies in it (Circular 17/2025, form 04c).
LEVELS = (
    ("I", "Tại cấp tỉnh", (BodyGroup.DEPARTMENT, BodyGroup.FRONT, BodyGroup.ENTERPRISE)),
    ("II", "Tại cấp xã", (BodyGroup.COMMUNE,)),
)
TOTAL = "Tổng số trên địa bàn"


@dataclass(frozen=True, slots=True)
class TotalsLine:
    """A sum over bodies, or the figures of one body."""

    number: str  # "I" of a level, "1" of a group
    name: str
    cells: Cells
    bodies: tuple[BodyFigures, ...]
    is_sum: bool = True


def totals_lines(totals: Totals) -> Iterator[TotalsLine]:
    """Yield the total, then each level with its groups and their bodies; the only group of a level has no line."""
    yield TotalsLine("", TOTAL, totals.cells, totals.bodies)
    for number, label, groups in LEVELS:
        within = [group for group in totals.groups if group.group in groups]
        bodies = tuple(body for group in within for body in group.bodies)
        yield TotalsLine(number, label, summed(bodies, totals.columns), bodies)
        for place, group in enumerate(within, start=1):
            if len(groups) > 1:
                yield TotalsLine(str(place), group.group.label, group.cells, group.bodies)
            for body in group.bodies:
                yield TotalsLine("", body.organisation.name, body.cells, (body,), is_sum=False)
