"""The filters of the board: ?tim=, ?trang-thai=, ?han=

Unknown values are ignored, so that an old or mistyped link still shows the board.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar
from urllib.parse import urlencode

from pbgdpl.lib.vietnamese import clean_line, fold
from reports.deadlines.timing import Punctuality
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
    """A link that sets or removes one filter, with the number of departments that it shows."""

    words: str
    count: int
    query: str  # the end of the address
    is_chosen: bool
    icon: str = ""


@dataclass(frozen=True, slots=True)
class BoardFilters:
    """The filters of the board; None or "" lets everything through."""

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
        """Return the query string of these filters: "?tim=xay+dung&han=qua-han", "" if there are none."""
        params = {
            "tim": self.words,
            "trang-thai": self.state.value if self.state else "",
            "han": self.punctuality.value if self.punctuality else "",
        }
        params = {name: value for name, value in params.items() if value}
        return f"?{urlencode(params)}" if params else ""

    def let_through(self, rows: Iterable[BoardRow]) -> tuple[BoardRow, ...]:
        words = fold(self.words).split()
        return tuple(
            row
            for row in rows
            if self.state in (None, row.state)
            and (self.punctuality is None or (row.deadline and row.deadline.punctuality is self.punctuality))
            and all(word in row.searched for word in words)
        )

    def states(self, rows: Iterable[BoardRow]) -> list[Choice]:
        """Return the choices of a state, each with the number of departments that the other filters leave."""
        everything = self._choice(rows, "Tất cả", replace(self, state=None))
        choices = [(one, self._choice(rows, WORDS[one][1], replace(self, state=one))) for one in ReportState]
        return [everything, *(replace(choice, icon=one.name.lower()) for one, choice in choices)]

    def punctualities(self, rows: Iterable[BoardRow]) -> list[Choice]:
        """Return the choices of a punctuality; the chosen one links to the board without this filter."""
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
