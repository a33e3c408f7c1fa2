"""The addresses of the pages on which the figures of a province are read."""

from django.urls import path

from reports.totals.views import marks, rows, totals

BOARD = "tong-hop/<period:period>"


def totals_urls():
    all_figures = f"{BOARD}/so-lieu"
    one_mark = f"{BOARD}/<int:pk>/so-lieu-can-xem"
    return [
        path(f"{one_mark}/", marks.MarkSettle.as_view(), name="review_mark"),
        path(f"{one_mark}/gui/", marks.MarkSend.as_view(), name="review_mark_send"),
        path(f"{one_mark}/<int:settled>/mo-lai/", marks.MarkReopen.as_view(), name="review_mark_reopen"),
        path(f"{all_figures}/", totals.TotalsPage.as_view(), name="board_figures"),
        path(f"{all_figures}/danh-dau/", marks.MarksPage.as_view(), name="board_marks"),
        path(f"{all_figures}/tai-ve/<slug:ending>/", totals.TotalsFile.as_view(), name="board_figures_file"),
        path(f"{all_figures}/<str:code>/", totals.ColumnPage.as_view(), name="board_figure"),
        path(
            f"{BOARD}/<int:pk>/so-lieu/<str:code>/",
            rows.SubmittedFigurePage.as_view(),
            name="review_figure",
        ),
    ]
