"""The pages of uploaded reports: choosing a file and its year, the list of files, deleting, downloading."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, View

from accounts.attaching.arriving import UploadLimit
from accounts.costly import READS
from accounts.history import record_download
from accounts.long_work import start
from accounts.once import carry_out_once
from accounts.rows.views.files import sent
from pbgdpl.lib.apart import LimitReached
from reports.models import EarlierReport
from reports.reading.earlier.forms.upload import EarlierReportForm
from reports.reading.earlier.sources import is_converted, read_apart
from reports.reading.earlier.uploads import MOST_FILES, delete_file, read_file, restore_file, store_file
from reports.reading.report import UnreadableReport

# What a page reads at once; larger files, and those to be converted, are read in the background.
MOST_BYTES_AT_ONCE = 2**20
SECONDS_AT_ONCE = 8  # of the processor


class WritersFilesMixin:
    """Reaches the uploaded reports of the reader's own organisation; refuses who may not upload them."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.enters_reports:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def earlier(self):
        files = EarlierReport.objects.of(self.request.user.organisation).for_year(self.kwargs["year"])
        return get_object_or_404(
            files.select_related("organisation", "report", "added_by", "saved_by"), pk=self.kwargs["pk"]
        )


class EarlierReports(WritersFilesMixin, FormView):
    """The form that takes a file, and the files that were uploaded."""

    template_name = "reports/reading/earlier/upload.html"
    form_class = EarlierReportForm
    upload_limit = UploadLimit()
    quota = READS

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"year": self.kwargs["year"]}

    def get_context_data(self, **context):
        files = EarlierReport.objects.of(self.request.user.organisation).newest_first()
        files = files.select_related("report", "added_by").defer("source", "corrections")
        return super().get_context_data(**context, files=files, most_kept=MOST_FILES)

    def form_valid(self, form):
        name, data = form.cleaned_data["paper"]
        try:
            source = read_at_once(data, name)  # before the transaction, which keeps others from writing
            keep = partial(self.keep, form, source)
            key = form.cleaned_data["sent_key"]
            return HttpResponseRedirect(carry_out_once(keep, key=key, by=self.request.user))
        except UnreadableReport as problem:
            form.add_error("paper", str(problem))
        except ValidationError as refusal:
            form.add_error(None, refusal)
        return self.form_invalid(form)

    def keep(self, form, source):
        """Store the file; return the address of its page, or of the work that reads it where this takes longer."""
        (name, data), by = form.cleaned_data["paper"], self.request.user
        earlier = store_file(data, name, year=form.cleaned_data["year"], by=by, source=source)
        return earlier.get_absolute_url() if source else read_in_background(earlier, by)


def read_at_once(data, name):
    """Return the lines of a file, or None where they take longer than a page may."""
    if len(data) > MOST_BYTES_AT_ONCE or is_converted(data):
        return None
    try:
        return read_apart(data, name, seconds=SECONDS_AT_ONCE)
    except LimitReached:
        return None


def read_in_background(earlier, by):
    """Start reading and return the address of the page that shows its progress."""
    year = earlier.reporting_year
    back = reverse("earlier_reports", args=[year])
    return start(read_file, by=by, year=year, title=f"Đọc báo cáo {earlier.name}", back=back, pk=earlier.pk)


class EarlierReportRead(WritersFilesMixin, View):
    """Reads a file again whose reading was broken off."""

    http_method_names = ("post",)

    def post(self, request, year, pk):
        try:
            return HttpResponseRedirect(read_in_background(self.earlier, request.user))
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
            return HttpResponseRedirect(self.earlier.get_absolute_url())


class EarlierReportFile(WritersFilesMixin, View):
    """Downloads the file as it came."""

    http_method_names = ("get", "head")

    def get(self, request, year, pk):
        try:
            stored = self.earlier.file.open("rb")
        except OSError as problem:
            raise Http404 from problem
        if request.method == "GET":
            record_download(self.earlier, self.earlier.name, by=request.user)
        return sent(stored, self.earlier.name)


class EarlierReportDelete(WritersFilesMixin, View):
    http_method_names = ("post",)

    def post(self, request, year, pk):
        delete_file(self.earlier, by=request.user)
        undo = reverse("earlier_report_restore", args=[year, pk])
        messages.success(request, f"Đã xóa tệp “{self.earlier.name}”.", extra_tags=undo)
        return HttpResponseRedirect(reverse("earlier_reports", args=[year]))


class EarlierReportRestore(WritersFilesMixin, View):
    http_method_names = ("post",)

    def post(self, request, year, pk):
        files = EarlierReport.with_deleted.of(request.user.organisation).for_year(year)
        earlier = get_object_or_404(files, pk=pk)
        restore_file(earlier, by=request.user)
        messages.success(request, f"Đã khôi phục tệp “{earlier.name}”.")
        return HttpResponseRedirect(earlier.get_absolute_url())
