"""Where a request comes from: by this and the user name, guessing passwords is slowed down."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """Return the address of the reader, behind the HTTPS proxy the one that the proxy saw.

    The proxy adds it at the end of X-Forwarded-For; what stands before it anybody may have written.
    """
    told = [request.META.get("REMOTE_ADDR", "")]
    if settings.HTTPS:
        told.insert(0, request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2])
    return next(filter(None, map(_address, told)), None)


def _address(text: str) -> str | None:
    """Return an address as the database takes it, or None where the text is none."""
    try:
        return str(ip_address(text.strip().partition("%")[0]))
    except ValueError:
        return None
