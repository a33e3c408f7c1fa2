"""The contents of a report beside its paper: every numbered heading, and whether anything stands under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from reports.document.lines import Heading, Line, lines
from reports.document.tree import Document
from reports.models import Section


@dataclass(frozen=True, slots=True)
class Entry:
    heading: Heading
    is_empty: bool  # nothing is printed under it, not even by a heading below it


def contents(document: Document) -> tuple[Entry, ...]:
    """Return the headings of the body in reading order."""
    printed = list(lines(document.body, document.numbering))
    pairs = zip_longest(printed, printed[1:])
    return tuple(Entry(line, _ends(line, below)) for line, below in pairs if isinstance(line, Heading))


def bare_headings(sections: Sequence[Section]) -> set[int]:
    """Return the sections without words of their own that stand above others: there is nothing to write in them."""
    return {one.pk for one, below in pairwise(sections) if below.depth > one.depth and not one.body}


def _ends(heading: Heading, below: Line | None) -> bool:
    """Return whether the section ends with its heading: next comes its like, a higher one or nothing."""
    return below is None or (isinstance(below, Heading) and below.level <= heading.level)
