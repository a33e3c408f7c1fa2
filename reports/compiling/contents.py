"""The table of contents of a report: every numbered heading, and whether there is text under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.document.labels import label
from reports.document.lines import Heading, lines
from reports.document.tree import Block, Document, Numbering, Section
from reports.models import Section as SectionRow


@dataclass(frozen=True, slots=True)
class Entry:
    heading: Heading
    is_empty: bool  # nothing is printed under it, not even by a heading below it


def contents(document: Document) -> tuple[Entry, ...]:
    """Return the headings of the body in reading order."""
    return tuple(_entries(document.body, document.numbering))


def bare_headings(sections: Sequence[SectionRow]) -> set[int]:
    """Return the pks of the sections without text that have subsections: there is nothing to write in them."""
    return {one.pk for one, below in pairwise(sections) if below.depth > one.depth and not one.body}


def _entries(blocks: tuple[Block, ...], numbering: Numbering, above: tuple[int, ...] = ()) -> Iterator[Entry]:
    sections = (block for block in blocks if isinstance(block, Section))
    for number, section in enumerate(sections, start=1):
        path = (*above, number)
        is_empty = next(lines(section.blocks), None) is None
        yield Entry(Heading(label(path, numbering), section.heading, path), is_empty)
        yield from _entries(section.blocks, numbering, path)
