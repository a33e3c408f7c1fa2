"""The form for waiving a finding."""

from django import forms

from accounts.rows.fields import cleaned_formfield
from reports.models import Waiver


class WaiverForm(forms.ModelForm):
    """The reason of a waiver; the key of the finding is sent beside the form."""

    use_required_attribute = False

    class Meta:
        model = Waiver
        fields = ("reason",)
        formfield_callback = cleaned_formfield
        widgets = {"reason": forms.Textarea({"rows": 2, "class": "form-control", "autocomplete": "off"})}
        error_messages = {"reason": {"required": "Chưa ghi lý do. Ghi vì sao chỗ này đúng như vậy."}}
