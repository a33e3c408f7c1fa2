"""Where a line of a title may end: what it costs at each space, from nothing to what must be kept together.

The rules are of kinds: punctuation, words that begin a phrase or need what follows, numbers, dates, names written in
capitals or after the word for a body or a place. `title_words.py` has the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from reports.document.title_words import (
    BEGINNINGS,
    BODIES,
    LEADING,
    LINKS,
    NUMBER,
    NUMBERED,
    PERIODS,
    PHRASES,
    PLACES,
    SHORT,
    UNITS,
    VERBS,
    WORDS,
)

# After a clause · before a link · after a comma · before a year or day · before another phrase · between any two
# words · within a word · within a name · after a comma within a phrase · within a date, a number or a phrase.
FREE, LINK, COMMA, PERIOD, PHRASE, PLAIN, WORD, KEPT, ROW, WHOLE = (
    0.0,
    0.02,
    0.1,
    0.15,
    0.25,
    0.5,
    0.9,
    1.5,
    2.0,
    4.0,
)

MARKS = ".,;:()“”\"'/–…"


def costs(words: Sequence[str]) -> list[float]:
    """Return what it costs to end a line after each word but the last."""
    title = _Title(words)
    return [title.cost(place) for place in range(1, len(words))]


class _Title:
    """The words of a title, and those that belong together."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.lower = [word.lower() for word in words]
        self.bare = [word.strip(MARKS) for word in self.lower]
        opened = accumulate(word.count("“") - word.count("”") for word in words)
        # Whether a quotation that began before each word goes on.
        self.quoted = [False, *(count > 0 for count in opened)]
        self.bodies = [self._is_body(at) for at in range(len(words))]
        self.is_body = self.bodies[0]
        self.is_capitals = " ".join(words).isupper()
        self.whole = frozenset(self._phrases())
        self.names = frozenset(self._names())

    def cost(self, at: int) -> float:
        """Return what it costs to begin a line with the word at this place."""
        within = PLAIN if self.quoted[at] else 0.0
        return within + self._own_cost(at)

    def _own_cost(self, at: int) -> float:
        before, word = self.words[at - 1], self.bare[at]
        if at in self.whole or self._is_in_number(at):
            return ROW if before[-1] == "," else WHOLE
        if before[-1] in ";:)" or self.words[at][0] in "(“":
            return FREE
        if at in self.names:
            return KEPT
        if before[-1] == ",":
            return KEPT if self._is_short(at - 1) else PHRASE if self._is_verb(at) else COMMA
        return self._cost_of_words(at, before, word)

    def _cost_of_words(self, at: int, before: str, word: str) -> float:
        pair = f"{self.bare[at - 1]} {word}"
        following = f"{word} {self.bare[at + 1]}" if at + 1 < len(self.words) else word
        if word == "-":
            return KEPT
        if pair in WORDS or pair in PLACES or pair in BODIES or (word == "số" and self._is_in_number(at + 1)):
            return WORD
        if self.bare[at - 1] in LEADING and not (word in LINKS - PERIODS and self.bare[at - 1] not in LINKS):
            return WORD
        if before == "-" or (word == "và" and self._is_in_body(at)):
            return LINK if self.is_body else PLAIN
        if word in LINKS or self._names_place(at):
            return PERIOD if word in PERIODS else LINK
        if self._is_verb(at) and not self.is_body:
            return PLAIN + PHRASE
        if {word, following} & (BEGINNINGS | BODIES) or NUMBER.fullmatch(self.words[at]):
            return PHRASE
        return PLAIN

    def _is_verb(self, at: int) -> bool:
        """Return whether a verb that needs an object comes before."""
        return " ".join(self.bare[max(at - 2, 0) : at]) in VERBS

    def _is_short(self, at: int) -> bool:
        """Return whether a noun of one syllable stands here: "xã, phường", not "cơ sở, xã"."""
        return self.bare[at] in SHORT and f"{self.bare[at - 1]} {self.bare[at]}" not in WORDS

    def _phrases(self) -> Iterator[int]:
        """Yield the places within PHRASES, however they are written."""
        text = " ".join(self.lower)
        for phrase in PHRASES.finditer(text):
            first = text.count(" ", 0, phrase.start())
            yield from range(first + 1, first + 1 + phrase[0].count(" "))

    def _is_in_number(self, at: int) -> bool:
        """Return whether a date or a number with its words goes on here: "ngày 05 | tháng 11", "34 | tỉnh"."""
        if at == len(self.words):
            return False
        before, word = self.words[at - 1], self.words[at]
        if NUMBER.fullmatch(word) or word.startswith("/"):
            return self.bare[at - 1] in NUMBERED or before == "-"
        if not NUMBER.fullmatch(before):
            return False
        if word == "-":
            return at + 1 < len(self.words) and bool(NUMBER.fullmatch(self.words[at + 1]))
        labelled = at > 1 and self.bare[at - 2] in NUMBERED
        in_date = labelled and self.bare[at - 2] in ("ngày", "tháng") and self.bare[at] in UNITS
        return before[-1] not in ",;)" and (
            in_date or (not labelled and (word.lower() in UNITS or word.lower() not in LINKS))
        )

    def _names(self) -> Iterator[int]:
        """Yield the places within names: after a word with a capital, and between the parts of a body's name."""
        yield from self._names_in_capitals() if self.is_capitals else self._written_names()

    def _written_names(self) -> Iterator[int]:
        """Yield the places within "tỉnh An Giang", "Sở Văn hóa, Thể thao và Du lịch", "Luật Đất đai"."""
        for at in range(1, len(self.words)):
            before, word = self.words[at - 1].lstrip(MARKS), self.words[at].lstrip(MARKS)
            is_named = self._is_place(at) or self._follows_body(at)
            if before[:1].isupper() and at > 1 and before[-1] not in MARKS:
                is_named |= word[:1].isupper() or (word.lower() not in LINKS and not self._names_place(at))
            if word[:1].isupper() and not self._begins_another(at):
                joint = self.lower[at - 1]
                is_named |= joint.isalpha() and joint not in LINKS and at > 2 and self._is_named(at - 1)
                if joint in ("và", "-"):
                    yield from (at - 1, at) if self._has_capital_before(at - 1) else ()
                elif joint.endswith(","):
                    is_named |= self._has_capital_before(at)
            if is_named:
                yield at

    def _is_named(self, at: int) -> bool:
        """Return whether this is the second syllable of a name: "Khoa học"."""
        return self.words[at - 1].lstrip(MARKS)[:1].isupper() and self.words[at - 1][-1] not in MARKS

    def _follows_body(self, at: int) -> bool:
        """Return whether the name of a body in small letters begins: "Hội đồng phối hợp"."""
        is_body = at > 1 and self.words[at - 2][:1].isupper() and " ".join(self.bare[at - 2 : at]) in BODIES
        return is_body and self.bare[at] not in LINKS and not self._names_place(at) and not self.bodies[at]

    def _begins_another(self, at: int) -> bool:
        """Return whether a name of its own begins: of a body, or another as in "Luật Đất đai, Luật …"."""
        return self.bodies[at] or self.words[at] in self.words[1:at]

    def _is_in_body(self, at: int) -> bool:
        """Return whether the name of a body, in capitals, may go on here: at most five words after "SỞ"."""
        heads = (place for place in range(max(at - 6, 0), at - 1) if self.bodies[place])
        start = next(heads, at)
        return self.is_capitals and not any(word in LINKS for word in self.bare[start:at]) and start < at

    def _has_capital_before(self, at: int) -> bool:
        """Return whether the two syllables before are the part of a name: "Khoa học"."""
        return (at > 2 and self.words[at - 2][:1].isupper()) or (at > 1 and self.words[at - 1][:1].isupper())

    def _is_body(self, at: int) -> bool:
        """Return whether the word for a body stands here: "Sở", "Ủy ban", but neither "sở hữu" nor "xã hội"."""
        pairs = {" ".join(self.bare[max(start, 0) : start + 2]) for start in (at - 1, at)}
        return " ".join(self.bare[at : at + 2]) in BODIES or (self.bare[at] in BODIES and not pairs & WORDS)

    def _names_place(self, at: int) -> bool:
        """Return whether the name of a place follows, with the word for it first."""
        return any(
            self._is_place(name) for name in (at + 1, at + 2) if name < len(self.words)
        ) and not self._is_place(at)

    def _is_place(self, at: int) -> bool:
        """Return whether the name of a place begins here, after the word for it."""
        kinds = {self.bare[at - 1], " ".join(self.bare[max(at - 2, 0) : at])}
        is_word = f"{self.bare[at - 1]} {self.bare[at]}" in WORDS
        is_written = self.words[at][:1].isupper() and self.words[at - 1].rstrip(".")[-1:] not in MARKS
        return bool(kinds & PLACES) and is_written and not is_word

    def _goes_on(self, at: int) -> bool:
        """Return whether a name in capitals may go on here: no link, and no word that is known, begins."""
        return self.bare[at] not in LINKS and " ".join(self.bare[at : at + 2]) not in WORDS

    def _names_in_capitals(self) -> Iterator[int]:
        """Yield the places after "SỞ" or "TỈNH": where names end, capitals do not show."""
        for at in range(1, len(self.words)):
            if self._is_place(at):
                yield from takewhile(self._goes_on, range(at, min(at + 3, len(self.words))))
            if self.bodies[at - 1] and f"{self.bare[at - 1]} {self.bare[at]}" not in WORDS:
                yield at
