"""Downloads of submitted files, for the department itself and for the one that received them."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import View

from accounts.history import record_download
from accounts.rows.views.files import PRIVATE
from reports.compiling.formats import FORMATS
from reports.models import FileKind, SubmittedFile
from reports.received.accepted import address_of_version
from reports.submission.stored_files import FileChanged, FileLost, read_frozen

CONTENT_TYPES = {ending: kind.content_type for ending, kind in FORMATS.items()}
CONTENT_TYPES |= {FileKind.JSON.ending: "application/json"}
# A sandbox would block the browser's own PDF viewer; the policy allows that viewer and inline styles alone.
VIEWED = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"


@method_decorator(xframe_options_sameorigin, name="dispatch")
class SubmittedFileDownload(View):
    """Sends a file to be saved or, with ?xem=1, a PDF to be read in the page; records every download."""

    http_method_names = ("get", "head")

    def get(self, request, pk):
        files = SubmittedFile.ever.readable_by(request.user).select_related("submission__report")
        file = get_object_or_404(files, pk=pk)
        try:
            content = read_frozen(file)
        except FileLost as lost:
            return lost_page(request, file, lost)
        is_viewed = "xem" in request.GET and file.ending == FileKind.PDF
        if request.method == "GET":
            with transaction.atomic():
                name = f"{file.name} (xem trên trang)" if is_viewed else file.name
                record_download(file.submission.report, name, by=request.user)
        return sent(file, content, is_viewed=is_viewed)


def lost_page(request, file, lost):
    """Return the page that says that the server lost a submitted file, with the others of its version."""
    is_changed, submission = isinstance(lost, FileChanged), file.submission
    report = submission.report
    is_own = report.organisation_id == request.user.organisation_id
    review = address_of_version(report.period, report.pk, submission.version)
    others = SubmittedFile.ever.readable_by(request.user).filter(submission=submission).current()
    context = {
        "file": file,
        "is_changed": is_changed,
        "others": others.exclude(pk=file.pk).order_by("pk"),
        "back": submission.get_absolute_url() if is_own else review,
    }
    return render(
        request,
        "reports/submission/submitted_file_lost.html",
        context,
        status=409 if is_changed else 404,
    )


def sent(file, content, *, is_viewed):
    """Return the response that carries a file."""
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[file.ending],
        headers=PRIVATE
        | {"Content-Disposition": content_disposition_header(not is_viewed, file.name)}
        | ({"Content-Security-Policy": VIEWED} if is_viewed else {}),
    )
