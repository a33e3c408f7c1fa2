"""How much of a password cannot be guessed: what is left besides names, years, rows of keys and words tried first.

A password is cut into pieces in the way that counts least. A piece that guessing programs know counts 0, 1 or 2
however long it is, any other character counts 1. Letters are compared without marks and capitals, and with the digits
and signs that people write for them: "M@tkh4u" is "matkhau".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.contrib.auth.password_validation import CommonPasswordValidator

from pbgdpl.lib.vietnamese import fold

WORDS_FILE = Path(__file__).with_name("guessable_words.txt")
SWAPS = str.maketrans("@4$5307!", "aasseoti")
SWAPS_OF_L = str.maketrans("1|", "il"), str.maketrans("1|", "li")
LONGEST_WORD = 40
KEYS = (
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "!@#$%^&*()",
)
# Three letters in a row of the alphabet or of keys stand in ordinary words, but for these.
SHORTEST_ROW, SHORT_ROWS = 3, {"abc", "xyz", "qwe", "asd", "zxc"}
FIRST_YEAR, LAST_YEAR, YEAR_DIGITS = 1940, 2060, 4
NEAR = 2  # years from this one
# The least length of words of Django's list of common passwords, which count 2: four of them make a phrase.
SHORTEST_COMMON = 5


class Piece(NamedTuple):
    """A part of a password: what kind it is, in words, and how much it counts, its cost."""

    kind: str
    cost: int


OWN = Piece("", 1)
ROW, REPEATED = Piece("dãy phím hoặc số liền nhau", 1), Piece("chỗ lặp lại", 1)
THIS_YEAR, YEAR = Piece("năm", 0), Piece("năm", 1)
COMMON_WORD, COMMON_PASSWORD = Piece("từ hay dùng làm mật khẩu", 1), Piece("từ hay dùng làm mật khẩu", 2)
Words = Mapping[str, Piece]


def pieces(password: str, own_words: Words, today: date) -> list[Piece]:
    """Return the pieces of a password, cut so that they count least together; spaces do not count."""
    text = bare(password)
    swapped = text.translate(SWAPS)
    spellings = (text, *(swapped.translate(one) for one in SWAPS_OF_L))
    best: list[tuple[int, list[Piece]]] = [(0, [])]
    for end in range(1, len(text) + 1):
        ways = (
            (best[start][0] + piece.cost, best[start][1], piece)
            for start, piece in _pieces_to(end, spellings, own_words, today)
        )
        count, before, piece = min(ways, key=lambda way: way[0])
        best.append((count, [*before, piece]))
    return best[-1][1]


def bare(text: str) -> str:
    """Return the text without marks, capitals and spaces, other signs as they are."""
    return "".join(fold(text).split())


def _pieces_to(
    end: int, spellings: tuple[str, ...], own_words: Words, today: date
) -> Iterator[tuple[int, Piece]]:
    """Yield the start of each piece that ends at a place, with the piece; the first spelling is the text itself."""
    text = spellings[0]
    yield end - 1, OWN
    for start in range(max(0, end - LONGEST_WORD), end - 1):
        found = {one[start:end] for one in spellings}
        for words in (own_words, shipped_words(), common_passwords()):
            yield from ((start, words[one]) for one in found if one in words)
        part = text[start:end]
        if piece := _row_or_year(part, today):
            yield start, piece
        if part == text[max(0, start - len(part)) : start]:
            yield start, REPEATED


def _row_or_year(part: str, today: date) -> Piece | None:
    """Return the piece that a part of digits or neighbouring keys is, or None."""
    if len(part) < SHORTEST_ROW:
        return None
    if part.isdecimal() and _is_year(part):
        return THIS_YEAR if abs(int(part) - today.year) <= NEAR else YEAR
    if part.isdecimal() and _is_date(part):
        return YEAR
    if len(set(part)) == 1:
        return REPEATED
    if len(part) == SHORTEST_ROW and part.isalpha() and part not in SHORT_ROWS:
        return None
    return ROW if any(part in row or part[::-1] in row for row in KEYS) else None


def _is_year(digits: str) -> bool:
    return len(digits) == YEAR_DIGITS and FIRST_YEAR <= int(digits) <= LAST_YEAR


def _is_date(digits: str) -> bool:
    """Return whether eight digits are a day: 02091945, or 19450902."""
    for year, month, day in ((digits[4:], digits[2:4], digits[:2]), (digits[:4], digits[4:6], digits[6:])):
        with suppress(ValueError):
            if _is_year(year) and date(int(year), int(month), int(day)):
                return True
    return False


@cache
def shipped_words() -> Words:
    lines = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    return {word: COMMON_WORD for word in words if len(word) > 1}


@cache
def common_passwords() -> Words:
    words = CommonPasswordValidator().passwords
    return {word: COMMON_PASSWORD for word in words if len(word) >= SHORTEST_COMMON and word.isalpha()}
