"""The forms for pasting a list as text and for uploading it as a sheet."""

from django import forms

from accounts.rows.sheets.kinds import LARGEST_SHEET
from pbgdpl.lib.vietnamese import thousands
from reports.reading.pasted.lines import count_lines

MOST_LINES = 500
MOST_CHARACTERS = 300_000
SHEET_ENDINGS = ".xlsx,.xls,.ods,.csv,.tsv,.txt,.html,.htm"


class PastedField(forms.CharField):
    """A text as it was sent: each line is cleaned when it is read, which names what it takes out."""

    def to_python(self, value):
        """Return the text with another control character for a null one, which Django would refuse."""
        return super().to_python(value).replace("\0", "\1")


class PasteForm(forms.Form):
    """The box for a list. Its text keeps the tabs at its ends: they are the edges of cells."""

    text = PastedField(
        label="Danh sách cần dán",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "form-control", "spellcheck": "false"}),
        error_messages={"required": "Chưa có dòng nào. Dán danh sách vào ô này rồi bấm Đọc danh sách."},
    )

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) > MOST_CHARACTERS:
            raise forms.ValidationError(
                f"Danh sách dài {thousands(len(text))} ký tự; mỗi lần dán tối đa {thousands(MOST_CHARACTERS)}. "
                "Chia thành nhiều phần và dán từng phần."
            )
        count = count_lines(text)
        if not count:
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        if count > MOST_LINES:
            raise forms.ValidationError(
                f"Danh sách có {thousands(count)} dòng; mỗi lần dán tối đa {MOST_LINES}. "
                "Chia thành nhiều phần và dán từng phần."
            )
        return text


class SheetForm(forms.Form):
    sheet = forms.FileField(
        label="Bảng tính (.xlsx, .xls, .ods, .csv)",
        widget=forms.ClearableFileInput(attrs={"class": "form-control", "accept": SHEET_ENDINGS}),
        error_messages={
            "required": "Chưa chọn tệp nào. Chọn bảng tính cần tải lên.",
            "empty": "Tệp này rỗng. Chọn tệp khác.",
        },
    )

    def clean_sheet(self):
        file = self.cleaned_data["sheet"]
        if file.size > LARGEST_SHEET:
            raise forms.ValidationError(
                "Bảng tính quá lớn. Chép các dòng cần nhập (không quá 500) sang một tệp mới rồi tải lên lại."
            )
        return file
