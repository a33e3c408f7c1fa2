"""The form of all figures of a report on one page, each with its own version."""

from __future__ import annotations

from dataclasses import asdict

from django import forms
from django.utils.functional import cached_property

from accounts.rows.fields import cleaned_formfield
from accounts.rows.grid.forms import CellField
from reports.figures.forms.fields import NumberField
from reports.figures.settling import NAMES, Stated, stored_values, stored_version
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.models import Figure

TAKE = "take"  # boxes that take what somebody else settled; their value is the code of the column
SHOWN = ("actual", "does_not_apply", "estimate", "reason", "explanation")
TOGETHER = "Đã ghi “-” (không phát sinh) thì để trống ô số; có số thì bỏ dấu “-”."


class VersionField(forms.IntegerField):
    """The version of a figure that was read; 0 where nobody had settled it, or none was sent."""

    widget = forms.HiddenInput

    def clean(self, value):
        try:
            return super().clean(value)
        except forms.ValidationError:
            return 0


def _text(name, label, **attrs):
    """Return the field for a text of a figure."""
    field = cleaned_formfield(Figure._meta.get_field(name), label=label, required=False)
    field.widget.attrs |= {"class": "form-control"} | attrs
    return field


class FigureForm(forms.Form):
    """One column of a form; each field is sent with its value as the page showed it.

    So only what this person changed is saved, and what somebody else settled meanwhile is found.
    """

    bound_field_class = CellField
    use_required_attribute = False

    version = VersionField()
    actual = NumberField(label="Số chốt")
    does_not_apply = forms.BooleanField(
        label="Không phát sinh (-)",
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )
    estimate = NumberField(label="Ước phần còn lại")
    words = _text("words", "Ghi chú", **{"class": "form-control cell"})
    reason = _text("reason", "Lý do chốt khác số đếm được", rows=2)
    explanation = _text("explanation", "Giải trình tăng, giảm so với năm trước", rows=2)

    def __init__(self, data=None, *, figure, has_estimate):
        self.figure, self.indicator = figure, figure.indicator
        self.is_in_conflict = False  # somebody else has settled it meanwhile
        super().__init__(data, prefix=prefix_of(self.indicator.code), initial=stored_values(figure.stored))
        self.names = [name for name in SHOWN if has_estimate or name != "estimate"]
        if self.indicator.is_text:
            self.names = ["words"]
        self.fields = {name: self.fields[name] for name in ("version", *self.names)}
        self.fields["version"].initial = stored_version(figure.stored)
        for name in self.names:
            field = self.fields[name]
            field.show_hidden_initial = True
            field.widget.attrs["aria-label"] = f"{field.label}: cột {self.indicator}"
        for name, number in (("actual", figure.counted), ("estimate", figure.summed_estimate)):
            if name in self.names and number is not None:
                self.fields[name].widget.attrs["placeholder"] = self.fields[name].prepare_value(number)
        if figure.is_dash and "actual" in self.names:
            self.fields["actual"].widget.attrs["placeholder"] = NOT_APPLICABLE

    def clean(self):
        data = super().clean()
        if data.get("actual") == NOT_APPLICABLE:
            data |= {"actual": None, "does_not_apply": True}
        if data.get("estimate") == NOT_APPLICABLE:
            self.add_error("estimate", "Ô này chỉ ghi số; không ước thì để trống.")
        elif data.get("does_not_apply"):
            for name in ("actual", "estimate"):
                if data.get(name) is not None:
                    self.add_error(name, TOGETHER)
        return data

    @cached_property
    def touched(self):
        """Return the names of the fields that this person changed."""
        return [name for name in self.changed_data if name in self.names] if self.is_bound else []

    @property
    def values(self):
        """Return all values of the figure: the stored ones, and those that this person changed of a valid form.

        What was settled while another form had words in the column, or a number, is left behind.
        """
        names = [*self.touched, *(["does_not_apply"] if "actual" in self.touched else [])]
        fitting = {"words"} if self.indicator.is_text else {*NAMES} - {"words"}
        kept = {name: value for name, value in stored_values(self.figure.stored).items() if name in fitting}
        return asdict(Stated()) | kept | {name: self.cleaned_data[name] for name in names}

    @property
    def is_changed(self):
        """Return whether a valid form says anything that is not stored already."""
        return self.values != stored_values(self.figure.stored)

    @property
    def is_outdated(self):
        return self.cleaned_data["version"] != stored_version(self.figure.stored)

    def write_stored(self, data):
        """Write into the sent data what is stored now, as the page's values and where this person changed nothing."""
        data[self.add_prefix("version")] = str(stored_version(self.figure.stored))
        for name in self.names:
            stored = self.fields[name].prepare_value(self.initial[name])
            text = "" if stored is None else str(stored)
            data[self.add_initial_prefix(name)] = text
            if name not in self.touched:
                data[self.add_prefix(name)] = text

    @property
    def faults(self):
        """Return [(the place on the page, its label, message)]; faults of the whole come last."""
        named = [self[name] for name in self.names if name in self.errors]
        return [
            *((one.id_for_label, one.label, error) for one in named for error in one.errors),
            *((f"cot-{self.indicator.code}", "", error) for error in self.non_field_errors()),
        ]

    @property
    def explaining(self):
        return [self["reason"], self["explanation"]]

    @property
    def is_explained(self):
        """Return whether the fields of the reasons are shown unfolded."""
        return bool(self.non_field_errors()) or any(one.value() or one.errors for one in self.explaining)


