"""The head and the end of a report are written on one page; two people's versions are shown beside each other."""

from copy import copy

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views.generic import FormView

from accounts.history import history_of, value_told
from accounts.rows.conflict import TAKING, Take, choices, composed, typed_fields
from accounts.typed import restore_typed
from reports.forms.head import HeadForm
from reports.states import REFUSALS
from reports.views.owned import WritersOnlyMixin
from reports.writing.saving import HEAD, RECIPIENTS, TextConflict, write_head

SAVED = "Đã lưu đầu và cuối báo cáo."


class ReportHead(WritersOnlyMixin, FormView):
    keeps_typed = True
    template_name = "reports/head_form.html"
    form_class = HeadForm

    def get(self, request, *args, **kwargs):
        if not self.standing.is_open:
            messages.warning(request, REFUSALS[self.standing.state])
            return self._to_desk()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if request.POST.get(TAKING) == Take.ALL_STORED:
            messages.success(request, "Giữ bản đã lưu của đầu và cuối báo cáo.")
            return self._to_desk()
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        data = restore_typed(self.request) or kwargs.get("data")
        if data:
            kwargs["data"] = composed(data, self._form(self.report))
        return kwargs | {"instance": copy(self.report), **self._reader}

    def get_context_data(self, **context):
        return super().get_context_data(**context, period=self.period, report=self.report)

    def form_valid(self, form):
        names, version = form.cleaned_data["recipients"], form.cleaned_data["version"]
        try:
            write_head(form.instance, recipients=names, version=version, by=self.request.user)
        except TextConflict as conflict:
            return self.conflict(conflict.stored)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        return self._saved()

    def conflict(self, stored):
        """Show what was typed beside what is stored; nothing is saved."""
        mine = self._form(stored, composed(self.request.POST, self._form(stored)))
        mine.full_clean()
        differences = choices(mine, self._form(stored))
        if not differences:
            return self._saved()
        labels = {RECIPIENTS} | {label for name in HEAD for label in value_told(stored, name)}
        context = {
            "report": stored,
            "period": self.period,
            "year": self.period.year,
            "choices": differences,
            "typed": typed_fields(self.request.POST),
            "change": next((one for one in history_of(stored) if one.tells(labels)), None),
        }
        return render(self.request, "reports/head_conflict.html", context, status=409)

    @property
    def _reader(self):
        return {"by": self.request.user, "year": self.period.year}

    def _form(self, report, data=None):
        return HeadForm(data, instance=copy(report), **self._reader)

    def _saved(self):
        messages.success(self.request, SAVED)
        return self._to_desk()

    def _to_desk(self):
        return HttpResponseRedirect(self.report.get_absolute_url())
