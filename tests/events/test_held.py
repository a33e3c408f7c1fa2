"""When an event was held, as it is written and as it is read: by the day, by the month, by the quarter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.held import Held, held_at, held_text, last_possible_day
from events.kinds import DatePrecision

QUARTER = DatePrecision.QUARTER


@pytest.mark.parametrize(
    ("written", "first", "last", "printed"),
    [
        ("quý III/2025", date(2025, 7, 1), None, "quý III/2025"),
        ("Quý 3 năm 2025", date(2025, 7, 1), None, "quý III/2025"),
        ("quý I, II/2025", date(2025, 1, 1), date(2025, 4, 1), "quý I-II/2025"),
        ("quý I và quý II năm 2025", date(2025, 1, 1), date(2025, 4, 1), "quý I-II/2025"),
        ("quý IV/2024-quý I/2025", date(2024, 10, 1), date(2025, 1, 1), "quý IV/2024-I/2025"),
    ],
)
def test_a_quarter_is_read_and_printed(written, first, last, printed):
    assert held_at(written, 0) == (Held(first, last, QUARTER), len(written))
    assert held_text(first, last, QUARTER) == printed


@pytest.mark.parametrize("written", ["quý V/2025", "quý III", "quý III-I/2025", "quý 0/2025", "quý III/25"])
def test_what_is_no_quarter_of_a_year_is_none(written):
    assert held_at(written, 0) is None


@given(st.integers(2000, 2100), st.integers(0, 3), st.integers(0, 6))
def test_a_printed_quarter_is_read_as_the_same(year, quarter, more):
    first, end = date(year, 3 * quarter + 1, 1), quarter + more
    last = date(year + end // 4, 3 * (end % 4) + 1, 1) if more else None
    printed = held_text(first, last, QUARTER)
    assert held_at(printed, 0) == (Held(first, last, QUARTER), len(printed))


def test_a_month_and_a_quarter_end_on_their_last_day():
    days = [last_possible_day(date(2024, 1, 1), precision) for precision in DatePrecision]
    assert dict(zip(DatePrecision, days, strict=True)) == {
        DatePrecision.DAY: date(2024, 1, 1),
        DatePrecision.MONTH: date(2024, 1, 31),
        DatePrecision.QUARTER: date(2024, 3, 31),
        DatePrecision.NONE: date(2024, 1, 1),
    }
