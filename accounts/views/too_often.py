"""The middleware that refuses costly work to who asks for it too often, and keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.costly import Quota
from accounts.typed import encode_typed, keep_typed

MINUTE = 60  # seconds


class CostlyWork:
    """Answers 429 where the view declares a `quota` that the person has used up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *_: Any) -> HttpResponse | None:
        quota: Quota | None = getattr(getattr(view, "view_class", view), "quota", None)
        if quota is None or request.method not in quota.methods or not request.user.is_authenticated:
            return None
        seconds = quota.wait(request.user)
        return too_often(request, quota, seconds) if seconds else None


def too_often(request: HttpRequest, quota: Quota, seconds: int) -> HttpResponse:
    """Return the page that says when to try again; it leads back to the form, which is filled as it was."""
    address = request.get_full_path()
    is_kept = request.method == "POST" and keep_typed(request.session, address, encode_typed(request.POST))
    minutes = {"minutes": ceil(seconds / MINUTE), "within": quota.seconds // MINUTE}
    context = {"quota": quota, **minutes, "address": address if is_kept else ""}
    response = render(request, "429.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response
