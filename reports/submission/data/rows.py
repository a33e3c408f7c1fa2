"""The rows of a report as data: those that it prints, counts or names as evidence, with the links among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from accounts.rows import YearRow
from events.kinds import DatePrecision
from events.models import Event
from plans.models import Directive, OfficialDocument, Plan, Policy
from reports.compiling.listings import MODELS, ListedRows, choices_in, is_in_period, one_line
from reports.document.data import Data
from reports.models import Report, Submission, SubmittedEvent

RowKey = tuple[str, int]  # the name of a row's model and its pk: ("event", 12)

# The lists of rows in the data, each with its model.
LISTS: dict[str, type[YearRow]] = {
    "directives": Directive,
    "plans": Plan,
    "events": Event,
    "policies": Policy,
}
LINKS: tuple[tuple[type[YearRow], str], ...] = ((Plan, "directives"), (Event, "plans"), (Event, "policies"))
OF_DOCUMENTS = ("number", "issued_on", "issuing_body", "subject")
FIELDS: dict[type[YearRow], tuple[str, ...]] = {
    Directive: OF_DOCUMENTS,
    Plan: OF_DOCUMENTS,
    Event: (
        *("name", "held_from", "held_to", "date_precision", "sessions", "mode", "place", "partners"),
        *("attendance", "attendance_is_minimum", "attendance_is_approximate"),
        *("description", "handouts", "originals", "posted", "copies"),
    ),
    Policy: ("name", "lead_body", "due_on"),
}


def key_of(row: YearRow) -> RowKey:
    return str(row._meta.model_name), row.pk


def rows_data(report: Report, texts: Iterable[str], cited: Collection[RowKey]) -> Data:
    """Return the rows that the listings in the texts print and those that are cited, in the order of the paper.

    Links lead to rows among them alone: nothing goes along that the report does not print, count or name.
    """
    stored = {model: tuple(_stored(model, report, cited)) for model in LISTS.values()}
    printed = _printed(report, texts, stored)
    kept = {
        model: [row for row in rows if key_of(row) in printed or key_of(row) in cited]
        for model, rows in stored.items()
    }
    links = _links(kept)
    return {
        name: [_row(row, links[key_of(row)], is_printed=key_of(row) in printed) for row in kept[model]]
        for name, model in LISTS.items()
    }


def _stored(model: type[YearRow], report: Report, cited: Collection[RowKey]) -> Iterable[YearRow]:
    """Return the rows of the year, and those of other years that are cited, with one query."""
    pks = [pk for label, pk in cited if label == model._meta.model_name]
    rows = model._default_manager.of(report.organisation)
    asked = rows.filter(Q(reporting_year=report.reporting_year) | Q(pk__in=pks))
    found: Iterable[YearRow] = asked.select_related("division").defer("search_text").in_order()
    return found


def _printed(
    report: Report, texts: Iterable[str], stored: Mapping[type[YearRow], tuple[YearRow, ...]]
) -> set[RowKey]:
    listed = ListedRows(
        report, {name: tuple(_listed(stored.get(model, ()), report)) for name, model in MODELS.items()}
    )
    choices = {choice for text in texts for choice in choices_in(text) if choice.name in MODELS}
    return {key_of(row) for choice in choices for row in listed.rows(choice)}


def _listed(rows: Iterable[YearRow], report: Report) -> Iterator[YearRow]:
    for row in rows:
        is_of_year = row.reporting_year == report.reporting_year
        if is_of_year and row.in_report and is_in_period(row, report):
            yield row


def _links(kept: Mapping[type[YearRow], list[YearRow]]) -> dict[RowKey, Data]:
    """Return the pks of the kept rows to which each row is linked, by the names of its relations; a query each."""
    links: dict[RowKey, Data] = defaultdict(dict)
    for model, name in LINKS:
        pks = {row.pk for row in kept[LISTS[name]]}
        found: dict[int, list[int]] = defaultdict(list)
        relation: Any = getattr(model, name)
        source, target = relation.field.m2m_column_name(), relation.field.m2m_reverse_name()
        pairs = relation.through._default_manager.filter(**{f"{source}__in": [row.pk for row in kept[model]]})
        for pk, linked in pairs.values_list(source, target):
            if linked in pks:
                found[pk].append(linked)
        for row in kept[model]:
            links[key_of(row)][name] = sorted(found[row.pk])
    return links


def _row(row: YearRow, links: Data, *, is_printed: bool) -> Data:
    return {
        "pk": row.pk,
        "words": one_line(str(row)),
        "is_printed": is_printed,
        "reporting_year": row.reporting_year,
        "division": str(row.division or ""),
        "kind": getattr(row, "kind", ""),
        "kind_label": _kind_label(row),
        "wording": row.wording,
        **{name: plain(getattr(row, name)) for name in FIELDS[type(row)]},
        **links,
    }


def _kind_label(row: YearRow) -> str:
    if isinstance(row, OfficialDocument):
        return row.kind_text
    return str(row.get_kind_display())  # type: ignore[attr-defined]


def plain(value: object) -> object:
    """Return a value as JSON has it: a day as "2024-03-05", a decimal number as a text."""
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def store_events(submission: Submission, rows: Data) -> None:
    """Save the events of a submission that have a name and a day, with the values that its data states; one query."""
    SubmittedEvent.objects.bulk_create(
        SubmittedEvent(submission=submission, row=event["pk"], name=event["name"], held_on=event["held_from"])
        for event in rows["events"]
        if event["name"] and event["held_from"] and event["date_precision"] == DatePrecision.DAY
    )
