"""The form of one row of the grid."""

from copy import copy

from django import forms
from django.utils.functional import cached_property

from accounts.rows.doubts import duplicate_doubt
from accounts.rows.forms import ValuesForm

TAKE = "take"  # the name of a box that takes the stored value of a cell: its value is the cell's name
INSIST = "insist"  # the name of a box that saves a row in spite of a doubt
NO_CHOICE = "Chưa ghi"


class CellField(forms.BoundField):
    """Leaves the description of a faulty field out of the hidden input with its initial value."""

    def build_widget_attrs(self, attrs, widget=None):
        attrs = super().build_widget_attrs(attrs, widget)
        if widget.is_hidden:
            attrs.pop("aria-describedby", None)
        return attrs


class GridForm(ValuesForm):
    """Some fields of a stored row, by which many rows are edited in one table; makes no queries.

    Each field is sent with its value as the page showed it, so that only what this user changed is saved, and a value
    that somebody else has changed meanwhile is found. `row` is the row as it is stored now; validating changes a copy.
    """

    bound_field_class = CellField
    columns = ()  # the names of the fields, in the order of the table
    wanted = ()  # those that the report needs

    division = forms.TypedChoiceField(label="Phòng, đơn vị", required=False, empty_value=None)

    def __init__(self, data=None, *, row, by, year, divisions, **kwargs):
        self.row, self.duplicate = row, None
        super().__init__(data, instance=copy(row), by=by, year=year, prefix=str(row.pk), **kwargs)
        self._set_divisions(divisions)
        self.fields = {name: self.fields[name] for name in self.columns}
        for field in self.fields.values():
            field.show_hidden_initial = True
            field.help_text = ""
            css = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"
            label = f"{field.label}: {row.short_name}"
            field.widget.attrs |= {"class": css, "aria-label": label}
        for name in self.wanted:
            self.fields[name].widget.attrs["placeholder"] = NO_CHOICE

    def _set_divisions(self, divisions):
        field, by_pk = self.fields["division"], {str(one.pk): one for one in divisions}
        field.choices = [("", NO_CHOICE), *((pk, one.name) for pk, one in by_pk.items())]
        field.coerce = by_pk.get

    @cached_property
    def typed(self):
        """Return the names of the fields that this user changed and whose stored value is not to be taken."""
        taken = self.data.getlist(TAKE) if self.is_bound else []
        return [name for name in self.changed_data if self.add_prefix(name) not in taken]

    @cached_property
    def conflicts(self):
        """Return {field: its stored value} where somebody else has saved another value than the typed one."""
        return {
            name: self._stored_text(name)
            for name in self.typed
            if not self._is_as_stored(name)
            and not self._is_same(name, self._stored_text(name), self._base_text(name))
        }

    @property
    def is_touched(self):
        """Return whether something was typed that is not stored already."""
        return any(not self._is_as_stored(name) for name in self.typed)

    @property
    def is_gone(self):
        """Return whether the row was deleted or moved to another year while its values were typed."""
        return self.row.deleted_at is not None or self.row.reporting_year != self.year

    @property
    def faults(self):
        """Return the error messages of the typed fields by field; those of the row under an empty name."""
        return {
            name if name in self.fields else "": [str(error) for error in errors]
            for name, errors in self.errors.items()
            if name in self.typed or name not in self.fields
        }

    @property
    def open_doubts(self):
        """Return the doubts about the typed values that the user has not insisted on."""
        if self.faults:
            return []
        duplicates = [duplicate_doubt(self.duplicate)] if self.duplicate else []
        insisted = self.data.getlist(INSIST)
        return [one for one in [*duplicates, *self.doubts] if self.doubt_key(one) not in insisted]

    def doubt_key(self, doubt):
        return f"{self.row.pk}-{doubt.key}"

    @property
    def can_save(self):
        return not (self.is_gone or self.faults or self.conflicts or self.open_doubts)

    @property
    def values(self):
        """Return {field of the model: value} for the typed fields of a valid form."""
        together = self.row.read_as_one
        names = [part for name in self.typed for part in together.get(name, ("", name))[1:]]
        return {name: getattr(self.instance, name) for name in names}

    def _base_text(self, name):
        return self.data.get(self.add_initial_prefix(name), "")

    def _stored_text(self, name):
        value = self.fields[name].prepare_value(self.get_initial_for_field(self.fields[name], name))
        return "" if value is None else str(value)

    def _is_as_stored(self, name):
        return self._is_same(name, self._stored_text(name), self[name].data)

    def _is_same(self, name, text, other):
        """Return whether two texts are the same value; a text that cannot be read is like no other."""
        try:
            return self.fields[name].clean(text) == self.fields[name].clean(other)
        except forms.ValidationError:
            return False

    def show_again(self):
        """Prepare the form of a row that was not saved for its page; a stored value in conflict counts as seen then."""
        data = self.data.copy()
        for name, stored in self.conflicts.items():
            data[self.add_initial_prefix(name)] = stored
        self.data = data

    def focus(self):
        """Set autofocus on the first field that is wanted and empty; return whether there is one."""
        empty = [name for name in self.wanted if not self._stored_text(name)]
        for name in empty[:1]:
            self.fields[name].widget.attrs["autofocus"] = True
        return bool(empty)

    @property
    def key(self):
        return str(self.row.pk)

    @property
    def doubts_to_show(self):
        """Return each open doubt with the value of its box."""
        return [(doubt, self.doubt_key(doubt)) for doubt in self.open_doubts] if self.is_bound else []

    @property
    def row_faults(self):
        return self.faults.get("", []) if self.is_bound else []

    @property
    def cells(self):
        """Return what the table shows of each field: faults, and the value that somebody else has stored."""
        faults, conflicts = (self.faults, self.conflicts) if self.is_bound else ({}, {})
        return [
            {
                "field": self[name],
                "faults": faults.get(name, []),
                "is_conflict": name in conflicts,
                "stored": self._in_words(name),
                "take": self.add_prefix(name),
            }
            for name in self.columns
        ]

    def _in_words(self, name):
        """Return the stored value as people read it."""
        text = self._stored_text(name)
        choices = dict(getattr(self.fields[name], "choices", ()))
        return choices.get(text, text) or NO_CHOICE.lower()
