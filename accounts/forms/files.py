"""Forms for uploads: every file is checked when the form is cleaned."""

from django import forms

from accounts.attaching.checking import FileRefused, check_upload
from accounts.attaching.kinds import ACCEPTED
from accounts.forms.sent_key import SentKeyField

MOST_FILES = 10
TOO_MANY = f"Mỗi lần chọn nhiều nhất {MOST_FILES} tệp. Gửi các tệp này trước, rồi gửi tiếp."
NOTHING_CHOSEN = "Chưa chọn tệp nào. Bấm vào ô chọn tệp, rồi gửi lại."


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class CheckedFilesField(forms.FileField):
    """Cleans to (files, refusals): the accepted files, and one sentence for each file that was refused."""

    def clean(self, data, initial=None):
        files = data if isinstance(data, list) else [data] if data else []
        if not files:
            raise forms.ValidationError(NOTHING_CHOSEN)
        if len(files) > MOST_FILES:
            raise forms.ValidationError(TOO_MANY)
        checked, refusals = [], []
        for file in files:
            try:
                checked.append(check_upload(file))
            except FileRefused as refusal:
                refusals.append(str(refusal))
        return checked, refusals


class AttachForm(forms.Form):
    """Takes the files to attach to a stored row."""

    sent_key = SentKeyField()
    files = CheckedFilesField(
        label="Chọn tệp", widget=FilesInput(attrs={"class": "form-control", "accept": ACCEPTED})
    )


class UploadForm(forms.Form):
    """Takes the document from which a new row is filled in."""

    sent_key = SentKeyField()
    paper = CheckedFilesField(
        label="Tệp của văn bản",
        help_text="PDF, Word (.docx), Excel (.xlsx) hoặc ảnh (.jpg, .png), không quá 20 MB. "
        "Trên điện thoại có thể chụp ngay.",
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ACCEPTED}),
    )

    def clean_paper(self):
        checked, refusals = self.cleaned_data["paper"]
        if refusals:
            raise forms.ValidationError(refusals)
        return checked[0]
