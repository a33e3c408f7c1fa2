"""The filters of the log."""

from django import forms

from accounts.models import LogKind
from pbgdpl.lib.vietnamese import clean_line

LONGEST_SEARCH = 200
NO_DAY = "Ghi ngày như 05/03/2024, hoặc để trống."


class LogFilterForm(forms.Form):
    """?viec=, ?nguoi= (one of the body's people), ?tu= and ?den= (days), ?tim= (words, with or without marks)."""

    viec = forms.ChoiceField(label="Việc", required=False, choices=[("", "Mọi việc"), *LogKind.choices])
    nguoi = forms.ModelChoiceField(None, label="Người", required=False, empty_label="Mọi người")
    tu = forms.DateField(label="Từ ngày", required=False, error_messages={"invalid": NO_DAY})
    den = forms.DateField(label="Đến ngày", required=False, error_messages={"invalid": NO_DAY})
    tim = forms.CharField(label="Tìm chữ", required=False)

    def __init__(self, data, *, people):
        super().__init__(data, auto_id="%s")
        self.fields["nguoi"].queryset = people
        for name, field in self.fields.items():
            is_list = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if is_list else "form-control"
            if name in ("tu", "den"):
                field.widget.attrs |= {"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "maxlength": "10"}
        self.fields["tim"].widget.attrs |= {
            "maxlength": str(LONGEST_SEARCH),
            "placeholder": "Tên, báo cáo, địa chỉ mạng",
        }

    def clean_tim(self):
        return clean_line(self.cleaned_data["tim"][:LONGEST_SEARCH])
