"""Saves what was typed in the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import QueryDict

from accounts.models import ChangedTogether, User
from accounts.rows.duplicates import duplicates_of
from accounts.rows.editing import locked_rows
from accounts.rows.pages import RowPages
from accounts.rows.together import change_rows
from accounts.rows.year_row import YearRow, row_reference

WORDS = "điền bảng"


@dataclass(frozen=True, slots=True)
class GridSaved:
    """What became of a sent grid."""

    changed: Sequence[YearRow]
    open: Sequence[Any]  # the forms of the rows that were not saved: faults, doubts, changes of others
    stored: ChangedTogether | None


@transaction.atomic
def save_grid(pages: RowPages, pks: Sequence[int], data: QueryDict, *, year: int, by: User) -> GridSaved:
    """Save the rows whose typed values can be saved, with a fixed number of queries; the others are left as they are.

    Only what the user changed is saved, so that nothing is lost that somebody else saved in other fields meanwhile.
    """
    rows = {row.pk: row for row in locked_rows((row_reference(pages.model, pk) for pk in pks), by)}
    forms = grid_forms(pages, [rows[pk] for pk in pks if pk in rows], data, year=year, by=by)
    touched = [form for form in forms if form.is_touched]
    _find_duplicates(touched)
    ready = [form for form in touched if form.can_save]
    done = change_rows({form.row: form.values for form in ready}, by=by, words=WORDS)
    return GridSaved(done.changed, [form for form in touched if not form.can_save], done.stored)


def grid_forms(
    pages: RowPages, rows: Sequence[YearRow], data: QueryDict | None = None, *, year: int, by: User
) -> list[Any]:
    """Return the form of each row, unbound without data."""
    divisions = list(by.organisation.divisions.all())
    for row in rows:
        row.organisation = by.organisation  # its duplicates are found by it
    form_class: Any = pages.grid_form_class
    return [form_class(data, row=row, by=by, year=year, divisions=divisions) for row in rows]


def _find_duplicates(forms: Sequence[Any]) -> None:
    """Note on each form whose row becomes the duplicate of a stored one, which one that is."""
    renamed = [form for form in forms if form.is_valid() and form.instance.identity() != form.row.identity()]
    for place, duplicate in duplicates_of([form.instance for form in renamed]).items():
        renamed[place].duplicate = duplicate
