"""The verb that does one thing to the selected rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from accounts.models import ChangedTogether, User
from accounts.rows.editing import locked_rows
from accounts.rows.linking import Pair, link_names, linked_now
from accounts.rows.many import Values
from accounts.rows.together import change_rows
from accounts.rows.year_row import YearRow, row_reference

MOST_SELECTED = 2000  # rows; a change of more takes longer than a page may


@dataclass(frozen=True, slots=True)
class Task:
    """What is done to the rows, in words and in values."""

    values: Values  # linked rows are added to those that a row has
    words: str  # after "Đã hoàn tác việc": "chuyển sang Phòng A"
    done: tuple[str, str]  # what stands before and after the number of rows: ("Đã chuyển", "sang Phòng A")
    replaces_links: bool = False


@dataclass(frozen=True, slots=True)
class SelectedDone:
    changed: list[YearRow] = field(default_factory=list)
    unchanged: list[YearRow] = field(default_factory=list)  # they had the value already
    gone: list[YearRow] = field(default_factory=list)  # deleted, or moved to another year
    stored: ChangedTogether | None = None


@transaction.atomic
def do_to_selected(rows: Sequence[YearRow], task: Task, *, year: int, by: User) -> SelectedDone:
    """Carry out the task on those of the rows that are still in the list of the year."""
    selected = set(rows)
    others = [
        other
        for row in rows[:1]
        for name in link_names(row) & task.values.keys()
        for other in task.values[name]
    ]
    locked = [row for row in locked_rows([*rows, *others], by) if row in selected]
    ready = [row for row in locked if row.deleted_at is None and row.reporting_year == year]
    done = change_rows(_values_of_each(ready, task), by=by, words=task.words[:300])
    changed, there = set(done.changed), set(ready)
    return SelectedDone(
        done.changed,
        [row for row in ready if row not in changed],
        [row for row in locked if row not in there],
        done.stored,
    )


def _values_of_each(rows: list[YearRow], task: Task) -> dict[YearRow, Values]:
    changes = dict.fromkeys(rows, task.values)
    if task.replaces_links:
        return changes
    linked = linked_now(changes)
    return {
        row: {
            name: [*value, *(row_reference(getattr(row, name).model, pk) for pk in linked[Pair(row, name)])]
            if name in link_names(row)
            else value
            for name, value in task.values.items()
        }
        for row in rows
    }
