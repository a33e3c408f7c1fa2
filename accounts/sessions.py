"""When a session ends: two hours after the last request, and twelve hours after the login."""

from __future__ import annotations

from datetime import timedelta
from time import time

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

LONGEST, LONGEST_IDLE = timedelta(hours=12), timedelta(hours=2)
# The last request is stored no more often than this, so that most requests write nothing.
STORED_EVERY = timedelta(minutes=10)
# The session key of [moment of the login, moment of the last stored request].
MOMENTS = "login_and_last_request"


def begin(request: HttpRequest, **_: object) -> None:
    """Note the moment of a login: a receiver of user_logged_in."""
    request.session[MOMENTS] = [time(), time()]


def has_ended(session: SessionBase) -> bool:
    """Return whether the session of a person is over; one from before these rules is."""
    match session.get(MOMENTS):
        case [float(began), float(last)]:
            now = time()
            return now - began > LONGEST.total_seconds() or now - last > LONGEST_IDLE.total_seconds()
        case _:
            return True


def note_request(session: SessionBase) -> None:
    """Store that a session is in use, unless that was stored a short while ago."""
    began, last = session[MOMENTS]
    if time() - last > STORED_EVERY.total_seconds():
        session[MOMENTS] = [began, time()]
