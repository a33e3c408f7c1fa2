"""The addresses of the site while it is measured under load, and one of a view that does nothing."""

from django.http import HttpResponse
from django.urls import path

from pbgdpl import urls as site

BARE = "/trang-trong/"


def bare(request):
    """Return a page without a template and without a query of its own, behind the site's middleware."""
    return HttpResponse(f"<!doctype html><title>{request.user.pk}</title>")


handler400, handler500 = site.handler400, site.handler500
urlpatterns = [*site.urlpatterns, path(BARE.strip("/") + "/", bare)]
