"""The units of figures: a column has numbers of its own unit, and amounts of money of any."""

from __future__ import annotations

import re

from pbgdpl.lib.vietnamese import fold

# Units of money, each with how many đồng it is.
MONEY = {
    "dong": 1,
    "nghin dong": 10**3,
    "ngan dong": 10**3,
    "trieu dong": 10**6,
    "ty dong": 10**9,
    "ti dong": 10**9,
}


def are_equal(stated: str, wanted: str) -> bool:
    """Return whether two units are one, which one that nobody stated is with any."""
    if stated == wanted:  # so it nearly always is
        return True
    here, there = fold(stated), fold(wanted)
    return not here or not there or here == there


def are_money(stated: str, wanted: str) -> bool:
    return fold(stated) in MONEY and fold(wanted) in MONEY


def converted(number: int, stated: str, wanted: str) -> int | None:
    """Return a number in another unit, None where it is no money or has a rest.

    >>> converted(15, "triệu đồng", "đồng"), converted(3_000_001, "đồng", "triệu đồng"), converted(15, "buổi", "cuộc")
    (15000000, None, None)
    """
    if are_equal(stated, wanted):
        return number
    if not are_money(stated, wanted):
        return None
    whole, rest = divmod(number * MONEY[fold(stated)], MONEY[fold(wanted)])
    return None if rest else whole


def why_not_converted(stated: str, wanted: str) -> str:
    """Return why a number in a unit has no value in another one.

    >>> why_not_converted("buổi", "cuộc")
    'ghi theo “buổi”, cột này tính theo “cuộc”'
    """
    if are_money(stated, wanted):
        return f"ghi theo “{stated}”, không đổi tròn sang “{wanted}”"
    return f"ghi theo “{stated}”, cột này tính theo “{wanted}”"


def converted_or_why(number: int, stated: str, wanted: str) -> tuple[int | None, str]:
    """Return a number in another unit, or None and why it has none."""
    found = converted(number, stated, wanted)
    return found, "" if found is not None else why_not_converted(stated, wanted)


def with_unit(words: str, unit: str) -> str:
    """Return words with their unit in brackets, unless they name it; "đồng" may be a word of "Hội đồng".

    >>> with_unit("Trực tuyến: số cuộc", "cuộc"), with_unit("Kinh phí của Hội đồng", "đồng"), with_unit("Số người", "")
    ('Trực tuyến: số cuộc', 'Kinh phí của Hội đồng (đồng)', 'Số người')
    """
    named = rf"\({re.escape(fold(unit))}\)" if fold(unit) in MONEY else rf"\b{re.escape(fold(unit))}\b"
    return words if not unit or re.search(named, fold(words)) else f"{words} ({unit})"
