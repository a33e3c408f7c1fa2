"""What a check says: a rule, what was found, and the place to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from textwrap import shorten
from typing import Literal

CLIP = 70
NAMED = 3


class Severity(Enum):
    """How much a finding weighs, gravest first."""

    BLOCKING = "chặn nộp"
    WARNING = "cảnh báo"
    HINT = "gợi ý"


class Part(Enum):
    """What there is to open. A row's value is the name of its model."""

    REPORT = "report"
    SECTION = "section"
    CRITERION = "criterion"
    ANNEX = "annex"
    RECIPIENTS = "recipients"
    PLAN = "plan"
    DIRECTIVE = "directive"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to put a finding right: a part of the report, without its address."""

    part: Part
    pks: tuple[int, ...] = ()  # the rows, sections … meant; none: the part as a whole
    field: str = ""  # of the report ("closing") or of a row's form ("issued_on"); "position": the row's place
    line: str = ""  # the words in which it was found
    section: int | None = None  # the section under which it stands on the paper


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A document that could be recorded: what is known of it, and whether as a plan or as a directive."""

    words: str
    part: Literal[Part.PLAN, Part.DIRECTIVE]


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    severity: Severity
    title: str
    reason: str

    def finds(self, text: str, place: Place, *same: object, unrecorded: Unrecorded | None = None) -> Finding:
        """Return a finding; `same` is what makes it the same one when the draft is checked again."""
        identity = "\n".join((self.code, *map(str, same)))
        key = f"{self.code}:{sha256(identity.encode()).hexdigest()[:20]}"
        return Finding(self, text, place, key, unrecorded)


@dataclass(frozen=True, slots=True)
class Finding:
    rule: Rule
    text: str
    place: Place
    key: str  # stays while the same thing is found, whatever else is edited
    unrecorded: Unrecorded | None = None


def clipped(text: str) -> str:
    return shorten(text, CLIP, placeholder=" …")


def named(names: Sequence[str], noun: str) -> str:
    """Return the first names and how many more there are.

    >>> named(["a", "b", "c", "d", "e"], "dòng")
    'a, b, c và 2 dòng khác'
    """
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" và {more} {noun} khác" if more > 0 else "")
