"""Finds the headings among the numbered lines: those that count from 1 (I, a) as this program would number them.

Other lines with numbers stay text: headings are numbered anew by their positions, which would change a number that is
out of order.
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
DEEPEST = 4
LONGEST_HEADING = 250
LONGEST_PART_HEADING = 500
# A heading that ends like a sentence is not longer than this and has text under it.
LONGEST_SENTENCE = 120


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of the body, with its mark if it is read as text."""

    role: Role
    line: SourceLine
    text: str
    mark: Mark | None


def body_line(placed: PlacedLine) -> BodyLine:
    text = placed.line.text
    is_read = placed.role is Role.TEXT and not (placed.line.rows or placed.line.is_note)
    return BodyLine(placed.role, placed.line, text, mark(text) if is_read else None)


def heading_levels(lines: Sequence[BodyLine], numbering: Numbering) -> list[int]:
    """Return the depth of each heading among the lines, counted from 1; 0 for any other line."""
    levels = [LEVELS.get(line.role, 0) for line in lines]
    if not any(levels):
        _find_headings(lines, range(len(lines)), numbering, levels, depth=1, parent=0)
    return corrected(levels, [line.line.chosen for line in lines])


def corrected(levels: Sequence[int], chosen: Sequence[int | None]) -> list[int]:
    """Return the depths with those that the officer chose; the headings below a moved one move along with it.

    >>> corrected([1, 2, 3, 2, 1], [None, 1, None, None, None]), corrected([1, 2, 3, 2], [None, 0, None, None])
    ([1, 1, 2, 2, 1], [1, 0, 2, 2])
    """
    found = []
    above: list[
        tuple[int, int]
    ] = []  # the headings that a line is below: their depth and by how much they moved
    for level, depth in zip(levels, chosen, strict=True):
        while level and above and above[-1][0] >= level:
            above.pop()
        moved = level and min(DEEPEST, max(1, level + (above[-1][1] if above else 0)))
        found.append(moved if depth is None else depth)
        if level:
            above.append((level, found[-1] - level if found[-1] else moved - level - 1))
    return found


def _find_headings(
    lines: Sequence[BodyLine],
    scope: range,
    numbering: Numbering,
    levels: list[int],
    *,
    depth: int,
    parent: int,
) -> None:
    """Set the levels of the headings of this depth in the scope, then of those below each of them."""
    if depth > len(FAMILIES[numbering]):
        return
    headings = _run(lines, scope, FAMILIES[numbering][depth - 1], parent)
    for position, (start, end) in enumerate(pairwise([*headings, scope.stop]), start=1):
        levels[start] = depth
        _find_headings(lines, range(start + 1, end), numbering, levels, depth=depth + 1, parent=position)


def _run(lines: Sequence[BodyLine], scope: range, family: Family, parent: int) -> list[int]:
    """Return the positions of the scope's headings of one family, or none if they are uncertain."""
    marks = [(at, sign) for at in scope if (sign := lines[at].mark) and sign.family is family]
    if family is Family.ROMAN:
        return _parts(lines, marks)
    if family is Family.DECIMAL:
        same = [(at, sign) for at, sign in marks if sign.parent == parent]
    else:
        same = [(at, sign) for at, sign in marks if sign.closer == marks[0][1].closer]
    run: list[int] = []
    nested = 0  # the last number of a list in the text of a heading
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
    """Return the positions of the parts (I, II, …), also with a missing or repeated number if it is clearly a part."""
    parts: list[int] = []
    for at, sign in marks:
        is_next = sign.number == len(parts) + 1
        is_plain = parts and (sign.words.isupper() or lines[at].line.bold)
        if len(lines[at].text) <= LONGEST_PART_HEADING and (is_next or is_plain):
            parts.append(at)
    return parts


def _is_heading(lines: Sequence[BodyLine], at: int, scope: range) -> bool:
    """Return whether a line can be a heading by its length and, unless it is bold, its end."""
    text = lines[at].text
    if len(text) > LONGEST_HEADING or lines[at].line.lead:
        return False
    if lines[at].line.bold or text[-1] not in ".:;,":
        return True
    return text[-1] in ".:" and len(text) <= LONGEST_SENTENCE and _has_content(lines, at, scope)


def _has_content(lines: Sequence[BodyLine], at: int, scope: range) -> bool:
    """Return whether a line is followed by anything other than the next line of the same family."""
    here, below = lines[at].mark, lines[at + 1].mark if at + 1 < scope.stop else None
    return at + 1 < scope.stop and (below is None or here is None or below.family is not here.family)


def _have_content(lines: Sequence[BodyLine], run: list[int], scope: range) -> bool:
    """Return whether a run is of headings, not of list items: all are bold, or half of them have text under them."""
    filled = sum(_has_content(lines, at, scope) for at in run)
    return 2 * filled >= len(run) or all(lines[at].line.bold for at in run)
