"""What a department handed in: the list of versions, one of them with its files, and what changed between two."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import ListView, TemplateView

from accounts.history import downloads_of
from accounts.once import carry_out_once
from accounts.views.paging import PagedMixin
from reports.comparing.comparison import compare
from reports.forms.submitting import DifferenceForm, SignedForm
from reports.handing_in.submission import add_signed, extends_pdf
from reports.models import FileKind
from reports.states import Action, may, standing_after
from reports.views.owned import OwnReportMixin, WritersOnlyMixin

MOST_DOWNLOADS = 100
ANOTHER_PRINT = (
    "Tệp này không phải bản PDF đã nộp có thêm chữ ký. Nếu vẫn đúng là bản đã ký, đánh dấu ô này rồi "
    "chọn lại tệp."
)


class ReportVersions(OwnReportMixin, PagedMixin, ListView):
    template_name = "reports/versions.html"

    def get_queryset(self):
        versions = self.report.submissions.select_related("submitted_by", "outcome__decided_by")
        return versions.order_by("-version")

    def told(self, page):
        return [standing_after(submission) for submission in page]

    def get_context_data(self, **context):
        return super().get_context_data(
            **context,
            report=self.report,
            period=self.period,
            standing=self.standing,
            can_submit=may(Action.SUBMIT, standing=self.standing, report=self.report, by=self.request.user),
        )


class ReportVersion(OwnReportMixin, TemplateView):
    template_name = "reports/version.html"
    signed_form = None

    @cached_property
    def submission(self):
        versions = self.report.submissions.select_related("submitted_by", "outcome__decided_by")
        return get_object_or_404(versions, version=self.kwargs["version"])

    def may(self, action):
        """Return whether the reader may do it with this version; with an older one nobody does anything."""
        is_last = self.submission == self.standing.submission
        return is_last and may(action, standing=self.standing, report=self.report, by=self.request.user)

    def get_context_data(self, **context):
        submission, standing = self.submission, standing_after(self.submission)
        files = {file.kind: file for file in submission.files.select_related("added_by")}
        has_signed = FileKind.SIGNED in files
        return super().get_context_data(
            **context | {"period": self.period},
            report=self.report,
            submission=submission,
            standing=standing,
            previous=submission.version - 1,
            files=list(files.values()),
            signed_form=None
            if has_signed or not self.may(Action.ADD_SIGNED)
            else self.signed_form or SignedForm(),
            can_withdraw=self.may(Action.WITHDRAW),
            evidence=submission.attachments.prefetch_related("row"),
            notes=submission.notes.select_related("written_by") if standing.is_decided else (),
            downloads=list(downloads_of(self.report).select_related("organisation")[:MOST_DOWNLOADS]),
        )


class ReportSigned(WritersOnlyMixin, ReportVersion):
    """Adds the signed PDF; what is wrong with it is said on the page of the version."""

    def get(self, request, **kwargs):
        return HttpResponseRedirect(self.submission.get_absolute_url())

    def post(self, request, **kwargs):
        form = self.signed_form = SignedForm(request.POST, request.FILES)
        if form.is_valid() and self.is_told(form):
            try:
                return HttpResponseRedirect(self.add(form))
            except ValidationError as refusal:
                form.add_error("file", refusal)
        return self.render_to_response(self.get_context_data())

    def is_told(self, form):
        """Return whether a file that does not extend the PDF was said to be another one; say so otherwise."""
        file, is_another = form.cleaned_data["file"], form.cleaned_data["is_another_print"]
        if file.ending == "pdf" and not is_another and not extends_pdf(file.data, self.submission):
            form.add_error("is_another_print", ANOTHER_PRINT)
        return form.is_valid()

    def add(self, form):
        file, by = form.cleaned_data["file"], self.request.user

        def add():
            add_signed(submission=self.submission, file=file, by=by)
            messages.success(self.request, f"Đã thêm bản PDF đã ký vào bản {self.submission.version}.")
            return self.submission.get_absolute_url()

        return carry_out_once(add, key=form.cleaned_data["sent_key"], by=by)


class ReportDifference(OwnReportMixin, TemplateView):
    template_name = "reports/difference.html"

    def get_context_data(self, **context):
        versions = list(self.report.submissions.values_list("version", flat=True))
        form = DifferenceForm(self.request.GET, versions=versions)
        comparison = None
        if len(versions) > 1 and form.is_valid():
            before, after = form.cleaned_data["tu"], form.cleaned_data["den"]
            parts = dict(
                self.report.submissions.filter(version__in=(before, after)).values_list("version", "parts")
            )
            comparison = compare(parts[before], parts[after])
        return super().get_context_data(
            **context,
            report=self.report,
            form=form,
            can_choose=len(versions) > 1,
            comparison=comparison,
        )
