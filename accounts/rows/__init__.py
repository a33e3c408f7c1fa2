"""The rows of a year's work: what all of them have, and how they are entered, listed, changed and passed on."""

from accounts.rows.year_row import (
    FIRST_YEAR,
    LAST_YEAR,
    OwnedQuerySet,
    YearField,
    YearRow,
    YearRowQuerySet,
    parse_pk,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "OwnedQuerySet",
    "YearField",
    "YearRow",
    "YearRowQuerySet",
    "parse_pk",
]
