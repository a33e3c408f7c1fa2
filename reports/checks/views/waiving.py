"""The views that waive findings of a report, one or those of a group, and take it back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.generic import View

from accounts.returning import return_address, return_query
from accounts.rows.views.undo import UndoTogether
from accounts.typed import restore_typed
from pbgdpl.lib.vietnamese import first_words, thousands
from reports.checks.forms import WaiverForm
from reports.checks.views.findings import FindingsPage
from reports.checks.waiving import (
    WAIVER,
    stored_together,
    take_waiver_back,
    take_waivers_back,
    waive_all,
)
from reports.views import WritersOnlyMixin

GONE = "Báo cáo đã thay đổi, chỗ này không còn nữa."


class ReportWaive(WritersOnlyMixin, FindingsPage):
    """Waives a finding, or shows the page again if the reason is invalid."""

    keeps_typed = True

    def get(self, request, *args, **kwargs):
        if (typed := restore_typed(request)) is None:
            return self.back()
        self.refused = WaiverForm(typed)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        form, findings = WaiverForm(request.POST), self.findings(request.POST.get("key", ""))
        if not findings:
            messages.warning(request, GONE)
            return self.back()
        if not form.is_valid():
            self.refused = form
            return super().get(request, *args, **kwargs)
        try:
            self.waive(findings, form.cleaned_data["reason"])
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self.back()
        return self.back(self.after(findings[0]) if len(findings) == 1 else None)

    def findings(self, key):
        """Return the findings that a key names: one, or those of a group."""
        group = next((one for one in self.groups.values() if one.key == key), None)
        finding = self.checked.finding(key)
        return group.findings if group else (finding,) if finding else ()

    def waive(self, findings, reason):
        waivers = waive_all(findings, report=self.report, reason=reason, by=self.request.user)
        if len(waivers) == 1:
            undo = reverse("report_waiver_remove", args=[self.period, waivers[0].pk])
            words = f"Đã giữ nguyên: {first_words(waivers[0].text)}"
        else:
            together = stored_together(waivers, by=self.request.user)
            undo = reverse("report_waivers_undo", args=[self.period, together.key])
            words = f"Đã giữ nguyên {thousands(len(waivers))} chỗ."
        messages.success(self.request, words, extra_tags=f"{undo}{return_query(self.address())}")


class WaiverRemove(WritersOnlyMixin, View):
    http_method_names = ("post",)

    def post(self, request, period, pk):
        waiver = self.report.waivers.filter(pk=pk).first()
        try:
            if waiver:
                take_waiver_back(waiver, by=request.user)
                messages.success(request, f"Cần xem lại: {first_words(waiver.text)}")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return HttpResponseRedirect(return_address(request) or reverse("report_findings", args=[period]))


class WaiversUndo(WritersOnlyMixin, UndoTogether):
    """Takes back the waivers of a group."""

    undo_of = {WAIVER: take_waivers_back}
    noun = "chỗ"

    def address(self):
        return return_address(self.request) or reverse("report_findings", args=[self.period])
