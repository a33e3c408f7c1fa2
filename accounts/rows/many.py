"""Changes the values of many rows in one transaction, with a fixed number of queries.

Every row gets one entry in its history and one further version, whichever of its values changed; so does a row that is
linked to or unlinked from a changed one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from accounts.history import Description, described_values, difference, record_entries
from accounts.models import ChangedItem, ChangeKind, User
from accounts.rows.editing import ROWS_A_QUERY, by_model, locked_rows
from accounts.rows.linking import Pair, link_names, linked_now, linked_rows, store_links
from accounts.rows.year_row import YearRow
from pbgdpl.lib.fields import SearchTextField

# {name of a field: its new value; name of a relation: the rows that are linked to the row afterwards}
Values = Mapping[str, Any]
Changes = Mapping[YearRow, Values]
Names = Mapping[YearRow, Collection[str]]  # of the fields and relations that may change


@dataclass(frozen=True, slots=True)
class ManyEdited:
    """What became of the rows to change."""

    changed: list[YearRow]  # as they are stored now
    left: list[
        YearRow
    ]  # not changed: somebody has saved or deleted them since they were read; as they are stored
    items: list[ChangedItem]  # of the changed rows, as `ChangedTogether` stores them


@transaction.atomic
def edit_many(changes: Changes, *, by: User) -> ManyEdited:
    """Save valid values of rows, leaving each row that somebody has saved or deleted since `row.version`.

    Rows and linked rows of other organisations are ignored. To delete or restore rows, set `deleted_at`.
    """
    linked = set(linked_rows(changes))
    locked = locked_rows([*changes, *linked], by)
    read = {row: row.version for row in changes}
    left = [row for row in locked if row in read and row.version != read[row]]
    ready = {row: changes[row] for row in locked if row in read and row.version == read[row]}
    was_deleted = {row: row.deleted_at is not None for row in locked}
    # A row that is linked or unlinked changes as well, by its own name of that relation.
    names = {row: {*ready.get(row, ()), *(row.link_labels if row in linked else ())} for row in locked}
    befores, was = _values_before(ready), _described_each(names)
    _set_values(ready)
    _save(ready)
    store_links(ready, set(locked))
    changed = _record(names, was, was_deleted, by)
    items = [_item(row, befores[row]) for row in ready if row in changed]
    return ManyEdited([row for row in ready if row in changed], left, items)


def _item(row: YearRow, before: dict[str, Any]) -> ChangedItem:
    return {"model": row._meta.label_lower, "pk": row.pk, "version": row.version, "before": before}


def _values_before(changes: Changes) -> dict[YearRow, dict[str, Any]]:
    """Return the values to restore, by field or relation; a row that leaves its year has its place there as well."""
    pairs = linked_now(changes)
    before: dict[YearRow, dict[str, Any]] = {}
    for row, values in changes.items():
        names = [*values, *(["position"] if "reporting_year" in values else [])]
        links = link_names(row)
        before[row] = {
            name: sorted(pairs[Pair(row, name)])
            if name in links
            else row._meta.get_field(name).value_from_object(row)  # type: ignore[union-attr]
            for name in names
        }
    return before


def _described_each(names: Names) -> dict[YearRow, Description]:
    """Return the described values of the rows as they are stored."""
    found: dict[YearRow, Description] = {}
    for model, group in by_model(names).items():
        links = {name for row in group for name in names[row]} & set(model.link_labels)
        stored = model.with_deleted.filter(pk__in=[row.pk for row in group]).select_related("division")
        found |= {row: described_values(row, names[row]) for row in stored.prefetch_related(*links)}
    return found


def _set_values(changes: Changes) -> None:
    """Set the values of fields; a row that comes into a year or is restored gets a place there."""
    last: dict[tuple[type[YearRow], int], int] = {}  # the last place of a year; 0 in a year ordered by date
    for row, values in changes.items():
        year, was_deleted = row.reporting_year, row.deleted_at is not None
        for name in values.keys() - link_names(row):
            setattr(row, name, values[name])
        is_moved, is_restored = row.reporting_year != year, was_deleted and row.deleted_at is None
        if not (is_moved or is_restored):
            continue
        place = (type(row), row.reporting_year)
        if place not in last:
            last[place] = _last_position(row)
        had = values.get("position", 0) if is_moved else row.position
        row.position = had or (last[place] and last[place] + 1)
        last[place] = max(last[place], row.position)


def _last_position(row: YearRow) -> int:
    rows = type(row).objects.of(row.organisation_id)
    last: int = rows.for_year(row.reporting_year).last_position()
    return last


def _save(changes: Changes) -> None:
    """Save the changed fields: those that are the same in all rows with one query, the others in lots of rows."""
    for model, rows in by_model(changes).items():
        fields = _fields_to_save(rows[0], {name for row in rows for name in changes[row]})
        for row in rows:
            for field in fields:  # which neither update() nor bulk_update() does
                field.pre_save(row, add=False)
        values = {field.name: {getattr(row, field.attname) for row in rows} for field in fields}
        same = {name: found.pop() for name, found in values.items() if len(found) == 1}
        if same:
            model.with_deleted.filter(pk__in=[row.pk for row in rows]).update(**same)
        if others := sorted(values.keys() - same.keys()):
            model.with_deleted.bulk_update(rows, others, batch_size=ROWS_A_QUERY)


def _fields_to_save(row: YearRow, names: set[str]) -> list[models.Field[Any, Any]]:
    """Return the fields of these names, with the place and the searched text where they change too."""
    fields = {row._meta.get_field(name) for name in names - link_names(row)}
    changed = {field.name for field in fields}
    searched = (field for field in row._meta.concrete_fields if isinstance(field, SearchTextField))
    fields |= {field for field in searched if changed & set(field.of)}
    if changed & {"reporting_year", "deleted_at"}:
        fields.add(row._meta.get_field("position"))
    return sorted(fields)  # type: ignore[arg-type]


def _record(
    names: Names, was: Mapping[YearRow, Description], was_deleted: Mapping[YearRow, bool], by: User
) -> set[YearRow]:
    """Count a version up and write an entry for each row that changed; return these rows."""
    entries: list[tuple[models.Model, ChangeKind, list[list[str]]]] = []
    changed: list[YearRow] = []
    now = _described_each(names)
    for row in names:
        values, is_deleted = difference(was[row], now[row]), row.deleted_at is not None
        if values or is_deleted != was_deleted[row]:
            entries.append((row, _kind(was_deleted[row], is_deleted), values))
            changed.append(row)
    for model, group in by_model(changed).items():
        numbered = model.with_deleted.filter(pk__in=[row.pk for row in group])
        numbered.update(version=models.F("version") + 1)
    for row in changed:
        row.version += 1
    record_entries(entries, by=by)
    return set(changed)


def _kind(was_deleted: bool, is_deleted: bool) -> ChangeKind:
    if was_deleted == is_deleted:
        return ChangeKind.EDITED
    return ChangeKind.DELETED if is_deleted else ChangeKind.RESTORED
