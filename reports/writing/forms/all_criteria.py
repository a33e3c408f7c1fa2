"""The forms of all criteria of a report on one page, each with its own version."""

from __future__ import annotations

from copy import copy

from django import forms
from django.http import QueryDict

from accounts.rows import parse_pk
from accounts.rows.conflict import choices
from reports.models import Assessment
from reports.writing.criteria.assessments import assess_together
from reports.writing.forms.criterion import AssessmentTextForm

TAKE, KEEP_STORED = "take", "keep_stored"  # buttons; their value is the pk of an assessment
ALL_EMPTY = "all"  # of TAKE: the earlier texts into all empty boxes


class OneOfManyForm(AssessmentTextForm):
    """The form of one criterion among the others; `conflict` is the stored assessment that somebody saved meanwhile."""

    conflict = None

    class Meta(AssessmentTextForm.Meta):
        widgets = {"text": forms.Textarea({"class": "form-control", "rows": 4, "data-marks": "lines"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["result"].widget = forms.RadioSelect(
            {"class": "form-check-input"}, choices=self.fields["result"].choices
        )
        self.fields["points"].widget.attrs["class"] = "form-control"
        self.fields["points"].help_text = ""  # the label says it

    def stored_form(self, stored):
        return type(self)(instance=copy(stored), prefix=self.prefix, by=self.by, year=self.year)

    def own_changes(self, stored):
        """Return the choices between typed and stored values that this person changed, and those that others did."""
        differences = choices(self, self.stored_form(stored))
        mine = [one for one in differences if not one.takes_stored]
        return mine, [one for one in differences if one.takes_stored]


class AllCriteriaForms:
    """The forms by the pk of their assessments, from what was sent or as they are stored."""

    def __init__(self, assessments: list[Assessment], *, data: QueryDict | None = None, by, year):
        self.stored = {one.pk: one for one in assessments}
        self.by, self.year = by, year
        self.data = data.copy() if data is not None else None
        self.forms = {pk: self._form(one) for pk, one in self.stored.items()}
        self._focus_first_empty()
        self.faulty: list[OneOfManyForm] = []
        self.conflicts: list[OneOfManyForm] = []

    def _form(self, assessment):
        prefix = prefix_of(assessment)
        is_sent = self.data is not None and f"{prefix}-version" in self.data
        return OneOfManyForm(
            self.data if is_sent else None,
            instance=copy(assessment),
            prefix=prefix,
            by=self.by,
            year=self.year,
        )

    def _focus_first_empty(self):
        """Let the page start in the first empty text, as long as nothing is typed yet."""
        empty = (self.forms[pk] for pk, one in self.stored.items() if not one.text)
        if self.data is None and (first := next(empty, None)):
            first.fields["text"].widget.attrs["autofocus"] = True

    def take(self, command, earlier):
        """Add the earlier text of a criterion to its box, or all earlier texts to their empty boxes."""
        chosen = parse_pk(command)
        for pk, assessment in self.stored.items():
            before = earlier.of(assessment.criterion) if earlier else None
            if before is None or not self.forms[pk].is_bound or (chosen != pk and command != ALL_EMPTY):
                continue
            name = f"{prefix_of(assessment)}-text"
            typed = self.data.get(name, "").replace("\r\n", "\n").strip()
            if not typed or (chosen == pk and before.text not in typed):
                self.data[name] = f"{typed}\n\n{before.text}".strip()

    def keep_stored(self, command):
        """Forget what was typed about one criterion."""
        if assessment := self.stored.get(parse_pk(command) or 0):
            self.data.pop(f"{prefix_of(assessment)}-version", None)
            self.forms[assessment.pk] = self._form(assessment)

    def save(self, report, confirmed=None):
        """Save what was changed and return how many; the others become `faulty` or `conflicts`.

        The assessment with the pk `confirmed` is saved as it is, so that its text counts as this year's.
        """
        sent = [form for form in self.forms.values() if form.is_bound]
        self.faulty = [form for form in sent if not form.is_valid()]
        changed = [
            form
            for form in sent
            if form not in self.faulty
            and (form.instance.pk == confirmed or form.own_changes(self.stored[form.instance.pk])[0])
        ]
        typed = [(form.instance, form.cleaned_data["version"]) for form in changed]
        result = assess_together(report, typed, by=self.by)
        for form in sent:
            self._settle(form, result)
        return len(result.saved)

    @property
    def left(self):
        """Return the forms that are not saved yet because something is to be mended or chosen."""
        return [*self.conflicts, *self.faulty]

    def _settle(self, form, result):
        """Show a form as stored unless something of it is left to mend or to choose."""
        pk = form.instance.pk
        stored = {one.pk: one for one in (*result.saved, *result.conflicts)}.get(pk, self.stored[pk])
        self.stored[pk] = stored
        if form in self.faulty:
            return
        mine, others = form.own_changes(stored) if stored in result.conflicts else ([], [])
        if not mine:
            self.forms[pk] = form.stored_form(stored)
            return
        as_stored = form.stored_form(stored)
        for choice in others:
            self.data[form.add_prefix(choice.field)] = as_stored[choice.field].value() or ""
        self.data[form.add_prefix("version")] = str(stored.version)
        self.forms[pk] = again = self._form(stored)
        again.conflict = stored
        self.conflicts.append(again)


def prefix_of(assessment):
    return f"c{assessment.pk}"
