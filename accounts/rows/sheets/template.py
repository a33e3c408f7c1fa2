"""The spreadsheet to fill in: headings alone on its first sheet, how to fill them in on the second."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation

from accounts.rows.columns import Column
from accounts.rows.pages import RowPages
from accounts.rows.sheets.list_rows import MOST_ROWS
from pbgdpl.lib.office.numbered_sheet import NUMBER, NUMBER_WIDTH
from pbgdpl.lib.office.sheet_format import HEADING, new_book, new_sheet, saved, text_cell

GUIDE = "Hướng dẫn"
GUIDE_WIDTHS = (28, 60, 28)
FIRST_EXAMPLE = 2  # the row of the guide


def template_sheet(pages: RowPages) -> bytes:
    """Return an XLSX file with a column for each field that has an example; the examples are never read.

    All its columns are text, so that Excel leaves a date or a "30-31/7/2024" as it is typed.
    """
    columns = [column for column in pages.columns if column.example]
    book = new_book(pages.heading)
    sheet = new_sheet(book, pages.heading, [NUMBER_WIDTH, *(column.width for column in columns)])
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=2):
        sheet.column_dimensions[get_column_letter(number)].number_format = "@"
        if column.offered:
            sheet.data_validations.append(_choice(column, get_column_letter(number)))
    headings = (NUMBER, *(column.heading for column in columns))
    sheet.append([text_cell(sheet, heading, HEADING) for heading in headings])
    _write_guide(new_sheet(book, GUIDE, GUIDE_WIDTHS), pages, columns)
    return saved(book)


def _choice(column: Column, letter: str) -> DataValidation:
    """Return what Excel offers in a column: the list in the guide; other words may be typed all the same."""
    last = FIRST_EXAMPLE + len(column.offered) - 1
    offer = DataValidation(
        type="list",
        formula1=f"'{GUIDE}'!$C${FIRST_EXAMPLE}:$C${last}",
        showErrorMessage=False,
        allow_blank=True,
    )
    offer.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
    return offer


def _write_guide(sheet: WriteOnlyWorksheet, pages: RowPages, columns: list[Column]) -> None:
    """Write an example for each column, rules below them, and beside both what a column offers."""
    chosen = next((column for column in columns if column.offered), None)
    explained = [(column.heading, column.example) for column in columns]
    explained += [("", ""), *(("Cách điền", rule) for rule in _rules(pages))]
    offered = chosen.offered if chosen else ()
    last = chosen.heading if chosen else ""
    sheet.append([text_cell(sheet, text, HEADING) for text in ("Cột", "Ví dụ", last)])
    for one in range(max(len(explained), len(offered))):
        left = explained[one] if one < len(explained) else ("", "")
        right = offered[one] if one < len(offered) else ""
        sheet.append([text_cell(sheet, text) if text else None for text in (*left, right)])


def _rules(pages: RowPages) -> tuple[str, ...]:
    return (
        f"Điền ở trang “{pages.heading}”, mỗi dòng một {pages.noun}, tối đa {MOST_ROWS} dòng.",
        "Giữ dòng tiêu đề. Có thể bỏ trống cột STT, đổi thứ tự cột hoặc bỏ cột không dùng.",
        "Ngày viết như 16/01/2024.",
        "Lưu tệp theo kiểu Excel Workbook (.xlsx) rồi tải lên.",
    )
