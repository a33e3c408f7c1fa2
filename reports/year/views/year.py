"""A year and its report, for everyone of the department."""

from django.urls import reverse
from django.views.generic import RedirectView, TemplateView

from reports.year.first_steps import first_steps
from reports.year.next_steps import next_steps
from reports.year.overview import year_overview
from reports.year.rows_note import rows_note
from reports.years import last_used_year, latest_period, latest_year


class Home(RedirectView):
    http_method_names = ["get", "head"]

    def get_redirect_url(self):
        user = self.request.user
        if user.reads_received:
            return reverse("board", args=[latest_period(user.organisation)])
        return reverse("year", args=[latest_year(user.organisation)])


class Year(TemplateView):
    """The home of a department; of a Justice Department what it did itself, its home being the board."""

    template_name = "reports/year/year.html"

    def get_context_data(self, **context):
        by, year = self.request.user, self.kwargs["year"]
        overview = year_overview(by.organisation, year)
        is_own = not by.reads_received or any(one.report for one in overview.reports)
        # Who does not write the report completes its rows first.
        missing = sorted(overview.missing, key=lambda one: not one.gap and not by.writes_reports)
        return super().get_context_data(**context) | {
            "overview": overview,
            "steps": next_steps(overview, by) if is_own else (),
            "missing": missing,
            "first_steps": first_steps(by, year),
            "last_used_year": last_used_year(by.organisation, year) if overview.is_empty else None,
            "rows_note": self.rows_note(overview),
        }

    def rows_note(self, overview):
        begun = {one.key: one.status.state for one in overview.reports if one.report}
        return rows_note(self.kwargs["year"], begun) if self.request.user.may_edit else ""
