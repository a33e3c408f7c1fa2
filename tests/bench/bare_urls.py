"""The addresses of the site, and that of a bare view: a page without content, for somebody who is logged in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from pbgdpl import urls


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>Trang trống</title>")


urlpatterns = [path("trang-trong/", bare), *urls.urlpatterns]
