"""Form fields that read what people write on paper."""

from django import forms

from pbgdpl.lib.vietnamese import clean_line
from pbgdpl.lib.written_dates import read_day

DATE_FORMS = "Viết như 16/01/2024."


class WrittenDateField(forms.DateField):
    """A day as people type it: "16/1/2024", "16.01.2024", "ngày 16 tháng 01 năm 2024"."""

    widget = forms.TextInput

    def to_python(self, value):
        if not isinstance(value, str):
            return super().to_python(value)
        if not (text := clean_line(value)):
            return None
        if (day := read_day(text)) is None:
            raise forms.ValidationError(
                f"Ngày “{text[:40]}” không có trong lịch hoặc viết chưa đủ. {DATE_FORMS}"
            )
        return day

    def prepare_value(self, value):
        return f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else value
