"""The board of a Justice Department: the status of each of its departments' reports on a period.

A row has no report but plain values: that there is a draft, and which version was submitted when. So the
board does not lead to anything that a department has not submitted or has withdrawn.
"""

from reports.review.board.board import Board, board
from reports.review.board.departments import BoardRow, Change
from reports.review.board.filters import BoardFilters, Choice

__all__ = ["Board", "BoardFilters", "BoardRow", "Change", "Choice", "board"]
