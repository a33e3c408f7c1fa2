"""Outlines, criteria sets and forms that periods are opened from: begun, copied, changed, deleted, restored.

Each is a head with rows. Those that came with the program belong to nobody and are copied to be changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from accounts.conflict import Conflict
from accounts.history import Description, described_value, record
from accounts.log.writing import write
from accounts.models import ChangeKind, LogKind, Organisation, User
from reports.models import CriteriaSet, IndicatorSet, Outline
from reports.models.outline import is_deleted
from reports.periods.set_words import described_criteria, described_indicators, described_sections

LONGEST_NAME = 200
COPIED = " (bản sao)"
LOADED = "bằng lệnh load_indicators"


@dataclass(frozen=True, slots=True)
class Parts:
    """What a kind of set is made of, by the names of its fields, and how its history describes its rows."""

    rows: str
    owner: str
    head: tuple[str, ...]
    row: tuple[str, ...]
    in_period: str  # how a period calls its copy
    described: Callable[[Any, Iterable[Any]], Description]


AnySet = Outline | CriteriaSet | IndicatorSet
TemplateSet = TypeVar("TemplateSet", Outline, CriteriaSet, IndicatorSet)


def rows_of(template: AnySet) -> models.Manager[Any]:
    """Return the sections of an outline, the criteria of a set, the columns of a form."""
    rows: models.Manager[Any] = getattr(template, PARTS[type(template)].rows)
    return rows


def copy_set(template: TemplateSet, *, organisation: Organisation, **values: Any) -> TemplateSet:
    """Return a copy with all its rows, belonging to an organisation, with other `values` of its head."""
    model, parts = type(template), PARTS[type(template)]
    rows = list(rows_of(template).all())
    head = {field: getattr(template, field) for field in parts.head}
    copy = model.objects.create(**head | {"organisation": organisation} | values)
    for row in rows:
        row.pk, row._state.adding = None, True
        setattr(row, parts.owner, copy)
    rows_of(copy).bulk_create(rows)
    return copy


def forms_of_year(receiver: Organisation, year: int) -> list[IndicatorSet]:
    """Return the form of each group for a new period: the latest, the receiver's own before the program's."""
    sets = IndicatorSet.objects.templates_of(receiver).filter(from_year__lte=year)
    own_first = models.F("organisation").asc(nulls_last=True)
    found: dict[str, IndicatorSet] = {}
    for one in sets.order_by("-from_year", own_first, "-pk"):
        found.setdefault(one.group, one)
    return sorted(found.values(), key=lambda one: one.form_code)


@transaction.atomic
def copy_to_change(template: TemplateSet, *, by: User) -> TemplateSet:
    """Return a copy of the officer's own that can be changed."""
    _refuse_others(by)
    name = f"{template.name[: LONGEST_NAME - len(COPIED)].removesuffix(COPIED)}{COPIED}"
    copy = copy_set(template, organisation=by.organisation, name=name)
    record(copy, ChangeKind.ADDED, by=by, values=[["sao chép từ", "", template.name]])
    return copy


@transaction.atomic
def add_set(template: TemplateSet, rows: Sequence[models.Model], *, by: User) -> TemplateSet:
    """Save a new set of the officer's own."""
    _refuse_others(by)
    template.organisation = by.organisation
    template.full_clean()
    template.save()
    _put_rows(template, rows)
    record(template, ChangeKind.ADDED, by=by)
    return template


@transaction.atomic
def load_set(template: TemplateSet, rows: Sequence[models.Model]) -> list[list[str]]:
    """Save a set of the program, new or stored, with these rows; return what changed as [label, before, after]."""
    stored = type(template).objects.filter(pk=template.pk).first()
    before = described_set(stored, rows_of(stored).all()) if stored else {}
    changes = differences(before, described_set(template, rows))
    if changes:
        template.version += 1 if stored else 0
        template.full_clean()
        template.save()
        _put_rows(template, rows)
        write(LogKind.EDITED if stored else LogKind.ADDED, by=None, row=template, details=LOADED)
    return changes


