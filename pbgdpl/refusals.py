"""The pages for a request that cannot be read, or cannot be carried out on this machine."""

import logging
import sys
from errno import EACCES, EDQUOT, EIO, ENOSPC, EPERM, EROFS

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseServerError
from django.template.loader import render_to_string

from pbgdpl.busy import busy_page, is_busy

# The errors of a disk that is full, broken or read-only.
DISK_REFUSES = {ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EIO}
# Sent where the page itself cannot be rendered, for example because static files were never collected.
UNSTYLED = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Máy chủ gặp lỗi – Báo cáo PBGDPL</title>
<h1>Máy chủ gặp lỗi</h1>
<p>Lỗi đã được ghi lại. Thử lại sau ít phút; nếu vẫn lỗi, báo cho người quản trị.</p>
<p><a href="/">Về trang chủ</a></p>
</html>
"""

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for a request that cannot be read.

    Django's own view reads the form's token again, which fails where the form is what cannot be read.
    """
    return HttpResponseBadRequest(render_to_string("400.html"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the page for an error in the code, or for a disk or a database that cannot be written to now.

    Django calls this while it handles the error. A verb is one transaction, so nothing is half done.
    """
    error = sys.exception()
    is_refused = isinstance(error, OSError) and error.errno in DISK_REFUSES
    try:
        if is_busy(error):
            return busy_page(request)
        if is_refused or isinstance(error, OperationalError):
            return HttpResponse(render_to_string("503.html"), status=503)
        return HttpResponseServerError(render_to_string("500.html"))
    except Exception:
        logger.exception("The page for a server error cannot be rendered.")
        return HttpResponseServerError(UNSTYLED)
