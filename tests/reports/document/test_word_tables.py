"""Tables of figures in the Word file."""

from __future__ import annotations

import pytest
from lxml import etree

from reports.document.tree import Annex, Paragraph, Table
from tests.reports.document.documents import full_document, minimal_document
from tests.reports.document.word_file import W, WordFile, has, style_of, text_of, value, widths


@pytest.fixture(scope="module")
def full() -> WordFile:
    return WordFile.of(full_document())


@pytest.fixture(scope="module")
def grid(full: WordFile) -> etree._Element:
    """The one table of figures in the full report."""
    (grid,) = [
        table for table in full.body.iter(f"{W}tbl") if table[0][0].attrib[f"{W}val"] == "ContentTable"
    ]
    return grid


def test_column_titles_are_repeated_on_every_page(grid):
    assert [has(row, "trPr/tblHeader") for row in grid.iter(f"{W}tr")] == [True, False, False, False]


def test_cells_have_the_styles_of_titles_words_and_figures(grid):
    assert [[(style_of(p), text_of(p)) for p in row.iter(f"{W}p")] for row in grid.iter(f"{W}tr")][:2] == [
        [("TableHeader", text) for text in ("STT", "Nội dung", "Số cuộc", "Lượt người")],
        [
            ("TableFigure", "1"),
            ("TableText", "Hội nghị phổ biến Luật Đất đai cho cán bộ địa chính xã"),
            ("TableFigure", "14"),
            ("TableFigure", "1.245"),
        ],
    ]
    columns = [int(column.attrib[f"{W}w"]) for column in grid.iter(f"{W}gridCol")]
    assert int(value(grid, "tblPr/tblW", "w")) == sum(columns)
    narrow, wide, *_ = widths(grid)
    assert (narrow < 20, wide > 80, sum(widths(grid))) == (True, True, pytest.approx(160, abs=0.3))


def test_text_after_a_table_stands_clear_of_it():
    body = (Table((("A", "B"), ("1", "2"))), Paragraph("Sau bảng."))
    (after,) = WordFile.of(minimal_document(body=body)).paragraphs("BodyText")
    assert [dict(e.attrib) for e in after.iter(f"{W}spacing")] == [{f"{W}before": "120"}]


def blocks_of(body: etree._Element) -> list[str]:
    """Return what stands one below the other: the style of a table or paragraph, or the end of the file's text."""
    names = {"tbl": "tblPr/tblStyle", "p": "pPr/pStyle"}
    kinds = ((block, block.tag.removeprefix(W)) for block in body)
    return [value(block, names[kind]) if kind in names else kind for block, kind in kinds]


def test_two_tables_in_a_row_stay_two():
    """Word joins tables that meet; a paragraph that takes no room keeps them apart."""
    tables = tuple(Table((("A", "B"), row)) for row in (("1", "2"), ("3", "4"), ("5", "6")))
    body = (*tables[:2], Paragraph("Sau bảng."), tables[2])
    file = WordFile.of(minimal_document(body=body, annexes=(Annex("SỐ LIỆU", tables),)))
    content, separator = "ContentTable", "Separator"
    middle = [content, separator, content, "BodyText", content, "Closing"]
    annex = ["AnnexLabel", "AnnexTitle", "AnnexReference", "TitleRule", *[content, separator] * 3, "sectPr"]
    kinds = blocks_of(file.body)
    assert kinds[kinds.index(content) :] == [*middle, *annex]


def test_a_table_that_ends_the_text_stays_with_the_signature():
    document = full_document(body=(Table((("A", "B"), ("1", "2"), ("3", "4"))),), annexes=())
    kept = [text_of(p) for p in WordFile.of(document).paragraphs() if has(p, "pPr/keepNext")]
    assert kept == ["3", "4"]


def test_a_row_is_cut_only_where_it_would_not_fit_on_a_page():
    """Word does not show the end of a row that is taller than a page and may not be cut."""
    body = (Table((("STT", "Nội dung"), ("1", "phổ biến " * 100), ("2", "phổ biến " * 400), ("3", ""))),)
    (grid,) = [
        table for table in WordFile.of(minimal_document(body=body)).body.iter(f"{W}tbl") if len(table) == 6
    ]
    assert [has(row, "trPr/cantSplit") for row in grid.iter(f"{W}tr")] == [True, True, False, True]


def test_column_titles_stand_in_the_middle_of_their_row(grid):
    aligned = [[cell.attrib[f"{W}val"] for cell in row.iter(f"{W}vAlign")] for row in grid.iter(f"{W}tr")]
    assert aligned == [["center"] * 4, [], [], []]
