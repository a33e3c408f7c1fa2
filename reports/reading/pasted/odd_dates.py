"""Dates that cannot be stored: "ngày 31/9/2024" does not exist, "ngày 22/9" has no year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from events.models import Event
from pbgdpl.lib.written_dates import WRITTEN_DATE, date_at
from plans.models import OfficialDocument

DAY = re.compile(r"ngày[ :]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OddDate:
    words: str  # "31/9/2024"
    rest: str  # the line without it


def odd_date(text: str, row: OfficialDocument | Event) -> OddDate | None:
    """Return the date of a line that the row lacks because it cannot be stored, or None.

    The date of a document is before its subject, after "ngày"; that of an event is in brackets.
    """
    if isinstance(row, Event):
        return None if row.held_from else _bracketed(text)
    if row.issued_on:
        return None
    end = text.find(row.subject) if row.subject else len(text)
    return _after_day(text[: max(end, 0)], text)


def _after_day(head: str, text: str) -> OddDate | None:
    for found in DAY.finditer(head):
        written = WRITTEN_DATE.match(text, found.start())
        if written and _is_odd(written):
            words = text[found.end() : written.end()]
            return OddDate(words, f"{text[: found.start()]}{text[written.end() :].lstrip()}")
    return None


def _bracketed(text: str) -> OddDate | None:
    for found in re.finditer(r" \((?:ngày )?(?=\d)", text):
        written = WRITTEN_DATE.match(text, found.end())
        if written and _is_odd(written) and text.startswith(")", written.end()):
            return OddDate(written[0], text[: found.start()] + text[written.end() + 1 :])
    return None


def _is_odd(written: re.Match[str]) -> bool:
    """Return whether a text has a day and a month, but is no date; blanks to be filled in are none."""
    figures = (written["day"] and written["month"]) or (written["day_in_words"] and written["month_in_words"])
    dated = date_at(written.string, written.start())
    return bool(figures) and (dated is None or dated.day is None)
