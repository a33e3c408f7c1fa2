"""What the forms of all rows share: the values alone (`ValuesForm`), and the whole page (`EntryForm`)."""

from functools import partial

from django import forms
from django.db.models import Max
from django.utils.functional import cached_property
from django.utils.text import capfirst

from accounts.forms.faults import FaultsMixin
from accounts.forms.sent_key import SentKeyField
from accounts.rows.conflict import fingerprints
from accounts.rows.doubts import date_doubts, duplicate_doubt
from accounts.rows.duplicates import duplicates_of
from accounts.rows.editing import add_row, edit_row
from accounts.rows.fields import LinksField, cleaned_formfield
from accounts.rows.layout import in_a_row, laid_out
from accounts.rows.year_row import FIRST_YEAR, LAST_YEAR

MOST_SUGGESTIONS = 50
STALE = "Trang này đã cũ. Tải lại trang rồi nhập lại."


def pass_constraints(exclude=None):
    """Check nothing: each of a table's own checks is a query, and the fields refuse the same before."""


class ValuesForm(forms.ModelForm):
    """What a row says, for the year and the own organisation of a person (`by`); it asks the database nothing.

    Lists that are pasted or uploaded are looked through by a form of this kind a row.
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

    @property
    def looks_ahead(self):
        """Return whether such a row, dated December, is likely to be of the year to come."""
        return False

    @property
    def doubts(self):
        """Return what is odd about valid values though it may be right, unless it was stored like that."""
        return [doubt for doubt in self._date_doubts() if doubt.key not in self._known_doubts]

    def _date_doubts(self):
        return date_doubts(self.instance, field=self.dated_field, looks_ahead=self.looks_ahead)

    @cached_property
    def sentence(self):
        """Return the words that the report will print for what is typed so far, however incomplete."""
        return str(self.instance) if self.is_read else ""

    @cached_property
    def unread(self):
        """Return the labels of what was typed and could not be understood."""
        faulty = [self[name] for name in self.errors if name in self.fields] if self.is_bound else []
        return [str(field.label) for field in faulty if field.value()]

    @property
    def is_read(self):
        """Return whether the row holds what the form shows; reading it on the way."""
        return (self.is_bound and self.errors is not None) or not self.is_new


class EntryForm(FaultsMixin, ValuesForm):
    """The page of one row: it is sent once, knows the version that was read, and links the row to others."""

    asks_the_table = True
    main = ()  # the layout of what everybody fills in
    more = ("in_report", "wording")  # the fields folded away below, after the year and the division
    kept = ()  # the field that a next new row starts with
    left_empty = ()  # the fields that a copy of a row does not take over
    suggested = ()  # the fields completed from earlier rows

    sent_key = SentKeyField()
    version = forms.IntegerField(
        label="", widget=forms.HiddenInput, required=False, error_messages={"invalid": STALE}
    )
    # What the page started with, so that two versions can be told apart by what this person changed.
    base = forms.CharField(widget=forms.HiddenInput, required=False)
    reporting_year = forms.TypedChoiceField(coerce=int, label="Năm báo cáo")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._identity_before = () if self.is_new else self.instance.identity()
        self.fields["version"].initial = self.instance.version
        self.fields["base"].initial = partial(fingerprints, self)
        self.fields["division"].queryset = self.by.organisation.divisions
        self.fields["division"].empty_label = "Chưa chọn"
        self.fields["reporting_year"].choices = [(year, str(year)) for year in self.years]
        if self.is_new:
            self.fields["division"].initial = self.by.division_id
            self.fields["reporting_year"].initial = self.year
        for name in self.suggested:
            self.fields[name].widget.attrs["list"] = f"goi-y-{name}"
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")
        self._add_links()

    @property
    def years(self):
        """Return the years to choose from: those around the year of the page, and the row's own."""
        near = {self.year - 1, self.year, self.year + 1, self.instance.reporting_year}
        return sorted(year for year in near if FIRST_YEAR <= year <= LAST_YEAR)

    def _add_links(self):
        """Add a choice of rows for each relation: those of the same body and year, and those chosen before."""
        for name, label in self._meta.model.link_labels.items():
            model = self._meta.model._meta.get_field(name).related_model
            rows = model.objects.of(self.by.organisation).for_year(self.year).in_order()
            chosen = [] if self.is_new else list(getattr(self.instance, name).all())
            self.fields[name] = LinksField(
                rows | model.objects.filter(pk__in=[row.pk for row in chosen]),
                label=capfirst(label),
                required=False,
                initial=chosen,
            )

    @property
    def links(self):
        return {name: self.cleaned_data[name] for name in self._meta.model.link_labels}

    @cached_property
    def doubts(self):
        return [*self._duplicate_doubts(), *super().doubts]

    def _duplicate_doubts(self):
        if self.instance.identity() == self._identity_before:
            return []
        return [duplicate_doubt(duplicate) for duplicate in duplicates_of([self.instance]).values()]

    def open_doubts(self, insisted_on):
        """Return the doubts that the person has not insisted on yet; `insisted_on` are the keys of those seen."""
        return [doubt for doubt in self.doubts if doubt.key not in insisted_on]

    def copy_values(self):
        """Return what a copy of this form's row starts with."""
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
        """Return whether something below the fold is wrong or not as usual."""
        usual = {"reporting_year": str(self.year), "in_report": "True"}
        told = {name: str(self[name].value() or "") for name in ("reporting_year", *self.more)}
        return "division" in self.errors or any(
            name in self.errors or value != usual.get(name, "") for name, value in told.items()
        )

    @property
    def link_fields(self):
        """Return the choices of rows, without those where there is nothing to choose."""
        fields = [self[name] for name in self._meta.model.link_labels]
        return [field for field in fields if len(field.subwidgets)]

    @property
    def suggestions(self):
        """Return what earlier rows of this body said, the newest first, by field."""
        return {f"goi-y-{name}": self.suggest(name) for name in self.suggested}

    def suggest(self, name):
        rows = self._meta.model.objects.of(self.by.organisation).exclude(**{name: ""}).order_by()
        newest = rows.values(name).annotate(newest=Max("pk")).order_by("-newest")
        return list(newest.values_list(name, flat=True)[:MOST_SUGGESTIONS])

    def focus(self):
        """Let the browser start at the first fault, else at the first field of a new row."""
        names = [name for name in self.fields if not self[name].is_hidden]
        faulty = [name for name in names if name in self.errors]
        if start := faulty or (names if self.is_new else []):
            self.fields[start[0]].widget.attrs["autofocus"] = True

    def save(self, edit=edit_row):
        """Save the row; raise Conflict where somebody else saved it in the meantime."""
        if self.is_new:
            add_row(self.instance, by=self.by, links=self.links)
        else:
            edit(self.instance, by=self.by, version=self.cleaned_data["version"], links=self.links)
        return self.instance
