"""Entries about logins and logouts, written by receivers of Django's signals."""

from __future__ import annotations

from time import monotonic
from typing import Any

from django.http import HttpRequest

from accounts.log.address import present_address
from accounts.log.writing import write
from accounts.models import LogKind, User
from accounts.people import login_name
from pbgdpl.lib.vietnamese import clean_line

SHOWN = 2  # characters of a name that nobody has
LONGEST_NAME = 150
# Logins that are refused unchecked cost the sender nothing: each process records one a minute of an address and reason.
RECORDED_AGAIN_AFTER, MOST_REMEMBERED = 60, 1000
REASONS = {
    "inactive": "tài khoản đã ngừng",
    "stopped": "cơ quan đã ngừng hoạt động",
    "expired": "mật khẩu được cấp đã hết hạn",
    "busy": "máy chủ đang bận",
    "name": "tên đăng nhập này bị nhập sai mật khẩu quá nhiều lần",
    "network": "quá nhiều lần đăng nhập sai từ mạng này",
    "site": "quá nhiều lần đăng nhập sai trên toàn trang",
}
_recorded_at: dict[tuple[str, str], float] = {}


def logged_in(*, user: User, **_: Any) -> None:
    write(LogKind.LOGIN, by=user)


def logged_out(*, user: User | None, **_: Any) -> None:
    """Record a logout; one without a user is that of a session that had ended."""
    if user is not None:
        write(LogKind.LOGOUT, by=user)


def login_failed(*, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    record_refused(str(credentials.get("username") or ""))


def login_refused(*, username: str, reason: str, **_: Any) -> None:
    """Record a login whose password was not checked, at most one a minute from an address for a reason."""
    key, now = (present_address(), reason), monotonic()
    if now - _recorded_at.get(key, -RECORDED_AGAIN_AFTER) < RECORDED_AGAIN_AFTER:
        return
    if len(_recorded_at) >= MOST_REMEMBERED:
        _recorded_at.clear()
    _recorded_at[key] = now
    record_refused(username, f"không kiểm tra mật khẩu: {REASONS[reason]}")


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
