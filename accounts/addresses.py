"""The address that a request comes from: guessing passwords is limited by user name and address."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """Return the client's address; behind the HTTPS proxy, the address that the proxy saw.

    The proxy adds it at the end of X-Forwarded-For; the client may have written the part before it.
    """
    candidates = [request.META.get("REMOTE_ADDR", "")]
    if settings.HTTPS:
        candidates.insert(0, request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2])
    return next(filter(None, map(_address, candidates)), None)


def _address(text: str) -> str | None:
    """Return an address as the database takes it, or None where the text is not an address."""
    try:
        return str(ip_address(text.strip().partition("%")[0]))
    except ValueError:
        return None
