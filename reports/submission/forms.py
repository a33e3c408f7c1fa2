"""The forms to submit, to withdraw, to add a signed PDF and to choose two versions."""

from django import forms

from accounts.attaching.checking import FileRefused, check_upload
from accounts.forms.sent_key import SentKeyField
from accounts.rows.fields import LONGEST_PROSE, CleanedField
from pbgdpl.lib.fields import ProseField
from reports.submission.signed import NOT_A_PDF

NO_SUCH_VERSION = "Báo cáo không có bản này. Chọn một bản trong danh sách."


class SubmitForm(forms.Form):
    """The digest of the report that was shown; if the report has changed since, the page is shown again."""

    sent_key = SentKeyField()
    digest = forms.CharField(widget=forms.HiddenInput, required=False)


class WithdrawForm(forms.Form):
    sent_key = SentKeyField()
    version = forms.IntegerField(widget=forms.HiddenInput, max_value=10**6)
    reason = CleanedField(
        cleaned=ProseField.cleaned,
        max_length=LONGEST_PROSE,
        widget=forms.Textarea(attrs={"class": "form-control", "rows": 4}),
    )

    def __init__(self, *args, wording, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        field.label, field.help_text = f"Lý do {wording.withdraw}", wording.reason
        why = f"vì sao {wording.withdraw} bản đã {wording.submit}"
        field.error_messages["required"] = f"Chưa ghi lý do. Ghi vắn tắt {why}."


class SignedForm(forms.Form):
    """A signed PDF: the submitted one with signatures or, if `is_another_print`, a scan or the like."""

    sent_key = SentKeyField()
    replaces = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**63 - 1)
    file = forms.FileField(
        label="Chọn tệp PDF đã ký",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".pdf"}),
        error_messages={"required": "Chưa chọn tệp nào. Bấm vào ô chọn tệp, rồi gửi lại."},
    )
    is_another_print = forms.BooleanField(
        label="Đây là bản quét, hoặc bản PDF khác do hệ thống quản lý văn bản xuất ra",
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            checked = check_upload(file)
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        if checked.ending != "pdf":
            raise forms.ValidationError(NOT_A_PDF)
        return checked


class DifferenceForm(forms.Form):
    """The two versions to compare, by default the last two."""

    tu = forms.TypedChoiceField(label="Từ bản", coerce=int, widget=forms.Select({"class": "form-select"}))
    den = forms.TypedChoiceField(label="Đến bản", coerce=int, widget=forms.Select({"class": "form-select"}))

    def __init__(self, asked, *, versions):
        last = dict(zip(("den", "tu"), reversed(versions), strict=False))
        super().__init__({name: asked.get(name, version) for name, version in last.items()})
        for field in self.fields.values():
            field.choices = [(version, f"Bản {version}") for version in versions]
            field.error_messages |= {"required": "Chọn một bản.", "invalid_choice": NO_SUCH_VERSION}
