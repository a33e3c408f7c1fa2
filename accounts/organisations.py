"""The verbs that change an organisation and its divisions: each in one transaction, with an entry in its history.

Every verb first locks the organisation and checks that the user still administers it. So two administrators cannot
demote each other at the same moment, and since nobody demotes or disables themselves (`accounts.people`), an
organisation never loses its last administrator.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction

from accounts.announcing import announce
from accounts.history import described, difference, record, record_values
from accounts.models import ChangeKind, Division, Organisation, Role, User
from accounts.names import ask_for_name
from pbgdpl.lib.vietnamese import clean_line

# The label of a division in the history of its organisation.
DIVISION = "phòng, đơn vị"

# The fields of their organisation that administrators may change.
LETTERHEAD = (
    "name",
    "parent_body",
    "place",
    "symbol",
    "contact",
    "signer_authority",
    "signer_name",
    "recipients",
    "contact_person",
    "contact_phone",
    "contact_email",
)


def compared(name: str) -> str:
    """Return the name of a division as it is compared with others: without capitals."""
    return clean_line(name).casefold()


def organisation_of_code(code: str) -> Organisation:
    """Return the organisation that a command names; raise ValidationError where there is none."""
    organisation = Organisation.objects.filter(code=code).first()
    if organisation is None:
        raise ValidationError(
            f"Không có cơ quan nào mã “{code}”. Xem lại mã, hoặc tạo cơ quan bằng create_organisation trước."
        )
    return organisation


def own_organisation(by: User) -> Organisation:
    """Return the administrator's organisation as it is stored now, locked until the transaction ends.

    Raises PermissionDenied for a user who no longer administers it.
    """
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id)
    if not organisation.users.filter(pk=by.pk, is_active=True, role=Role.ADMINISTRATOR).exists():
        raise PermissionDenied
    return organisation


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: User) -> Organisation:
    """Save the letterhead, the usual signer and the usual recipients of the administrator's organisation; return it.

    A new name of a department waits for its receiver.
    """
    stored = own_organisation(by)
    before, old = described(stored), copy(stored)
    for name in LETTERHEAD:
        setattr(stored, name, getattr(organisation, name))
    stored.title_lines = organisation.title_lines
    if stored.reports_to:
        ask_for_name(stored, old)
    stored.save(update_fields=(*LETTERHEAD, "pending_name", "title_lines"))
    record(stored, ChangeKind.EDITED, by=by, values=difference(before, described(stored)))
    if stored.reports_to and stored.pending_name not in ("", old.pending_name):
        words = (
            f"{stored} đề nghị đổi tên thành {stored.pending_name}. Người quản trị xác nhận ở trang Đơn vị."
        )
        announce(stored.reports_to, words)
    return stored


@transaction.atomic
def add_divisions(divisions: Sequence[Division], *, by: User) -> None:
    """Save new divisions, each with an entry in the history; raise ValidationError for a name that exists."""
    organisation = own_organisation(by)
    names = {compared(name) for name in organisation.divisions.values_list("name", flat=True)}
    for division in divisions:
        division.organisation = organisation
        if compared(division.name) in names:
            raise ValidationError(f"Cơ quan đã có “{division.name}”.")
        division.clean_fields(exclude=["organisation"])
        names.add(compared(division.name))
    Division.objects.bulk_create(divisions)
    entries = ((organisation, [[DIVISION, "", _described_division(one)]]) for one in divisions)
    record_values(entries, ChangeKind.EDITED, by=by)


@transaction.atomic
def rename_division(division: Division, *, by: User) -> None:
    stored = own_organisation(by).divisions.get(pk=division.pk)
    before = _described_division(stored)
    stored.name, stored.symbol = division.name, division.symbol
    stored.full_clean()
    stored.save()
    if before != _described_division(stored):
        _record_division(before, _described_division(stored), by)


@transaction.atomic
def remove_division(division: Division, *, by: User) -> None:
    """Delete a division; raise ValidationError if users or rows belong to it."""
    stored = own_organisation(by).divisions.get(pk=division.pk)
    people = stored.users.count()
    if people:
        raise ValidationError(
            f"{stored} còn {people} người nên chưa xóa được. Chuyển họ sang phòng khác trước."
        )
    try:
        stored.delete()
    except models.ProtectedError as error:
        rows = len(error.protected_objects)
        raise ValidationError(
            f"{stored} đang đứng tên {rows} dòng dữ liệu nên không xóa được. Có thể đổi tên phòng."
        ) from error
    _record_division(_described_division(stored), "", by)


def _described_division(division: Division) -> str:
    return f"{division.name} ({division.symbol})" if division.symbol else division.name


def _record_division(before: str, after: str, by: User) -> None:
    """Record the change in the organisation's history: a deleted division has no page."""
    record(by.organisation, ChangeKind.EDITED, by=by, values=[[DIVISION, before, after]])
