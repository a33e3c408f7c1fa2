"""A year's rows filtered and ordered by the address: ?tim=, ?loai=, ?phong=, ?thang= … ?xep=

Unknown values are ignored, so that an old or a mistyped link still shows the list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.utils.text import capfirst

from accounts.rows.filters import Counts, Filter, Option, counts_of, filters_of
from accounts.rows.pages import RowPages
from accounts.rows.sorting import IN_ORDER, sorts_of
from accounts.rows.year_row import YearRowQuerySet
from pbgdpl.lib.vietnamese import clean_line

LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True)
class Chip:
    """The description of an active filter, and the query string of the list without that filter."""

    words: str
    query: str


@dataclass(frozen=True, slots=True)
class Head:
    """How the head of a column sorts the list: the query that does it, and the present direction."""

    query: str
    direction: str  # the value of aria-sort, or an empty text


def narrowed(rows: YearRowQuerySet, pages: RowPages, params: Mapping[str, str]) -> YearRowQuerySet:
    """Return the rows that an address asks for, in the order that it asks for."""
    return Listing(rows, pages, params).rows


class Listing:
    """The filtered and ordered rows of one organisation and one year, and the filters that apply.

    Deleted rows are shown only with ?daxoa=1, and then alone.
    """

    def __init__(self, rows: YearRowQuerySet, pages: RowPages, params: Mapping[str, str]) -> None:
        self.shows_deleted = params.get("daxoa") == "1"
        self.all_rows = rows.filter(deleted_at__isnull=not self.shows_deleted)
        self.words = clean_line(params.get("tim", "")[:LONGEST_SEARCH])
        self.filters, self.total = filters_of(list(self.counts()), pages)
        self.chosen = {one.name: one.chosen(params) for one in self.filters}
        self.sorts = (IN_ORDER, *sorts_of(pages.model, pages.sorts))
        self.sort = next((sort for sort in self.sorts if sort.slug == params.get("xep")), IN_ORDER)

    def counts(self) -> Counts:
        return counts_of(self.all_rows)

    @cached_property
    def rows(self) -> YearRowQuerySet:
        rows = self.all_rows.search(self.words)
        for option in self.chosen.values():
            rows = rows.filter(option.condition) if option else rows
        return rows.order_by(*self.sort.keys) if self.sort.keys else rows.in_order()

    @property
    def panel(self) -> list[tuple[Filter, Option | None]]:
        """Return the filters that have a choice, each with the chosen option."""
        choices = zip(self.filters, self.chosen.values(), strict=True)
        return [(one, chosen) for one, chosen in choices if len(one.options) > 1 or chosen]

    @property
    def sort_choices(self) -> list[tuple[str, str]]:
        return [(sort.slug, capfirst(sort.words)) for sort in self.sorts]

    def places(self) -> dict[int, int]:
        """Return {pk: place in the order of the report} for all rows of the year, from 1, in one query."""
        return {
            pk: place for place, pk in enumerate(self.all_rows.in_order().values_list("pk", flat=True), 1)
        }

    def head(self, slug: str) -> Head:
        """Return how the head of the column with a sort's slug sorts; the head of the current sort turns it round."""
        is_current = self.sort.slug.removeprefix("-") == slug
        is_descending = is_current and self.sort.slug.startswith("-")
        turned = f"-{slug}" if is_current and slug and not is_descending else slug
        direction = "descending" if is_descending else "ascending"
        return Head(self.query(without="xep", xep=turned), direction if is_current else "")

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words) or any(self.chosen.values())

    @property
    def is_plain(self) -> bool:
        """Return whether the list is unfiltered and in the report's order, so that rows can be moved."""
        return not (self.is_narrowed or self.shows_deleted or self.sort.slug)

    @property
    def state(self) -> dict[str, str]:
        """Return the valid parameters of the address."""
        chosen = {name: option.value for name, option in self.chosen.items() if option}
        deleted = "1" if self.shows_deleted else ""
        state = {"tim": self.words, **chosen, "xep": self.sort.slug, "daxoa": deleted}
        return {name: value for name, value in state.items() if value}

    def query(self, without: str = "", **others: str) -> str:
        """Return the query string that shows the same rows: "?loai=plan&thang=3", or an empty text."""
        state = {name: value for name, value in self.state.items() if name != without}
        state |= {name: value for name, value in others.items() if value}
        return f"?{urlencode(state)}" if state else ""

    @property
    def chips(self) -> list[Chip]:
        """Return the active filters; their words together describe the rows in a register."""
        narrowings = {"daxoa": "Đã xóa"} if self.shows_deleted else {}
        narrowings |= {"tim": f"Có “{self.words}”"} if self.words else {}
        narrowings |= {name: option.words for name, option in self.chosen.items() if option}
        return [Chip(words, self.query(without=name)) for name, words in narrowings.items()]
