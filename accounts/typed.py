"""What a person typed and could not send, kept until its form is shown again.

A page says that it wants this by `keeps_typed = True` on its view; its form is then filled by `restore_typed`.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

PLACE = "typed"
LONGEST = 3 * 2**20  # characters; a pasted report of 300,000 letters takes 2.5 million
RESTORED = "Đã khôi phục những gì đã gõ, chưa lưu."


def keeps_typed(address: str) -> bool:
    """Return whether the address is one of our own pages that show what was typed again."""
    if not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return False
    try:
        view = resolve(urlsplit(address).path).func
    except (Resolver404, ValueError):
        return False
    return getattr(getattr(view, "view_class", None), "keeps_typed", False)


def encode_typed(data: QueryDict) -> str:
    """Return the fields of a form as one text, without its token and passwords; nothing if it is too long."""
    typed = data.copy()
    for name in data:
        if name == "csrfmiddlewaretoken" or "password" in name:
            del typed[name]
    encoded = typed.urlencode()
    return encoded if len(encoded) <= LONGEST else ""


def keep_typed(session: SessionBase, address: str, encoded: str) -> bool:
    """Keep the fields of a form for the page at `address`, the last form alone; return whether that was done."""
    if not encoded or len(encoded) > LONGEST or not keeps_typed(address):
        return False
    session[PLACE] = [urlsplit(address).path, encoded]
    return True


def take_typed(session: SessionBase, path: str) -> QueryDict | None:
    """Return what was kept for the page at `path`, once."""
    match session.get(PLACE):
        case [str(kept_for), str(encoded)] if kept_for == path:
            del session[PLACE]
            return QueryDict(encoded)
        case _:
            return None


def restore_typed(request: HttpRequest) -> QueryDict | None:
    """Return what was kept for the page that is being shown, once, and tell the person that it is back."""
    typed = take_typed(request.session, request.path) if request.method == "GET" else None
    if typed is not None:
        messages.warning(request, RESTORED)
    return typed
