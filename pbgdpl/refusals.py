"""What is said of a request that cannot be read, or cannot be carried out on this machine."""

import sys
from errno import EACCES, EDQUOT, EIO, ENOSPC, EPERM, EROFS

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from django.views import defaults

# What a disk says that is full, broken, or not to be written on.
DISK_REFUSES = {ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EIO}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for it.

    Django's own looks for the token in the form once more: where the form is what cannot be read, the page breaks.
    """
    return HttpResponseBadRequest(render_to_string("400.html"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the page for an error of ours, or the one about a disk or a database that takes nothing at the moment.

    Django asks for it while it handles the error. A verb is one transaction, so nothing is half done.
    """
    error = sys.exception()
    is_refused = isinstance(error, OSError) and error.errno in DISK_REFUSES
    if is_refused or isinstance(error, OperationalError):
        return HttpResponse(render_to_string("503.html"), status=503)
    return defaults.server_error(request)
