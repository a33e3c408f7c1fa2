"""The contents of a report beside its paper: every numbered heading, and whether anything stands under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from reports.document.lines import Heading, Line, lines
from reports.document.tree import Document


@dataclass(frozen=True, slots=True)
class Entry:
    heading: Heading
    anchor: str  # the id of the heading on the paper: "muc-1-2"
    is_empty: bool  # nothing is printed under it, not even by a heading below it


def contents(document: Document) -> tuple[Entry, ...]:
    """Return the headings of the body in reading order."""
    printed = list(lines(document.body, document.numbering))
    pairs = zip_longest(printed, printed[1:])
    headings = [(line, below) for line, below in pairs if isinstance(line, Heading)]
    anchors = _anchors(heading.level for heading, _ in headings)
    return tuple(
        Entry(heading, anchor, _ends(heading, below))
        for (heading, below), anchor in zip(headings, anchors, strict=True)
    )


def _anchors(levels: Iterable[int]) -> Iterator[str]:
    """Yield the place of each heading in the tree, counting from 1."""
    path: list[int] = []
    for level in levels:
        path = [*path[: level - 1], (path[level - 1] if len(path) >= level else 0) + 1]
        yield "-".join(("muc", *map(str, path)))


def _ends(heading: Heading, below: Line | None) -> bool:
    """Return whether the section ends with its heading: next comes its like, a higher one or nothing."""
    return below is None or (isinstance(below, Heading) and below.level <= heading.level)
