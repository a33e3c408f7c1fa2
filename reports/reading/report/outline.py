"""Which numbered lines are headings: those that run on from 1 (I, a) as this program would number them again.

A line with a number stays text, word for word, where its group is no group of headings or does not run on:
a heading is numbered anew by its place, so a number that stands out of order would be changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.document.tree import Numbering
from reports.reading.marks import Family, Mark, mark
from reports.reading.report.roles import LEVELS, PlacedLine, Role
from reports.reading.report.source import SourceLine

FAMILIES = {
    Numbering.LETTERS: (Family.ROMAN, Family.NUMBER, Family.LETTER),
    Numbering.DECIMAL: (Family.ROMAN, Family.NUMBER, Family.DECIMAL, Family.LETTER),
}
LONGEST_HEADING = 250
LONGEST_PART_HEADING = 500
# A heading that ends like a sentence is short and has something under it.
LONGEST_SENTENCE = 120


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of the body with the mark in front of it, if it is read as text."""

    role: Role
    line: SourceLine
    text: str
    mark: Mark | None


def body_line(placed: PlacedLine) -> BodyLine:
    text = placed.line.text
    is_read = placed.role is Role.TEXT and not (placed.line.rows or placed.line.is_note)
    return BodyLine(placed.role, placed.line, text, mark(text) if is_read else None)


def heading_levels(lines: Sequence[BodyLine], numbering: Numbering) -> list[int]:
    """Return for each line the depth of the heading that it is, counting from 1; 0 for any other line."""
    levels = [LEVELS.get(line.role, 0) for line in lines]
    if not any(levels):
        _find_headings(lines, range(len(lines)), numbering, levels, depth=1, parent=0)
    return levels


def _find_headings(
    lines: Sequence[BodyLine],
    scope: range,
    numbering: Numbering,
    levels: list[int],
    *,
    depth: int,
    parent: int,
) -> None:
    """Write the depth of the headings of this depth in the scope, then of those below each of them."""
    if depth > len(FAMILIES[numbering]):
        return
    headings = _run(lines, scope, FAMILIES[numbering][depth - 1], parent)
    for position, (start, end) in enumerate(pairwise([*headings, scope.stop]), start=1):
        levels[start] = depth
        _find_headings(lines, range(start + 1, end), numbering, levels, depth=depth + 1, parent=position)


def _run(lines: Sequence[BodyLine], scope: range, family: Family, parent: int) -> list[int]:
    """Return the places of the scope's headings of one family; none where they are not to be told for sure."""
    marks = [(at, sign) for at in scope if (sign := lines[at].mark) and sign.family is family]
    if family is Family.ROMAN:
        return _parts(lines, marks)
    if family is Family.DECIMAL:
        same = [(at, sign) for at, sign in marks if sign.parent == parent]
    else:
        same = [(at, sign) for at, sign in marks if sign.closer == marks[0][1].closer]
    run: list[int] = []
    nested = 0  # the last number of a list among the text of a heading
    for at, sign in same:
        if sign.number == len(run) + 1 and _is_heading(lines, at, scope):
            run.append(at)
            nested = 0
        elif sign.number in (1, nested + 1):
            nested = sign.number
        else:
            return []
    return run if _have_content(lines, run, scope) else []


def _parts(lines: Sequence[BodyLine], marks: list[tuple[int, Mark]]) -> list[int]:
    """Return the places of the parts (I, II, …); a number left out or told twice is set right where it is plain
    that the line is a part's heading.
    """
    parts: list[int] = []
    for at, sign in marks:
        is_next = sign.number == len(parts) + 1
        is_plain = parts and (sign.words.isupper() or lines[at].line.bold)
        if len(lines[at].text) <= LONGEST_PART_HEADING and (is_next or is_plain):
            parts.append(at)
    return parts


def _is_heading(lines: Sequence[BodyLine], at: int, scope: range) -> bool:
    """Tell a heading by its length and its end; bold ones may end as they like."""
    text = lines[at].text
    if len(text) > LONGEST_HEADING or lines[at].line.lead:
        return False
    if lines[at].line.bold or text[-1] not in ".:;,":
        return True
    return text[-1] in ".:" and len(text) <= LONGEST_SENTENCE and _has_content(lines, at, scope)


def _has_content(lines: Sequence[BodyLine], at: int, scope: range) -> bool:
    """Tell whether something else than the next line of the same family follows."""
    here, below = lines[at].mark, lines[at + 1].mark if at + 1 < scope.stop else None
    return at + 1 < scope.stop and (below is None or here is None or below.family is not here.family)


def _have_content(lines: Sequence[BodyLine], run: list[int], scope: range) -> bool:
    """Tell headings from the items of a list: they are bold, or half of them have something under them."""
    filled = sum(_has_content(lines, at, scope) for at in run)
    return 2 * filled >= len(run) or all(lines[at].line.bold for at in run)
