"""The table of contents of a report: every numbered heading, and whether there is text under it."""

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
    """Return the pks of the sections without text that have subsections: there is nothing to write in them."""
    return {one.pk for one, below in pairwise(sections) if below.depth > one.depth and not one.body}


def _ends(heading: Heading, below: Line | None) -> bool:
    """Return whether a section is empty: after its heading comes one of the same or a higher level, or nothing."""
    return below is None or (isinstance(below, Heading) and below.level <= heading.level)
