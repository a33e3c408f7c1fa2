"""The page that lists the findings of a report, with links for correcting and forms for waiving them."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import ListView, View

from accounts.rows import parse_pk
from accounts.typed import restore_typed
from accounts.views.paging import PagedMixin
from pbgdpl.lib.vietnamese import first_words
from reports.checks import RULES
from reports.checks.addresses import address_of
from reports.checks.forms import WaiverForm
from reports.checks.page import ANYWHERE, GRADES, Asked, Entry, checked
from reports.checks.waiving import can_be_waived, take_waiver_back, waive
from reports.views import OwnReportMixin, WritersOnlyMixin

NARROWED_BY = ("muc-do", "quy-tac", "muc", "trang")
RULES_BY_CODE = {rule.code: rule for rule in RULES}
WHOLE_SECTION = "ca-bao-cao"  # ?muc= for findings in no section
GONE = "Báo cáo đã thay đổi, chỗ này không còn nữa."


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding on the page, with the address where it is corrected and the form for waiving it."""

    entry: Entry
    url: str
    record_url: str  # for recording a document that is not recorded
    more_url: str  # of the findings that are not listed here
    form: WaiverForm | None


class FindingsPage(OwnReportMixin, PagedMixin, ListView):
    """The open findings, filtered by ?muc-do=, ?quy-tac= and ?muc= (the pk of a section)."""

    template_name = "reports/checks/findings.html"
    refused = None  # the form whose reason is invalid

    @cached_property
    def checked(self):
        return checked(self.report, timezone.localdate())

    @cached_property
    def asked(self):
        asked = self.request.GET
        rule = RULES_BY_CODE.get(asked.get("quy-tac"))
        place = asked.get("muc", "")
        pk = parse_pk(place)
        section = None if place == WHOLE_SECTION else ANYWHERE if pk is None else pk
        return Asked(GRADES.get(asked.get("muc-do")), rule.code if rule else "", section)

    def get_queryset(self):
        return self.checked.entries(self.asked)

    def page_rows(self, page):
        return [self.shown(entry, place) for place, entry in enumerate(page, start=1)]

    def shown(self, entry, place):
        finding = entry.finding
        form = None
        if self.may_write and can_be_waived(finding):
            is_refused = self.refused is not None and self.refused.data.get("key") == finding.key
            form = self.refused if is_refused else WaiverForm()
            form.auto_id = f"id_%s_{place}"
            if is_refused:
                form.fields["reason"].widget.attrs["autofocus"] = True
        url, more_url = address_of(finding.place, self.report, entry.excerpt[1]), self.more_url(entry)
        return Shown(entry, url, self.record_url(finding), more_url, form)

    def more_url(self, entry):
        finding = entry.finding
        return self.narrowed({"quy-tac": finding.rule.code, "muc": finding.place.section or WHOLE_SECTION})

    def record_url(self, finding):
        if not (finding.unrecorded and self.request.user.may_edit):
            return ""
        paste = reverse("paste", args=[self.report.reporting_year])
        return f"{paste}?vao={finding.unrecorded.part.value}s"

    def narrowed(self, changes):
        """Return the address of this page with some filters changed, or removed by None."""
        filters = {name: self.request.GET[name] for name in NARROWED_BY if name in self.request.GET} | changes
        query = {name: value for name, value in filters.items() if value is not None and name != "trang"}
        return f"?{urlencode(query)}"

    def grades(self):
        """Return each severity with its address and whether it is selected."""
        return [
            (grade, self.narrowed({"muc-do": grade.slug}), grade.severity is self.asked.severity)
            for grade in self.checked.grades
        ]

    def chips(self):
        """Return the filters other than the severity, each with the address without it."""
        section, rule = self.checked.headings().get(self.asked.section), RULES_BY_CODE.get(self.asked.rule)
        return [
            *(
                [(section, self.narrowed({"muc": None}))]
                if self.asked.section is not ANYWHERE and section
                else []
            ),
            *([(rule.title, self.narrowed({"quy-tac": None}))] if rule else []),
        ]

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {
            "report": self.report,
            "may_write": self.may_write,
            "checked": self.checked,
            "open_count": len(self.checked.open),
            "asked": self.asked,
            "grades": self.grades(),
            "all_url": self.narrowed({"muc-do": None}),
            "chips": self.chips(),
            "refused": self.refused,
        }

    def back(self):
        """Return a redirect to the page with its filters."""
        filters = {name: self.request.GET[name] for name in NARROWED_BY if name in self.request.GET}
        query = f"?{urlencode(filters)}" if filters else ""
        return HttpResponseRedirect(f"{reverse('report_findings', args=[self.period])}{query}")


class ReportWaive(WritersOnlyMixin, FindingsPage):
    """Waives a finding, or shows the page again if the reason is invalid."""

    keeps_typed = True

    def get(self, request, *args, **kwargs):
        if (typed := restore_typed(request)) is None:
            return self.back()
        self.refused = WaiverForm(typed)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        form, finding = WaiverForm(request.POST), self.checked.finding(request.POST.get("key", ""))
        if finding is None:
            messages.warning(request, GONE)
            return self.back()
        if not form.is_valid():
            self.refused = form
            return super().get(request, *args, **kwargs)
        try:
            waiver = waive(finding, report=self.report, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self.back()
        undo = reverse("report_waiver_remove", args=[self.period, waiver.pk])
        messages.success(request, f"Đã giữ nguyên: {first_words(finding.text)}", extra_tags=undo)
        return self.back()


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
        return HttpResponseRedirect(reverse("report_findings", args=[period]))
