"""The views for files of rows: attaching, detaching, downloading, and filling a form from an uploaded document."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View

from accounts.attaching.arriving import UploadLimit
from accounts.attaching.checking import ending_of
from accounts.attaching.keeping import attach, attach_waiting, detach, restore
from accounts.attaching.kinds import KINDS
from accounts.costly import READS
from accounts.forms.files import MOST_FILES, AttachForm
from accounts.history import record_download
from accounts.models import Attachment
from accounts.once import carry_out_once
from accounts.returning import return_address, return_query
from accounts.rows import parse_pk
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin

# Headers of a downloaded file: its content cannot run scripts, and no cache stores it.
PRIVATE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
}
GONE = "Tệp “{}” không còn chờ để đính kèm: có thể đã đính kèm vào dòng khác, hoặc đã chờ quá lâu. Tải lên lại nếu cần."


def files_panel(row):
    """Return the context for the files on a row's page."""
    files = Attachment.objects.for_row(row).select_related("added_by")
    return {"attachments": files, "attach_form": AttachForm()}


class RowAttach(EditorsOnlyMixin, OwnedRowsMixin, View):
    http_method_names = ("post",)
    upload_limit = UploadLimit(most_files=MOST_FILES)
    quota = READS

    def post(self, request, year, pk):
        row = get_object_or_404(self.get_queryset(), pk=pk)
        form = AttachForm(request.POST, request.FILES)
        if form.is_valid():
            self.attach(row, form)
        for sentence in form.errors.get("files", ()):
            messages.warning(request, sentence)
        return HttpResponseRedirect(f"{row.get_absolute_url()}{return_query(return_address(request))}")

    def attach(self, row, form):
        """Attach the accepted files, and add a message for each refused one."""
        files, refusals = form.cleaned_data["files"]

        def keep():
            attach(files, row=row, by=self.request.user)
            messages.success(self.request, f"Đã đính kèm: {', '.join(file.name for file in files)}.")
            return row.get_absolute_url()

        if files:
            try:
                carry_out_once(keep, key=form.cleaned_data["sent_key"], by=self.request.user)
            except ValidationError as refusal:
                messages.warning(self.request, refusal.message)
        for sentence in refusals:
            messages.warning(self.request, f"Chưa đính kèm {sentence}")


class WaitingFileMixin:
    """Fills a new row's form from the uploaded file with the pk in ?tep=12, and attaches it to the saved row."""

    @cached_property
    def waiting_file(self):
        if (asked := self.request.GET.get("tep")) is None:
            return None
        files = Attachment.objects.readable_by(self.request.user)
        if self.request.method == "GET":
            files = files.waiting()
        if (pk := parse_pk(asked)) is None or self.pages.read_file is None:
            raise Http404
        return get_object_or_404(files, pk=pk)

    def get_initial(self):
        initial, file = super().get_initial(), self.waiting_file
        if file is None or self.request.method != "GET":
            return initial
        return initial | file.reading.get("values", {})

    def get_form(self, form_class=None):
        """Return the form, which asks about each number and date that was recognised in a scan."""
        form = super().get_form(form_class)
        if (file := self.waiting_file) and file.reading.get("is_by_machine"):
            form.read_by_machine = file.reading["values"]
        return form

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {"waiting_file": self.waiting_file}

    def attach_waiting_file(self, row):
        if (file := self.waiting_file) and not attach_waiting(file, row=row, by=self.request.user):
            messages.warning(self.request, GONE.format(file.name))


def sent(stored, name):
    """Return the response that downloads a stored file under a name."""
    kind = KINDS.get(ending_of(name))
    return FileResponse(
        stored,
        as_attachment=True,
        filename=name,
        content_type=kind.content_type if kind else "application/octet-stream",
        headers=PRIVATE,
    )


class AttachmentDownload(View):
    """Downloads a file; browsers never show it inline."""

    http_method_names = ("get", "head")

    def get(self, request, pk):
        attachment = get_object_or_404(Attachment.objects.readable_by(request.user), pk=pk)
        try:
            stored = attachment.file.open("rb")
        except OSError:
            context = {"attachment": attachment}
            return render(request, "accounts/rows/attachment_missing.html", context, status=404)
        if request.method == "GET":
            record_download(attachment.row or attachment, attachment.name, by=request.user)
        return sent(stored, attachment.name)


class AttachmentChange(EditorsOnlyMixin, View):
    """Changes a file of the user's organisation and redirects to its row."""

    http_method_names = ("post",)

    def post(self, request, pk):
        files = Attachment.objects.of(request.user.organisation).exclude(object_id=None)
        attachment = get_object_or_404(files, pk=pk)
        self.change(attachment)
        row = attachment.row
        return HttpResponseRedirect(row.get_absolute_url() if row else reverse("home"))


class AttachmentDelete(AttachmentChange):
    def change(self, attachment):
        detach(attachment, by=self.request.user)
        undo = reverse("attachment_restore", args=[attachment.pk])
        messages.success(self.request, f"Đã xóa tệp: {attachment.name}.", extra_tags=undo)


class AttachmentRestore(AttachmentChange):
    def change(self, attachment):
        restore(attachment, by=self.request.user)
        messages.success(self.request, f"Đã khôi phục tệp: {attachment.name}.")
