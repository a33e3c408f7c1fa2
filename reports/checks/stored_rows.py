"""The rows of a year as they are stored, read as plain values; instances are made of them when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from accounts.rows import YearRow
from reports.models import Report

Row = TypeVar("Row", bound=YearRow)

# Fields of which neither the paper nor a rule reads anything.
UNREAD = {"search_text", "entered_by", "entered_at", "division", "deleted_at"}
UNREAD |= {"mode", "sessions", "handouts", "originals", "posted", "copies"}


@dataclass(frozen=True, slots=True)
class StoredRows(Generic[Row]):
    """The rows of one model in the order of the paper, as values: an instance costs as much as reading ten of them."""

    model: type[Row]
    alias: str  # of the database
    values: tuple[tuple[object, ...], ...]

    def instances(self) -> tuple[Row, ...]:
        """Return the rows as instances, whose other fields are deferred."""
        names = read_fields(self.model)
        return tuple(self.model.from_db(self.alias, names, values) for values in self.values)


@cache
def read_fields(model: type[YearRow]) -> tuple[str, ...]:
    """Return the names of the columns that are read of each row."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.name not in UNREAD)


def stored_rows(model: type[Row], report: Report) -> StoredRows[Row]:
    """Return the rows of the report's year, with one query."""
    rows = model._default_manager.of(report.organisation).for_year(report.reporting_year).in_order()
    return StoredRows(model, rows.db, tuple(rows.values_list(*read_fields(model))))
