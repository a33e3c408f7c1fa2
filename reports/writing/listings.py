"""The listings that a section names, shown beside its text as they will be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, islice
from typing import Any

from django.db.models import Count, Q
from django.utils.text import capfirst

from accounts.rows.year_row import YearRow, YearRowQuerySet
from pbgdpl.lib.composed import Composed
from reports.compiling.collected import CollectedListings, collected_in
from reports.compiling.figures.marks import unread_listings
from reports.compiling.listings import (
    MODELS,
    Group,
    Grouping,
    ListedRows,
    ListingChoice,
    choices_in,
    grouped,
    printed,
    read_choice,
    write_choice,
)
from reports.document.typed import LISTING
from reports.models import Report

MOST_SHOWN = 50  # lines of one listing; the rest is on the page of its rows


@dataclass(frozen=True, slots=True)
class ListingBeside:
    """A listing of rows with its first lines."""

    choice: ListingChoice
    groups: tuple[Group, ...]
    total: int  # lines that are printed
    left_out: int  # rows of the year that the report does not list

    @property
    def words(self) -> str:
        """Return the text that is typed between the brackets."""
        return write_choice(self.choice)

    @property
    def name(self) -> str:
        return capfirst(self.choice.name)

    @property
    def list_name(self) -> str:
        """Return the URL name of the list of the rows: "plans"."""
        return MODELS[self.choice.name].list_name

    @property
    def grouping(self) -> str:
        return self.choice.grouping.value if self.choice.grouping else ""

    @property
    def is_cut(self) -> bool:
        return self.total > MOST_SHOWN


def listings_beside(report: Report, text: str) -> tuple[ListingBeside, ...]:
    """Return the listings of rows that a text names, each once; at most two queries for each."""
    rows = ListedRows(report)
    choices = [choice for choice in dict.fromkeys(choices_in(text)) if choice.name in MODELS]
    return tuple(_beside(rows, choice) for choice in choices)


@dataclass(frozen=True, slots=True)
class CollectedBeside:
    """A listing of what the bodies reported, with how many things it lists: documents, bodies, criteria, proposals."""

    words: str
    count: int

    @property
    def name(self) -> str:
        return capfirst(self.words)


def collected_beside(report: Report, text: str) -> tuple[CollectedBeside, ...]:
    """Return the listings of what the bodies reported that a text names, none in a report that does not print them."""
    collected = CollectedListings(report)
    return tuple(
        CollectedBeside(write_choice(choice), collected[choice].count)
        for choice in collected_in(text)
        if collected.is_offered
    )


def unread_beside(report: Report, text: str) -> tuple[tuple[str, bool], ...]:
    """Return the listings that a text names and this report does not print, each with whether another would."""
    names = unread_listings(text, is_of_province=report.organisation.reports_for_province)
    return tuple((name, read_choice(name) is not None) for name in names)


def _beside(rows: ListedRows, choice: ListingChoice) -> ListingBeside:
    of_year = rows.report.organisation_id, rows.report.reporting_year
    condition = printed(choice, rows.report)
    counted = _counts(choice.name, condition).tuples(*of_year)
    total, left_out = counted[0][1:] if counted else (0, 0)
    if choice.grouping:
        groups = rows.groups(choice)
    else:  # the row after the last one that is shown decides how the last line ends
        first = _printed_rows(choice.name, condition).instances(*of_year, page=(MOST_SHOWN + 1, 0))
        groups = grouped(first, choice)
    return ListingBeside(choice, tuple(_first_lines(groups)), total, left_out)


def _of_year(name: str, organisation: Any, year: Any) -> YearRowQuerySet[YearRow]:
    rows: YearRowQuerySet[YearRow] = MODELS[name]._default_manager.of(organisation).for_year(year)
    return rows


@lru_cache(maxsize=100)
def _counts(name: str, condition: Q) -> Composed:
    """Return the query for how many rows of a year are printed, and how many the report does not list."""
    counts = {"total": Count("pk", filter=condition), "left_out": Count("pk", filter=Q(in_report=False))}
    return Composed(
        lambda organisation, year: (
            _of_year(name, organisation, year).order_by().values_list("organisation").annotate(**counts)
        )
    )


@lru_cache(maxsize=100)
def _printed_rows(name: str, condition: Q) -> Composed:
    return Composed(
        lambda organisation, year: (
            _of_year(name, organisation, year).filter(condition).with_counts().in_order()
        )
    )


def _first_lines(groups: tuple[Group, ...]) -> Iterator[Group]:
    """Yield the lines that are shown, in their groups."""
    lines = islice(((group.lead, line) for group in groups for line in group.lines), MOST_SHOWN)
    for lead, shown in groupby(lines, key=lambda pair: pair[0]):
        yield Group(lead, tuple(line for _, line in shown))


def regrouped(text: str, choice: ListingChoice, grouping: Grouping | None) -> str:
    """Return the text with every listing of that choice grouped in another way; all else stays as typed.

    >>> regrouped("Sở đã tổ chức:\\n[[hoat dong]]", ListingChoice("hoạt động"), Grouping.MONTH)
    'Sở đã tổ chức:\\n[[hoạt động: theo tháng]]'
    """
    written = f"[[{write_choice(replace(choice, grouping=grouping))}]]"
    return "\n".join(written if _named(line) == choice else line for line in text.split("\n"))


def _named(line: str) -> ListingChoice | None:
    found = LISTING.fullmatch(" ".join(line.split()))
    return read_choice(found[1]) if found else None
