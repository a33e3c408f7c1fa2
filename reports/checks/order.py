"""The rule about the order of a listing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from accounts.rows import YearRow
from events.kinds import DatePrecision
from events.models import Event
from plans.models import Directive, Plan
from reports.checks.dates import days_of
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Rule, Severity, named
from reports.checks.passages import name_of
from reports.compiling.listings import DIRECTIVES, EVENTS, PLANS, ListingChoice, choices_in, grouped_rows

OUT_OF_ORDER = Rule(
    "out-of-order",
    Severity.HINT,
    "Danh mục không theo thứ tự ngày",
    "Danh mục theo ngày dễ đọc, dễ đối chiếu; một thứ tự riêng của đơn vị vẫn được giữ.",
)

Dated = tuple[date, YearRow]


def out_of_order(draft: Draft) -> Iterator[Finding]:
    """Find the rows of a listing that stand outside the order of dates that the others keep."""
    choices = dict.fromkeys(choice for section in draft.sections for choice in choices_in(section.body))
    rows_of = {PLANS: draft.plans, DIRECTIVES: draft.directives, EVENTS: draft.events}
    for name, rows in rows_of.items():
        listed = [row for row in rows if row.in_report]
        asked = [choice for choice in choices if choice.name == name] or [ListingChoice(name)]
        found = {row for choice in asked for run in _runs(listed, choice) for row in _out_of_order(run)}
        if strays := [row for row in listed if row in found]:
            text = (
                f"Danh mục {name} không theo thứ tự ngày ở: "
                f"{named([name_of(row) for row in strays], 'dòng')}. Xếp lại, hoặc giữ nếu đó là thứ tự riêng."
            )
            same = str(strays[0]._meta.model_name), *(row.pk for row in strays)
            yield OUT_OF_ORDER.finds(text, draft.place_of(*strays, field="position"), *same)


def _runs(rows: Sequence[YearRow], choice: ListingChoice) -> list[list[YearRow]]:
    """Return the rows of each group of a listing."""
    if choice == ListingChoice(choice.name):
        return [list(rows)]
    return [group for _, group in grouped_rows(rows, choice)]


def _out_of_order(rows: Sequence[YearRow]) -> list[YearRow]:
    dated = [row for row in rows if days_of(row)[0]]
    if _is_newest_first(_placed(dated)):
        return []
    return [row for group in _groups(dated) for row in _strays(_placed(group))]


def _placed(rows: Iterable[YearRow]) -> list[Dated]:
    """Return each row with its day; a row with only a month or a quarter may have any day of it."""
    placed: list[Dated] = []
    for row in rows:
        first, last = days_of(row)
        if first and last:
            above = placed[-1][0] if placed else first
            is_inexact = isinstance(row, Event) and row.date_precision != DatePrecision.DAY
            placed.append((min(max(first, above), last) if is_inexact else first, row))
    return placed


def _groups(dated: Sequence[YearRow]) -> list[list[YearRow]]:
    """Return the rows grouped by kind or by body if the listing is arranged so, else all as one group."""
    groups = [list(group) for _, group in groupby(dated, key=_heading)]
    headings = [_heading(group[0]) for group in groups]
    is_arranged = len(set(headings)) == len(headings) and 2 * len(headings) <= len(dated)
    return groups if is_arranged else [list(dated)]


def _heading(row: YearRow) -> str:
    match row:
        case Directive(issuing_body=body):
            return str(body)
        case Plan(kind=kind):
            return str(kind)
        case _:
            return str(getattr(row, "kind", ""))


def _is_newest_first(dated: Sequence[Dated]) -> bool:
    return all(above[0] >= below[0] for above, below in pairwise(dated))


def _strays(dated: Sequence[Dated]) -> list[YearRow]:
    """Return the smallest number of rows without which the others are in the order of dates."""
    ends: list[date] = []  # the earliest day on which an ordered run of each length can end
    lengths = []
    for day, _ in dated:
        place = bisect_right(ends, day)
        ends[place : place + 1] = [day]
        lengths.append(place + 1)
    wanted, strays = len(ends), []
    for (_, row), length in zip(reversed(dated), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            strays.append(row)
    return strays[::-1]
