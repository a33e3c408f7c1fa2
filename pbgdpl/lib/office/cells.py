"""The text of a spreadsheet's cells, as a person would have typed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from pbgdpl.lib.office.xml import LONGEST_NUMBER, Element, child_text, local
from pbgdpl.lib.vietnamese import clean

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # a character that XML does not bear, as Excel writes it
# Parts of a number format that are no codes: quoted words, conditions and languages in brackets, escaped characters.
LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
# The formats that a file need not describe (ECMA-376, part 1, 18.8.30).
DAYS = (*range(14, 17), 22, *range(27, 37), *range(50, 59))
BUILT_IN = {**{str(number): "d/m/y" for number in DAYS}, "17": "m/y", "9": "%", "10": "%"}
# A whole number that is shown with the symbol of a document behind it: 0"/KH-SXD".
SYMBOL = re.compile(r'(?:0+|#|General)"(/[^"0-9]{1,40})"')
WITH_SYMBOL = "symbol:"
MONTH_FIRST = "m/d/y"
MONTH_THEN_DAY = re.compile(r"[^a-z]*m{1,2}[^a-z:]*d")
LAST_DAY = 2_958_465  # 31/12/9999
LONGEST_CELL = 32_767  # characters, Excel's own limit
LONGEST_VALUE = 40  # characters of a number; Excel writes half as many, a longer one is a text
EXACT = 10**15  # whole numbers below it are written to the last digit


def element_at(texts: Sequence[str], index: str) -> str:
    """Return the text at an index that a file states; "" where there is none."""
    known = index.isdecimal() and len(index) <= LONGEST_NUMBER and int(index) < len(texts)
    return texts[int(index)] if known else ""


def text_within(element: Element) -> str:
    """Return the text of a string: its runs joined, without the reading aids of East Asian scripts."""
    parts = []
    for inner in element:
        match local(inner):
            case "t":
                parts.append(inner.text or "")
            case "r":
                parts.append(text_within(inner))
    return "".join(parts)


def typed_text(text: str) -> str:
    """Return a cell's text cleaned and unescaped; a leading space stays, because it may part two words.

    One that is too long for a cell is left as it is: whoever reads it refuses it.
    """
    if len(text) > LONGEST_CELL:
        return text
    return clean(ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)).rstrip()


def date_formats(styles: Element | None) -> tuple[str, ...]:
    """Return the format of numbers in each cell style: "d/m/y", "m/d/y", "m/y", "%", or "" for any other."""
    own: dict[str, str] = {}
    formats: list[str] = []
    for part in styles if styles is not None else ():
        match local(part):
            case "numFmts":
                own = {one.get("numFmtId", ""): number_format_of(one.get("formatCode", "")) for one in part}
            case "cellXfs":
                formats = [_number_format(one.get("numFmtId", "0"), own) for one in part]
    return tuple(formats)


def _number_format(number: str, own: dict[str, str]) -> str:
    return own[number] if number in own else BUILT_IN.get(number, "")


def number_format_of(code: str) -> str:
    if symbol := SYMBOL.fullmatch(code[:200]):
        return f"{WITH_SYMBOL}{symbol[1]}"
    codes = LITERAL.sub("", code[:200].partition(";")[0].casefold())
    if "d" in codes:
        return MONTH_FIRST if MONTH_THEN_DAY.match(codes) else "d/m/y"
    if "%" in codes:
        return "%"
    return "m/y" if "m" in codes and "y" in codes else ""


def shows_month_first(cell: Element, formats: Sequence[str]) -> bool:
    return cell.get("t", "n") == "n" and element_at(formats, cell.get("s", "0")) == MONTH_FIRST


def typed_value(cell: Element, formats: Sequence[str], *, from_1904: bool) -> str:
    """Return the text of a cell that is no shared string; of a formula its last result."""
    value = child_text(cell, "v")
    match cell.get("t", "n"):
        case "inlineStr":
            return typed_text("".join(text_within(part) for part in cell if local(part) == "is"))
        case "b":
            return {"1": "có", "0": "không"}.get(value, value)
        case "n":
            return typed_number(value, element_at(formats, cell.get("s", "0")), from_1904)
        case _:
            return typed_text(value)


def typed_number(value: str, number_format: str, from_1904: bool) -> str:
    """Return "139", "0,5", "50%", "16/01/2024" or, of a date without a day, "tháng 3/2024"."""
    if len(value) > LONGEST_VALUE:
        return typed_text(value)
    try:
        number = float(value)
    except ValueError:
        return typed_text(value)
    if number_format.startswith(WITH_SYMBOL):
        return f"{decimal_text(number)}{number_format.removeprefix(WITH_SYMBOL)}"
    if number_format == "%":
        return f"{decimal_text(number * 100)}%"
    if number_format and 1 <= number <= LAST_DAY:
        day = _day(int(number), from_1904)
        return f"{day:%d/%m/%Y}" if "d" in number_format else f"tháng {day.month}/{day.year}"
    return decimal_text(number)


def decimal_text(number: float) -> str:
    if number.is_integer() and abs(number) < EXACT:
        return str(int(number))
    return f"{number:.15g}".replace(".", ",")


def _day(number: int, from_1904: bool) -> date:
    """Return the day that a number stands for; Excel counts a 29/02/1900 that never was."""
    if from_1904:
        return date(1904, 1, 1) + timedelta(days=min(number, LAST_DAY - 1462))
    return date(1899, 12, 30) + timedelta(days=number + (number < 60))
