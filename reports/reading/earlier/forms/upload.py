"""The form that takes the file of an earlier report and its year."""

from django import forms

from accounts.attaching.checking import MOST_BYTES, clean_name
from accounts.forms.sent_key import SentKeyField
from accounts.rows.year_row import FIRST_YEAR
from reports.years import this_year

TOO_LARGE = "Tệp lớn hơn 20 MB. Giảm dung lượng (thường do ảnh trong tệp) rồi chọn lại."


def year_choices(year):
    """Return the years to choose from, newest first: from this year on, with the one that the page is of."""
    years = {*range(FIRST_YEAR, this_year() + 1), year}
    return [(one, f"Năm {one}") for one in sorted(years, reverse=True)]


class YearForm(forms.Form):
    """The year that a report is on."""

    year = forms.TypedChoiceField(
        label="Báo cáo của năm",
        coerce=int,
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={
            "required": "Chọn năm của báo cáo.",
            "invalid_choice": "Chọn một năm trong danh sách.",
        },
    )

    def __init__(self, *args, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = year_choices(year)
        self.fields["year"].initial = year


class EarlierReportForm(YearForm):
    """Cleans to the year, and to the file as its name and its bytes."""

    sent_key = SentKeyField()
    paper = forms.FileField(
        label="Tệp báo cáo",
        help_text="Word (.docx, .doc), .rtf, .odt, PDF hoặc văn bản (.txt, UTF-8), không quá 20 MB.",
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".docx,.doc,.rtf,.odt,.pdf,.txt"}),
        error_messages={
            "required": "Chưa chọn tệp nào. Chọn tệp báo cáo rồi bấm Đọc báo cáo.",
            "empty": "Tệp này trống, không có nội dung. Chọn lại tệp.",
        },
    )
    field_order = ("year", "paper")

    def clean_paper(self):
        file = self.cleaned_data["paper"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return clean_name(file.name) or "báo cáo", file.read()
