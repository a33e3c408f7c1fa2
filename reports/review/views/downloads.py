"""Downloads for the Justice Department: the evidence of a report, and all submitted files as one ZIP."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.generic import View

from accounts.costly import EXPORTS
from accounts.history import record_download
from accounts.models import Attachment
from accounts.rows.views.files import PRIVATE, sent
from pbgdpl.lib.plain_names import plain_name
from pbgdpl.lib.zip_stream import zip_length, zip_pieces
from reports.models.received import latest_received
from reports.review.board import BoardFilters, board
from reports.review.views.review import ReviewedMixin
from reports.review.zip_of_all import MISSING, bundle_members
from reports.views import ReceivedReadersMixin

NOTHING_CHOSEN = "Chưa chọn báo cáo nào đã nộp. Đánh dấu các đơn vị đã nộp trong danh sách, rồi tải lại."
NOTHING_THERE = "Chưa có báo cáo {period} nào được nộp, nên chưa có gì để tải."


class ReviewAttachment(ReceivedReadersMixin, ReviewedMixin, View):
    """Sends a file of evidence that was submitted, also one that the department has deleted since."""

    is_page = False
    http_method_names = ("get", "head")

    def get(self, request, attachment, **kwargs):
        handed_in = Attachment.objects.filter(submissions__in=self.versions).distinct()
        file = get_object_or_404(handed_in, pk=attachment)
        try:
            stored = file.file.open("rb")
        except OSError:
            return render(request, "accounts/rows/attachment_missing.html", {"attachment": file}, status=404)
        if request.method == "GET":
            record_download(self.report, file.name, by=request.user)
        return sent(stored, file.name)


class BoardZip(ReceivedReadersMixin, View):
    """Streams all files that were submitted for a period, or those of the departments in ?chon=."""

    http_method_names = ("get", "head")
    quota = EXPORTS

    def get(self, request, period):
        submissions = latest_received(request.user.organisation, period)
        if "chon" in request.GET or "theo" in request.GET:
            chosen = set(request.GET.getlist("chon"))
            submissions = [one for one in submissions if str(one.report.organisation_id) in chosen]
            refusal = NOTHING_CHOSEN
        else:
            refusal = NOTHING_THERE.format(period=period.words)
        if not submissions:
            messages.warning(request, refusal)
            return HttpResponseRedirect(reverse("board", args=[period]))
        return self.sent(submissions)

    def sent(self, submissions):
        """Return the ZIP after recording the download; HEAD returns the headers and records nothing."""
        members = bundle_members(submissions, self.timings())
        name = self.file_name(is_whole=all(member.name != MISSING for member in members))
        headers = PRIVATE | {"Content-Disposition": content_disposition_header(True, name)}
        if (length := zip_length(members)) is not None:
            headers["Content-Length"] = str(length)
        if self.request.method == "HEAD":
            return HttpResponse(content_type="application/zip", headers=headers)
        with transaction.atomic():
            for submission in submissions:
                record_download(submission.report, name, by=self.request.user)
        return StreamingHttpResponse(zip_pieces(members), content_type="application/zip", headers=headers)

    def timings(self):
        """Return the words of the deadline of each report, by its pk."""
        rows = board(self.request.user.organisation, self.kwargs["period"], BoardFilters()).departments
        return {row.report: row.deadline.words for row in rows if row.report and row.deadline}

    def file_name(self, *, is_whole):
        """Return a name in ASCII letters, which shows whether files are missing."""
        code = plain_name(self.request.user.organisation.code).upper()
        return f"bao-cao-pbgdpl-{code}-{self.kwargs['period']}{'' if is_whole else '-thieu-tep'}.zip"
