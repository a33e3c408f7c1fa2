"""A year and its report, for everyone of the department."""

from functools import cache
from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView, TemplateView

from reports.document.css import style_sheet
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


@cache
def style_sheet_url():
    """Return the style sheet's address, another one as soon as the style sheet is another one."""
    return f"{reverse('document_style')}?v={sha256(style_sheet().encode()).hexdigest()[:12]}"


@require_safe
@login_not_required
@cache_control(public=True, max_age=365 * 24 * 3600, immutable=True)
def document_style(request):
    return HttpResponse(style_sheet(), content_type="text/css; charset=utf-8")
