"""The addresses of the pages on which a report is written."""

from django.urls import path

from reports.writing.views import (
    all_criteria,
    annex_texts,
    annexes,
    criteria,
    desk,
    figures,
    head,
    replies,
    section_texts,
    writing,
    years,
)
from reports.writing.views.replacing import FindAndReplace, FindingsMend, ReplaceUndo

DESK = "bao-cao/<period:period>"


def writing_urls():
    return [
        *desk_urls(),
        *annex_urls(),
        *head_urls(),
        *replacing_urls(),
        *moved_years_urls(),
        *criteria_urls(),
    ]


def desk_urls():
    section = f"{DESK}/muc/<int:pk>"
    return [
        path(f"{DESK}/", desk.ReportDesk.as_view(), name="report"),
        path(f"{DESK}/bat-dau/", desk.ReportStart.as_view(), name="report_start"),
        path(f"{DESK}/so-lieu-trong-loi/", figures.ReportMarks.as_view(), name="report_marks"),
        path(f"{DESK}/tra-loi/", replies.ReportReplies.as_view(), name="report_replies"),
        path(f"{section}/", writing.SectionPage.as_view(), name="report_section"),
        path(f"{section}/tu-luu/", section_texts.SectionAutosave.as_view(), name="report_section_autosave"),
        path(f"{section}/ban-in/", section_texts.SectionPaper.as_view(), name="report_section_paper"),
        path(
            f"{section}/ban-truoc/",
            section_texts.SectionEarlierTexts.as_view(),
            name="report_section_earlier",
        ),
    ]


def annex_urls():
    slug = f"{DESK}/phu-luc"
    one = f"{slug}/<int:pk>"
    return [
        path(f"{slug}/", annexes.AnnexList.as_view(), name="report_annexes"),
        path(f"{slug}/them/", annexes.AnnexAdd.as_view(), name="report_annex_add"),
        path(f"{one}/", annexes.AnnexPage.as_view(), name="report_annex"),
        path(f"{one}/chuyen/", annexes.AnnexMove.as_view(), name="report_annex_move"),
        path(f"{one}/xoa/", annexes.AnnexDelete.as_view(), name="report_annex_delete"),
        path(f"{one}/tu-luu/", annex_texts.AnnexAutosave.as_view(), name="report_annex_autosave"),
        path(f"{one}/ban-in/", annex_texts.AnnexPaper.as_view(), name="report_annex_paper"),
        path(
            f"{one}/ban-truoc/",
            annex_texts.AnnexEarlierTexts.as_view(),
            name="report_annex_earlier",
        ),
        path(f"{one}/lay-lai/", annexes.AnnexRestore.as_view(), name="report_annex_restore"),
    ]


def head_urls():
    return [
        path(f"{DESK}/dau-cuoi/", head.ReportHead.as_view(), name="report_head"),
        path(f"{DESK}/dau-cuoi/tu-luu/", head.HeadAutosave.as_view(), name="report_head_autosave"),
        path(f"{DESK}/dau-cuoi/ban-in/", head.HeadPaper.as_view(), name="report_head_paper"),
    ]


def replacing_urls():
    return [
        path(f"{DESK}/ra-soat/sua/", FindingsMend.as_view(), name="report_mend"),
        path(f"{DESK}/tim-thay/", FindAndReplace.as_view(), name="report_replace"),
        path(
            f"{DESK}/tim-thay/hoan-tac/<uuid:key>/",
            ReplaceUndo.as_view(),
            name="report_replace_undo",
        ),
    ]


def moved_years_urls():
    return [
        path(f"{DESK}/chuyen-nam/", years.ReportYears.as_view(), name="report_years"),
        path(f"{DESK}/chuyen-nam/hoan-tac/<uuid:key>/", years.YearsUndo.as_view(), name="report_years_undo"),
    ]


def criteria_urls():
    return [
        path(f"{DESK}/tieu-chi/", all_criteria.CriteriaList.as_view(), name="report_criteria"),
        path(f"{DESK}/tieu-chi/lap/", criteria.CriteriaStart.as_view(), name="report_criteria_start"),
        path(f"{DESK}/tieu-chi/<int:pk>/", criteria.CriterionPage.as_view(), name="report_criterion"),
        path(
            f"{DESK}/tieu-chi/<int:pk>/tu-luu/",
            all_criteria.CriterionAutosave.as_view(),
            name="report_criterion_autosave",
        ),
    ]
