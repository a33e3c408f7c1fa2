"""Forms of the Justice Department: a period is opened and changed."""

from datetime import date

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.formats import date_format
from django.utils.text import capfirst

from accounts.forms.faults import FaultsMixin
from accounts.forms.sent_key import SentKeyField
from accounts.rows.fields import WrittenDateField, cleaned_formfield
from accounts.rows.forms import STALE
from accounts.rows.layout import in_a_row, laid_out
from plans.kinds import DocumentKind
from reports.models import CriteriaSet, Outline, PeriodKey, PeriodKind, ReportingPeriod
from reports.periods.forms.outline import YEAR_FAULTS
from reports.periods.lifecycle import CHANGED

LETTER = "Văn bản đề nghị báo cáo (không bắt buộc)"
FIGURE_DAYS = ("figures_from", "figures_to", "cut_off")
# The kinds to choose from in the table of what needs what; documents of other kinds need nothing.
KINDS = (
    DocumentKind.PLAN,
    DocumentKind.OFFICIAL_LETTER,
    DocumentKind.DECISION,
    DocumentKind.INSTRUCTION,
    DocumentKind.RESOLUTION,
    DocumentKind.PROGRAMME,
    DocumentKind.SCHEME,
    DocumentKind.GUIDANCE,
    DocumentKind.CONCLUSION,
    DocumentKind.TELEGRAM,
    DocumentKind.NOTICE,
    DocumentKind.REGULATION,
    DocumentKind.CONTEST_RULES,
)
DAYS = in_a_row(statistics_from=4, statistics_to=4, due_on=4)
FIGURES = Fieldset(
    "Thời gian của số liệu (không bắt buộc)", in_a_row(figures_from=4, figures_to=4, cut_off=4)
)


def usual_window(year, kind):
    """Return the days that a period usually covers; everybody may choose others."""
    return date(year, 1, 1), date(year, 6, 30) if kind == PeriodKind.HALF_YEAR else date(year, 10, 31)


def period_label(name):
    """Return how people call a value of a period."""
    return capfirst(str(ReportingPeriod._meta.get_field(name).verbose_name))


class DayField(WrittenDateField):
    """A day that has to be stated."""

    def __init__(self, *, required="Ghi ngày.", **kwargs):
        super().__init__(**kwargs, error_messages={"required": required})
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}


class KindsField(forms.MultipleChoiceField):
    """Kinds of documents to tick."""

    def __init__(self, **kwargs):
        kwargs["widget"] = forms.CheckboxSelectMultiple({"class": "form-check-input"})
        super().__init__(choices=[(kind.value, kind.label) for kind in KINDS], required=False, **kwargs)


