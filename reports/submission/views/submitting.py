"""The pages on which a report is submitted, or issued, and withdrawn before it is reviewed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.generic import FormView, View

from accounts.long_work import TooManyWorks
from accounts.once import carried_out, carry_out_once
from accounts.typed import restore_typed
from pbgdpl.lib.pool import Unfinished, waiting_at_most
from reports.checks import load
from reports.deadlines.days import period_for, refuse_closed
from reports.document.pdf import UnprintableError
from reports.states import Action, WrongState
from reports.submission.background import CHANGED, start_submitting
from reports.submission.forms import SubmitForm, WithdrawForm
from reports.submission.preflight import preflight_of
from reports.submission.submission import (
    DraftChanged,
    printed,
    submit_report,
    submittable,
    withdraw_submission,
)
from reports.views import WritersOnlyMixin


class FromVersionsMixin:
    """Redirects to the versions, with a message, if the report is in another state than the page is for."""

    def refused(self, sentence):
        messages.warning(self.request, sentence)
        return HttpResponseRedirect(reverse("report_versions", args=[self.period]))


class ReportSubmit(FromVersionsMixin, WritersOnlyMixin, View):
    """Shows what would be submitted, and submits what was shown.

    With `patience`, in seconds, the page waits so long for the number of pages; otherwise it is there at once. Whoever
    submits waits a few seconds for the files; files that take longer are submitted in the background.
    """

    action = Action.SUBMIT
    patience = 0
    patience_of_sender = 5
    http_method_names = ("get", "head", "post")

    def get(self, request, **kwargs):
        if not self.may_act:
            return self.refused(self.refusal)
        return self.page(DraftChanged(self.report).message if CHANGED in request.GET else "")

    def post(self, request, **kwargs):
        self.pressed_at = now()
        form = SubmitForm(request.POST)
        form.is_valid()
        key = form.cleaned_data["sent_key"]
        if address := carried_out(key=key, by=request.user):
            return HttpResponseRedirect(address)
        try:
            return HttpResponseRedirect(self.submitted(key, form.cleaned_data.get("digest")))
        except WrongState as refusal:
            return self.refused(refusal.message)
        except (DraftChanged, TooManyWorks) as refusal:
            return self.page(refusal.message, status=409)
        except (ValidationError, UnprintableError):
            return self.page(status=409)  # the page shows what blocks the report

    def submitted(self, key, digest):
        """Submit what was shown and return the address of the version, or of the page where one waits for it.

        Printing precedes the transaction.
        """
        draft, by = submittable(self.report), self.request.user
        if draft.digest != digest:
            raise DraftChanged(self.report)

        def submit_later():
            return start_submitting(self.report, digest=digest, at=self.pressed_at, by=by)

        try:
            with waiting_at_most(self.patience_of_sender):
                prepared = printed(draft)
        except Unfinished:
            return carry_out_once(submit_later, key=key, by=by)

        def submit():
            submission = submit_report(report=self.report, prepared=prepared, by=by, at=self.pressed_at)
            title = f"báo cáo {self.period.words} (bản {submission.version})"
            wording = self.report.wording
            messages.success(self.request, f"Đã {wording.submit} {title}.{wording.received}")
            return submission.get_absolute_url()

        return carry_out_once(submit, key=key, by=by)

    def page(self, changed="", status=200):
        with waiting_at_most(self.patience):
            preflight = preflight_of(load(self.report, localdate()), may_edit=self.request.user.may_edit)
        context = {
            "report": self.report,
            "period": self.period,
            "preflight": preflight,
            "changed": changed,
            "form": SubmitForm(initial={"digest": preflight.draft.digest}) if preflight.draft else None,
        }
        return render(self.request, "reports/submission/submit.html", context, status=status)


class ReportWithdraw(FromVersionsMixin, WritersOnlyMixin, FormView):
    action = Action.WITHDRAW
    template_name = "reports/submission/withdraw.html"
    form_class = WithdrawForm
    keeps_typed = True

    def get(self, request, **kwargs):
        if not self.may_act:
            return self.refused(self.refusal)
        return super().get(request, **kwargs)

    def get_initial(self):
        return {"version": self.status.submission.version if self.status.submission else None}

    def get_form_kwargs(self):
        typed = restore_typed(self.request)
        given = super().get_form_kwargs() | {"wording": self.report.wording}
        return given | ({"data": typed} if typed else {})

    def form_valid(self, form):
        version, by = form.cleaned_data["version"], self.request.user
        submission = get_object_or_404(self.report.submissions, version=version)

        def withdraw():
            withdraw_submission(submission=submission, reason=form.cleaned_data["reason"], by=by)
            wording = self.report.wording
            done = f"Đã {wording.withdraw} bản {version}."
            messages.success(self.request, f"{done} Sửa báo cáo rồi {wording.submit} lại thành bản mới.")
            return self.report.get_absolute_url()

        try:
            return HttpResponseRedirect(carry_out_once(withdraw, key=form.cleaned_data["sent_key"], by=by))
        except ValidationError as refusal:
            return self.refused(refusal.messages[0])

    def get_context_data(self, **context):
        return super().get_context_data(
            **context,
            report=self.report,
            period=self.period,
            submission=self.status.submission,
            no_way_back=self.no_way_back(),
        )

    def no_way_back(self):
        """Return why the report could not be submitted again after withdrawing, None if it could."""
        department = self.report.organisation
        try:
            refuse_closed(period_for(department, self.period), department)
        except ValidationError as refusal:
            return refusal.messages[0]
