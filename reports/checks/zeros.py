"""The rule about dates without the zeros that the decree asks for: "5/3/2024", "ngày 16 tháng 2 năm 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pbgdpl.lib.remembering import all_remembered
from pbgdpl.lib.written_dates import real_date
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Rule, Severity
from reports.checks.passages import Origin
from reports.checks.repairs import Repair

DATE_ZERO = Rule(
    "date-without-zero",
    Severity.WARNING,
    "Ngày tháng thiếu số 0 phía trước",
    "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.4: ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước.",
)
DAY, MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
# The days before the last one, perhaps with their months: "5-7/3/2024", "các ngày 3, 4 và 5/6/2025", "từ ngày 1/1 đến".
ONE = rf"{DAY}(?:/{MONTH})?"
TO = r"(?:\s?[–-]\s?|, |\s(?:và|đến|đến hết|tới)\s(?:ngày\s)?)"
FIGURES = (
    rf"(?P<first>(?<=ngày ){ONE}{TO}(?:{ONE}{TO}){{0,9}}|{ONE}\s?[–-]\s?)?"
    rf"(?P<day>{DAY})(?P<sign>[/.-])(?P<month>{MONTH})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\w/]|[.,-]\d|-\w)"
)
IN_WORDS = rf"(?<=ngày )(?P<day_in_words>{DAY})\stháng\s(?P<month_in_words>{MONTH})(?!\d|\s?/)"
WRITTEN = re.compile(rf"(?<![\w/.,])(?:{FIGURES}|{IN_WORDS})", re.IGNORECASE)
SHORT_DAY, SHORT_MONTH = re.compile(r"(?<![\d/])[1-9](?!\d)"), re.compile(r"(?<=/)[12](?!\d)")


def date_without_zero(draft: Draft) -> Iterator[Finding]:
    for passage in draft.passages:
        if passage.origin is not Origin.NAME:
            for words, after in dict.fromkeys((one.words, one.after) for one in with_zeros(passage.text)):
                text = f"“{words}” ({passage.where}): ngày nhỏ hơn 10, tháng 1, 2 ghi thêm số 0. Sửa thành “{after}”."
                same = passage.place.part, passage.place.pks, passage.place.field, words
                yield DATE_ZERO.finds(text, passage.with_line, *same)


@all_remembered
def with_zeros(text: str) -> Iterator[Repair]:
    """Yield a repair for each date that lacks a zero; a day without a year in figures may be a name ("8/3")."""
    for found in WRITTEN.finditer(text):
        short = _short(found)
        if short and _exists(found):
            after = "".join(
                f"0{character}" if place in short else character
                for place, character in enumerate(found[0], start=found.start())
            )
            yield Repair(found[0], found.start(), found.end(), after)


def _short(found: re.Match[str]) -> set[int]:
    """Return the places of the days and months that lack a zero."""
    days = {found.start(name) for name in ("day", "day_in_words") if len(found[name] or "00") == 1}
    months = {found.start(name) for name in ("month", "month_in_words") if found[name] in ("1", "2")}
    first, start = found["first"] or "", found.start("first")
    before = {start + one.start() for pattern in (SHORT_DAY, SHORT_MONTH) for one in pattern.finditer(first)}
    return days | months | before


def _exists(found: re.Match[str]) -> bool:
    """Return whether the calendar has the day; a day that it lacks is a finding of another rule."""
    year, month, day = found["year"], found["month"], found["day"]
    return year is None or real_date(int(year), int(month), int(day)) is not None
