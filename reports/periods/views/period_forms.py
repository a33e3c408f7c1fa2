"""Other statistical forms for an open period: chosen, looked over, then saved."""

from django.contrib import messages
from django.core.exceptions import ValidationError

from accounts.conflict import Conflict
from accounts.history import history_of
from accounts.rows.conflict import typed_fields
from reports.periods.forms.period_forms import PeriodFormsForm
from reports.periods.period_forms import change_forms, replaced
from reports.periods.views.periods import OwnPeriodMixin
from reports.views import ReceiverForm


class PeriodForms(OwnPeriodMixin, ReceiverForm):
    """The choice of forms; sent without a command it shows what would change, with "save" it is carried out."""

    template_name = "reports/periods/period_forms.html"
    form_class = PeriodFormsForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"period": self.period}

    def form_valid(self, form):
        try:
            match self.request.POST.get("command"):
                case "save":
                    return super().form_valid(form)
                case "edit":
                    return self.render_to_response(self.get_context_data(form=form))
                case _:
                    return self.check(form)
        except Conflict as conflict:
            return self.conflict(conflict.stored)

    def check(self, form):
        """Show what the chosen forms change for whom."""
        if form.cleaned_data["version"] != self.period.version:
            raise Conflict(self.period)
        try:
            changes = replaced(self.period, form.chosen)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        self.template_name = "reports/periods/period_forms_check.html"
        typed = [("version", self.period.version), *typed_fields(self.request.POST)]
        kept = [(name, value) for name, value in typed if name != "command"]
        return self.render_to_response(self.get_context_data(form=form, changes=changes, typed=kept))

    def conflict(self, stored):
        """Show the choice again beside the forms that somebody else left in use."""
        data = self.request.POST.copy()
        data["version"] = stored.version
        form = self.form_class(data, by=self.request.user, period=stored)
        context = {"form": form, "change": history_of(stored).first()}
        return self.render_to_response(self.get_context_data(**context), status=409)

    def carry_out(self, form):
        version = form.cleaned_data["version"]
        changes = change_forms(self.period, form.chosen, version=version, by=self.request.user)
        notified = sum(len(one.notified) for one in changes)
        messages.success(self.request, f"Đã đổi biểu số liệu. Đã báo {notified} đơn vị.")
        return self.period.get_absolute_url()
