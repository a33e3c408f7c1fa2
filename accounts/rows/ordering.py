"""The verbs that order the rows of a year by hand, and by date again."""

from __future__ import annotations

from django.db import transaction

from accounts.history import record
from accounts.models import ChangeKind, User
from accounts.rows.year_row import YearRow, YearRowQuerySet

LABEL = "thứ tự"
BY_DATE = "theo ngày"


@transaction.atomic
def move_row(row: YearRow, *, by: User, before: YearRow | None) -> int:
    """Move a row before another one of its year, or to the end if that is None; return its place, from 1."""
    rows = _locked(_year_of(row, by))
    others = [other for other in rows if other != row]
    return _place(row, rows, others.index(before) if before in others else len(others), by)


@transaction.atomic
def step_row(row: YearRow, *, by: User, down: bool) -> int:
    """Move a row one place down or up, if there is one; return its place, from 1."""
    rows = _locked(_year_of(row, by))
    place = rows.index(row) + (1 if down else -1)
    return _place(row, rows, min(max(place, 0), len(rows) - 1), by)


@transaction.atomic
def order_by_date(rows: YearRowQuerySet, *, by: User) -> None:
    """Remove the places given by hand from the rows of a year."""
    placed = [row for row in _locked(rows) if row.position]
    for row in placed:
        record(row, ChangeKind.EDITED, by=by, values=[[LABEL, str(row.position), BY_DATE]])
    rows.update(position=0)


def _year_of(row: YearRow, by: User) -> YearRowQuerySet:
    rows: YearRowQuerySet = type(row).objects.of(by.organisation).for_year(row.reporting_year)
    return rows


def _locked(rows: YearRowQuerySet) -> list[YearRow]:
    """Return the rows in their order, locked until the transaction ends.

    They are locked by pk, as in every verb, to avoid deadlocks; their order is read afterwards, when it can no longer
    change.
    """
    list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    return list(rows.in_order())


def _place(row: YearRow, rows: list[YearRow], place: int, by: User) -> int:
    """Number the rows from 1 with `row` at its new place (from 0), and record the move; return its place, from 1."""
    was = rows.index(row)
    if place != was:
        rows.insert(place, rows.pop(was))
        record(row, ChangeKind.EDITED, by=by, values=[[LABEL, str(was + 1), str(place + 1)]])
        _number(rows)
    return place + 1


def _number(rows: list[YearRow]) -> None:
    """Store the places that changed; the versions of the rows stay, so that nobody's edit becomes outdated."""
    changed = [(place, row) for place, row in enumerate(rows, start=1) if row.position != place]
    for place, row in changed:
        row.position = place
    type(rows[0]).objects.bulk_update([row for _, row in changed], ["position"])