@transaction.atomic
def change_set(template: TemplateSet, rows: Sequence[models.Model], *, version: int, by: User) -> TemplateSet:
    """Save the head and the rows, in this order; raise Conflict where somebody saved or deleted it since `version`.

    A set that was deleted at `version` is restored with it.
    """
    stored = locked_set(template, by)
    if stored.version != version:
        raise Conflict(stored)
    before = described_set(stored, rows_of(stored).all())
    for name in PARTS[type(stored)].head:
        setattr(stored, name, getattr(template, name))
    stored.full_clean()
    _put_rows(stored, rows)
    changes = differences(before, described_set(stored, rows))
    was_deleted = is_deleted(stored)
    if changes or was_deleted:
        stored.version += 1
        if was_deleted:
            record(stored, ChangeKind.RESTORED, by=by)
        record(stored, ChangeKind.EDITED, by=by, values=changes)
    stored.save()
    return stored


def delete_set(template: TemplateSet, *, by: User) -> None:
    """Take the set out of the list; periods keep their own copies. It can be restored."""
    _set_deleted(template, ChangeKind.DELETED, by)


def restore_set(template: TemplateSet, *, by: User) -> None:
    _set_deleted(template, ChangeKind.RESTORED, by)


@transaction.atomic
def _set_deleted(template: TemplateSet, kind: ChangeKind, by: User) -> None:
    """Delete or restore the set unless somebody has done so; its history is what tells."""
    stored = locked_set(template, by)
    if is_deleted(stored) != (kind is ChangeKind.DELETED):
        stored.version += 1
        stored.save(update_fields=["version"])
        record(stored, kind, by=by)


def locked_set(template: TemplateSet, by: User) -> TemplateSet:
    """Return the officer's own set as it is stored now, locked until the transaction ends."""
    _refuse_others(by)
    own = type(template).objects.filter(organisation=by.organisation, period=None)
    stored: TemplateSet = own.select_for_update(of=("self",), no_key=True).get(pk=template.pk)
    return stored


def _refuse_others(by: User) -> None:
    if not by.receives_reports:
        raise PermissionDenied


def _put_rows(template: AnySet, rows: Sequence[models.Model]) -> None:
    """Let the set consist of these rows; those that it has already stay the same rows."""
    parts, stored = PARTS[type(template)], rows_of(template)
    known = set(stored.values_list("pk", flat=True))
    for position, row in enumerate(rows, start=1):
        row.position = position  # type: ignore[attr-defined]
        setattr(row, parts.owner, template)
        row.pk = row.pk if row.pk in known else None
        row._state.adding = row.pk is None
    present = [row for row in rows if row.pk]
    stored.exclude(pk__in=[row.pk for row in present]).delete()
    stored.bulk_update(present, ["position", *parts.row])
    stored.bulk_create([row for row in rows if not row.pk])


def described_set(template: AnySet, rows: Iterable[Any]) -> Description:
    """Return a set with these rows as people read it: its head, its rows as one list, the texts below its headings."""
    parts = PARTS[type(template)]
    head: Description = {}
    for name in parts.head:
        head |= described_value(template, name)
    return head | parts.described(template, rows)


def differences(before: Description, after: Description) -> list[list[str]]:
    """Return what changed as [label, before, after]; rows may have come and gone."""
    labels = dict.fromkeys([*after, *before])
    pairs = [[label, before.get(label, ""), after.get(label, "")] for label in labels]
    return [pair for pair in pairs if pair[1] != pair[2]]


PARTS: dict[type[models.Model], Parts] = {
    Outline: Parts(
        rows="sections",
        owner="outline",
        head=("name", "from_year", "numbering", "for_province"),
        row=("depth", "heading", "guidance", "starting_text", "collects", "is_required"),
        in_period="outline",
        described=described_sections,
    ),
    CriteriaSet: Parts(
        rows="criteria",
        owner="criteria_set",
        head=("name", "legal_basis", "from_year"),
        row=("group", "name", "maximum_points", "guidance"),
        in_period="criteria_set",
        described=described_criteria,
    ),
    IndicatorSet: Parts(
        rows="indicators",
        owner="indicator_set",
        head=("name", "form_code", "group", "from_year", "legal_basis"),
        row=(
            *("code", "above", "label", "unit", "is_text", "is_stock", "is_doubtful", "part_of"),
            *("count", "kinds", "modes", "sum_of", "rules"),
        ),
        in_period="indicator_sets",
        described=described_indicators,
    ),
}
