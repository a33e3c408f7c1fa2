"""The page on which the head and the end of a report are written; after a conflict it shows both versions."""

from copy import copy

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.views.generic import FormView

from accounts.history import described_value, history_of
from accounts.returning import return_address
from accounts.rows.views.conflict import ConflictMixin
from reports.states import REFUSALS
from reports.views import WritersOnlyMixin
from reports.writing.forms.head import HeadForm
from reports.writing.saving import HEAD, RECIPIENTS, write_head
from reports.writing.views.question import question_shown


class ReportHead(ConflictMixin, WritersOnlyMixin, FormView):
    template_name = "reports/writing/head_form.html"
    form_class = HeadForm

    @property
    def instance(self):
        return self.report

    def get(self, request, *args, **kwargs):
        if not self.status.is_open:
            messages.warning(request, REFUSALS[self.status.state])
            return HttpResponseRedirect(self.report.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | self.reader

    def get_context_data(self, **context):
        context = super().get_context_data(**context, period=self.period, report=self.report)
        return context | {"question": question_shown(context["form"])}

    @property
    def reader(self):
        return {"by": self.request.user, "year": self.period.year}

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
        labels = {RECIPIENTS} | {label for name in HEAD for label in described_value(report, name)}
        return {
            "report": report,
            "period": self.period,
            "year": self.period.year,
            "heading": "Hai người cùng sửa đầu và cuối báo cáo",
            "parts": "chỗ",
            "change": next((one for one in history_of(report) if one.tells(labels)), None),
        }
