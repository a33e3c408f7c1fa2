"""The log: for administrators that of their people and of what belongs to their body, for operators the whole."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.generic import ListView, View

from accounts.forms.log import LogFilterForm
from accounts.log.listing import HEADING, MOST_IN_SHEET, log_sheet, narrowed
from accounts.log.writing import record_export
from accounts.models import LogEntry, User
from accounts.rows.views.export import download
from accounts.views.paging import PagedMixin
from pbgdpl.lib.plain_names import plain_name


class LogMixin:
    """The entries that the reader may see, narrowed by the address."""

    is_of_site = False
    http_method_names = ("get", "head")

    def dispatch(self, request, *args, **kwargs):
        may_read = request.user.operates_site if self.is_of_site else request.user.administers
        if not may_read:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def form(self):
        people = User.objects.none() if self.is_of_site else self.request.user.organisation.users
        form = LogFilterForm(self.request.GET, people=people)
        form.is_valid()
        return form

    @property
    def every_entry(self):
        entries = LogEntry.objects.all()
        return entries if self.is_of_site else entries.of_body(self.request.user.organisation_id)

    @property
    def entries(self):
        return narrowed(self.every_entry, self.form.cleaned_data)


class LogPage(LogMixin, PagedMixin, ListView):
    template_name = "accounts/log.html"

    def get_queryset(self):
        return self.entries

    def get_context_data(self, **context):
        sheet = reverse("log_of_site_sheet" if self.is_of_site else "log_sheet", args=[self.kwargs["year"]])
        query = self.request.GET.urlencode()
        return super().get_context_data(
            **context,
            form=self.form,
            is_narrowed=any(self.form.cleaned_data.values()),
            sheet_url=f"{sheet}?{query}" if query else sheet,
            most_in_sheet=MOST_IN_SHEET,
        )


class SiteLogPage(LogPage):
    is_of_site = True


@method_decorator(never_cache, name="dispatch")
class LogSheet(LogMixin, View):
    def get(self, request, year):
        code = plain_name(request.user.organisation.code).upper()
        name = f"nhat-ky-{code}{'-toan-he-thong' if self.is_of_site else ''}-{localdate()}.xlsx"
        file = log_sheet(self.entries, head=f"{HEADING} – {request.user.organisation.name}")
        if request.method == "GET":
            narrowed_by = "; ".join(
                f"{self.form.fields[key].label.lower()}: {value}"
                for key, value in self.form.cleaned_data.items()
                if value
            )
            words = f"{HEADING} {'toàn hệ thống' if self.is_of_site else 'của đơn vị'}"
            record_export(LogEntry, words, "; ".join(filter(None, [name, narrowed_by])), by=request.user)
        return download(file, name)


class SiteLogSheet(LogSheet):
    is_of_site = True
