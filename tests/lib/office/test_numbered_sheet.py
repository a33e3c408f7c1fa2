"""A list that An exports is ready to be printed: its heads and foot, its pages, and cells that are what they show."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet

# The children of a font in the order of the schema (ECMA-376, part 1, 18.8.22).
FONT = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
    *("name", "family", "charset", "scheme"),
)

NOON = datetime.fromisoformat("2024-11-15T12:00")


def columns(*headings, **more):
    """Return columns for rows that are tuples of values."""
    return [
        NumberedColumn(heading, lambda row, place=place: row[place], **more)
        for place, heading in enumerate(headings)
    ]


def written(columns, rows, title="Danh sách", **more):
    return numbered_sheet(title, columns, rows, **more)


def opened(*args, **more):
    return load_workbook(BytesIO(written(*args, **more))).active


def letters(sheet):
    """Return the size of the letters on paper, from the widths in digits of 6 points and 10 mm of margins."""
    width = sum(one.width for one in sheet.column_dimensions.values()) * 6
    side = {"portrait": 210, "landscape": 297}[sheet.page_setup.orientation] - 20
    return sheet["A2"].font.size * min(1, side / 25.4 * 72 / width)


def test_every_page_says_what_it_is_and_which_one():
    sheet = opened(columns("Tên"), [("Sở Y tế",)], head="Kế hoạch năm 2024 – Sở Y tế & Sở Tài chính")
    assert sheet.oddHeader.center.text == "Kế hoạch năm 2024 – Sở Y tế && Sở Tài chính"
    assert sheet.oddFooter.center.text == "Trang &P/&N"
    assert opened(columns("Tên"), []).oddHeader.center.text == "Danh sách"


def test_a_very_long_name_above_the_page_is_what_excel_takes():
    sheet = opened(columns("Tên"), [], head="&" * 300)
    assert sheet.oddHeader.center.text == "&" * 200


@pytest.mark.parametrize(
    ("count", "orientation"), [(1, "portrait"), (5, "portrait"), (6, "landscape"), (14, "landscape")]
)
def test_a_list_is_printed_on_one_page_across_in_letters_of_8_points_at_least(count, orientation):
    texts = ("Sở Xây dựng", *["Một từ dài"] * (count - 1))
    sheet = opened(columns(*map("Cột {}".format, range(count))), [texts] * 3)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (orientation, 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.print_title_rows) == (True, "$1:$1")
    assert sheet.print_options.horizontalCentered
    assert letters(sheet) >= 8


def test_too_many_columns_go_over_to_further_pages_beside_the_first_ones():
    sheet = opened(columns(*map("Cột thứ {}".format, range(40))), [["phổ biến pháp luật " * 3] * 40])
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.scale, sheet.print_title_cols) == (67, "$A:$B")


def test_a_row_is_as_tall_as_its_lines_until_a_person_edits_it():
    data = written(columns("Tên", "Ghi chú"), [("a", "một\nhai\nba"), ("b", "một")])
    sheet = etree.fromstring(ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml"))
    rows = sheet.findall("{*}sheetData/{*}row")
    assert [dict(row.attrib) for row in rows] == [
        {"r": "1", "ht": "15.75"},
        {"r": "2", "ht": "47.25"},
        {"r": "3", "ht": "15.75"},
    ]


def test_moments_days_and_numbers_are_such_and_codes_are_texts():
    row = (NOON, date(2024, 3, 5), 12_345_678, Decimal("7.50"), "0219 3888 999")
    sheet = opened(columns("Lúc", "Ngày", "Dung lượng", "Điểm", "Điện thoại"), [row])
    assert [(cell.value, cell.data_type, cell.number_format) for cell in sheet[2][1:]] == [
        (NOON, "d", "hh:mm dd/mm/yyyy"),
        (datetime.fromisoformat("2024-03-05"), "d", "dd/mm/yyyy"),
        (12_345_678, "n", "#,##0"),
        (7.5, "n", "General"),
        ("0219 3888 999", "s", "@"),
    ]


def test_columns_that_belong_together_share_a_heading_that_is_repeated_too():
    sheet = opened(
        [
            *columns("Đơn vị"),
            NumberedColumn("Hạn", lambda row: date(2024, 11, 15), "Việc nộp"),
            NumberedColumn("Nộp", lambda row: "đúng hạn", "Việc nộp"),
        ],
        [("Sở Y tế",), ("Sở Tài chính",)],
    )
    assert [[cell.value for cell in row] for row in sheet["A1:D2"]] == [
        [None, None, "Việc nộp", None],
        ["STT", "Đơn vị", "Hạn", "Nộp"],
    ]
    assert [str(one) for one in sheet.merged_cells.ranges] == ["C1:D1"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A3", "A2:D4", "$1:$2")
    assert (sheet["A1"].border.bottom, sheet["A2"].border.top) == (None, None)


def test_the_first_row_of_a_group_stands_out_where_the_group_is_named():
    first, second = columns("Nhóm", names_group=True)[0], NumberedColumn("Tiêu chí", lambda row: row[1])
    rows = [("Kết quả", "một"), ("Kết quả", "hai"), ("Cách làm", "ba")]
    sheet = opened([first, second], rows, is_group_head=lambda row: row[1] in ("một", "ba"))
    assert [[cell.font.bold for cell in row] for row in sheet["B2:C4"]] == [
        [True, False],
        [False, False],
        [True, False],
    ]


def test_fonts_are_written_in_the_order_of_the_schema_and_all_are_the_papers():
    sheets = ZipFile(BytesIO(written(columns("Tên", names_group=True), [("a",)], is_group_head=bool)))
    fonts = etree.fromstring(sheets.read("xl/styles.xml")).findall("{*}fonts/{*}font")
    parts = [[etree.QName(part).localname for part in font] for font in fonts]
    assert parts == [sorted(names, key=FONT.index) for names in parts]
    assert {font.find("{*}name").get("val") for font in fonts} == {"Times New Roman"}
