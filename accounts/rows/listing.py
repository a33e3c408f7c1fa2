"""A year's rows narrowed and ordered as an address says: ?tim=, ?loai=, ?phong=, ?thang= … ?xep=

What an address says wrongly counts for nothing, so that an old or a mistyped link still shows the list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from accounts.rows.filters import Filter, Option, filters_of
from accounts.rows.pages import RowPages
from accounts.rows.sorting import IN_ORDER, sorts_of
from accounts.rows.year_row import YearRowQuerySet
from pbgdpl.lib.vietnamese import clean_line

LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True)
class Chip:
    """Something the list is narrowed by, and the end of the address of the list without it."""

    words: str
    query: str


def narrowed(rows: YearRowQuerySet, pages: RowPages, params: Mapping[str, str]) -> YearRowQuerySet:
    """Return the rows that an address asks for, in the order that it asks for."""
    return Listing(rows, pages, params).rows


class Listing:
    """What a list shows of the rows of one body and one year, and what it says of that.

    The rows may hold deleted ones: these are shown alone, where ?daxoa=1 asks for them.
    """

    def __init__(self, rows: YearRowQuerySet, pages: RowPages, params: Mapping[str, str]) -> None:
        self.shows_deleted = params.get("daxoa") == "1"
        self.all_rows = rows.filter(deleted_at__isnull=not self.shows_deleted)
        self.words = clean_line(params.get("tim", "")[:LONGEST_SEARCH])
        self.filters, self.total = filters_of(self.all_rows, pages)
        self.chosen = {one.name: one.chosen(params) for one in self.filters}
        self.sorts = (IN_ORDER, *sorts_of(pages.model, pages.sorts))
        self.sort = next((sort for sort in self.sorts if sort.slug == params.get("xep")), IN_ORDER)

    @cached_property
    def rows(self) -> YearRowQuerySet:
        rows = self.all_rows.search(self.words)
        for option in self.chosen.values():
            rows = rows.filter(option.condition) if option else rows
        return rows.order_by(*self.sort.keys) if self.sort.keys else rows.in_order()

    @property
    def panel(self) -> list[tuple[Filter, Option | None]]:
        """Return the filters that leave a choice, each with what is chosen."""
        choices = zip(self.filters, self.chosen.values(), strict=True)
        return [(one, chosen) for one, chosen in choices if len(one.options) > 1 or chosen]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words) or any(self.chosen.values())

    @property
    def is_plain(self) -> bool:
        """Return whether it shows all there is in the order of the report, so that the order can be changed."""
        return not (self.is_narrowed or self.shows_deleted or self.sort.slug)

    @property
    def state(self) -> dict[str, str]:
        """Return what counted of the address, by the names used there."""
        chosen = {name: option.value for name, option in self.chosen.items() if option}
        deleted = "1" if self.shows_deleted else ""
        state = {"tim": self.words, **chosen, "xep": self.sort.slug, "daxoa": deleted}
        return {name: value for name, value in state.items() if value}

    def query(self, without: str = "") -> str:
        """Return the end of an address that shows the same rows: "?loai=plan&thang=3", or nothing."""
        state = {name: value for name, value in self.state.items() if name != without}
        return f"?{urlencode(state)}" if state else ""

    @property
    def chips(self) -> list[Chip]:
        """Return what the list is narrowed by; the words of all together say what a register of it holds."""
        narrowings = {"daxoa": "Đã xóa"} if self.shows_deleted else {}
        narrowings |= {"tim": f"Có “{self.words}”"} if self.words else {}
        narrowings |= {name: option.words for name, option in self.chosen.items() if option}
        return [Chip(words, self.query(without=name)) for name, words in narrowings.items()]
