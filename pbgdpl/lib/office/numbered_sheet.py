"""A list as a spreadsheet of one page: numbered lines under headings, ready to be filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from pbgdpl.lib.office.sheet_format import (
    HEADING,
    count_cell,
    new_book,
    new_sheet,
    saved,
    text_cell,
    value_cell,
)

Row = TypeVar("Row")
Value = date | int | str
# Its heading, its width in letters, what a row says in it.
NumberedColumn = tuple[str, int, Callable[[Row], Value]]


def numbered_sheet(title: str, columns: Sequence[NumberedColumn[Row]], rows: Sequence[Row]) -> bytes:
    """Return the rows as an XLSX file; texts never become formulas, days are days."""
    headings = ["STT", *(heading for heading, _, _ in columns)]
    book = new_book(title)
    sheet = new_sheet(book, title, [6, *(width for _, width, _ in columns)])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    sheet.append([text_cell(sheet, heading, HEADING) for heading in headings])
    for number, row in enumerate(rows, start=1):
        sheet.append([_cell(sheet, value) for value in (number, *(told(row) for _, _, told in columns))])
    return saved(book)


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> WriteOnlyCell:
    return count_cell(sheet, value) if isinstance(value, int) else value_cell(sheet, value)
