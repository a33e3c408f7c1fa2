"""The page of a criteria set: its name and basis, and its criteria as rows."""

from django import forms

from accounts.rows.fields import cleaned_formfield
from accounts.rows.layout import in_a_row, laid_out
from pbgdpl.lib.vietnamese import fold
from reports.models import CriteriaSet, Criterion
from reports.periods.forms.outline import YEAR_FAULTS, SetHeadForm
from reports.periods.forms.rows import RowForm, RowsForm
from reports.periods.template_sets import PARTS


class PointsField(forms.DecimalField):
    """Points as people type them: "7,5" or "7.5"."""

    widget = forms.TextInput

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value):
        """Return "7,5" for a stored 7.50; what was typed stays as it was typed."""
        if value is None or isinstance(value, str):
            return value
        digits = f"{value:f}"
        return (digits.rstrip("0").rstrip(".") if "." in digits else digits).replace(".", ",")


class CriteriaSetForm(SetHeadForm):
    class Meta:
        model = CriteriaSet
        formfield_callback = cleaned_formfield
        fields = PARTS[CriteriaSet].head
        error_messages = {"name": {"required": "Đặt tên cho bộ tiêu chí."}, "from_year": YEAR_FAULTS}
        help_texts = {"legal_basis": "Văn bản quy định các tiêu chí này."}
        widgets = {
            "from_year": forms.TextInput({"inputmode": "numeric"}),
            "legal_basis": forms.Textarea({"rows": 1}),
        }

    helper = laid_out("version", in_a_row(name=9, from_year=3), "legal_basis")


class CriterionForm(RowForm):
    filled = ("name", "maximum_points", "guidance")

    maximum_points = PointsField(
        label="Điểm tối đa",
        required=False,
        max_digits=5,
        decimal_places=2,
        min_value=0,
        error_messages={
            "invalid": "Ghi số như 10 hoặc 7,5; để trống nếu không tính điểm.",
            "max_digits": "Điểm có nhiều nhất 3 chữ số trước dấu phẩy và 2 chữ số sau.",
            "max_decimal_places": "Điểm có nhiều nhất 2 chữ số sau dấu phẩy.",
            "max_whole_digits": "Điểm có nhiều nhất 3 chữ số trước dấu phẩy.",
            "min_value": "Điểm không được âm.",
        },
    )

    class Meta(RowForm.Meta):
        model = Criterion
        fields = PARTS[CriteriaSet].row
        error_messages = {"name": {"required": "Ghi tên tiêu chí, hoặc đánh dấu bỏ dòng này."}}
        widgets = {
            "name": forms.Textarea({"rows": 1}),
            "group": forms.Textarea({"rows": 1}),
            "guidance": forms.Textarea({"rows": 2}),
        }


class CriterionRows(RowsForm):
    form_class = CriterionForm
    noun = "tiêu chí"

    def check(self):
        """Refuse the same criterion twice in a group."""
        places = {}
        for form in self.to_save:
            named = tuple(fold(form.cleaned_data.get(name) or "") for name in ("group", "name"))
            if named[1] and named in places:
                form.add_error("name", f"Trùng với {self.name_of(places[named])}.")
            places.setdefault(named, form)

    def begin(self, above):
        return {"group": above.get("group") or ""}
