"""The places and the printed numbers of headings in a list with their depths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from reports.document.labels import label
from reports.document.tree import Numbering

Row = TypeVar("Row")


def nested(rows: Iterable[Row], depth: Callable[[Row], int]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield each row of the highest level with the deeper rows that follow it."""
    group: list[Row] = []
    for row in rows:
        if group and depth(row) <= depth(group[0]):
            yield group[0], group[1:]
            group = []
        group.append(row)
    if group:
        yield group[0], group[1:]


def paths_of(depths: Iterable[int], above: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Yield the place of each heading in the tree, counted from 1.

    >>> list(paths_of([1, 2, 2, 1, 4, 3]))
    [(1,), (1, 1), (1, 2), (2,), (2, 1), (2, 2)]
    """
    for place, (_, below) in enumerate(nested(depths, int), start=1):
        yield (*above, place)
        yield from paths_of(below, (*above, place))


def labels_of(depths: Iterable[int], numbering: Numbering = Numbering.LETTERS) -> Iterator[str]:
    """Yield the number of each heading.

    >>> list(labels_of([1, 2, 3, 2, 1])), list(labels_of([1, 4]))
    (['I.', '1.', 'a)', '2.', 'II.'], ['I.', '1.'])
    """
    return (label(path, numbering) for path in paths_of(depths))
