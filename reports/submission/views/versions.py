"""The pages of what a department submitted: the list of versions, one version, the comparison of two."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import ListView, TemplateView

from accounts.history import downloads_of
from accounts.views.paging import PagedMixin
from reports.comparing.comparison import compare
from reports.compiling.formats import DRAFT_ENDING
from reports.deadlines.timing import timings_of
from reports.models import FileKind, SubmittedFile
from reports.states import Action, may, status_after
from reports.submission.forms import DifferenceForm, SignedForm
from reports.views import OwnReportMixin

LAST_DOWNLOADS = 10  # on the page of a version; all of them stand on a page of their own
DRAFTS = "du-thao"


class ReportVersions(OwnReportMixin, PagedMixin, ListView):
    template_name = "reports/submission/versions.html"
    shows_versions = True

    def get_queryset(self):
        versions = self.report.submissions.select_related("submitted_by", "outcome__decided_by")
        return versions.order_by("-version")

    def page_rows(self, page):
        """Return the status of each version, with its timing."""
        timings = timings_of(self.report)
        return [(status_after(submission), timings[submission.version]) for submission in page]

    def get_context_data(self, **context):
        return super().get_context_data(
            **context,
            report=self.report,
            period=self.period,
            status=self.status,
            can_submit=may(Action.SUBMIT, status=self.status, report=self.report, by=self.request.user),
        )


class ReportVersion(OwnReportMixin, TemplateView):
    template_name = "reports/submission/version.html"
    shows_versions = True
    signed_form = None

    @cached_property
    def submission(self):
        versions = self.report.submissions.select_related("submitted_by", "outcome__decided_by")
        return get_object_or_404(versions, version=self.kwargs["version"])

    def may(self, action):
        """Return whether the reader may do the action with this version; False unless it is the last one."""
        is_last = self.submission == self.status.submission
        return is_last and may(action, status=self.status, report=self.report, by=self.request.user)

    def get_context_data(self, **context):
        submission, status = self.submission, status_after(self.submission)
        files = {file.kind: file for file in submission.files.select_related("added_by")}
        signed = files.get(FileKind.SIGNED)
        return super().get_context_data(
            **context | {"period": self.period},
            report=self.report,
            submission=submission,
            status=status,
            timing=timings_of(self.report)[submission.version],
            previous=submission.version - 1,
            files=list(files.values()),
            signed=signed,
            signed_form=self.signed_form or self.form_for(signed),
            can_replace=self.may(Action.REPLACE_SIGNED),
            replaced=SubmittedFile.ever.replaced().filter(submission=submission).select_related("added_by"),
            can_withdraw=self.may(Action.WITHDRAW),
            evidence=submission.attachments.prefetch_related("row"),
            notes=submission.notes.select_related("reply") if status.is_decided else (),
            **self.downloads(),
        )

    def downloads(self):
        """Return the last downloads of the report and how many there are, those of its drafts counted apart."""
        submitted, drafts = submitted_downloads(self.report), draft_downloads(self.report)
        return {
            "downloads": submitted.select_related("organisation")[:LAST_DOWNLOADS],
            "download_count": submitted.count(),
            "draft_count": drafts.count(),
        }

    def form_for(self, signed):
        """Return the form that adds or replaces the signed file, None if the reader may do neither."""
        if not self.may(Action.REPLACE_SIGNED if signed else Action.ADD_SIGNED):
            return None
        return SignedForm(initial={"replaces": signed.pk if signed else None})


class ReportDownloads(OwnReportMixin, PagedMixin, ListView):
    """All downloads of a report's files, the last first; those of its drafts with ?loai=du-thao."""

    template_name = "reports/submission/downloads.html"

    @property
    def are_drafts(self):
        return self.request.GET.get("loai") == DRAFTS

    def get_queryset(self):
        downloads = draft_downloads if self.are_drafts else submitted_downloads
        return downloads(self.report).select_related("organisation")

    def get_context_data(self, **context):
        return super().get_context_data(**context, report=self.report, period=self.period)


def draft_downloads(report):
    """Return the downloads of a report's drafts, which belong to no version."""
    return downloads_of(report).filter(values__0__2__startswith=f"{report.file_name}{DRAFT_ENDING}.")


def submitted_downloads(report):
    return downloads_of(report).exclude(values__0__2__startswith=f"{report.file_name}{DRAFT_ENDING}.")


class ReportDifference(OwnReportMixin, TemplateView):
    template_name = "reports/submission/difference.html"
    shows_versions = True

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
