"""Documents are entered in the order of their paper: kind, number, date, issuing body, subject."""

from django import forms

from accounts.rows.fields import WrittenDateField
from accounts.rows.forms import EntryForm, ValuesForm
from plans.models import Directive, Plan
from plans.reading.titles import read_kind

VALUES = ("number", "issued_on", "issuing_body", "subject", "wording")
ENTRY = (*VALUES, "reporting_year", "division", "in_report")


class KindField(forms.CharField):
    """What a document calls itself: "Kế hoạch", "Văn bản", "Chương trình hành động"."""

    def clean(self, value):
        """Return the kind, and its name as written where that differs."""
        text = super().clean(value)
        if (kind := read_kind(text)) is None:
            raise forms.ValidationError(
                f"Không nhận ra loại văn bản “{text}”. Chọn một loại trong danh sách gợi ý."
            )
        return kind


class DocumentValuesForm(ValuesForm):
    kind_text = KindField(label="Loại văn bản", max_length=100)
    issued_on = WrittenDateField(label="Ngày ban hành", required=False)

    field_order = ("kind_text", *VALUES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind_text"].initial = self.instance.kind_text

    def clean(self):
        super().clean()
        if kind := self.cleaned_data.get("kind_text"):
            self.instance.kind, self.instance.kind_as_written = kind
        return self.cleaned_data


class DirectiveValuesForm(DocumentValuesForm):
    class Meta:
        model = Directive
        fields = VALUES


class PlanValuesForm(DocumentValuesForm):
    class Meta:
        model = Plan
        fields = VALUES


class DirectiveForm(EntryForm, DirectiveValuesForm):
    class Meta:
        model = Directive
        fields = ENTRY


class PlanForm(EntryForm, PlanValuesForm):
    class Meta:
        model = Plan
        fields = ENTRY
