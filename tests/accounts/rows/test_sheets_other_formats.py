"""A list in an old Excel file, OpenDocument, a text file or a web page is read like one in .xlsx."""

import unicodedata
from datetime import date

import pytest

from accounts.rows.sheets import kinds
from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.reading import Unmapped, read_sheet
from pbgdpl.lib import tcvn3
from tests.accounts.rows.other_sheets import ods, ods_cell, ods_row, ods_table, web_page, xls
from tests.accounts.rows.xlsx_file import COLUMNS, HEADINGS

ROW = ("Kế hoạch", "1/KH-SXD", "16/01/2024", "về phổ biến Luật Đường bộ")
VALUES = dict(zip(("kind_text", "number", "issued_on", "subject"), ROW, strict=True))

HEADINGS_WITHOUT_COMMA = ("Loại văn bản", "Số ký hiệu", "Ngày ban hành", "Trích yếu")
TO_TCVN3 = str.maketrans(tcvn3.LETTERS, tcvn3.CODES)


def read(data):
    return read_sheet(data, COLUMNS)


def values(data):
    return [row.values for row in read(data).rows]


def left_out(data):
    return [(out.sheet, out.number, out.why) for out in read(data).left_out]


def refusal(data):
    with pytest.raises(UnreadableSheet) as refusal:
        read(data)
    return str(refusal.value)


def separated(delimiter, *rows):
    return "\n".join(delimiter.join(row) for row in rows)


def test_an_old_excel_file_is_read_with_its_dates_merged_cells_and_hidden_rows():
    rows = [
        HEADINGS,
        (None, "1/KH", date(2024, 1, 16), "về một"),
        (None, 2, date(2024, 1, 17), "về hai"),
        ("Công văn", "3/CV", "18/01/2024", "về ba"),
        ("Công văn", "4/CV", None, "về bốn"),
    ]
    data = xls(rows, [HEADINGS, ROW], hidden_rows=(3,), hidden_sheets=(1,), merged=[(1, 2, 0, 0, "Kế hoạch")])
    assert values(data) == [
        {"kind_text": "Kế hoạch", "number": "1/KH", "issued_on": "16/01/2024", "subject": "về một"},
        {"kind_text": "Kế hoạch", "number": "2", "issued_on": "17/01/2024", "subject": "về hai"},
        {"kind_text": "Công văn", "number": "4/CV", "subject": "về bốn"},
    ]
    assert left_out(data) == [("Tờ 1", 4, "đang ẩn"), ("Tờ 2", 0, "trang tính đang ẩn")]


def test_swapped_days_of_an_old_excel_file_are_in_doubt():
    rows = [HEADINGS, ("Kế hoạch", "1/KH", date(2024, 3, 4), "về"), ("Kế hoạch", "2/KH", "16/1/2024", "về")]
    first, second = read(xls(rows, date_format="MM/DD/YYYY")).rows
    assert ("bị đảo" in first.doubts[0], second.doubts) == (True, ())


