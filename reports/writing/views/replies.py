"""The page on which a department replies to the notes on its returned report."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.views.generic import FormView

from accounts.typed import restore_typed
from reports.comparing.version_parts import printed_lines
from reports.compiling.compile import compile_report
from reports.states import Action
from reports.views import WritersOnlyMixin
from reports.writing.forms.replies import RepliesForm
from reports.writing.replies import reply_to_notes


class ReportReplies(WritersOnlyMixin, FormView):
    """Saves the replies that the desk sends; shows them again if one of them is incomplete."""

    action = Action.REPLY
    http_method_names = ("get", "head", "post")
    keeps_typed = True
    template_name = "reports/writing/replies.html"
    form_class = RepliesForm

    def dispatch(self, request, *args, **kwargs):
        answer = super().dispatch
        if request.user.is_authenticated and request.user.writes_reports and not self.may_act:
            messages.warning(request, self.refusal)
            return HttpResponseRedirect(self.report.get_absolute_url())
        return answer(request, *args, **kwargs)

    def get_form_kwargs(self):
        notes = self.status.submission.notes.select_related("reply")
        kwargs = {"notes": notes, "printed": printed_lines(compile_report(self.report))}
        typed = restore_typed(self.request)
        return kwargs | {"data": self.request.POST if self.request.method == "POST" else typed}

    def form_valid(self, form):
        try:
            count = reply_to_notes(self.report, form.replies, by=self.request.user)
        except ValidationError as refusal:
            messages.warning(self.request, refusal.messages[0])
        else:
            done = f"Đã lưu {count} trả lời." if count else "Không có trả lời nào mới."
            messages.success(self.request, f"{done} Sở Tư pháp đọc được khi báo cáo được nộp lại.")
        return HttpResponseRedirect(self.report.get_absolute_url())

    def get_context_data(self, **context):
        return super().get_context_data(**context, period=self.period, report=self.report)
