"""The site map, in the order of the navigation."""

from django.contrib.auth.views import LogoutView
from django.urls import path, register_converter

from accounts.rows import FIRST_YEAR, LAST_YEAR
from accounts.rows.urls import row_urls
from accounts.views.entrance import Login
from events.views import EVENTS
from pbgdpl.health import health
from plans.views import DIRECTIVES, PLANS
from reports.views import reading


class YearConverter:
    regex = "[0-9]{4}"

    def to_python(self, value):
        """Return the year; one that no row can bear leads to no page."""
        if not FIRST_YEAR <= int(value) <= LAST_YEAR:
            raise ValueError
        return int(value)

    def to_url(self, value):
        return str(value)


register_converter(YearConverter, "year")

urlpatterns = [
    path("dang-nhap/", Login.as_view(), name="login"),
    path("dang-xuat/", LogoutView.as_view(), name="logout"),
    path("", reading.Home.as_view(), name="home"),
    path("nam/<year:year>/", reading.Year.as_view(), name="year"),
    *row_urls(DIRECTIVES),
    *row_urls(PLANS),
    *row_urls(EVENTS),
    path("bao-cao/document.css", reading.document_style, name="document_style"),
    path("bao-cao/<year:year>/", reading.ReportPage.as_view(), name="report"),
    path("bao-cao/<year:year>/ban-in/", reading.report_paper, name="report_paper"),
    path("bao-cao/<year:year>/tai-ve/<slug:ending>/", reading.report_file, name="report_file"),
    path("trang-thai/", health, name="health"),
]
