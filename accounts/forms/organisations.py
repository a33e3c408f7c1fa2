"""Forms for an administrator's own organisation and its divisions."""

from copy import copy

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils.html import format_html

from accounts.forms.titles import SHORT_ENTER, TitlesMixin
from accounts.models import Division, Organisation
from accounts.organisations import LETTERHEAD, compared
from accounts.rows.fields import LONGEST_PROSE, CleanedField, cleaned_formfield
from pbgdpl.lib.vietnamese import clean_line, clean_raw

LONGEST_RECIPIENT, MOST_RECIPIENTS = 500, 50


class LetterheadForm(TitlesMixin, forms.ModelForm):
    """The letterhead, the usual signer and the usual recipients of an organisation's documents."""

    titles = ("parent_body", "name")

    class Meta:
        model = Organisation
        formfield_callback = cleaned_formfield
        fields = LETTERHEAD
        widgets = {"recipients": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "parent_body": SHORT_ENTER,
            "name": SHORT_ENTER,
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
        if receiver := by.organisation.reports_to:
            self._add_help(" Tên mới dùng từ khi {} xác nhận.", receiver)
        if by.organisation.pending_name:
            self.initial["name"] = by.organisation.printed("pending_name")
            self._add_help(" Đang dùng: {}.", by.organisation)
        if not self.is_bound:
            self.fields["parent_body"].widget.attrs["autofocus"] = True

    def _add_help(self, words, organisation):
        field = self.fields["name"]
        field.help_text += format_html(words, organisation.name)  # help is HTML

    def clean_recipients(self):
        return "\n".join(recipients(self.cleaned_data["recipients"]))


class DivisionsForm(forms.Form):
    """Takes new divisions, one a line: "Văn phòng | VP"."""

    lines = CleanedField(
        label="Các phòng, đơn vị cần thêm",
        cleaned=clean_raw,
        max_length=LONGEST_PROSE,
        widget=forms.Textarea({"rows": 4, "autofocus": True}),
        help_text="Mỗi dòng một phòng; có chữ viết tắt thì ghi sau dấu |: Văn phòng | VP.",
        error_messages={"required": "Chưa ghi phòng nào. Mỗi dòng ghi một phòng."},
    )

    helper = FormHelper()
    helper.form_tag = False

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_lines(self):
        """Return the divisions of the lines; raise ValidationError that names each line at fault."""
        names = {compared(name) for name in self.by.organisation.divisions.values_list("name", flat=True)}
        divisions, faults = [], []
        for number, line in enumerate(self.cleaned_data["lines"].splitlines(), start=1):
            if not clean_line(line.strip("| \t")):
                continue
            division = division_of(line)
            faults += (f"Dòng {number}: {message}" for message in division_faults(division, names))
            names.add(compared(division.name))
            divisions.append(division)
        if faults:
            raise forms.ValidationError(faults)
        return divisions


def division_of(line):
    """Return the division of a typed line, whose symbol stands behind "|" or a tab."""
    name, _, symbol = line.replace("\t", "|").partition("|")
    return Division(name=clean_line(name), symbol=clean_line(symbol))


def division_faults(division, names):
    """Return the messages on a new division, where `names` are taken."""
    if compared(division.name) in names:
        return [f"đã có “{division.name}”. Bỏ dòng này, hoặc đổi tên."]
    try:
        division.clean_fields(exclude=["organisation"])
    except forms.ValidationError as error:
        return error.messages
    return []


class DivisionForm(forms.ModelForm):
    """The name and the symbol of a stored division."""

    class Meta:
        model = Division
        formfield_callback = cleaned_formfield
        fields = ("name", "symbol")
        help_texts = {"symbol": "Dùng trong ký hiệu công văn: VP trong số 498/SKHCN-VP. Có thể để trống."}
        widgets = {"name": forms.TextInput({"autofocus": True})}

    helper = FormHelper()
    helper.form_tag = False

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)


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
