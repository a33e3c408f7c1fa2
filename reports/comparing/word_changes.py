"""Compares two versions of a line by words: unchanged, removed and added pieces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby

from reports.comparing.alignment import WORD, shared_ends


class Change(Enum):
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"  # a line or a part with pieces removed or added


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    kind: Change


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign, with the space before it; "139/KH-SXD", "05/3/2024", "98,5%" and "./." are one word each."""

    space: str
    text: str

    def __str__(self) -> str:
        return f"{self.space}{self.text}"


@dataclass(frozen=True, slots=True)
class Run:
    """Adjacent words: the same in both lines if unchanged, else those of one line in the place of the other's."""

    is_unchanged: bool
    before: Sequence[Word]
    after: Sequence[Word]

    @property
    def size(self) -> int:
        return max(len(self.before), len(self.after))

    def __add__(self, other: Run) -> Run:
        return Run(False, [*self.before, *other.before], [*self.after, *other.after])


# The last piece holds the space at the end of the line, mostly none.
SPACED_WORD = re.compile(rf"(\s*)({WORD.pattern}|[^\w\s]+|\Z)")
# A run of up to so many equal words between longer changes counts as changed: two sentences that share "và".
LONELY = 2
# The most work for one line and for a report: pairs of equal words, and all pairs divided by PAIRS_AS_ONE.
MOST_FOR_A_LINE, MOST_FOR_A_REPORT = 100_000, 2_000_000
PAIRS_AS_ONE = 50


class WordChanges:
    """Compares lines word by word; beyond the limit of work, the middle of a line is replaced as a whole."""

    def __init__(self) -> None:
        self.left = MOST_FOR_A_REPORT

    def __call__(self, before: str, after: str) -> tuple[Piece, ...]:
        """Return the pieces of both lines: those of `before` are unchanged or removed, those of `after` the others."""
        old, new = _words(before), _words(after)
        start, end = shared_ends([word.text for word in old], [word.text for word in new])
        to_old, to_new = len(old) - end, len(new) - end
        runs = (
            Run(True, old[:start], new[:start]),
            *self._runs(old[start:to_old], new[start:to_new]),
            Run(True, old[to_old:], new[to_new:]),
        )
        return tuple(_in_order(piece for run in _without_lonely(runs) for piece in _pieces(run)))

    def _runs(self, before: Sequence[Word], after: Sequence[Word]) -> Iterator[Run]:
        old, new = [word.text for word in before], [word.text for word in after]
        if not self._may_compare(old, new):
            yield Run(False, before, after)
            return
        for kind, i, to_i, j, to_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield Run(kind == "equal", before[i:to_i], after[j:to_j])

    def _may_compare(self, before: list[str], after: list[str]) -> bool:
        counts = Counter(after)
        work = len(before) * len(after) // PAIRS_AS_ONE + sum(counts[word] for word in before)
        if work > min(MOST_FOR_A_LINE, self.left):
            return False
        self.left -= work
        return True


def _words(text: str) -> list[Word]:
    return [Word(*found.groups()) for found in SPACED_WORD.finditer(text)]


def _without_lonely(runs: Iterable[Run]) -> list[Run]:
    """Return the runs, with a few unchanged words between longer changes counted as changed too."""
    merged: list[Run] = []
    for run in runs:
        if run.size:
            merged.append(run)
        while len(merged) > 2 and _is_lonely(*merged[-3:]):
            left, middle, right = merged[-3:]
            merged[-3:] = [left + middle + right]
    return merged


def _is_lonely(left: Run, middle: Run, right: Run) -> bool:
    is_between = middle.is_unchanged and not (left.is_unchanged or right.is_unchanged)
    return is_between and middle.size <= LONELY and 2 * middle.size <= min(left.size, right.size)


def _pieces(run: Run) -> Iterator[Piece]:
    """Yield the pieces of a run; the space before it is unchanged where both lines have the same."""
    if run.is_unchanged:
        for old, new in zip(run.before, run.after, strict=True):
            yield from _changed(old.space, new.space)
            yield Piece(old.text, Change.UNCHANGED)
    elif run.before and run.after and run.before[0].space == run.after[0].space:
        space = run.before[0].space
        yield Piece(space, Change.UNCHANGED)
        yield from _changed(_text(run.before)[len(space) :], _text(run.after)[len(space) :])
    else:
        yield from _changed(_text(run.before), _text(run.after))


def _changed(before: str, after: str) -> Iterator[Piece]:
    if before == after:
        yield Piece(before, Change.UNCHANGED)
    else:
        yield Piece(before, Change.REMOVED)
        yield Piece(after, Change.ADDED)


def _text(words: Iterable[Word]) -> str:
    return "".join(map(str, words))


def _in_order(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with adjacent ones joined, removed ones before those added in their place."""
    filled = (piece for piece in pieces if piece.text)
    for is_unchanged, met in groupby(filled, key=lambda piece: piece.kind is Change.UNCHANGED):
        group = list(met)
        for kind in (Change.UNCHANGED,) if is_unchanged else (Change.REMOVED, Change.ADDED):
            if text := "".join(piece.text for piece in group if piece.kind is kind):
                yield Piece(text, kind)
