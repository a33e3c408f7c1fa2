"""What a browser may do with our pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Everything comes from this site: its users' network has no internet. Bootstrap's icons are data: pictures.
POLICY = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' data:",
        "style-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)


GetResponse = Callable[[HttpRequest], HttpResponse]


def content_security_policy(get_response: GetResponse) -> GetResponse:
    """Return the middleware that sends the policy with every page."""

    def with_policy(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return with_policy


def private_pages(get_response: GetResponse) -> GetResponse:
    """Return the middleware that lets no cache store a page, unless a view sets Cache-Control itself.

    Whoever comes to a computer after a logout reads nothing by the button Back. Static files are served before this.
    """

    def with_privacy(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return with_privacy