def test_an_open_document_sheet_is_read_as_it_is_stored():
    rows = (
        ods_row("DANH MỤC"),
        ods_row(*HEADINGS),
        ods_row(
            ods_cell("Kế hoạch", rows_spanned=2),
            "1/KH",
            ods_cell("16/01/2024", date="2024-01-16"),
            ods_cell("về\nmột"),
        ),
        ods_row("<table:covered-table-cell/>", ods_cell("2", float="2"), ods_cell("", columns_repeated=2)),
        ods_row("", "3/KH", visibility="filter"),
        ods_row(ods_cell("", columns_repeated=1000), repeated=1_048_000),
    )
    data = ods(ods_table(*rows), ods_table(ods_row(*HEADINGS), ods_row(*ROW), name="Ẩn", style="unseen"))
    assert values(data) == [
        {"kind_text": "Kế hoạch", "number": "1/KH", "issued_on": "16/01/2024", "subject": "về\nmột"},
        {"kind_text": "Kế hoạch", "number": "2"},
    ]
    assert left_out(data) == [
        ("Tờ 1", 1, "trên dòng tiêu đề"),
        ("Tờ 1", 5, "đang ẩn"),
        ("Ẩn", 0, "trang tính đang ẩn"),
    ]


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        (ods_cell("1.250", float="1250"), "1250"),
        (ods_cell("12,5%", percentage="0.125"), "12,5%"),
        (ods_cell("03/2024", date="2024-03-01"), "tháng 3/2024"),
        (ods_cell("16/01/24 14:35", date="2024-01-16T14:35:00"), "16/01/2024 14:35:00"),
        (ods_cell("16/01/2024", date="2024-01-16T00:00:00"), "16/01/2024"),
        (
            '<table:table-cell><office:annotation><text:p>x</text:p></office:annotation><text:p>1<text:s text:c="2"/>'
            "2<text:line-break/>3</text:p></table:table-cell>",
            "1  2\n3",
        ),
    ],
)
def test_a_cell_of_an_open_document_sheet_says_what_a_person_would_have_typed(cell, typed):
    assert values(ods(ods_table(ods_row(*HEADINGS), ods_row("Kế hoạch", cell)))) == [
        {"kind_text": "Kế hoạch", "number": typed}
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_separated_values_are_read_whatever_the_delimiter_and_the_encoding(delimiter, encoding):
    quoted = tuple(f'"{text}"' for text in (*ROW[:3], "về Luật Đất đai, Luật Nhà ở; | “a”"))
    text = separated(delimiter, HEADINGS_WITHOUT_COMMA, ROW, quoted).replace("\n", "\r\n")
    assert values(text.encode(encoding)) == [
        VALUES,
        VALUES | {"subject": "về Luật Đất đai, Luật Nhà ở; | “a”"},
    ]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("windows", "Windows-1258"),
        ("tcvn3", "TCVN3 (ABC)"),
    ],
)
def test_an_old_code_page_is_turned_into_unicode_and_said(page, name):
    text = separated(";", ("Loại", "Số ký hiệu", "Ngày", "Trích yếu"), ROW)
    data = in_windows_1258(text) if page == "windows" else text.translate(TO_TCVN3).encode("latin-1")
    assert values(data) == [VALUES]
    assert [*read(data).not_read()] == [
        f"Tệp viết bằng bảng mã cũ {name}, đã chuyển sang Unicode; xem lại từng chữ."
    ]


def test_a_delimiter_that_the_file_states_counts_and_odd_quotation_marks_are_kept():
    text = separated("|", ("sep=|",), HEADINGS_WITHOUT_COMMA, (*ROW[:3], 'về "Ngày; Pháp; luật'))
    assert values(text.encode()) == [VALUES | {"subject": 'về "Ngày; Pháp; luật'}]
    assert [row.number for row in read(text.encode()).rows] == [3]


@pytest.mark.parametrize(
    "data",
    [b"S\xd2\x9d\x9e;" * 9, b"\xff\xfe\x00\xd8", bytes(range(9, 256))],
    ids=["signs", "half a character", "all bytes"],
)
def test_an_encoding_that_is_not_known_is_refused(data):
    assert refusal(data) == kinds.UNKNOWN_ENCODING


def test_a_web_page_saved_as_excel_is_read_with_its_spans_and_hidden_rows():
    rows = (
        ("<th colspan=4>DANH MỤC</th>",),
        tuple(f"<th>{heading}</th>" for heading in HEADINGS),
        ("<td rowspan=2>Kế hoạch</td>", "1/KH", "16/01/2024", "về<br>một &amp; <b>hai</b>"),
        ("2/KH", "17/01/2024", "về\n  ba"),
    )
    page = web_page(*rows, before="<style>td {color: red}</style><p>SỞ XÂY DỰNG</p>")
    data = page.replace("</table>", "<tr style='display:none'><td>x<td>9/KH</table>").encode()
    assert values(data) == [
        {"kind_text": "Kế hoạch", "number": "1/KH", "issued_on": "16/01/2024", "subject": "về\nmột & hai"},
        {"kind_text": "Kế hoạch", "number": "2/KH", "issued_on": "17/01/2024", "subject": "về ba"},
    ]
    assert left_out(data) == [
        ("bảng 1", 1, "trên dòng tiêu đề"),
        ("bảng 1", 5, "đang ẩn"),
        ("SỞ XÂY DỰNG", 0, "chữ ngoài bảng"),
    ]


def test_a_web_page_without_tables_is_refused_and_so_is_one_in_no_known_encoding():
    assert refusal("<html><body><p>Danh mục</p></body></html>".encode()) == kinds.NO_TABLES
    assert (
        refusal(b"<html><table><tr><td>\xd2\x9d\x9e\x81</td></tr></table></html>") == kinds.UNKNOWN_ENCODING
    )


def test_a_text_without_headings_is_no_list():
    with pytest.raises(Unmapped):
        read(b"a;b\nc;d")


def in_windows_1258(text):
    """Return the bytes as Windows writes Vietnamese: a letter, and its tone behind it."""
    out = bytearray()
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = parted(letter)
            out += (base + tone).encode("cp1258")
    return bytes(out)


def parted(letter):
    marks = unicodedata.normalize("NFD", letter)
    tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", marks.replace(tone, "")), tone
