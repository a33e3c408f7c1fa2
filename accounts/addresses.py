"""The address that a request comes from: guessing passwords is limited by user name and address."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

IPV4 = 4


def client_address(request: HttpRequest) -> str | None:
    """Return the client's address; behind the HTTPS proxy, the address that the proxy saw.

    The proxy adds it at the end of X-Forwarded-For; the client may have written the part before it.
    """
    candidates = [request.META.get("REMOTE_ADDR", "")]
    if settings.HTTPS:
        candidates.insert(0, request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2])
    return next(filter(None, map(_address, candidates)), None)


def grouped(address: str | None) -> tuple[str, str]:
    """Return the address as it is counted, and the network around it; empty texts for no address.

    One subscriber of IPv6 has 2⁶⁴ addresses.

    >>> grouped("203.0.113.7"), grouped("2001:db8:1:2::7")
    (('203.0.113.7/32', '203.0.113.0/24'), ('2001:db8:1:2::/64', '2001:db8:1::/48'))
    """
    if address is None:
        return "", ""
    parsed = ip_address(address)
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    lengths = (32, 24) if parsed.version == IPV4 else (64, 48)
    own, around = (str(ip_network((parsed, length), strict=False)) for length in lengths)
    return own, around


def _address(text: str) -> str | None:
    """Return an address as the database takes it, or None where the text is not an address."""
    try:
        return str(ip_address(text.strip().partition("%")[0]))
    except ValueError:
        return None
