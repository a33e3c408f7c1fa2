"""The verbs that change an organisation's users: each in one transaction, with an entry in the user's history."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from itertools import count

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.announcing import announce
from accounts.history import described, difference, history_of, record
from accounts.logins.checking import forget_failures_of
from accounts.models import Change, ChangeKind, Organisation, Role, User
from accounts.organisations import own_organisation
from accounts.passwords import readable_password
from pbgdpl.lib.vietnamese import fold

USER_NAME_TAKEN = "Tên đăng nhập này đã có người dùng. Chọn tên khác, hoặc để trống để máy đặt."
# The label of a changed password in the history; the password itself is not recorded.
PASSWORD = "mật khẩu"  # noqa: S105
RESET = "đặt lại"
ACCOUNT = "tài khoản"
CONTACT = ("job_title", "email", "phone")
CHANGED = ("full_name", "division", "role", *CONTACT)
IN_USE, DISABLED = "đang dùng", "đã ngừng"


def roles_of(organisation: Organisation) -> list[Role]:
    """Return the roles of the organisation's users; Justice officer only if it receives reports."""
    receives = organisation.receives_reports
    return [role for role in Role if role is not Role.JUSTICE_OFFICER or receives]


def login_name(text: str) -> str:
    """Return a user name as it is stored: in lower case, so that "An" and "an" are one user."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())


def usual_username(full_name: str) -> str:
    """Return the given name and the initials before it, without marks.

    >>> usual_username("Phạm Hoài An"), usual_username("Đỗ Thị Thùy Dương")
    ('anph', 'duongdtt')
    """
    *before, given = ["".join(filter(str.isalnum, word)) for word in fold(full_name).split()] or [""]
    return given + "".join(word[:1] for word in before)


def free_username(full_name: str) -> str:
    """Return a user name that is not taken: "anph", "anph2" …"""
    usual = usual_username(full_name) or "nguoidung"
    taken = set(User.objects.filter(username__startswith=usual).values_list("username", flat=True))
    names = (usual if attempt == 1 else f"{usual}{attempt}" for attempt in count(1))
    return next(name for name in names if name not in taken)


@transaction.atomic
def invite_user(user: User, *, by: User) -> str:
    """Save a new user of the administrator's organisation; return the password to hand over."""
    user.organisation = own_organisation(by)
    _check(user)
    password = _save_new(user)
    record(user, ChangeKind.ADDED, by=by)
    return password


@transaction.atomic
def create_administrator(*, organisation: Organisation, username: str, full_name: str) -> tuple[User, str]:
    """Return a new administrator of the organisation and their password; the history names them as the author."""
    user = User(organisation=organisation, username=username, full_name=full_name, role=Role.ADMINISTRATOR)
    password = _save_new(user)
    record(user, ChangeKind.ADDED, by=user)
    return user, password


@transaction.atomic
def change_user(user: User, *, by: User) -> None:
    """Save a user's name, division, role and contact."""
    stored = _locked_user(user, by)
    if user.pk == by.pk and user.role != stored.role:
        raise ValidationError({"role": "Không tự đổi vai trò của mình được. Nhờ một người quản trị khác."})
    before, role = described(stored), stored.role
    for name in CHANGED:
        setattr(stored, name, getattr(user, name))
    _check(stored, role)
    stored.save(update_fields=CHANGED)
    record(stored, ChangeKind.EDITED, by=by, values=difference(before, described(stored)))


@transaction.atomic
def disable_user(user: User, *, by: User) -> None:
    """Disable the user's account; their sessions end with the next request."""
    if user.pk == by.pk:
        raise ValidationError("Không tự ngừng tài khoản của mình được. Nhờ một người quản trị khác.")
    _set_active(user, False, by)


@transaction.atomic
def enable_user(user: User, *, by: User) -> None:
    _set_active(user, True, by)


@transaction.atomic
def reset_password(user: User, *, by: User) -> str:
    """Return a new password for the user, to be changed at the next login; their sessions end."""
    stored = _locked_user(user, by)
    if stored.pk == by.pk:
        raise ValidationError("Mật khẩu của mình thì đổi ở trang Đổi mật khẩu.")
    password, stored.must_change_password = readable_password(), True
    stored.set_password(password)
    stored.save(update_fields=["password", "must_change_password"])
    forget_failures_of(stored.username)
    record(stored, ChangeKind.EDITED, by=by, values=[[PASSWORD, "", RESET]])
    announce(stored.organisation, f"{by} đặt lại mật khẩu đăng nhập của {stored}.")
    return password


@transaction.atomic
def change_password(password: str, *, by: User) -> None:
    """Set the password that the user has chosen; all their sessions end."""
    stored = User.objects.select_for_update().get(pk=by.pk)
    stored.set_password(password)
    stored.must_change_password = False
    stored.save(update_fields=["password", "must_change_password"])
    by.password, by.must_change_password = stored.password, False
    record(stored, ChangeKind.EDITED, by=by, values=[[PASSWORD, "", "tự đổi"]])


def user_of_name(username: str) -> User:
    """Return the user that a command names; raise ValidationError where there is none."""
    user = User.objects.select_related("organisation").filter(username=login_name(username)).first()
    if user is None:
        raise ValidationError(f"Không có người dùng nào tên đăng nhập “{username}”.")
    return user


def password_changes(user: User) -> Iterator[Change]:
    """Yield the entries about the user's password: given, reset or changed, the last first."""
    for change in history_of(user):
        if change.kind == ChangeKind.ADDED or any(label == PASSWORD for label, _, _ in change.values):
            yield change


def password_given_at(user: User) -> datetime | None:
    """Return when the user was last given a password, or None if that is not recorded."""
    return next((change.changed_at for change in password_changes(user)), None)


def _locked_user(user: User, by: User) -> User:
    return own_organisation(by).users.get(pk=user.pk)


def _check(user: User, role: str | None = None) -> None:
    """Raise ValidationError if the division or the role does not belong to the organisation.

    `role` is the stored role, which the user may keep.
    """
    if user.division and user.division.organisation_id != user.organisation_id:
        raise ValidationError({"division": "Phòng này không thuộc cơ quan."})
    if user.role != role and user.role not in roles_of(user.organisation):
        raise ValidationError({"role": "Cơ quan này không có vai trò đó."})


def _save_new(user: User) -> str:
    """Save a new user; return their first password."""
    password, user.must_change_password = readable_password(), True
    user.username = login_name(user.username) or free_username(user.full_name)
    user.set_password(password)
    user.full_clean()
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise ValidationError({"username": USER_NAME_TAKEN}) from error
    return password


def _set_active(user: User, is_active: bool, by: User) -> None:
    """Enable or disable the account; do nothing if it is so already."""
    stored = _locked_user(user, by)
    if stored.is_active == is_active:
        return
    stored.is_active = is_active
    stored.save(update_fields=["is_active"])
    became = (DISABLED, IN_USE) if is_active else (IN_USE, DISABLED)
    record(stored, ChangeKind.EDITED, by=by, values=[[ACCOUNT, *became]])
