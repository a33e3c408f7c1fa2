"""The verbs that change a department that reports to an administrator's organisation."""

from __future__ import annotations

from django.db import transaction

from accounts.history import described, difference, record
from accounts.models import ChangeKind, Organisation, User
from accounts.organisations import own_organisation

# The fields of a department that the administrator of its receiver may change.
CHANGED = ("name", "code", "symbol", "place", "parent_body", "contact")


@transaction.atomic
def change_department(department: Organisation, *, by: User) -> None:
    stored = _locked_department(department, by)
    before = described(stored)
    for name in CHANGED:
        setattr(stored, name, getattr(department, name))
    stored.save(update_fields=CHANGED)
    record(stored, ChangeKind.EDITED, by=by, values=difference(before, described(stored)))


@transaction.atomic
def stop_department(department: Organisation, *, by: User) -> None:
    """Stop a department: its people are logged out with their next request, and no report is awaited from it."""
    _set_active(department, False, by)


@transaction.atomic
def resume_department(department: Organisation, *, by: User) -> None:
    _set_active(department, True, by)


def _locked_department(department: Organisation, by: User) -> Organisation:
    return own_organisation(by).departments.select_for_update(no_key=True).get(pk=department.pk)


def _set_active(department: Organisation, is_active: bool, by: User) -> None:
    stored = _locked_department(department, by)
    before = described(stored)
    stored.is_active = is_active
    stored.save(update_fields=["is_active"])
    record(stored, ChangeKind.EDITED, by=by, values=difference(before, described(stored)))
