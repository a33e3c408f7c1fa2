"""The page of the figures that a text of the report can name, to be copied or inserted."""

from django.views.generic import TemplateView

from reports.views import WritersOnlyMixin
from reports.writing.figures import offered_figures


class ReportMarks(WritersOnlyMixin, TemplateView):
    """The figures with what they say now; the menu of the toolbar reads them from this page."""

    template_name = "reports/writing/figures.html"

    def get_context_data(self, **context):
        return super().get_context_data(**context, groups=offered_figures(self.report))
