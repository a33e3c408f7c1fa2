"""The form in which an officer chooses other statistical forms for a period, one for each group of bodies."""

from django import forms
from django.utils.text import capfirst

from accounts.forms.faults import FaultsMixin
from accounts.rows.forms import STALE
from accounts.rows.layout import laid_out
from reports.models import IndicatorSet
from reports.models.indicators import GROUPS

KEPT, TAKEN_AWAY = "", "none"
# The names of the fields by the groups; that without a name is the province's.
NAMES = {group: f"form_{group or 'province'}" for group, _ in GROUPS}


class PeriodFormsForm(FaultsMixin, forms.Form):
    use_required_attribute = False

    version = forms.IntegerField(label="", widget=forms.HiddenInput, error_messages={"invalid": STALE})

    helper = laid_out("version", *NAMES.values())

    def __init__(self, *args, by, period, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = period.version
        self.fields["version"].error_messages["required"] = STALE
        self.sets = {str(one.pk): one for one in IndicatorSet.objects.templates_of(by.organisation)}
        used = {one.group: one for one in period.indicator_sets.all()}
        for group, label in GROUPS:
            self.fields[NAMES[group]] = forms.ChoiceField(
                label=capfirst(label),
                required=False,
                choices=self.choices(group, used.get(group)),
                error_messages={"invalid_choice": "Biểu này không còn trong danh sách. Chọn biểu khác."},
                widget=forms.Select({"class": "form-select"}),
            )

    def choices(self, group, used):
        kept = f"Giữ: {used}" if used else "Không có biểu riêng"
        others = [
            (pk, f"{one} ({one.form_code}, dùng từ năm {one.from_year})")
            for pk, one in self.sets.items()
            if one.group == group
        ]
        return [(KEPT, kept), *others, *([(TAKEN_AWAY, "Bỏ biểu này khỏi kỳ")] if used else [])]

    def clean(self):
        if not self.errors and not self.chosen:
            self.add_error(None, "Chọn biểu khác cho ít nhất một nhóm cơ quan.")
        return self.cleaned_data

    @property
    def chosen(self):
        """Return the chosen forms by their groups, None where one is taken away."""
        values = ((group, self.cleaned_data.get(name)) for group, name in NAMES.items())
        return {group: self.sets.get(value) for group, value in values if value}
