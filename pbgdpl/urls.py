"""The site map, in the order of the navigation."""

from django.contrib.auth.views import LogoutView
from django.urls import path, register_converter

from accounts.rows import FIRST_YEAR, LAST_YEAR
from accounts.views import Login
from events.views import EventList
from pbgdpl.health import health
from plans.views import DirectiveList, PlanList
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
    path("van-ban-chi-dao/<year:year>/", DirectiveList.as_view(), name="directives"),
    path("ke-hoach/<year:year>/", PlanList.as_view(), name="plans"),
    path("hoat-dong/<year:year>/", EventList.as_view(), name="events"),
    path("bao-cao/document.css", reading.document_style, name="document_style"),
    path("bao-cao/<year:year>/", reading.ReportPage.as_view(), name="report"),
    path("bao-cao/<year:year>/ban-in/", reading.report_paper, name="report_paper"),
    path("bao-cao/<year:year>/tai-ve/<slug:ending>/", reading.report_file, name="report_file"),
    path("trang-thai/", health, name="health"),
]
