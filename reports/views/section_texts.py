"""What a section's page fetches and sends by itself, and the texts that the section had before."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import ListView, View

from accounts.rows import row_number
from accounts.views.paging import PagedMixin
from reports.compile import compile_report
from reports.document.section import section_html
from reports.forms.section import AutosaveForm
from reports.views.owned import OwnReportMixin, WritersOnlyMixin
from reports.views.reading import style_sheet_url
from reports.views.writing import SectionMixin
from reports.writing.differences import section_difference
from reports.writing.saving import TextConflict, write_section

SAVED_ELSEWHERE = "Mục này vừa được lưu ở nơi khác. Bấm Lưu để xem cả hai bản."
LOOK_AGAIN = "Mục này vừa được lưu ở nơi khác. Xem lại bản hiện nay rồi dùng lại bản trước."


class SectionAutosave(WritersOnlyMixin, SectionMixin, View):
    """Takes what the page sends while somebody types, and answers in a few words for the page to show."""

    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        form = AutosaveForm({"body": self.section.body, **request.POST.dict()})
        form.full_clean()
        try:
            stored = write_section(self.section, by=request.user, automatic=True, **form.cleaned_data)
        except TextConflict:
            return JsonResponse({"refusal": SAVED_ELSEWHERE}, status=409)
        except ValidationError as refused:
            return JsonResponse({"refusal": " ".join(refused.messages)}, status=422)
        return JsonResponse(
            {
                "version": stored.version,
                "told": f"Đã lưu {time_format(localtime())}",
                "mentions": self.mentions(stored.body),
            }
        )


@method_decorator([never_cache, xframe_options_sameorigin], name="dispatch")
class SectionPaper(OwnReportMixin, SectionMixin, View):
    """Shows the section as it is printed, for the frame on its page: every mention of the old year marked."""

    http_method_names = ("get", "head")

    def get(self, request, *args, **kwargs):
        paper = section_html(
            compile_report(self.report),
            self.place.path,
            style_sheet_url(),
            marked=str(self.old_year or ""),
        )
        return HttpResponse(paper)


class EarlierTexts(WritersOnlyMixin, SectionMixin, PagedMixin, ListView):
    """The texts that a section had, each with its difference to the present one, and put back from here."""

    template_name = "reports/section_earlier.html"
    paginate_by = 10

    def get_queryset(self):
        return self.section.earlier_texts.select_related("saved_by")

    def told(self, page):
        texts = list(page)
        for text in texts:
            text.lines = section_difference(text.body, self.section.body)
        return texts

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {
            "period": self.period,
            "section": self.section,
            "place": self.place,
            "can_write": self.standing.is_open,
        }

    def post(self, request, *args, **kwargs):
        number = row_number(request.POST.get("dung-lai", "")) or 0
        earlier = get_object_or_404(self.section.earlier_texts, pk=number)
        version = row_number(request.POST.get("version", "")) or 0
        try:
            write_section(
                self.section, body=earlier.body, version=version, by=request.user, keeps_present=True
            )
        except TextConflict:
            messages.warning(request, LOOK_AGAIN)
            return HttpResponseRedirect(self.address("report_section_earlier"))
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return HttpResponseRedirect(self.address("report_section_earlier"))
        messages.success(request, "Đã dùng lại bản trước. Bản vừa thay nằm trong các bản trước của mục.")
        return HttpResponseRedirect(self.address())
