"""The head of a statistical form as the ministry draws it: groups above, labels below them, then a row of codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pbgdpl.lib.vietnamese import lower_first
from reports.models import Indicator

LEADING = ("STT", "Đơn vị báo cáo")
LEADING_CODES = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell with its place, counted from 0, and the rows and columns that it takes."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    indicator: Indicator | None = None  # whose label it is; None for a group and for a leading column


@dataclass(frozen=True, slots=True)
class FormHead:
    rows: tuple[tuple[HeadCell, ...], ...]  # the cells that begin in each row, from the left
    codes: tuple[str, ...]  # of each column: "A", "B", "(1)", "(2)" …


@dataclass(frozen=True, slots=True)
class _Column:
    place: int
    above: tuple[str, ...]
    label: str
    indicator: Indicator | None = None


def form_head(indicators: Sequence[Indicator], leading: Sequence[str] = LEADING) -> FormHead:
    """Return the head of a form with these columns, from the left, behind the leading ones."""
    columns = [
        *(_Column(place, (), label) for place, label in enumerate(leading)),
        *(
            _Column(place, one.headings_above, one.label, one)
            for place, one in enumerate(indicators, start=len(leading))
        ),
    ]
    depth = 1 + max((len(column.above) for column in columns), default=0)
    cells = [*_cells(columns, 0, depth)]
    return FormHead(
        rows=tuple(tuple(cell for cell in cells if cell.row == row) for row in range(depth)),
        codes=(*LEADING_CODES[: len(leading)], *(f"({one.code})" for one in indicators)),
    )


def _cells(columns: Sequence[_Column], row: int, depth: int) -> Iterator[HeadCell]:
    """Yield the cells from a row down; neighbours below the same heading share it."""
    for heading, run in groupby(columns, key=lambda column: column.above[row : row + 1]):
        same = [*run]
        if heading:
            yield HeadCell(heading[0], row, same[0].place, columns=len(same))
            yield from _cells(same, row + 1, depth)
            continue
        for column in same:
            yield HeadCell(column.label, row, column.place, depth - row, indicator=column.indicator)


def full_label(indicator: Indicator) -> str:
    """Return the label of a column with the headings above it.

    >>> full_label(Indicator(above="PBGDPL trực tiếp > Trong đó", label="Số cuộc"))
    'PBGDPL trực tiếp, trong đó: số cuộc'
    """
    first, *more = *indicator.headings_above, indicator.label
    if not more:
        return first
    *between, label = map(_within, more)
    return f"{', '.join((first, *between))}: {label}"


def _within(text: str) -> str:
    """Return a text as it stands within a line: "UBND" keeps its capitals."""
    return text if text[:2].isupper() else lower_first(text)
