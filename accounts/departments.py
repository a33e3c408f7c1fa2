"""The verbs that change a department that reports to an administrator's organisation."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.announcing import announce
from accounts.history import described, difference, record
from accounts.models import ChangeKind, Organisation, User
from accounts.names import NAMES, take_name, withdraw_name
from accounts.organisations import own_organisation

# The fields of a department that the administrator of its receiver may change.
CHANGED = ("name", "code", "symbol", "place", "parent_body", "contact", "group", "place_in_group")


@transaction.atomic
def change_department(department: Organisation, *, by: User) -> None:
    stored = _locked_department(department, by)
    before = described(stored)
    for name in CHANGED:
        setattr(stored, name, getattr(department, name))
    if stored.name == stored.pending_name:
        withdraw_name(stored)
    stored.save(update_fields=(*CHANGED, "pending_name", "title_lines"))
    record(stored, ChangeKind.EDITED, by=by, values=difference(before, described(stored)))


@transaction.atomic
def stop_department(department: Organisation, *, by: User) -> None:
    """Stop a department: its people are logged out with their next request, and no report is awaited from it."""
    _set_active(department, False, by)


@transaction.atomic
def resume_department(department: Organisation, *, by: User) -> None:
    _set_active(department, True, by)


@transaction.atomic
def confirm_name(department: Organisation, name: str, *, by: User) -> None:
    """Give a department the name that it has asked for, which must still be `name`."""
    stored = _locked_request(department, name, by)
    before = described(stored)
    take_name(stored)
    stored.save(update_fields=NAMES)
    record(stored, ChangeKind.EDITED, by=by, values=difference(before, described(stored)))
    announce(stored, f"{by.organisation} xác nhận tên mới của cơ quan: {name}.")


@transaction.atomic
def refuse_name(department: Organisation, name: str, reason: str, *, by: User) -> None:
    """Leave a department its name; its people read why."""
    stored = _locked_request(department, name, by)
    before = described(stored)
    withdraw_name(stored)
    stored.save(update_fields=NAMES)
    values = [*difference(before, described(stored)), ["lý do giữ tên cũ", "", reason]]
    record(stored, ChangeKind.EDITED, by=by, values=values)
    announce(stored, f"{by.organisation} không xác nhận tên mới “{name}”. Lý do: {reason}")


def _locked_request(department: Organisation, name: str, by: User) -> Organisation:
    stored = _locked_department(department, by)
    if not name or stored.pending_name != name:
        raise ValidationError("Cơ quan vừa đổi hoặc rút đề nghị đổi tên. Xem lại tên mới rồi bấm lại.")
    return stored


def _locked_department(department: Organisation, by: User) -> Organisation:
    """Return a department of the administrator's organisation as it is stored now, locked."""
    return own_organisation(by).departments.select_for_update(no_key=True).get(pk=department.pk)


def _set_active(department: Organisation, is_active: bool, by: User) -> None:
    stored = _locked_department(department, by)
    before = described(stored)
    stored.is_active = is_active
    stored.save(update_fields=["is_active"])
    record(stored, ChangeKind.EDITED, by=by, values=difference(before, described(stored)))
