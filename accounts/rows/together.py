"""Changes many rows with one command, and undoes it with one: the contract of `ChangedTogether`.

A view calls `change_rows` and shows a message with the address that undoes it:

    done = change_rows({plan: {"division": division} for plan in plans}, by=user, words="chuyển sang Phòng A")
    messages.success(request, "Đã chuyển …", extra_tags=pages.url("undo", year, done.stored.key))

- The keys are rows as they were read; a row that somebody has saved or deleted since `row.version` is in `done.left`.
  A command that states the new value alone reads the rows by `locked_rows` in its own transaction first: none is left.
- The values were checked by a form. {"plans": [plan]} links the row to these rows alone, {"deleted_at": now} deletes.
- `done.stored` is None where no row changed.

Objects of other models (sections, annexes) are changed by verbs of their own wing, which return a `ChangedItem` for
each. One `ChangedTogether.objects.store([*edit_many(…).items, *items], by=…, words=…)` stores them together with rows,
in one transaction with the changes. That wing has its own address for the undo, whose view is an `UndoTogether`
(accounts/rows/views/undo.py) with `undo_of = {"reports.section": undo_sections}`, the verb that undoes the items of a
model. Rows need no entry there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from accounts.models import ChangedItem, ChangedTogether, User
from accounts.rows.linking import link_names
from accounts.rows.many import Changes, ManyEdited, Values, edit_many
from accounts.rows.year_row import YearRow, row_reference


@dataclass(frozen=True, slots=True)
class Undone:
    """The objects that are as they were before, and those left as they are because somebody changed them since."""

    undone: list[Any] = field(default_factory=list)
    left: list[Any] = field(default_factory=list)

    def __add__(self, other: Undone) -> Undone:
        return Undone([*self.undone, *other.undone], [*self.left, *other.left])


# Undoes the items of one model, as `undo_rows` does.
UndoVerb = Callable[[list[ChangedItem], User], Undone]


@dataclass(frozen=True, slots=True)
class RowsChanged(ManyEdited):
    stored: ChangedTogether | None  # None where no row changed


@transaction.atomic
def change_rows(changes: Changes, *, by: User, words: str) -> RowsChanged:
    """Change the rows as `edit_many` does, and store the change so that it can be undone."""
    done = edit_many(changes, by=by)
    stored = ChangedTogether.objects.store(done.items, by=by, words=words) if done.items else None
    return RowsChanged(done.changed, done.left, done.items, stored)


def can_undo(stored: ChangedTogether, undo_of: Mapping[str, UndoVerb]) -> bool:
    """Return whether all objects are rows or of a model in `undo_of`."""
    return all(name in undo_of or issubclass(apps.get_model(name), YearRow) for name in _by_model(stored))


@transaction.atomic
def undo_together(
    stored: ChangedTogether, *, by: User, undo_of: Mapping[str, UndoVerb] | None = None
) -> Undone:
    """Restore what the objects were before the change, except those that somebody has changed since.

    A change that was undone already is not undone again: nothing is returned then.
    """
    locked = ChangedTogether.objects.made_by(by).select_for_update(of=("self",)).get(pk=stored.pk)
    if locked.undone_at:
        return Undone()
    verbs, groups = undo_of or {}, _by_model(locked)
    outcome = undo_rows([item for name in groups.keys() - verbs.keys() for item in groups[name]], by)
    for name in groups.keys() & verbs.keys():
        outcome += verbs[name](groups[name], by)
    locked.undone_at = timezone.now()
    locked.save(update_fields=["undone_at"])
    return outcome


def undo_rows(items: list[ChangedItem], by: User) -> Undone:
    """Restore the rows of these items."""
    changes: dict[YearRow, Values] = {}
    for item in items:
        row = row_reference(apps.get_model(item["model"]), item["pk"], item["version"])
        changes[row] = {
            _attribute(row, name): _value(row, name, value) for name, value in item["before"].items()
        }
    lost = _without_target(changes)
    done = edit_many({row: values for row, values in changes.items() if row not in lost}, by=by)
    return Undone(done.changed, [*done.left, *_stored(lost, by)])


def _attribute(row: YearRow, name: str) -> str:
    """Return the attribute that takes the stored value: "division_id" for "division"."""
    return name if name in link_names(row) else row._meta.get_field(name).attname  # type: ignore[union-attr]


def _value(row: YearRow, name: str, value: Any) -> Any:
    if name in link_names(row):
        return [row_reference(getattr(row, name).model, pk) for pk in value]
    return row._meta.get_field(name).to_python(value)  # type: ignore[union-attr]


def _without_target(changes: Changes) -> set[YearRow]:
    """Return the rows whose earlier value names an object that was deleted since, such as a division."""
    asked: defaultdict[type[models.Model], set[Any]] = defaultdict(set)
    named: list[tuple[YearRow, type[models.Model], Any]] = []
    for row, values in changes.items():
        for name in values.keys() - link_names(row):
            model = row._meta.get_field(name).related_model
            if model is not None and values[name] is not None:
                asked[model].add(values[name])
                named.append((row, model, values[name]))
    there = {model: set(model._base_manager.in_bulk(pks)) for model, pks in asked.items()}
    return {row for row, model, pk in named if pk not in there[model]}


def _stored(rows: set[YearRow], by: User) -> list[YearRow]:
    return [
        stored
        for row in rows
        if (stored := type(row).with_deleted.of(by.organisation).filter(pk=row.pk).first())
    ]


def _by_model(stored: ChangedTogether) -> dict[str, list[ChangedItem]]:
    groups: defaultdict[str, list[ChangedItem]] = defaultdict(list)
    for item in stored.items:
        groups[item["model"]].append(item)
    return groups
