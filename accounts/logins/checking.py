"""The authentication backend: it checks a password only where no limit is reached, and few at a time.

`login_refused` is sent for each login that is refused without a wrong password; Django's own signals tell of the
others: user_logged_in, user_login_failed, user_logged_out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import BoundedSemaphore

from django.contrib.auth.backends import ModelBackend
from django.dispatch import Signal
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.addresses import client_address, grouped
from accounts.logins.devices import device_of, is_known_place
from accounts.logins.limits import forget_old, reached
from accounts.models import LoginAttempt, Trust, User

# Sent with request, username and reason: the code of a limit, or why a right password does not let its user in.
login_refused = Signal()
BUSY = "busy"
# One check takes half a second of a processor, so each process of the server checks one at a time while a few wait.
CHECKING, WAITING = BoundedSemaphore(1), BoundedSemaphore(6)
PATIENCE = timedelta(seconds=10)
SHORTLY = timedelta(seconds=5)


class TooManyLogins(Exception):
    """The password was not checked: a limit is reached until the moment `until`."""

    def __init__(self, reason: str, until: datetime, most: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.until, self.most = reason, until, most


class LimitedBackend(ModelBackend):
    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: object,
    ) -> User | None:
        """Return the user whose password this is; raise TooManyLogins where a limit is reached."""
        if request is None or username is None or password is None:
            return super().authenticate(request, username, password, **kwargs)
        attempt = new_attempt(request, username)
        try:
            with place_to_check(attempt):
                user = super().authenticate(request, username, password, **kwargs)
        except TooManyLogins as refusal:
            login_refused.send(LimitedBackend, request=request, username=username, reason=refusal.reason)
            raise
        if user is not None:
            forget_failures(attempt)
        return user


def name_key(username: str) -> str:
    return salted_hmac("accounts.logins", username, algorithm="sha256").hexdigest()


def new_attempt(request: HttpRequest, username: str) -> LoginAttempt:
    """Return the attempt of a request, not saved, with how well the site knows who makes it."""
    address, network = grouped(client_address(request))
    attempt = LoginAttempt(name=name_key(username), address=address, network=network, trust=Trust.STRANGER)
    user = User.objects.filter(username=username).first()
    device = device_of(request)
    if user is None:
        return attempt
    if getattr(request, "user", None) == user:
        attempt.trust, attempt.device = Trust.DEVICE, f"user {user.pk}"
    elif device and user.pk in device.people:
        attempt.trust, attempt.device = Trust.DEVICE, device.key
    elif is_known_place(user, network):
        attempt.trust = Trust.PLACE
    return attempt


@contextmanager
def place_to_check(attempt: LoginAttempt) -> Iterator[None]:
    """Count the attempt as a failure before the block checks its password; raise TooManyLogins where it may not.

    It is counted before and again after it was saved, so that many attempts at the same moment pass no limit together.
    """
    _refuse_at_a_limit(attempt)
    with _one_of_few(attempt.trust == Trust.STRANGER):
        attempt.save()
        forget_old(attempt.tried_at)
        try:
            _refuse_at_a_limit(attempt)
        except TooManyLogins:
            attempt.delete()
            raise
        yield


def forget_failures(attempt: LoginAttempt) -> None:
    """Delete an attempt with the right password, and the failures before it from the same place."""
    LoginAttempt.objects.filter(name=attempt.name, network=attempt.network, device=attempt.device).delete()


def forget_failures_of(username: str) -> int:
    """Delete all failures of a user name; return how many there were."""
    return LoginAttempt.objects.filter(name=name_key(username)).delete()[0]


def _refuse_at_a_limit(attempt: LoginAttempt) -> None:
    if found := reached(attempt, timezone.now()):
        limit, until = found
        raise TooManyLogins(limit.code, until, limit.most)


@contextmanager
def _one_of_few(is_stranger: bool) -> Iterator[None]:
    """Let the block run as the only one of this process; of strangers only a few wait for it."""
    if is_stranger and not WAITING.acquire(blocking=False):
        raise TooManyLogins(BUSY, timezone.now() + SHORTLY)
    try:
        if not CHECKING.acquire(timeout=PATIENCE.total_seconds()):
            raise TooManyLogins(BUSY, timezone.now() + SHORTLY)
        try:
            yield
        finally:
            CHECKING.release()
    finally:
        if is_stranger:
            WAITING.release()
