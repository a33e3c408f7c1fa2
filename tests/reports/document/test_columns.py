"""How columns share the width of the text."""

import doctest

import pytest
from hypothesis import given

from reports.document import columns
from reports.document.columns import column_shares
from reports.document.tree import Table
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
