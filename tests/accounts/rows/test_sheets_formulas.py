"""A formula that the program which wrote a file has not counted is read as an empty cell, and named."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.reading import read_sheet
from tests.accounts.rows.other_sheets import ods, ods_row, ods_table
from tests.accounts.rows.xlsx_file import COLUMNS, HEADINGS, line, listed, xlsx

WAY_OUT = "Mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi tải lên."
ROW = ("Kế hoạch", "1/KH-SXD", "16/01/2024")
COUNTS_LATER = '<calcPr calcId="124519" fullCalcOnLoad="1"/>'


def not_counted(places, title="sheet1"):
    return f"Trang tính “{title}”: ô {places} là công thức mà tệp không có kết quả, nên đọc như ô trống. {WAY_OUT}"


def formula(value="", kind="n"):
    return f'<c t="{kind}"><f>A1</f>{value}</c>'


def saved(*rows):
    book, file = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("cell", "head"), [(formula(), ""), (formula("<v></v>"), ""), (formula("<v>0</v>"), COUNTS_LATER)]
)
def test_a_formula_without_a_result_is_named_with_the_way_out(cell, head):
    sheet = read_sheet(xlsx(listed(line(*ROW, cell, number=2)), properties=head), COLUMNS)
    assert [row.values for row in sheet.rows] == [
        dict(zip(("kind_text", "number", "issued_on"), ROW, strict=True))
    ]
    assert [*sheet.not_read()] == [not_counted("D2")]


@pytest.mark.parametrize(
    "cell",
    [formula("<v>5</v>"), formula("<v>0</v>"), formula("<v>về hộ tịch</v>", "str"), formula("<v/>", "str")],
)
def test_a_formula_with_a_result_is_read_as_it_is(cell):
    assert read_sheet(xlsx(listed(line(*ROW, cell, number=2))), COLUMNS).notes == ()


def test_the_cells_of_a_program_that_writes_formulas_are_counted_where_they_are_many():
    formulas = [f'="{number}/KH-SXD"' for number in range(1, 13)]
    sheet = read_sheet(saved(HEADINGS, *(("Kế hoạch", one, None, "về hộ tịch") for one in formulas)), COLUMNS)
    assert len(sheet.rows) == 12
    assert sheet.notes == (not_counted("B2, B3, B4, B5, B6, B7, B8, B9, B10, B11 và 2 ô khác", "Sheet"),)


def test_a_list_of_formulas_alone_is_refused_with_the_reason():
    with pytest.raises(UnreadableSheet, match=r"chưa có dòng nào dưới dòng tiêu đề.* ô A2, B2 là công thức"):
        read_sheet(saved(HEADINGS, ("=A9", "=B9")), COLUMNS)


def test_formulas_of_an_open_document_are_named_too():
    bare = '<table:table-cell table:formula="of:=[.A9]"/>'
    empty = '<table:table-cell table:formula="of:=[.A9]" office:value-type="string"/>'
    sheet = read_sheet(ods(ods_table(ods_row(*HEADINGS), ods_row(*ROW, bare), ods_row(*ROW, empty))), COLUMNS)
    assert sheet.notes == (not_counted("D2", "Tờ 1"),)
