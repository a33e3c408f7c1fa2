"""Makes the blocks of the tree from the lines of the body: sections by headings, lists by marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reports.document.tree import Block, BulletList, LetteredList, Numbering, Paragraph, Section, Table
from reports.reading.report.lists import bullet_words, list_names, point_words
from reports.reading.report.outline import BodyLine, body_line, heading_levels
from reports.reading.report.roles import PlacedLine

# The numbers of headings printed by this program: "IV.", "2.", "2.3.", "đ)"
OWN_LABEL = re.compile(r"^(?:[IVXLC]+\.|(?:\d+\.){1,2}|[a-zđ]{1,4}\))(?:\s|$)")
Lines = Sequence[BodyLine]


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of the body, or of an annex, with the depth of each heading, 0 for any other line."""

    lines: Lines
    levels: Sequence[int]

    def blocks(self) -> tuple[Block, ...]:
        """Return the lines as blocks: at every depth the own text first, then the sections."""
        return _blocks(self.lines, self.levels, range(len(self.lines)), depth=1)

    def in_order(self) -> Iterator[tuple[BodyLine, int]]:
        """Yield each line with the depth of its heading in the order of the blocks; 0 for any other line."""
        return _in_order(self.lines, self.levels, range(len(self.lines)), depth=1)

    def depths(self) -> Sequence[int]:
        """Return the depth of each line that the document has."""
        return [depth for _, depth in self.in_order()]


def read_body(placed: Sequence[PlacedLine], numbering: Numbering) -> Body:
    lines = [body_line(place) for place in placed]
    return Body(lines, heading_levels(lines, numbering))


def read_blocks(placed: Sequence[PlacedLine], numbering: Numbering) -> tuple[Block, ...]:
    return read_body(placed, numbering).blocks()


def _blocks(lines: Lines, levels: Sequence[int], scope: range, *, depth: int) -> tuple[Block, ...]:
    own, sections = _parted(levels, scope)
    below = (
        Section(_heading(lines[at], depth), _blocks(lines, levels, range(at + 1, end), depth=depth + 1))
        for at, end in sections
    )
    return (*_own_text(lines[own.start : own.stop]), *below)


def _in_order(
    lines: Lines, levels: Sequence[int], scope: range, *, depth: int
) -> Iterator[tuple[BodyLine, int]]:
    own, sections = _parted(levels, scope)
    yield from ((line, 0) for line in sorted(lines[own.start : own.stop], key=lambda one: one.line.is_note))
    for at, end in sections:
        yield lines[at], depth
        yield from _in_order(lines, levels, range(at + 1, end), depth=depth + 1)


def _parted(levels: Sequence[int], scope: range) -> tuple[range, Sequence[tuple[int, int]]]:
    """Return the own text of a scope, and each heading with the end of its section.

    A heading that skips a depth gets the next one that is possible.
    """
    heads: list[int] = []
    for at in scope:
        if levels[at] and (not heads or levels[at] <= levels[heads[-1]]):
            heads.append(at)
    bounds = [*heads, scope.stop]
    return range(scope.start, bounds[0]), tuple(pairwise(bounds))


def _heading(line: BodyLine, depth: int) -> str:
    """Return the heading without its number, in capitals at the first depth (Decree 30, Appendix I, II.6đ)."""
    if line.mark is None:
        return OWN_LABEL.sub("", line.text, count=1)
    return line.mark.words.upper() if depth == 1 else line.mark.words


def _own_text(lines: Lines) -> Iterator[Block]:
    """Yield the blocks of lines without headings, footnotes last."""
    text = [line for line in lines if not line.line.is_note]
    for name, group in groupby(zip(list_names(text), text, strict=True), key=lambda named: named[0]):
        items = [line for _, line in group]
        if name.startswith("points"):
            yield LetteredList(tuple(_paragraph(point_words(line), line.line.lead) for line in items))
        elif name:
            yield BulletList(tuple(map(bullet_words, items)), name)
        else:
            yield from (
                Table(line.line.rows) if line.line.rows else _paragraph(line.text, line.line.lead)
                for line in items
            )
    yield from (Paragraph(line.text) for line in lines if line.line.is_note)


def _paragraph(text: str, lead: str) -> Paragraph:
    """Return the paragraph, with the bold words at its start as its lead."""
    rest = text[len(lead) :]
    if not lead or not text.startswith(f"{lead} "):
        return Paragraph(text)
    return Paragraph(rest.strip(), lead)
