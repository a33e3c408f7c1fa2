"""The board as a spreadsheet: the rows that it shows, for the officer's own sums and letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils.timezone import localdate
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from accounts.rows.sheets.looks import HEADING, count_cell, new_book, new_sheet, saved, text_cell, value_cell
from reports.board.departments import BoardRow
from reports.board.reading import Board

Value = date | int | str
# Each column: its heading, its width, what a row says in it.
COLUMNS: tuple[tuple[str, int, Callable[[BoardRow], Value]], ...] = (
    ("Mã", 12, lambda row: row.code),
    ("Đơn vị", 40, lambda row: row.name),
    ("Tình trạng", 24, lambda row: row.words_for_receiver),
    ("Bản", 8, lambda row: row.version or ""),
    ("Hạn nộp", 14, lambda row: row.deadline.due_on if row.deadline else ""),
    ("Gia hạn", 10, lambda row: "Có" if row.deadline and row.deadline.is_extended else ""),
    ("Nộp lần đầu", 14, lambda row: (row.deadline and row.deadline.handed_in_on) or ""),
    ("Thời hạn", 22, lambda row: row.deadline.words if row.deadline else ""),
    ("Thay đổi gần nhất", 24, lambda row: row.changed.words if row.changed else ""),
    ("Ngày thay đổi", 14, lambda row: localdate(row.changed.at) if row.changed else ""),
)


def board_sheet(board: Board) -> bytes:
    """Return the rows shown as an XLSX file; names never become formulas, days are days."""
    title = f"Báo cáo {board.key.words}"
    headings = ["STT", *(heading for heading, _, _ in COLUMNS)]
    book = new_book(title)
    sheet = new_sheet(book, title, [6, *(width for _, width, _ in COLUMNS)])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(board.rows) + 1}"
    sheet.append([text_cell(sheet, heading, HEADING) for heading in headings])
    for number, row in enumerate(board.rows, start=1):
        sheet.append([_cell(sheet, value) for value in (number, *(told(row) for _, _, told in COLUMNS))])
    return saved(book)


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> WriteOnlyCell:
    return count_cell(sheet, value) if isinstance(value, int) else value_cell(sheet, value)
