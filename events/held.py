"""When an event was held: reading the dates from text, and writing them."""

import re
from dataclasses import dataclass
from datetime import date

from events.kinds import DatePrecision
from pbgdpl.lib.vietnamese import official_date
from pbgdpl.lib.written_dates import DASHES, date_at, real_date


@dataclass(frozen=True, slots=True)
class Held:
    """The first and the last day (for months, their first days), and how precise they are."""

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


def held_text(held_from: date | None, held_to: date | None, precision: DatePrecision) -> str:
    """Return "05/3/2024", "30-31/7/2024", "30/7-02/8/2024", "tháng 3/2024", or nothing."""
    if held_from is None or precision == DatePrecision.NONE:
        return ""
    first, last = official_date(held_from), official_date(held_to or held_from)
    if precision == DatePrecision.MONTH:
        return f"tháng {_span(first.partition('/')[2], last.partition('/')[2])}"
    return _span(first, last)


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


def _in_order(
    first: date | None, last: date | None, precision: DatePrecision, end: int
) -> tuple[Held, int] | None:
    """Return the span, or None if one of its days does not exist or it ends before it starts."""
    if first is None or last is None or last < first:
        return None
    return Held(first, last if last > first else None, precision), end
