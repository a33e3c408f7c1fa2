"""Keeps the results of pure functions by their arguments, so that a result is never out of date.

Each process keeps its own results, and forgets them when it ends. `MOST` bounds the memory of each function.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar, cast

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Values = TypeVar("Values")
Function = TypeVar("Function", bound=Callable[..., Any])

# The size of a generation of results: the characters of the texts in their arguments, and EACH for every result.
MOST = 1_500_000
EACH = 100
# The size in bytes of a generation of what is made of whole drafts, and how many bytes a pickled one takes in memory.
MOST_OF_DRAFTS = 16_000_000
BYTES_OF_A_PICKLED = 3
# The same of what the bodies of a province submitted for a period: the texts of 368 reports of 25 pages take 25 MB.
MOST_OF_PROVINCES = 60_000_000


class Generations:
    """Results in two generations: when the newer one is full, it becomes the older one, which is forgotten.

    No lock: threads that ask at the same time may compute a result twice, and each of them returns a right one.
    """

    def __init__(self, most: int) -> None:
        self.most = self.room = most
        self.newer: dict[object, tuple[Any, int]] = {}  # each result with its size
        self.older: dict[object, tuple[Any, int]] = {}

    def keep(self, key: object, result: object, length: int) -> None:
        size = EACH + length
        if size > self.most:
            return
        if size > self.room:
            self.older, self.newer, self.room = self.newer, {}, self.most
        self.newer[key] = result, length
        self.room -= size

    def find(self, key: object) -> Any:
        """Return the kept result of a key, None where there is none."""
        if key in (newer := self.newer):
            return newer[key][0]
        # A result of the older generation moves to the newer one, so that what is asked for often stays.
        if key in (older := self.older):
            self.keep(key, *older[key])
            return older[key][0]
        return None

    def recall(self, key: object, make: Callable[[], Result]) -> Result:
        """Return the kept result of a key, or make it and keep it by its estimated size in bytes."""
        kept: Result | None = self.find(key)
        if kept is not None:
            return kept
        result = make()
        self.keep(key, result, BYTES_OF_A_PICKLED * len(pickle.dumps(result)))
        return result


def remembered(function: Function) -> Function:
    """Return a pure function that keeps its results; its arguments must be hashable, its results immutable."""
    kept = Generations(MOST)

    @wraps(function)
    def result_of(*values: object, **named: object) -> Any:
        key = (*values, *named.items()) if named else values
        if key in (newer := kept.newer):
            return newer[key][0]
        result = older[key][0] if key in (older := kept.older) else function(*values, **named)
        texts = (one for one in (*values, *named.values()) if isinstance(one, str))
        kept.keep(key, result, sum(map(len, texts)))
        return result

    return cast(Function, result_of)


def all_remembered(
    function: Callable[Arguments, Iterable[Result]],
) -> Callable[Arguments, tuple[Result, ...]]:
    """Return a pure function that keeps all that it yields, as a tuple."""

    @wraps(function)
    def all_of(*values: Arguments.args, **named: Arguments.kwargs) -> tuple[Result, ...]:
        return tuple(function(*values, **named))

    return remembered(all_of)


of_drafts = Generations(MOST_OF_DRAFTS)


def made_of(key: tuple[bytes, str], make: Callable[[], Result]) -> Result:
    """Return what is made of values with a digest, by the digest and the name of what is made.

    Made once while it is kept; it must be immutable, and the digest be one of all values that it is made of.
    """
    return of_drafts.recall(key, make)


of_provinces = Generations(MOST_OF_PROVINCES)


class Made(NamedTuple, Generic[Values, Result]):
    """What was made last under a key, and the values that it was made of."""

    values: Values
    result: Result


def made_last(
    key: tuple[object, ...],
    values: Values,
    make: Callable[[Made[Values, Result] | None], Result],
    size: Callable[[Result], int],
) -> Result:
    """Return what was made last under a key if it was of equal values, else what is made of these and the last.

    For what is large and changes little by little; it must be immutable, and `size` be about its bytes.
    """
    last: Made[Values, Result] | None = of_provinces.find(key)
    if last is not None and last.values == values:
        return last.result
    result = make(last)
    of_provinces.keep(key, Made(values, result), size(result))
    return result
