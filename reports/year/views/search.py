"""The search over all years and kinds of row, from the box in the top bar."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import ListView

from accounts.returning import return_query
from accounts.views.paging import PagedMixin
from plans.models import Plan
from reports.year.search import KINDS, LONGEST_SEARCH, found_groups, found_reports, found_rows, search_words


class SearchPage(PagedMixin, ListView):
    """The rows that ?tim= finds: the first ones of each kind, or page by page those of one kind, ?loai=."""

    http_method_names = ("get", "head")
    template_name = "reports/year/search.html"

    @property
    def text(self):
        return self.request.GET.get("tim", "")[:LONGEST_SEARCH].strip()

    @cached_property
    def words(self):
        return search_words(self.text)

    @property
    def kind(self):
        """Return the kind whose rows are all asked for, or None."""
        asked = self.request.GET.get("loai")
        return asked if asked in KINDS and self.words else None

    def get_queryset(self):
        if not self.kind:
            return Plan.objects.none()
        return found_rows(KINDS[self.kind][1], self.request.user.organisation, self.words)

    def groups(self):
        return (
            found_groups(self.request.user.organisation, self.words) if self.words and not self.kind else []
        )

    def reports(self):
        user = self.request.user
        if not user.receives_reports or self.kind or not self.words:
            return []
        return found_reports(user.organisation, self.words)

    def here(self):
        asked = {"tim": self.text} | ({"loai": self.kind} if self.kind else {})
        return f"{reverse('search', args=[self.kwargs['year']])}?{urlencode(asked)}"

    def get_context_data(self, **context):
        groups, reports = self.groups(), self.reports()
        found = self.kind and {"slug": self.kind, "heading": KINDS[self.kind][0]}
        return super().get_context_data(**context) | {
            "text": self.text,
            "groups": groups,
            "reports": reports,
            "whole": found,
            "is_empty": bool(self.words) and not self.kind and not groups and not reports,
            "row_query": return_query(self.here()),
        }
