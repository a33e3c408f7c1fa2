"""The site map, in the order of the navigation."""

from django.contrib.auth.views import LogoutView
from django.urls import path, register_converter

from accounts.rows import FIRST_YEAR, LAST_YEAR
from accounts.rows.urls import row_urls
from accounts.rows.views.files import AttachmentDelete, AttachmentDownload, AttachmentRestore
from accounts.urls import administrator_urls
from accounts.views.entrance import Login, OwnPassword
from accounts.views.long_work import LongWorkAgain, LongWorkPage
from events.views import EVENTS
from pbgdpl.health import health
from plans.views import DIRECTIVES, PLANS, POLICIES
from reports.models import PeriodKey
from reports.urls import report_urls


class YearConverter:
    regex = "[0-9]{4}"

    def to_python(self, value):
        """Return the year; one that no row can bear leads to no page."""
        if not FIRST_YEAR <= int(value) <= LAST_YEAR:
            raise ValueError
        return int(value)

    def to_url(self, value):
        return str(value)


class PeriodConverter:
    """A year's report, or that of its first half: "2024", "2024-6-thang"."""

    regex = "[0-9]{4}(?:-6-thang)?"

    def to_python(self, value):
        return PeriodKey.read(value)

    def to_url(self, value):
        return str(value)


register_converter(YearConverter, "year")
register_converter(PeriodConverter, "period")

handler400 = "pbgdpl.refusals.bad_request"
handler500 = "pbgdpl.refusals.server_error"

urlpatterns = [
    path("dang-nhap/", Login.as_view(), name="login"),
    path("dang-xuat/", LogoutView.as_view(), name="logout"),
    path("mat-khau/", OwnPassword.as_view(), name="password"),
    *row_urls(DIRECTIVES),
    *row_urls(PLANS),
    *row_urls(POLICIES),
    *row_urls(EVENTS),
    path("tep/<int:pk>/", AttachmentDownload.as_view(), name="attachment"),
    path("tep/<int:pk>/xoa/", AttachmentDelete.as_view(), name="attachment_delete"),
    path("tep/<int:pk>/khoi-phuc/", AttachmentRestore.as_view(), name="attachment_restore"),
    path("dang-lam/<year:year>/<uuid:key>/", LongWorkPage.as_view(), name="long_work"),
    path("dang-lam/<year:year>/<uuid:key>/lam-lai/", LongWorkAgain.as_view(), name="long_work_again"),
    *report_urls(),
    *administrator_urls(),
    path("trang-thai/", health, name="health"),
]
