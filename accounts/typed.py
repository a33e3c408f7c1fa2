"""Form data that could not be processed because the session had ended, stored until the form is shown again.

A view asks for this by `keeps_typed = True`; its form is then filled by `restore_typed`.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

PLACE = "typed"
LONGEST = 3 * 2**20  # characters; a pasted report of 300,000 characters takes 2.5 million once encoded
RESTORED = "Đã khôi phục những gì đã gõ, chưa lưu."


def keeps_typed(address: str) -> bool:
    """Return whether the address is a page of this site whose view has `keeps_typed`."""
    if not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return False
    try:
        view = resolve(urlsplit(address).path).func
    except (Resolver404, ValueError):
        return False
    return getattr(getattr(view, "view_class", None), "keeps_typed", False)


def encode_typed(data: QueryDict) -> str:
    """Return the form data URL-encoded, without token and passwords; an empty text if it is too long."""
    typed = data.copy()
    for name in data:
        if name == "csrfmiddlewaretoken" or "password" in name:
            del typed[name]
    encoded = typed.urlencode()
    return encoded if len(encoded) <= LONGEST else ""


def keep_typed(session: SessionBase, address: str, encoded: str) -> bool:
    """Store the form data in the session for the page at `address`; return whether it was stored.

    The session stores the data of one form, the last one.
    """
    if not encoded or len(encoded) > LONGEST or not keeps_typed(address):
        return False
    session[PLACE] = [urlsplit(address).path, encoded]
    return True


def take_typed(session: SessionBase, path: str) -> QueryDict | None:
    """Remove and return the form data stored for the page at `path`, or None."""
    match session.get(PLACE):
        case [str(stored_for), str(encoded)] if stored_for == path:
            del session[PLACE]
            return QueryDict(encoded)
        case _:
            return None


def restore_typed(request: HttpRequest) -> QueryDict | None:
    """Remove and return the form data stored for the requested page, with a message that it was restored."""
    typed = take_typed(request.session, request.path) if request.method == "GET" else None
    if typed is not None:
        messages.warning(request, RESTORED)
    return typed
