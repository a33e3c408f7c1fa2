"""The sections of a submitted report that are about something, found by the words of their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import fold
from reports.comparing.version_parts import VersionPart
from reports.received.levels import levels

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
    depths = tuple(levels(parts))
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
