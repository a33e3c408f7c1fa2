"""A list in Excel is read as its authors mean it, whatever surrounds it."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.list_rows import SheetRow
from accounts.rows.sheets.reading import read_sheet
from tests.accounts.rows.xlsx_file import COLUMNS, HEADINGS, inline, line, listed, xlsx

DATES = (
    '<numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd/mm/yyyy;@"/>'
    '<numFmt numFmtId="171" formatCode="&quot;ngày&quot; 0"/></numFmts><cellXfs>'
    + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 17, 170, 171, 20, 9, 10))
    + "</cellXfs>"
)


def values(data):
    return [row.values for row in read_sheet(data, COLUMNS).rows]


def number(value, style=0):
    return f'<c s="{style}"><v>{value}</v></c>'


def refusal(data):
    with pytest.raises(UnreadableSheet) as refusal:
        read_sheet(data, COLUMNS)
    return str(refusal.value)


def test_a_list_below_a_title_with_a_number_column_is_read():
    sheet = read_sheet(
        xlsx(
            line("DANH MỤC VĂN BẢN NĂM 2024")
            + line("", number=3)
            + line("STT", *HEADINGS, number=4)
            + line("(1)", "(2)", "(3)", "(4)", "(5)", number=5)
            + line("1", "Kế hoạch", "139/KH-SXD", "16/01/2024", "về  phổ biến\nLuật Đường bộ", number=6)
            + line("2", number=7)
            + line("3", "Công văn", "", "", "về hòa giải", number=9)
            + line("", "", number=10)
        ),
        COLUMNS,
    )
    assert sheet.rows == (
        SheetRow(
            6,
            {
                "kind_text": "Kế hoạch",
                "number": "139/KH-SXD",
                "issued_on": "16/01/2024",
                "subject": "về  phổ biến\nLuật Đường bộ",
            },
            sheet="sheet1",
        ),
        SheetRow(9, {"kind_text": "Công văn", "subject": "về hòa giải"}, sheet="sheet1"),
    )
    assert sheet.unknown_headings == ()


@pytest.mark.parametrize(
    "headings",
    [
        ("LOẠI VĂN BẢN", "SỐ, KÝ HIỆU", "NGÀY BAN HÀNH", "TRÍCH YẾU"),
        ("Loai van ban", "So/ky hieu", "ngay ban hanh", "Trich yeu"),
        ("Loại", "Số hiệu", "Ngày (dd/mm/yyyy)", "Nội dung"),
        ("Loại văn bản (*)", " Số,\nký hiệu ", "Ngày  ban hành:", "Trích yếu."),
    ],
)
def test_headings_are_recognised_however_they_are_written(headings):
    data = xlsx(line(*headings) + line("Kế hoạch", "1/KH", "16/01/2024", "về việc chung"))
    assert values(data) == [
        {
            "kind_text": "Kế hoạch",
            "number": "1/KH",
            "issued_on": "16/01/2024",
            "subject": "về việc chung",
        }
    ]


def test_columns_stand_in_any_order_and_unknown_ones_are_named():
    headings = ("Trích yếu", "Người ký", "Số, ký hiệu", "Số hiệu", "Ghi chú " * 20)
    sheet = read_sheet(xlsx(line(*headings) + line("về việc", "Ông A", "1/KH", "2/KH", "x")), COLUMNS)
    assert sheet.rows == (SheetRow(2, {"subject": "về việc", "number": "1/KH"}, sheet="sheet1"),)
    assert sheet.unknown_headings == ("Người ký", "Số hiệu", ("Ghi chú " * 20)[:60].strip())


def test_columns_beyond_the_fiftieth_are_not_read():
    rows = (
        line("Trích yếu", *[""] * empty, "Số", "Ngày") + line("về việc", *["x"] * 60) for empty in (47, 48)
    )
    assert [values(xlsx(row)) for row in rows] == [
        [{"subject": "về việc", "number": "x", "issued_on": "x"}],
        [{"subject": "về việc", "number": "x"}],
    ]


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        (number("45307", style=1), "16/01/2024"),
        (number("45307.75", style=3), "16/01/2024"),
        (number("45352", style=2), "tháng 3/2024"),
        (number("59", style=1), "28/02/1900"),
        (number("139"), "139"),
        (number("139.0"), "139"),
        (number("45307", style=4), "45307"),
        (number("0.30000000000000004"), "0,3"),
        (number("120.5"), "120,5"),
        (number("1", style=6), "100%"),
        (number("0.125", style=7), "12,5%"),
        (number("1" + "0" * 50), "1" + "0" * 50),
        (number("1.2E+3"), "1200"),
        (number("12345678901234567890"), "1,23456789012346e+19"),
        ('<c t="str"><f>A1&amp;"/KH"</f><v>139/KH</v></c>', "139/KH"),
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c t="b"><v>1</v></c>', "có"),
        ('<c t="s"><v>1</v></c>', "139/KH-SXD"),
        (inline("_x0031_/KH_x005F_x0031_"), "1/KH_x0031_"),
        (inline("Ke\u0302\u0301\u200b hoa\u0323ch\u00a0"), "Kế hoạch"),
    ],
)
def test_a_cell_says_what_a_person_would_have_typed(cell, typed):
    strings = "<si><t>x</t></si><si><r><t>139</t></r><r><t>/KH-SXD</t></r><rPh><t>y</t></rPh></si>"
    data = xlsx(listed(line("Kế hoạch", cell)), strings=strings, styles=DATES)
    assert values(data) == [{"kind_text": "Kế hoạch", "number": typed}]


@pytest.mark.parametrize(
    "cell", ["", '<c t="s"><v>7</v></c>', '<c t="s"><v>-1</v></c>', '<c t="s"/>', "<c/>", inline(" \u200b ")]
)
def test_a_cell_without_text_is_empty(cell):
    data = xlsx(listed(f"<row>{inline('Kế hoạch')}{cell}</row>"), strings="<si><t>x</t></si>")
    assert values(data) == [{"kind_text": "Kế hoạch"}]


def test_days_may_be_counted_from_1904():
    data = xlsx(
        listed(line("Kế hoạch", "1/KH", number("43845", style=1))),
        styles=DATES,
        properties='<workbookPr date1904="1"/>',
    )
    assert values(data)[0]["issued_on"] == "16/01/2024"


def test_hidden_sheets_are_passed_over_and_a_guide_before_the_list_too():
    row = listed(line("Kế hoạch", "1/KH"))
    hidden = listed(line("Công văn", "9/CV"))
    data = xlsx(hidden, hidden, line("Hướng dẫn"), row, states=("hidden", "veryHidden"))
    assert values(data) == [{"kind_text": "Kế hoạch", "number": "1/KH"}]


def test_a_list_that_excel_saved_is_read():
    book = Workbook()
    sheet = book.active
    sheet.append(["DANH MỤC"])
    sheet.merge_cells("A1:D1")
    sheet.append(["TT", *HEADINGS])
    sheet.append([1, "Kế hoạch", 139, date(2024, 1, 16), "về phổ biến"])
    sheet.merge_cells("B3:B4")
    sheet.append([2, None, "140/KH", "17.01.2024", "=A1"])
    file = BytesIO()
    book.save(file)
    assert values(file.getvalue()) == [
        {"kind_text": "Kế hoạch", "number": "139", "issued_on": "16/01/2024", "subject": "về phổ biến"},
        {"kind_text": "Kế hoạch", "number": "140/KH", "issued_on": "17.01.2024"},
    ]


def test_without_headings_people_are_told_which_ones_are_needed():
    assert refusal(xlsx(line("Kế hoạch", "1/KH") * 25 + listed())) == (
        "Không tìm thấy dòng tiêu đề trong 20 dòng đầu của bảng tính. Cần có các cột: Loại văn bản; "
        "Số, ký hiệu; Ngày ban hành; Trích yếu. Chọn nội dung của từng cột, hoặc tải bảng tính mẫu, chép danh sách vào "
        "rồi tải lên lại."
    )


def test_a_list_without_rows_is_told_so():
    assert refusal(xlsx(listed(line("", "")))) == (
        "Bảng tính chưa có dòng nào dưới dòng tiêu đề. Nhập danh sách vào đó rồi tải lên lại."
    )


def test_500_rows_are_read_and_501_are_too_many():
    assert len(values(xlsx(listed(line("Kế hoạch") * 500)))) == 500
    assert refusal(xlsx(listed(line("Kế hoạch") * 501))) == (
        "Bảng tính quá dài: mỗi lần tải lên tối đa 500 dòng, 2.000.000 ký tự. "
        "Chia danh sách thành nhiều tệp rồi tải lên từng tệp."
    )


def test_a_text_that_no_cell_can_hold_is_named_by_its_place():
    assert values(xlsx(listed(line("a" * 32_767)))) == [{"kind_text": "a" * 32_767}]
    assert refusal(xlsx(listed(line("Kế hoạch"), line("", "a" * 32_768)))) == (
        "Dòng 3, cột “Số, ký hiệu”: nội dung dài hơn 32.767 ký tự. Rút ngắn ô này rồi tải lên lại."
    )


def test_a_list_in_an_old_encoding_is_refused_with_its_row():
    row = line("KÕ ho¹ch", "12/KH", "", "vÒ phæ biÕn, gi¸o dôc ph¸p luËt")
    assert refusal(xlsx(listed(line("Kế hoạch", "1/KH"), row))) == (
        "Dòng 3: “KÕ ho¹ch 12/KH vÒ phæ biÕn, gi¸o dôc ph¸p luËt” dùng bảng mã cũ (TCVN3, VNI) hoặc sai bảng mã. "
        "Chuyển bảng tính sang Unicode rồi tải lên lại."
    )


def test_a_list_whose_headings_are_in_an_old_encoding_is_refused_too():
    headings = ("Lo¹i v¨n b¶n", "Sè, ký hiÖu", "Ngµy ban hµnh", "TrÝch yÕu")
    assert refusal(xlsx(line(*headings) + line("KÕ ho¹ch", "12/KH", "", "vÒ ph¸p luËt"))).startswith(
        "Dòng 1: “Lo¹i"
    )


def test_a_second_list_with_other_headings_below_the_first_is_read_under_its_own():
    sheet = read_sheet(
        xlsx(
            line("Loại văn bản", "Số, ký hiệu", "Trích yếu")
            + line("Kế hoạch", "1/KH", "về một")
            + line("", "", "")
            + line("II. Văn bản của ngành")
            + line("Số hiệu", "Nội dung", "Người ký")
            + line("2/CV", "về hai", "Ông A")
            + line("Số hiệu:", "Nội dung (tóm tắt)", "Họ tên")
            + line("3/CV", "về ba", "")
        ),
        COLUMNS,
    )
    assert [row.values for row in sheet.rows] == [
        {"kind_text": "Kế hoạch", "number": "1/KH", "subject": "về một"},
        {"number": "2/CV", "subject": "về hai"},
        {"number": "3/CV", "subject": "về ba"},
    ]
    assert sheet.unknown_headings == ("Người ký",)
    assert [(out.number, out.why) for out in sheet.left_out] == [(4, "tên nhóm"), (7, "tiêu đề lặp lại")]
