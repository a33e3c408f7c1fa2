"""The form of a province as lines of words: the total, each group of bodies with its sum, each body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from accounts.models import BodyGroup
from pbgdpl.lib.vietnamese import number_or_empty
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.models import Indicator
from reports.received.figures import BodyFigures, Cell, Cells, Totals
from reports.received.lines import TOTAL
from reports.totals.filters import Part, TableFilters


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of the table; a body that is left out of the totals has no values unless last year's are shown."""

    name: str
    values: tuple[tuple[str, str, bool], ...] = ()  # code, words, whether the figure is marked
    body: BodyFigures | None = None  # None: a sum
    number: int = 0  # of a body among those of its group that are shown


@dataclass(frozen=True, slots=True)
class NumberedBody:
    number: int
    body: BodyFigures


def numbered_bodies(totals: Totals, filters: TableFilters) -> list[NumberedBody]:
    """Return the bodies that the filters let through, group after group."""
    return [
        NumberedBody(number, body)
        for group in totals.groups
        for number, body in enumerate(filters.in_order(group.bodies), start=1)
    ]


def total_line(totals: Totals, part: Part) -> TableLine:
    return TableLine(TOTAL, _values(totals.cells, totals.columns, part))


def page_lines(
    page: Iterable[NumberedBody], totals: Totals, part: Part, marked: Mapping[int, frozenset[str]]
) -> Iterator[TableLine]:
    """Yield the lines of a page, before those of each group its sum; `marked` has codes by the pk of the body."""
    sums = {group.group: group.cells for group in totals.groups}
    for group, within in groupby(page, key=lambda one: BodyGroup(one.body.organisation.group)):
        yield TableLine(group.label, _values(sums[group], totals.columns, part))
        for one in within:
            body, codes = one.body, marked.get(one.body.organisation.pk, frozenset())
            is_shown = body.is_added_up or part is Part.BEFORE
            values = _values(body.cells, totals.columns, part, codes) if is_shown else ()
            yield TableLine(body.organisation.name, values, body, one.number)


def _values(
    cells: Cells, columns: Iterable[Indicator], part: Part, marked: frozenset[str] = frozenset()
) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (column.code, shown(cells.get(column.code, Cell()), part), column.code in marked)
        for column in columns
    )


def shown(cell: Cell, part: Part) -> str:
    """Return a number with dots, "-" for what does not apply, "" for what nobody stated.

    >>> shown(Cell(1245), Part.TOTAL), shown(Cell(does_not_apply=True), Part.TOTAL), shown(Cell(1), Part.BEFORE)
    ('1.245', '-', '')
    """
    if cell.does_not_apply and part is not Part.BEFORE:
        return NOT_APPLICABLE
    return number_or_empty(part.of(cell))


def left_out_words(totals: Totals) -> list[tuple[str, str]]:
    """Return the reasons why bodies count in no total, each with their names."""
    names: dict[str, list[str]] = {}
    for body in totals.left_out:
        names.setdefault(body.left_out_because, []).append(body.organisation.name)
    return [(because, ", ".join(bodies)) for because, bodies in names.items()]
