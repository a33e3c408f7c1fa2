"""The address from which the present request came, for entries written by verbs that know no request."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest

from accounts.addresses import client_address

_environ: ContextVar[dict[str, Any] | None] = ContextVar("environ", default=None)


def begin(environ: dict[str, Any] | None = None, **_: Any) -> None:
    """Remember the request that begins: a receiver of `request_started`."""
    _environ.set(environ)


def end(**_: Any) -> None:
    """Forget the request that is over: a receiver of `request_finished`."""
    _environ.set(None)


def present_address() -> str:
    """Return the address of the present request, empty outside of requests: in commands and in long work."""
    request = HttpRequest()
    request.META = _environ.get() or {}
    return client_address(request) or ""
