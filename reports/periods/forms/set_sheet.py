"""The form for a set from a spreadsheet: a file, or cells that were copied."""

from django import forms
from django.http import QueryDict

from accounts.forms.faults import FaultsMixin
from accounts.models import BodyGroup
from accounts.rows.layout import laid_out
from accounts.rows.sheets.kinds import ENDINGS, LARGEST_SHEET
from reports.models import Count, NumberingScheme
from reports.periods.forms.rows import ROW

LONGEST_PASTE = 300_000
# What a set has where its sheet says nothing, and a row; fields of other kinds of sets are not read.
NEW_SET = {"numbering": NumberingScheme.LETTERS.value, "group": BodyGroup.DEPARTMENT.value}
NEW_ROW = {"depth": "1", "is_required": "on", "count": Count.BY_HAND.value}


class SetSheetForm(FaultsMixin, forms.Form):
    use_required_attribute = False

    sheet = forms.FileField(
        label="Bảng tính (.xlsx, .xls, .ods, .csv)",
        required=False,
        widget=forms.ClearableFileInput({"class": "form-control", "accept": ENDINGS}),
        error_messages={"empty": "Tệp này rỗng. Chọn tệp khác."},
    )
    cells = forms.CharField(
        label="Hoặc dán các ô chép từ Excel, Word",
        required=False,
        max_length=LONGEST_PASTE,
        strip=False,
        widget=forms.Textarea({"rows": 8}),
    )

    helper = laid_out("sheet", "cells")

    def clean_sheet(self):
        file = self.cleaned_data["sheet"]
        if file and file.size > LARGEST_SHEET:
            raise forms.ValidationError(
                "Bảng tính quá lớn. Chép các dòng cần dùng sang một tệp mới rồi tải lên lại."
            )
        return file

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("sheet") and not cleaned.get("cells", "").strip():
            self.add_error("sheet", "Chọn một bảng tính, hoặc dán các ô vào ô bên dưới.")
        return cleaned


def form_data(read, *, name="", year=""):
    """Return what was read as the sent form of a new set; its name and year are those of the sheet, else these."""
    data = QueryDict(mutable=True)
    data.update({"name": name, "from_year": str(year), **NEW_SET})
    for field, value in read.head.items():
        data[field] = value
    for place, values in enumerate(read.rows, start=1):
        key = f"m{place}"
        data.appendlist(ROW, key)
        for field, value in ({**NEW_ROW, **values}).items():
            if value:
                data.setlist(f"{key}-{field}", value if isinstance(value, list) else [value])
    return data
