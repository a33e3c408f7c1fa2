"""The years of a text that may be old ones: those that came from an earlier report's text and were not moved since.

A sentence is recognised in the earlier text by its words without the years, so a year that differs there was moved
already, and a sentence that somebody has rewritten is read as one of this year.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pbgdpl.lib.remembering import remembered
from reports.year_mentions.context import Meaning, Mention, Spot
from reports.year_mentions.left_over import left_over
from reports.year_mentions.meanings import mentions_of_sentence
from reports.year_mentions.sentences import YEAR, Sentence, paragraphs, sentences_of, skeleton

WORDS_BEFORE = 5
MARK = re.compile(r"\||^\s*(?:[-+•]|[a-zđ]{1,2}\)|\\)\s*")  # of a cell or an item
# The years of one sentence of the earlier text.
Carried = tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year of a text that is to be moved, or in doubt."""

    start: int
    year: int
    new_year: int
    meaning: Meaning
    sentence: Sentence
    index: int  # among the years of its sentence
    is_carried: bool  # whether its sentence came from the earlier text as it is

    @property
    def end(self) -> int:
        return self.start + len(str(self.year))

    @property
    def is_sure(self) -> bool:
        return self.meaning is not Meaning.DOUBT

    @property
    def identity(self) -> tuple[str, int]:
        """Return what stays the same as long as the sentence does."""
        return self.sentence.words, self.index

    @property
    def words(self) -> str:
        """Return the year with the words before it: "Trong năm 2024"."""
        before = MARK.split(self.parts[0])[-1].split()
        return " ".join((*before[-WORDS_BEFORE:], str(self.year)))

    @property
    def parts(self) -> tuple[str, str]:
        """Return the sentence before the year and after it."""
        place = self.start - self.sentence.start
        return self.sentence.text[:place], self.sentence.text[place + len(str(self.year)) :]


@remembered
def year_marks(
    text: str, *, to: int, earlier: str = "", of: int | None = None, spot: Spot = Spot.ORDINARY
) -> tuple[YearMark, ...]:
    """Return the marks of a text in the report on `to`, in order; `earlier` is the text of `of` that it began with.

    >>> [mark.new_year for mark in year_marks("Năm 2024 tốt.", earlier="Năm 2024 tốt.", of=2024, to=2025)]
    [2025]
    """
    if not YEAR.search(text):
        return ()
    by_line = spot is Spot.BASES
    sentences = list(sentences_of(text, by_line=by_line))
    origins: Mapping[int, Carried] = {}
    if of is not None and earlier:
        before = [(one.words, one) for one in sentences_of(earlier, by_line=by_line)]
        origins = _origins(sentences, before, of=of, to=to, spot=spot)
    fresh = _left_over(text, to, by_line=by_line) if len(origins) < len(sentences) else set()
    return tuple(_marks(sentences, origins, fresh, to))


def _left_over(text: str, to: int, *, by_line: bool) -> set[int]:
    """Return the places of the years that a text of this year names without a reason."""
    return {
        start + place
        for start, paragraph in paragraphs(text, by_line=by_line)
        for place, _ in left_over(paragraph.replace("\n", " "), to)
    }


def moved(text: str, marks: Sequence[YearMark]) -> str:
    """Return the text with the years of these marks moved."""
    pieces, place = [], 0
    for mark in sorted(marks, key=lambda one: one.start):
        pieces += [text[place : mark.start], str(mark.new_year)]
        place = mark.end
    return "".join((*pieces, text[place:]))


def _origins(
    sentences: Sequence[Sentence], before: Sequence[tuple[str, Sentence]], *, of: int, to: int, spot: Spot
) -> dict[int, Carried]:
    """Return the years of the earlier sentence for the place of each sentence that has one.

    Sentences that differ only in their years belong together in their order; if their number has changed, the
    order says nothing, unless all were the same.
    """
    known, now = defaultdict(list), defaultdict(list)
    for words, one in before:
        known[skeleton(words)].append(one)
    for one in sentences:
        now[skeleton(one.words)].append(one)
    origins: dict[int, Carried] = {}
    for key in now.keys() & known.keys():
        same = now[key], known[key]
        is_one = len({one.words for one in known[key]}) == 1
        if len(same[0]) != len(same[1]) and not is_one:
            continue
        read = [
            tuple(mentions_of_sentence(one, of=of, to=to, spot=spot))
            for one in known[key][: 1 if is_one else None]
        ]
        for place, one in enumerate(now[key]):
            origins[one.start] = read[0 if is_one else place]
    return origins


def _marks(
    sentences: Sequence[Sentence], origins: Mapping[int, Carried], fresh: set[int], to: int
) -> Iterator[YearMark]:
    for sentence in sentences:
        carried = origins.get(sentence.start)
        for index, found in enumerate(YEAR.finditer(sentence.low)):
            start, year = sentence.start + found.start(), int(found[0])
            if carried is not None:
                one = carried[index]
                if year == one.year and one.meaning is not Meaning.FIXED:
                    yield YearMark(start, year, one.new_year, one.meaning, sentence, index, True)
            elif start in fresh:
                yield YearMark(start, year, to, Meaning.DOUBT, sentence, index, False)
