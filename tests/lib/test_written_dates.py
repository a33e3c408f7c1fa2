from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbgdpl.lib.vietnamese import official_date
from pbgdpl.lib.written_dates import date_at


@pytest.mark.parametrize(
    "written",
    [
        "05/3/2024", "5/3/2024", "05/03/2024", "ngày 05/3/2024", "Ngày 5/ 3/ 2024", "05.3.2024", "05-03-2024",
        "5 – 3 – 2024", "ngày 05 tháng 3 năm 2024", "05 tháng 03 năm 2024", "NGÀY 05 THÁNG 3 NĂM 2024",
        "ngày05/3/2024", "ngày 05 tháng 3, 2024", "ngày 5 tháng 3/2024",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written):
    found = date_at(f"({written})", 1)
    assert (found.day, found.end) == (date(2024, 3, 5), 1 + len(written))


@pytest.mark.parametrize(
    "written",
    [
        "ngày 22/9", "ngày 22 tháng 9", "tháng 10 năm 2025", "Tháng 10/2025", "ngày 31/9/2024", "ngày 05/3/24",
        "ngày … tháng … năm 2026", "ngày …/…/2026", "ngày ..../10/2026", "ngày tháng năm 2026", "ngày /10/2026",
        "ngày 17 tháng",
    ],
)  # fmt: skip
def test_a_date_with_a_part_missing_is_no_day(written):
    found = date_at(written, 0)
    assert (found.day, found.end) == (None, len(written))


@pytest.mark.parametrize("text", ["139/KH-SKHCN", "12/2024", "ngày nay", "24/7/365 ngày", "2024", ""])
def test_what_is_no_date_is_left_alone(text):
    assert date_at(text, 0) is None


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2999, 12, 31)))
def test_official_dates_are_read_back(day):
    assert date_at(official_date(day), 0).day == day
    month = f"{day.month:02}" if day.month < 3 else day.month
    assert date_at(f"ngày {day.day:02} tháng {month} năm {day.year}", 0).day == day
