"""The page of a statistical form: its code, basis and group, and its columns as rows."""

import re

from django import forms

from accounts.models import BodyGroup
from accounts.rows.fields import cleaned_formfield
from accounts.rows.layout import in_a_row, laid_out
from events.kinds import EventMode
from reports.figures.form_table import form_head, full_label
from reports.models import Count, CountedKind, Indicator, IndicatorSet
from reports.models.indicators import LEVELS
from reports.periods.column_faults import column_faults
from reports.periods.forms.outline import YEAR_FAULTS, SetHeadForm
from reports.periods.forms.rows import RowForm, RowsForm
from reports.periods.set_words import how_counted
from reports.periods.template_sets import PARTS

CODE = re.compile(r"[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*")
NO_CODE = "Mã cột chỉ gồm chữ số và chữ cái không dấu, như 18 hoặc 5a; “{}” thì không được."
BELOW = ("is_text", "is_stock", "is_doubtful", "part_of", "count", "kinds", "modes", "sum_of", "rules")


class BoxesField(forms.MultipleChoiceField):
    """Values to tick."""

    def __init__(self, options, **kwargs):
        super().__init__(
            choices=options.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": "Không có mục “%(value)s”. Chọn trong danh sách."},
            **kwargs,
        )


class IndicatorSetForm(SetHeadForm):
    class Meta:
        model = IndicatorSet
        formfield_callback = cleaned_formfield
        fields = PARTS[IndicatorSet].head
        error_messages = {
            "name": {"required": "Đặt tên cho biểu."},
            "form_code": {"required": "Ghi ký hiệu biểu, như 04b/TP/PBGDPL."},
            "from_year": YEAR_FAULTS,
            "group": {"invalid_choice": "Không có nhóm cơ quan “%(value)s”. Chọn trong danh sách."},
        }
        help_texts = {"legal_basis": "Văn bản ban hành biểu này."}
        widgets = {
            "from_year": forms.TextInput({"inputmode": "numeric"}),
            "legal_basis": forms.Textarea({"rows": 1}),
        }

    helper = laid_out("version", in_a_row(name=6, form_code=3, from_year=3), in_a_row(group=6, legal_basis=6))

    def __init__(self, *args, initial=None, **kwargs):
        super().__init__(*args, initial=initial, **kwargs)
        if self.instance.pk is None and not initial:
            self.initial["group"] = BodyGroup.DEPARTMENT


class IndicatorForm(RowForm):
    filled = ("code", "label", "unit", "sum_of", "rules")

    count = forms.ChoiceField(
        label="Cách đếm",
        choices=Count.choices,
        initial=Count.BY_HAND,
        error_messages={
            "required": "Chọn cách đếm.",
            "invalid_choice": "Không có cách đếm “%(value)s”. Chọn trong danh sách.",
        },
    )
    kinds = BoxesField(CountedKind, label="Đếm trên các loại")
    modes = BoxesField(EventMode, label="Chỉ cách tổ chức")

    class Meta(RowForm.Meta):
        model = Indicator
        fields = PARTS[IndicatorSet].row
        error_messages = {
            "code": {"required": "Ghi mã cột, như 18."},
            "label": {"required": "Ghi tên chỉ tiêu, hoặc đánh dấu bỏ dòng này."},
        }
        widgets = {
            "above": forms.Textarea({"rows": 1}),
            "label": forms.Textarea({"rows": 1}),
            "rules": forms.Textarea({"rows": 2}),
        }

    @property
    def has_faults_below(self):
        return self.is_bound and any(name in self.errors for name in BELOW)

    @property
    def boxes(self):
        """Return the fields in which several values are ticked."""
        return [self["kinds"], self["modes"]]

    @property
    def ticks(self):
        return [self[name] for name in ("is_text", "is_stock", "is_doubtful")]

    @property
    def how(self):
        """Return how the column is counted, as the summary of the fields that are folded away says it."""
        return dict(Count.choices).get(self["count"].value(), "")

    @property
    def full_label(self):
        return full_label(self.instance)

    @property
    def counted(self):
        return how_counted(self.instance)

    def clean_code(self):
        return self._code("code")

    def clean_part_of(self):
        return self._code("part_of")

    def _code(self, name):
        """Return a code without the brackets in which forms print it."""
        code = self.cleaned_data[name].strip("() ")
        if code and not CODE.fullmatch(code):
            raise forms.ValidationError(NO_CODE.format(code))
        return code

    def clean_above(self):
        parts = (part.strip() for part in self.cleaned_data["above"].split(LEVELS.strip()))
        return LEVELS.join(filter(None, parts))

    def clean_sum_of(self):
        """Return "19, 20, 21" for "(19) + (20) + (21)"."""
        codes = [part.strip("() ") for part in re.split(r"[,;+]", self.cleaned_data["sum_of"])]
        if wrong := next((code for code in codes if code and not CODE.fullmatch(code)), ""):
            raise forms.ValidationError(NO_CODE.format(wrong))
        return ", ".join(dict.fromkeys(filter(None, codes)))


class IndicatorRows(RowsForm):
    form_class = IndicatorForm
    noun = "chỉ tiêu"
    named_by = "label"

    @property
    def head(self):
        """Return the head of the form as it is printed."""
        return form_head(self.instances)

    @property
    def has_doubts(self):
        return any(one.is_doubtful for one in self.instances)

    def check(self):
        """Refuse columns that do not fit each other, once each is right by itself and has a code."""
        if any("code" in form.errors for form in self.to_save):
            return
        sound = {place: form for place, form in enumerate(self.to_save) if not form.errors}
        for fault in column_faults(self.instances):
            if fault.place in sound:
                sound[fault.place].add_error(fault.field, fault.words)

    def begin(self, above):
        return {"above": above.get("above") or "", "unit": above.get("unit") or "", "count": Count.BY_HAND}
