"""A section is written: its text with the few marks of `reports.document.typed`, and whether it is done."""

from django import forms

from accounts.rows.fields import CleanedField
from pbgdpl.lib.fields import ProseField


class VersionField(forms.IntegerField):
    """The number of the saved text that was read. Whoever sends none has read none, and is shown both texts."""

    widget = forms.HiddenInput

    def clean(self, value):
        try:
            return super().clean(value)
        except forms.ValidationError:
            return 0


class SectionForm(forms.Form):
    """The length is for the verb to judge: it is that of the whole report."""

    use_required_attribute = False

    body = CleanedField(
        label="Nội dung của mục",
        required=False,
        cleaned=ProseField.cleaned,
        widget=forms.Textarea({"class": "form-control prose", "rows": 16, "autocomplete": "off"}),
    )
    is_done = forms.BooleanField(
        label="Mục này đã xong",
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input", "autocomplete": "off"}),
    )
    version = VersionField()


class AutosaveForm(SectionForm):
    """What the page sends by itself; it speaks of the mark only where the person has changed it."""

    is_done = forms.NullBooleanField(required=False)
