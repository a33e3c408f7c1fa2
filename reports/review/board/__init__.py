"""The board of a Justice Department: where each of its departments stands with its report on a period.

Nothing here holds a report: a row says in plain values that there is a draft, and which version was submitted when.
So what a department has not submitted, or withdrew, cannot be reached from the board.
"""

from reports.review.board.board import Board, board
from reports.review.board.departments import BoardRow, Change
from reports.review.board.filters import BoardFilters, Choice

__all__ = ["Board", "BoardFilters", "BoardRow", "Change", "Choice", "board"]
