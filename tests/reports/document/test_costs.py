"""Text that would cost hours to lay out is printed like any other, in time that grows with its length."""

import io

import docx
import pytest

from reports.document import layout
from reports.document.columns import column_shares
from reports.document.html import to_html
from reports.document.layout import TABLE_FIGURE, TABLE_TEXT, cell_style
from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.tree import BulletList, Paragraph, Table
from reports.document.typed import MOST_CELLS, MOST_COLUMNS, blocks, table_fault, typed_text
from reports.document.word import to_docx
from tests.growth import growth
from tests.reports.document.documents import minimal_document
from tests.reports.document.printed import Print
from tests.reports.word_texts import word_texts

LINEAR = 90  # between the 16 of linear and the 256 of quadratic work, with room for a busy machine
LONG_WORDS = ("ab", "1", "( ", "/ ", "1/", "— ", "A1-", ".", "a,", "“ ")


def row(columns, cell="a"):
    return f"|{f'{cell}|' * columns}"


def document_of(text):
    return minimal_document(body=(Paragraph(text), Table((("STT", "Nội dung"), ("1", text)))))


@pytest.mark.parametrize("marks", ["1", ".", "1.", "%1", "–"])
def test_a_cell_of_digits_is_told_from_words_in_linear_time(marks):
    assert growth(cell_style, lambda size: f"{marks * size}x", 5_000) < LINEAR


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("1.245", TABLE_FIGURE),
        ("98,5%", TABLE_FIGURE),
        ("12/14", TABLE_FIGURE),
        ("+3–5", TABLE_FIGURE),
        ("–", TABLE_TEXT),
        ("", TABLE_TEXT),
        ("12 xã", TABLE_TEXT),
    ],
)
def test_a_figure_is_digits_and_their_marks(text, style):
    assert cell_style(text) is style


def test_columns_are_measured_in_linear_time():
    def shares(columns):
        return column_shares(Table((("a",) * columns, ("b",) * columns)))

    assert growth(shares, lambda size: size, 1_000) < LINEAR


def test_a_long_word_is_printed_in_linear_time():
    assert growth(lambda text: to_pdf(document_of(text)), lambda size: "ab" * size, 1_000) < LINEAR


@pytest.mark.parametrize("part", LONG_WORDS)
def test_a_long_word_is_the_same_word_in_every_file(part):
    document = minimal_document(body=(Paragraph(part * 4_000), BulletList((part * 2_000,))))
    expected = "".join(to_text(document).split())
    assert "".join(Print(to_pdf(document)).words) == expected
    word = docx.Document(io.BytesIO(to_docx(document)))
    assert "".join("".join(word_texts(word)).split()) == expected


def test_a_long_word_stays_between_the_margins():
    pages = Print(to_pdf(document_of(f"Sở phổ biến {'ab<&' * 1_000} pháp luật."))).pages
    right = (layout.PAGE_WIDTH.pt - layout.MARGIN_RIGHT.pt) + 0.1
    assert [char["text"] for page in pages for char in page.page.chars if char["x1"] > right] == []


def test_usual_text_is_printed_in_one_piece():
    words = "Kế hoạch số 15/KH-SXD của “Sở”, (tỉnh) – và; " * 500
    assert to_html(minimal_document(body=(Paragraph(words),))).count('<span class="block">') == 0


def test_lines_that_go_on_are_joined_in_linear_time():
    assert growth(blocks, lambda size: "a\n" * size, 5_000) < LINEAR


def test_a_table_has_as_many_columns_as_paper_and_word_can_hold():
    (table,) = blocks(row(MOST_COLUMNS))
    assert (table.rows, table_fault(row(MOST_COLUMNS))) == ((("a",) * MOST_COLUMNS,), "")


def test_a_table_of_more_columns_is_text_of_which_nothing_is_lost():
    wide = row(4_000)
    assert blocks(f"{row(2)}\n{wide}\n\nhết") == (Paragraph(row(2)), Paragraph(wide), Paragraph("hết"))
    assert table_fault(f"lời\n\n{row(2)}\n{wide}") == (
        "Bảng ở dòng 4 có 4000 cột, nhiều nhất 50. Chia thành các bảng ít cột hơn rồi lưu lại."
    )


def test_a_table_with_a_word_longer_than_a_cell_takes_is_text_of_which_nothing_is_lost():
    narrow, long = f"|{'a' * 200}|b|", f"|{'a' * 201}|b|"
    assert (blocks(narrow), table_fault(narrow)) == ((Table((("a" * 200, "b"),)),), "")
    assert blocks(long) == (Paragraph(long),)
    assert table_fault(f"lời\n\n{row(2)}\n{long}") == (
        "Bảng ở dòng 4 có một từ dài hơn 200 ký tự. Thêm dấu cách vào từ đó hoặc đưa ra ngoài bảng rồi lưu lại."
    )
    assert blocks(typed_text([Table((("a" * 201, "b"),))])) == (Paragraph(f"| {'a' * 201} | b |"),)


def test_cells_that_are_filled_up_count_and_the_tables_before_stay():
    short = "\n".join([row(MOST_COLUMNS), *[row(1)] * (MOST_CELLS // MOST_COLUMNS - 1)])
    first, *rest = blocks(f"{short}\n\nlời\n\n{row(2)}\n{row(2)}")
    assert (len(first.rows), rest) == (200, [Paragraph("lời"), Paragraph(row(2)), Paragraph(row(2))])
    assert (table_fault(short), table_fault(f"{short}\n\nlời\n\n{row(2)}")) == (
        "",
        "Đến bảng ở dòng 204, các bảng có hơn 10.000 ô, kể cả ô trống. "
        "Bớt hàng hoặc cột, hoặc chuyển bớt bảng sang phụ lục, rồi lưu lại.",
    )


@pytest.mark.parametrize("shape", [(1, 51), (400, 26)], ids=["columns", "cells"])
def test_a_large_table_of_another_report_is_kept_as_text_that_may_be_saved(shape):
    rows, columns = shape
    text, line = typed_text([Table((("a|b",) * columns,) * rows)]), r" a\|b |" * columns
    assert blocks(text) == (Paragraph(f"|{line}"),) * rows
    assert table_fault(text) == ""


@pytest.mark.parametrize(
    "part", [*" 1aA.|\\[](-–,:“/*\n", "|a|\n", "- a\n", "a) b\n", "[[a]]\n", "\\|", "\n "]
)
def test_what_is_typed_is_read_in_linear_time(part):
    assert growth(blocks, lambda size: f"{part * size}x", 600) < LINEAR
