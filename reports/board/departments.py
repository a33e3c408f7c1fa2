"""What the board says of a department, in plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from reports.states import WORDS, ReportState


class Punctuality(Enum):
    """The value is how addresses name it."""

    ON_TIME = "dung-han"
    LATE = "qua-han"
    OPEN = "con-han"


@dataclass(frozen=True, slots=True)
class Change:
    at: datetime
    words: str  # "Nộp bản 2"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Whether a department keeps its deadline: until when, when it first handed in, how many days lie between."""

    due_on: date
    is_extended: bool
    handed_in_on: date | None
    today: date

    @property
    def days(self) -> int:
        """Return by how many days the deadline was or is missed; below 0 how many there were or are left."""
        return ((self.handed_in_on or self.today) - self.due_on).days

    @property
    def punctuality(self) -> Punctuality:
        if self.days > 0:
            return Punctuality.LATE
        return Punctuality.ON_TIME if self.handed_in_on else Punctuality.OPEN

    @property
    def words(self) -> str:
        """Return "Đúng hạn", "Nộp muộn 3 ngày", "Quá hạn 3 ngày", "Còn 3 ngày", "Hôm nay là hạn cuối"."""
        match self.punctuality:
            case Punctuality.ON_TIME:
                return "Đúng hạn"
            case Punctuality.LATE:
                return f"{'Nộp muộn' if self.handed_in_on else 'Quá hạn'} {self.days} ngày"
            case Punctuality.OPEN:
                return f"Còn {-self.days} ngày" if self.days else "Hôm nay là hạn cuối"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A department on the board; a state of it like that of a `Standing`, drawn by the same include."""

    name: str
    code: str
    searched: str  # the name and the code without marks
    state: ReportState
    remark: str = ""
    version: int | None = None  # the last that can be read
    report: int | None = None  # its number, where something of it can be read
    deadline: Deadline | None = None  # None where no period is opened
    changed: Change | None = None

    @property
    def words_for_receiver(self) -> str:
        """Return "Mới nhận", "Đang soạn, đã rút bản 1"."""
        return ", ".join(filter(None, (WORDS[self.state][1], self.remark)))
