"""Heads: the type, number and symbol that identify a document in a line."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import clean_line
from pbgdpl.lib.written_dates import DASHES, WrittenDate
from plans.kinds import DocumentKind
from plans.reading.citation.connectives import is_in_capitals
from plans.reading.citation.issuing_bodies import Body
from plans.reading.citation.kind_names import Title, find_titles
from plans.reading.citation.numbers import JOINT, Number, find_numbers

BULLET = re.compile(rf"[\s+•●▪·“\"«\[{DASHES}]*(?:\(?(?:\d{{1,2}}|[a-zđ])[.)]\s)?")
JOINT_WORDS = re.compile(r"liên (?:tịch|ngành|bộ)|phối hợp|(?:LT|LN|PH)[-/]")
REACH = 260  # the most characters between a type and its number: the name of a law may stand between


@dataclass(frozen=True, slots=True)
class Head:
    """The type and the number of a document, and the body, date or name found between them."""

    start: int
    end: int
    kind: DocumentKind
    kind_as_written: str
    number: Number | None
    body: Body | None = None
    issued: WrittenDate | None = None
    name: str | None = None  # of a law

    @property
    def number_text(self) -> str | None:
        return self.number.text if self.number else None

    @property
    def issuer(self) -> str:
        return self.number.issuer if self.number else ""

    @property
    def is_joint(self) -> bool:
        """Return whether several bodies issued it together, so that commas separate their names."""
        words = f"{self.kind_as_written} {self.number_text}"
        return self.kind in JOINT or JOINT_WORDS.search(words) is not None

    @property
    def has_title(self) -> bool:
        return self.kind_as_written != ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the numbers and the names of types found in it."""

    text: str
    numbers: list[Number]
    titles: list[Title]
    is_in_capitals: bool
    bullet_end: int

    def titles_before(self, number: Number, after: int) -> list[Title]:
        """Return the four nearest names of types before a number, nearest first, none before `after`."""
        near = self.titles_between(max(after, number.start - REACH), number.start)[-4:]
        return [title for title in reversed(near) if title.end <= number.start]

    def titles_between(self, start: int, end: int) -> list[Title]:
        first, last = (bisect_left(self.titles, place, key=_start) for place in (start, end))
        return self.titles[first:last]

    def has_number(self, start: int, end: int) -> bool:
        first, last = (bisect_left(self.numbers, place, key=_start) for place in (start, end))
        return first < last


def _start(mark: Number | Title) -> int:
    return mark.start


def read_line(text: str) -> Line:
    """Return the cleaned line with its numbers and names of types, without the asterisks of bold type."""
    plain = clean_line(text.replace("*", " "))
    bullet = BULLET.match(plain)
    end = bullet.end() if bullet else 0
    return Line(plain, find_numbers(plain), find_titles(plain), is_in_capitals(plain), end)


def kind_of(title: Title, number: Number | None) -> DocumentKind:
    """Return the kind given by the title, else by the symbol, else OFFICIAL_LETTER."""
    return title.kind or (number and number.kind) or DocumentKind.OFFICIAL_LETTER
