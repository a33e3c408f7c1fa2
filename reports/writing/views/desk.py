"""The page of the department's desk, and the button that begins a report."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView, View

from accounts.forms.sent_key import SentKeyField
from accounts.once import carry_out_once
from reports.checks.marked import load_marked
from reports.views import WritersOnlyMixin
from reports.writing.desk import beginning_of, desk_of, periods_of
from reports.writing.forms.replies import RepliesForm
from reports.writing.start import start_report
from reports.years import earlier_report, reports_of

# The value that the form sends to begin from the earlier report.
EARLIER = "earlier"


class ReportDesk(TemplateView):
    """The report as a list of tasks, or the ways to begin one if the period has none yet."""

    template_name = "reports/writing/desk.html"

    def get_context_data(self, **context):
        by, period = self.request.user, self.kwargs["period"]
        report = reports_of(by.organisation, period).select_related("started_from").first()
        context |= self.desk(report) if report else {"beginning": beginning_of(period, by)}
        periods = periods_of(by.organisation, period)
        return super().get_context_data(**context, periods=periods, sent_key=uuid4())

    def desk(self, report):
        """Return the desk, with the form of the replies to the notes of a returned report."""
        desk = desk_of(report, self.request.user)
        notes = [note for remarks in desk.verdict.remarks for note in remarks.notes] if desk.verdict else []
        form = RepliesForm(notes=notes, printed=desk.printed) if notes and desk.may_reply else None
        rows = {row.note.pk: row for row in form.rows} if form else {}
        remarks = [
            (one, [(note, rows.get(note.pk)) for note in one.notes])
            for one in (desk.verdict.remarks if desk.verdict else ())
        ]
        return {"desk": desk, "replies": form, "remarks": remarks}


class ReportStart(WritersOnlyMixin, View):
    http_method_names = ("post",)

    def post(self, request, period):
        key = SentKeyField().clean(request.POST.get("sent_key"))
        try:
            address = carry_out_once(self.start, key=key, by=request.user)
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
            address = reverse("report", args=[period])
        return HttpResponseRedirect(address)

    def start(self):
        """Begin the report; return the address of the page that moves its years, or of its desk if there are none."""
        by, earlier = self.request.user, None
        if self.request.POST.get("begin_from") == EARLIER:
            earlier = earlier_report(by.organisation, self.period)
            if earlier is None:
                raise ValidationError("Không có báo cáo của kỳ trước để bắt đầu. Bắt đầu từ đề cương.")
        report = start_report(
            organisation=by.organisation,
            year=self.period.year,
            kind=self.period.kind,
            earlier=earlier,
            by=by,
        )
        messages.success(self.request, f"Đã bắt đầu báo cáo {self.period.words}.")
        if any(text.marks for text in load_marked(report)):
            return reverse("report_years", args=[self.period])
        return report.get_absolute_url()
