"""A list as a spreadsheet: what was entered, under the headings by which it is read again."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.utils import get_column_letter

from accounts.rows.pages import RowPages
from accounts.rows.year_row import YearRow
from pbgdpl.lib.office.sheet_format import (
    HEADING,
    count_cell,
    new_book,
    new_sheet,
    saved,
    text_cell,
    value_cell,
)

NUMBER, DIVISION = "STT", "Phòng, đơn vị"
NUMBER_WIDTH, DIVISION_WIDTH = 6, 24


def write_sheet(pages: RowPages, rows: Iterable[YearRow]) -> bytes:
    """Return the rows as an XLSX file: every column of their kind, the division too where one is stated.

    `reading.read_sheet` gives the same values again. No cell is a formula.
    """
    rows = [*rows]
    with_division = any(row.division for row in rows)
    widths = [NUMBER_WIDTH, *(column.width for column in pages.columns), *[DIVISION_WIDTH] * with_division]
    headings = [NUMBER, *(column.heading for column in pages.columns), *[DIVISION] * with_division]
    book = new_book(pages.heading)
    sheet = new_sheet(book, pages.heading, widths)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    sheet.append([text_cell(sheet, heading, HEADING) for heading in headings])
    for number, row in enumerate(rows, start=1):
        cells = [value_cell(sheet, column.value_of(row)) for column in pages.columns]
        division = [text_cell(sheet, str(row.division or ""))] if with_division else []
        sheet.append([count_cell(sheet, number), *cells, *division])
    return saved(book)
