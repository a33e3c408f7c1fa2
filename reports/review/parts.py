"""A submission in parts: the submitted text of each part, and the notes on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.models import ReviewNote, Submission

WHOLE = "Cả báo cáo"
ROOM = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """A part of the paper, or the whole of it, with the notes on it."""

    place: str  # its name in forms and addresses: "3", "" for the whole
    name: str
    text: str
    notes: tuple[ReviewNote, ...]

    @property
    def anchor(self) -> str:
        return anchor_of(self.place)


def anchor_of(place: str) -> str:
    return f"muc-{place}" if place else "ca-bao-cao"


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


def review_parts(submission: Submission, notes: Iterable[ReviewNote]) -> list[ReviewPart]:
    """Return the whole paper, then every part in the order of the paper, each with its notes."""
    names = names_of(submission.parts)
    by_name: dict[str, list[ReviewNote]] = {}
    for note in notes:
        by_name.setdefault(note.heading if note.heading in names else "", []).append(note)
    parts = [ReviewPart("", WHOLE, "", tuple(by_name.get("", ())))]
    for place, (name, (_, text)) in enumerate(zip(names, submission.parts, strict=True)):
        parts.append(ReviewPart(str(place), name, text, tuple(by_name.get(name, ()))))
    return parts


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
