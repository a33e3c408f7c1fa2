"""Checks whether a text is legible Vietnamese: correctly encoded, of Vietnamese syllables, no HTML or RTF source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pbgdpl.lib.syllables import is_short_syllable

VIETNAMESE = frozenset(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
)
USUAL_SIGNS = "¡¢£¤§°±²³×÷"
# What TCVN3, VNI and UTF-8 read as Latin-1 consist of: signs and letters of Western Europe.
WESTERN = re.escape("".join({chr(code) for code in range(0xA1, 0x100)} - VIETNAMESE - set(USUAL_SIGNS)))
GARBLED = re.compile(rf"[{WESTERN}\ufffd]|(?<=[^\W\d_])\?(?=[^\W\d_])|[aeouy][âêáàãéèúùõ]", re.IGNORECASE)
LATIN = re.compile(r"[A-Za-z]")
CAPITAL_WITHIN = re.compile(r"[a-zà-ỹ][À-Ý]")  # "biÕn": as TCVN3 is shown
EDGES = "“”\"'‘’()[]{}<>.,:;!?…|*+"
BETWEEN_WORDS = "/–—-"  # and white space
LONGEST_CODE = 40  # characters of a document's number or an address; a longer word is encoded data
LEAST_OF_A_LINE, MOST_GARBLED = 5, 0.3
LEAST_WORDS, LEAST_SYLLABLES = 30, 0.5
FEWEST_MARKED, LEAST_MARKED = 8, 1 / 6
# Cyrillic and all that stands behind Greek in Unicode, up to the Latin letters that Vietnamese has; East Asia.
OTHER_SCRIPTS = re.compile("[\u0400-\u1dff\u2e80-\ud7ff\uf900-\ufaff]")
MOST_OF_OTHER_SCRIPTS = 0.3
MARKUP = re.compile(r"</?[a-zA-Z][\w:-]{0,30}(?:\s[^<>]{0,300})?/?>|\\[a-z]{1,30}-?\d{0,9}|\{\\\*")
LEAST_MARKUP, MOST_MARKUP = 3, 0.05


def garbled_line(lines: Iterable[str]) -> str:
    """Return the first line in an old Vietnamese encoding or wrongly decoded, or an empty text.

    >>> garbled_line(["Báo cáo kết quả công tác", "B¸o c¸o kÕt qu¶ c«ng t¸c"])
    'B¸o c¸o kÕt qu¶ c«ng t¸c'
    """
    for line in lines:
        words = _words(line)
        fewest = MOST_GARBLED * len(words)
        # A line has at least as many odd places as garbled words; most have few, which is soon known.
        if (
            len(words) >= LEAST_OF_A_LINE
            and _odd_places(line) >= fewest
            and sum(map(_is_garbled, words)) >= fewest
        ):
            return line
    return ""


def is_vietnamese(text: str) -> bool:
    """Return whether at least half of the words are Vietnamese syllables in Latin letters; True for a short text."""
    if len(OTHER_SCRIPTS.findall(text)) > MOST_OF_OTHER_SCRIPTS * len(text):
        return False
    words = Counter(_words(text))
    syllables = sum(count for word, count in words.items() if is_short_syllable(word))
    return words.total() < LEAST_WORDS or syllables >= LEAST_SYLLABLES * words.total()


def has_marks(text: str) -> bool:
    """Return whether at least a sixth of the words have Vietnamese marks, as in any text; True for a few words."""
    words = Counter(word for word in _words(text) if word.isalpha() or any(map(str.isalpha, word)))
    marked = sum(count for word, count in words.items() if not VIETNAMESE.isdisjoint(word))
    return words.total() < FEWEST_MARKED or marked >= LEAST_MARKED * words.total()


def is_markup(text: str) -> bool:
    """Return whether tags of HTML or XML, or control words of RTF, make up at least 5 % of the text."""
    found = [len(one[0]) for one in MARKUP.finditer(text)]
    return len(found) >= LEAST_MARKUP and sum(found) >= MOST_MARKUP * len(text)


def _odd_places(line: str) -> int:
    return len(GARBLED.findall(line)) + len(CAPITAL_WITHIN.findall(line))


def _is_garbled(word: str) -> bool:
    if not LATIN.search(word):
        return False
    return bool(CAPITAL_WITHIN.search(word) or (GARBLED.search(word) and not is_short_syllable(word)))


def _words(text: str) -> list[str]:
    """Return the words without surrounding punctuation, and without abbreviations and codes (words with a digit)."""
    for sign in BETWEEN_WORDS:
        text = text.replace(sign, " ")
    words = (word.strip(EDGES) for word in text.split())
    return [word for word in words if word and not _is_code(word)]


def _is_code(word: str) -> bool:
    if len(word) > LONGEST_CODE or (word.islower() and word.isalpha()):
        return False
    return any(map(str.isdigit, word)) or (word.isupper() and not is_short_syllable(word))
