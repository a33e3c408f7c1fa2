"""The base classes of the forms of all rows: for the values alone (`ValuesForm`), and for the page (`EntryForm`)."""

from functools import partial

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.text import capfirst

from accounts.forms.faults import FaultsMixin
from accounts.forms.sent_key import SentKeyField
from accounts.rows.conflict import fingerprints
from accounts.rows.divisions import DIVISIONS
from accounts.rows.doubts import date_doubts, duplicate_doubt, machine_doubt
from accounts.rows.duplicates import duplicates_of
from accounts.rows.editing import add_row, edit_row
from accounts.rows.fields import cleaned_formfield
from accounts.rows.layout import in_a_row, laid_out
from accounts.rows.link_choices import RowLinksField, linked_rows
from accounts.rows.suggestions import newest_values
from accounts.rows.year_row import FIRST_YEAR, LAST_YEAR

MOST_SUGGESTIONS = 50
STALE = "Trang này đã cũ. Tải lại trang rồi nhập lại."


def pass_constraints(exclude=None):
    """Skip the model's constraints: each would be a query, and the form's fields check the same."""


class ValuesForm(forms.ModelForm):
    """A form for the values of a row of the user's organisation (`by`) and the year; makes no queries.

    Pasted and uploaded lists are validated by one form of this kind for each row.
    """

    use_required_attribute = False
    asks_the_table = False
    dated_field = ""  # the field that a doubt about the date is shown at

    class Meta:
        formfield_callback = cleaned_formfield

    def __init__(self, *args, by, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.year = by, year
        if self.is_new:
            self.instance.organisation, self.instance.reporting_year = by.organisation, year
        if not self.asks_the_table:
            self.instance.validate_constraints = pass_constraints
        self._known_doubts = set() if self.is_new else {doubt.key for doubt in self._date_doubts()}

    @property
    def is_new(self):
        return self.instance.pk is None

    @property
    def division(self):
        """Return the division that the row is entered for."""
        return getattr(self, "cleaned_data", {}).get("division") or self.by.division

    def current(self, name):
        """Return the cleaned value of a field, or the stored one of a field that this form leaves out."""
        return self.cleaned_data.get(name, "") if name in self.fields else getattr(self.instance, name)

    @property
    def is_for_next_year(self):
        """Return whether a row of this kind that is dated December likely belongs to the next year."""
        return False

    @property
    def doubts(self):
        """Return the doubts about valid values, without those that the stored row had already."""
        return [doubt for doubt in self._date_doubts() if doubt.key not in self._known_doubts]

    def _date_doubts(self):
        return date_doubts(self.instance, field=self.dated_field, is_for_next_year=self.is_for_next_year)

    @cached_property
    def sentence(self):
        """Return the words that the report will print for the values typed so far."""
        return str(self.instance) if self.is_read else ""

    @cached_property
    def unread(self):
        """Return the labels of the fields whose typed values are invalid."""
        faulty = [self[name] for name in self.errors if name in self.fields] if self.is_bound else []
        return [str(field.label) for field in faulty if field.value()]

    @property
    def is_read(self):
        """Return whether the instance has the values that the form shows; validates a bound form."""
        return (self.is_bound and self.errors is not None) or not self.is_new


class Divisions(ModelChoiceIterator):
    """The divisions that the field offers, which are read when they are first shown, once."""

    def __iter__(self):
        yield "", self.field.empty_label
        yield from map(self.choice, self.field.offered)


class EntryForm(FaultsMixin, ValuesForm):
    """The form of a row's page: adds the key of the form, the version that was read, and links to other rows."""

    asks_the_table = True
    main = ()  # the layout of the fields shown first
    more = ("in_report", "wording")  # the fields folded away below, after the year and the division
    carried_over = ()  # the field whose value the next new row starts with
    left_empty = ()  # the fields that a copy of a row does not take over
    suggested = ()  # the fields completed from earlier rows
    in_place = ()  # the fields of the form within the list
    read_by_machine = {}  # {field: text} of the scan that a new row was filled from
    searches = {}  # {name of its search: words} of the fields for links

    sent_key = SentKeyField()
    version = forms.IntegerField(
        label="", widget=forms.HiddenInput, required=False, error_messages={"invalid": STALE}
    )
    # Hashes of the initial values, from which the page of two versions knows what this user changed.
    base = forms.CharField(widget=forms.HiddenInput, required=False)
    reporting_year = forms.TypedChoiceField(coerce=int, label="Năm báo cáo")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._identity_before = () if self.is_new else self.instance.identity()
        self.fields["version"].initial = self.instance.version
        self.fields["base"].initial = partial(fingerprints, self)
        self.fields["division"].iterator = Divisions
        self.fields["division"].offered = SimpleLazyObject(
            lambda: DIVISIONS.instances(self.by.organisation_id)
        )
        self.fields["division"].queryset = self.by.organisation.divisions.all()
        self.fields["division"].empty_label = "Chưa chọn"
        self.fields["reporting_year"].choices = [(year, str(year)) for year in self.years]
        if self.is_new:
            self.fields["division"].initial = self.by.division_id
            self.fields["reporting_year"].initial = self.year
        for name in self.suggested:
            self.fields[name].widget.attrs["list"] = f"goi-y-{name}"
        self._add_links()

    @property
    def years(self):
        """Return the years to choose from: those around the year of the page, and the row's."""
        near = {self.year - 1, self.year, self.year + 1, self.instance.reporting_year}
        return sorted(year for year in near if FIRST_YEAR <= year <= LAST_YEAR)

    def _add_links(self):
        """Add a field for each relation, with the organisation's rows of the year and those linked already."""
        for name, label in self._meta.model.link_labels.items():
            chosen = [] if self.is_new else linked_rows(self.instance, name)
            model = self._meta.model._meta.get_field(name).related_model
            rows = model.objects.of(self.by.organisation).for_year(self.year).in_order()
            offered_of = self.by.organisation_id, self.year
            self.fields[name] = RowLinksField(
                rows, chosen=chosen, offered_of=offered_of, label=capfirst(label)
            )

    @property
    def links(self):
        return {name: self.cleaned_data[name] for name in self._meta.model.link_labels}

    @cached_property
    def doubts(self):
        return [*self._duplicate_doubts(), *self._machine_doubts(), *super().doubts]

    def _machine_doubts(self):
        """Return a doubt for each number and date that was recognised in a scan and that nobody changed since."""
        return [
            machine_doubt(name, str(self.fields[name].label), value)
            for name, value in self.read_by_machine.items()
            if name in self.fields and any(map(str.isdigit, value)) and self[name].value() == value
        ]

    def _duplicate_doubts(self):
        if self.instance.identity() == self._identity_before:
            return []
        return [duplicate_doubt(duplicate) for duplicate in duplicates_of([self.instance]).values()]

    def open_doubts(self, insisted_on):
        """Return the doubts whose keys are not in `insisted_on`."""
        return [doubt for doubt in self.doubts if doubt.key not in insisted_on]

    def copy_values(self):
        """Return the initial values for a copy of this form's row."""
        left_out = {"sent_key", "version", "base", "reporting_year", *self.left_empty}
        return {
            name: self.get_initial_for_field(field, name)
            for name, field in self.fields.items()
            if name not in left_out
        }

    # What the page shows.

    @property
    def main_fields(self):
        return laid_out(*self.main)

    @property
    def more_fields(self):
        return laid_out(in_a_row(reporting_year=3, division=9), *self.more)

    @property
    def shows_more(self):
        """Return whether a folded field is invalid or has an unusual value."""
        usual = {"reporting_year": str(self.year), "in_report": "True"}
        values = {name: str(self[name].value() or "") for name in ("reporting_year", *self.more)}
        return "division" in self.errors or any(
            name in self.errors or value != usual.get(name, "") for name, value in values.items()
        )

    @property
    def link_fields(self):
        """Return the fields for links that have something to choose."""
        fields = [self[name] for name in self._meta.model.link_labels]
        return [field for field in fields if not field.is_empty]

    @property
    def suggestions(self):
        """Return the values of earlier rows of the organisation by field, the newest first."""
        return {f"goi-y-{name}": self.suggest(name) for name in self.suggested}

    def suggest(self, name):
        return newest_values(self._meta.model, name, self.by.organisation, MOST_SUGGESTIONS)

    def focus(self):
        """Set autofocus on the first invalid field, or on the first field of a new row."""
        names = [name for name in self.fields if not self[name].is_hidden]
        faulty = [name for name in names if name in self.errors]
        if start := faulty or (names if self.is_new else []):
            self.fields[start[0]].widget.attrs["autofocus"] = True

    def save(self, edit=edit_row):
        """Save the row and return it; raise Conflict if somebody else saved it in the meantime."""
        if self.is_new:
            add_row(self.instance, by=self.by, links=self.links)
        else:
            edit(self.instance, by=self.by, version=self.cleaned_data["version"], links=self.links)
        return self.instance
