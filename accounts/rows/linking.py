"""The links of many rows to other rows, read and stored with a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.db import models

from accounts.rows.year_row import YearRow, row_reference

Changes = Mapping[YearRow, Mapping[str, Any]]


class Pair(NamedTuple):
    """A row and one of its relations to other rows."""

    row: YearRow
    name: str  # "plans"


class Relation(NamedTuple):
    """Where the links of a relation are stored."""

    through: type[models.Model]
    source: str  # the field for the row: "event"
    target: str  # the field for the linked row: "plan"
    model: type[YearRow]  # of the linked rows


def link_names(row: YearRow) -> set[str]:
    return set(row.link_labels)


def linked_now(changes: Changes) -> dict[Pair, set[int]]:
    """Return the pks of the linked rows for each relation that would change; deleted rows are left out."""
    linked: dict[Pair, set[int]] = defaultdict(set)
    for relation, name, rows in _relations(changes):
        by_pk = {row.pk: row for row in rows}
        for source, target in _stored(relation, by_pk).values_list(
            f"{relation.source}_id", f"{relation.target}_id"
        ):
            linked[Pair(by_pk[source], name)].add(target)
    return linked


def linked_rows(changes: Changes) -> list[YearRow]:
    """Return the rows, with their pks alone, whose links would change."""
    now = linked_now(changes)
    return [
        row_reference(relation.model, pk)
        for relation, name, rows in _relations(changes)
        for pk in {pk for row in rows for pk in now[Pair(row, name)] ^ _wanted(changes[row][name])}
    ]


def store_links(changes: Changes, allowed: Collection[YearRow]) -> None:
    """Link the rows to those among the wanted ones that are allowed, and to no others."""
    now = linked_now(changes)
    for relation, name, rows in _relations(changes):
        pks = {row.pk for row in allowed if isinstance(row, relation.model)}
        more, fewer = [], []
        for row in rows:
            linked, wanted = now[Pair(row, name)], _wanted(changes[row][name])
            more += [(row.pk, pk) for pk in sorted((wanted - linked) & pks)]
            fewer += [(row.pk, pk) for pk in (linked - wanted) & pks]
        _remove(relation, set(fewer))
        columns = (f"{relation.source}_id", f"{relation.target}_id")
        relation.through._default_manager.bulk_create(
            (relation.through(**dict(zip(columns, pair, strict=True))) for pair in more),
            ignore_conflicts=True,
        )


def _remove(relation: Relation, pairs: set[tuple[int, int]]) -> None:
    if not pairs:
        return
    found = _stored(relation, {source for source, _ in pairs}).values_list(
        "pk", f"{relation.source}_id", f"{relation.target}_id"
    )
    pks = [pk for pk, *pair in found if tuple(pair) in pairs]
    relation.through._default_manager.filter(pk__in=pks).delete()


def _stored(relation: Relation, pks: Iterable[int]) -> models.QuerySet[Any]:
    conditions = {f"{relation.source}__in": list(pks), f"{relation.target}__deleted_at": None}
    return relation.through._default_manager.filter(**conditions)


def _relations(changes: Changes) -> Iterator[tuple[Relation, str, list[YearRow]]]:
    """Yield each relation of each model that would change, its name, and the rows whose links would."""
    rows: dict[tuple[type[YearRow], str], list[YearRow]] = defaultdict(list)
    for row, values in changes.items():
        for name in values.keys() & link_names(row):
            rows[type(row), name].append(row)
    for (_, name), group in rows.items():
        links = getattr(group[0], name)
        yield (
            Relation(links.through, links.source_field_name, links.target_field_name, links.model),
            name,
            group,
        )


def _wanted(others: Iterable[YearRow]) -> set[int]:
    return {other.pk for other in others}
