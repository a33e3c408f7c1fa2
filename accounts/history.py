"""How a row's values are told in its history, and the entries written there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.formats import date_format

from accounts.models import Change, ChangeKind, User

Told = dict[str, str]
# What people do not change themselves.
UNTOLD = {"search_text", "version", "entered_at", "entered_by", "deleted_at", "organisation", "password"}


def told(row: models.Model) -> Told:
    """Return each value of a row as people read it, by its label; links by what they lead to."""
    values = {
        str(field.verbose_name): _words(row, field)
        for field in row._meta.concrete_fields
        if field.name not in UNTOLD and not field.primary_key
    }
    return values | {
        label: "; ".join(sorted(str(other) for other in getattr(row, name).all()))
        for name, label in getattr(row, "link_labels", {}).items()
    }


def difference(before: Told, after: Told) -> list[list[str]]:
    """Return what changed as [label, before, after]."""
    return [[label, before[label], value] for label, value in after.items() if before[label] != value]


def record(
    row: models.Model, kind: ChangeKind, *, by: User, values: Sequence[Sequence[str]] = ()
) -> Change | None:
    """Write an entry; an edit that changed nothing leaves none."""
    if kind is ChangeKind.EDITED and not values:
        return None
    return Change.objects.create(
        organisation=by.organisation,
        row=row,
        kind=kind,
        changed_by=by,
        values=[list(value) for value in values],
    )


def history_of(row: models.Model) -> models.QuerySet[Change]:
    """Return a row's changes, the last first."""
    kind = ContentType.objects.get_for_model(row)
    return Change.objects.filter(content_type=kind, object_id=row.pk).select_related("changed_by")


def _words(row: models.Model, field: models.Field[Any, Any]) -> str:
    value = getattr(row, field.name)
    if value is None or value == "":
        return ""
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    match field:
        case models.BooleanField():
            return "có" if value else "không"
        case models.DateTimeField() | models.DateField():
            return date_format(value)
        case _:
            return str(value)
