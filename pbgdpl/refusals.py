"""What is said of a request that cannot be read."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for it.

    Django's own looks for the token in the form once more: where the form is what cannot be read, the page breaks.
    """
    return HttpResponseBadRequest(render_to_string("400.html"))
