"""Pairs the items of two sequences: equal ones first, then those that have most words in common."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise

# Figures and symbols are one word each: "139/KH-SXD", "05/3/2024", "98,5%".
WORD = re.compile(r"\w+(?:[^\w\s]+\w+)*%?")
# Keys that occur more often than this in the later sequence are not used to find equal items in its middle.
MOST_PLACES = 30
# Up to so many pairs, every item is compared with every other; else those with the same first words or place.
MOST_PAIRS = 1_600
OPENING_WORDS = 4

Pair = tuple[int, int]


@dataclass(frozen=True)
class Item:
    key: str  # items with the same key are equal
    text: str  # its words are compared with those of items with other keys

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(WORD.findall(self.text.lower()))

    @cached_property
    def opening(self) -> str:
        return " ".join(self.text.split(maxsplit=OPENING_WORDS)[:OPENING_WORDS])

    def likeness(self, other: Item) -> float:
        """Return the share of words that both have, from 0 to 1."""
        if self.key == other.key:
            return 1
        all_words = len(self.words) + len(other.words)
        return 2 * len(self.words & other.words) / all_words if all_words else 0


Items = Sequence[Item]


def aligned(before: Items, after: Items, least: float) -> Iterator[tuple[int | None, int | None]]:
    """Yield the places of all items in order: a pair where two items correspond, one place and None where not.

    Items with different keys correspond if their likeness is at least `least`.
    """
    ends = len(before), len(after)
    equal = common([item.key for item in before], [item.key for item in after])
    pairs = _filled(equal, before, after, partial(_alike, least=least))
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *pairs, ends]):
        yield from ((place, None) for place in range(i + 1, next_i))
        yield from ((None, place) for place in range(j + 1, next_j))
        if (next_i, next_j) != ends:
            yield next_i, next_j


def common(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Return the places of the longest common sequence of keys, without very frequent keys in its middle."""
    start, end = shared_ends(before, after)
    middle = _middle(before[start : len(before) - end], after[start : len(after) - end])
    return [
        *((i, i) for i in range(start)),
        *((start + i, start + j) for i, j in middle),
        *((len(before) - i, len(after) - i) for i in range(end, 0, -1)),
    ]


def shared_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return how many keys are the same at the start, and how many of the others at the end.

    >>> shared_ends("Sở Tư pháp", "Sở Y tế, Tư pháp"), shared_ends("aa", "aaa")
    ((3, 7), (2, 0))
    """
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    left = shorter - start
    return start, next((i for i in range(left) if before[-1 - i] != after[-1 - i]), left)


class _Link:
    """A pair of a common sequence, and the link before it."""

    __slots__ = ("before", "pair")

    def __init__(self, pair: Pair, before: _Link | None) -> None:
        self.pair, self.before = pair, before


def _middle(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Return the longest common sequence by the algorithm of Hunt and Szymanski, fast when few keys are equal."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(len(after) - 1, -1, -1):
        places[after[place]].append(place)
    ends: list[int] = []  # the earliest place at which a common sequence of each length can end
    links: list[_Link] = []
    for i, key in enumerate(before):
        found = places.get(key, [])
        for j in found if len(found) <= MOST_PLACES else ():
            length = bisect_left(ends, j)
            ends[length : length + 1] = [j]
            links[length : length + 1] = [_Link((i, j), links[length - 1] if length else None)]
    pairs, link = [], links[-1] if links else None
    while link:
        pairs.append(link.pair)
        link = link.before
    return pairs[::-1]


def _filled(
    landmarks: list[Pair], before: Items, after: Items, pair: Callable[[Items, Items], list[Pair]]
) -> list[Pair]:
    """Return the landmarks and the pairs that `pair` returns for the items between them."""
    pairs: list[Pair] = []
    i = j = 0
    for landmark in [*landmarks, (len(before), len(after))]:
        next_i, next_j = landmark
        pairs += [(i + x, j + y) for x, y in pair(before[i:next_i], after[j:next_j])]
        pairs.append(landmark)
        i, j = next_i + 1, next_j + 1
    return pairs[:-1]


def _alike(before: Items, after: Items, least: float) -> list[Pair]:
    if len(before) * len(after) <= MOST_PAIRS:
        return _likest(before, after, least)
    opened_alike = common([item.opening for item in before], [item.opening for item in after])
    landmarks = [(i, j) for i, j in opened_alike if before[i].likeness(after[j]) >= least]
    return _filled(landmarks, before, after, partial(_alike_or_at_one_place, least=least))


def _alike_or_at_one_place(before: Items, after: Items, least: float) -> list[Pair]:
    if len(before) * len(after) <= MOST_PAIRS:
        return _likest(before, after, least)
    shorter = range(min(len(before), len(after)))
    return [(place, place) for place in shorter if before[place].likeness(after[place]) >= least]


def _likest(before: Items, after: Items, least: float) -> list[Pair]:
    """Return the pairs, in order, whose likeness has the greatest sum."""
    likeness = [[old.likeness(new) for new in after] for old in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            together = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= least else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    pairs, i, j = [], 0, 0
    while i < len(before) and j < len(after):
        if likeness[i][j] >= least and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
