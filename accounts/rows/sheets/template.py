"""The spreadsheet to fill in: headings alone on its first sheet, how to fill them in on the second."""

from __future__ import annotations

from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from accounts.rows.columns import Column
from accounts.rows.pages import RowPages
from accounts.rows.sheets.list_rows import MOST_ROWS
from pbgdpl.lib.office.numbered_sheet import NUMBER
from pbgdpl.lib.office.sheet_format import (
    HEADING,
    STYLES,
    TEXT,
    FittedSheet,
    new_book,
    saved,
)
from pbgdpl.lib.office.sheet_paper import print_plan

GUIDE = "Hướng dẫn"
FIRST_EXAMPLE = 2  # the row of the guide


def template_sheet(pages: RowPages) -> bytes:
    """Return an XLSX file with a column for each field that has an example; the examples are never read.

    All its columns are text, so that Excel leaves a date or a "30-31/7/2024" as it is typed.
    """
    columns = [column for column in pages.columns if column.example]
    headings = (NUMBER, *(column.heading for column in columns))
    book, plan = new_book(pages.heading), print_plan(headings, [(), *map(_expected, columns)])
    fitted = FittedSheet(book, pages.heading, plan)
    sheet = fitted.sheet
    for number, column in enumerate(columns, start=2):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.number_format, dimension.alignment = STYLES[TEXT]
        if column.offered:
            sheet.data_validations.append(_choice(column, get_column_letter(number)))
    fitted.append_headings([fitted.text_cell(heading, HEADING) for heading in headings])
    _write_guide(book, pages, columns)
    return saved(book)


def _expected(column: Column) -> tuple[str, str]:
    """Return texts as long as those that will be typed in a column."""
    return column.example, " ".join(["chữ"] * (column.width // len("chữ ")))


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


def _write_guide(book: Workbook, pages: RowPages, columns: list[Column]) -> None:
    """Write an example for each column, rules below them, and beside both what a column offers."""
    chosen = next((column for column in columns if column.offered), None)
    rules = _rules(pages)
    headings = ("Cột", "Ví dụ", chosen.heading if chosen else "")
    texts = (
        [*(column.heading for column in columns), "", *["Cách điền"] * len(rules)],
        [*(column.example for column in columns), "", *rules],
        chosen.offered if chosen else (),
    )
    guide = FittedSheet(book, GUIDE, print_plan(headings, texts))
    guide.append_headings([guide.text_cell(text, HEADING) for text in headings])
    for row in zip_longest(*texts, fillvalue=""):
        guide.append([guide.text_cell(text) if text else None for text in row])


def _rules(pages: RowPages) -> tuple[str, ...]:
    return (
        f"Điền ở trang “{pages.heading}”, mỗi dòng một {pages.noun}, tối đa {MOST_ROWS} dòng.",
        "Giữ dòng tiêu đề. Có thể bỏ trống cột STT, đổi thứ tự cột hoặc bỏ cột không dùng.",
        "Ngày viết như 16/01/2024.",
        "Lưu tệp theo kiểu Excel Workbook (.xlsx) rồi tải lên.",
    )
