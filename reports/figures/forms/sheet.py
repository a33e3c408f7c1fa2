"""The form for the figures of a spreadsheet, and what was read as the fields of the page of figures."""

from django import forms
from django.http import QueryDict

from accounts.forms.faults import FaultsMixin
from accounts.rows.layout import laid_out
from accounts.rows.sheets.kinds import ENDINGS, LARGEST_SHEET
from reports.figures.forms.figures import FigureForms, prefix_of
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.figures.workbook import ACTUAL, ESTIMATE, WORDS

FIELDS = {ACTUAL: "actual", ESTIMATE: "estimate", WORDS: "words"}


class FiguresSheetForm(FaultsMixin, forms.Form):
    use_required_attribute = False

    sheet = forms.FileField(
        label="Bảng tính (.xlsx, .xls, .ods, .csv)",
        widget=forms.ClearableFileInput({"class": "form-control", "accept": ENDINGS}),
        error_messages={
            "required": "Chọn một bảng tính.",
            "empty": "Tệp này rỗng. Chọn tệp khác.",
        },
    )

    helper = laid_out("sheet")

    def clean_sheet(self):
        file = self.cleaned_data["sheet"]
        if file.size > LARGEST_SHEET:
            raise forms.ValidationError("Bảng tính quá lớn. Tải biểu từ trang Số liệu, điền rồi tải lên lại.")
        return file


def fields_with(differences, form):
    """Return the fields of the page of figures as they are stored, with the values of a file where these differ."""
    data = QueryDict(mutable=True)
    for one in FigureForms(form).forms.values():
        one.write_stored(data)
    for one in differences:
        prefix, field = prefix_of(one.code), FIELDS[one.what]
        is_dash = one.there == NOT_APPLICABLE and field != "words"
        if field == "actual" or is_dash:
            data[f"{prefix}-does_not_apply"] = str(is_dash)
        data[f"{prefix}-{field}"] = "" if is_dash else one.there
    return data
