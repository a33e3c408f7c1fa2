"""The verbs that order the rows of a year by hand, and by date again, and the one that undoes each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, assert_never

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.history import record_values
from accounts.models import ChangeKind, User
from accounts.rows.year_row import YearRow, YearRowQuerySet

LABEL = "thứ tự"
BY_DATE = "theo ngày"
ROWS_A_QUERY = 200  # of an update; SQLite bounds the parameters of a query
REORDERED = "Thứ tự đã được sắp lại sau đó, nên không hoàn tác được. Xem thứ tự hiện nay rồi sắp lại nếu cần."


class Way(StrEnum):
    """Where rows go together; BEFORE takes the row before which they are put, or none for the end."""

    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Reordering:
    """What undoes an ordering: the positions before and after it, by pk as text, and the pks of the moved rows."""

    before: dict[str, int]
    after: dict[str, int]
    moved: list[int]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@transaction.atomic
def move_rows(
    rows: YearRowQuerySet, pks: Collection[int], way: Way, *, by: User, before: int | None = None
) -> Reordering | None:
    """Move the rows of a year with these pks together; return what undoes it, or None if nothing moved.

    They keep their own order and stand one after another afterwards. `before` is the pk of the row that follows them.
    """
    present = _locked(rows)
    moved = [row for row in present if row.pk in pks]
    others = [row for row in present if row.pk not in pks]
    place = _place_among(others, present, moved, way, before) if moved else 0
    ordered = [*others[:place], *moved, *others[place:]]
    return _reorder(present, ordered, moved, by) if ordered != present else None


@transaction.atomic
def order_by_date(rows: YearRowQuerySet, *, by: User) -> Reordering | None:
    """Remove the places given by hand from the rows of a year; return what undoes it, or None without such places."""
    present = _locked(rows)
    placed = [row for row in present if row.position]
    before = _positions(present)
    _record(placed, {row.pk: (str(row.position), BY_DATE) for row in placed}, by)
    rows.update(position=0)
    return Reordering(before, dict.fromkeys(before, 0), [row.pk for row in placed]) if placed else None


@transaction.atomic
def undo_reordering(rows: YearRowQuerySet, made: Reordering, *, by: User) -> None:
    """Restore the order before; raise ValidationError if the rows were put in another order since then.

    Rows added meanwhile come by their dates if the others do again, else after all others.
    """
    present = _locked(rows)
    if any(made.after.get(str(row.pk), row.position) != row.position for row in present):
        raise ValidationError(REORDERED)
    places, last = _places(present), max(made.before.values(), default=0)
    for row in present:
        if str(row.pk) in made.before or not last:
            row.position = made.before.get(str(row.pk), 0)
        elif not row.position:
            row.position = last = last + 1
    rows.bulk_update(present, ["position"], batch_size=ROWS_A_QUERY)
    restored = _places(rows.in_order())
    moved = [row for row in present if row.pk in made.moved]
    _record(moved, {row.pk: (str(places[row.pk]), str(restored[row.pk])) for row in moved}, by)


def _places(rows: Iterable[YearRow]) -> dict[int, int]:
    """Return {pk: place} of ordered rows, from 1."""
    return {row.pk: place for place, row in enumerate(rows, start=1)}


def _locked(rows: YearRowQuerySet) -> list[YearRow]:
    """Return the rows in their order, locked until the transaction ends.

    They are locked by pk, as in every verb, to avoid deadlocks; their order is read afterwards, when it can no longer
    change.
    """
    list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    return list(rows.in_order())


def _place_among(
    others: list[YearRow], present: list[YearRow], moved: list[YearRow], way: Way, before: int | None
) -> int:
    """Return how many of the other rows stand before the moved ones afterwards."""
    match way:
        case Way.UP:
            return max(present.index(moved[0]) - 1, 0)
        case Way.DOWN:
            return min(present.index(moved[-1]) + 1 - len(moved) + 1, len(others))
        case Way.FIRST:
            return 0
        case Way.LAST:
            return len(others)
        case Way.BEFORE:
            followed = next((place for place, row in enumerate(present) if row.pk == before), len(present))
            return sum(row not in moved for row in present[:followed])
        case _:
            assert_never(way)


def _reorder(present: list[YearRow], ordered: list[YearRow], moved: list[YearRow], by: User) -> Reordering:
    """Number the rows from 1 in their new order, and record the moves of those that changed their place.

    The versions of the rows stay, so that nobody's edit becomes outdated.
    """
    before, was = _positions(present), _places(present)
    changed = []
    for place, row in enumerate(ordered, start=1):
        if row.position != place:
            row.position = place
            changed.append(row)
    type(ordered[0]).objects.bulk_update(changed, ["position"], batch_size=ROWS_A_QUERY)
    _record(moved, {row.pk: (str(was[row.pk]), str(row.position)) for row in moved}, by)
    return Reordering(before, _positions(ordered), [row.pk for row in moved])


def _positions(rows: Iterable[YearRow]) -> dict[str, int]:
    return {str(row.pk): row.position for row in rows}


def _record(rows: Iterable[YearRow], places: dict[int, tuple[str, str]], by: User) -> None:
    """Record the change of place of each row whose place differs, with a fixed number of queries."""
    moved = [row for row in rows if places[row.pk][0] != places[row.pk][1]]
    record_values(((row, [[LABEL, *places[row.pk]]]) for row in moved), ChangeKind.EDITED, by=by)
