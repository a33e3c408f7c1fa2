"""The signs by which lines show that they are headings: "Phần thứ nhất", "A.", "I.", "1.", "1.1.1.", "a)", "-"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reports.document.labels import LETTERS, ORDINALS
from reports.reading.marks import (
    DOT_LEADER,
    LONGEST_DOT_LEADER,
    ROMANS,
    Family,
    Mark,
    bullet_sign,
    mark,
)
from reports.reading.report import places

CARDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
PART = re.compile(
    rf"(?:PHẦN|CHƯƠNG|MỤC)\s+(?:THỨ\s+)?(?P<number>{'|'.join({*ORDINALS, *CARDINALS})}|[IVXL]{{1,6}}|\d{{1,2}})"
    r"(?P<end>\s*[.:)–-]+\s*(?!\d)|\s+|$)(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
CAPITAL = re.compile(r"(?P<number>[A-HJ-UĐ])\s?(?P<closer>[.)/–-])\s+(?=[^\W\d_]{2})")
# "1.1.1.", "I.1.", "A.2.1"
DECIMAL = re.compile(
    r"(?P<first>\d{1,2}|[IVXL]{1,5}|[A-HĐ])(?P<rest>(?:\.\d{1,2}){1,4})(?:[.):/-]+\s*|\s+)(?=[^\W\d_]|[“\"(])"
)
BRACKETED = re.compile(r"\((?P<number>\d{1,2}|[a-zđ])\)\s*(?=[^\W\d_])")

# The usual order of signs, from the highest down. Of signs of one rank the one that comes first is the higher one.
PARTS, LETTERED_PARTS, NUMBERS, POINTS, BULLETS = 0, 10, 30, 50, 60


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign at the start of a line; headings of one depth have the same key."""

    key: tuple[str, str]
    rank: int
    number: int  # counted from 1; 0 if it has none
    printed: str
    words: str


@lru_cache(maxsize=256)
def sign_of(text: str) -> Sign | None:
    """Return the sign at the start of a line, or None; two of them, Word's number and a typed one, count as one.

    >>> sign_of("Phần thứ hai. NHIỆM VỤ"), sign_of("1.2.3. Hội nghị").key
    (Sign(key=('part', ''), rank=0, number=2, printed='Phần thứ hai.', words='NHIỆM VỤ'), ('decimal', '3'))
    >>> sign_of("1. I.1. Hội nghị").printed
    '1. I.1.'
    """
    sign = _first_sign(text)
    typed = _first_sign(sign.words) if sign and PARTS < sign.rank < POINTS else None
    if sign and typed and typed.words and typed.rank < POINTS:
        return replace(sign, printed=f"{sign.printed} {typed.printed}", words=typed.words)
    return sign


def _first_sign(text: str) -> Sign | None:
    if DOT_LEADER.search(text[-LONGEST_DOT_LEADER:]):
        return None
    if found := PART.match(text):
        return _part(found)
    if found := DECIMAL.match(text):
        return _decimal(found)
    if found := CAPITAL.match(text):
        number = LETTERS.find(found["number"].lower()) + 1
        return _sign(found, ("capital", found["closer"]), LETTERED_PARTS, number)
    if found := BRACKETED.match(text):
        written = found["number"]
        number = int(written) if written.isdecimal() else LETTERS.find(written) + 1
        return _sign(found, ("bracketed", "1" if written.isdecimal() else "a"), POINTS, number)
    sign = mark(text)
    return _of_mark(sign) if sign else None


def _part(found: re.Match[str]) -> Sign | None:
    """Return the sign of a part; "Phần thứ hai là …" and "Mục 2 Điều 5" are none."""
    words = found["words"].strip()
    is_parted = (bool(found["end"].strip()) and found["end"].strip() != "-") or not words
    if not (is_parted or places.is_capitals(words)):
        return None
    name, written = found[0].split()[0].lower(), found["number"].lower()
    number = ROMANS.get(written.upper(), 0)
    for names in (ORDINALS, CARDINALS):
        number = names.index(written) + 1 if written in names else number
    number = int(written) if written.isdecimal() else number
    printed = found.string[: found.start("words")].strip()
    return Sign(("part", "" if name == "phần" else name), PARTS, number, printed, words)


def _decimal(found: re.Match[str]) -> Sign:
    numbers = found["rest"].strip(".").split(".")
    depth = len(numbers) + found["first"].isdecimal()
    name = "decimal" if found["first"].isdecimal() else "mixed"
    return _sign(found, (name, str(depth)), NUMBERS + depth - 1, int(numbers[-1]))


def _sign(found: re.Match[str], key: tuple[str, str], rank: int, number: int) -> Sign:
    return Sign(key, rank, number, found[0].strip(), found.string[found.end() :].strip())


def _of_mark(sign: Mark) -> Sign:
    match sign.family:
        case Family.ROMAN:
            key, rank = ("roman", ""), LETTERED_PARTS
        case Family.NUMBER:
            is_point = sign.closer == ")"
            key, rank = ("number", sign.closer), POINTS if is_point else NUMBERS
        case Family.DECIMAL:
            key, rank = ("decimal", "2"), NUMBERS + 1
        case Family.LETTER:
            key, rank = ("letter", sign.closer), POINTS
        case Family.BULLET:
            shown = sign.printed if sign.printed == "*" else bullet_sign(sign.printed)
            key, rank = ("bullet", shown), BULLETS + (shown == "+")
    number = sign.number
    if sign.family in (Family.NUMBER, Family.DECIMAL) and not number:
        number = int(re.findall(r"\d+", sign.printed)[-1])
    return Sign(key, rank, number, sign.printed, sign.words)
