"""The page of all figures of a report: its form, filled, in which the legal officer settles them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from accounts.conflict import Conflict
from accounts.forms.sent_key import SentKeyField
from accounts.once import carried_out, carry_out_once
from accounts.typed import restore_typed
from reports.figures.form import load_form
from reports.figures.forms.figures import FigureForms
from reports.figures.handed_in import handed_in
from reports.figures.judging import judge
from reports.figures.lines import groups_of
from reports.figures.settling import settle_figures
from reports.figures.views.own import OwnFiguresMixin

COLUMNS = 5  # of the table for those who only read, without estimates


@method_decorator(never_cache, name="dispatch")
class FiguresPage(OwnFiguresMixin, TemplateView):
    """All figures: for those who may write now one form with a button for all, for others a table."""

    http_method_names = ("get", "head", "post")
    keeps_typed = True
    template_name = "reports/figures/figures.html"

    def post(self, request, period):
        if not request.user.writes_reports:
            raise PermissionDenied
        key = SentKeyField().clean(request.POST.get("sent_key"))
        if address := carried_out(key=key, by=request.user):
            return HttpResponseRedirect(address)
        forms = self.forms(request.POST)
        if forms is not None and not forms.left:
            forms = self.saved(forms, key)
        if forms is None:
            return HttpResponseRedirect(request.path)
        context = self.get_context_data(forms=forms, is_unsaved=True)
        return self.render_to_response(context, status=409 if forms.conflicts else 200)

    def saved(self, forms, key):
        """Save what was changed; return None, or the forms again where nothing was saved."""
        try:
            carry_out_once(lambda: self.settle(forms), key=key, by=self.request.user)
        except Conflict:
            return self.forms(self.request.POST)
        except ValidationError as refused:
            forms.refuse(refused)
            return forms
        return None

    def settle(self, forms):
        settle_figures(self.report, forms.changes, by=self.request.user)
        count = len(forms.changed)
        messages.success(self.request, f"Đã lưu {count} chỉ tiêu." if count else "Không có gì mới để lưu.")
        return self.request.path

    def forms(self, data=None):
        """Return the forms of the figures as they are stored now, None where the body has no form."""
        form = load_form(self.report.organisation, self.period)
        return FigureForms(form, data) if form else None

    def get_context_data(self, **context):
        typed = restore_typed(self.request)
        context = {"is_unsaved": typed is not None} | context
        context |= {"report": self.report, "status": self.status, "may_write": self.may_write}
        if forms := context.get("forms") or self.forms(typed):
            context |= self.table(forms)
        return super().get_context_data(**context)

    def table(self, forms):
        is_written = self.may_write or self.request.method == "POST"
        shown = None if is_written or self.status.is_open else handed_in(forms.form, self.status.submission)
        if shown:
            forms = FigureForms(shown.form)
        judgements = () if shown else judge(forms.form)
        return {
            "forms": forms,
            "form": forms.form,
            "handed_in": shown,
            "is_written": is_written,
            "judgements": judgements,
            "groups": groups_of(forms.form, judgements, forms.forms if is_written else {}),
            "columns": COLUMNS + is_written + forms.has_estimate,
            "sent_key": SentKeyField().initial(),
        }
