"""Đối chiếu: directives beside the plans and events that carry them out, for everyone of the department."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.views.generic import ListView

from accounts.views.paging import PagedMixin
from plans.models import Directive, Plan
from reports.year.crosscheck import crosscheck, directives_with_plans, loose_events, loose_plans

# The parts of the page by their names in the address.
PARTS = {
    "van-ban": directives_with_plans,
    "ke-hoach": loose_plans,
    "hoat-dong": loose_events,
}


@dataclass(frozen=True, slots=True)
class Part:
    slug: str
    words: str
    count: int
    is_current: bool


class Starts(dict):
    """The beginnings of the addresses of rows by model and year, each reversed once, because there are many rows."""

    def __missing__(self, kind):
        model, year = kind
        self[kind] = model(pk=0, reporting_year=year).get_absolute_url().removesuffix("0/")
        return self[kind]


def lead(rows):
    """Set the address of its page on each row and on the rows under it."""
    starts, waiting = Starts(), list(rows)
    while waiting:
        row = waiting.pop()
        row.url = f"{starts[type(row), row.reporting_year]}{row.pk}/"
        match row:
            case Directive():
                waiting.extend(row.its_plans)
            case Plan():
                waiting.extend(row.its_events)


class CrosscheckPage(PagedMixin, ListView):
    """One part of the rows of a year (?phan=), all of them or those that nothing carries out (?thieu=1)."""

    template_name = "reports/year/crosscheck.html"

    @property
    def part(self):
        asked = self.request.GET.get("phan")
        return asked if asked in PARTS else "van-ban"

    @property
    def only_missing(self):
        return self.request.GET.get("thieu") == "1"

    @cached_property
    def counts(self):
        return crosscheck(self.request.user.organisation, self.kwargs["year"])

    def get_queryset(self):
        rows = PARTS[self.part]
        return rows(self.request.user.organisation, self.kwargs["year"], only_missing=self.only_missing)

    def page_rows(self, page):
        rows = super().page_rows(page)
        lead(rows)
        return rows

    def parts(self):
        words = (
            ("van-ban", "Theo văn bản chỉ đạo", self.counts.directives),
            ("ke-hoach", "Kế hoạch không theo văn bản chỉ đạo", self.counts.loose_plans),
            ("hoat-dong", "Hoạt động không theo kế hoạch", self.counts.loose_events),
        )
        return [Part(slug, text, count, slug == self.part) for slug, text, count in words]

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {
            "part": self.part,
            "parts": self.parts(),
            "only_missing": self.only_missing,
            "may_edit": self.request.user.may_edit,
        }
