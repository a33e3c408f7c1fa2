"""The page for a request that could not be carried out because others are writing: what was typed can be sent again."""

from __future__ import annotations

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

# Words of SQLite, of our queue in front of it, and of PostgreSQL, which counts its connections.
BUSY_WORDS = ("is locked", "too many clients", "connection slots")
# PostgreSQL's codes: a lock that is not available, a deadlock, two transactions that do not go together.
BUSY_CODES = {"55P03", "40P01", "40001"}
SECONDS = 10  # after which a program may try again


def is_busy(error: BaseException | None) -> bool:
    """Return whether the database was only busy: the same request can succeed in a moment."""
    if not isinstance(error, OperationalError):
        return False
    code = getattr(error.__cause__, "pgcode", None)
    return code in BUSY_CODES or any(words in str(error) for words in BUSY_WORDS)


def busy_page(request: HttpRequest) -> HttpResponse:
    """Return the page that sends the same form again; one with a password or without anything typed is only described.

    A form that was carried out all the same is not carried out twice: it has the same key or the same version.
    """
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    can_send = request.method == "POST" and not any("password" in name for name, _ in fields)
    context = {
        "address": request.get_full_path(),
        "can_send": can_send,
        "is_sent": request.method == "POST",
        "fields": fields if can_send else (),
        "typed": "\n\n".join(value for _, value in fields if is_typed(value)) if can_send else "",
        "files": [file.name for _, files in request.FILES.lists() for file in files],
        "csrf_token": get_token(request),
    }
    page = HttpResponse(render_to_string("busy.html", context), status=503)
    page["Retry-After"] = str(SECONDS)
    return page


def is_typed(value: str) -> bool:
    """Return whether a field has words that a person typed; keys, choices and stored JSON are none."""
    return " " in value.strip() and not value.startswith(("{", '["'))
