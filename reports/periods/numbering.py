"""The printed numbers of headings that stand in a list, each with its depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.document.lines import label
from reports.document.tree import Numbering


def labels_of(depths: Iterable[int], numbering: Numbering = Numbering.LETTERS) -> Iterator[str]:
    """Yield the number of each heading; one that is deeper than it may be is numbered as deep as it can.

    >>> list(labels_of([1, 2, 3, 2, 1])), list(labels_of([1, 4]))
    (['I.', '1.', 'a)', '2.', 'II.'], ['I.', '1.'])
    """
    path: list[int] = []
    for depth in depths:
        level = max(1, min(depth, len(path) + 1))
        path = [*path[: level - 1], path[level - 1] + 1 if level <= len(path) else 1]
        yield label(tuple(path), numbering)
