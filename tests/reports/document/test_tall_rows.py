"""A row of a table stays on one page up to a height, and the taller one is cut in every file."""

import pytest

from reports.document.columns import may_be_cut
from reports.document.html import to_html
from reports.document.page import TURNED, UPRIGHT
from reports.document.tree import Table
from tests.reports.document.documents import minimal_document
from tests.reports.document.printed import printed
from tests.reports.document.word_file import W, WordFile, has


@pytest.mark.parametrize(
    ("page", "share", "longest"),
    # A line is 5.27 mm high and "a" 2.04 mm wide: 22.8 lines of 76.4 times "a" are 120 mm.
    [(UPRIGHT, 100, 1740), (UPRIGHT, 50, 845), (TURNED, 100, 1809), (TURNED, 50, 888)],
)
def test_a_row_is_kept_whole_up_to_120_mm_and_80_mm_on_a_turned_page(page, share, longest):
    shares = (share, 100 - share)
    cut = [may_be_cut(("a" * length, "1"), shares, page) for length in (longest, longest + 1)]
    assert cut == [False, True]


def test_the_tallest_cell_decides_wherever_it_stands():
    tall, short = "a" * 900, "a" * 800
    rows = ((short, tall), (tall, short), (short, short))
    assert [may_be_cut(row, (50, 50), UPRIGHT) for row in rows] == [True, True, False]


def test_a_column_with_no_room_at_all_cuts_its_row():
    """It is measured as if it were one point wide: "năm" takes 22 lines there, as many as fit."""
    texts = ("năm", "năm.", "năm 2025")
    assert [may_be_cut((text, "một"), (0, 100), UPRIGHT) for text in texts] == [False, True, True]


def test_the_same_rows_are_cut_in_the_pdf_and_in_word():
    texts = ("một", "a " * 1000, "a " * 1200, "hai")
    document = minimal_document(body=(Table((("Nội dung",), *((text,) for text in texts))),))
    (grid,) = [table for table in WordFile.of(document).body.iter(f"{W}tbl") if len(table) == 7]
    kept = [has(row, "trPr/cantSplit") for row in grid.iter(f"{W}tr")]
    assert kept == [True, True, True, False, True]
    assert to_html(document).count('<tr class="tall">') == 1


@pytest.mark.parametrize("count", [900, 3000])
@pytest.mark.parametrize("rows", [(), (("hai",),)], ids=["alone", "above another"])
def test_a_first_row_too_tall_for_column_titles_is_printed_whole_in_every_file(count, rows):
    document = minimal_document(body=(Table((("lời " * count,), *rows)),))
    assert printed(document).words.count("lời") == count
    _letterhead, grid, *_ = WordFile.of(document).body.iter(f"{W}tbl")
    first = next(grid.iter(f"{W}tr"))
    assert (has(first, "trPr/tblHeader"), has(first, "trPr/cantSplit")) == (False, False)


def test_titles_of_half_a_page_are_repeated_on_every_page():
    document = minimal_document(body=(Table((("lời " * 200,), *(("một " * 300,),) * 5)),))
    pages = [page for page in printed(document).pages if "một" in page.words]
    assert [page.words.count("lời") for page in pages] == [200] * len(pages)
