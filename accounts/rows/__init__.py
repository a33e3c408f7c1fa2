"""The rows of a year's work: their common model, and the forms, pages and verbs of all kinds of row."""

from accounts.rows.year_row import (
    FIRST_YEAR,
    LAST_YEAR,
    OwnedQuerySet,
    YearField,
    YearRow,
    YearRowQuerySet,
    parse_pk,
    year_row_indexes,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "OwnedQuerySet",
    "YearField",
    "YearRow",
    "YearRowQuerySet",
    "parse_pk",
    "year_row_indexes",
]
