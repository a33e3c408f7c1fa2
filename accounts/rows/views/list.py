"""A year's rows as a list."""

from django.views.generic import ListView

from accounts.rows.views.owned import OwnedRowsMixin
from pbgdpl.lib.vietnamese import clean_line

LONGEST_SEARCH = 200


class YearRowList(OwnedRowsMixin, ListView):
    """A year's rows in the order of the report, searched by ?tim=, narrowed by ?thieu=, turned by ?trang=."""

    paginate_by = 50
    page_kwarg = "trang"
    template_name_suffix = "_list"

    @property
    def words(self):
        return clean_line(self.request.GET.get("tim", "")[:LONGEST_SEARCH])

    @property
    def gap(self):
        """Return what the rows asked for lack, or None where all of them were asked for."""
        return next((gap for gap in self.pages.gaps if gap.slug == self.request.GET.get("thieu")), None)

    def get_queryset(self):
        rows = super().get_queryset().in_order().search(self.words)
        return rows.filter(self.gap.condition) if self.gap else rows

    def paginate_queryset(self, queryset, page_size):
        """Return the page asked for, or the nearest there is."""
        paginator = self.get_paginator(queryset, page_size)
        page = paginator.get_page(self.request.GET.get(self.page_kwarg))
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        page, paginator = context["page_obj"], context["paginator"]
        return context | {
            "total": super().get_queryset().count(),
            "is_narrowed": bool(self.words or self.gap),
            "page_numbers": paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        }
