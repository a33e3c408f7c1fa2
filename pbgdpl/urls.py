"""The site map, in the order of the navigation."""

from django.contrib.auth.views import LogoutView
from django.urls import path, register_converter

from accounts.rows import FIRST_YEAR, LAST_YEAR
from accounts.rows.urls import row_urls
from accounts.rows.views.files import AttachmentDelete, AttachmentDownload, AttachmentRestore
from accounts.urls import administrator_urls
from accounts.views.entrance import Login, OwnPassword
from events.views import EVENTS
from pbgdpl.health import health
from plans.views import DIRECTIVES, PLANS
from reports.compiling.views.style_sheet import document_style
from reports.models import PeriodKey, PeriodKind
from reports.reading.pasted.views import paste
from reports.reading.pasted.views.sheet import SheetUpload
from reports.urls import (
    board_urls,
    checking_urls,
    desk_urls,
    period_urls,
    review_urls,
    submission_urls,
    writing_urls,
)
from reports.year.views import year
from reports.year.views.crosscheck import CrosscheckPage


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
        year, _, half = value.partition("-")
        return PeriodKey(YearConverter().to_python(year), PeriodKind.HALF_YEAR if half else PeriodKind.YEAR)

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
    path("", year.Home.as_view(), name="home"),
    path("nam/<year:year>/", year.Year.as_view(), name="year"),
    *row_urls(DIRECTIVES),
    *row_urls(PLANS),
    *row_urls(EVENTS),
    path("tep/<int:pk>/", AttachmentDownload.as_view(), name="attachment"),
    path("tep/<int:pk>/xoa/", AttachmentDelete.as_view(), name="attachment_delete"),
    path("tep/<int:pk>/khoi-phuc/", AttachmentRestore.as_view(), name="attachment_restore"),
    *(
        path(
            f"{pages.slug}/<year:year>/bang-tinh/",
            SheetUpload.as_view(pages=pages),
            name=f"{pages.name}_sheet",
        )
        for pages in (DIRECTIVES, PLANS, EVENTS)
    ),
    path("dan/<year:year>/", paste.Paste.as_view(), name="paste"),
    path("dan/<year:year>/luu/", paste.PasteSave.as_view(), name="paste_save"),
    path("dan/<year:year>/hoan-tac/<uuid:key>/", paste.PasteUndo.as_view(), name="paste_undo"),
    path("doi-chieu/<year:year>/", CrosscheckPage.as_view(), name="crosscheck"),
    path("bao-cao/document.css", document_style, name="document_style"),
    *desk_urls(),
    *writing_urls(),
    *checking_urls(),
    *submission_urls(),
    *board_urls(),
    *review_urls(),
    *period_urls(),
    *administrator_urls(),
    path("trang-thai/", health, name="health"),
]
