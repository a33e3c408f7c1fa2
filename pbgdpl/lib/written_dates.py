"""Reads dates written in documents: "05/3/2024", "16.01.2024", "ngày 05 tháng 3 năm 2020", "ngày 22/9"."""

import re
from dataclasses import dataclass
from datetime import date

DASHES = "‐‑‒–—―−-"  # the ASCII one last, where a character class takes it for itself
_SIGN = rf"\s?[/.{DASHES}]\s?"
# The day, the month and the year; a year may be missing or left blank, and a month may stand alone.
_IN_WORDS = (
    r"(?P<day_in_words>\d{1,2})?[.…_]*\s?tháng\s?(?P<month_in_words>\d{1,2})?"
    rf"(?:(?:\s?năm\s?|{_SIGN}|,?\s)(?P<year_in_words>\d{{4}}(?!\d))|[.…_]*\s?năm\s?[\d.…_]*)?"
)
_IN_FIGURES = rf"(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}})(?:{_SIGN}(?P<year>\d{{4}}(?!\d)|\d\d(?!\d)))?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00:00)?")
_BLANK = r"ngày\s?(?:(?:\d{1,2}|[.…_]+)?\s?/\s?){1,2}(?:\d{4}|[.…_]+)?|ngày\s?[.…_]+"
WRITTEN_DATE = re.compile(
    rf"(?:ngày[ :]*)?(?:{_IN_WORDS}|{_IN_FIGURES}(?![\d/]))|{_BLANK}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: its place, including "ngày", and the day, or None if it is incomplete or does not exist."""

    start: int
    end: int
    day: date | None


def real_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if the calendar has no such day (31/9)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def date_at(text: str, start: int) -> WrittenDate | None:
    """Return the date written at `start` in the text, or None; its day is None if part of it is missing."""
    found = WRITTEN_DATE.match(text, start)
    return found and WrittenDate(found.start(), found.end(), _day(found))


def _day(found: re.Match[str]) -> date | None:
    for suffix in ("", "_in_words"):
        day, month, year = (found[part + suffix] for part in ("day", "month", "year"))
        if day and month and year and len(year) == 4:  # the century of a year with two digits is not known
            return real_date(int(year), int(month), int(day))
    return None


def read_day(text: str) -> date | None:
    """Return the day that the whole text states, or None: "16/1/2024", "ngày 16 tháng 01 năm 2024", "2024-01-16".

    >>> read_day("16.01.2024") == read_day("2024-01-16") == date(2024, 1, 16)
    True
    """
    if iso := _ISO.fullmatch(text):
        return real_date(*map(int, iso.groups()))
    written = date_at(text, 0)
    return written.day if written and written.end == len(text) else None
