"""The addresses of reports, wing by wing from the ground up.

<period:period> is "2024" or "2024-6-thang"; <year:year> is there so that the navigation keeps the year.
"""

from django.urls import path

from events.views import EVENTS
from plans.views import DIRECTIVES, PLANS, POLICIES
from reports.checks.views import findings, waiving
from reports.compiling.views import letterhead, preview
from reports.compiling.views.style_sheet import document_style
from reports.figures.views import figures, passport, sheet
from reports.periods.urls import period_urls
from reports.reading.earlier.views import reviewing, uploading
from reports.reading.papers import views as papers
from reports.reading.pasted.views import paste
from reports.reading.pasted.views.sheet import SheetColumns, SheetUpload
from reports.review.views import asking, board, deciding, downloads, file_check, review
from reports.submission.views import data, files, signed, submitting, versions
from reports.totals.urls import totals_urls
from reports.writing.urls import writing_urls
from reports.year.views import year
from reports.year.views.crosscheck import CrosscheckPage, Needed, Unneeded
from reports.year.views.search import SearchPage

DESK = "bao-cao/<period:period>"
BOARD = "tong-hop/<period:period>"


def report_urls():
    """Return the addresses of every wing of reports, from the ground up."""
    return [
        *figure_urls(),
        *compiling_urls(),
        *reading_urls(),
        *earlier_urls(),
        *year_urls(),
        *period_urls(),
        *checking_urls(),
        *writing_urls(),
        *submission_urls(),
        *review_urls(),
        *totals_urls(),
    ]


def figure_urls():
    all_figures = f"{DESK}/so-lieu"
    return [
        path(f"{all_figures}/", figures.FiguresPage.as_view(), name="report_figures"),
        path(f"{all_figures}/bang-tinh/", sheet.FiguresSheet.as_view(), name="report_figures_sheet"),
        path(f"{all_figures}/tu-bang-tinh/", sheet.FiguresUpload.as_view(), name="report_figures_upload"),
        path(f"{all_figures}/<str:code>/", passport.FigurePage.as_view(), name="report_figure"),
    ]


def compiling_urls():
    return [
        path("bao-cao/document.css", document_style, name="document_style"),
        path(
            "bao-cao/dau-cuoi-mau/<year:year>/", letterhead.LetterheadPaper.as_view(), name="letterhead_paper"
        ),
        path(f"{DESK}/xem/", preview.ReportPreview.as_view(), name="report_preview"),
        path(f"{DESK}/so-trang/", preview.ReportPreview.as_view(patience=5), name="report_pages"),
        path(f"{DESK}/ban-in/", preview.report_paper, name="report_paper"),
        path(f"{DESK}/tai-ve/<slug:ending>/", preview.report_file, name="report_file"),
    ]


def reading_urls():
    sheets = (
        path(f"{pages.slug}/<year:year>/{address}", view.as_view(pages=pages), name=f"{pages.name}_{name}")
        for pages in (DIRECTIVES, PLANS, POLICIES, EVENTS)
        for address, view, name in (
            ("bang-tinh/", SheetUpload, "sheet"),
            ("bang-tinh/cot/", SheetColumns, "sheet_columns"),
        )
    )
    from_files = (
        path(
            f"{pages.slug}/<year:year>/tu-tep/{more}", view.as_view(pages=pages), name=f"{pages.name}_{name}"
        )
        for pages in (DIRECTIVES, PLANS)
        for more, view, name in (
            ("", papers.PapersUpload, "upload"),
            ("<uuid:key>/", papers.PapersReview, "papers"),
        )
    )
    return [
        path("dan/<year:year>/", paste.Paste.as_view(), name="paste"),
        path("dan/<year:year>/luu/", paste.PasteSave.as_view(), name="paste_save"),
        path("dan/<year:year>/hoan-tac/<uuid:key>/", paste.PasteUndo.as_view(), name="paste_undo"),
        *sheets,
        *from_files,
    ]


def earlier_urls():
    slug = "bao-cao-cu/<year:year>"
    one = f"{slug}/<int:pk>"
    return [
        path(f"{slug}/", uploading.EarlierReports.as_view(), name="earlier_reports"),
        path(f"{one}/", reviewing.EarlierReportPage.as_view(), name="earlier_report"),
        path(f"{one}/chon/", reviewing.EarlierReportChoose.as_view(), name="earlier_report_choose"),
        path(f"{one}/sua/", reviewing.EarlierReportCorrect.as_view(), name="earlier_report_correct"),
        path(f"{one}/doi-nam/", reviewing.EarlierReportYear.as_view(), name="earlier_report_year"),
        path(f"{one}/luu/", reviewing.EarlierReportSave.as_view(), name="earlier_report_save"),
        path(f"{one}/hoan-tac/", reviewing.EarlierReportUndo.as_view(), name="earlier_report_undo"),
        path(f"{one}/tep/", uploading.EarlierReportFile.as_view(), name="earlier_report_file"),
        path(f"{one}/doc/", uploading.EarlierReportRead.as_view(), name="earlier_report_read"),
        path(f"{one}/xoa/", uploading.EarlierReportDelete.as_view(), name="earlier_report_delete"),
        path(f"{one}/khoi-phuc/", uploading.EarlierReportRestore.as_view(), name="earlier_report_restore"),
    ]


