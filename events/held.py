"""When an event was held: reading the dates from text, and writing them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from events.kinds import DatePrecision
from pbgdpl.lib.remembering import remembered
from pbgdpl.lib.vietnamese import official_date
from pbgdpl.lib.written_dates import DASHES, date_at, real_date


@dataclass(frozen=True, slots=True)
class Held:
    """The first and the last day (for months and quarters, their first days), and how precise they are."""

    first: date | None
    last: date | None
    precision: DatePrecision


NEVER = Held(None, None, DatePrecision.NONE)
_TO = rf"(?:\s?[{DASHES}]\s?|,\s?|\s(?:và|đến|tới)\s)"
_DAYS = re.compile(
    r"(?:từ )?(?:ngày )?(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?)?"
    rf"{_TO}(?:ngày )?(?P<last_day>\d{{1,2}})/(?P<last_month>\d{{1,2}})/(?P<last_year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"tháng (?P<month>\d{{1,2}})(?:/(?P<year>\d{{4}}))?(?:{_TO}(?:tháng )?(?P<last_month>\d{{1,2}}))?"
    r"(?:/|\snăm\s)(?P<last_year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_QUARTERS = re.compile(
    rf"quý (?P<quarter>IV|I{{1,3}}|[1-4])(?:/(?P<year>\d{{4}}))?(?:{_TO}(?:quý )?(?P<last_quarter>IV|I{{1,3}}|[1-4]))?"
    r"(?:/|,?\snăm\s)(?P<last_year>\d{4})(?!\d)",
    re.IGNORECASE,
)
ROMAN = ("I", "II", "III", "IV")
MONTHS_OF_A_QUARTER = 3


@remembered
def held_text(held_from: date | None, held_to: date | None, precision: DatePrecision) -> str:
    """Return "05/3/2024", "30-31/7/2024", "30/7-02/8/2024", "tháng 3/2024", "quý III/2025", or nothing."""
    if held_from is None:
        return ""
    days = (held_from, held_to or held_from)
    first, last = map(official_date, days)
    match precision:
        case DatePrecision.NONE:
            return ""
        case DatePrecision.DAY:
            return _span(first, last)
        case DatePrecision.MONTH:
            return f"tháng {_span(first.partition('/')[2], last.partition('/')[2])}"
        case DatePrecision.QUARTER:
            return f"quý {_span(*map(quarter_text, days))}"
        case _:
            assert_never(precision)


def quarter_text(day: date) -> str:
    """Return the quarter of a day: "III/2025"."""
    return f"{ROMAN[(day.month - 1) // MONTHS_OF_A_QUARTER]}/{day.year:04}"


def quarter_of(written: str) -> int:
    """Return the number of a quarter from "III", "iii" or "3"."""
    return int(written) if written.isdigit() else ROMAN.index(written.upper()) + 1


def last_possible_day(last: date, precision: DatePrecision) -> date:
    """Return the last day of the month or the quarter that begins on a day, or else the day itself."""
    match precision:
        case DatePrecision.DAY | DatePrecision.NONE:
            return last
        case DatePrecision.MONTH:
            month = last.month
        case DatePrecision.QUARTER:
            month = last.month + MONTHS_OF_A_QUARTER - 1
        case _:
            assert_never(precision)
    return date(last.year, month, monthrange(last.year, month)[1])


def _span(first: str, last: str) -> str:
    """Return both dates joined by a dash; a month or year that they share is written once."""
    if first == last:
        return first
    for place in (last.index("/"), last.rindex("/")):
        if first.endswith(last[place:]):
            return f"{first.removesuffix(last[place:])}-{last}"
    return f"{first}-{last}"


def held_at(text: str, start: int) -> tuple[Held, int] | None:
    """Return the date or span written at `start` in the text and where it ends, or None."""
    if days := _DAYS.match(text, start):
        return _days(days)
    if months := _MONTHS.match(text, start):
        return _months(months)
    if quarters := _QUARTERS.match(text, start):
        return _quarters(quarters)
    written = date_at(text, start)
    if written and written.day:
        return Held(written.day, None, DatePrecision.DAY), written.end
    return None


def _days(found: re.Match[str]) -> tuple[Held, int] | None:
    year = int(found["year"] or found["last_year"])
    first = real_date(year, int(found["month"] or found["last_month"]), int(found["day"]))
    last = real_date(int(found["last_year"]), int(found["last_month"]), int(found["last_day"]))
    return _in_order(first, last, DatePrecision.DAY, found.end())


def _months(found: re.Match[str]) -> tuple[Held, int] | None:
    first = real_date(int(found["year"] or found["last_year"]), int(found["month"]), 1)
    last = found["last_month"] and real_date(int(found["last_year"]), int(found["last_month"]), 1)
    return _in_order(first, last or first, DatePrecision.MONTH, found.end())


def _quarters(found: re.Match[str]) -> tuple[Held, int] | None:
    first, last = (
        quarter_of(found[part])
        for part in ("quarter", "last_quarter" if found["last_quarter"] else "quarter")
    )
    year, last_year = int(found["year"] or found["last_year"]), int(found["last_year"])
    start, end = (
        real_date(of, MONTHS_OF_A_QUARTER * quarter - 2, 1)
        for of, quarter in ((year, first), (last_year, last))
    )
    return _in_order(start, end, DatePrecision.QUARTER, found.end())


def _in_order(
    first: date | None, last: date | None, precision: DatePrecision, end: int
) -> tuple[Held, int] | None:
    """Return the span, or None if one of its days does not exist or it ends before it starts."""
    if first is None or last is None or last < first:
        return None
    return Held(first, last if last > first else None, precision), end
