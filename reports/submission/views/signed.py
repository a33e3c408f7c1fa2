"""The form that adds the signed PDF of a version or replaces a wrong one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404

from accounts.attaching.arriving import UploadLimit
from accounts.costly import READS
from accounts.once import carry_out_once
from reports.models import SignatureCheck, SubmittedFile
from reports.models.signatures import sentence_on
from reports.states import Action
from reports.submission.forms import SignedForm
from reports.submission.signatures import signatures_of
from reports.submission.signed import add_signed, replace_signed
from reports.submission.views.versions import ReportVersion
from reports.views import WritersOnlyMixin

ANOTHER_PRINT = "Nếu vẫn muốn thêm tệp này, đánh dấu ô này rồi chọn lại tệp."


class ReportSigned(WritersOnlyMixin, ReportVersion):
    """Saves the file, or shows on the page of the version what is wrong with it or why it is too late."""

    action = Action.ADD_SIGNED
    upload_limit = UploadLimit()
    quota = READS

    def get(self, request, **kwargs):
        return HttpResponseRedirect(self.submission.get_absolute_url())

    def post(self, request, **kwargs):
        form = SignedForm(request.POST, request.FILES)
        if form.is_valid() and self.is_accepted(form):
            try:
                return HttpResponseRedirect(self.save(form))
            except ValidationError as refusal:
                messages.warning(request, refusal.messages[0])
                return HttpResponseRedirect(self.submission.get_absolute_url())
        self.signed_form = form
        return self.render_to_response(self.get_context_data())

    def is_accepted(self, form):
        """Return whether the file is signed or ticked as another print; else add an error to the form."""
        self.signatures = signatures_of(form.cleaned_data["file"].data, self.submission)
        check = self.signatures.check
        sentence = sentence_on(check, self.report.wording)
        if check is SignatureCheck.UNSIGNED:
            form.add_error("file", sentence)
        elif check is not SignatureCheck.SIGNED and not form.cleaned_data["is_another_print"]:
            form.add_error("is_another_print", f"{sentence} {ANOTHER_PRINT}")
        return form.is_valid()

    def save(self, form):
        """Add the file, or replace the one that the page showed; return the address of the version."""
        sent, by = form.cleaned_data, self.request.user
        files = SubmittedFile.ever.filter(submission=self.submission)
        replaced = get_object_or_404(files, pk=sent["replaces"]) if sent["replaces"] else None

        what = "bản PDF đã ký" if self.signatures.check is SignatureCheck.SIGNED else "bản PDF khác"

        def add():
            add_signed(submission=self.submission, file=sent["file"], signatures=self.signatures, by=by)
            messages.success(self.request, f"Đã thêm {what} vào bản {self.submission.version}.")
            return self.submission.get_absolute_url()

        def replace():
            replace_signed(replaced=replaced, file=sent["file"], signatures=self.signatures, by=by)
            messages.success(self.request, f"Đã thay bằng {what} ở bản {self.submission.version}.")
            return self.submission.get_absolute_url()

        return carry_out_once(replace if replaced else add, key=sent["sent_key"], by=by)
