"""Rules about dates: outside the period, impossible, in the future."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from django.utils.text import capfirst

from events.held import last_possible_day
from events.kinds import DatePrecision
from events.models import Event
from pbgdpl.lib.remembering import all_remembered
from pbgdpl.lib.vietnamese import official_date
from plans.models import Directive, OfficialDocument
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Rule, Severity
from reports.checks.passages import name_of
from reports.compiling.listings import END_OF_HALF_YEAR
from reports.models import PeriodKind, Report

OUTSIDE = Rule(
    "outside-period",
    Severity.WARNING,
    "Ngày ngoài kỳ báo cáo",
    "Danh mục kể việc trong kỳ thống kê; kế hoạch của năm ban hành từ tháng 12 năm trước là bình thường.",
)
FUTURE = Rule(
    "future-date",
    Severity.WARNING,
    "Ngày chưa đến",
    "Văn bản đã ban hành, hoạt động đã tổ chức không thể mang ngày sau hôm nay.",
)
IMPOSSIBLE = Rule(
    "impossible-date",
    Severity.BLOCKING,
    "Ngày không có trong lịch",
    "Ngày tháng trên văn bản phải có thật.",
)
# "31/9/2024", "ngày 31/9", "ngày 31 tháng 9 năm 2024"; of a range "30-31/9", the last day is read.
FIGURES = r"(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?:(?P=sign)(?P<year>(?:19|20)\d\d))?"
WORDS = r"(?P<day_in_words>\d{1,2}) tháng (?P<month_in_words>\d{1,2})(?: năm (?P<year_in_words>\d{4}))?"
WRITTEN = re.compile(
    rf"(?<![\d/.,])(?P<named>ngày )?{FIGURES}(?![\w/]|[.,-]\d|-\w)|ngày {WORDS}(?!\w|/\d)", re.IGNORECASE
)
LEAP = 2024


def period(report: Report) -> tuple[date, date]:
    """Return the first and the last day of the report's statistics, by default those of its period."""
    end = END_OF_HALF_YEAR if report.period_kind == PeriodKind.HALF_YEAR else (12, 31)
    first = report.statistics_from or date(report.reporting_year, 1, 1)
    return first, report.statistics_to or date(report.reporting_year, *end)


def outside_period(draft: Draft) -> Iterator[Finding]:
    first, last = period(draft.report)
    for row in draft.rows:
        started, ended = days_of(row)
        if started is None or ended is None or not row.in_report:
            continue
        earliest = _earliest(row, first)
        if started > last:
            where = f"sau ngày cuối kỳ {official_date(last)}"
        elif earliest and ended < earliest:
            where = f"trước kỳ báo cáo (từ {official_date(first)})"
        else:
            continue
        text = (
            f"{capfirst(name_of(row))}: ngày {official_date(started)} {where}. "
            "Sửa ngày, đưa ra khỏi danh mục hoặc giữ nguyên nếu có lý do."
        )
        same = row._meta.model_name, row.pk, started
        yield OUTSIDE.finds(text, draft.place_of(row, field=_dated_by(row)), *same)


def _earliest(row: object, first: date) -> date | None:
    """Return the first day of a row that belongs to the period, or None for a directive, which may be older."""
    match row:
        case Directive():
            return None
        case OfficialDocument():
            return date(first.year - 1, 12, 1) if first.month == 1 else first
        case _:
            return first


def _dated_by(row: object) -> str:
    """Return the field of the row's form for its day."""
    return "held" if isinstance(row, Event) else "issued_on"


def days_of(row: object) -> tuple[date | None, date | None]:
    """Return the first and the last possible day of a row."""
    match row:
        case OfficialDocument(issued_on=day):
            return day, day
        case Event(held_from=date() as first, held_to=last, date_precision=precision):
            return first, last_possible_day(last or first, DatePrecision(precision))
        case _:
            return None, None


def future_date(draft: Draft) -> Iterator[Finding]:
    for row in draft.rows:
        day = days_of(row)[0]
        if day and day > draft.today:
            text = f"{capfirst(name_of(row))}: ngày {official_date(day)} chưa đến. Sửa ngày."
            same = row._meta.model_name, row.pk, day
            yield FUTURE.finds(text, draft.place_of(row, field=_dated_by(row)), *same)


def impossible_date(draft: Draft) -> Iterator[Finding]:
    for passage in draft.passages:
        for written in dict.fromkeys(impossible_dates(passage.text)):
            text = f"Ngày {written} ({passage.where}) không có trong lịch. Sửa lại ngày."
            yield IMPOSSIBLE.finds(text, passage.with_line, passage.place.part, passage.place.pks, written)


@all_remembered
def impossible_dates(text: str) -> Iterator[str]:
    """Yield the dates of a text that do not exist.

    Figures count as a date with two of three marks: the slash, the year, "ngày" before them.
    """
    for found in WRITTEN.finditer(text):
        day, month = (int(found[part] or found[f"{part}_in_words"]) for part in ("day", "month"))
        year = found["year"] or found["year_in_words"]
        slashed, around_the_clock = found["sign"] == "/", (day, month) == (24, 24)
        is_date = found["day_in_words"] or (
            slashed + bool(year) + bool(found["named"]) > 1 and not around_the_clock
        )
        if is_date and not _exists(int(year or LEAP), month, day):
            yield re.sub("^ngày ", "", found[0], flags=re.IGNORECASE)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
