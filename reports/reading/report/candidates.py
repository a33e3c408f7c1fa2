"""The lines of the body that may be headings: by a sign, a heading style, capitals, bold or blank lines around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.reading.marks import Mark, mark
from reports.reading.report import places
from reports.reading.report.roles import PlacedLine, Role
from reports.reading.report.signs import BULLETS, LETTERED_PARTS, POINTS, Sign, sign_of
from reports.reading.report.source import SourceLine

LONGEST_HEADING = 250
LONGEST_PART_HEADING = 500
# A heading that ends like a sentence, or that its text follows on the same line, is not longer than this.
LONGEST_SENTENCE = 120
LONGEST_TITLE = 100  # of a heading that only blank lines set apart
SHORTEST_TEXT = 25  # of a text on the same line as its heading
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


def candidate_at(lines: Lines, at: int) -> Candidate | None:
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
    if line.level and len(text) <= LONGEST_HEADING:
        return "style", str(line.level)
    if (
        len(text) > LONGEST_HEADING
        or text[-1] in ".;,!?…"
        or CAPTION.match(text)
        or places.is_authority(text)
    ):
        return None
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
