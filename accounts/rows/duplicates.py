"""Duplicates: rows that were entered before; rows are the same if their `identity` is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q

from accounts.rows.year_row import YearRow, YearRowQuerySet


def year_of(row: YearRow) -> int:
    """Return the year of the row's date, or the reporting year if it has no date."""
    day = getattr(row, row.dated_by)
    return int(day.year if day else row.reporting_year)


def duplicates_of(rows: Sequence[YearRow]) -> dict[int, YearRow]:
    """Return {place: stored row} for the rows that repeat a stored one.

    The rows must be of one model and one organisation; one query fetches the stored rows of all years.
    """
    identities = {place: identity for place, row in enumerate(rows) if (identity := row.identity())}
    if not identities:
        return {}
    stored = defaultdict(list)
    for row in _near(rows):
        stored[row.identity()].append(row)
    duplicates = {
        place: next((one for one in stored[identity] if one.pk != rows[place].pk), None)
        for place, identity in identities.items()
    }
    return {place: duplicate for place, duplicate in duplicates.items() if duplicate is not None}


def _near(rows: Sequence[YearRow]) -> YearRowQuerySet:
    """Return the organisation's stored rows of the same years."""
    model, years = type(rows[0]), {year_of(row) for row in rows}
    dated = Q(**{f"{model.dated_by}__year__in": years})
    undated = Q(**{model.dated_by: None, "reporting_year__in": years})
    stored: YearRowQuerySet = model.objects.of(rows[0].organisation).filter(dated | undated)
    return stored.select_related("organisation")