class PeriodForm(FaultsMixin, forms.ModelForm):
    """What can be changed of a period: its days, and the letter that asks for the reports."""

    use_required_attribute = False

    statistics_from = DayField(label="Thống kê từ ngày")
    statistics_to = DayField(label="Đến ngày")
    due_on = DayField(label="Hạn nộp", required="Ghi hạn nộp báo cáo.")
    figures_from = WrittenDateField(
        label="Số liệu từ ngày",
        required=False,
        help_text="Để trống cả hai ngày thì tính theo năm, hoặc 6 tháng đầu năm, dương lịch.",
    )
    figures_to = WrittenDateField(label="Số liệu đến ngày", required=False)
    cut_off = WrittenDateField(
        label="Số thực hiện tính đến ngày",
        required=False,
        help_text="Sau ngày này đơn vị ước số. Để trống thì cả thời gian là số thực hiện.",
    )
    letter_issued_on = WrittenDateField(label="Ngày văn bản", required=False)
    kinds_needing_plan = KindsField(label="Văn bản chỉ đạo cần kế hoạch triển khai")
    kinds_needing_event = KindsField(label="Văn bản của đơn vị cần hoạt động")
    # Sent with the boxes, because no box is sent where none is ticked.
    needs_shown = forms.BooleanField(initial=True, required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(
        label="", widget=forms.HiddenInput, required=False, error_messages={"invalid": STALE}
    )

    class Meta:
        model = ReportingPeriod
        formfield_callback = cleaned_formfield
        fields = CHANGED
        labels = {"letter_number": "Số, ký hiệu", "letter_subject": "Trích yếu"}
        widgets = {"letter_subject": forms.Textarea({"rows": 2})}
        help_texts = {
            "letter_number": "Như 2215/STP-PBGDPL.",
            "letter_subject": "Viết như in sau tên cơ quan: về việc báo cáo công tác phổ biến, giáo dục pháp luật. "
            "Văn bản này hiện ở trang Văn bản chỉ đạo của mọi đơn vị.",
        }

    helper = laid_out(
        "version",
        Fieldset("Thời gian", DAYS),
        FIGURES,
        Fieldset(LETTER, in_a_row(letter_number=8, letter_issued_on=4), "letter_subject"),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["version"].initial = self.instance.version

    @property
    def year(self):
        return self.instance.reporting_year

    @property
    def kind(self):
        return self.instance.kind

    @property
    def needs(self):
        """Return each kind of document with its two boxes."""
        boxes = zip(
            self["kinds_needing_plan"].subwidgets, self["kinds_needing_event"].subwidgets, strict=True
        )
        return [(kind.label, *pair) for kind, pair in zip(KINDS, boxes, strict=True)]

    def clean_kinds_needing_plan(self):
        return self._kinds("kinds_needing_plan")

    def clean_kinds_needing_event(self):
        return self._kinds("kinds_needing_event")

    def _kinds(self, name):
        """Return the ticked kinds, the stored ones if the boxes were not on the page."""
        return self.cleaned_data[name] if "needs_shown" in self.data else getattr(self.instance, name)

    def clean(self):
        cleaned = super().clean()
        first, last, due_on = (cleaned.get(name) for name in ("statistics_from", "statistics_to", "due_on"))
        if first and last and last < first:
            self.add_error("statistics_to", f"Ngày cuối phải từ {date_format(first)} trở đi.")
        elif first and last and self.year and not first.year <= self.year <= last.year:
            self.add_error("statistics_to", f"Thời gian thống kê không có ngày nào của năm {self.year}.")
        if first and due_on and due_on < first:
            self.add_error("due_on", f"Hạn nộp không được trước ngày đầu thống kê là {date_format(first)}.")
        if cleaned.get("letter_issued_on") and not (
            cleaned.get("letter_number") or cleaned.get("letter_subject")
        ):
            self.add_error("letter_number", "Ghi số, ký hiệu hoặc trích yếu của văn bản, hoặc bỏ trống ngày.")
        self._check_figures(cleaned)
        return cleaned

    def _check_figures(self, cleaned):
        """Refuse a window of figures with one end, or a cut-off outside of it."""
        first, last, cut_off = (cleaned.get(name) for name in FIGURE_DAYS)
        if self.errors.keys() & set(FIGURE_DAYS):
            return
        if bool(first) != bool(last):
            missing = "figures_to" if first else "figures_from"
            self.add_error(missing, "Ghi cả ngày đầu và ngày cuối của số liệu, hoặc để trống cả hai.")
        elif first and last < first:
            self.add_error("figures_to", f"Ngày cuối phải từ {date_format(first)} trở đi.")
        elif first and self.year and not first.year <= self.year <= last.year:
            self.add_error("figures_to", f"Thời gian của số liệu không có ngày nào của năm {self.year}.")
        elif cut_off and self.year and self.kind:
            usual = PeriodKey(self.year, PeriodKind(self.kind)).days
            first, last = (first, last) if first else usual
            if not first <= cut_off <= last:
                window = f"từ {date_format(first)} đến {date_format(last)}"
                self.add_error("cut_off", f"Ngày này phải nằm trong thời gian của số liệu, {window}.")


class PeriodOpenForm(PeriodForm):
    """A new period; of outlines and criteria sets those of the own Justice Department and of the program."""

    outline = forms.ModelChoiceField(
        Outline.objects.none(),
        label="Đề cương",
        empty_label=None,
        help_text="Kỳ giữ một bản riêng: sửa mẫu sau này không đổi kỳ đã mở.",
    )
    criteria_set = forms.ModelChoiceField(
        CriteriaSet.objects.none(), label="Bộ tiêu chí", required=False, empty_label="Không dùng"
    )
    sent_key = SentKeyField()

    class Meta(PeriodForm.Meta):
        fields = ("reporting_year", "kind", *CHANGED)
        error_messages = {"reporting_year": YEAR_FAULTS}
        widgets = PeriodForm.Meta.widgets | {"reporting_year": forms.TextInput({"inputmode": "numeric"})}

    helper = laid_out(
        "sent_key",
        Fieldset("Kỳ và thời gian", in_a_row(reporting_year=4, kind=8), DAYS),
        FIGURES,
        Fieldset("Đề cương và tiêu chí", in_a_row(outline=6, criteria_set=6)),
        Fieldset(LETTER, in_a_row(letter_number=8, letter_issued_on=4), "letter_subject"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["version"]
        if not self.is_bound:  # the days before it are filled in
            self.fields["due_on"].widget.attrs["autofocus"] = True
        own = self.by.organisation
        self.fields["outline"].queryset = Outline.objects.templates_of(own).of_bodies()
        self.fields["criteria_set"].queryset = CriteriaSet.objects.templates_of(own)

    @property
    def year(self):
        return self.cleaned_data.get("reporting_year")

    @property
    def kind(self):
        return self.cleaned_data.get("kind")

    def clean(self):
        cleaned = super().clean()
        if self.year and cleaned.get("kind"):
            key = PeriodKey(self.year, PeriodKind(cleaned["kind"]))
            if ReportingPeriod.objects.of(self.by.organisation).for_period(key).exists():
                self.add_error("reporting_year", f"Kỳ báo cáo {key.words} đã được mở.")
        return cleaned
