"""The places and the printed numbers of headings that stand in a list, each with its depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.document.lines import label
from reports.document.tree import Numbering


def paths_of(depths: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Yield the place of each heading in the tree, counting from 1.

    As in the compiled report, one that is deeper than the one before stands below it, however much deeper.

    >>> list(paths_of([1, 2, 2, 1, 4, 3]))
    [(1,), (1, 1), (1, 2), (2,), (2, 1), (2, 2)]
    """
    above: list[int] = []  # the depths of those that the next one may stand below
    path: list[int] = []
    for depth in depths:
        while above and above[-1] >= depth:
            above.pop()
        level = len(above)
        path = [*path[:level], path[level] + 1 if level < len(path) else 1]
        above.append(depth)
        yield tuple(path)


def labels_of(depths: Iterable[int], numbering: Numbering = Numbering.LETTERS) -> Iterator[str]:
    """Yield the number of each heading.

    >>> list(labels_of([1, 2, 3, 2, 1])), list(labels_of([1, 4]))
    (['I.', '1.', 'a)', '2.', 'II.'], ['I.', '1.'])
    """
    return (label(path, numbering) for path in paths_of(depths))
