"""The old Vietnamese code pages of Word files: which words are in one, and which are in Unicode already."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pbgdpl.lib import tcvn3, vni
from pbgdpl.lib.syllables import is_short_syllable, is_telling_syllable
from pbgdpl.lib.tcvn3 import IN_UNICODE

WORD = re.compile(r"(?:[^\W\d_]|[\xa1-\xff\u0300-\u036f])+")

MIDDLE_DOT = "·"  # between two things; as a letter of TCVN3, "ã", it is no word


@dataclass(frozen=True, slots=True, eq=False)  # two of them, for good: each equals itself alone
class CodePage:
    name: str
    fonts: str  # how the names of its fonts begin, in small letters
    letters: Callable[[str], Sequence[str]]  # Unicode, as many pieces as there are characters
    is_in: Callable[[str], bool]

    @lru_cache(maxsize=20_000)  # noqa: B019 (there are two code pages, for good)
    def vote(self, word: str) -> int:
        """Return 1 for a word that makes sense in this code page alone, -1 in Unicode alone, 0 in both or neither.

        >>> [TCVN3.vote(word) for word in ("ho¹ch", "hoạch", "bé", "Q§")]
        [1, -1, 0, 0]
        """
        if word.isascii() or not any(map(str.isalpha, word)):
            return 0
        if IN_UNICODE.search(word):
            return -1
        return is_telling_syllable("".join(self.letters(word))) - is_short_syllable(word)

    def converted(self, text: str, *, is_old: bool) -> list[str]:
        """Return the text in Unicode, a piece for each character; `is_old` decides on words that may be either."""
        pieces = list(text)
        for found in WORD.finditer(text):
            vote = self.vote(found[0])
            if vote > 0 or (vote == 0 and is_old and found[0] != MIDDLE_DOT):
                pieces[found.start() : found.end()] = self.letters(found[0])
        return pieces

    def votes(self, text: str) -> int:
        """Return how much the different words of a text speak for this code page."""
        return 0 if text.isascii() else sum(map(self.vote, set(WORD.findall(text))))


TCVN3 = CodePage("TCVN3 (ABC)", ".vn", tcvn3.from_tcvn3, tcvn3.is_tcvn3)
VNI = CodePage("VNI", "vni", vni.letters, vni.is_vni)
CODE_PAGES = (TCVN3, VNI)


def code_page_of(font: str) -> CodePage | None:
    """Return the code page that the name of a font promises.

    >>> code_page_of(".VnArial").name, code_page_of("VNI-Times").name, code_page_of("Times New Roman")
    ('TCVN3 (ABC)', 'VNI', None)
    """
    return next((page for page in CODE_PAGES if font.lower().startswith(page.fonts)), None)


def shows_capitals(font: str) -> bool:
    """Return whether a font in TCVN3 shows small letters as capitals: its name ends with H."""
    return code_page_of(font) is TCVN3 and font.endswith("H")


def odd_words(text: str) -> Iterator[str]:
    """Yield the words with marks that are no syllables as they are written."""
    return (word for word in WORD.findall(text) if not word.isascii() and not is_short_syllable(word))
