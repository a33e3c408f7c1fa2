"""The field for a number of a statistical form, written as officials write it."""

import re

from django import forms

from accounts.rows.fields import CleanedField
from pbgdpl.lib.vietnamese import thousands
from reports.figures.sheet_cells import DASHES, NOT_APPLICABLE
from reports.figures.sums import LARGEST, MOST_DIGITS

GROUPED = re.compile(r"[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+")
WITH_COMMAS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")  # may be a fraction, or thousands as in English
FRACTION = re.compile(r"[0-9. ]*[0-9][.,][0-9]+")
LONGEST_SHOWN = 40


class NumberField(CleanedField):
    """Cleans "1.245", "1 245" or "07" to an integer, "-" to NOT_APPLICABLE, an empty text to None."""

    def __init__(self, **kwargs):
        attrs = {"class": "form-control cell", "inputmode": "numeric"}
        super().__init__(required=False, widget=forms.TextInput(attrs), **kwargs)

    def to_python(self, value):
        if not (text := super().to_python(value)):
            return None
        if text in DASHES:
            return NOT_APPLICABLE
        if not GROUPED.fullmatch(text):
            raise forms.ValidationError(_refusal(text))
        digits = text.replace(".", "").replace(" ", "").lstrip("0") or "0"
        if len(digits) > MOST_DIGITS:
            raise forms.ValidationError(
                f"“{text[:LONGEST_SHOWN]}” lớn quá: nhiều nhất là {thousands(LARGEST)}. Kiểm tra lại số chữ số."
            )
        return int(digits)

    def prepare_value(self, value):
        return thousands(value) if isinstance(value, int) else value


def _refusal(text):
    shown = f"“{text[:LONGEST_SHOWN]}”"
    if text[0] in DASHES:
        return f"{shown} là số âm. Ghi số từ 0 trở lên, hoặc chỉ một dấu - nếu không phát sinh chỉ tiêu này."
    if WITH_COMMAS.fullmatch(text):
        dotted = text.replace(",", ".")
        return f"{shown} có dấu phẩy, là dấu của phần lẻ. Nếu là {dotted}, viết {dotted}."
    if FRACTION.fullmatch(text):
        return f"{shown} có phần lẻ. Ghi số nguyên; dấu chấm chỉ để ngăn hàng nghìn, như 1.245."
    return f"{shown} không phải một số. Ghi đủ chữ số như 1.245 hoặc 35.500.000, không ghi kèm chữ."
