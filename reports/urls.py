"""The addresses of reports: the department's desk, what it handed in, the Justice Department's board and periods.

<period:period> is "2024" or "2024-6-thang"; <year:year> is there so that the navigation keeps the year.
"""

from django.urls import path

from reports.views import reading
from reports.views.placeholder import placeholder

DESK = "bao-cao/<period:period>"
BOARD = "tong-hop/<period:period>"


def desk_urls():
    return [
        path(f"{DESK}/", reading.ReportPage.as_view(), name="report"),
        path(f"{DESK}/bat-dau/", placeholder, name="report_start"),
        path(f"{DESK}/dau-cuoi/", placeholder, name="report_head"),
        path(f"{DESK}/xem/", placeholder, name="report_preview"),
        path(f"{DESK}/ban-in/", reading.report_paper, name="report_paper"),
        path(f"{DESK}/tai-ve/<slug:ending>/", reading.report_file, name="report_file"),
    ]


def writing_urls():
    section = f"{DESK}/muc/<int:pk>"
    return [
        path(f"{section}/", placeholder, name="report_section"),
        path(f"{section}/tu-luu/", placeholder, name="report_section_autosave"),
        path(f"{section}/ban-in/", placeholder, name="report_section_paper"),
        path(f"{section}/ban-truoc/", placeholder, name="report_section_earlier"),
    ]


def checking_urls():
    return [
        path(f"{DESK}/tieu-chi/", placeholder, name="report_criteria"),
        path(f"{DESK}/tieu-chi/<int:pk>/", placeholder, name="report_criterion"),
        path(f"{DESK}/ra-soat/", placeholder, name="report_findings"),
        path(f"{DESK}/ra-soat/giu-nguyen/", placeholder, name="report_waive"),
        path(f"{DESK}/ra-soat/giu-nguyen/<int:pk>/bo/", placeholder, name="report_waiver_remove"),
    ]


def submission_urls():
    versions = f"{DESK}/cac-ban"
    return [
        path(f"{DESK}/nop/", placeholder, name="report_submit"),
        path(f"{DESK}/rut/", placeholder, name="report_withdraw"),
        path(f"{versions}/", placeholder, name="report_versions"),
        path(f"{versions}/so-sanh/", placeholder, name="report_difference"),
        path(f"{versions}/<int:version>/", placeholder, name="report_version"),
        path(f"{versions}/<int:version>/ban-ky/", placeholder, name="report_signed"),
        path("tep-nop/<int:pk>/", placeholder, name="submitted_file"),
    ]


def board_urls():
    return [
        path(f"{BOARD}/", placeholder, name="board"),
        path(f"{BOARD}/bang-tinh/", placeholder, name="board_sheet"),
        path("thong-bao/<year:year>/", placeholder, name="notices"),
    ]


def review_urls():
    review = f"{BOARD}/<int:pk>"
    return [
        path(f"{review}/", placeholder, name="review"),
        path(f"{review}/so-sanh/", placeholder, name="review_difference"),
        path(f"{review}/nhan-xet/", placeholder, name="review_note_add"),
        path(f"{review}/nhan-xet/<int:note>/xoa/", placeholder, name="review_note_remove"),
        path(f"{review}/tra-lai/", placeholder, name="review_return"),
        path(f"{review}/tiep-nhan/", placeholder, name="review_accept"),
        path(f"{review}/tep/<int:attachment>/", placeholder, name="review_attachment"),
        path(f"{BOARD}/tai-ve/", placeholder, name="board_zip"),
        path("kiem-tra-tep/<year:year>/", placeholder, name="file_check"),
    ]


def period_urls():
    periods, outlines, sets = "ky-bao-cao/<year:year>", "de-cuong/<year:year>", "bo-tieu-chi/<year:year>"
    return [
        path(f"{periods}/", placeholder, name="periods"),
        path(f"{periods}/mo/", placeholder, name="period_open"),
        path(f"{periods}/<int:pk>/", placeholder, name="period"),
        path(f"{periods}/<int:pk>/sua/", placeholder, name="period_edit"),
        path(f"{periods}/<int:pk>/gia-han/", placeholder, name="period_extend"),
        path(f"{periods}/<int:pk>/dong/", placeholder, name="period_close"),
        path(f"{periods}/<int:pk>/mo-lai/", placeholder, name="period_reopen"),
        path(f"{outlines}/", placeholder, name="outlines"),
        path(f"{outlines}/<int:pk>/", placeholder, name="outline"),
        path(f"{outlines}/<int:pk>/sao-chep/", placeholder, name="outline_copy"),
        path(f"{sets}/", placeholder, name="criteria_sets"),
        path(f"{sets}/<int:pk>/", placeholder, name="criteria_set"),
        path(f"{sets}/<int:pk>/sao-chep/", placeholder, name="criteria_set_copy"),
    ]
