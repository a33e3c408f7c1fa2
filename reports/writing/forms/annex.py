"""The form of an annex: its title, and its text with the marks of `reports.document.typed`."""

from django import forms

from accounts.forms.faults import FaultsMixin
from accounts.forms.sent_key import SentKeyField
from accounts.forms.titles import SHORT_ENTER
from accounts.rows.fields import CleanedField
from pbgdpl.lib.titles import typed_title
from reports.models import Annex
from reports.writing.forms.marked import MarkedField, MarkedTextMixin
from reports.writing.forms.section import PROSE, VersionField


class AnnexForm(MarkedTextMixin, FaultsMixin, forms.Form):
    """The verb checks the length of the text, because the limit is one for the whole report."""

    use_required_attribute = False

    title = CleanedField(
        label="Tên phụ lục",
        max_length=Annex._meta.get_field("title").max_length,
        cleaned=typed_title,
        widget=forms.Textarea({"class": "form-control", "rows": 2}),
        help_text=f"In hoa ở đầu phụ lục, dưới chữ “Phụ lục”. {SHORT_ENTER}",
        error_messages={"required": "Chưa ghi tên phụ lục."},
    )
    body = MarkedField(label="Nội dung", widget=forms.Textarea(PROSE))
    version = VersionField()
    sent_key = SentKeyField()


class AnnexAutosaveForm(AnnexForm):
    """The form that the page sends by itself."""

    saves_itself = True
