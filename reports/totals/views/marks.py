"""The list of marks, and the views that settle, send back and reopen one of them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, ListView, View

from accounts.once import carried_out
from accounts.views.paging import PagedMixin
from pbgdpl.lib.vietnamese import fold
from reports.models import SettledMark
from reports.received.totals import add_up
from reports.review.views.deciding import DecidingMixin
from reports.review.views.review import ReviewedMixin
from reports.states import Action
from reports.totals.filters import LONGEST_SEARCH
from reports.totals.forms import LONGEST_REASON, MarkForm
from reports.totals.marks import load_marks
from reports.totals.settling import reopen_mark, send_back, settle_mark
from reports.totals.views.totals import TotalsMixin
from reports.views import ReceiversOnlyMixin

GONE = "Chỗ này đã được xử lý hoặc không còn cần xem lại."


class MarksPage(TotalsMixin, PagedMixin, ListView):
    """What is wrong or odd, narrowed by ?tim=, ?xem= and to the body whose pk is ?co-quan=."""

    template_name = "reports/totals/marks.html"

    @property
    def text(self):
        return self.request.GET.get("tim", "")[:LONGEST_SEARCH].strip()

    @property
    def shows_settled(self):
        return self.request.GET.get("xem") == "da-xu-ly"

    @cached_property
    def body(self):
        """Return the body that is asked for, None for all."""
        asked = self.request.GET.get("co-quan", "")
        bodies = (body.organisation for body in self.totals.bodies)
        return next((one for one in bodies if str(one.pk) == asked), None)

    def get_queryset(self):
        shows_settled, body, words = self.shows_settled, self.body, fold(self.text).split()
        return [
            mark
            for mark in self.marks
            if (mark.settled is not None) == shows_settled
            and body in (None, mark.body.organisation)
            and mark.has(words)
        ]

    def get_context_data(self, **context):
        settled = sum(mark.settled is not None for mark in self.marks)
        return super().get_context_data(**context) | {
            "text": self.text,
            "body": self.body,
            "marks": len(self.marks),
            "settled": settled,
            "open": len(self.marks) - settled,
            "may_settle": self.request.user.receives_reports,
        }


class MarkMixin(ReceiversOnlyMixin, ReviewedMixin):
    """Reaches the mark on the report that ?cot= and ?loai= name, None where it is gone."""

    @cached_property
    def mark(self):
        receiver = self.request.user.organisation
        report, marks = self.report.pk, load_marks(receiver, add_up(receiver, self.period))
        asked = (self.request.GET.get("cot", ""), self.request.GET.get("loai"))
        return next(
            (one for one in marks if one.body.report == report and (one.code, one.fault.value) == asked),
            None,
        )

    def back(self):
        return reverse("board_marks", args=[self.period])


class MarkSettle(MarkMixin, DecidingMixin, FormView):
    """Asks for the reason why a mark stays."""

    template_name = "reports/totals/mark.html"
    form_class = MarkForm
    action = Action.SETTLE

    def dispatch(self, request, *args, **kwargs):
        if request.user.receives_reports and (
            self.mark is None or (self.mark.settled and request.method != "POST")
        ):
            typed = request.POST.get("reason", "").strip()
            kept = f" Lý do bạn đã gõ, chưa được lưu: “{typed[:LONGEST_REASON]}”" if typed else ""
            messages.warning(request, f"{GONE}{kept}")
            return HttpResponseRedirect(self.back())
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        """Save the reason; where somebody settled the mark first, show theirs beside it, to be replaced knowingly."""
        settled, sent = self.mark.settled, form.cleaned_data["sent_key"]
        is_known = settled is None or self.request.POST.get("instead_of") == str(settled.pk)
        if (is_known and not self.is_sent_back) or carried_out(key=sent, by=self.request.user):
            return super().form_valid(form)
        return self.render_to_response(self.get_context_data(form=form), status=409)

    @property
    def is_sent_back(self):
        return self.mark.settled is not None and self.mark.settled.note_id is not None

    def carry_out(self, submission, sent):
        if self.mark.settled:
            reopen_mark(settled=self.mark.settled, by=self.request.user)
        settle_mark(mark=self.mark, submission=submission, reason=sent["reason"], by=self.request.user)
        messages.success(self.request, f"Đã ghi lý do giữ nguyên số của {self.report.organisation}.")
        return self.back()

    def get_context_data(self, **context):
        return super().get_context_data(**context, mark=self.mark)


class MarkSend(MarkMixin, View):
    """Sends a mark back as a note, once."""

    http_method_names = ("post",)

    def post(self, request, **kwargs):
        if self.mark is None or self.mark.settled:
            messages.warning(request, GONE)
            return HttpResponseRedirect(self.back())
        try:
            send_back(mark=self.mark, submission=self.versions[0], by=request.user)
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
        else:
            messages.success(
                request,
                f"Đã ghi nhận xét cho {self.report.organisation}. Đơn vị đọc được khi báo cáo được trả lại.",
            )
        return HttpResponseRedirect(self.back())


class MarkReopen(MarkMixin, View):
    """Takes back the reason for which a mark stays."""

    http_method_names = ("post",)

    def post(self, request, settled, **kwargs):
        kept = SettledMark.objects.filter(submission__in=self.versions, note=None)
        found = get_object_or_404(kept.select_related("submission__report"), pk=settled)
        try:
            reopen_mark(settled=found, by=request.user)
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
        else:
            messages.success(request, "Đã mở lại.")
        return HttpResponseRedirect(self.back())
