"""A reporting period is filled in, checked, then opened."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.formats import date_format
from django.utils.text import capfirst

from accounts.history import value_in_words
from accounts.once import carried_out, carry_out_once
from accounts.rows.conflict import typed_fields
from reports.deadlines.days import days_left
from reports.models import CriteriaSet, Outline, PeriodKind, ReportingPeriod
from reports.periods.forms.period import PeriodOpenForm, period_label, usual_window
from reports.periods.lifecycle import CHANGED, open_period
from reports.periods.template_sets import forms_of_year
from reports.views import ReceiverForm


class PeriodOpen(ReceiverForm):
    """A period is filled in, checked, then opened."""

    template_name = "reports/periods/period_open.html"
    form_class = PeriodOpenForm

    def get_initial(self):
        year, own = self.kwargs["year"], self.request.user.organisation
        kind = PeriodKind.HALF_YEAR if self.request.GET.get("ky") == "6-thang" else PeriodKind.YEAR
        first, last = usual_window(year, kind)
        outlines = Outline.objects.templates_of(own).of_bodies()
        before = ReportingPeriod.objects.of(own).order_by("-opened_at", "-pk").first() or ReportingPeriod()
        return {
            "kinds_needing_plan": before.kinds_needing_plan,
            "kinds_needing_event": before.kinds_needing_event,
            "reporting_year": year,
            "kind": kind,
            "statistics_from": first,
            "statistics_to": last,
            "outline": outlines.filter(from_year__lte=year).first(),
            "criteria_set": CriteriaSet.objects.templates_of(own).filter(from_year__lte=year).first(),
        }

    def form_valid(self, form):
        match self.request.POST.get("command"):
            case "open":
                return super().form_valid(form)
            case "edit":
                return self.render_to_response(self.get_context_data(form=form))
            case _:
                return self.check(form)

    def check(self, form):
        """Show what is about to be opened, and how many departments get a notice."""
        own = self.request.user.organisation
        period, departments = form.instance, own.active_departments.count()
        values = [(name, value_in_words(period, name)) for name in CHANGED]
        forms = forms_of_year(own, period.reporting_year)
        sets = [
            ("đề cương", form.cleaned_data["outline"]),
            ("bộ tiêu chí", form.cleaned_data["criteria_set"]),
            ("biểu số liệu", ", ".join(one.form_code for one in forms)),
        ]
        context = {
            "period": period,
            "departments": departments,
            "checked": [("Kỳ báo cáo", period.key.words)]
            + [(period_label(name), value) for name, value in values if value]
            + [(capfirst(label), chosen or "Không dùng") for label, chosen in sets],
            "doubts": list(self.doubts(period, departments)),
            "typed": [(name, value) for name, value in typed_fields(self.request.POST) if name != "command"],
        }
        self.template_name = "reports/periods/period_check.html"
        return self.render_to_response(self.get_context_data(form=form, **context))

    def doubts(self, period, departments):
        """Yield what is odd about a period though it may be right."""
        if not departments:
            yield "Chưa có đơn vị nào báo cáo về đây nên không ai được báo."
        if days_left(period.due_on) < 0:
            yield f"Hạn nộp {date_format(period.due_on)} đã qua."
        if (
            period.kind == PeriodKind.HALF_YEAR
            and period.statistics_to > usual_window(period.reporting_year, period.kind)[1]
        ):
            yield f"Kỳ 6 tháng đầu năm mà thống kê đến {date_format(period.statistics_to)}."
        if not (period.letter_number or period.letter_subject):
            yield "Chưa ghi văn bản đề nghị: các đơn vị được báo nhưng không có thêm văn bản chỉ đạo nào."

    def carry_out(self, form):
        def open_it():
            chosen = {name: form.cleaned_data[name] for name in ("outline", "criteria_set")}
            period = open_period(form.instance, by=self.request.user, **chosen)
            notified = f"Đã báo {period.receiver.active_departments.count()} đơn vị."
            messages.success(self.request, f"Đã mở kỳ báo cáo {period.key.words}. {notified}")
            return period.get_absolute_url()

        return carry_out_once(open_it, key=form.cleaned_data["sent_key"], by=self.request.user)

    def form_invalid(self, form):
        """Show what is wrong; a form sent again goes where it went, though its period is now open already."""
        key = form.cleaned_data.get("sent_key")
        if key and (address := carried_out(key=key, by=self.request.user)):
            return HttpResponseRedirect(address)
        return super().form_invalid(form)
