"""A session that ended while somebody was typing: the person comes in again and finds the form as it was."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.views import csrf
from django.views.generic.base import TemplateResponseMixin

from accounts.forms.entrance import LoginForm
from accounts.typed import encode_typed, keep_typed, keeps_typed

NOT_DONE = "Phiên làm việc đã hết hạn, việc vừa bấm chưa được thực hiện. Đăng nhập rồi bấm lại."


class LoginRequired(LoginRequiredMiddleware):
    """Sends strangers to the login; a form that a stranger sends goes with them."""

    def handle_no_permission(self, request, view_func):
        if is_worth_keeping(request):
            return ask_to_log_in(request)
        if request.method == "POST" and not is_sent_by_script(request):
            messages.warning(request, NOT_DONE)
            return redirect_to_login(page_above(request.path))
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


def page_above(path):
    """Return the nearest page at or above an address: a button that only sends has no page of its own."""
    while path != "/" and not is_page(path):
        path = f"{path.rstrip('/').rpartition('/')[0]}/"
    return path


def is_page(path):
    """Return whether the address can be looked at; files and what is only sent cannot."""
    try:
        view = getattr(resolve(path).func, "view_class", object)
    except Resolver404:
        return False
    return (
        issubclass(view, TemplateResponseMixin) and hasattr(view, "get") and "get" in view.http_method_names
    )


def is_sent_by_script(request):
    """Return whether a page sent this by itself, nobody having pressed anything: a form would ask for a page."""
    return request.headers.get("Accept") == "*/*"


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
