"""What a person typed and could not send, kept until its form is shown again."""

from __future__ import annotations

from django.contrib.sessions.backends.base import SessionBase
from django.http import QueryDict

PLACE = "typed"
LONGEST = 2 * 2**20  # characters; a pasted list of 500 lines has a tenth of it


def keep_typed(session: SessionBase, path: str, data: QueryDict) -> None:
    """Keep the fields of a form for the page at `path`; the last form kept is the one that is found."""
    typed = data.copy()
    typed.pop("csrfmiddlewaretoken", None)
    if len(encoded := typed.urlencode()) <= LONGEST:
        session[PLACE] = [path, encoded]


def take_typed(session: SessionBase, path: str) -> QueryDict | None:
    """Return what was kept for the page at `path`, once."""
    match session.get(PLACE):
        case [str(kept_for), str(encoded)] if kept_for == path:
            del session[PLACE]
            return QueryDict(encoded)
        case _:
            return None
