"""The page to return to: ?ve=/ke-hoach/2024/?tim=… in the address of a page that was opened from it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

LONGEST_ADDRESS = 2000


def return_address(request: HttpRequest) -> str:
    """Return the address in ?ve=, or an empty text if it is not an address of this site."""
    address = request.GET.get("ve", "")
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_ours and len(address) <= LONGEST_ADDRESS else ""


def return_query(address: str) -> str:
    """Return the query by which a page returns to the address: "?ve=…", or an empty text without one."""
    return f"?{urlencode({'ve': address})}" if address else ""


def at_row(address: str, pk: int) -> str:
    """Return the address of a list with the fragment that leads to a row: "…#dong-12"."""
    return f"{address.partition('#')[0]}#dong-{pk}"
