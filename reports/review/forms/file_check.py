"""The form that takes a file to be checked; the file is not stored."""

from hashlib import sha256

from django import forms

from accounts.attaching.checking import EMPTY, MOST_BYTES, TOO_LARGE, clean_name
from accounts.forms.files import NOTHING_CHOSEN


class FileCheckForm(forms.Form):
    """Cleans to the file's name and its SHA-256."""

    use_required_attribute = False

    file = forms.FileField(
        label="Chọn tệp cần kiểm tra",
        allow_empty_file=True,
        help_text="Tệp PDF, DOCX hoặc JSON nhận được, không quá 20 MB. Tệp chỉ được đọc để so sánh, không lưu lại.",
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".pdf,.docx,.json"}),
        error_messages={"required": NOTHING_CHOSEN, "invalid": NOTHING_CHOSEN},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        if not file.size:
            raise forms.ValidationError(EMPTY)
        found = sha256()
        for piece in file.chunks():
            found.update(piece)
        return clean_name(file.name), found.hexdigest()
