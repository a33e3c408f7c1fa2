"""A session that ended while somebody was typing: the person comes in again and finds the form as it was."""

from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views import csrf

from accounts.forms.entrance import LoginForm
from accounts.typed import encode_typed, keep_typed, keeps_typed


class LoginRequired(LoginRequiredMiddleware):
    """Sends strangers to the login; a form that a stranger sends goes with them."""

    def handle_no_permission(self, request, view_func):
        if is_worth_keeping(request):
            return ask_to_log_in(request)
        return super().handle_no_permission(request, view_func)


def csrf_failure(request, reason=""):
    """Show a form again whose token is of an earlier login; refuse those that came from elsewhere."""
    if not (is_worth_keeping(request) and is_from_here(request)):
        return csrf.csrf_failure(request, reason)
    if not request.user.is_authenticated:
        return ask_to_log_in(request)
    if not keep_typed(request.session, request.get_full_path(), encode_typed(request.POST)):
        return csrf.csrf_failure(request, reason)
    return HttpResponseRedirect(request.get_full_path(), status=303)


def is_worth_keeping(request):
    return request.method == "POST" and keeps_typed(request.get_full_path())


def is_from_here(request):
    """Return whether the form was sent by one of our own pages, as the browser says."""
    try:
        origin = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    except ValueError:
        return False
    return origin.netloc == request.get_host()


def ask_to_log_in(request):
    """Show the login with what was typed in it, unseen, so that it arrives with the password."""
    context = {
        "form": LoginForm(request),
        "next": request.get_full_path(),
        "has_ended": True,
        "typed": encode_typed(request.POST),
        "files": request.FILES,
    }
    return render(request, "accounts/login.html", context)
