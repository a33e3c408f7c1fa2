"""The form of a section: its text with the marks of `reports.document.typed`, and whether it is done."""

from django import forms

from accounts.rows.fields import CleanedField
from pbgdpl.lib.fields import ProseField


class VersionField(forms.IntegerField):
    """The version of the text that was read; 0 if none was sent, so that the page of both texts is shown."""

    widget = forms.HiddenInput

    def clean(self, value):
        try:
            return super().clean(value)
        except forms.ValidationError:
            return 0


class SectionForm(forms.Form):
    """The verb checks the length of the text, because the limit is one for the whole report."""

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
    """The form that the page sends by itself; `is_done` is None unless the person has changed it."""

    is_done = forms.NullBooleanField(required=False)
