"""The printed numbers of headings and points."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple, assert_never

from reports.document.tree import Numbering

ROMAN_DIGITS = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
LETTERS = "abcdđeghiklmnopqrstuvxy"
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def roman(number: int) -> str:
    """Return the Roman numeral of a number from 1 to 399.

    >>> roman(4), roman(19), roman(40)
    ('IV', 'XIX', 'XL')
    """
    numeral = ""
    for value, digits in ROMAN_DIGITS:
        numeral += digits * (number // value)
        number %= value
    return numeral


def letter(position: int) -> str:
    """Return the letter of the point at `position`, counted from 1, in the Vietnamese alphabet.

    After y come aa, ab …, so that a long list has no letter twice.

    >>> letter(1), letter(5), letter(23), letter(24)
    ('a', 'đ', 'y', 'aa')
    """
    before, index = divmod(position - 1, len(LETTERS))
    return (letter(before) if before else "") + LETTERS[index]


# The label that begins a list of points.
FIRST_POINT = f"{letter(1)})"


class Format(Enum):
    """How a number is written."""

    ROMAN = auto()
    NUMBER = auto()
    CAPITAL = auto()
    LETTER = auto()
    ORDINAL = auto()


class Level(NamedTuple):
    """The numbers of one depth, as Word describes them: "%2" in the text stands for the number of depth 2."""

    format: Format
    text: str


def _numbers(*texts: str) -> tuple[Level, ...]:
    return tuple(Level(Format.NUMBER, text) for text in texts)


def _letter(depth: int) -> Level:
    return Level(Format.LETTER, f"%{depth})")


ROMAN = Level(Format.ROMAN, "%1.")
SECOND_ROMAN = Level(Format.ROMAN, "%2.")
CAPITAL = Level(Format.CAPITAL, "%1.")
PART = Level(Format.ROMAN, "PHẦN %1.")
ORDINAL = Level(Format.ORDINAL, "PHẦN THỨ %1.")
POINTS = (SECOND_ROMAN, *_numbers("%3."), _letter(4))
CLAUSES = (SECOND_ROMAN, *_numbers("%3.", "%3.%4."), _letter(5))
# The numbers of each depth; headings that are deeper are numbered as the last one.
LEVELS: dict[Numbering, tuple[Level, ...]] = {
    Numbering.LETTERS: (ROMAN, *_numbers("%2."), _letter(3)),
    Numbering.DECIMAL: (ROMAN, *_numbers("%2.", "%2.%3."), _letter(4)),
    Numbering.CAPITALS: (CAPITAL, *POINTS),
    Numbering.NUMBERS: (*_numbers("%1.", "%1.%2.", "%1.%2.%3."), _letter(4)),
    Numbering.PARTS: (PART, *POINTS),
    Numbering.ORDINALS: (ORDINAL, *POINTS),
    Numbering.CAPITAL_CLAUSES: (CAPITAL, *CLAUSES),
    Numbering.PART_CLAUSES: (PART, *CLAUSES),
    Numbering.ORDINAL_CLAUSES: (ORDINAL, *CLAUSES),
    Numbering.SHORT_CAPITALS: (CAPITAL, *_numbers("%2."), _letter(3)),
    Numbering.ROMAN_NUMBERS: (ROMAN, *_numbers("%1.%2.", "%1.%2.%3."), _letter(4)),
}
PLACEHOLDER = re.compile(r"%([1-9])")


def label(path: tuple[int, ...], numbering: Numbering = Numbering.LETTERS) -> str:
    """Return the printed number of the section at `path`, counted from 1.

    >>> label((2,)), label((2, 3)), label((1, 2, 5)), label((1, 2, 5), Numbering.DECIMAL)
    ('II.', '3.', 'đ)', '2.5.')
    >>> label((5,), Numbering.CAPITALS), label((1, 2, 5), Numbering.NUMBERS), label((4,), Numbering.ORDINALS)
    ('Đ.', '1.2.5.', 'PHẦN THỨ TƯ.')
    """
    levels = LEVELS[numbering]
    *above, last = path
    places = (*above[: len(levels) - 1], last)

    def written(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        return _written(places[index], levels[index].format)

    return PLACEHOLDER.sub(written, levels[len(places) - 1].text)


def _written(number: int, form: Format) -> str:
    match form:
        case Format.ROMAN:
            return roman(number)
        case Format.NUMBER:
            return str(number)
        case Format.CAPITAL:
            return letter(number).upper()
        case Format.LETTER:
            return letter(number)
        case Format.ORDINAL:
            return ORDINALS[number - 1].upper() if number <= len(ORDINALS) else str(number)
        case _:
            assert_never(form)
