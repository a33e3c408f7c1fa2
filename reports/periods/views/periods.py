"""The Justice Department's reporting periods: listed, read, changed, extended, closed."""

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView, View

from accounts.conflict import Conflict
from accounts.history import history_of, value_in_words
from accounts.models.history import Difference
from accounts.once import carry_out_once
from accounts.views.paging import PagedMixin
from reports.deadlines.timing import awaited
from reports.models import OutcomeKind, ReportingPeriod, Submission
from reports.periods.extensions import extend_deadline
from reports.periods.forms.extension import ExtensionForm
from reports.periods.forms.period import PeriodForm, period_label
from reports.periods.lifecycle import CHANGED, change_period, close_period, reopen_period
from reports.views import ReceivedReadersMixin, ReceiverForm, ReceiversOnlyMixin

TOLD = "Đã báo các đơn vị chưa nộp."


class PeriodList(ReceivedReadersMixin, PagedMixin, ListView):
    """The periods of all years; of each how many departments have submitted."""

    template_name = "reports/periods/period_list.html"

    def get_queryset(self):
        return ReportingPeriod.objects.of(self.request.user.organisation)

    def page_rows(self, page):
        handed_in = self.handed_in()
        return [(period, awaited(period.due_on), handed_in.get(period.key, 0)) for period in page]

    def handed_in(self):
        """Return how many reports of each period were submitted and not withdrawn, as the board counts them."""
        newer = Submission.objects.filter(report=OuterRef("report"), version__gt=OuterRef("version"))
        last = Submission.objects.filter(~Exists(newer)).exclude(outcome__kind=OutcomeKind.WITHDRAWN)
        received = last.filter(report__organisation__reports_to=self.request.user.organisation)
        counted = received.order_by().values_list("report__reporting_year", "report__period_kind")
        counts = counted.annotate(reports=Count("report", distinct=True))
        return {ReportingPeriod(reporting_year=year, kind=kind).key: many for year, kind, many in counts}

    def get_context_data(self, **context):
        departments = self.request.user.organisation.active_departments.count()
        return super().get_context_data(**context, departments=departments)


class OwnPeriodMixin:
    """Reaches a period of the reader's own organisation, and no other."""

    @cached_property
    def period(self):
        periods = ReportingPeriod.objects.of(self.request.user.organisation)
        found = periods.select_related("receiver", "outline", "criteria_set", "opened_by")
        return get_object_or_404(found, pk=self.kwargs["pk"], reporting_year=self.kwargs["year"])

    def url(self, name):
        return reverse(name, args=[self.kwargs["year"], self.period.pk])


class PeriodPage(ReceivedReadersMixin, OwnPeriodMixin, DetailView):
    template_name = "reports/periods/period.html"
    context_object_name = "period"

    def get_object(self):
        return self.period

    def get_context_data(self, **context):
        given = list(self.period.extensions.select_related("organisation", "given_by"))
        last = {extension.organisation_id: extension for extension in given}
        return super().get_context_data(
            **context,
            deadline=awaited(self.period.due_on),
            departments=self.period.receiver.active_departments.count(),
            forms=list(self.period.indicator_sets.order_by("form_code")),
            extensions=[(one, one is last[one.organisation_id]) for one in reversed(given)],
            history=list(history_of(self.period)),
        )


class PeriodEdit(OwnPeriodMixin, ReceiverForm):
    template_name = "reports/periods/period_form.html"
    form_class = PeriodForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.period}

    def carry_out(self, form):
        period = change_period(form.instance, version=form.cleaned_data["version"], by=self.request.user)
        messages.success(self.request, f"Đã lưu {_lower(period)}.")
        return period.get_absolute_url()

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Conflict as conflict:
            return self.conflict(form, conflict.stored)

    def conflict(self, form, stored):
        """Show what was typed beside what somebody else stored; saving once more takes what was typed."""
        pairs = [
            (name, value_in_words(stored, name), value_in_words(form.instance, name)) for name in CHANGED
        ]
        data = self.request.POST.copy()
        data["version"] = stored.version
        context = {
            "form": self.form_class(data, instance=form.instance, by=self.request.user),
            "conflict": [
                Difference(period_label(name), theirs, mine) for name, theirs, mine in pairs if theirs != mine
            ],
            "change": history_of(stored).first(),
        }
        return self.render_to_response(self.get_context_data(**context), status=409)


class PeriodExtend(OwnPeriodMixin, ReceiverForm):
    template_name = "reports/periods/period_extend.html"
    form_class = ExtensionForm

    def carry_out(self, form):
        def extend():
            given = extend_deadline(form.instance, period=self.period, by=self.request.user)
            until = date_format(given.due_on)
            messages.success(self.request, f"Đã gia hạn cho {given.organisation} đến {until}.")
            return self.period.get_absolute_url()

        return carry_out_once(extend, key=form.cleaned_data["sent_key"], by=self.request.user)


class PeriodClose(ReceiversOnlyMixin, OwnPeriodMixin, View):
    http_method_names = ("post",)

    def post(self, request, **kwargs):
        close_period(self.period, by=request.user)
        words = f"{TOLD} Đơn vị đang được gia hạn, bị trả lại hoặc được mở lại báo cáo vẫn nộp được."
        messages.success(
            request, f"Đã đóng {_lower(self.period)}. {words}", extra_tags=self.url("period_reopen")
        )
        return HttpResponseRedirect(self.period.get_absolute_url())


class PeriodReopen(ReceiversOnlyMixin, OwnPeriodMixin, View):
    http_method_names = ("post",)

    def post(self, request, **kwargs):
        reopen_period(self.period, by=request.user)
        words = f"Đã mở lại {_lower(self.period)}. {TOLD}"
        messages.success(request, words, extra_tags=self.url("period_close"))
        return HttpResponseRedirect(self.period.get_absolute_url())


def _lower(period):
    return f"kỳ báo cáo {period.key.words}"
