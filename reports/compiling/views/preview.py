"""The preview of a report for everyone of the department: its paper, its contents, its files."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.costly import PRINTS
from accounts.history import record_download
from pbgdpl.lib.pool import Unfinished, waiting_at_most
from reports.compiling.compile import compile_report
from reports.compiling.contents import contents
from reports.compiling.formats import DRAFT_ENDING, FORMATS
from reports.compiling.rendering import draft_of, paged, paged_before, rendered
from reports.compiling.views.style_sheet import style_sheet_url
from reports.document.html import to_html
from reports.document.pdf import TooManyLinesError, TooManyWaitError, UnprintableError
from reports.document.sheets import to_sheets
from reports.document.tree import Paragraph
from reports.states import status_of
from reports.views import OwnReportMixin
from reports.years import reports_of

TRIED_AGAIN_AFTER = 60  # seconds
PATIENCE_FOR_FILES = 5  # seconds


class ReportPreview(OwnReportMixin, TemplateView):
    """The draft with its contents beside it, or the submitted files of a report that is submitted.

    With `patience`, in seconds, it waits so long for the number of pages; otherwise it is there at once.
    """

    template_name = "reports/compiling/preview.html"
    patience = 0

    def get_context_data(self, **context):
        shown = self.draft() if self.status.is_open else self.submitted()
        return super().get_context_data(**context, report=self.report, status=self.status, **shown)

    def draft(self):
        document = compile_report(self.report)
        try:
            pages = self.pages_of(document)
        except UnprintableError as problem:
            return {"contents": contents(document), "problem": problem}
        return {"contents": contents(document), "pages": pages}

    def pages_of(self, document):
        """Return the number of pages, None where it is not known yet."""
        if known := paged_before(document):
            return known.pages
        if not self.patience:
            return None
        try:
            with waiting_at_most(self.patience):
                return paged(document).pages
        except Unfinished:
            return None

    def submitted(self):
        submission = self.status.submission
        return {"submission": submission, "files": submission.files.all()}


@require_safe
@never_cache
@xframe_options_sameorigin
def report_paper(request, period):
    """Return the draft for the frame on the page of the preview: as printed, or as words until it is laid out."""
    report = get_object_or_404(reports_of(request.user.organisation, period))
    if not status_of(report).is_open:
        return redirect("report_preview", period)
    draft, address = draft_of(compile_report(report)), style_sheet_url()
    try:
        known = paged_before(draft)
        page = to_sheets(draft, known.starts if known else (), style_sheet_url=address)
        return HttpResponse(page)
    except TooManyLinesError as problem:
        head = replace(draft, body=(Paragraph(str(problem)),), annexes=())
        return HttpResponse(to_html(head, style_sheet_url=address))
    except UnprintableError:
        # The page around the frame says why; here the text is read without the ends of pages.
        return HttpResponse(to_html(draft, style_sheet_url=address))


@require_safe
@never_cache
def report_file(request, period, ending):
    """Return the draft as a file and record who downloaded it; submitted files have a page of their own.

    A file that takes long to make is waited for on a page, which asks again.
    """
    if ending not in FORMATS:
        raise Http404
    report = get_object_or_404(reports_of(request.user.organisation, period))
    if not status_of(report).is_open:
        return redirect("report_preview", period)
    context = {"period": period, "ending": ending}
    try:
        with waiting_at_most(PATIENCE_FOR_FILES):
            file = rendered(draft_of(compile_report(report)), ending)
    except Unfinished:
        return render(request, "reports/compiling/awaited.html", context, status=202)
    except TooManyWaitError:
        return _busy(request, context)
    except UnprintableError as problem:
        messages.error(request, str(problem))
        return redirect("report_preview", period)
    name = f"{report.file_name}{DRAFT_ENDING}.{ending}"
    if request.method == "GET":
        record_download(report, name, by=request.user)
    return HttpResponse(
        file.content,
        content_type=FORMATS[ending].content_type,
        headers={"Content-Disposition": content_disposition_header(as_attachment=True, filename=name)},
    )


def _busy(request, context):
    page = render(request, "reports/compiling/too_many_wait.html", context, status=503)
    page["Retry-After"] = str(TRIED_AGAIN_AFTER)
    return page


report_paper.quota = report_file.quota = PRINTS
