"""The form that says why nothing has to carry out a directive or a plan."""

from django import forms

from accounts.forms.faults import FaultsMixin
from accounts.rows.fields import CleanedField
from accounts.rows.layout import laid_out
from plans.models import OfficialDocument


class UnneededForm(FaultsMixin, forms.Form):
    use_required_attribute = False

    reason = CleanedField(
        label="Vì sao không cần",
        max_length=OfficialDocument._meta.get_field("unneeded_because").max_length,
        error_messages={"required": "Ghi lý do, như: chỉ phối hợp, không chủ trì."},
    )
    part = forms.CharField(required=False, widget=forms.HiddenInput)

    helper = laid_out("part", "reason")

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
