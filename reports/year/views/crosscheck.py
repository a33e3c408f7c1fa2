"""Đối chiếu: directives beside plans and events that carry them out, policies beside events that made them known."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import ListView, View

from accounts.conflict import Conflict
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from accounts.views.paging import PagedMixin
from accounts.views.verb_form import VerbForm
from plans.models import Directive, Plan, Policy
from reports.year.crosscheck import (
    Shown,
    directives_with_plans,
    loose_events,
    loose_plans,
    policies_with_events,
    year_of_links,
)
from reports.year.forms import UnneededForm
from reports.year.unneeded import state_unneeded

# The parts of the page by their names in the address.
PARTS = {
    "van-ban": directives_with_plans,
    "ke-hoach": loose_plans,
    "chinh-sach": policies_with_events,
    "hoat-dong": loose_events,
}
CHANGED_MEANWHILE = "Dòng này vừa được người khác sửa. Xem lại rồi ghi lại."


@dataclass(frozen=True, slots=True)
class Choice:
    """A link of the page: one of its parts, or which rows it shows."""

    slug: str
    words: str
    count: int | None
    is_current: bool


class Starts(dict):
    """The beginnings of the addresses of rows by model and year, each reversed once, because there are many rows."""

    def __missing__(self, kind):
        model, year = kind
        self[kind] = model(pk=0, reporting_year=year).get_absolute_url().removesuffix("0/")
        return self[kind]


def lead(rows, needs):
    """Set on each row and on the rows under it the address of its page, and why it needs nothing."""
    starts, waiting = Starts(), list(rows)
    while waiting:
        row = waiting.pop()
        row.url = f"{starts[type(row), row.reporting_year]}{row.pk}/"
        match row:
            case Directive():
                row.needs_nothing = needs.without_plan(row)
                waiting.extend(row.its_plans)
            case Plan():
                row.needs_nothing = needs.without_event(row)
                waiting.extend(row.its_events)
            case Policy():
                waiting.extend(row.its_events)


class CrosscheckPage(PagedMixin, ListView):
    """One part of the rows of a year (?phan=): what is missing, what needs nothing, or all (?xem=)."""

    template_name = "reports/year/crosscheck.html"

    @property
    def part(self):
        asked = self.request.GET.get("phan")
        return asked if asked in PARTS else "van-ban"

    @property
    def shown(self):
        asked = self.request.GET.get("xem", "")
        return Shown(asked) if asked in set(Shown) else Shown.MISSING

    @cached_property
    def links(self):
        return year_of_links(self.request.user.organisation, self.kwargs["year"])

    def get_queryset(self):
        rows = PARTS[self.part]
        return rows(self.request.user.organisation, self.kwargs["year"], self.links, self.shown)

    def page_rows(self, page):
        rows = super().page_rows(page)
        lead(rows, self.links.needs)
        return rows

    def parts(self):
        """Return the parts of the page with how many rows each shows."""
        of_year = (self.request.user.organisation, self.kwargs["year"], self.links, self.shown)
        words = (
            ("van-ban", "Theo văn bản chỉ đạo"),
            ("ke-hoach", "Kế hoạch không theo văn bản chỉ đạo"),
            ("chinh-sach", "Chính sách, dự thảo"),
            ("hoat-dong", "Hoạt động không theo kế hoạch"),
        )
        return [Choice(slug, text, PARTS[slug](*of_year).count(), slug == self.part) for slug, text in words]

    def filters(self):
        words = (
            (Shown.MISSING, "Còn thiếu"),
            (Shown.UNNEEDED, "Không cần"),
            (Shown.ALL, "Tất cả"),
        )
        return [Choice(shown.value, text, None, shown is self.shown) for shown, text in words]

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {
            "part": self.part,
            "parts": self.parts(),
            "filters": self.filters(),
            "shown": self.shown.value,
            "is_missing": self.shown is Shown.MISSING,
            "may_edit": self.request.user.may_edit,
        }


class UnneededMixin(EditorsOnlyMixin, OwnedRowsMixin):
    @cached_property
    def row(self):
        return get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])

    def page_address(self, part=""):
        chosen = f"?phan={part}" if part in PARTS else ""
        return f"{reverse('crosscheck', args=[self.kwargs['year']])}{chosen}"


class Unneeded(UnneededMixin, VerbForm):
    """States why nothing has to carry out a row; the form stands in the row and, after a fault, on a page."""

    template_name = "reports/year/unneeded.html"
    form_class = UnneededForm

    def carry_out(self, form):
        try:
            state_unneeded(self.row, because=form.cleaned_data["reason"], by=self.request.user)
        except Conflict as conflict:
            raise ValidationError(CHANGED_MEANWHILE) from conflict
        undo = reverse(f"{self.pages.name}_needed", args=[self.kwargs["year"], self.row.pk])
        messages.success(self.request, f"Đã ghi không cần: {self.row.short_name}.", extra_tags=undo)
        return self.page_address(form.cleaned_data["part"])

    def get_context_data(self, **context):
        return super().get_context_data(**context, row=self.row, back=self.page_address())


class Needed(UnneededMixin, View):
    """Takes the reason back: the row counts as before."""

    http_method_names = ("post",)

    def post(self, request, year, pk):
        try:
            state_unneeded(self.row, because="", by=request.user)
        except Conflict:
            messages.warning(request, CHANGED_MEANWHILE)
        else:
            messages.success(request, f"Đã bỏ ghi không cần: {self.row.short_name}.")
        return HttpResponseRedirect(self.page_address(request.POST.get("part", "")))
