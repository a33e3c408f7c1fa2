"""The addresses of periods and of the sets that they are opened from."""

from django.urls import path

from reports.periods.views import notices, period_forms, period_open, periods, set_sheets, template_sets
from reports.periods.views.set_pages import CRITERIA_SETS, INDICATOR_SETS, OUTLINES


def period_urls():
    slug = "ky-bao-cao/<year:year>"
    one = f"{slug}/<int:pk>"
    return [
        path(f"{slug}/", periods.PeriodList.as_view(), name="periods"),
        path(f"{slug}/mo/", period_open.PeriodOpen.as_view(), name="period_open"),
        path(f"{one}/", periods.PeriodPage.as_view(), name="period"),
        path(f"{one}/sua/", periods.PeriodEdit.as_view(), name="period_edit"),
        path(f"{one}/bieu-so-lieu/", period_forms.PeriodForms.as_view(), name="period_forms"),
        path(f"{one}/gia-han/", periods.PeriodExtend.as_view(), name="period_extend"),
        path(f"{one}/dong/", periods.PeriodClose.as_view(), name="period_close"),
        path(f"{one}/mo-lai/", periods.PeriodReopen.as_view(), name="period_reopen"),
        path("thong-bao/<year:year>/", notices.NoticeList.as_view(), name="notices"),
        *set_urls(OUTLINES),
        *set_urls(CRITERIA_SETS),
        *set_urls(INDICATOR_SETS),
    ]


def set_urls(pages):
    slug = f"{pages.slug}/<year:year>"
    one = f"{slug}/<int:pk>"
    return [
        path(f"{slug}/", template_sets.SetList.as_view(pages=pages), name=pages.list_name),
        path(f"{slug}/tao/", template_sets.SetAdd.as_view(pages=pages), name=f"{pages.name}_add"),
        path(f"{slug}/tu-bang-tinh/", set_sheets.SetSheet.as_view(pages=pages), name=f"{pages.name}_sheet"),
        path(f"{slug}/in-thu/", set_sheets.SetSample.as_view(pages=pages), name=f"{pages.name}_sample"),
        path(f"{one}/", template_sets.SetPage.as_view(pages=pages), name=pages.name),
        path(f"{one}/bang-tinh/", set_sheets.SetExport.as_view(pages=pages), name=f"{pages.name}_export"),
        path(f"{one}/in-thu/", set_sheets.SetPrint.as_view(pages=pages), name=f"{pages.name}_print"),
        path(f"{one}/sao-chep/", template_sets.SetCopy.as_view(pages=pages), name=f"{pages.name}_copy"),
        path(f"{one}/xoa/", template_sets.SetDelete.as_view(pages=pages), name=f"{pages.name}_delete"),
        path(
            f"{one}/khoi-phuc/", template_sets.SetRestore.as_view(pages=pages), name=f"{pages.name}_restore"
        ),
    ]
