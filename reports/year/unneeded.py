"""The verb that says why nothing has to carry out a directive or a plan, or that something has to after all."""

from __future__ import annotations

from accounts.models import User
from accounts.rows.editing import edit_row
from plans.models import OfficialDocument


def state_unneeded(document: OfficialDocument, *, because: str, by: User) -> None:
    """Save the reason, "" where something is needed again; raise Conflict if somebody saves the row meanwhile."""
    document.unneeded_because = because
    edit_row(document, by=by, version=document.version)
