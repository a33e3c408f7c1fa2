"""Requests after the end of a session: the user logs in again and finds the form as it was."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.views import csrf
from django.views.generic.base import TemplateResponseMixin

from accounts.forms.entrance import LoginForm
from accounts.sessions import has_ended, note_request
from accounts.typed import encode_typed, keep_typed, keeps_typed

NOT_DONE = "Phiên làm việc đã hết hạn, việc vừa bấm chưa được thực hiện. Đăng nhập rồi bấm lại."


class LoginRequired(LoginRequiredMiddleware):
    """Redirects anonymous users to the login, with the form data that they sent."""

    def process_view(self, request, *args):
        """Log out people whose session is over, or whose organisation was stopped."""
        if request.user.is_authenticated:
            if has_ended(request.session) or not request.user.organisation.is_active:
                logout(request)
            else:
                note_request(request.session)
        return super().process_view(request, *args)

    def handle_no_permission(self, request, view_func):
        if is_worth_keeping(request):
            return ask_to_log_in(request)
        if request.method == "POST" and not is_sent_by_script(request):
            messages.warning(request, NOT_DONE)
            return redirect_to_login(page_above(request.path))
        return super().handle_no_permission(request, view_func)


def csrf_failure(request, reason=""):
    """Show the form again if its token is from an earlier login; refuse a form sent by another site."""
    if not (is_worth_keeping(request) and is_from_here(request)):
        return csrf.csrf_failure(request, reason)
    if not request.user.is_authenticated:
        return ask_to_log_in(request)
    if not keep_typed(request.session, request.get_full_path(), encode_typed(request.POST)):
        return csrf.csrf_failure(request, reason)
    return HttpResponseRedirect(request.get_full_path(), status=303)


def page_above(path):
    """Return the nearest page at or above an address; addresses that accept only POST are no pages."""
    while path != "/" and not is_page(path):
        path = f"{path.rstrip('/').rpartition('/')[0]}/"
    return path


def is_page(path):
    """Return whether the address is a page; files and addresses that accept only POST are not."""
    try:
        view = getattr(resolve(path).func, "view_class", object)
    except Resolver404:
        return False
    return (
        issubclass(view, TemplateResponseMixin) and hasattr(view, "get") and "get" in view.http_method_names
    )


def is_sent_by_script(request):
    """Return whether a script sent the request: a form would accept HTML."""
    return request.headers.get("Accept") == "*/*"


def is_worth_keeping(request):
    return request.method == "POST" and keeps_typed(request.get_full_path())


def is_from_here(request):
    """Return whether the browser states that a page of this site sent the form."""
    try:
        origin = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    except ValueError:
        return False
    return origin.netloc == request.get_host()


def ask_to_log_in(request):
    """Show the login with the sent form data in a hidden field, which comes back with the password."""
    context = {
        "form": LoginForm(request),
        "next": request.get_full_path(),
        "has_ended": True,
        "typed": encode_typed(request.POST),
        "files": request.FILES,
    }
    return render(request, "accounts/login.html", context)
