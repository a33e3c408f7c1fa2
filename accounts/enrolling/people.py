"""Adds several people of an administrator's organisation at once, with the divisions that they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.enrolling.slips import Slip
from accounts.history import record_each
from accounts.models import ChangeKind, Division, User
from accounts.organisations import add_divisions, compared, own_organisation
from accounts.passwords import hashed_first_password, readable_password
from accounts.people import roles_of

TAKEN_MEANWHILE = "Một tên đăng nhập vừa có người khác dùng. Bấm lại: máy đề nghị tên khác."


@dataclass(slots=True)
class NewPerson:
    """A person to be saved; `division_name` is that of a division of the organisation, or of a new one."""

    user: User
    division_name: str = ""


@transaction.atomic
def enroll_people(people: Sequence[NewPerson], *, by: User) -> None:
    """Save the people, who were given passwords, and the divisions that do not exist yet."""
    organisation = own_organisation(by)
    divisions = _divisions((person.division_name for person in people), by)
    roles = roles_of(organisation)
    for person in people:
        person.user.organisation = organisation
        person.user.division = divisions.get(compared(person.division_name))
        if person.user.role not in roles:
            raise ValidationError(f"{person.user}: cơ quan này không có vai trò đó.")
    save_people([person.user for person in people], by=by)


def give_passwords(users: Sequence[User]) -> list[str]:
    """Return a random password for each user, which is set and has to be changed at the first login.

    Hashing takes a while, so this is done before the transaction.
    """
    passwords = [readable_password() for _ in users]
    for user, password in zip(users, passwords, strict=True):
        user.password, user.must_change_password = hashed_first_password(password), True
    return passwords


def save_people(users: Sequence[User], *, by: User) -> None:
    """Save new users with an entry in the history of each; raise ValidationError where a user name is taken."""
    try:
        with transaction.atomic():
            User.objects.bulk_create(users)
    except IntegrityError as error:
        raise ValidationError(TAKEN_MEANWHILE) from error
    record_each(users, ChangeKind.ADDED, by=by)


def slips_of(users: Sequence[User], passwords: Sequence[str]) -> list[Slip]:
    return [
        Slip(user.organisation.name, user.full_name, user.username, password)
        for user, password in zip(users, passwords, strict=True)
    ]


def new_divisions(names: Iterable[str], divisions: Iterable[Division]) -> list[str]:
    """Return the names, each once, that none of these divisions has."""
    known = {compared(division.name) for division in divisions}
    by_words = {compared(name): name for name in names if name}
    return [name for words, name in by_words.items() if words not in known]


def _divisions(names: Iterable[str], by: User) -> dict[str, Division]:
    """Return the divisions by their compared names, new ones included."""
    stored = list(by.organisation.divisions.all())
    added = [Division(name=name) for name in new_divisions(names, stored)]
    if added:
        add_divisions(added, by=by)
    return {compared(division.name): division for division in (*stored, *added)}
