"""What a mention of a year can mean, and its surroundings by which that is decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from reports.year_mentions.sentences import Sentence, Words, one_spaced

REACH = 200  # characters before and after a year that are read
CALLED_YEAR = Words(r"(?:^|[^a-zà-ỹđ])năm *[:(]? *$")
# "Việt Nam 2024" without accents is no year "năm 2024".
CALLED_NAM = Words(r"(?:việt|miền|phía|đông|tây) nam *$")


class Spot(Enum):
    """Where in a report a text stands, as far as that decides which years it names."""

    ORDINARY = auto()
    COMING = auto()  # a section about the coming year
    TITLE = auto()  # the subject, a heading
    PERIOD = auto()  # the line on the statistics period
    BASES = auto()
    OPENING = auto()
    CLOSING = auto()
    CRITERION = auto()


class Meaning(Enum):
    """What a year means in its sentence; the value is shown beside a change."""

    REPORTED = "năm báo cáo"
    COMING = "năm tới"
    BEFORE = "năm trước"
    FIXED = "giữ nguyên"
    DOUBT = "chưa rõ"


@dataclass(frozen=True, slots=True)
class Mention:
    """A year in a text, with what it means there and the year that it becomes."""

    start: int
    end: int
    year: int
    new_year: int
    meaning: Meaning
    sentence: Sentence
    index: int  # among the years of its sentence

    @property
    def is_sure(self) -> bool:
        return self.meaning in (Meaning.REPORTED, Meaning.COMING, Meaning.BEFORE)


@dataclass(frozen=True, slots=True)
class Token:
    """The place of a year in its sentence."""

    start: int
    end: int
    year: int


@dataclass(frozen=True)
class Context:
    """A year in its sentence, with the other years there; `of` is the year that the text was written for."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    index: int
    of: int
    spot: Spot

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

    @property
    def year(self) -> int:
        return self.token.year

    @property
    def own_meaning(self) -> Meaning:
        """Return what the year means if it is one of the three that move."""
        return {self.of: Meaning.REPORTED, self.of + 1: Meaning.COMING}.get(self.year, Meaning.BEFORE)

    @property
    def is_near(self) -> bool:
        return abs(self.year - self.of) <= 1

    @property
    def is_about_coming_year(self) -> bool:
        return self.spot in (Spot.COMING, Spot.CLOSING, Spot.TITLE)

    @cached_property
    def before(self) -> str:
        start = self.token.start
        return one_spaced(self.sentence.low[max(0, start - REACH) : start])

    @cached_property
    def after(self) -> str:
        end = self.token.end
        return one_spaced(self.sentence.low[end : end + REACH])

    def follows(self, words: Words) -> bool:
        """Return whether the words stand before the year; the pattern says how near."""
        return words.of(self.sentence).search(self.before) is not None

    def precedes(self, words: Words) -> bool:
        """Return whether the words stand right after the year."""
        return words.of(self.sentence).match(self.after) is not None

    def is_near_to(self, words: Words) -> bool:
        """Return whether the words stand within reach on either side."""
        pattern = words.of(self.sentence)
        return pattern.search(self.before) is not None or pattern.search(self.after) is not None

    @cached_property
    def is_called_year(self) -> bool:
        """Return whether "năm" stands before the number."""
        if not self.follows(CALLED_YEAR):
            return False
        if "ă" in self.before[-8:]:
            return True
        return self.sentence.is_plain and not self.follows(CALLED_NAM)
