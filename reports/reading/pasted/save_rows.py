"""Saves the rows of a list together, in the order of the list, and takes them back together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from django.db import transaction

from accounts.models import User
from accounts.rows import YearRow
from accounts.rows.editing import add_row, delete_row
from events.models import Event
from plans.models import Directive, Plan, Policy

MODELS: tuple[type[YearRow], ...] = (Directive, Plan, Policy, Event)


@transaction.atomic
def add_rows(rows: Sequence[YearRow], *, by: User) -> None:
    """Save new rows, in the order of the list if this is not the order of their dates."""
    for _, group in groupby(sorted(rows, key=_kind), key=_kind):
        _place(list(group), by)
    for row in rows:
        add_row(row, by=by)


@transaction.atomic
def take_back(added: dict[str, list[int]], *, by: User) -> int:
    """Delete the rows with the given pks by model name, of the person's own body; return how many were deleted."""
    count = 0
    for model in MODELS:
        for row in model.objects.of(by.organisation).filter(pk__in=added.get(_name(model), [])):
            delete_row(row, by=by)
            count += 1
    return count


def pks_of(rows: Sequence[YearRow]) -> dict[str, list[int]]:
    """Return the pks of the saved rows by model name, as `take_back` needs them."""
    return {_name(model): [row.pk for row in rows if type(row) is model] for model in MODELS}


def _place(rows: list[YearRow], by: User) -> None:
    first = rows[0]
    last = type(first).objects.of(by.organisation).for_year(first.reporting_year).last_position()
    if last or [_day(row) for row in rows] != sorted(map(_day, rows)):
        for position, row in enumerate(rows, start=last + 1):
            row.position = position


def _day(row: YearRow) -> date:
    day: date | None = getattr(row, row.dated_by)
    return day or date.max


def _kind(row: YearRow) -> int:
    return MODELS.index(type(row))


def _name(model: type[YearRow]) -> str:
    return str(model._meta.model_name)
