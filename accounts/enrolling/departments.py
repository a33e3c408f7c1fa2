"""Adds several departments that report to an administrator's organisation, with their first administrators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from accounts.enrolling.people import save_people
from accounts.history import described, difference, record_each, record_values
from accounts.models import ChangeKind, Organisation, Role, User
from accounts.organisations import own_organisation
from pbgdpl.lib.vietnamese import initials

# The values of a body that exists already which are set when it is attached.
ATTACHED = ("name", "symbol", "place", "group", "reports_to")
USED_CODE = "Mã này đã có cơ quan khác dùng. Đặt mã khác."
ALREADY_HERE = "Cơ quan mã này đã báo cáo về đây. Bỏ dòng này, hoặc đặt mã khác."
WITH_PEOPLE = (
    "Cơ quan mã này đã hoạt động riêng trên hệ thống nên không gắn từ đây được. Đặt mã khác, "
    "hoặc nhờ người quản trị hệ thống gắn bằng lệnh attach_organisation."
)


@dataclass(slots=True)
class NewDepartment:
    """A department to be saved, with its first administrator if there is one."""

    organisation: Organisation
    administrator: User | None = None


@transaction.atomic
def enroll_departments(departments: Sequence[NewDepartment], *, by: User) -> None:
    """Save the departments and their administrators, who were given passwords.

    A department whose code is that of a body without people, rows or receiver attaches that body.
    """
    receiver = own_organisation(by)
    if not receiver.receives_reports:
        raise ValidationError("Cơ quan này tự báo cáo về nơi khác nên không nhận báo cáo.")
    _save(departments, receiver, by)
    for one in departments:
        if one.administrator:
            one.administrator.organisation = one.organisation
            one.administrator.role = Role.ADMINISTRATOR
    save_people([one.administrator for one in departments if one.administrator], by=by)


def _save(departments: Sequence[NewDepartment], receiver: Organisation, by: User) -> None:
    """Save new bodies, and attach those that exist, with the values that were typed."""
    codes = [one.organisation.code for one in departments]
    stored = {one.code: one for one in Organisation.objects.filter(code__in=codes).select_for_update()}
    free = attachable(stored.values())
    entries: list[tuple[Organisation, list[list[str]]]] = []
    for one in departments:
        one.organisation.reports_to = receiver
        one.organisation.symbol = one.organisation.symbol or initials(one.organisation.name)[:30]
        if found := stored.get(one.organisation.code):
            if found.pk not in free:
                raise ValidationError(f"{found.code}: {why_not_attached(found, receiver)}")
            entries.append((found, _attach(found, one.organisation)))
            one.organisation = found
    Organisation.objects.bulk_update([found for found, _ in entries], ATTACHED)
    record_values(entries, ChangeKind.EDITED, by=by)
    new = [one.organisation for one in departments if one.organisation.pk is None]
    try:
        with transaction.atomic():
            Organisation.objects.bulk_create(new)
    except IntegrityError as error:
        raise ValidationError(USED_CODE) from error
    record_each(new, ChangeKind.ADDED, by=by)


def _attach(found: Organisation, typed: Organisation) -> list[list[str]]:
    """Set the typed values and the receiver on a stored body; return the changed values."""
    before = described(found)
    for name in ATTACHED:
        setattr(found, name, getattr(typed, name))
    return difference(before, described(found))


def attachable(organisations: Iterable[Organisation]) -> set[int]:
    """Return the pks of the bodies that may be attached: nobody works there, and no row belongs to them.

    Whoever works somewhere has to agree, so such a body is attached by the administrator of the system alone.
    """
    pks = {one.pk for one in organisations if one.reports_to_id is None}
    if not pks:
        return set()
    for relation in Organisation._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel):
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": pks})
            pks -= set(rows.values_list(name, flat=True).distinct())
    return pks


def why_not_attached(found: Organisation, receiver: Organisation) -> str:
    """Return the sentence on a code that an existing body has which may not be attached."""
    if found.reports_to_id == receiver.pk:
        return ALREADY_HERE
    return WITH_PEOPLE if found.reports_to_id is None else USED_CODE
