"""The findings of a check: the rule, the sentence, and the place where it is corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from textwrap import shorten
from typing import Literal

from pbgdpl.lib.remembering import remembered
from pbgdpl.lib.vietnamese import thousands
from reports.models.wording import Wording

CLIP = 70
NAMED = 3
MOST_UNREAD = 20  # names of one text that a rule tells one by one


class Severity(Enum):
    """The severity of a finding, gravest first."""

    BLOCKING = "chặn nộp"
    WARNING = "cảnh báo"
    HINT = "gợi ý"

    def words(self, wording: Wording) -> str:
        """Return its name in a report: "chặn nộp", of that of a province "chặn phát hành"."""
        return f"chặn {wording.submit}" if self is Severity.BLOCKING else self.value


class Part(Enum):
    """The parts of a report that have pages; the value of a row is the name of its model."""

    REPORT = "report"
    SECTION = "section"
    CRITERION = "criterion"
    ANNEX = "annex"
    RECIPIENTS = "recipients"
    FIGURES = "figures"
    PLAN = "plan"
    DIRECTIVE = "directive"
    POLICY = "policy"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Place:
    """The place where a finding is corrected: a part of the report, without its address."""

    part: Part
    pks: tuple[int, ...] = ()  # of the rows or sections; empty for the part as a whole
    # Of the report ("closing"), of a row's form ("issued_on"; "position" for its position), or the code of a figure.
    field: str = ""
    line: str = ""  # the text in which it was found
    section: int | None = None  # the pk of the section in which it is printed


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A document that could be recorded as a plan or a directive, with the words that name it."""

    words: str
    part: Literal[Part.PLAN, Part.DIRECTIVE]


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    severity: Severity
    title: str
    reason: str

    def finds(
        self,
        text: str,
        place: Place,
        *same: object,
        unrecorded: Unrecorded | None = None,
        cause: str = "",
        source: str = "",
    ) -> Finding:
        """Return a finding; `same` identifies it when the draft is checked again."""
        return Finding(self, text, place, self.key(*same), unrecorded, cause, source)

    def key(self, *same: object) -> str:
        """Return the key of the finding that is identified by `same`."""
        identity = "\n".join((self.code, *map(str, same)))
        return f"{self.code}:{sha256(identity.encode()).hexdigest()[:20]}"


@dataclass(frozen=True, slots=True)
class Finding:
    rule: Rule
    text: str
    place: Place
    key: str  # the same in every check as long as the same thing is found
    unrecorded: Unrecorded | None = None
    # Findings of a rule with the same cause are mended and waived together: a misspelt word, a document.
    cause: str = ""
    source: str = ""  # the address of what a body reported, where the finding is about words of it


def counted_words(severities: Iterable[str]) -> str:
    """Return how many findings of each severity there are, "" for none.

    >>> counted_words(["cảnh báo", "gợi ý", "cảnh báo"])
    '2 cảnh báo, 1 gợi ý'
    """
    return ", ".join(f"{count} {severity}" for severity, count in Counter(severities).items())


@remembered
def clipped(text: str) -> str:
    return shorten(text, CLIP, placeholder=" …")


def times(count: int) -> str:
    """Return " (3 lần)", "" for once."""
    return f" ({thousands(count)} lần)" if count > 1 else ""


def named(names: Sequence[str], noun: str) -> str:
    """Return the first names and the count of the others.

    >>> named(["a", "b", "c", "d", "e"], "dòng")
    'a, b, c và 2 dòng khác'
    """
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" và {more} {noun} khác" if more > 0 else "")
