"""The field of rows to link: its page has the chosen rows and a few others; a year may have thousands."""

from functools import cache, cached_property
from itertools import islice
from operator import attrgetter

from django import forms
from django.db.models import prefetch_related_objects

from accounts.rows.fields import LinksField
from accounts.rows.year_row import parse_pk
from pbgdpl.lib.composed import Composed
from pbgdpl.lib.vietnamese import clean_line, fold

MOST_OFFERED = 20
MOST_IN_THE_OPEN = 6
LONGEST_SEARCH = 200
SEARCH = "find_"  # how the name of a field's search begins: find_directives
FINDING = "find"  # the name of the buttons that search


class LinkChoices(forms.BoundField):
    """The field as its page shows it: `chosen` rows, and `offered` ones that match the typed `words`."""

    @property
    def search_name(self):
        return f"{SEARCH}{self.name}"

    @property
    def words(self):
        """Return the words typed into the field's search, but for NUL, which no page can show."""
        return self.form.searches.get(self.search_name, "")[:LONGEST_SEARCH].replace("\0", "")

    @cached_property
    def chosen_pks(self):
        values = (getattr(value, "pk", value) for value in self.value() or ())
        return {pk for value in values if (pk := parse_pk(str(value)))}

    @cached_property
    def _rows(self):
        """Return the chosen rows, also those of an invalid form, and up to one row more than are offered."""
        chosen = [row for row in self.field.chosen if row.pk in self.chosen_pks]
        if len(chosen) < len(self.chosen_pks):
            chosen = list(self.field.choosable.filter(pk__in=self.chosen_pks))
        found = self.field.found(clean_line(self.words), without=self.chosen_pks)
        prefetch_related_objects([*chosen, *found], *self.field.labelled_by)
        return chosen, found

    @property
    def chosen(self):
        """Return the chosen rows as (pk, label)."""
        return self._labelled(self._rows[0])

    @property
    def offered(self):
        return self._labelled(self._rows[1][:MOST_OFFERED])

    @property
    def is_cut(self):
        """Return whether more rows match than are offered."""
        return len(self._rows[1]) > MOST_OFFERED

    @property
    def is_searched(self):
        """Return whether rows are left out of the page, so that the server has to look for them."""
        return self.is_cut or bool(self.words)

    @property
    def is_few(self):
        """Return whether all rows can stand in the open."""
        return not self.is_searched and sum(map(len, self._rows)) <= MOST_IN_THE_OPEN

    @property
    def is_empty(self):
        """Return whether there is nothing to choose; a search that finds nothing says so."""
        return not (any(self._rows) or self.words)

    def _labelled(self, rows):
        return [(row.pk, self.field.label_from_instance(row)) for row in rows]


class RowLinksField(LinksField):
    """A choice among the `offered` rows and those that are `chosen` already."""

    labelled_by = ()  # the relations that a row's label is taken from
    order = attrgetter("order_key")  # by which the rows entered last are sorted

    def __init__(self, offered, *, chosen, offered_of=None, **kwargs):
        super().__init__(offered, initial=chosen, required=False, **kwargs)
        self.offered, self.chosen = offered, chosen
        self.offered_of = (
            offered_of  # the pk of the organisation and the year that have all offered rows, if so
        )

    @property
    def choosable(self):
        """Return the rows that may be chosen: the offered ones, and those chosen already."""
        return self.offered | self.offered.model.objects.filter(pk__in=[row.pk for row in self.chosen])

    def clean(self, value):
        self.queryset = self.choosable
        return super().clean(value)

    def get_bound_field(self, form, field_name):
        return LinkChoices(form, self, field_name)

    def found(self, words, without):
        """Return up to one more than MOST_OFFERED rows: whose labels have all words, else those entered last."""
        if words:
            others = self.offered.exclude(pk__in=without) if without else self.offered
            return list(islice(self._matching(others, fold(words).split()), MOST_OFFERED + 1))
        page = MOST_OFFERED + 1 + len(without), 0
        if self.offered_of:
            newest = _newest(self.offered.model).instances(*self.offered_of, page=page)
        else:
            newest = self.offered.order_by("-pk")[: page[0]]
        last = [row for row in newest if row.pk not in without][: MOST_OFFERED + 1]
        return [*sorted(last[:MOST_OFFERED], key=self.order), *last[MOST_OFFERED:]]

    def _matching(self, rows, words):
        rows = rows.prefetch_related(*self.labelled_by)
        for row in rows:
            label = fold(self.label_from_instance(row))
            if all(word in label for word in words):
                yield row


@cache
def _newest(model):
    return Composed(lambda organisation, year: model.objects.of(organisation).for_year(year).order_by("-pk"))


@cache
def _linked(relation):
    """Return the query for the rows that a row is linked to by a relation."""
    model, back = relation.related_model, relation.remote_field
    return Composed(lambda row: model.objects.filter(**{back.name: row}).in_order())


def linked_rows(row, name):
    """Return the rows that a saved row is linked to, in order."""
    return _linked(row._meta.get_field(name)).instances(row.pk)
