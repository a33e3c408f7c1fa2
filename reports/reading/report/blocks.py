"""Makes the blocks of the tree from the lines of the body: sections by headings, lists by marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from reports.document.numbering import labels_of
from reports.document.tree import Block, BulletList, LetteredList, Numbering, Paragraph, Section, Table
from reports.reading.report import places
from reports.reading.report.candidates import BodyLine, body_line, run_in
from reports.reading.report.lists import bullet_words, list_names, point_words
from reports.reading.report.outline import heading_levels
from reports.reading.report.roles import PlacedLine, Role
from reports.reading.report.signs import PARTS, sign_of

# The numbers of headings printed by this program: "PHẦN I.", "A.", "IV.", "2.", "2.3.", "2.3.4.", "đ)"
OWN_LABEL = re.compile(
    r"^(?:PHẦN (?:[IVXLC]+|THỨ \w+)\.|[IVXLC]+\.(?:\d+\.){0,2}|[A-ZĐ]{1,2}\.|(?:\d+\.){1,3}|[a-zđ]{1,4}\))(?:\s|$)"
)
LONGEST_TITLE = 300
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


def read_body(
    placed: Sequence[PlacedLine], *, is_annex: bool = False, numbering: Numbering = Numbering.LETTERS
) -> Body:
    """Return the lines with their depths; a heading that its text follows on the same line becomes two lines.

    An annex has no sections: its headings become text with their numbers, and are read only to keep these as they are.
    """
    lines = [body_line(place) for place in (placed if is_annex else _titled(placed))]
    levels = heading_levels(lines)
    if is_annex and _is_renumbered(lines, levels, numbering):
        return Body(lines, [0] * len(lines))
    found = [
        (part, level if at == 0 else 0)
        for line, level in zip(lines, levels, strict=True)
        for at, part in enumerate(_split(line) if level else [line])
    ]
    return Body([line for line, _ in found], [level for _, level in found])


def _is_renumbered(lines: Lines, levels: Sequence[int], numbering: Numbering) -> bool:
    """Return whether a heading would be printed with another number than it has, or in other letters."""
    heads = [line for line, level in zip(lines, levels, strict=True) if level]
    printed = labels_of(filter(None, levels), numbering)
    return any(
        line.role is Role.TEXT
        and (line.sign is None or line.sign.printed != number or run_in(line) is not None)
        for line, number in zip(heads, printed, strict=True)
    )


def _titled(placed: Sequence[PlacedLine]) -> Iterator[PlacedLine]:
    """Yield the lines, "Phần thứ nhất" together with its title, which the next lines are."""
    part: PlacedLine | None = None
    for place in placed:
        if part and _is_title_of(part, place):
            added = part.line.added if words_beside_sign(part) else ":"
            raw = f"{part.line.raw}{'' if words_beside_sign(part) else added} {place.line.raw}"
            positions = (*part.line.positions, *place.line.positions)
            part = replace(part, line=replace(part.line, raw=raw, positions=positions, added=added))
            continue
        if part:
            yield part
        part = place if is_part(place) else None
        if not part:
            yield place
    if part:
        yield part


def is_part(place: PlacedLine) -> bool:
    sign = sign_of(place.line.text) if place.role is Role.TEXT and not place.line.rows else None
    return sign is not None and sign.rank == PARTS and place.line.chosen is None


def words_beside_sign(place: PlacedLine) -> str:
    sign = sign_of(place.line.text)
    return sign.words if sign else ""


def _is_title_of(part: PlacedLine, place: PlacedLine) -> bool:
    """Return whether a line is the title of a part, or continues it in capitals."""
    line, words = place.line, words_beside_sign(part)
    if line.rows or line.is_note or line.chosen is not None or not line.text or sign_of(line.text):
        return False
    if len(part.line.raw) > LONGEST_TITLE:
        return False
    if words:
        return places.is_capitals(words) and places.is_capitals(line.text) and not line.after_gap
    return len(line.text) <= LONGEST_TITLE and line.text[-1] not in ".;"


def _split(line: BodyLine) -> Iterator[BodyLine]:
    """Yield the heading and the text of a line that may have both."""
    parts = run_in(line)
    if not parts or not line.sign:
        yield line
        return
    title, text = parts
    yield replace(line, sign=replace(line.sign, words=title))
    rest = replace(line.line, raw=text, lead="", bold=False)
    yield body_line(PlacedLine(Role.PARAGRAPH, rest))


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
    if line.role is not Role.TEXT:
        return OWN_LABEL.sub("", line.text, count=1)
    words = line.words or line.text
    return words.upper() if depth == 1 else words


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
