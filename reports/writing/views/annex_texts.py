"""The views of an annex that its page calls by itself, and the page of its earlier texts."""

from django.http import Http404, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import View

from reports.compiling.compile import compile_report
from reports.compiling.views.style_sheet import style_sheet_url
from reports.document.section import annex_html
from reports.views import OwnReportMixin
from reports.writing.annexes import label_of, write_annex
from reports.writing.forms.annex import AnnexAutosaveForm
from reports.writing.views.annexes import AnnexMixin
from reports.writing.views.written import EarlierTexts, TextAutosave


class AnnexAutosave(AnnexMixin, TextAutosave):
    noun = "Phụ lục này"

    def form(self):
        stored = {"title": self.annex.printed("title"), "body": self.annex.body}
        return AnnexAutosaveForm(stored | self.request.POST.dict(), initial=stored)

    def save(self, *, sent_key, **how):
        return write_annex(self.annex, **how)


@method_decorator([never_cache, xframe_options_sameorigin], name="dispatch")
class AnnexPaper(OwnReportMixin, AnnexMixin, View):
    """The annex as it is printed, for the frame on its page."""

    http_method_names = ("get", "head")

    def get(self, request, *args, **kwargs):
        pks = list(self.report.annexes.values_list("pk", flat=True))
        if self.kwargs["pk"] not in pks:
            raise Http404
        place = pks.index(self.kwargs["pk"]) + 1
        return HttpResponse(annex_html(compile_report(self.report), place, style_sheet_url()))


class AnnexEarlierTexts(EarlierTexts):
    texts = "annexes"
    noun = "phụ lục"
    page_name = "report_annex"

    @property
    def heading(self):
        return label_of(self.report, self.text.pk)

    def words(self, text):
        return f"{text.printed('title')}\n{text.body}"

    def save(self, earlier, **how):
        write_annex(self.text, title=earlier.printed("title"), body=earlier.body, **how)
