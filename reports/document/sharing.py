"""The shares of columns with which a table is least high."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

Shares = tuple[int, ...]
Lines = list[int]  # of each row
# The lines of all rows, then those of all cells: of two tables as high, the one with fewer broken cells is better.
Cost = tuple[int, int]

# What one column gives to another: much at first, because little does not save a line yet.
LARGE_STEPS, SMALL_STEPS = (16, 8, 4), (2, 1)
# Exchanges are ranked by what each column gains or loses alone; so many of them are then tried together.
MOST_TRIED = 4
# A table may be so much higher than need be if its short cells are whole and its like columns alike.
TIDINESS = 1.02
# Columns of the same wish that differ by so little are made alike.
ALIKE = 2


class Change(NamedTuple):
    """What a table costs more if one column alone is wider or narrower."""

    rows: int
    cells: int
    column: int


class Heights:
    """The lines of a table's rows by the shares of its columns; `measure` counts those of a column at a share."""

    def __init__(self, columns: int, measure: Callable[[int, int], Lines]) -> None:
        self.columns, self.measure = range(columns), measure
        self.measured: dict[tuple[int, int], Lines] = {}

    def lines(self, column: int, share: int) -> Lines:
        if (column, share) not in self.measured:
            self.measured[column, share] = self.measure(column, share)
        return self.measured[column, share]

    def cost(self, shares: Shares) -> Cost:
        cells = [*map(self.lines, self.columns, shares)]
        return sum(map(max, zip(*cells, strict=True))), sum(map(sum, cells))


def least_high(heights: Heights, starts: Sequence[Shares], needs: Shares) -> Shares:
    """Return the shares found from one of the starts, the first of equals, by exchanges between two columns.

    No column gets less than it needs.
    """
    rough = [_improved(heights, start, needs, LARGE_STEPS) for start in starts]
    return _improved(heights, min(rough, key=heights.cost), needs, SMALL_STEPS)


def tidied(heights: Heights, shares: Shares, wishes: Shares, needs: Shares) -> Shares:
    """Return the shares with what columns wish, and columns that wish the same alike, if the table hardly grows."""
    most = heights.cost(shares)[0] * TIDINESS
    short = {column: wish for column, wish in enumerate(wishes) if shares[column] < wish}
    if short and (wished := _settled(shares, short, needs)):
        wished = _improved(heights, wished, tuple(map(max, needs, wishes)), SMALL_STEPS)
        shares = wished if heights.cost(wished)[0] <= most else shares
    for wish in sorted({*wishes}):
        alike = [column for column in heights.columns if wishes[column] == wish]
        got, need = [shares[column] for column in alike], max(needs[column] for column in alike)
        least = max(min(got), need)
        if min(got) < max(got) <= least + ALIKE:
            settled = _settled(shares, dict.fromkeys(alike, least), needs)
            shares = settled if settled and heights.cost(settled)[0] <= most else shares
    return shares


def _settled(shares: Shares, settled: dict[int, int], needs: Shares) -> Shares | None:
    """Return the shares with these columns settled at the cost of the widest, or None if it has not so much."""
    new = [settled.get(column, share) for column, share in enumerate(shares)]
    widest = shares.index(max(shares))
    new[widest] += sum(shares) - sum(new)
    return tuple(new) if widest not in settled and new[widest] >= needs[widest] else None


def _improved(heights: Heights, shares: Shares, needs: Shares, steps: Sequence[int]) -> Shares:
    cost = heights.cost(shares)
    for step in steps:
        while True:
            exchanges = _exchanges(heights, shares, needs, step)
            better = next((one for one in exchanges if heights.cost(one) < cost), None)
            if better is None:
                break
            shares, cost = better, heights.cost(better)
    return shares


def _exchanges(heights: Heights, shares: Shares, needs: Shares, step: int) -> list[Shares]:
    """Return the most promising exchanges between two columns, the best first."""
    cells = [*map(heights.lines, heights.columns, shares)]
    others = [*_highest_others(cells)]
    rows = sum(map(max, others[0], cells[0]))

    def change(column: int, by: int) -> Change:
        own, lines = cells[column], heights.lines(column, shares[column] + by)
        if own == lines:
            return Change(0, 0, column)
        return Change(sum(map(max, others[column], lines)) - rows, sum(lines) - sum(own), column)

    # Only a column that is the highest of some row can make the table less high.
    highest = [column for column in heights.columns if sum(others[column]) < rows] or heights.columns
    wider = [
        gain for gain in (change(column, step) for column in highest) if (gain.rows, gain.cells) < (0, 0)
    ]
    if not wider:
        return []
    spare = [column for column in heights.columns if shares[column] - step >= needs[column]]
    narrower = sorted(change(column, -step) for column in spare)[:MOST_TRIED]
    pairs = sorted(
        (one.rows + other.rows, one.cells + other.cells, one.column, other.column)
        for one in sorted(wider)[:MOST_TRIED]
        for other in narrower
        if one.column != other.column
    )
    return [_exchanged(shares, one, other, step) for _, _, one, other in pairs[:MOST_TRIED]]


def _exchanged(shares: Shares, wider: int, narrower: int, step: int) -> Shares:
    new = [*shares]
    new[wider] += step
    new[narrower] -= step
    return tuple(new)


def _highest_others(cells: Sequence[Lines]) -> Iterator[Lines]:
    """Yield for each column the lines of each row without it."""
    nothing = [0] * len(cells[0])
    left = accumulate(cells, _higher, initial=nothing)
    right = [*accumulate(reversed(cells), _higher, initial=nothing)]
    return map(_higher, left, right[-2::-1])


def _higher(one: Lines, other: Lines) -> Lines:
    return [*map(max, one, other)]
