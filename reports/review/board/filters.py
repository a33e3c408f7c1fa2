"""What the board is narrowed to: ?tim=, ?trang-thai=, ?han=

What an address says wrongly counts for nothing, so that an old or a mistyped link still shows the board.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar
from urllib.parse import urlencode

from pbgdpl.lib.vietnamese import clean_line, fold
from reports.periods.timing import Punctuality
from reports.review.board.departments import BoardRow
from reports.states import WORDS, ReportState

LONGEST_SEARCH = 200
PUNCTUALITY_WORDS = {
    Punctuality.ON_TIME: "Đúng hạn",
    Punctuality.LATE: "Quá hạn",
    Punctuality.OPEN: "Còn hạn",
}
Member = TypeVar("Member", bound=Enum)


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to narrow the board by one thing more or less, and how many departments that leaves."""

    words: str
    count: int
    query: str  # the end of the address
    is_chosen: bool
    icon: str = ""


@dataclass(frozen=True, slots=True)
class BoardFilters:
    """Of each None or nothing means everything."""

    words: str = ""
    state: ReportState | None = None
    punctuality: Punctuality | None = None

    @classmethod
    def read(cls, params: Mapping[str, str]) -> BoardFilters:
        return cls(
            clean_line(params.get("tim", "")[:LONGEST_SEARCH]),
            _member(ReportState, params.get("trang-thai")),
            _member(Punctuality, params.get("han")),
        )

    @property
    def is_narrowed(self) -> bool:
        return self != BoardFilters()

    @property
    def query(self) -> str:
        """Return the end of an address that asks for the same: "?tim=xay+dung&han=qua-han", or nothing."""
        said = {
            "tim": self.words,
            "trang-thai": self.state.value if self.state else "",
            "han": self.punctuality.value if self.punctuality else "",
        }
        said = {name: value for name, value in said.items() if value}
        return f"?{urlencode(said)}" if said else ""

    def let_through(self, rows: Iterable[BoardRow]) -> tuple[BoardRow, ...]:
        words = fold(self.words).split()
        return tuple(
            row
            for row in rows
            if self.state in (None, row.state)
            and self.punctuality in (None, row.deadline and row.deadline.punctuality)
            and all(word in row.searched for word in words)
        )

    def states(self, rows: Iterable[BoardRow]) -> list[Choice]:
        """Return the states to choose from, each with the departments that what else is chosen leaves."""
        everything = self._choice(rows, "Tất cả", replace(self, state=None))
        choices = [(one, self._choice(rows, WORDS[one][1], replace(self, state=one))) for one in ReportState]
        return [everything, *(replace(choice, icon=one.name.lower()) for one, choice in choices)]

    def punctualities(self, rows: Iterable[BoardRow]) -> list[Choice]:
        """Return how deadlines can be kept; what is chosen leads back to all of them."""
        choices = [
            self._choice(rows, words, replace(self, punctuality=one))
            for one, words in PUNCTUALITY_WORDS.items()
        ]
        back = replace(self, punctuality=None).query
        return [replace(one, query=back) if one.is_chosen else one for one in choices]

    def _choice(self, rows: Iterable[BoardRow], words: str, chosen: BoardFilters) -> Choice:
        count = len(chosen.let_through(rows))
        return Choice(words, count, chosen.query, is_chosen=chosen == self)


def _member(kind: type[Member], slug: str | None) -> Member | None:
    return next((one for one in kind if one.value == slug), None)
