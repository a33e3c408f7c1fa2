"""The verbs that change a row: each in one transaction, with an entry in its history.

Every verb first reads the stored row again and locks it, since the page may have read an older version. The version
is counted up whenever a described value changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.conflict import Conflict
from accounts.history import Description, described, difference, record, record_each
from accounts.models import ChangeKind, User
from accounts.rows.year_row import YearRow, YearRowQuerySet

Links = Mapping[str, Collection[Any]]
NO_LINKS: Links = {}
ROWS_A_QUERY = 200  # of an update; SQLite bounds the parameters of a query
# The fields that a form does not change.
NOT_EDITED = ("organisation_id", "entered_by_id", "entered_at", "deleted_at", "position", "version")


@transaction.atomic
def add_row(row: YearRow, *, by: User, links: Links = NO_LINKS) -> None:
    """Save a new row of the user's organisation, for the user's division if none is chosen."""
    row.organisation, row.entered_by = by.organisation, by
    row.division = row.division or by.division
    row.position = row.position or _place_after_all(row)
    row.save()
    locked_rows(_turned(row, links), by)
    _link(row, links, by)
    record(row, ChangeKind.ADDED, by=by)


@transaction.atomic
def add_many(rows: Sequence[YearRow], *, by: User) -> None:
    """Save new rows of the user's organisation that have their places, with a fixed number of queries."""
    for row in rows:
        row.organisation, row.entered_by = by.organisation, by
    for model, group in by_model(rows).items():
        model._default_manager.bulk_create(group)
        record_each(group, ChangeKind.ADDED, by=by)


@transaction.atomic
def edit_row(row: YearRow, *, by: User, version: int, links: Links = NO_LINKS) -> None:
    """Save the row if nobody has saved or deleted it since `version`; raise Conflict otherwise."""
    stored = _locked(row, by, also=_turned(row, links))
    if stored.version != version or stored.deleted_at:
        raise Conflict(stored)
    before = described(stored)
    for name in NOT_EDITED:
        setattr(row, name, getattr(stored, name))
    if row.reporting_year != stored.reporting_year:
        row.position = _place_after_all(row)
    row.save()
    _link(row, links, by)
    _record_edit(row, before, by)


@transaction.atomic
def revive_row(row: YearRow, *, by: User, version: int, links: Links = NO_LINKS) -> None:
    """Restore a row that was deleted at `version` and save it as it is now; raise Conflict otherwise."""
    stored = _locked(row, by, also=_turned(row, links))
    if stored.version != version or not stored.deleted_at:
        raise Conflict(stored)
    restore_row(stored, by=by)
    edit_row(row, by=by, version=stored.version, links=links)


@transaction.atomic
def delete_row(row: YearRow, *, by: User) -> None:
    """Mark the row as deleted; it can be restored."""
    _set_deleted(row, timezone.now(), ChangeKind.DELETED, by)


@transaction.atomic
def delete_many(rows: Iterable[YearRow], *, by: User) -> int:
    """Mark the rows as deleted with a fixed number of queries; return how many were not deleted already."""
    stored = [row for row in locked_rows(rows, by) if row.deleted_at is None]
    for model, group in by_model(stored).items():
        for row in group:
            row.deleted_at, row.version = timezone.now(), row.version + 1
        model._default_manager.bulk_update(group, ["deleted_at", "version"], batch_size=ROWS_A_QUERY)
        record_each(group, ChangeKind.DELETED, by=by)
    return len(stored)


@transaction.atomic
def restore_row(row: YearRow, *, by: User) -> None:
    _set_deleted(row, None, ChangeKind.RESTORED, by)


def _locked(row: YearRow, by: User, also: Iterable[YearRow] = ()) -> YearRow:
    """Return the row as it is stored now, deleted or not, locked until the transaction ends."""
    (stored,) = (one for one in locked_rows([row, *also], by) if one == row)
    return stored


def locked_rows(rows: Iterable[YearRow], by: User) -> list[YearRow]:
    """Return the rows of the user's organisation among these, locked always in the same order to avoid deadlocks.

    `no_key` lets others link further rows to these without waiting.
    """
    pks = defaultdict(list)
    for row in rows:
        pks[type(row)].append(row.pk)
    return [
        stored
        for kind in sorted(pks, key=lambda kind: kind._meta.label)
        for stored in kind.with_deleted.of(by.organisation)
        .filter(pk__in=pks[kind])
        .select_for_update(no_key=True)
        .order_by("pk")
    ]


def by_model(rows: Iterable[YearRow]) -> dict[type[YearRow], list[YearRow]]:
    groups: defaultdict[type[YearRow], list[YearRow]] = defaultdict(list)
    for row in rows:
        groups[type(row)].append(row)
    return groups


def _record_edit(row: YearRow, before: Description, by: User) -> None:
    """Count a version up and write an entry, if a described value has changed."""
    if values := difference(before, described(row)):
        row.version += 1
        row.save(update_fields=["version"])
        record(row, ChangeKind.EDITED, by=by, values=values)


def _place_after_all(row: YearRow) -> int:
    """Return the place after all others if the row's year was ordered by hand, else 0."""
    rows: YearRowQuerySet = type(row).objects.of(row.organisation).for_year(row.reporting_year)
    last = rows.last_position()
    return last + 1 if last else 0


def _turned(row: YearRow, links: Links) -> list[YearRow]:
    """Return the rows that these links newly reach or no longer reach."""
    return [other for name, others in links.items() for other in set(getattr(row, name).all()) ^ set(others)]


def _link(row: YearRow, links: Links, by: User) -> None:
    """Link the row to others; their versions change too, so that whoever is editing one gets a conflict."""
    for name, others in links.items():
        turned = locked_rows(_turned(row, {name: others}), by)
        before = [described(other) for other in turned]
        getattr(row, name).set(others)
        for other, was in zip(turned, before, strict=True):
            _record_edit(other, was, by)


def _set_deleted(row: YearRow, moment: datetime | None, kind: ChangeKind, by: User) -> None:
    """Delete or restore the row unless it is so already; update `row` to the stored state."""
    stored = _locked(row, by)
    if (stored.deleted_at is None) != (moment is None):
        stored.deleted_at, stored.version = moment, stored.version + 1
        if moment is None:  # the others may have been put in order meanwhile
            stored.position = stored.position or _place_after_all(stored)
        stored.save(update_fields=["deleted_at", "version", "position"])
        record(stored, kind, by=by)
    row.deleted_at, row.version = stored.deleted_at, stored.version
