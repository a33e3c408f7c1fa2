"""An annex whose table is too wide for an upright page is printed on turned ones: no figure is cut."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest

from reports.document import layout
from reports.document.annex_page import annex_page
from reports.document.columns import column_shares
from reports.document.page import TURNED, UPRIGHT
from reports.document.pdf import to_pdf
from reports.document.section import annex_html
from reports.document.tree import Annex, Document, Paragraph, Table
from tests.reports.document.documents import full_document, minimal_document
from tests.reports.document.printed import printed, sheets
from tests.reports.document.test_stamp import stamped_area
from tests.reports.document.word_file import W, WordFile

FIGURES = tuple(f"{number}.345.678" for number in range(10, 18))
WIDE = Table((("STT", *("Số lượt",) * len(FIGURES)), *((str(row), *FIGURES) for row in range(1, 41))))
NARROW = Table((("STT", "Số lượt"), ("1", "1.245")))
# In points: how wide a page is, upright and turned.
ACROSS, ALONG = (round(page.width.pt) for page in (UPRIGHT, TURNED))


def document(*tables: Table, **more: str) -> Document:
    """Return a report with one annex for each table."""
    annexes = tuple(Annex("SỐ LIỆU", (Paragraph("Số liệu."), table, Paragraph("Hết."))) for table in tables)
    return full_document(annexes=annexes, **more)


@pytest.mark.parametrize(("table", "page"), [(NARROW, UPRIGHT), (WIDE, TURNED)])
def test_only_a_table_too_wide_turns_its_annex(table, page):
    assert annex_page(Annex("", (table,)), minimal_document()) == page


def test_no_figure_of_a_wide_table_is_cut():
    words = printed(document(WIDE)).words
    assert [words.count(figure) for figure in FIGURES] == [40] * len(FIGURES)


def test_its_pages_alone_are_turned_and_counted_from_one():
    pages = printed(document(NARROW, WIDE, NARROW)).pages
    held = [round(page.page.width) for page in pages]
    turned = held.count(ALONG)
    assert turned > 1
    assert held == [ACROSS] * (len(held) - turned - 1) + [ALONG] * turned + [ACROSS]
    numbers = [[row.text for row in page.above] for page in pages if round(page.page.width) == ALONG]
    assert numbers == [[], *([str(number)] for number in range(2, turned + 1))]
    margins = [(page.borders[0], page.width - page.borders[-1]) for page in pages if page.width > page.height]
    assert margins == [pytest.approx((layout.MARGIN_LEFT.mm, layout.MARGIN_RIGHT.mm), abs=0.5)] * turned


def test_word_turns_the_same_pages():
    sizes = WordFile.of(document(NARROW, WIDE, NARROW)).body.iter(f"{W}pgSz")
    held = [(size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) for size in sizes]
    upright, turned = ("11906", "16838", None), ("16838", "11906", "landscape")
    assert held == [upright, upright, turned, upright]


def test_word_and_pdf_share_the_width_alike():
    *_, table = WordFile.of(document(WIDE)).body.iter(f"{W}tblGrid")
    widths = [int(column.get(f"{W}w")) for column in table]
    assert sum(widths) == layout.TURNED_TEXT_WIDTH.twips
    assert [round(200 * width / sum(widths)) / 2 for width in widths] == list(column_shares(WIDE, TURNED))


def test_a_draft_is_stamped_across_the_middle_of_turned_pages_too():
    with pdfplumber.open(BytesIO(to_pdf(document(WIDE, is_draft=True)))) as pdf:
        areas = [(page, stamped_area(page)) for page in pdf.pages]
    assert {round(page.width) for page, _ in areas} == {ACROSS, ALONG}
    for page, (left, top, right, bottom) in areas:
        assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx(
            (page.width / 2, page.height / 2), abs=20
        )


def test_on_a_screen_its_sheets_are_turned_as_well():
    page = sheets(document(WIDE, is_draft=True))
    turned = page[page.index('<section class="sheet annex turned">') :]
    assert turned.count("page-break") == turned.count('viewBox="0 0 841.9 595.3"') - 1 > 0
    assert 'class="sheet annex turned piece"' in annex_html(document(WIDE), 1)
