"""Entries about logins and logouts, written by receivers of Django's signals."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from accounts.log.writing import write
from accounts.models import LogKind, User
from accounts.people import login_name
from pbgdpl.lib.vietnamese import clean_line

SHOWN = 2  # characters of a name that nobody has
LONGEST_NAME = 150


def logged_in(*, user: User, **_: Any) -> None:
    write(LogKind.LOGIN, by=user)


def logged_out(*, user: User | None, **_: Any) -> None:
    """Record a logout; one without a user is that of a session that had ended."""
    if user is not None:
        write(LogKind.LOGOUT, by=user)


def login_failed(*, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    record_refused(str(credentials.get("username") or ""))


def record_refused(name: str, details: str = "") -> None:
    """Record a refused login: the user of that name as the object, or the beginning of a name that nobody has.

    People type their password where the name belongs, so that a name which nobody has is not stored.
    """
    user = (
        User.objects.select_related("organisation").filter(username=login_name(name[:LONGEST_NAME])).first()
    )
    if user is not None:
        write(
            LogKind.REFUSED, by=None, row=user, words=f"{user.full_name} ({user.username})", details=details
        )
    else:
        write(
            LogKind.REFUSED, by=None, words=shortened(name), details=details or "không có người dùng tên này"
        )


def shortened(name: str) -> str:
    """Return the first characters of a name that nobody has: "ad…"."""
    return f"{clean_line(name)[:SHOWN]}…"
