"""Leaves out the stamp that a receiving office puts on a document: its own name, "CÔNG VĂN ĐẾN", number and day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plans.reading.citation.connectives import is_in_capitals
from plans.reading.paper.letterhead import BODY, FURNITURE

LINES_TO_SEARCH = 20
# The number of an arrival has no symbol after it, unlike that of the document.
_ENTRY = r"\s*+(?:Số(?: đến)?\s*+[:.…]\s*+[\d.…_]*+\s*+(?:Ngày.*)?|(?:Ngày|Giờ)(?: đến)?\s*+[:.…].*)"
ARRIVAL = re.compile(rf"\W*(?:(?:CÔNG VĂN|VĂN BẢN|CV|VB)\s+)?ĐẾN(?!\w)(?:{_ENTRY}|\W*)")
ENTRY = re.compile(rf"{_ENTRY}|\W*(?:Chuyển|Kính chuyển|Lưu(?: hồ sơ| HS)?(?: số)?)\s*[:.…].*|\W*")


def without_arrival_stamp(lines: Sequence[str]) -> list[str]:
    """Return the lines without those of an arrival stamp; all lines if there is none.

    Lines above the stamp are the name of the receiving office unless the letterhead has begun there.
    """
    places = (place for place, line in enumerate(lines[:LINES_TO_SEARCH]) if ARRIVAL.fullmatch(line))
    at = next(places, None)
    if at is None:
        return [*lines]
    above, below = lines[:at], lines[at + 1 :]
    if not any(map(FURNITURE.search, above)):
        above = []
    elif BODY.match(above[-1].strip()) and is_in_capitals(above[-1]):
        above = above[:-1]
    return [*above, *below[_entries(below) :]]


def _entries(lines: Iterable[str]) -> int:
    """Return how many lines at the beginning belong to the stamp."""
    return next((count for count, line in enumerate(lines) if not ENTRY.fullmatch(line)), 0)
