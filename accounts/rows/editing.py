"""The verbs that change a row: each in one transaction, with an entry in its history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone

from accounts.history import difference, record, told
from accounts.models import ChangeKind, User
from accounts.rows.year_row import YearRow

Links = Mapping[str, Collection[models.Model]]
NO_LINKS: Links = {}
# What a form does not change: its owner, its beginnings, its place in the list.
KEPT = {"id", "organisation", "entered_by", "entered_at", "deleted_at", "position"}


class EditConflict(Exception):
    """Somebody saved the row after it was read; `stored` is what they saved, None where they deleted it."""

    def __init__(self, stored: YearRow | None) -> None:
        super().__init__()
        self.stored = stored


@transaction.atomic
def add_row(row: YearRow, *, by: User, links: Links = NO_LINKS) -> None:
    """Save a new row of the person's own organisation, for their division where none is chosen."""
    row.organisation, row.entered_by = by.organisation, by
    row.division = row.division or by.division
    row.position = _last_position(row)
    row.save()
    _link(row, links)
    record(row, ChangeKind.ADDED, by=by)


@transaction.atomic
def edit_row(row: YearRow, *, by: User, version: int, links: Links = NO_LINKS) -> None:
    """Save the row if nobody has saved it since `version`; raise EditConflict otherwise."""
    stored = _locked(row, by)
    if stored is None or stored.version != version:
        raise EditConflict(stored)
    before = told(stored)
    row.version = version + 1
    row.save(update_fields=[field.name for field in row._meta.concrete_fields if field.name not in KEPT])
    _link(row, links)
    record(row, ChangeKind.EDITED, by=by, values=difference(before, told(row)))


@transaction.atomic
def delete_row(row: YearRow, *, by: User) -> None:
    """Take the row out of every list; it can be restored."""
    _set_deleted(row, timezone.now(), ChangeKind.DELETED, by)


@transaction.atomic
def restore_row(row: YearRow, *, by: User) -> None:
    _set_deleted(row, None, ChangeKind.RESTORED, by)


@transaction.atomic
def list_rows(rows: Iterable[YearRow], *, by: User, in_report: bool) -> int:
    """Put rows into the listing of the report or take them out; return how many that changed."""
    changed = [row for row in rows if row.in_report != in_report]
    for row in changed:
        before = told(row)
        row.in_report, row.version = in_report, row.version + 1
        row.save(update_fields=["in_report", "version"])
        record(row, ChangeKind.EDITED, by=by, values=difference(before, told(row)))
    return len(changed)


def _locked(row: YearRow, by: User) -> YearRow | None:
    """Return the row as it is stored now, kept for this transaction, None where it was deleted."""
    rows = type(row).objects.of(by.organisation).select_for_update(of=("self",))
    locked: YearRow | None = rows.filter(pk=row.pk).first()
    return locked


def _last_position(row: YearRow) -> int:
    """Return a place after all others where the year is in an order of the writer's own, else none."""
    rows = type(row).objects.of(row.organisation).for_year(row.reporting_year)
    last: int = rows.aggregate(last=Max("position", default=0))["last"]
    return last + 1 if last else 0


def _link(row: YearRow, links: Links) -> None:
    for name, others in links.items():
        getattr(row, name).set(others)


def _set_deleted(row: YearRow, moment: datetime | None, kind: ChangeKind, by: User) -> None:
    if (row.deleted_at is None) == (moment is None):
        return
    row.deleted_at, row.version = moment, row.version + 1
    row.save(update_fields=["deleted_at", "version"])
    record(row, kind, by=by)
