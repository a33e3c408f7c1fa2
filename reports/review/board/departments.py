"""The row of a department on the board, in plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reports.deadlines.timing import Deadline
from reports.periods.lifecycle import ARRIVED
from reports.states import WORDS, ReportState


@dataclass(frozen=True, slots=True)
class Change:
    at: datetime
    words: str  # "Nộp bản 2"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A department on the board; `_state.html` takes it like a `Status`."""

    name: str
    code: str
    searched: str  # the name and the code without marks
    state: ReportState
    remark: str = ""
    version: int | None = None  # the last that can be read
    report: int | None = None  # its pk, if a version can be read
    deadline: Deadline | None = None  # None where no period is opened
    changed: Change | None = None
    pk: int = 0  # of the department
    previous: int | None = None  # the version before the last one that can be read
    contact: str = ""  # whom to ask: "Trần Thanh Bình, 0219 3888 999"
    reminded: Change | None = None  # the last reminder

    @property
    def is_awaited(self) -> bool:
        """Return whether the department still has to submit, for the first time or again."""
        return self.state not in ARRIVED

    @property
    def words_for_receiver(self) -> str:
        """Return "Mới nhận", "Đang soạn, đã rút bản 1"."""
        return ", ".join(filter(None, (WORDS[self.state][1], self.remark)))
