"""Forms for uploads: every file is checked when the form is cleaned."""

from concurrent.futures import ThreadPoolExecutor

from django import forms

from accounts.attaching.checking import FileRefused, check_upload
from accounts.attaching.kinds import ACCEPTED
from accounts.forms.sent_key import SentKeyField

MOST_FILES = 10
AT_A_TIME = 2  # files that are checked; each is opened in a process of its own
TOO_MANY_OF = "Mỗi lần chọn nhiều nhất {most} tệp. Gửi các tệp này trước, rồi gửi tiếp."
TOO_MANY = TOO_MANY_OF.format(most=MOST_FILES)
NOTHING_CHOSEN = "Chưa chọn tệp nào. Bấm vào ô chọn tệp, rồi gửi lại."


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class CheckedFilesField(forms.FileField):
    """Cleans to (files, refusals): the accepted files, and one sentence for each file that was refused."""

    def __init__(self, *, most=MOST_FILES, **kwargs):
        self.most = most
        super().__init__(**kwargs)

    def clean(self, data, initial=None):
        files = data if isinstance(data, list) else [data] if data else []
        if not files:
            raise forms.ValidationError(NOTHING_CHOSEN)
        if len(files) > self.most:
            raise forms.ValidationError(TOO_MANY_OF.format(most=self.most))
        with ThreadPoolExecutor(AT_A_TIME) as threads:
            results = [*threads.map(checked_or_refused, files)]
        refusals = [result for result in results if isinstance(result, str)]
        return [result for result in results if not isinstance(result, str)], refusals


def checked_or_refused(file):
    """Return the checked file, or the sentence that refuses it."""
    try:
        return check_upload(file)
    except FileRefused as refusal:
        return str(refusal)


class AttachForm(forms.Form):
    """Takes the files to attach to a stored row."""

    sent_key = SentKeyField()
    files = CheckedFilesField(
        label="Chọn tệp", widget=FilesInput(attrs={"class": "form-control", "accept": ACCEPTED})
    )