class FigureForms:
    """The forms of a report's figures by their codes, from what was sent or as they are stored."""

    def __init__(self, form, data=None):
        # An estimate of a spreadsheet gets its field also where the period has none, so that it can be taken out.
        self.form, self.has_estimate = form, form.has_estimates or _states_estimate(form, data)
        self.data = data.copy() if data is not None else None
        self.refusals = []  # what the verb says that saves, about no column
        self.forms = {one.indicator.code: self._form(one) for one in form.figures}
        touched = [one for one in self.forms.values() if one.touched]
        self.faulty = [one for one in touched if not one.is_valid()]
        self.changed = [one for one in touched if one not in self.faulty and one.is_changed]
        for one in self.forms.values():
            if one.is_bound and one not in (*self.faulty, *self.changed):
                self.forms[one.indicator.code] = FigureForm(figure=one.figure, has_estimate=self.has_estimate)
        self.conflicts = [self._again(one) for one in self.changed if one.is_outdated]

    def _form(self, figure):
        code = figure.indicator.code
        is_sent = self.data is not None and f"{prefix_of(code)}-version" in self.data
        is_taken = is_sent and code in self.data.getlist(TAKE)
        if not is_sent or is_taken:
            return FigureForm(figure=figure, has_estimate=self.has_estimate)
        form = FigureForm(self.data, figure=figure, has_estimate=self.has_estimate)
        for name in form.names:  # else an empty value that was not sent would become the typed one
            self.data.setdefault(form.add_initial_prefix(name), "")
        return form

    def _again(self, form):
        """Return the form of a figure in conflict as if the page had shown what is stored now."""
        form.write_stored(self.data)
        again = self.forms[form.indicator.code] = self._form(form.figure)
        again.is_in_conflict = True
        return again

    @property
    def left(self):
        """Return the forms with something to mend or to choose; until then nothing is saved."""
        return [*self.conflicts, *self.faulty]

    @property
    def changes(self):
        """Return the changed figures by code, each with the version that the page showed."""
        return {
            one.indicator.code: (Stated(**one.values), one.cleaned_data["version"]) for one in self.changed
        }

    def refuse(self, error):
        """Show what the verb says, at the columns that it names."""
        about = getattr(error, "error_dict", {})
        for code, form in self.forms.items():
            if code in about:
                form.add_error(None, about[code])
                self.faulty.append(form)
        self.refusals = [] if about else error.messages


def prefix_of(code):
    return f"c{code}"


def _states_estimate(form, data):
    codes = [one.indicator.code for one in form.figures] if data else []
    return any(data.get(f"{prefix_of(code)}-estimate", "").strip() for code in codes)
