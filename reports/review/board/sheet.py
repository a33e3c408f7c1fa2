"""The board as a spreadsheet of the rows that it shows."""

from __future__ import annotations

from django.utils.timezone import localdate

from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet
from reports.review.board.board import Board
from reports.review.board.departments import BoardRow

COLUMNS: tuple[NumberedColumn[BoardRow], ...] = (
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
    """Return the rows shown as an XLSX file."""
    return numbered_sheet(f"Báo cáo {board.key.words}", COLUMNS, board.rows)
