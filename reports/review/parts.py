"""A submission in parts: the submitted text of each part, and the notes on it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pbgdpl.lib.vietnamese import first_words
from reports.comparing.version_parts import anchor_of
from reports.models import ReviewNote, Submission

WHOLE = "Cả báo cáo"
LONGEST_NAME = 80  # characters
ROOM = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class EarlierNote:
    """A note on the version that was returned before, which the department may have replied to."""

    note: ReviewNote
    is_changed: bool  # whether the line of the note is not in the text any more


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A line of a part, with the notes on it."""

    anchor: str
    number: int  # counted from 0
    text: str
    notes: tuple[ReviewNote, ...] = ()
    earlier: tuple[EarlierNote, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """A part of the paper, or the whole of it, with its lines and with the notes on none of them."""

    place: str  # its name in forms and addresses: "3", "" for the whole
    name: str
    lines: tuple[ReviewLine, ...]
    notes: tuple[ReviewNote, ...]
    earlier: tuple[EarlierNote, ...] = ()

    @property
    def anchor(self) -> str:
        return anchor_of(self.place)


def names_of(parts: Iterable[Sequence[str]]) -> list[str]:
    """Return the names of the parts of a submission: their headings, numbered if several are the same.

    >>> names_of([["1. Văn bản", ""], ["2. Hoạt động", ""], ["1. Văn bản", ""]])
    ['1. Văn bản', '2. Hoạt động', '1. Văn bản (lần 2)']
    """
    met: Counter[str] = Counter()
    names = []
    for heading, _ in parts:
        met[heading] += 1
        names.append(heading if met[heading] == 1 else f"{heading} (lần {met[heading]})")
    return names


def name_at(submission: Submission, place: str) -> str:
    """Return the heading of a note on the part at a place, "" for the whole."""
    return names_of(submission.parts)[int(place)] if place else ""


def lines_of(text: str) -> list[str]:
    return text.split("\n") if text else []


def line_at(submission: Submission, heading: str, line: int) -> str | None:
    """Return a line of the part of this name, None if it has no such line."""
    texts = dict(zip(names_of(submission.parts), (text for _, text in submission.parts), strict=True))
    lines = lines_of(texts.get(heading, ""))
    return lines[line] if line < len(lines) else None


def review_parts(
    submission: Submission, notes: Iterable[ReviewNote], earlier: Iterable[ReviewNote] = ()
) -> list[ReviewPart]:
    """Return the whole paper, then every part in the order of the paper, each with its notes.

    `earlier` are the notes on the version that was returned before; those on a line are shown at the line with the
    same words.
    """
    names = names_of(submission.parts)
    own, before = _by_name(names, notes), _by_name(names, earlier)
    parts = [_part("", WHOLE, [], own[""], before[""])]
    for place, (name, (_, text)) in enumerate(zip(names, submission.parts, strict=True)):
        parts.append(_part(str(place), name, lines_of(text), own[name], before[name]))
    return parts


def _by_name(names: Sequence[str], notes: Iterable[ReviewNote]) -> dict[str, list[ReviewNote]]:
    """Return the notes by the name of their part; those on parts that are not there are on the whole."""
    found: dict[str, list[ReviewNote]] = defaultdict(list)
    for note in notes:
        found[note.heading if note.heading in names else ""].append(note)
    return found


def _part(
    place: str, name: str, texts: Sequence[str], notes: Iterable[ReviewNote], earlier: Iterable[ReviewNote]
) -> ReviewPart:
    on_lines, before_on_lines = defaultdict(list), defaultdict(list)
    for note in notes:
        is_on_line = note.line is not None and note.line < len(texts)
        on_lines[note.line if is_on_line else None].append(note)
    for note in earlier:
        found = texts.index(note.quote) if note.quote and note.quote in texts else None
        is_changed = bool(note.quote) and found is None
        before_on_lines[found].append(EarlierNote(note, is_changed))
    lines = (
        ReviewLine(anchor_of(place, at), at, text, tuple(on_lines[at]), tuple(before_on_lines[at]))
        for at, text in enumerate(texts)
    )
    return ReviewPart(place, name, tuple(lines), tuple(on_lines[None]), tuple(before_on_lines[None]))


def summary_of(notes: Iterable[ReviewNote]) -> str:
    """Return a reason for returning a report with these notes, "" if there are none."""
    counts = Counter(note.heading for note in notes)
    if not counts:
        return ""
    named = "; ".join(first_words(heading, LONGEST_NAME) if heading else "cả báo cáo" for heading in counts)
    return f"Đề nghị sửa theo {counts.total()} nhận xét ở: {named}."


def number_and_date(parts: Sequence[Sequence[str]]) -> str:
    """Return the number and the date as printed, with "…" for the space in which they are written by hand.

    >>> number_and_date([["Đầu văn bản", "SỞ XÂY DỰNG\\nSố:      /BC-SXD\\nSen, ngày 05 tháng 11 năm 2024"]])
    'Số: … /BC-SXD; Sen, ngày 05 tháng 11 năm 2024'
    """
    lines = parts[0][1].split("\n") if parts else []
    for number, date in pairwise(lines):
        if number.startswith("Số:") and ", ngày" in date:
            return ROOM.sub(" … ", f"{number}; {date}") + (" …" if date.endswith("năm") else "")
    return ""
