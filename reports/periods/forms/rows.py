"""Rows that are edited together on one page: typed, added, moved, ticked to be left out, then saved at once.

Each row is sent as row=<key>, in the order of the page, and its fields as <key>-<field>: the key of a stored row is
its number, that of a new one begins with m. The buttons that add and move rows send the form as it is typed.
"""

import re
from copy import copy
from itertools import islice

from django import forms
from django.utils.functional import cached_property
from django.utils.text import capfirst

from accounts.rows.fields import cleaned_formfield
from accounts.rows.forms import pass_constraints

ROW, COMMAND, LEFT_OUT = "row", "command", "left_out"
UP, DOWN, INSERT, ADD = "up", "down", "insert", "add"
KEY = re.compile(r"[1-9][0-9]{0,17}|m[1-9][0-9]{0,5}")
MOST_ROWS = 200
CLASSES = {
    forms.Select: "form-select",
    forms.CheckboxInput: "form-check-input",
    forms.CheckboxSelectMultiple: "form-check-input",
}


class RowForm(forms.ModelForm):
    """One row. Its table's own checks are left to the fields: each of them would be a query a row."""

    use_required_attribute = False
    filled = ()  # a new row with none of these fields filled in is not saved

    class Meta:
        formfield_callback = cleaned_formfield

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.validate_constraints = pass_constraints
        self.focused = ""  # the button that has the focus when the page is shown
        for field in self.fields.values():
            field.widget.attrs |= {"class": CLASSES.get(type(field.widget), "form-control")}

    @property
    def key(self):
        return self.prefix

    @property
    def is_new(self):
        return self.instance.pk is None

    @property
    def is_empty(self):
        return self.is_new and not any(str(self[name].value() or "").strip() for name in self.filled)

    @property
    def is_left_out(self):
        return self.initial.get(LEFT_OUT, False) or f"{self.key}-{LEFT_OUT}" in self.data

    @property
    def typed(self):
        """Return what the row's fields show, as it was typed."""
        return {name: self[name].value() for name in self.fields} | {LEFT_OUT: self.is_left_out}


class RowsForm:
    """The rows of a page, from what was sent or as they are stored."""

    form_class: type[RowForm]
    noun = "dòng"  # what a row is called
    named_by = "name"  # the field that tells rows apart

    def __init__(self, data=None, *, stored, forms=None):
        self.data, self.stored = data, {str(row.pk): row for row in stored}
        self.own_faults = []
        if forms is not None:
            self.forms = forms

    @cached_property
    def forms(self):
        if self.data is None:
            return [self.form_class(prefix=key, instance=row) for key, row in self.stored.items()]
        sent = dict.fromkeys(key for key in self.data.getlist(ROW) if KEY.fullmatch(key))
        # No page of ours sends more; each of the rows would be checked and drawn.
        sent = islice(sent, MOST_ROWS + 1)
        return [self.form_class(self.data, prefix=key, instance=self._instance(key)) for key in sent]

    def _instance(self, key):
        """Return the stored row to type into; a row that is stored no longer is a new one."""
        return copy(self.stored[key]) if key in self.stored else None

    @property
    def to_save(self):
        """Return the rows to save, in their order."""
        return [form for form in self.forms if not form.is_left_out and not form.is_empty]

    @property
    def instances(self):
        return [form.instance for form in self.to_save]

    def is_valid(self):
        valid = [form.is_valid() for form in self.to_save]
        if len(self.to_save) > MOST_ROWS:
            self.own_faults.append(f"Có hơn {MOST_ROWS} {self.noun}; nhiều nhất {MOST_ROWS}.")
        elif not self.to_save:
            self.own_faults.append(f"Giữ lại hoặc thêm ít nhất một {self.noun}.")
        self.check()
        return all(valid) and not self.own_faults and not any(form.errors for form in self.to_save)

    def follow(self, head):
        """Take over what the rows show of the head's form."""

    def check(self):
        """Add to the forms' faults what is wrong between rows."""

    def name_of(self, form):
        """Return how a sentence names a row: mục 3 (“Đánh giá chung”)."""
        words = str(form[self.named_by].value() or "").strip()
        short = f"{words[:60]}…" if len(words) > 60 else words
        return f"{self.noun} {self.forms.index(form) + 1}" + (f" (“{short}”)" if short else "")

    @property
    def faults(self):
        """Return what is wrong as [(where, which row and field, what)]."""
        of_fields = [
            (
                form[field].id_for_label,
                f"{capfirst(self.name_of(form))}, {form[field].label.lower()}",
                error,
            )
            for form in self.to_save
            for field, errors in form.errors.items()
            for error in errors
        ]
        return [*(("", "", fault) for fault in self.own_faults), *of_fields]

    @property
    def numbered(self):
        """Return each form with its place and the number that is printed before it, none where it is left out."""
        numbers = iter(self.numbers([form for form in self.forms if not form.is_left_out]))
        return [
            (place, "" if form.is_left_out else next(numbers), form)
            for place, form in enumerate(self.forms, start=1)
        ]

    def numbers(self, forms):
        return [f"{place}." for place in range(1, len(forms) + 1)]

    # What the buttons of the page do; nothing is saved.

    def after(self, command):
        """Return the rows as they were typed, without faults yet, after a command: "up:12", "insert:m3", "add"."""
        forms = [self._shown(form.key, form.typed) for form in self.forms]
        what, _, key = command.partition(":")
        place = next((place for place, form in enumerate(forms) if form.key == key), None)
        if what in (UP, DOWN) and place is not None:
            other = min(max(place + (1 if what == DOWN else -1), 0), len(forms) - 1)
            forms[place].focused = what
            forms[place], forms[other] = forms[other], forms[place]
        elif what == ADD or (what == INSERT and place is not None):
            self._insert(forms, len(forms) if what == ADD else place + 1)
        shown = type(self)(self.data, stored=self.stored.values(), forms=forms)
        if what in (ADD, INSERT) and len(forms) == len(self.forms):
            shown.own_faults.append(f"Đã đủ {MOST_ROWS} {self.noun}, không thêm được nữa.")
        return shown

    def _insert(self, forms, place):
        """Put a new row at a place, where there is room for one."""
        if len(forms) >= MOST_ROWS:
            return
        news = [int(form.key[1:]) for form in forms if form.key.startswith("m")]
        above = forms[place - 1].typed if place else {}
        form = self._shown(f"m{max(news, default=0) + 1}", self.begin(above))
        form.fields[self.named_by].widget.attrs["autofocus"] = True
        forms.insert(place, form)

    def _shown(self, key, typed):
        return self.form_class(prefix=key, instance=self._instance(key), initial=typed)

    def begin(self, above):
        """Return what a new row starts with below another one."""
        return {}
