"""The form of an annex: its title, and its text with the marks of `reports.document.typed`."""

from django import forms

from accounts.forms.faults import FaultsMixin
from accounts.forms.sent_key import SentKeyField
from accounts.rows.fields import CleanedField
from pbgdpl.lib.fields import ProseField
from reports.models import Annex
from reports.writing.forms.section import VersionField


class AnnexForm(FaultsMixin, forms.Form):
    """The verb checks the length of the text, because the limit is one for the whole report."""

    use_required_attribute = False

    title = CleanedField(
        label="Tên phụ lục",
        max_length=Annex._meta.get_field("title").max_length,
        widget=forms.Textarea({"class": "form-control", "rows": 1, "autocomplete": "off"}),
        help_text="In hoa ở đầu phụ lục, dưới chữ “Phụ lục”.",
        error_messages={"required": "Chưa ghi tên phụ lục."},
    )
    body = CleanedField(
        label="Nội dung",
        required=False,
        cleaned=ProseField.cleaned,
        widget=forms.Textarea({"class": "form-control prose", "rows": 16, "autocomplete": "off"}),
    )
    version = VersionField()
    sent_key = SentKeyField()
