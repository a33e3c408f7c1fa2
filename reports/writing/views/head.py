"""The page on which the head and the end of a report are written; after a conflict it shows both versions."""

from copy import copy

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import FormView, View

from accounts.history import history_of
from accounts.returning import return_address
from accounts.rows.views.conflict import ConflictMixin
from reports.compiling.compile import compile_ends
from reports.compiling.views.style_sheet import style_sheet_url
from reports.document.html import to_html
from reports.views import WritersOnlyMixin
from reports.writing.forms.head import HeadAutosaveForm, HeadForm
from reports.writing.saving import head_labels, write_head
from reports.writing.views.question import question_shown
from reports.writing.views.written import TextAutosave


class HeadReaderMixin(WritersOnlyMixin):
    @property
    def reader(self):
        """Return what the forms of the head ask for besides the report."""
        return {"by": self.request.user, "year": self.period.year}


class ReportHead(ConflictMixin, HeadReaderMixin, FormView):
    template_name = "reports/writing/head_form.html"
    form_class = HeadForm

    @property
    def instance(self):
        return self.report

    def get(self, request, *args, **kwargs):
        if not self.status.is_open:
            messages.warning(request, self.refusal)
            return HttpResponseRedirect(self.report.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | self.reader

    def get_context_data(self, **context):
        context = super().get_context_data(**context, period=self.period, report=self.report)
        form = context["form"]
        saves = " ".join(field.name for field in form.visible_fields())
        return context | {"question": question_shown(form), "saves": saves}

    def bound(self, report, data=None):
        return HeadForm(data, instance=copy(report), **self.reader)

    def save(self, form):
        names, version = form.cleaned_data["recipients"], form.cleaned_data["version"]
        return write_head(form.instance, recipients=names, version=version, by=self.request.user)

    def next_address(self, report):
        return return_address(self.request) or super().next_address(report)

    def called(self, report):
        return "đầu và cuối báo cáo"

    def about_conflict(self, report):
        labels = head_labels(report)
        return {
            "report": report,
            "period": self.period,
            "year": self.period.year,
            "heading": "Hai người cùng sửa đầu và cuối báo cáo",
            "parts": "chỗ",
            "change": next((one for one in history_of(report) if one.tells(labels)), None),
        }


class HeadAutosave(HeadReaderMixin, TextAutosave):
    noun = "Đầu và cuối báo cáo"

    @cached_property
    def typed_form(self):
        return HeadAutosaveForm(self.request.POST, instance=copy(self.report), **self.reader)

    def form(self):
        return self.typed_form

    def save(self, *, recipients, version, automatic, by, **values):
        typed = self.typed_form.instance
        return write_head(typed, recipients=recipients, version=version, automatic=automatic, by=by)

    def more(self, stored):
        """Return the values that the page now starts with, for the page of two versions."""
        return {"base": HeadForm(instance=stored, **self.reader).initial["base"]}


@method_decorator([never_cache, xframe_options_sameorigin], name="dispatch")
class HeadPaper(HeadReaderMixin, View):
    """The head and the end as they are printed: as stored or, sent by the form, as typed."""

    http_method_names = ("get", "head", "post")

    def get(self, request, **kwargs):
        return self.drawn(self.report, [recipient.name for recipient in self.report.recipients.all()])

    def post(self, request, **kwargs):
        """Draw the typed values; a field that cannot be read is drawn as it is stored."""
        form = HeadForm(request.POST, instance=copy(self.report), **self.reader)
        form.is_valid()
        stored = self.report.recipients.values_list("name", flat=True)
        return self.drawn(form.instance, form.cleaned_data.get("recipients", stored))

    def drawn(self, report, recipients):
        return HttpResponse(to_html(compile_ends(report, recipients), style_sheet_url=style_sheet_url()))
