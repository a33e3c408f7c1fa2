"""Numbers as officials write them in a sentence."""

from __future__ import annotations

from pbgdpl.lib.vietnamese import percentage, thousands

MONEY = "đồng"
FEWEST_DIGITS = 10  # smaller numbers are written with two: "07"
# What money is counted in, the largest first; at most one digit after the comma.
MILLIONS = ((10**9, "tỷ đồng"), (10**6, "triệu đồng"))


def official_number(number: int) -> str:
    """Return a number as officials write it in a sentence: "1.245", "07", "0"."""
    return f"{number:02}" if 0 < number < FEWEST_DIGITS else thousands(number)


def money(number: int) -> str:
    """Return an amount in billions or millions where one digit after the comma says it exactly, else in đồng.

    >>> money(35_500_000), money(1_500_000_000), money(35_519_055_296)
    ('35,5 triệu đồng', '1,5 tỷ đồng', '35.519.055.296 đồng')
    """
    for unit, words in MILLIONS:
        if number >= unit and number % (unit // 10) == 0:
            whole, tenths = divmod(number // (unit // 10), 10)
            return f"{thousands(whole)}{f',{tenths}' if tenths else ''} {words}"
    return f"{thousands(number)} {MONEY}"


def change(before: int, now: int, unit: str) -> str:
    """Return how a number has changed: "tăng 12,5%", "giảm 3%", "không thay đổi"; from 0 on without a share.

    >>> change(8, 9, "cuộc"), change(0, 7, "cuộc"), change(5, 5, "")
    ('tăng 12,5%', 'tăng 07 cuộc', 'không thay đổi')
    """
    if before == now:
        return "không thay đổi"
    way = "tăng" if now > before else "giảm"
    if not before:
        return f"{way} {worded(abs(now), unit)}{'' if unit in ('', MONEY) else f' {unit}'}"
    share = percentage(now - before, before)
    return f"{way} dưới 0,1%" if share == "0%" else f"{way} {share}"


def worded(number: int, unit: str) -> str:
    return money(number) if unit == MONEY else official_number(number)
