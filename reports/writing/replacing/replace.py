"""The verb that carries out proposed replacements in a report and in the rows of its year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from accounts.models import ChangedTogether, User
from reports.checks.mending.proposals import Proposal
from reports.models import Report
from reports.states import Action, require
from reports.writing.replacing.changed_texts import Left, changed_texts
from reports.writing.replacing.parts import replace_in_parts
from reports.writing.replacing.rows import replace_in_rows


@dataclass(frozen=True, slots=True)
class AllReplaced:
    places: int
    left: tuple[Left, ...]
    stored: ChangedTogether | None  # by which all of it is undone; None if nothing was replaced


@transaction.atomic
def replace_all(report: Report, proposals: Iterable[Proposal], *, by: User, words: str) -> AllReplaced:
    """Carry out the proposals, leaving each text that somebody has changed since it was read.

    `words` describe it in the message of the undo. Rows are locked before the report, as in the undo.
    Raises PermissionDenied or WrongState where `by` may not write the report now.
    """
    require(Action.WRITE, report=report, by=by)
    changes = changed_texts(proposals)
    rows = replace_in_rows(changes, by=by)
    parts = replace_in_parts(report, changes, by=by)
    items = [*rows.items, *parts.items]
    stored = ChangedTogether.objects.store(items, by=by, words=words[:300]) if items else None
    return AllReplaced(rows.places + parts.places, (*rows.left, *parts.left), stored)
