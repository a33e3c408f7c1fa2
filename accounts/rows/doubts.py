"""Doubts: values of a row that are unusual but may be right; the user is asked once and may insist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accounts.rows.year_row import YearRow
from pbgdpl.lib.vietnamese import official_date

DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Doubt:
    key: str  # identifies the doubt: a user who insists on one is still asked about another
    field: str  # the field of the form that it is about
    text: str
    row: YearRow | None = None  # the stored row that it points at
    year: int | None = None  # the reporting year that the date suggests instead


def date_doubts(row: YearRow, *, field: str, is_for_next_year: bool) -> Iterator[Doubt]:
    """Yield the doubt about a date that does not suit the reporting year, if there is one.

    A document of December may belong to the next year; one for which `is_for_next_year` is set most likely does.
    """
    day, year = getattr(row, row.dated_by), row.reporting_year
    if day is None:
        return
    key = f"{field}:{day.isoformat()}:{year}"
    if day.year == year and day.month == DECEMBER and is_for_next_year:
        text = f"Kế hoạch, chương trình ban hành tháng 12/{year} thường là của năm {year + 1}."
        yield Doubt(key, field, text, year=year + 1)
    elif day.year != year and (day.year, day.month) != (year - 1, DECEMBER):
        text = f"Ngày {official_date(day)} không thuộc năm báo cáo {year}."
        yield Doubt(key, field, text, year=day.year)


def machine_doubt(field: str, label: str, value: str) -> Doubt:
    """Return the doubt about a number or a date that was recognised in a scan."""
    text = f"{label} “{value}” đọc bằng máy từ bản quét: đối chiếu với bản quét."
    return Doubt(f"bản-quét:{field}:{''.join(value.split())}", field, text)


def duplicate_doubt(duplicate: YearRow) -> Doubt:
    """Return the doubt about a row of which a duplicate is stored already."""
    text = f"{duplicate.short_name} đã có trong danh sách năm {duplicate.reporting_year}."
    return Doubt(f"trùng:{duplicate.pk}", duplicate.known_by, text, row=duplicate)
