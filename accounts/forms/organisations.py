"""Forms for an administrator's own organisation and its divisions."""

from copy import copy

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from accounts.models import Division, Organisation
from accounts.organisations import LETTERHEAD
from accounts.rows.fields import cleaned_formfield

LONGEST_RECIPIENT, MOST_RECIPIENTS = 500, 50


class LetterheadForm(forms.ModelForm):
    """The letterhead, the usual signer and the usual recipients of an organisation's documents."""

    class Meta:
        model = Organisation
        formfield_callback = cleaned_formfield
        fields = LETTERHEAD
        widgets = {"recipients": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "symbol": "Như SKHCN trong số 139/KH-SKHCN. Để trống thì lấy từ tên cơ quan.",
            "contact": "In ở cuối trang đầu, nếu cơ quan có ghi.",
            "signer_authority": "Như in trên văn bản: GIÁM ĐỐC, KT. GIÁM ĐỐC.",
            "recipients": "Mỗi dòng một nơi, không cần gạch đầu dòng. Báo cáo mới lấy các dòng này.",
            "contact_person": "Sở Tư pháp thấy người này khi nhắc nộp báo cáo.",
        }

    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(
        Fieldset("Đầu văn bản", "parent_body", "name", Row(Column("place"), Column("symbol")), "contact"),
        Fieldset("Người ký thường dùng", Row(Column("signer_authority"), Column("signer_name"))),
        Fieldset("Nơi nhận", "recipients"),
        Fieldset(
            "Người liên hệ về báo cáo (không in)",
            "contact_person",
            Row(Column("contact_phone"), Column("contact_email")),
        ),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, instance=copy(by.organisation), **kwargs)

    def clean_recipients(self):
        return "\n".join(recipients(self.cleaned_data["recipients"]))


class DivisionForm(forms.ModelForm):
    class Meta:
        model = Division
        formfield_callback = cleaned_formfield
        fields = ("name", "symbol")
        help_texts = {"symbol": "Dùng trong ký hiệu công văn: VP trong số 498/SKHCN-VP. Có thể để trống."}

    helper = FormHelper()
    helper.form_tag = False

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.instance.organisation = by.organisation


def recipients(text):
    """Return the recipients of a typed list, one a line, without bullets and closing punctuation.

    Raises ValidationError for one that is too long and for too many.
    """
    lines = [line for line in map(recipient, text.splitlines()) if line]
    for place, line in enumerate(lines, start=1):
        if len(line) > LONGEST_RECIPIENT:
            raise forms.ValidationError(
                f"Nơi nhận thứ {place} dài {len(line)} ký tự; mỗi nơi nhiều nhất {LONGEST_RECIPIENT}."
            )
    if len(lines) > MOST_RECIPIENTS:
        raise forms.ValidationError(f"Có {len(lines)} nơi nhận; nhiều nhất {MOST_RECIPIENTS}.")
    return lines


def recipient(line):
    """Return one recipient of a typed list: "- Lưu: VT, VP." becomes "Lưu: VT, VP"."""
    return line.strip().lstrip("-–• ").rstrip(" ;.")
