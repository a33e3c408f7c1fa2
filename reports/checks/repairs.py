"""The repair of a line of text: what a rule found in it, and what could stand there instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """A place of a line that a rule finds fault with."""

    words: str  # by which the finding is identified
    start: int
    end: int
    after: str | None  # the right text; None if a person must type it


def repaired(line: str, repairs: tuple[Repair, ...], typed: str = "") -> str:
    """Return the line with all repairs made that do not overlap, `typed` where a person must type.

    >>> repaired("Sở của của ta", (Repair("của của", 3, 10, "của"),))
    'Sở của ta'
    """
    pieces, done = [], 0
    for one in sorted(repairs, key=lambda one: one.start):
        if one.start >= done:
            pieces += [line[done : one.start], typed if one.after is None else one.after]
            done = one.end
    return "".join((*pieces, line[done:]))
