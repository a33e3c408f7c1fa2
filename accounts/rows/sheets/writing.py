"""A list as a spreadsheet: what was entered, under the headings by which it is read again."""

from __future__ import annotations

from collections.abc import Iterable

from accounts.rows.columns import Column
from accounts.rows.pages import RowPages
from accounts.rows.sheets.row_keys import ROW_KEY
from accounts.rows.year_row import YearRow
from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet

DIVISION = Column("division", "Phòng, đơn vị", 24)


def write_sheet(pages: RowPages, rows: Iterable[YearRow], *, head: str = "") -> bytes:
    """Return the rows as an XLSX file: every column of their kind, the division too where one is stated, and the key.

    `head` is printed above every page. `reading.read_sheet` gives the same values again. No cell is a formula.
    """
    rows = [*rows]
    columns = [*pages.columns, *[DIVISION] * any(row.division for row in rows), ROW_KEY]
    numbered = [NumberedColumn(column.heading, column.value_of) for column in columns]
    return numbered_sheet(pages.heading, numbered, rows, head=head)
