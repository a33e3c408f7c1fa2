"""The pages of an administrator's organisation: its letterhead, its divisions, its users."""

from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import ListView, View

from accounts.attaching.quota import used_by
from accounts.backup.last_backup import backup_warning
from accounts.enrolling.slips import slips_in
from accounts.forms.organisations import DivisionForm, DivisionsForm, LetterheadForm
from accounts.history import described_value, history_of
from accounts.organisations import (
    LETTERHEAD,
    add_divisions,
    change_organisation,
    remove_division,
    rename_division,
)
from accounts.views.administrators import AdministratorAct, AdministratorForm, AdministratorsOnlyMixin
from accounts.views.paging import PagedMixin
from pbgdpl.lib.vietnamese import clean_line, fold

LONGEST_SEARCH = 200
STATES = {"dang-dung": ("Đang dùng", True), "da-ngung": ("Đã ngừng", False)}


class OrganisationPage(AdministratorsOnlyMixin, PagedMixin, ListView):
    """The organisation with its users, filtered by ?tim= and ?tai-khoan=."""

    template_name = "accounts/organisation.html"

    @cached_property
    def everybody(self):
        """Return all users by given name, disabled accounts last; an organisation has hundreds at most."""
        return sorted(self.request.user.organisation.users.select_related("division"), key=in_order)

    @property
    def words(self):
        return clean_line(self.request.GET.get("tim", "")[:LONGEST_SEARCH])

    @property
    def state(self):
        return self.request.GET.get("tai-khoan", "")

    def get_queryset(self):
        _, is_active = STATES.get(self.state, ("", None))
        return [
            user
            for user in self.everybody
            if is_active in (None, user.is_active)
            and all(word in searched(user) for word in fold(self.words).split())
        ]

    def get_context_data(self, **context):
        context, organisation = super().get_context_data(**context), self.request.user.organisation
        return context | {
            "organisation": organisation,
            "letterhead": [
                value for name in LETTERHEAD for value in described_value(organisation, name).items()
            ],
            "divisions": organisation.divisions.annotate(people=Count("users")).order_by("name"),
            "states": [(slug, label, slug == self.state) for slug, (label, _) in STATES.items()],
            "slips": len(slips_in(self.request.session)),
            "backup_warning": backup_warning(self.request.user),
            "is_narrowed": bool(self.words) or self.state in STATES,
            "used": used_by(organisation),
            "room": settings.MOST_ATTACHED,
        }


class OrganisationEdit(AdministratorForm):
    template_name = "accounts/organisation_form.html"
    form_class = LetterheadForm

    def get_context_data(self, **context):
        return super().get_context_data(**context, history=list(history_of(self.request.user.organisation)))

    def carry_out(self, form):
        stored = change_organisation(form.instance, by=self.request.user)
        waits = f" Tên mới chờ {stored.reports_to} xác nhận." if stored.pending_name else ""
        messages.success(
            self.request, f"Đã lưu thông tin đơn vị. Báo cáo lập từ nay dùng thông tin này.{waits}"
        )
        return self.url("organisation")


class DivisionAdd(AdministratorForm):
    """Adds divisions, one a line."""

    template_name = "accounts/division_form.html"
    form_class = DivisionsForm

    def carry_out(self, form):
        divisions = form.cleaned_data["lines"]
        add_divisions(divisions, by=self.request.user)
        messages.success(self.request, f"Đã thêm {'; '.join(map(str, divisions))}.")
        return self.url("organisation")


class OwnDivisionMixin:
    @cached_property
    def division(self):
        return get_object_or_404(self.request.user.organisation.divisions, pk=self.kwargs["pk"])


class DivisionEdit(OwnDivisionMixin, AdministratorForm):
    template_name = "accounts/division_form.html"
    form_class = DivisionForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.division}

    def carry_out(self, form):
        rename_division(form.instance, by=self.request.user)
        messages.success(self.request, f"Đã lưu: {form.instance}.")
        return self.url("organisation")


class DivisionRemove(OwnDivisionMixin, AdministratorAct, View):
    def carry_out(self):
        remove_division(self.division, by=self.request.user)
        messages.success(self.request, f"Đã xóa {self.division}.")
        return self.url("organisation")

    def refused_url(self):
        return self.url("organisation")


def in_order(user):
    """Return the sort key of a user: active accounts first, then by given name."""
    *before, given = fold(user.full_name).split() or [""]
    return not user.is_active, given, before, user.pk


def searched(user):
    return fold(f"{user.full_name} {user.username} {user.division or ''} {user.get_role_display()}")
