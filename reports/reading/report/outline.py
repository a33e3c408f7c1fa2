"""Finds the headings among the lines of the body by what the document itself shows.

Candidates are lines with a sign ("I.", "1.1.", "a)" …), in a heading style of Word, in capitals or bold. Their depth
follows from the order in which the signs first nest. A group of candidates below one heading counts if most of them
have text under them; else its lines are items of a list and stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reports.reading.marks import Mark, mark
from reports.reading.report import places
from reports.reading.report.roles import LEVELS, PlacedLine, Role
from reports.reading.report.signs import BULLETS, LETTERED_PARTS, POINTS, Sign, sign_of
from reports.reading.report.source import SourceLine

DEEPEST = 4
LONGEST_HEADING = 250
LONGEST_PART_HEADING = 500
# A heading that ends like a sentence, or that its text follows on the same line, is not longer than this.
LONGEST_SENTENCE = 120
LONGEST_TITLE = 100  # of a heading that only blank lines set apart
SHORTEST_TEXT = 25  # of a text on the same line as its heading
PASSES = 3
RUN_IN = re.compile(r"(?P<title>[^.:;!?]{4,120}?\s?:)\s+(?P<text>\S.*)", re.DOTALL)
# Lines that name a document or a day are items of a list.
IS_ITEM = re.compile(r"\d/[\dA-ZĐ]|\bngày \d")
CAPTION = re.compile(r"(?:Bảng|Biểu|Hình|Sơ đồ|Phụ lục|Ghi chú|Đơn vị tính|Nguồn)\b", re.IGNORECASE)
SENTENCE = re.compile(r"\b(?:đã|đang|sẽ|như sau|được|gồm có)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of the body, with its mark and its sign if it is read as text."""

    role: Role
    line: SourceLine
    text: str
    mark: Mark | None
    sign: Sign | None = None

    @property
    def words(self) -> str:
        """Return the line without its sign."""
        return self.sign.words if self.sign else self.text


def body_line(placed: PlacedLine) -> BodyLine:
    text = placed.line.text
    is_read = placed.role is Role.TEXT and not (placed.line.rows or placed.line.is_note)
    return BodyLine(
        placed.role, placed.line, text, mark(text) if is_read else None, sign_of(text) if is_read else None
    )


Lines = Sequence[BodyLine]
Key = tuple[str, str]


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


def run_in(line: BodyLine) -> tuple[str, str] | None:
    """Return the heading and the text of a line that has both: "1. Chỉ đạo: Sở đã …"; else None."""
    found = RUN_IN.fullmatch(line.words) if line.sign and line.sign.rank < POINTS else None
    if not found or len(found["title"]) > LONGEST_SENTENCE or len(found["text"]) < SHORTEST_TEXT:
        return None
    is_title = not (SENTENCE.search(found["title"]) or IS_ITEM.search(found["title"]))
    return (found["title"], found["text"]) if is_title and found["text"][-1] not in ";," else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a heading."""

    at: int
    key: Key
    rank: int  # from the highest down; -1 if only its neighbours show it
    number: int
    level: int  # of its Word style; 0 if it has none
    in_capitals: bool
    is_plausible: bool  # else it is only counted as one more item of its group
    is_sure: bool  # bold, or in a heading style
    is_filled: bool  # with text under it

    @property
    def is_numbered(self) -> bool:
        return self.rank >= 0 and self.key[0] != "capitals"


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
    candidates = [one for at in range(len(lines)) if (one := _candidate(lines, at))]
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


def _candidate(lines: Lines, at: int) -> Candidate | None:
    line = lines[at]
    if line.role is not Role.TEXT or line.line.rows or line.line.is_note or not line.text:
        return None
    if line.sign:
        return _signed(lines, at, line.sign)
    key = _look(lines, at)
    if key is None:
        return None
    is_sure = key[0] in ("style", "bold")
    rank = LETTERED_PARTS if key[0] == "capitals" else -1
    return Candidate(
        at, key, rank, 0, line.line.level, places.is_capitals(line.text), True, is_sure, _is_filled(lines, at)
    )


def _signed(lines: Lines, at: int, sign: Sign) -> Candidate:
    line = lines[at]
    is_high = sign.rank <= LETTERED_PARTS
    longest = LONGEST_PART_HEADING if is_high else LONGEST_HEADING
    is_filled = run_in(line) is not None or _is_filled(lines, at)
    is_sure = (bool(line.line.level) or line.line.bold) and len(line.text) <= longest
    is_title = is_high and sign.words.isupper() and len(line.text) <= longest
    is_plausible = (
        is_sure
        or is_title
        or (sign.printed[0] != "0" and _reads_as_heading(line, is_filled=is_filled, longest=longest))
    )
    return Candidate(
        at,
        sign.key,
        sign.rank,
        sign.number,
        line.line.level,
        places.is_capitals(sign.words),
        is_plausible,
        is_sure or is_title,
        is_filled,
    )


def _reads_as_heading(line: BodyLine, *, is_filled: bool, longest: int) -> bool:
    """Return whether a line with a sign can be a heading by its length, its end and its words."""
    if run_in(line):
        return True
    text = line.text
    if len(text) > longest or IS_ITEM.search(line.words):
        return False
    if line.line.lead or text[-1] in ";,!?…":
        return False
    if line.sign and line.sign.rank >= BULLETS and (text[-1] == "." or ":" in text[:-1]):
        return False
    if text[-1] in ".:":
        return len(text) <= LONGEST_SENTENCE and is_filled and not (text[-1] == "." and SENTENCE.search(text))
    return True


def _look(lines: Lines, at: int) -> Key | None:
    """Return the look of a line without a sign that may be a heading: style, capitals, bold or blank lines around."""
    line, text = lines[at].line, lines[at].text
    if (
        len(text) > LONGEST_HEADING
        or text[-1] in ".;,!?…"
        or CAPTION.match(text)
        or places.is_authority(text)
    ):
        return None
    if line.level:
        return "style", str(line.level)
    if not _is_filled(lines, at) or IS_ITEM.search(text):
        return None
    if places.is_capitals(text) and " " in text and not places.STAMP.match(text):
        return "capitals", ""
    if line.bold:
        return "bold", "centred" if line.centred else ""
    below = lines[at + 1]
    is_apart = line.after_gap and (below.line.after_gap or below.mark is not None or bool(below.line.rows))
    is_title = len(text) <= LONGEST_TITLE and text[-1] != ":" and text[0].isupper() and " " in text
    return ("apart", "") if is_apart and is_title and not SENTENCE.search(text) else None


def _is_filled(lines: Lines, at: int) -> bool:
    """Return whether a line is followed by text, or by anything that is not one more line with its kind of sign."""
    if at + 1 == len(lines):
        return False
    sign, below = lines[at].sign, lines[at + 1].sign
    if sign is None or below is None:
        return True
    if below.key == sign.key:
        return below.number == 1 != sign.number + 1
    return below.rank > sign.rank or (below.rank == sign.rank and below.number in (0, 1))
