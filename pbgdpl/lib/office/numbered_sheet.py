"""A list as a spreadsheet of one page: numbered rows under headings, ready to be filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from openpyxl.utils import get_column_letter

from pbgdpl.lib.office.sheet_format import HEADING, new_book, new_sheet, saved, text_cell, value_cell

NUMBER, NUMBER_WIDTH = "STT", 6
Row = TypeVar("Row")
# Its heading, its width in characters, the value that a row has in it.
NumberedColumn = tuple[str, int, Callable[[Row], date | int | str]]


def numbered_sheet(title: str, columns: Sequence[NumberedColumn[Row]], rows: Sequence[Row]) -> bytes:
    """Return the rows as an XLSX file; texts never become formulas, days are days."""
    headings = [NUMBER, *(heading for heading, _, _ in columns)]
    book = new_book(title)
    sheet = new_sheet(book, title, [NUMBER_WIDTH, *(width for _, width, _ in columns)])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    sheet.append([text_cell(sheet, heading, HEADING) for heading in headings])
    for number, row in enumerate(rows, start=1):
        values = (number, *(value_of(row) for _, _, value_of in columns))
        sheet.append([value_cell(sheet, value) for value in values])
    return saved(book)
