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
