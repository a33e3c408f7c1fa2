"""Login, one's own password, and the page shown after too many wrong guesses."""

from itertools import islice
from math import ceil
from time import time

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.password_validation import password_validators_help_texts
from django.contrib.auth.views import LoginView
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.timezone import localtime, now
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from accounts.forms.entrance import LoginForm, OwnPasswordForm
from accounts.logins.checking import TooManyLogins
from accounts.logins.devices import remember_device, remember_place
from accounts.people import change_password, password_changes
from accounts.typed import keep_typed

# The session key of the moment at which a password set by somebody else was typed.
TYPED_AT = "given_password_typed_at"
NOT_ASKED_AGAIN_FOR = 15 * 60  # seconds
MOST_CHANGES = 5  # of a password, which its page names


class LimitedMixin:
    """A view whose form checks a password; where the limits do not let it, the page says when they will."""

    def post(self, request, *args, **kwargs):
        try:
            return super().post(request, *args, **kwargs)
        except TooManyLogins as refusal:
            return too_many(request, refusal)


@method_decorator(login_not_required, name="dispatch")
class Login(LimitedMixin, LoginView):
    template_name = "accounts/login.html"
    form_class = LoginForm
    redirect_authenticated_user = True

    def dispatch(self, request, *args, **kwargs):
        """Log the user in, and store the form data that the login page carried for the next page."""
        response = super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated:
            keep_typed(request.session, request.POST.get("next", ""), request.POST.get("typed", ""))
        return response

    def form_valid(self, form):
        """Log the user in; at the next login the device and the network are known."""
        response = super().form_valid(form)
        remember_place(self.request, self.request.user)
        remember_device(self.request, response, self.request.user)
        if self.request.user.must_change_password:
            self.request.session[TYPED_AT] = time()
        return response

    def get_context_data(self, **context):
        return super().get_context_data(**context, typed=self.request.POST.get("typed", ""))


@method_decorator(sensitive_post_parameters(), name="dispatch")
class OwnPassword(LimitedMixin, FormView):
    """Changes the user's own password; their other sessions end."""

    template_name = "accounts/password.html"
    form_class = OwnPasswordForm

    def get_form_kwargs(self):
        just_typed = has_just_typed(self.request)
        return super().get_form_kwargs() | {"request": self.request, "is_just_typed": just_typed}

    def get_context_data(self, **context):
        """Name who set a password for this person, and when; who did so cannot act as them unnoticed."""
        changes = islice(password_changes(self.request.user), MOST_CHANGES)
        return super().get_context_data(
            **context, hints=password_validators_help_texts(), changes=list(changes)
        )

    def form_valid(self, form):
        change_password(form.cleaned_data["new_password"], by=self.request.user)
        update_session_auth_hash(self.request, self.request.user)
        self.request.session.pop(TYPED_AT, None)
        messages.success(
            self.request, "Đã đổi mật khẩu. Những nơi khác đang đăng nhập bằng tên này đã bị đăng xuất."
        )
        return redirect("home")


def has_just_typed(request):
    """Return whether the user logged in with a given password a short while ago, in this session."""
    typed_at = request.session.get(TYPED_AT)
    if typed_at is None or not request.user.must_change_password:
        return False
    return 0 <= time() - typed_at < NOT_ASKED_AGAIN_FOR


def too_many(request, refusal):
    """Return the page that says when a password may be tried again."""
    until = localtime(refusal.until)
    seconds = max(ceil((until - now()).total_seconds()), 1)
    context = {"reason": refusal.reason, "limit": refusal.most, "until": until}
    context |= {"minutes": ceil(seconds / 60), "seconds": seconds}
    context |= {name: request.POST.get(name, "") for name in ("next", "typed")}
    page = render(request, "accounts/locked.html", context, status=429)
    page["Retry-After"] = str(seconds)
    return page
