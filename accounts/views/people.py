"""The pages of an administrator's users: adding, editing, disabling and enabling, resetting a password."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView, View

from accounts.enrolling.slips import decrypted, encrypted
from accounts.forms.people import InvitationForm, ResetForm, UserForm
from accounts.forms.sent_key import SentKeyField
from accounts.history import history_of
from accounts.once import carry_out_once
from accounts.passwords import FIRST_PASSWORD_LASTS
from accounts.people import change_user, disable_user, enable_user, invite_user, reset_password
from accounts.views.administrators import AdministratorAct, AdministratorForm, AdministratorsOnlyMixin

# The session key of [user pk, encrypted new password], which the next page shows.
SHOWN_ONCE = "password_to_show"


def keep_to_show(session, user, password):
    """Store a password, encrypted, in the session for the next page, in the transaction that sets it."""
    session[SHOWN_ONCE] = [user.pk, encrypted(password)]
    session.save()
    session.modified = (
        False  # a second save after the response could restore a password that was already shown
    )


class OwnUserMixin:
    @cached_property
    def person(self):
        return get_object_or_404(self.request.user.organisation.users, pk=self.kwargs["pk"])


class UserAdd(AdministratorForm):
    template_name = "accounts/user_form.html"
    form_class = InvitationForm

    def carry_out(self, form):
        def invite():
            password = invite_user(form.instance, by=self.request.user)
            keep_to_show(self.request.session, form.instance, password)
            return self.url("user_password", form.instance.pk)

        return carry_out_once(invite, key=form.cleaned_data["sent_key"], by=self.request.user)


class UserPage(OwnUserMixin, AdministratorsOnlyMixin, DetailView):
    template_name = "accounts/user_page.html"
    context_object_name = "person"

    def get_object(self):
        return self.person

    def get_context_data(self, **context):
        return super().get_context_data(
            **context,
            is_oneself=self.person == self.request.user,
            history=list(history_of(self.person)),
            reset_form=ResetForm(),
        )


class UserEdit(OwnUserMixin, AdministratorForm):
    template_name = "accounts/user_form.html"
    form_class = UserForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.person}

    def carry_out(self, form):
        change_user(form.instance, by=self.request.user)
        messages.success(self.request, f"Đã lưu: {form.instance}.")
        return self.url("user", form.instance.pk)


class UserAct(OwnUserMixin, AdministratorAct, View):
    def refused_url(self):
        return self.url("user", self.person.pk)


class UserDisable(UserAct):
    def carry_out(self):
        disable_user(self.person, by=self.request.user)
        undo = self.url("user_enable", self.person.pk)
        messages.success(self.request, f"Đã ngừng tài khoản của {self.person}.", extra_tags=undo)
        return self.url("user", self.person.pk)


class UserEnable(UserAct):
    def carry_out(self):
        enable_user(self.person, by=self.request.user)
        messages.success(self.request, f"{self.person} đăng nhập lại được.")
        return self.url("user", self.person.pk)


@method_decorator(never_cache, name="dispatch")
class UserPassword(UserAct):
    """Resets a password on POST; shows it once on the GET that follows."""

    http_method_names = ("get", "post")

    def get(self, request, **kwargs):
        shown = request.session.get(SHOWN_ONCE, [])
        password = decrypted(request.session.pop(SHOWN_ONCE)[1]) if self.person.pk in shown[:1] else None
        context = {"person": self.person, "password": password, "days": FIRST_PASSWORD_LASTS.days}
        return render(request, "accounts/user_password.html", context | {"reset_form": ResetForm()})

    def carry_out(self):
        def reset():
            keep_to_show(self.request.session, self.person, reset_password(self.person, by=self.request.user))
            return self.url("user_password", self.person.pk)

        key = SentKeyField().clean(self.request.POST.get("sent_key"))
        return carry_out_once(reset, key=key, by=self.request.user)
