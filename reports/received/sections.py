"""The sections of a submitted report that are about something, found by the words of their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import fold
from reports.comparing.version_parts import VersionPart

# How the printed number of a heading looks tells its depth: "I.", "1.", "1.1.", "a)".
LABEL = re.compile(
    r"(?:(PHẦN)\s.*|([IVX]+)((?:\.\d+)*)\.|(\d+)((?:\.\d+)*)\.|([A-ZĐ])\.|([a-zđ]{1,2})\))(?:\s|$)"
)
# A section with one of these words is also about something else.
MIXED = re.compile(
    r"\b(?:kho khan|ton tai|han che|vuong mac|bat cap|nguyen nhan|nhiem vu|phuong huong|danh gia|ket qua)\b"
)


@dataclass(frozen=True, slots=True)
class FoundSection:
    text: str  # its own and that of its subsections
    is_mixed: bool  # whether its heading also names something else


def sections_about(parts: Sequence[VersionPart], words: re.Pattern[str]) -> Iterator[FoundSection]:
    """Yield the sections whose folded headings have the words; those below a mixed one that name them alone count."""
    depths = tuple(_depths(heading for heading, _ in parts))
    is_named = [bool(words.search(fold(heading))) for heading, _ in parts]
    after = 0
    for place, (heading, _) in enumerate(parts):
        end = next((at for at in range(place + 1, len(parts)) if depths[at] <= depths[place]), len(parts))
        is_mixed = bool(MIXED.search(fold(heading)))
        if place < after or not is_named[place] or (is_mixed and any(is_named[place + 1 : end])):
            continue
        after = end
        text = "\n".join(text for _, text in parts[place:end] if text)
        if text:
            yield FoundSection(text, is_mixed)


def _depths(headings: Iterable[str]) -> Iterator[int]:
    """Yield the depth of each heading: below the last one of another look, beside the last one of its own."""
    above: list[tuple[str, int]] = []
    for heading in headings:
        look = _look(heading)
        if look in above:
            del above[above.index(look) + 1 :]
        else:
            above.append(look)
        yield len(above)


def _look(heading: str) -> tuple[str, int]:
    """Return of which kind the number of a heading is, and how many numbers follow it."""
    found = LABEL.match(heading)
    if found is None:
        return "", 0
    part, _, after_roman, number, after_number, capital, _ = found.groups()
    if part:
        return "part", 0
    if number:
        return "number", after_number.count(".")
    if capital:
        return "capital", 0
    return ("letter", 0) if after_roman is None else ("roman", after_roman.count("."))
