"""How a row's values are told in its history, and the entries written there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime

from accounts.models import Change, ChangeKind, User
from pbgdpl.lib.vietnamese import decimal_number

Description = dict[str, str]
# What people do not change themselves, or not by editing the row: a new place in the list tells its own change.
NOT_DESCRIBED = {
    "search_text",
    "version",
    "entered_at",
    "entered_by",
    "deleted_at",
    "organisation",
    "password",
    "position",
    "notices_seen_at",
}


def described(row: models.Model) -> Description:
    """Return each value of a row as people read it, by its label; links by the names of what they lead to.

    Links stand one a line.
    """
    values = {}
    together = {field: one for one, (_, *fields) in _read_as_one(row).items() for field in fields}
    for field in row._meta.concrete_fields:
        if field.name not in NOT_DESCRIBED and not field.primary_key:
            name = together.get(field.name, field.name)
            values[_label(row, name)] = value_in_words(row, name)
    return values | {label: _linked(row, name) for name, label in _links(row).items()}


def described_value(row: models.Model, name: str) -> Description:
    """Return one value of a row by its label."""
    return {_label(row, name): value_in_words(row, name)}


def value_in_words(row: models.Model, name: str) -> str:
    """Return one value of a row as people read it, by the name of its field or of the property that says it."""
    value = getattr(row, name)
    if value is None or value == "":
        return ""
    if name in _read_as_one(row):
        return str(value)
    field: models.Field[Any, Any] = row._meta.get_field(name)  # type: ignore[assignment]
    if field.choices:
        return str(getattr(row, f"get_{name}_display")())
    match field:
        case models.BooleanField():
            return "có" if value else "không"
        case models.DateTimeField():
            return date_format(localtime(value), "DATETIME_FORMAT")
        case models.DateField():
            return date_format(value)
        case models.DecimalField():
            return decimal_number(value)
        case _:
            return str(value)


def difference(before: Description, after: Description) -> list[list[str]]:
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


def record_download(row: models.Model, name: str, *, by: User) -> None:
    """Write who fetched which file of a row."""
    record(row, ChangeKind.DOWNLOADED, by=by, values=[["tệp", "", name]])


def history_of(row: models.Model) -> models.QuerySet[Change]:
    """Return a row's changes, the last first; who only fetched a file changed nothing."""
    return _entries_of(row).exclude(kind=ChangeKind.DOWNLOADED)


def downloads_of(row: models.Model) -> models.QuerySet[Change]:
    """Return who fetched files of a row, the last first."""
    return _entries_of(row).filter(kind=ChangeKind.DOWNLOADED)


def _entries_of(row: models.Model) -> models.QuerySet[Change]:
    kind = ContentType.objects.get_for_model(row)
    return Change.objects.filter(content_type=kind, object_id=row.pk).select_related("changed_by")


def last_change(row: models.Model) -> Change | None:
    """Return who last changed what the row says, and when; a new place in the list or a file says nothing else."""
    labels = described(row).keys()
    return next((one for one in history_of(row) if one.kind != ChangeKind.EDITED or one.tells(labels)), None)


def _read_as_one(row: models.Model) -> dict[str, tuple[str, ...]]:
    return getattr(row, "read_as_one", {})


def _links(row: models.Model) -> dict[str, str]:
    return getattr(row, "link_labels", {})


def _label(row: models.Model, name: str) -> str:
    if name in _read_as_one(row):
        return _read_as_one(row)[name][0]
    return str(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _linked(row: models.Model, name: str) -> str:
    return "\n".join(sorted(other.short_name for other in getattr(row, name).all()))
