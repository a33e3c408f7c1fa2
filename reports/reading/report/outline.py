"""Finds the headings among the lines of the body by what the document itself shows.

Candidates are lines with a sign ("I.", "1.1.", "a)" …), in a heading style of Word, in capitals or bold. Their depth
follows from the order in which the signs first nest. A group of candidates below one heading counts if most of them
have text under them; else its lines are items of a list and stay text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reports.reading.report.candidates import Candidate, Key, Lines, candidate_at
from reports.reading.report.roles import LEVELS
from reports.reading.report.signs import BULLETS, LETTERED_PARTS, POINTS

DEEPEST = 4
PASSES = 3


def heading_levels(lines: Lines) -> list[int]:
    """Return the depth of each heading among the lines, counted from 1; 0 for any other line."""
    levels = [LEVELS.get(line.role, 0) for line in lines]
    if not any(levels):
        levels = _found_levels(lines)
    return corrected(levels, [line.line.chosen for line in lines])


def corrected(levels: Sequence[int], chosen: Sequence[int | None]) -> list[int]:
    """Return the depths with those that the officer chose; the headings below a moved one move along with it.

    >>> corrected([1, 2, 3, 2, 1], [None, 1, None, None, None]), corrected([1, 2, 3, 2], [None, 0, None, None])
    ([1, 1, 2, 2, 1], [1, 0, 2, 2])
    """
    found = []
    # The headings that a line is below: their depth and by how much they moved.
    above: list[tuple[int, int]] = []
    for level, depth in zip(levels, chosen, strict=True):
        while level and above and above[-1][0] >= level:
            above.pop()
        moved = level and min(DEEPEST, max(1, level + (above[-1][1] if above else 0)))
        found.append(moved if depth is None else depth)
        if level:
            above.append((level, found[-1] - level if found[-1] else moved - level - 1))
    return found


@dataclass(slots=True)
class Group:
    """The candidates of one key below one heading."""

    parent: int  # the position of the heading above; -1 for none
    plausible: list[Candidate] = field(default_factory=list)
    others: int = 0
    last: int = 0
    nested: int = 0  # the last number of a list in the text of a heading
    is_broken: bool = False  # a line that is no heading has the number between two that are

    def takes(self, one: Candidate) -> bool:
        """Return whether a candidate is a heading of the group and not an item of a list in its text."""
        follows = one.number == self.last + 1
        restarts = one.number == 1 and self.last > 0
        continues = self.nested > 0 and one.number == self.nested + 1
        is_next = (one.is_filled and (follows or restarts)) or not (continues or restarts)
        if one.is_sure or (one.is_plausible and is_next):
            self.plausible.append(one)
            self.last, self.nested = one.number, 0
            return True
        if one.number in (1, self.nested + 1):
            self.nested = one.number
        else:
            self.others += 1
            self.is_broken = self.is_broken or (follows and self.last > 0)
        return False

    @property
    def is_of_headings(self) -> bool:
        total = len(self.plausible) + self.others
        filled = sum(one.is_filled for one in self.plausible)
        if all(one.is_sure for one in self.plausible):
            return True
        if self.plausible[0].rank >= BULLETS:
            return filled == total > 1 and self.parent >= 0
        if self.plausible[0].rank >= POINTS:
            return 2 * filled > total and self.parent >= 0
        return 2 * filled >= total and not self.is_broken


def _found_levels(lines: Lines) -> list[int]:
    candidates = [one for at in range(len(lines)) if (one := candidate_at(lines, at))]
    if sum(one.key[0] in ("capitals", "bold") for one in candidates) < 2:
        candidates = [one for one in candidates if one.key[0] not in ("bold", "apart")]
    for _ in range(PASSES):
        depths, groups = _nested(candidates)
        refused = {one.at for group in groups if not group.is_of_headings for one in group.plausible}
        refused |= _before_higher(groups)
        if not refused:
            break
        candidates = [one for one in candidates if one.at not in refused]
    levels = [0] * len(lines)
    for at, depth in depths.items():
        levels[at] = depth if depth <= DEEPEST and at not in refused else 0
    return levels


def _before_higher(groups: Iterable[Group]) -> set[int]:
    """Return the positions of candidates that come before a higher sign below the same heading: "1." before "I."."""
    firsts: dict[int, Candidate] = {}
    for group in groups:
        for one in group.plausible[:1]:
            best = firsts.get(group.parent)
            if one.is_numbered and (best is None or one.rank < best.rank):
                firsts[group.parent] = one
    return {
        one.at
        for group in groups
        for one in group.plausible
        if (first := firsts.get(group.parent))
        and one.at < first.at
        and one.key != first.key
        and not one.is_sure
    }


def _nested(candidates: Sequence[Candidate]) -> tuple[dict[int, int], list[Group]]:
    """Return the depth of each heading by its position, and the groups of candidates."""
    depths: dict[int, int] = {}
    groups: dict[tuple[int, Key], Group] = {}
    above: list[Candidate] = []
    parents: dict[Key, Key] = {}  # of keys without a rank, where each was first found
    for one in candidates:
        depth = _depth_of(one, above, parents)
        parent = above[depth - 1].at if depth else -1
        group = groups.setdefault((parent, one.key), Group(parent))
        if group.takes(one):
            del above[depth:]
            if above and one.rank < 0:
                parents.setdefault(one.key, above[-1].key)
            above.append(one)
            depths[one.at] = len(above)
    return depths, list(groups.values())


def _depth_of(one: Candidate, above: Sequence[Candidate], parents: dict[Key, Key]) -> int:
    """Return how many of the open headings a candidate is below."""
    for depth, head in enumerate(above):
        if head.key == one.key or (one.level and head.level == one.level):
            return depth
    if one.level and any(head.level for head in above):
        return next((at for at, head in enumerate(above) if head.level > one.level), _after_styled(above))
    if one.key[0] == "capitals":
        alike = [at for at, head in enumerate(above) if head.in_capitals and head.rank >= LETTERED_PARTS]
        if alike:
            return alike[-1]
    if one.rank < 0:
        known = parents.get(one.key)
        return next((at + 1 for at, head in enumerate(above) if head.key == known), _above_bullets(above))
    return next((at for at, head in enumerate(above) if head.rank > one.rank), len(above))


def _after_styled(above: Sequence[Candidate]) -> int:
    return max(at for at, head in enumerate(above) if head.level) + 1


def _above_bullets(above: Sequence[Candidate]) -> int:
    return next((at for at, head in enumerate(above) if head.rank >= BULLETS), len(above))
