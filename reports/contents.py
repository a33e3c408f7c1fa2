"""The contents of a report beside its paper: every numbered heading, and whether anything stands under it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from reports.document.lines import Heading, Line, lines
from reports.document.tree import Document


@dataclass(frozen=True, slots=True)
class Entry:
    heading: Heading
    is_empty: bool  # nothing is printed under it, not even by a heading below it


def contents(document: Document) -> tuple[Entry, ...]:
    """Return the headings of the body in reading order."""
    printed = list(lines(document.body, document.numbering))
    pairs = zip_longest(printed, printed[1:])
    return tuple(Entry(line, _ends(line, below)) for line, below in pairs if isinstance(line, Heading))


def _ends(heading: Heading, below: Line | None) -> bool:
    """Return whether the section ends with its heading: next comes its like, a higher one or nothing."""
    return below is None or (isinstance(below, Heading) and below.level <= heading.level)
