"""What the forms of all rows share: the values alone (`ValuesForm`), and the whole page (`EntryForm`)."""

from uuid import uuid4

from django import forms

from accounts.rows.editing import add_row, edit_row


class ValuesForm(forms.ModelForm):
    """What a row says, for the year and the own organisation of a person (`by`); it asks the database nothing.

    Lists that are pasted or uploaded are looked through by a form of this kind a row.
    """

    def __init__(self, *args, by, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.year = by, year
        if self.is_new:
            self.instance.organisation, self.instance.reporting_year = by.organisation, year

    @property
    def is_new(self):
        return self.instance.pk is None


class EntryForm(ValuesForm):
    """The page of one row: it is sent once, knows the version that was read, and links the row to others."""

    sent_key = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sent_key"].initial = uuid4
        self.fields["version"].initial = self.instance.version
        self.fields["division"].queryset = self.by.organisation.divisions
        if self.is_new:
            self.fields["division"].initial = self.by.division_id
            self.fields["reporting_year"].initial = self.year
        self._add_links()

    def _add_links(self):
        """Add a choice of rows for each relation: those of the same body and year, and those chosen before."""
        for name, label in self._meta.model.link_labels.items():
            model = self._meta.model._meta.get_field(name).related_model
            rows = model.objects.of(self.by.organisation).for_year(self.year).in_order()
            chosen = [] if self.is_new else list(getattr(self.instance, name).all())
            self.fields[name] = forms.ModelMultipleChoiceField(
                rows | model.objects.filter(pk__in=[row.pk for row in chosen]),
                label=label[0].upper() + label[1:],
                required=False,
                initial=chosen,
                widget=forms.CheckboxSelectMultiple,
            )

    @property
    def links(self):
        return {name: self.cleaned_data[name] for name in self._meta.model.link_labels}

    def save(self):
        """Save the row; raise EditConflict where somebody else saved it in the meantime."""
        if self.is_new:
            add_row(self.instance, by=self.by, links=self.links)
        else:
            edit_row(self.instance, by=self.by, version=self.cleaned_data["version"], links=self.links)
        return self.instance
