"""Entries about pages that show what was submitted."""

from __future__ import annotations

from typing import Protocol, cast

from django.db import models
from django.http import HttpRequest, HttpResponseBase

from accounts.log.writing import write
from accounts.models import LogKind, User

SHOWN = frozenset({200, 409})  # the statuses of answers that show the page


class ShowsSubmitted(Protocol):
    @property
    def shown_submission(self) -> models.Model | None: ...


def record_view(view: ShowsSubmitted, request: HttpRequest, response: HttpResponseBase) -> None:
    """Record that the person was shown what was submitted, with the address of the page; HEAD shows nothing."""
    if request.method == "HEAD" or response.status_code not in SHOWN:
        return
    if (submitted := view.shown_submission) is not None:
        write(
            LogKind.VIEWED,
            by=cast(User, request.user),
            row=submitted,
            details=f"trang {request.get_full_path()[:300]}",
        )
