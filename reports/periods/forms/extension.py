"""The form that extends a department's deadline."""

from django import forms

from accounts.forms.faults import FaultsMixin
from accounts.forms.sent_key import SentKeyField
from accounts.rows.fields import cleaned_formfield
from accounts.rows.layout import laid_out
from reports.models import Extension
from reports.periods.forms.period import DayField


class ExtensionForm(FaultsMixin, forms.ModelForm):
    use_required_attribute = False

    due_on = DayField(label="Hạn nộp mới", required="Ghi hạn nộp mới.")
    sent_key = SentKeyField()

    class Meta:
        model = Extension
        formfield_callback = cleaned_formfield
        fields = ("organisation", "due_on", "reason")
        widgets = {"reason": forms.Textarea({"rows": 3})}
        labels = {"organisation": "Đơn vị"}
        help_texts = {"reason": "Đơn vị được gia hạn đọc lý do này."}
        error_messages = {
            "organisation": {"required": "Chọn đơn vị được gia hạn."},
            "reason": {"required": "Ghi lý do gia hạn."},
        }

    helper = laid_out("sent_key", "organisation", "due_on", "reason")

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = by.organisation.active_departments
        self.fields["organisation"].empty_label = "Chọn đơn vị"
