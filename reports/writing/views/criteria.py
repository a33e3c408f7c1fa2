"""The button that sets up the criteria of a report, and the page of one assessment with its evidence."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, View

from accounts.returning import return_address
from accounts.rows.views.conflict import ConflictMixin
from accounts.rows.views.link_search import as_typed, is_finding
from pbgdpl.lib.vietnamese import first_words
from reports.models import Assessment
from reports.views import OwnReportMixin, WritersOnlyMixin
from reports.writing.criteria.assessments import EVIDENCE, ensure_assessments, last_assessed
from reports.writing.forms.criterion import AssessmentForm


class CriteriaStart(WritersOnlyMixin, View):
    http_method_names = ("post",)

    def post(self, request, period):
        try:
            count = ensure_assessments(self.report, by=request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            message = f"Đã thêm {count} tiêu chí." if count else "Danh sách tiêu chí đã đủ."
            messages.success(request, message)
        return HttpResponseRedirect(reverse("report_criteria", args=[period]))


class CriterionPage(ConflictMixin, OwnReportMixin, FormView):
    """The assessment of one criterion: a form for those who may write now, for others its values."""

    form_class = AssessmentForm

    @property
    def is_written(self):
        """Return whether the form is shown; after a POST it always is, with what was typed."""
        return self.may_write or self.request.method == "POST"

    def get_template_names(self):
        return [
            "reports/writing/criterion_form.html"
            if self.is_written
            else "reports/writing/criterion_page.html"
        ]

    @cached_property
    def instance(self):
        assessments = self.report.assessments.select_related("criterion")
        return get_object_or_404(assessments, pk=self.kwargs["pk"])

    @cached_property
    def criteria(self):
        """Return the pks of the report's assessments in their order."""
        return list(self.report.assessments.values_list("pk", flat=True))

    def post(self, request, *args, **kwargs):
        if not request.user.writes_reports:
            raise PermissionDenied
        if is_finding(self.request.POST):
            context = self.get_context_data(form=as_typed(self, self.get_form()), is_unsaved=True)
            return self.render_to_response(context)
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | self.reader

    @property
    def reader(self):
        return {"by": self.request.user, "year": self.report.reporting_year}

    def bound(self, assessment, data=None):
        return AssessmentForm(data, instance=assessment, **self.reader)

    def save(self, form):
        return form.save()

    def called(self, assessment):
        return f"tiêu chí “{first_words(assessment.criterion.name)}”"

    def next_address(self, assessment):
        if "next_criterion" in self.request.POST and self.later:
            return reverse("report_criterion", args=[self.period, self.later])
        return return_address(self.request) or super().next_address(assessment)

    def about_conflict(self, assessment):
        return {
            "view": self,
            "heading": "Hai người cùng sửa một tiêu chí",
            "name": assessment.criterion.name,
            "parts": "mục",
            "change": last_assessed(assessment),
        }

    def get_context_data(self, **context):
        assessment = Assessment.objects.select_related("criterion").get(pk=self.instance.pk)
        context |= {"report": self.report, "assessment": assessment, "criterion": assessment.criterion}
        context |= {"place": self.place + 1, "places": len(self.criteria)}
        context |= {"earlier": self.earlier, "later": self.later, "is_closed": not self.status.is_open}
        if not self.is_written:
            context |= {"form": None, "evidence": self.evidence(assessment)}
        return super().get_context_data(**context)

    def evidence(self, assessment):
        """Return the label of each kind of evidence with its rows or files."""
        labels = [(name, Assessment._meta.get_field(name).verbose_name) for name in EVIDENCE]
        return [(label, getattr(assessment, name).filter(deleted_at=None)) for name, label in labels]

    @property
    def place(self):
        return self.criteria.index(self.instance.pk)

    @property
    def earlier(self):
        return self.criteria[self.place - 1] if self.place else None

    @property
    def later(self):
        return next(iter(self.criteria[self.place + 1 :]), None)
