"""The views of a section that its page calls by itself, and the page of its earlier texts."""

from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import View

from reports.compiling.compile import compile_report
from reports.compiling.views.style_sheet import style_sheet_url
from reports.document.section import section_html
from reports.views import OwnReportMixin
from reports.writing.forms.section import AutosaveForm
from reports.writing.places import section_place
from reports.writing.saving import write_section
from reports.writing.views.writing import SectionMixin
from reports.writing.views.written import EarlierTexts, TextAutosave


class SectionAutosave(SectionMixin, TextAutosave):
    noun = "Mục này"

    def form(self):
        stored = {"body": self.section.body}
        return AutosaveForm(stored | self.request.POST.dict(), initial=stored)

    def save(self, **how):
        return write_section(self.section, **how)

    def more(self, stored):
        return {"mentions": self.mentions(self.proposed(stored.body))}


@method_decorator([never_cache, xframe_options_sameorigin], name="dispatch")
class SectionPaper(OwnReportMixin, SectionMixin, View):
    """The section as it is printed, for the frame on its page, with the years that may be old ones marked."""

    http_method_names = ("get", "head")

    def get(self, request, *args, **kwargs):
        paper = section_html(
            compile_report(self.report),
            self.place.path,
            style_sheet_url(),
            marked=[last_words(one.mark.words) for one in self.proposed(self.section.body).years],
        )
        return HttpResponse(paper)


def last_words(words):
    """Return the year with two words before it, "Trong năm 2024"."""
    return " ".join(words.split()[-3:])


class SectionEarlierTexts(EarlierTexts):
    texts = "sections"
    noun = "mục"
    page_name = "report_section"

    @property
    def heading(self):
        return section_place(self.text).heading

    def words(self, text):
        return text.body

    def save(self, earlier, **how):
        write_section(self.text, body=earlier.body, **how)
