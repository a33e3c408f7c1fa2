"""A list as a spreadsheet: what was entered, under the headings by which it is read again."""

from __future__ import annotations

from collections.abc import Iterable

from accounts.rows.columns import Column
from accounts.rows.pages import RowPages
from accounts.rows.sheets.row_keys import ROW_KEY
from accounts.rows.year_row import YearRow
from pbgdpl.lib.office.numbered_sheet import numbered_sheet

DIVISION = Column("division", "Phòng, đơn vị", 24)


def write_sheet(pages: RowPages, rows: Iterable[YearRow]) -> bytes:
    """Return the rows as an XLSX file: every column of their kind, the division too where one is stated, and the key.

    `reading.read_sheet` gives the same values again. No cell is a formula.
    """
    rows = [*rows]
    columns = [*pages.columns, *[DIVISION] * any(row.division for row in rows), ROW_KEY]
    return numbered_sheet(
        pages.heading, [(column.heading, column.width, column.value_of) for column in columns], rows
    )
