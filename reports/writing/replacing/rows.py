"""Replaces words in the fields of many rows with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied

from accounts.models import User
from accounts.rows.editing import locked_rows
from accounts.rows.many import edit_many
from accounts.rows.year_row import YearRow, row_reference
from events.models import Event
from plans.models import Directive, Plan, Policy
from reports.checks.findings import Part
from reports.writing.replacing.changed_texts import ChangedText, Changes, Left, Replaced, refusal

MODELS: dict[Part, type[YearRow]] = {
    Part.PLAN: Plan,
    Part.DIRECTIVE: Directive,
    Part.POLICY: Policy,
    Part.EVENT: Event,
}


def replace_in_rows(changes: Changes, *, by: User) -> Replaced:
    """Save the changed fields of rows whose text is still the same and whose new value is valid.

    Raises PermissionDenied where there are rows and `by` may not edit any.
    """
    done = Replaced()
    wanted = {key: texts for key, texts in changes.items() if key[0] in MODELS}
    if wanted and not by.may_edit:
        raise PermissionDenied
    references = [row_reference(MODELS[part], pk) for part, pk in wanted]
    locked = {(type(row), row.pk): row for row in locked_rows(references, by)}
    ready: dict[YearRow, dict[str, Any]] = {}
    for (part, pk), texts in wanted.items():
        row = locked.get((MODELS[part], pk))
        values = _values(row, texts, done)
        if row and values:
            ready[row] = values
    done.items = edit_many(ready, by=by).items
    return done


def _values(row: YearRow | None, texts: Sequence[ChangedText], done: Replaced) -> dict[str, str]:
    """Return the new values of a row's fields; add the others to what was left."""
    values = {}
    for one in texts:
        if reason := refusal(row, one):
            done.left.append(Left(one.stored.where, reason))
        else:
            values[one.stored.field] = one.after
            done.places += one.places
    return values
