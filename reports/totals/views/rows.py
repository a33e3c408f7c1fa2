"""The rows of a figure as a body submitted them."""

from django.http import Http404
from django.utils.functional import cached_property
from django.views.generic import ListView

from accounts.views.paging import PagedMixin
from pbgdpl.lib.vietnamese import fold
from reports.received.totals import add_up
from reports.review.views.review import ReviewedMixin
from reports.submission.stored_files import FileLost
from reports.submission.views.files import lost_page
from reports.totals.filters import LONGEST_SEARCH
from reports.totals.submitted import data_file_of, submitted_rows
from reports.views import ReceivedReadersMixin


class SubmittedFigurePage(ReceivedReadersMixin, ReviewedMixin, PagedMixin, ListView):
    """The figure of the last version that can be read, its rows narrowed by ?tim=."""

    http_method_names = ("get", "head")
    template_name = "reports/totals/rows.html"

    def get(self, request, **kwargs):
        try:
            if self.file and self.figure is None:
                raise Http404
        except FileLost as lost:
            return lost_page(request, self.file, lost)
        return super().get(request, **kwargs)

    @property
    def submission(self):
        return self.versions[0]

    @cached_property
    def file(self):
        return data_file_of(self.submission)

    @cached_property
    def figure(self):
        return submitted_rows(self.file, self.kwargs["code"]) if self.file else None

    @property
    def text(self):
        return self.request.GET.get("tim", "")[:LONGEST_SEARCH].strip()

    def get_queryset(self):
        words = fold(self.text).split()
        rows = self.figure.rows if self.figure else ()
        return [row for row in rows if all(word in fold(row[0]) for word in words)]

    def get_context_data(self, **context):
        columns, code = add_up(self.request.user.organisation, self.period).columns, self.kwargs["code"]
        return super().get_context_data(**context) | {
            "submission": self.submission,
            "figure": self.figure,
            "file": self.file,
            "code": code,
            "is_added_up": any(column.code == code for column in columns),
            "text": self.text,
        }
