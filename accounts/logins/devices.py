"""Where a person logged in before: a signed cookie of the device, and the networks of the last months."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.addresses import client_address, grouped
from accounts.models import LoginPlace, User

SALT = "accounts.logins.devices"
COOKIE_LASTS = timedelta(days=365)
PLACE_LASTS = timedelta(days=90)
MOST_PEOPLE = 10  # at one device


class Device(NamedTuple):
    """A browser in which people logged in, those of the last logins first."""

    key: str
    people: tuple[int, ...]


def device_of(request: HttpRequest) -> Device | None:
    """Return the device whose cookie the request carries; None without one that this site has signed."""
    cookie = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
    try:
        match signing.loads(cookie, salt=SALT, max_age=COOKIE_LASTS):
            case [str(key), list(people)]:
                return Device(key, tuple(people))
    except signing.BadSignature:
        pass
    return None


def remember_device(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Set the cookie by which the device is known at the next login of this person."""
    known = device_of(request) or Device(secrets.token_hex(8), ())
    people = [user.pk, *(pk for pk in known.people if pk != user.pk)][:MOST_PEOPLE]
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps([known.key, people], salt=SALT),
        max_age=COOKIE_LASTS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def remember_place(request: HttpRequest, user: User) -> None:
    """Note that the person logged in from the network of the request; forget those of long ago."""
    _, network = grouped(client_address(request))
    now = timezone.now()
    LoginPlace.objects.update_or_create(user=user, network=network, defaults={"last_at": now})
    user.login_places.filter(last_at__lt=now - PLACE_LASTS).delete()


def is_known_place(user: User, network: str) -> bool:
    """Return whether the person logged in from the network in the last months."""
    since = timezone.now() - PLACE_LASTS
    return user.login_places.filter(network=network, last_at__gte=since).exists()
