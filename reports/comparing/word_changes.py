"""Two wordings of one line as pieces: what was kept, what was removed, what was added."""

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
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"  # of a line or a part, pieces of which were removed or added


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    kind: Change


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign with the space before it: "139/KH-SXD", "05/3/2024", "98,5%" and "./." are one each."""

    space: str
    text: str

    def __str__(self) -> str:
        return f"{self.space}{self.text}"


@dataclass(frozen=True, slots=True)
class Run:
    """Words one after another: in both lines if they were kept, else in the place of each other."""

    is_kept: bool
    before: Sequence[Word]
    after: Sequence[Word]

    @property
    def size(self) -> int:
        return max(len(self.before), len(self.after))

    def __add__(self, other: Run) -> Run:
        return Run(False, [*self.before, *other.before], [*self.after, *other.after])


# The last piece holds the space at the end of the line, mostly none.
SPACED_WORD = re.compile(rf"(\s*)({WORD.pattern}|[^\w\s]+|\Z)")
# A word or two between greater changes say nothing: "và" that two other sentences have in common.
LONELY = 2
# How much work, in pairs of equal words and a part of all pairs, one line and a whole report may take.
MOST_FOR_A_LINE, MOST_FOR_A_REPORT = 100_000, 2_000_000
PAIRS_AS_ONE = 50


class WordChanges:
    """Compares lines word by word until it has worked enough; then their middles are changed as a whole."""

    def __init__(self) -> None:
        self.left = MOST_FOR_A_REPORT

    def __call__(self, before: str, after: str) -> tuple[Piece, ...]:
        """Return the pieces; those kept and removed make the line before, those kept and added the line after."""
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
    """Return the runs, the few words that were kept between greater changes told as changed too."""
    told: list[Run] = []
    for run in runs:
        if run.size:
            told.append(run)
        while len(told) > 2 and _is_lonely(*told[-3:]):
            left, kept, right = told[-3:]
            told[-3:] = [left + kept + right]
    return told


def _is_lonely(left: Run, kept: Run, right: Run) -> bool:
    is_between = kept.is_kept and not (left.is_kept or right.is_kept)
    return is_between and kept.size <= LONELY and 2 * kept.size <= min(left.size, right.size)


def _pieces(run: Run) -> Iterator[Piece]:
    """Yield the words of a run; the space before them is kept where both lines have the same."""
    if run.is_kept:
        for old, new in zip(run.before, run.after, strict=True):
            yield from _changed(old.space, new.space)
            yield Piece(old.text, Change.KEPT)
    elif run.before and run.after and run.before[0].space == run.after[0].space:
        space = run.before[0].space
        yield Piece(space, Change.KEPT)
        yield from _changed(_text(run.before)[len(space) :], _text(run.after)[len(space) :])
    else:
        yield from _changed(_text(run.before), _text(run.after))


def _changed(before: str, after: str) -> Iterator[Piece]:
    if before == after:
        yield Piece(before, Change.KEPT)
    else:
        yield Piece(before, Change.REMOVED)
        yield Piece(after, Change.ADDED)


def _text(words: Iterable[Word]) -> str:
    return "".join(map(str, words))


def _in_order(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces that meet as one, what was removed before what was added in its place."""
    filled = (piece for piece in pieces if piece.text)
    for is_kept, met in groupby(filled, key=lambda piece: piece.kind is Change.KEPT):
        group = list(met)
        for kind in (Change.KEPT,) if is_kept else (Change.REMOVED, Change.ADDED):
            if text := "".join(piece.text for piece in group if piece.kind is kind):
                yield Piece(text, kind)
