"""The history of a row: its values described in words, and the entries that record changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime

from accounts.log.writing import write_changes
from accounts.models import Change, ChangeKind, User
from pbgdpl.lib.fields import ChosenField
from pbgdpl.lib.vietnamese import decimal_number, official_date

Description = dict[str, str]
# Fields that people do not change, or that are recorded in another way: a move in the list has an entry of its own.
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
    """Return {label: value in words} for the fields and the linked rows; linked rows are named one a line."""
    values = {}
    together = {field: one for one, (_, *fields) in _read_as_one(row).items() for field in fields}
    for field in row._meta.concrete_fields:
        if field.name not in NOT_DESCRIBED and not field.primary_key:
            name = together.get(field.name, field.name)
            values[_label(row, name)] = value_in_words(row, name)
    return values | {label: _linked(row, name) for name, label in _links(row).items()}


def described_values(row: models.Model, names: Iterable[str]) -> Description:
    """Return {label: value in words} for some fields and relations, as `described` does for all."""
    together = {field: one for one, (_, *fields) in _read_as_one(row).items() for field in fields}
    links, values = _links(row), {}
    for name in names:
        if name in links:
            values[links[name]] = _linked(row, name)
        elif (field := row._meta.get_field(name).name) not in NOT_DESCRIBED:
            values |= described_value(row, together.get(field, field))
    return values


def described_value(row: models.Model, name: str) -> Description:
    """Return {label: value in words} for one field or property."""
    return {_label(row, name): value_in_words(row, name)}


def value_in_words(row: models.Model, name: str) -> str:
    """Return the value of a field, or of a property named in `read_as_one`, as people read it."""
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
            return official_date(value)
        case models.DecimalField():
            return decimal_number(value)
        case ChosenField():
            return field.in_words(value)
        case _:
            return str(value)


def difference(before: Description, after: Description) -> list[list[str]]:
    """Return the changed values as [label, before, after]."""
    return [[label, before[label], value] for label, value in after.items() if before[label] != value]


def record(
    row: models.Model, kind: ChangeKind, *, by: User, values: Sequence[Sequence[str]] = ()
) -> Change | None:
    """Return a new entry in the row's history; None, and nothing written, for an edit without changes."""
    if kind is ChangeKind.EDITED and not values:
        return None
    return _record([(row, kind, values)], by)[0]


def record_each(rows: Iterable[models.Model], kind: ChangeKind, *, by: User) -> None:
    """Record that all these rows were added, deleted or restored."""
    record_entries(((row, kind, []) for row in rows), by=by)


def record_entries(entries: Iterable[tuple[models.Model, ChangeKind, list[list[str]]]], *, by: User) -> None:
    """Record changes, each a row, the kind and the changed values, with a fixed number of queries."""
    _record(entries, by)


def record_values(
    entries: Iterable[tuple[models.Model, Sequence[Sequence[str]]]], kind: ChangeKind, *, by: User
) -> None:
    """Record an entry with its changed values for each of these rows."""
    _record(((row, kind, values) for row, values in entries), by)


@transaction.atomic(savepoint=False)
def _record(
    entries: Iterable[tuple[models.Model, ChangeKind, Sequence[Sequence[str]]]], by: User
) -> list[Change]:
    """Save the entries in the histories of rows, and with each its entry in the log."""
    changes = [
        (
            Change(
                organisation=by.organisation, row=row, kind=kind, changed_by=by, values=[*map(list, values)]
            ),
            row,
        )
        for row, kind, values in entries
    ]
    Change.objects.bulk_create(change for change, _ in changes)
    write_changes(changes, by=by)
    return [change for change, _ in changes]


def record_download(row: models.Model, name: str, *, by: User) -> None:
    """Record that a user downloaded a file of the row."""
    record(row, ChangeKind.DOWNLOADED, by=by, values=[["tệp", "", name]])


def history_of(row: models.Model) -> models.QuerySet[Change]:
    """Return the entries about a row, newest first, without downloads."""
    return _entries_of(row).exclude(kind=ChangeKind.DOWNLOADED)


def downloads_of(row: models.Model) -> models.QuerySet[Change]:
    """Return the entries about downloads of a row's files, newest first."""
    return _entries_of(row).filter(kind=ChangeKind.DOWNLOADED)


def _entries_of(row: models.Model) -> models.QuerySet[Change]:
    kind = ContentType.objects.get_for_model(row)
    return Change.objects.filter(content_type=kind, object_id=row.pk).select_related("changed_by")


def last_change(row: models.Model) -> Change | None:
    """Return the last entry about the row's values; moves in the list and changes of files are left out."""
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
