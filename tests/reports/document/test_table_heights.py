"""Tables are as low as their words allow, upright or turned, and no word is cut for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import product
from math import ceil

import pytest

from reports.document import layout
from reports.document.annex_page import annex_page, count_pages
from reports.document.columns import column_shares, is_too_wide
from reports.document.metrics import text_width
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.tree import Annex, Paragraph, Table
from tests.reports.document.documents import minimal_document
from tests.reports.document.printed import printed
from tests.reports.document.random_tables import conferences, printed_pages, random_table

DOCUMENT = minimal_document()
TABLES = [random_table(seed) for seed in range(200)]
FITTING = [
    (table, page) for table, page in product(TABLES, (UPRIGHT, TURNED)) if not is_too_wide(table, page)
]
BESIDE_TEXT = 2 * layout.TABLE_CELL_PADDING.pt + layout.RULE_THICKNESS.pt
# A table may be a little higher so that short cells stay whole; of a large one only a sample is looked at.
HARDLY = 1.04


@cache
def width(word: str, *, is_title: bool = False) -> float:
    return text_width(word, layout.TABLE_HEADER if is_title else layout.TABLE_TEXT).pt


def lines(text: str, room: float, *, is_title: bool = False) -> int:
    """Return the lines of a cell, counted word by word."""
    count, left = 1, room
    for word in text.split():
        if width(word, is_title=is_title) > left < room:
            count, left = count + 1, room
        left -= width(word, is_title=is_title) + width(" ")
    return count


def height(table: Table, shares: Sequence[float], page: Page) -> int:
    """Return the lines of all rows."""
    rooms = [page.text_width.pt * share / 100 - BESIDE_TEXT for share in shares]
    return sum(
        max(lines(cell, room, is_title=not number) for cell, room in zip(row, rooms, strict=True))
        for number, row in enumerate(table.rows)
    )


def needs(table: Table, page: Page) -> list[float]:
    """Return the share of each column, in percent, in which its longest word is not cut."""
    longest = [
        max(width(word, is_title=not number) for number, cell in enumerate(column) for word in cell.split())
        for column in zip(*table.rows, strict=True)
    ]
    return [100 * (word + BESIDE_TEXT) / page.text_width.pt for word in longest]


def shares_by_longest_cell(table: Table, page: Page) -> list[float]:
    """Return the shares by the longest word of each column, with the rest shared by the longest cells up to 75 mm."""
    least = needs(table, page)
    longest = [max(len(cell) for cell in column) for column in zip(*table.rows, strict=True)]
    weights = [min(length * 6, 212.6) for length in longest]
    spare = (100 - sum(least)) / sum(weights)
    return [need + weight * spare for need, weight in zip(least, weights, strict=True)]


def test_no_word_is_cut_and_the_shares_make_up_the_page():
    for table, page in FITTING:
        shares = column_shares(table, page)
        assert sum(shares) == 100
        assert all(share >= need for share, need in zip(shares, needs(table, page), strict=True)), shares


def test_no_table_is_higher_than_by_its_longest_cells():
    some = FITTING[::3]
    chosen = [height(table, column_shares(table, page), page) for table, page in some]
    simple = [height(table, shares_by_longest_cell(table, page), page) for table, page in some]
    higher = [pair for pair in zip(chosen, simple, strict=True) if pair[0] > ceil(pair[1] * HARDLY)]
    assert higher == []
    assert sum(chosen) < 0.9 * sum(simple)


@pytest.mark.parametrize("seed", range(12))
def test_two_columns_are_as_low_as_any_widths_make_them(seed):
    table = random_table(seed, columns=1, most_rows=15)
    first, second = needs(table, UPRIGHT)
    halves = [(part / 2, 100 - part / 2) for part in range(1, 200)]
    possible = [pair for pair in halves if pair[0] >= first and pair[1] >= second]
    least = min(height(table, pair, UPRIGHT) for pair in possible)
    assert height(table, column_shares(table, UPRIGHT), UPRIGHT) <= ceil(least * HARDLY)


def test_an_annex_has_the_pages_of_which_it_takes_the_fewest():
    for table in TABLES:
        annex = Annex("DANH MỤC", (table,))
        upright, turned = (count_pages(annex, DOCUMENT, page) for page in (UPRIGHT, TURNED))
        is_better = is_too_wide(table, UPRIGHT) or turned < upright
        assert annex_page(annex, DOCUMENT) is (TURNED if is_better else UPRIGHT)


def test_as_many_pages_are_printed_as_were_counted():
    tables = [
        random_table(seed, columns=columns, most_rows=4) for seed, columns in ((17, 5), (6, 3), (25, 4))
    ]
    annexes = [Annex("DANH MỤC", (table,)) for table in tables]
    counted = [tuple(count_pages(annex, DOCUMENT, page) for page in (UPRIGHT, TURNED)) for annex in annexes]
    assert printed_pages(tables) == counted


def test_nine_columns_of_forty_conferences_take_at_most_18_turned_pages():
    annex = Annex("DANH SÁCH HỘI NGHỊ", (conferences(40),))
    assert annex_page(annex, DOCUMENT) is TURNED
    assert count_pages(annex, DOCUMENT, TURNED) <= 18


def test_nine_columns_have_their_titles_on_each_page_and_no_broken_word():
    table = conferences(8)
    printing = printed(minimal_document(annexes=(Annex("DANH SÁCH HỘI NGHỊ", (table,)),)))
    pages = [page for page in printing.pages if page.width > page.height]
    assert len(pages) == len(printing.pages) - 1 == 3
    titles = Counter(word for title in table.rows[0] for word in title.split())
    words = [Counter(page.words) for page in pages]
    assert [titles - of_page for of_page in words] == [Counter()] * len(pages)
    cells = Counter(word for row in table.rows[1:] for cell in row for word in cell.split())
    assert cells - sum(words, Counter()) == Counter()


def test_tables_of_one_annex_turn_together_where_that_takes_fewer_pages():
    wide, small = conferences(12), Table((("STT", "Nội dung"), ("1", "Hội nghị")))
    assert annex_page(Annex("", (small, wide, small)), DOCUMENT) is TURNED
    assert annex_page(Annex("", (small, small)), DOCUMENT) is UPRIGHT


def test_a_table_that_fits_on_an_upright_page_stays_there():
    assert annex_page(Annex("", (conferences(1),)), DOCUMENT) is UPRIGHT


def test_a_long_text_with_a_small_table_stays_upright():
    text = tuple(
        Paragraph("Sở đã phổ biến, giáo dục pháp luật cho cán bộ, công chức. " * 10) for _ in range(12)
    )
    small = Table((("STT", "Nội dung"), ("1", "Hội nghị")))
    assert annex_page(Annex("", (*text, small)), DOCUMENT) is UPRIGHT
    assert annex_page(Annex("", text), DOCUMENT) is UPRIGHT


def test_a_short_cell_with_a_number_stays_on_one_line():
    share = column_shares(conferences(20), TURNED)[2]
    assert lines("Tháng 12", TURNED.text_width.pt * share / 100 - BESIDE_TEXT) == 1


def test_columns_of_the_same_kind_are_as_wide_as_each_other():
    titles = ("STT", "Đơn vị", *(f"Chỉ tiêu {number}" for number in range(1, 14)))
    rows = ((str(row), "Phòng Tuyên truyền và Giáo dục", *(["1245"] * 13)) for row in range(1, 31))
    assert len({*column_shares(Table((titles, *rows)), TURNED)[2:]}) == 1
