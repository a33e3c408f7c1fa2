"""Compares two versions of a report part by part, line by line and word by word, without losing text of either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pbgdpl.lib.vietnamese import fold
from reports.comparing.alignment import Item, aligned
from reports.comparing.version_parts import VersionPart
from reports.comparing.word_changes import Change, Piece, WordChanges

# The number of a heading, which changes when a section is inserted before it: "PHẦN I.", "I.", "2.", "1.1.", "đ)".
LABEL = re.compile(
    r"^(?:PHẦN (?:[IVXLC]+|THỨ \w+)|[IVXLC]+(?:\.\d+)*|[A-ZĐ]{1,2}|\d+(?:\.\d+)*|[a-zđ]{1,2})[.)]\s+"
)
# A line, or a part with another heading, counts as changed, not as new, from this share of common words on.
LEAST_OF_A_LINE, LEAST_OF_A_PART = 0.45, 0.3
CONTEXT = 2
# Fewer unchanged lines than this are not left out: the sentence in their place would be as long.
FEWEST_LEFT_OUT = 3


@dataclass(frozen=True, slots=True)
class LineDifference:
    pieces: tuple[Piece, ...]  # at least one: an empty line is an empty piece

    @property
    def kind(self) -> Change:
        kinds = {piece.kind for piece in self.pieces}
        return kinds.pop() if len(kinds) == 1 else Change.CHANGED

    @property
    def is_changed(self) -> bool:
        return self.kind is not Change.UNCHANGED


@dataclass(frozen=True, slots=True)
class PartDifference:
    """A part of the later version, or one that was removed from the earlier."""

    heading: str  # of the later version, where it has the part
    title: LineDifference  # the heading in pieces: its number may have changed
    lines: tuple[LineDifference, ...]
    kind: Change

    @property
    def is_changed(self) -> bool:
        return self.kind is not Change.UNCHANGED


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Adjacent unchanged lines, shown as their count."""

    lines: tuple[LineDifference, ...]

    def __str__(self) -> str:
        return f"… {len(self.lines)} dòng không đổi"


def differences(before: Sequence[VersionPart], after: Sequence[VersionPart]) -> tuple[PartDifference, ...]:
    """Return every part of both versions, in order.

    Two parts correspond if their headings are the same without the numbers, or if they share enough words. A part
    that was moved past others counts as removed and added.
    """
    word_changes = WordChanges()
    places = aligned(_parts(before), _parts(after), LEAST_OF_A_PART)
    return tuple(
        _part(None if i is None else before[i], None if j is None else after[j], word_changes)
        for i, j in places
    )


def condensed(
    lines: Sequence[LineDifference], context: int = CONTEXT
) -> tuple[LineDifference | Unchanged, ...]:
    """Return the lines, with long runs of unchanged ones left out except for `context` lines next to a change."""
    return tuple(_condensed(lines, context))


def _condensed(lines: Sequence[LineDifference], context: int) -> Iterator[LineDifference | Unchanged]:
    place = 0
    for is_changed, met in groupby(lines, key=lambda line: line.is_changed):
        run = tuple(met)
        first = context if place else 0
        last = len(run) - (context if place + len(run) < len(lines) else 0)
        place += len(run)
        if is_changed or last - first < FEWEST_LEFT_OUT:
            yield from run
        else:
            yield from run[:first]
            yield Unchanged(run[first:last])
            yield from run[last:]


def _parts(version: Sequence[VersionPart]) -> list[Item]:
    return [Item(fold(LABEL.sub("", heading)), f"{heading} {text}") for heading, text in version]


def _part(before: VersionPart | None, after: VersionPart | None, word_changes: WordChanges) -> PartDifference:
    (old_heading, old_text), (new_heading, new_text) = before or (None, ""), after or (None, "")
    title = _line(old_heading, new_heading, word_changes)
    old, new = _lines(old_text), _lines(new_text)
    lines = tuple(
        _line(None if i is None else old[i].key, None if j is None else new[j].key, word_changes)
        for i, j in aligned(old, new, LEAST_OF_A_LINE)
    )
    kind = title.kind if before is None or after is None else _kind(title, *lines)
    return PartDifference(new_heading or old_heading or "", title, lines, kind)


def _kind(*lines: LineDifference) -> Change:
    return Change.CHANGED if any(line.is_changed for line in lines) else Change.UNCHANGED


def _lines(text: str) -> list[Item]:
    return [Item(line, line) for line in text.split("\n")] if text else []


def _line(before: str | None, after: str | None, word_changes: WordChanges) -> LineDifference:
    match before, after:
        case str(), None:
            return LineDifference((Piece(before, Change.REMOVED),))
        case None, str():
            return LineDifference((Piece(after, Change.ADDED),))
        case str(), str() if before != after:
            return LineDifference(word_changes(before, after))
        case _:
            return LineDifference((Piece(before or "", Change.UNCHANGED),))
