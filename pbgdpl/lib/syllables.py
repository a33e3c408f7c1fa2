"""The spelling rules of Vietnamese syllables: an onset, a rhyme and a tone.

A text that breaks the rules cannot be Vietnamese; one that follows them need not be a word.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache, lru_cache

LEVEL, HUYEN, SAC, HOI, NGA, NANG = TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
LONGEST_SYLLABLE = 7  # "nghiêng"
STOPS = ("p", "t", "c", "ch")
STOP_TONES = (SAC, NANG)

_LETTER_GROUPS = "ngh ng nh ch gh gi kh ph qu th tr"  # the longest first, so that "ngh" is not read as "ng"
ONSETS = (*_LETTER_GROUPS.split(), *"bcdđghklmnprstvx")
# Rhymes by their vowels; "-" is the open one.
_CODAS = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uô": "c i m n ng t",
    "ư": "- a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "-",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng p t",
    "oe": "- m n o t",
    "uâ": "n ng t y",
    "uê": "- ch nh",
    "uơ": "-",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
}
RHYMES = frozenset(
    vowels + ("" if coda == "-" else coda) for vowels, codas in _CODAS.items() for coda in codas.split()
)
# The rhymes after "qu", written without their u.
_AFTER_QU = (
    "a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên ênh êch êt êu "
    "i ich in inh it iu y ych yên yêt ynh yt yu ơ ơi ôc"
)
_WITHOUT_ONSET = {"yêm", "yên", "yêng", "yêt", "yêu"}
_BEFORE_Y = frozenset(("h", "k", "l", "m", "s", "t", "th", "v"))
_FRONT = frozenset("eêiy")
_GLIDES = ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")
_BEFORE_FRONT = {"c": False, "g": False, "ng": False, "k": True, "gh": True, "ngh": True}
_EITHER_PLACE = frozenset(("oa", "oe", "uy"))
_VOWELS = frozenset("aăâeêioôơuưy")
_HATTED = frozenset("ăâêôơ")
_PARTS = re.compile(rf"({'|'.join(ONSETS)})?(.*)")


class Fault(Enum):
    """The reasons why letters are not a syllable, each with its Vietnamese description."""

    SHAPE = "không phải âm tiết tiếng Việt"
    STOP_TONE = "vần kết thúc bằng p, t, c, ch phải có dấu sắc hoặc dấu nặng"
    TONE_PLACE = "dấu thanh đặt sai chữ"
    ONSET = "sai quy tắc viết c/k/q, g/gh, ng/ngh"


def is_syllable(word: str) -> bool:
    """Return whether the letters, in any case, spell a syllable; both hòa and hoà do.

    >>> is_syllable("Nghiêng"), is_syllable("kip"), is_syllable("nghành")
    (True, False, False)
    """
    return fault_of(word) is None


def is_short_syllable(word: str) -> bool:
    """Return whether a word is a syllable, without spelling one that is longer than any."""
    return len(word) <= LONGEST_SYLLABLE and is_syllable(word)


def is_telling_syllable(word: str) -> bool:
    """Return whether a word is a syllable with a consonant: letters set at random are often one vowel with a tone.

    >>> is_telling_syllable("hoạch"), is_telling_syllable("Ở"), is_telling_syllable("Q")
    (True, False, False)
    """
    return is_short_syllable(word) and any(letter not in _VOWELS for letter in _without_tone(word.lower())[0])


@lru_cache(maxsize=20_000)
def fault_of(word: str) -> Fault | None:
    """Return why a word is not a syllable, or None if it is one."""
    bare, tones, place = _without_tone(word.lower())
    if len(tones) > 1 or not (split := _split(bare)):
        return Fault.SHAPE
    onset, rhyme = split
    if _BEFORE_FRONT.get(onset, is_front := rhyme[0] in _FRONT) != is_front:
        return Fault.ONSET
    if onset in ("c", "k") and rhyme.startswith(_GLIDES):
        return Fault.ONSET
    if rhyme.endswith(STOPS) and (not tones or tones not in STOP_TONES):
        return Fault.STOP_TONE
    if tones and place - (len(bare) - len(rhyme)) not in tone_places(rhyme):
        return Fault.TONE_PLACE
    return None


def tone_places(rhyme: str) -> tuple[int, ...]:
    """Return the indices of the letters that may carry the tone: for "oa" both, for "oan" 1, for "ia" 0."""
    vowels = "".join(letter for letter in rhyme if letter in _VOWELS)
    if hatted := [place for place, letter in enumerate(vowels) if letter in _HATTED]:
        return (hatted[-1],)
    if rhyme in _EITHER_PLACE:
        return (0, 1)
    if len(vowels) == 3 or (len(vowels) == 2 and rhyme != vowels):
        return (1,)
    return (0,)


def _without_tone(word: str) -> tuple[str, str, int]:
    """Return the word without its tone marks, those marks, and the index of the letter with the last one."""
    letters: list[str] = []
    tones, place = "", -1
    for letter in unicodedata.normalize("NFC", word):
        marks = unicodedata.normalize("NFD", letter)
        found = "".join(mark for mark in marks if mark in TONES[1:])
        if found:
            tones, place = tones + found, len(letters)
            letter = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES[1:]))
        letters.append(letter)
    return "".join(letters), tones, place


def _split(bare: str) -> tuple[str, str] | None:
    """Return the onset and the rhyme of letters without a tone, or None if they are not a syllable."""
    found = _PARTS.fullmatch(bare)
    onset, rhyme = (found[1] or "", found[2]) if found else ("", "")
    if onset == "gi" and (rhyme not in RHYMES or rhyme.startswith("i")):
        rhyme = f"i{rhyme}"  # "gì", "gìn", "giếng": one i stands for two
    return (onset, rhyme) if rhyme in _rhymes_after(onset) else None


@cache
def _rhymes_after(onset: str) -> frozenset[str]:
    match onset:
        case "":
            return frozenset(rhyme for rhyme in RHYMES if not rhyme.startswith("iê")) | _WITHOUT_ONSET
        case "qu":
            return frozenset(_AFTER_QU.split())
        case _:
            return RHYMES if onset in _BEFORE_Y else RHYMES - {"y"}
