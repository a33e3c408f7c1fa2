"""The form of a report's head and end: what is printed before and after its sections."""

import re
from copy import copy

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.functional import cached_property

from accounts.forms.faults import FaultsMixin
from accounts.forms.organisations import recipients
from accounts.forms.titles import ENTER, SHORT_ENTER, TitlesMixin
from accounts.rows.conflict import fingerprints
from accounts.rows.fields import LONGEST_PROSE, CleanedField, WrittenDateField, cleaned_formfield
from accounts.rows.forms import STALE
from accounts.rows.layout import in_a_row
from pbgdpl.lib.fields import ProseField
from pbgdpl.lib.vietnamese import clean_line
from reports.checks.earlier import earlier_texts
from reports.checks.marked import HEAD_TEXTS, head_texts
from reports.models import Report
from reports.writing.forms.marked import MarkedField, MarkedTextMixin
from reports.writing.saving import HEAD, recipient_lines, refuse_unprintable
from reports.writing.years import proposed_texts, waived_keys

LONGEST_LIST = 30_000  # characters of all recipients together, before each is checked
LONG = ("subject", "addressees", "legal_bases", "opening", "closing", "signer_authority")
# The paper prints this word before the number by itself.
NUMBER_WORD = re.compile(r"^số(?:\s*:\s*|\s+)", re.IGNORECASE)
LINES = forms.Textarea(attrs={"rows": 2})
# The order of the fields on the page.
ORDER = (
    *("number", "issued_on", "place", "subject", "statistics_from", "statistics_to", "period_note"),
    *("addressees", "legal_bases", "opening", "closing", "signer_authority", "signer_name", "recipients"),
    *("parent_body", "issuing_body", "contact"),
)


class HeadForm(TitlesMixin, MarkedTextMixin, FaultsMixin, forms.ModelForm):
    """The form of the head and the end; the page of two versions passes `by` and `year`."""

    use_required_attribute = False
    field_order = ORDER
    marked = "opening"
    titles = ("subject", "parent_body", "issuing_body")

    issued_on = WrittenDateField(
        label="Ngày ban hành", required=False, help_text="Để trống thì bản in chừa chỗ ghi."
    )
    statistics_from = WrittenDateField(label="Thống kê từ ngày", required=False)
    statistics_to = WrittenDateField(label="Thống kê đến ngày", required=False)
    opening = MarkedField(
        label="Lời mở đầu", max_length=LONGEST_PROSE, widget=forms.Textarea({"rows": 2, "data-marks": "all"})
    )
    recipients = CleanedField(
        label="Nơi nhận",
        required=False,
        max_length=LONGEST_LIST,
        cleaned=ProseField.cleaned,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Mỗi dòng một nơi, không cần gạch đầu dòng. Có “Kính gửi” thì dòng đầu là “Như trên”; "
        "dòng cuối là “Lưu: VT” và đơn vị soạn thảo.",
    )
    version = forms.IntegerField(
        label="", widget=forms.HiddenInput, required=False, error_messages={"invalid": STALE}
    )
    # The values that the page started with, so that the page of two versions shows what this person changed.
    base = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Report
        formfield_callback = cleaned_formfield
        fields = HEAD
        widgets = dict.fromkeys(LONG, LINES)
        help_texts = {
            "subject": ENTER,
            "parent_body": SHORT_ENTER,
            "issuing_body": SHORT_ENTER,
            "number": "Như 05/BC-SKHCN. Chưa có số thì chỉ ghi ký hiệu, như /BC-SKHCN: bản in chừa chỗ ghi số.",
            "addressees": "Mỗi dòng một nơi trực tiếp giải quyết; báo cáo gửi cấp trên phải có.",
            "legal_bases": "Mỗi dòng một căn cứ, cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm.",
            "period_note": "Để trống thì in: (Thống kê số liệu từ ngày … đến ngày …).",
            "closing": "Câu cuối của báo cáo, kết thúc bằng “./.”.",
            "signer_authority": "Mỗi dòng một chức vụ: KT. GIÁM ĐỐC, rồi PHÓ GIÁM ĐỐC.",
            "signer_name": "Chỉ họ tên, không ghi học hàm, học vị.",
            "contact": "In ở cuối trang đầu, nếu cơ quan có ghi.",
        }

    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        Fieldset("Số, ngày, địa danh", in_a_row(number=4, issued_on=4, place=4)),
        Fieldset(
            "Tên báo cáo và kỳ thống kê",
            "subject",
            in_a_row(statistics_from=6, statistics_to=6),
            "period_note",
        ),
        Fieldset("Kính gửi, căn cứ, lời mở đầu, lời kết", "addressees", "legal_bases", "opening", "closing"),
        Fieldset("Người ký", in_a_row(signer_authority=6, signer_name=6)),
        Fieldset("Nơi nhận", "recipients"),
        Fieldset("Đầu văn bản", in_a_row(parent_body=6, issuing_body=6), "contact"),
    )

    def __init__(self, *args, by, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.year = by, year
        self.initial["recipients"] = self._lines()
        self.initial["version"] = self.instance.version
        self.initial["base"] = fingerprints(self)

    def _lines(self):
        """Return the recipients: those typed, if a form has cleaned this report, else those stored."""
        typed = getattr(self.instance, "typed_recipients", None)
        return recipient_lines(self.instance) if typed is None else "\n".join(typed)

    def clean_number(self):
        """Return "12/BC-SKHCN" of "Số: 12/BC-SKHCN"."""
        return NUMBER_WORD.sub("", self.cleaned_data["number"])

    def clean_recipients(self):
        """Return the recipients as a list; store it on the report for the page of two versions."""
        self.instance.typed_recipients = recipients(self.cleaned_data["recipients"])
        return self.instance.typed_recipients

    def clean(self):
        super().clean()
        try:
            refuse_unprintable(self.cleaned_data.get("opening", ""))
        except forms.ValidationError as refused:
            self.add_error("opening", refused)
        start, end = (self.cleaned_data.get(name) for name in ("statistics_from", "statistics_to"))
        if start and end and end < start:
            self.add_error("statistics_to", "Ngày cuối kỳ thống kê không được trước ngày đầu kỳ.")
        return self.cleaned_data

    @cached_property
    def mentions(self):
        """Return the fields of this form in which a year may be an old one."""
        typed = copy(self.instance)
        for name in HEAD_TEXTS:
            words = str(self[name].value() or "").replace("\r\n", "\n")
            setattr(typed, name, clean_line(words) if name in self.titles else words)
        texts = head_texts(typed, earlier_texts(typed))
        proposed = proposed_texts(typed, texts, waived_keys(typed))
        return [self[one.text.place.field] for one in proposed if one.years]


class HeadAutosaveForm(HeadForm):
    """The form that the page sends by itself."""

    saves_itself = True
