"""The printed numbers of headings and points."""

from __future__ import annotations

from collections.abc import Callable

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


def _roman(path: tuple[int, ...]) -> str:
    return f"{roman(path[-1])}."


def _capital(path: tuple[int, ...]) -> str:
    return f"{letter(path[-1]).upper()}."


def _part(path: tuple[int, ...]) -> str:
    return f"PHẦN {_roman(path)}"


def _ordinal_part(path: tuple[int, ...]) -> str:
    position = path[-1]
    return f"PHẦN THỨ {ORDINALS[position - 1].upper() if position <= len(ORDINALS) else position}."


def _number(path: tuple[int, ...]) -> str:
    return f"{path[-1]}."


def _last_two(path: tuple[int, ...]) -> str:
    return f"{path[-2]}.{path[-1]}."


def _all_numbers(path: tuple[int, ...]) -> str:
    return f"{'.'.join(map(str, path))}."


def _roman_and_numbers(path: tuple[int, ...]) -> str:
    return f"{roman(path[0])}.{_all_numbers(path[1:])}"


def _point(path: tuple[int, ...]) -> str:
    return f"{letter(path[-1])})"


# The numbers of each depth; headings that are deeper are numbered as the last one.
FORMS: dict[Numbering, tuple[Callable[[tuple[int, ...]], str], ...]] = {
    Numbering.LETTERS: (_roman, _number, _point),
    Numbering.DECIMAL: (_roman, _number, _last_two, _point),
    Numbering.CAPITALS: (_capital, _roman, _number, _point),
    Numbering.NUMBERS: (_all_numbers, _all_numbers, _all_numbers, _point),
    Numbering.PARTS: (_part, _roman, _number, _point),
    Numbering.ORDINALS: (_ordinal_part, _roman, _number, _point),
    Numbering.CAPITAL_CLAUSES: (_capital, _roman, _number, _last_two, _point),
    Numbering.PART_CLAUSES: (_part, _roman, _number, _last_two, _point),
    Numbering.ORDINAL_CLAUSES: (_ordinal_part, _roman, _number, _last_two, _point),
    Numbering.SHORT_CAPITALS: (_capital, _number, _point),
    Numbering.ROMAN_NUMBERS: (_roman, _roman_and_numbers, _roman_and_numbers, _point),
}


def label(path: tuple[int, ...], numbering: Numbering = Numbering.LETTERS) -> str:
    """Return the printed number of the section at `path`, counted from 1.

    >>> label((2,)), label((2, 3)), label((1, 2, 5)), label((1, 2, 5), Numbering.DECIMAL)
    ('II.', '3.', 'đ)', '2.5.')
    >>> label((5,), Numbering.CAPITALS), label((1, 2, 5), Numbering.NUMBERS), label((4,), Numbering.ORDINALS)
    ('Đ.', '1.2.5.', 'PHẦN THỨ TƯ.')
    """
    forms = FORMS[numbering]
    return forms[min(len(path), len(forms)) - 1](path)
