"""The listing of a year that an organisation opens: what every list asks for is composed once.

A list that is filtered or sorted asks as any queryset does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from django.db.models import Count, F, QuerySet

from accounts.models import Division, Organisation
from accounts.rows.divisions import DIVISIONS
from accounts.rows.filters import Counts
from accounts.rows.listing import Listing
from accounts.rows.pages import RowPages
from accounts.rows.year_row import YearRow, YearRowQuerySet
from pbgdpl.lib.composed import Composed


class YearListing(Listing):
    """The listing of the rows of an organisation and a year."""

    def __init__(
        self, organisation: Organisation, year: int, pages: RowPages, params: Mapping[str, str]
    ) -> None:
        self.model, self.values = pages.model, (organisation.pk, year)
        super().__init__(pages.model.with_deleted.of(organisation).for_year(year), pages, params)

    def counts(self) -> Counts:
        """Return the counts; a join to the divisions would take SQLite three times as long."""
        names = {one.pk: one.name for one in self.divisions}
        counts = _counts(self.model, self.shows_deleted).tuples(*self.values)
        return [(kind, pk, names.get(pk), count) for kind, pk, count in counts]

    @cached_property
    def divisions(self) -> list[Division]:
        return DIVISIONS.instances(self.values[0])

    def listed(self) -> YearRowQuerySet | PlainRows:
        """Return the rows as `as_shown` does."""
        return PlainRows(self.model, self.values) if self.is_plain else as_shown(self.rows)


class PlainRows:
    """The rows of a list that is neither filtered nor sorted, of which a paginator takes a page."""

    ordered = True

    def __init__(self, model: type[YearRow], values: tuple[int, int]) -> None:
        self.model, self.values = model, values

    def __getitem__(self, part: slice) -> list[Any]:
        return _plain(self.model).instances(*self.values, page=(part.stop - part.start, part.start))


def as_shown(rows: YearRowQuerySet) -> YearRowQuerySet:
    """Return the rows with the names of their division and of who entered them, without what no list shows."""
    listed = rows.as_listed().annotate(division_name=F("division__name"), person=F("entered_by__full_name"))
    return listed.with_counts()


@cache
def _counts(model: type[YearRow], is_deleted: bool) -> Composed:
    def build(organisation: Any, year: Any) -> QuerySet[YearRow, Any]:
        rows: YearRowQuerySet = model.with_deleted.of(organisation).for_year(year)
        shown = rows.filter(deleted_at__isnull=not is_deleted).order_by()
        groups: QuerySet[YearRow, Any] = shown.values_list("kind", "division_id")
        return groups.annotate(Count("pk"))

    return Composed(build)


@cache
def _plain(model: type[YearRow]) -> Composed:
    return Composed(
        lambda organisation, year: as_shown(model.objects.of(organisation).for_year(year).in_order())
    )
