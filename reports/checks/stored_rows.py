"""The rows of a year as they are stored, read as plain values; instances are made of them when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from accounts.rows import YearRow
from events.models import Event
from plans.models import Plan
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
        return tuple(map(self._instance, self.values))

    def _instance(self, values: tuple[object, ...]) -> Row:
        names = read_fields(self.model)
        row = self.model.from_db(self.alias, names, values[: len(names)])
        for name, count in zip(self.model.counts, values[len(names) :], strict=True):
            setattr(row, name, count)
        return row


@cache
def read_fields(model: type[YearRow]) -> tuple[str, ...]:
    """Return the names of the columns that are read of each row."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.name not in UNREAD)


def stored_rows(model: type[Row], report: Report) -> StoredRows[Row]:
    """Return the rows of the report's year, with one query."""
    rows = model._default_manager.of(report.organisation).for_year(report.reporting_year)
    values = rows.with_counts().in_order().values_list(*read_fields(model), *model.counts)
    return StoredRows(model, rows.db, tuple(values))


def stored_links(report: Report) -> tuple[frozenset[int], bool]:
    """Return the pks of the year's directives that a plan carries out, and whether there is any link at all."""
    owner, year = report.organisation, report.reporting_year
    led_to = Plan.directives.through._default_manager.filter(
        directive__organisation=owner, directive__reporting_year=year, plan__deleted_at=None
    )
    linked_events = Event.plans.through._default_manager.filter(
        event__organisation=owner, event__reporting_year=year, event__deleted_at=None, plan__deleted_at=None
    )
    carried_out = frozenset(led_to.values_list("directive_id", flat=True))
    has_events = linked_events.exists()  # always, so that the number of queries is fixed
    return carried_out, has_events or bool(carried_out)
