"""The form of a section: its text with the marks of `reports.document.typed`, and whether it is done."""

from django import forms

from reports.writing.forms.marked import MarkedField, MarkedTextMixin

# The attributes of a field for text with marks; the scripts of the toolbar and of pasting look for `data-marks`.
PROSE = {"class": "form-control prose", "rows": 16, "data-marks": "all"}


class VersionField(forms.IntegerField):
    """The version of the text that was read; 0 if none was sent, so that the page of both texts is shown."""

    widget = forms.HiddenInput

    def clean(self, value):
        try:
            return super().clean(value)
        except forms.ValidationError:
            return 0


class SectionForm(MarkedTextMixin, forms.Form):
    """The verb checks the length of the text, because the limit is one for the whole report."""

    use_required_attribute = False

    body = MarkedField(label="Nội dung của mục", widget=forms.Textarea(PROSE))
    is_done = forms.BooleanField(
        label="Mục này đã xong",
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )
    version = VersionField()


class AutosaveForm(SectionForm):
    """The form that the page sends by itself; `is_done` is None unless the person has changed it."""

    is_done = forms.NullBooleanField(required=False)
    saves_itself = True
