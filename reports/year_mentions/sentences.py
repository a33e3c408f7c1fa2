"""The sentences of a typed text, in lower case character by character, so that places stay the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# A line that begins a paragraph, an item or a table row; other lines continue the one above.
NEW_LINE = re.compile(r"\n(?=[ \t]*(?:\n|[-+•|\\]|\[\[|[a-zđ]{1,2}\)[ \t]|\d{1,2}[.)][ \t]))")
# A sentence ends before a space, but not after a capital letter or a short form ("TP. Sen"), or before a small letter.
SENTENCE_END = re.compile(r"(?<!\b[A-ZĐ])(?<!\bTP)(?<!\bTp)(?<!\bTS)(?<!\bThS)[.!?…](?=\s+[^\sa-zà-ỹđ])")
# Also what names a figure or a listing, "[[số cuộc: Ban Đề án 2030]]". The last alternative is a quotation without its
# end mark, up to the end of the paragraph.
QUOTED = re.compile(r'“[^”]*”|«[^»]*»|"[^"]*"|\[\[[^\[\]]*\]\]|(?P<open>“)[^”]*')
SPACES = re.compile(" {2,}")
LONGEST = 2_000  # characters of a sentence that are read together
STRAIGHT = re.compile(r'"[^"]*"')


class Lowering(dict[int, str]):
    """A translation table, filled when needed: each character becomes one small letter, each blank a space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        small = " " if character.isspace() else character.lower()
        self[code] = small if len(small) == 1 else character
        return self[code]


class Unaccenting(dict[int, str]):
    """A translation table, filled when needed: each letter becomes the same letter without its marks."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = "d" if character == "đ" else unicodedata.normalize("NFD", character)[0]
        return self[code]


LOWERING, UNACCENTING = Lowering(), Unaccenting()


class Words:
    """A pattern of small letters with accents, which also matches a sentence that is written without any."""

    def __init__(self, pattern: str) -> None:
        self.accented = re.compile(pattern)
        self.plain = re.compile(pattern.translate(UNACCENTING))

    def of(self, sentence: Sentence) -> re.Pattern[str]:
        return self.plain if sentence.is_plain else self.accented


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence with its place in the text; `low` has the same length as `text`."""

    start: int
    text: str
    low: str
    is_plain: bool  # whether no letter has an accent
    quotes: tuple[tuple[int, int], ...]  # places of quotations in the sentence
    is_row: bool  # whether it is a row of a table, and the first one
    is_first_row: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def words(self) -> str:
        """Return the sentence with single spaces, as it is compared and shown."""
        return " ".join(self.text.split())


def sentences_of(text: str, *, by_line: bool = False) -> Iterator[Sentence]:
    """Yield the sentences that name a year; `by_line` if every line is a paragraph of its own."""
    was_row = False
    for start, paragraph in paragraphs(text, by_line=by_line):
        is_row = paragraph.lstrip().startswith("|")
        if YEAR.search(paragraph):
            quotes = tuple((found.start(), found.end()) for found in quotations(paragraph))
            for place, words in _split(start, paragraph, SENTENCE_END, whole=is_row):
                for first, sentence in _short(place, words):
                    if YEAR.search(sentence):
                        yield _sentence(first, sentence, start, quotes, (is_row, is_row and not was_row))
        was_row = is_row


def paragraphs(text: str, *, by_line: bool = False) -> Iterator[tuple[int, str]]:
    """Yield the place and the text of each paragraph, item or table row; a blank one is an empty text."""
    yield from _split(0, text, re.compile(r"\n") if by_line else NEW_LINE, whole=False)


def quotations(paragraph: str) -> Iterator[re.Match[str]]:
    """Yield the quotations; of one without an end mark, only the straight quotations in it."""
    for found in QUOTED.finditer(paragraph):
        if found.lastgroup == "open":
            yield from STRAIGHT.finditer(paragraph, found.start())
        else:
            yield found


def _split(start: int, text: str, border: re.Pattern[str], *, whole: bool) -> Iterator[tuple[int, str]]:
    place = 0
    for found in () if whole else border.finditer(text):
        yield start + place, text[place : found.end()]
        place = found.end()
    yield start + place, text[place:]


def _short(start: int, text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentence in parts of bounded length, so that the work for each year is bounded."""
    while len(text) > LONGEST:
        border = text.rfind(" ", 1, LONGEST) + 1 or LONGEST
        yield start, text[:border]
        start, text = start + border, text[border:]
    yield start, text


def _sentence(
    start: int, text: str, paragraph: int, quotes: tuple[tuple[int, int], ...], rows: tuple[bool, bool]
) -> Sentence:
    low, shift = text.translate(LOWERING), start - paragraph
    own = tuple(
        (first - shift, last - shift) for first, last in quotes if last > shift and first < shift + len(text)
    )
    return Sentence(start, text, low, low.translate(UNACCENTING) == low, own, *rows)


def one_spaced(text: str) -> str:
    """Return lowered text with one space for each run of spaces."""
    return SPACES.sub(" ", text)


@lru_cache(maxsize=2048)
def skeleton(words: str) -> str:
    """Return a sentence with every year replaced by the same sign.

    >>> skeleton("Năm 2024 có 5 lớp.")
    'Năm ¤ có 5 lớp.'
    """
    return YEAR.sub("¤", words)
