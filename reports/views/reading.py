"""A year and its report, for everyone of the department."""

from functools import cache
from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView, TemplateView

from reports.compile import compile_report
from reports.contents import contents
from reports.document.css import style_sheet
from reports.document.sheets import to_sheets
from reports.formats import FORMATS
from reports.overview import year_overview
from reports.years import latest_year, reports_of, years_of


class Home(RedirectView):
    http_method_names = ["get", "head"]

    def get_redirect_url(self):
        return reverse("year", args=[latest_year(self.request.user.organisation)])


class Year(TemplateView):
    template_name = "reports/year.html"

    def get_context_data(self, **context):
        organisation = self.request.user.organisation
        overview = year_overview(organisation, self.kwargs["year"])
        last_used_year = max(years_of(organisation), default=None)
        return super().get_context_data(**context, overview=overview, last_used_year=last_used_year)


class ReportPage(TemplateView):
    """The report with its contents beside it, or what to do where the year has none yet."""

    template_name = "reports/report_page.html"

    def get_context_data(self, **context):
        report = reports_of(self.request.user.organisation, self.kwargs["period"]).first()
        entries = contents(compile_report(report)) if report else ()
        return super().get_context_data(**context, report=report, contents=entries)


@require_safe
@never_cache
@xframe_options_sameorigin
def report_paper(request, period):
    """Return the report exactly as it is printed, for the frame on its page."""
    report = get_object_or_404(reports_of(request.user.organisation, period))
    return HttpResponse(to_sheets(compile_report(report), style_sheet_url=style_sheet_url()))


@require_safe
@never_cache
def report_file(request, period, ending):
    if ending not in FORMATS:
        raise Http404
    report = get_object_or_404(reports_of(request.user.organisation, period))
    file = FORMATS[ending].render(compile_report(report))
    name = content_disposition_header(as_attachment=True, filename=f"{report.file_name}.{ending}")
    return HttpResponse(
        file, content_type=FORMATS[ending].content_type, headers={"Content-Disposition": name}
    )


@cache
def style_sheet_url():
    """Return the style sheet's address, another one as soon as the style sheet is another one."""
    return f"{reverse('document_style')}?v={sha256(style_sheet().encode()).hexdigest()[:12]}"


@require_safe
@login_not_required
@cache_control(public=True, max_age=365 * 24 * 3600, immutable=True)
def document_style(request):
    return HttpResponse(style_sheet(), content_type="text/css; charset=utf-8")
