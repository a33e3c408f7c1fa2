"""Form fields for values written as on paper: cleaned text, dates, links to other rows."""

import re
from datetime import date
from functools import partial

from django import forms
from django.utils.formats import date_format

from accounts.rows.year_row import parse_pk
from pbgdpl.lib.fields import CleanedMixin, ProseField
from pbgdpl.lib.tcvn3 import is_tcvn3
from pbgdpl.lib.vietnamese import clean_line, lower_first
from pbgdpl.lib.written_dates import read_day

DATE_FORMS = "Viết như 16/01/2024."
WITHOUT_SIGNS = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
LONGEST_PROSE = 10_000
IN_TCVN3 = (
    "Chữ ở đây viết bằng bảng mã cũ TCVN3 (ABC), như trong phông .VnTime. "
    "Chuyển sang Unicode (công cụ chuyển mã của UniKey) rồi dán lại."
)


class CleanedField(forms.CharField):
    """Text that is cleaned before it is validated, so that invisible characters do not count."""

    def __init__(self, *args, cleaned=clean_line, **kwargs):
        self.cleaned = cleaned
        super().__init__(*args, **kwargs)

    def to_python(self, value):
        """Return the cleaned text; raise ValidationError for text in TCVN3, whose letters cleaning would remove."""
        text = super().to_python(value)
        if any(map(is_tcvn3, text.splitlines())):
            raise forms.ValidationError(IN_TCVN3)
        return self.cleaned(text).strip()

    def widget_attrs(self, widget):
        """Return no maxlength: a browser would silently cut off pasted text."""
        return {}


def cleaned_formfield(field, **kwargs):
    """Return the form field for a model field; text fields clean their values."""
    name = str(kwargs.get("label") or field.verbose_name)
    missing = {"required": f"Chưa ghi {lower_first(name)}."}
    kwargs["error_messages"] = missing | kwargs.get("error_messages", {})
    if isinstance(field, CleanedMixin):
        kwargs["form_class"] = partial(CleanedField, cleaned=field.cleaned)
    if isinstance(field, ProseField):
        kwargs["max_length"] = LONGEST_PROSE
    return field.formfield(**kwargs)


class WrittenDateField(forms.DateField):
    """A date as people type it: "16/1/2024", "16.01.2024", "16012024", "ngày 16 tháng 01 năm 2024"."""

    widget = forms.TextInput

    def to_python(self, value):
        if not isinstance(value, str):
            return super().to_python(value)
        if not (text := clean_line(value)):
            return None
        bare = WITHOUT_SIGNS.fullmatch(text)
        if (day := read_day("/".join(bare.groups()) if bare else text)) is None:
            raise forms.ValidationError(
                f"Ngày “{text[:40]}” không có trong lịch hoặc viết chưa đủ. {DATE_FORMS}"
            )
        return day

    def prepare_value(self, value):
        return date_format(value) if isinstance(value, date) else value


class LinksField(forms.ModelMultipleChoiceField):
    """A choice of rows to link; a pk that no row can have is refused without a query."""

    widget = forms.CheckboxSelectMultiple({"class": "form-check-input"})
    gone = "Một dòng đã chọn không còn nữa: có thể vừa bị xóa. Xem lại các dòng đã chọn rồi lưu."
    default_error_messages = {"invalid_choice": gone, "invalid_pk_value": gone}

    def clean(self, value):
        if any(not parse_pk(text) for text in value or () if isinstance(text, str)):
            raise forms.ValidationError(self.gone, code="invalid_choice")
        return super().clean(value)
