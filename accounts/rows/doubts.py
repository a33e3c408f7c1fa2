"""What is odd about a row though it may be right: the person is asked once, and may insist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format

from accounts.rows.year_row import YearRow

DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Doubt:
    key: str  # tells this doubt from every other: who insists on one is asked again about another
    field: str  # the field of the form that it is about
    text: str
    row: YearRow | None = None  # the stored row that it points at
    year: int | None = None  # the reporting year that the date suggests instead


def date_doubts(row: YearRow, *, field: str, looks_ahead: bool) -> Iterator[Doubt]:
    """Yield the doubt about a date that does not suit the reporting year, if there is one.

    December's documents may be of the year to come; those that look ahead (plans) most likely are.
    """
    day, year = getattr(row, row.dated_by), row.reporting_year
    if day is None:
        return
    key = f"{field}:{day.isoformat()}:{year}"
    if day.year == year and day.month == DECEMBER and looks_ahead:
        text = f"Kế hoạch, chương trình ban hành tháng 12/{year} thường là của năm {year + 1}."
        yield Doubt(key, field, text, year=year + 1)
    elif day.year != year and (day.year, day.month) != (year - 1, DECEMBER):
        text = f"Ngày {date_format(day)} không thuộc năm báo cáo {year}."
        yield Doubt(key, field, text, year=day.year)


def duplicate_doubt(duplicate: YearRow) -> Doubt:
    """Return the doubt about a row whose twin is stored already."""
    text = f"{duplicate.short_name} đã có trong danh sách năm {duplicate.reporting_year}."
    return Doubt(f"trùng:{duplicate.pk}", duplicate.known_by, text, row=duplicate)
