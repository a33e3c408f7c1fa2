"""How columns share the width of the text."""

import datetime as dt
import doctest
import unicodedata

import pytest
from hypothesis import given

from reports.document import columns
from reports.document.columns import column_shares, letterhead_columns
from reports.document.tree import Letterhead, Table
from tests.reports.document.documents import tables


def test_the_example_in_the_module_holds():
    assert doctest.testmod(columns) == (0, 1)


def test_alike_columns_share_alike():
    assert column_shares(Table((("a", "b"), ("1", "2")))) == (50, 50)


def test_a_long_text_takes_no_more_than_its_part():
    shares = column_shares(Table((("STT", "Nội dung", "Số cuộc"), ("1", "phổ biến " * 100, "14"))))
    assert shares == (11, 71, 18)


def test_a_long_word_gets_the_room_that_it_needs():
    symbol = "126/BC-SNNMT-CCTS&PCTT-VP1234567890123456789012345"
    narrow, wide = column_shares(Table((("Việc", "Số"), ("một hai ba bốn năm", symbol))))
    assert wide > 2 * narrow


@given(tables())
def test_the_shares_always_make_up_the_whole(table):
    shares = column_shares(table)
    assert len(shares) == len(table.rows[0])
    assert sum(shares) == 100
    assert min(shares) > 0


@pytest.mark.parametrize("width", [1, 7, 30])
def test_empty_columns_are_columns_too(width):
    assert sum(column_shares(Table((("",) * width,)))) == 100


@pytest.mark.parametrize(
    ("place", "issued_on", "widths"),
    [
        ("Hà Nội", dt.date(2025, 11, 14), [68, 92]),
        ("TP. Hồ Chí Minh", dt.date(2025, 11, 14), [68, 92]),
        # 89.7 mm, and 91.97 mm: that might be too long with another face of the same widths.
        ("Thành phố Biên Hòa", dt.date(2025, 9, 14), [68, 92]),
        ("Thành phố Biên Hòa", dt.date(2025, 11, 14), [60, 100]),
        ("Thành phố Hồ Chí Minh", dt.date(2025, 11, 14), [60, 100]),
        ("Thành phố Hồ Chí Minh", None, [60, 100]),
    ],
)
def test_the_letterhead_is_wide_only_where_place_and_date_need_it(place, issued_on, widths):
    for typed in (place, unicodedata.normalize("NFD", place), f"{place}\x0b"):
        columns = letterhead_columns(Letterhead("", "SỞ DU LỊCH", "/BC-SDL", typed, issued_on))
        assert [round(width.mm, 3) for width in columns] == widths
