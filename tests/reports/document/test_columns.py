"""How columns share the width of the text."""

import datetime as dt
import doctest
import unicodedata

import pytest
from hypothesis import given

from reports.document import columns
from reports.document.columns import column_shares, letterhead_columns
from reports.document.layout import TABLE_CELL_PADDING, TABLE_HEADER, TEXT_WIDTH, cell_style
from reports.document.metrics import text_width
from reports.document.tree import Letterhead, Table
from tests.reports.document.documents import tables


def test_the_example_in_the_module_holds():
    assert doctest.testmod(columns) == (0, 1)


def test_alike_columns_share_alike():
    assert column_shares(Table((("a", "b"), ("1", "2")))) == (50, 50)


def test_a_long_text_takes_no_more_than_its_part():
    shares = column_shares(Table((("STT", "Nội dung", "Số cuộc"), ("1", "phổ biến " * 100, "14"))))
    assert shares == (8.5, 77, 14.5)


@pytest.mark.parametrize(
    "table",
    [
        Table((("STT", "Nội dung"), ("1", "Hội nghị"))),
        Table((("Việc", "Số"), ("một hai ba bốn năm", "126/BC-SNNMT-CCTS&PCTT-VP12345678"))),
        Table(
            (
                ("STT", "Tiêu chí", "Kết quả", "Điểm tối đa", "Điểm tự chấm"),
                ("1", "Tiêu chí về " * 20, "Sở đã phổ biến " * 40, "10", "9,5"),
                ("2", "Tổng cộng", "x" * 300, "100", "98,5"),
            )
        ),
    ],
)
def test_no_word_is_cut_where_there_is_room_for_all(table):
    for share, (title, *cells) in zip(column_shares(table), zip(*table.rows, strict=True), strict=True):
        room = TEXT_WIDTH.pt * share / 100 - 2 * TABLE_CELL_PADDING.pt
        assert max(text_width(word, TABLE_HEADER).pt for word in title.split()) < room
        for word in (word for cell in cells for word in cell.split() if len(word) <= 40):
            assert text_width(word, cell_style(word)).pt < room, word


def test_words_that_do_not_fit_together_share_the_loss():
    titles = tuple(f"Chỉ_tiêu_{number:02d}" for number in range(12))
    shares = column_shares(Table((titles,)))
    assert (min(shares), max(shares), sum(shares)) == (8, 8.5, 100)


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
