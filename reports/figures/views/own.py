"""Whose figures the pages of this wing show: those of a body's own report, which are settled here."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from reports.figures.settling import OF_PROVINCE
from reports.views import OwnReportMixin


class OwnFiguresMixin(OwnReportMixin):
    """Leads the writers of a province's report to the figures of its bodies, from which theirs are added up."""

    def dispatch(self, request, *args, **kwargs):
        is_asked = hasattr(self, request.method.lower())
        if is_asked and request.user.organisation.reports_for_province and self.report:
            if request.method == "POST":
                messages.warning(request, OF_PROVINCE)
            return HttpResponseRedirect(self.figures_of_bodies())
        return super().dispatch(request, *args, **kwargs)

    def figures_of_bodies(self):
        return reverse("board_figures", args=[self.period])
