"""The form for the papers from which rows are made."""

from django import forms

from accounts.attaching.kinds import ACCEPTED
from accounts.forms.files import CheckedFilesField, FilesInput
from accounts.forms.sent_key import SentKeyField

MOST_PAPERS = 20


class PapersForm(forms.Form):
    """Takes one paper or many; cleans to the accepted files and a sentence for each refused one among them."""

    sent_key = SentKeyField()
    paper = CheckedFilesField(
        most=MOST_PAPERS,
        label="Tệp của văn bản",
        help_text=f"Một hoặc nhiều tệp, mỗi lần nhiều nhất {MOST_PAPERS}: PDF, bản quét, Word (.docx), "
        "ảnh (.jpg, .png), mỗi tệp không quá 20 MB. Trên điện thoại có thể chụp ngay.",
        widget=FilesInput(attrs={"class": "form-control", "accept": ACCEPTED}),
    )

    def clean_paper(self):
        checked, refusals = self.cleaned_data["paper"]
        if not checked:
            raise forms.ValidationError(refusals)
        return checked, refusals
