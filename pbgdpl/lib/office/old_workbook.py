"""An old Excel file (.xls), read by xlrd, which tells hidden rows, merged cells and formats apart."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from typing import Any

import xlrd

from pbgdpl.lib.office.cells import MONTH_FIRST, number_format_of, typed_number
from pbgdpl.lib.office.grid import BookParts, Cell, Grid
from pbgdpl.lib.office.sheet_layout import MOST_COLUMNS, MOST_MERGED
from pbgdpl.lib.office.workbook import HIDDEN_SHEET

YES, NO = "có", "không"


def old_workbook(data: bytes) -> BookParts:
    """Return the sheets; raises what xlrd raises for a file that is no workbook, has a password or is broken."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (xlrd writes warnings to a file)
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=nowhere
        )
        parts = BookParts()
        for place, title in enumerate(book.sheet_names()):
            sheet = parts.sheet(title, HIDDEN_SHEET if book._sheet_visibility[place] else "")
            if sheet is not None:
                _read(book.sheet_by_index(place), sheet, book)
                book.unload_sheet(place)
    return parts


def _read(sheet: Any, grid: Grid, book: Any) -> None:
    grid.hidden_columns.update(
        column for column, info in sheet.colinfo_map.items() if info.hidden and column < MOST_COLUMNS
    )
    merged = {
        (first_row, first): (last_row - first_row, last - first)
        for first_row, last_row, first, last in islice(sheet.merged_cells, MOST_MERGED)
    }
    for row in range(sheet.nrows):
        info = sheet.rowinfo_map.get(row)
        cells = dict(_cells(sheet, row, merged, book))
        grid.add(row + 1, cells, is_hidden=bool(info and info.hidden))


def _cells(
    sheet: Any, row: int, merged: dict[tuple[int, int], tuple[int, int]], book: Any
) -> Iterator[tuple[int, Cell]]:
    for column in range(sheet.row_len(row)):
        kind = sheet.cell_type(row, column)
        if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
            continue
        number_format = _format(sheet.cell_xf_index(row, column), book)
        text = _text(kind, sheet.cell_value(row, column), number_format, bool(book.datemode))
        rows, columns = merged.get((row, column), (1, 1))
        is_month_first = kind == xlrd.XL_CELL_DATE and number_format == MONTH_FIRST
        yield column, Cell(text, columns, rows, is_month_first)


def _format(style: int, book: Any) -> str:
    described = book.format_map.get(book.xf_list[style].format_key)
    return number_format_of(described.format_str) if described else ""


def _text(kind: int, value: Any, number_format: str, from_1904: bool) -> str:
    match kind:
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return typed_number(repr(value), number_format, from_1904)
        case xlrd.XL_CELL_BOOLEAN:
            return YES if value else NO
        case xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(value, "#"))
        case _:
            return str(value)
