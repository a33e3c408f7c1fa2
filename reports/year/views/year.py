"""A year and its report, for everyone of the department."""

from django.urls import reverse
from django.views.generic import RedirectView, TemplateView

from reports.year.overview import year_overview
from reports.years import latest_period, latest_year, years_of


class Home(RedirectView):
    http_method_names = ["get", "head"]

    def get_redirect_url(self):
        user = self.request.user
        if user.receives_reports:
            return reverse("board", args=[latest_period(user.organisation)])
        return reverse("year", args=[latest_year(user.organisation)])


class Year(TemplateView):
    template_name = "reports/year/year.html"

    def get_context_data(self, **context):
        organisation = self.request.user.organisation
        overview = year_overview(organisation, self.kwargs["year"])
        last_used_year = max(years_of(organisation), default=None)
        return super().get_context_data(**context, overview=overview, last_used_year=last_used_year)
