"""The board as a spreadsheet of the rows that it shows."""

from __future__ import annotations

from django.utils.timezone import localdate

from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet
from reports.review.board.board import Board
from reports.review.board.departments import BoardRow

DEADLINE, CHANGE = "Thời hạn nộp", "Thay đổi"
COLUMNS: tuple[NumberedColumn[BoardRow], ...] = (
    NumberedColumn("Mã", lambda row: row.code),
    NumberedColumn("Đơn vị", lambda row: row.name),
    NumberedColumn("Tình trạng", lambda row: row.words_for_receiver),
    NumberedColumn("Bản", lambda row: row.version or ""),
    NumberedColumn("Hạn nộp", lambda row: row.deadline.due_on if row.deadline else "", DEADLINE),
    NumberedColumn(
        "Gia hạn", lambda row: "Có" if row.deadline and row.deadline.is_extended else "", DEADLINE
    ),
    NumberedColumn("Nộp lần đầu", lambda row: (row.deadline and row.deadline.handed_in_on) or "", DEADLINE),
    NumberedColumn("Thời hạn", lambda row: row.deadline.words if row.deadline else "", DEADLINE),
    NumberedColumn("Thay đổi gần nhất", lambda row: row.changed.words if row.changed else "", CHANGE),
    NumberedColumn("Ngày thay đổi", lambda row: localdate(row.changed.at) if row.changed else "", CHANGE),
)


def board_sheet(board: Board) -> bytes:
    """Return the rows shown as an XLSX file."""
    return numbered_sheet(f"Báo cáo {board.key.words}", COLUMNS, board.rows)