def year_urls():
    return [
        path("", year.Home.as_view(), name="home"),
        path("nam/<year:year>/", year.Year.as_view(), name="year"),
        path("doi-chieu/<year:year>/", CrosscheckPage.as_view(), name="crosscheck"),
        path("tim/<year:year>/", SearchPage.as_view(), name="search"),
        *unneeded_urls(),
    ]


def unneeded_urls():
    one = "doi-chieu/<year:year>/{}/<int:pk>/{}/"
    return [
        path(one.format(pages.slug, address), view.as_view(pages=pages), name=f"{pages.name}_{name}")
        for pages in (DIRECTIVES, PLANS)
        for address, view, name in (("khong-can", Unneeded, "unneeded"), ("can", Needed, "needed"))
    ]


def checking_urls():
    return [
        path(f"{DESK}/ra-soat/", findings.FindingsPage.as_view(), name="report_findings"),
        path(f"{DESK}/ra-soat/giu-nguyen/", waiving.ReportWaive.as_view(), name="report_waive"),
        path(
            f"{DESK}/ra-soat/giu-nguyen/<int:pk>/bo/",
            waiving.WaiverRemove.as_view(),
            name="report_waiver_remove",
        ),
        path(
            f"{DESK}/ra-soat/giu-nguyen/hoan-tac/<uuid:key>/",
            waiving.WaiversUndo.as_view(),
            name="report_waivers_undo",
        ),
    ]


def submission_urls():
    all_versions = f"{DESK}/cac-ban"
    version = f"{all_versions}/<int:version>"
    return [
        path(f"{DESK}/nop/", submitting.ReportSubmit.as_view(), name="report_submit"),
        path(
            f"{DESK}/nop/so-trang/",
            submitting.ReportSubmit.as_view(patience=5, http_method_names=("get", "head")),
            name="report_submit_pages",
        ),
        path(f"{DESK}/rut/", submitting.ReportWithdraw.as_view(), name="report_withdraw"),
        path(f"{all_versions}/", versions.ReportVersions.as_view(), name="report_versions"),
        path(f"{all_versions}/luot-tai/", versions.ReportDownloads.as_view(), name="report_downloads"),
        path(f"{all_versions}/so-sanh/", versions.ReportDifference.as_view(), name="report_difference"),
        path(f"{version}/", versions.ReportVersion.as_view(), name="report_version"),
        path(f"{version}/ban-ky/", signed.ReportSigned.as_view(), name="report_signed"),
        path("tep-nop/<int:pk>/", files.SubmittedFileDownload.as_view(), name="submitted_file"),
        path("tep-nop/<int:pk>/bang-tinh/", data.DataSheets.as_view(), name="data_sheets"),
        path("du-lieu/luoc-do/<int:version>/", data.data_schema, name="data_schema"),
    ]


def review_urls():
    one = f"{BOARD}/<int:pk>"
    return [
        path(f"{BOARD}/", board.BoardPage.as_view(), name="board"),
        path(f"{BOARD}/bang-tinh/", board.BoardSheet.as_view(), name="board_sheet"),
        path(f"{one}/", review.ReviewPage.as_view(), name="review"),
        path(f"{one}/so-sanh/", review.ReviewDifference.as_view(), name="review_difference"),
        path(f"{one}/nhan-xet/", deciding.ReviewNoteAdd.as_view(), name="review_note_add"),
        path(
            f"{one}/nhan-xet/<int:note>/xoa/", deciding.ReviewNoteRemove.as_view(), name="review_note_remove"
        ),
        path(f"{one}/tra-lai/", deciding.ReviewReturn.as_view(), name="review_return"),
        path(f"{one}/tiep-nhan/", deciding.ReviewAccept.as_view(), name="review_accept"),
        path(f"{one}/mo-lai/", deciding.ReviewReopen.as_view(), name="review_reopen"),
        path(f"{one}/tep/<int:attachment>/", downloads.ReviewAttachment.as_view(), name="review_attachment"),
        path(f"{BOARD}/nhac/", asking.BoardRemind.as_view(), name="board_remind"),
        path(f"{BOARD}/gia-han/", asking.BoardExtend.as_view(), name="board_extend"),
        path(
            f"{BOARD}/gia-han/<uuid:batch>/hoan-tac/",
            asking.BoardExtendUndo.as_view(),
            name="board_extend_undo",
        ),
        path(f"{BOARD}/tai-ve/", downloads.BoardZip.as_view(), name="board_zip"),
        path("kiem-tra-tep/<year:year>/", file_check.FileCheck.as_view(), name="file_check"),
    ]
