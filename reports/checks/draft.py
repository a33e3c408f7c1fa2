"""A draft with everything that the rules read, loaded with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from accounts.rows import YearRow
from events.models import Event
from plans.models import Directive, OfficialDocument, Plan
from plans.reading import Citation, read_documents
from reports.checks.earlier import earlier_texts
from reports.checks.findings import Part, Place
from reports.checks.marked import MarkedText, marked_texts
from reports.checks.passages import (
    NAMES,
    ListedIn,
    Origin,
    Passage,
    annex_passages,
    assessment_passages,
    listing_sections,
    place_of,
    recipient_passages,
    report_passages,
    row_passages,
    section_passages,
)
from reports.compiling.compile import Parts, compile_report
from reports.compiling.contents import Entry, contents
from reports.compiling.listings import is_in_period
from reports.document.tree import Document
from reports.models import Annex, Assessment, Report, Section
from reports.needs import Needs, needs_of
from reports.reading.ownership import own_symbols

Row = TypeVar("Row", bound=YearRow)


@dataclass(frozen=True, slots=True)
class Draft:
    report: Report
    document: Document
    contents: tuple[Entry, ...]  # one for each section
    today: date
    sections: tuple[Section, ...]
    assessments: tuple[Assessment, ...]
    annexes: tuple[Annex, ...]
    # The rows of the period in the order of the paper, also those that are only mentioned in the text.
    plans: tuple[Plan, ...]
    directives: tuple[Directive, ...]
    events: tuple[Event, ...]
    carried_out: frozenset[int]  # the directives to which a plan is linked
    has_links: bool  # whether any row of the year is linked to another
    needs: Needs  # which directives need a plan
    symbols: frozenset[str]  # the symbols with which the body may sign
    passages: tuple[Passage, ...]
    marked: tuple[MarkedText, ...]  # the texts that may name an old year
    citations: tuple[tuple[Passage, Citation], ...]  # the documents that the text names, without listings
    listed_in: ListedIn
    recorded: tuple[OfficialDocument, ...]  # of the whole year, also for a report on six months

    @property
    def documents(self) -> tuple[OfficialDocument, ...]:
        return (*self.plans, *self.directives)

    @property
    def rows(self) -> tuple[YearRow, ...]:
        return (*self.plans, *self.directives, *self.events)

    def place_of(self, *rows: YearRow, field: str = "") -> Place:
        """Return the place of rows of one model, with the field of their form to be corrected."""
        return place_of(rows, self.listed_in, field)


def load(report: Report, today: date) -> Draft:
    recorded_plans, recorded_directives = _rows(Plan, report), _rows(Directive, report)
    plans, directives = _in_period(recorded_plans, report), _in_period(recorded_directives, report)
    events = _in_period(_rows(Event, report), report)
    rows = {Part.PLAN: plans, Part.DIRECTIVE: directives, Part.EVENT: events}
    parts = _parts(report, rows)
    document, listed_in = compile_report(report, parts), listing_sections(parts.sections)
    carried_out, has_links = _links(report)
    passages = tuple(_passages(report, document, parts, rows, listed_in))
    return Draft(
        report=report,
        document=document,
        contents=contents(document),
        today=today,
        sections=parts.sections,
        assessments=parts.assessments,
        annexes=parts.annexes,
        plans=plans,
        directives=directives,
        events=events,
        carried_out=carried_out,
        has_links=has_links,
        needs=needs_of(report.organisation, report.reporting_year),
        symbols=own_symbols(report.organisation, report.number),
        passages=passages,
        marked=marked_texts(report, parts.sections, parts.assessments, parts.annexes, earlier_texts(report)),
        citations=tuple(_citations(passages)),
        listed_in=listed_in,
        recorded=(*recorded_plans, *recorded_directives),
    )


def _passages(
    report: Report,
    document: Document,
    parts: Parts,
    rows: Mapping[Part, Sequence[YearRow]],
    listed_in: ListedIn,
) -> Iterator[Passage]:
    yield from report_passages(report)
    yield from section_passages(parts.sections)
    yield from assessment_passages(parts.assessments, listed_in.get(Part.CRITERION))
    yield from annex_passages(parts.annexes)
    yield from recipient_passages(document)
    yield from row_passages(rows, parts.sections, listed_in)


def _rows(model: type[Row], report: Report) -> tuple[Row, ...]:
    rows: Iterable[Row] = (
        model._default_manager.of(report.organisation).for_year(report.reporting_year).in_order()
    )
    return tuple(rows)


def _parts(report: Report, rows: Mapping[Part, Sequence[YearRow]]) -> Parts:
    return Parts(
        sections=tuple(report.sections.all()),
        assessments=tuple(report.assessments.select_related("criterion")),
        annexes=tuple(report.annexes.all()),
        rows={
            NAMES[part]: tuple(row for row in of_model if row.in_report) for part, of_model in rows.items()
        },
    )


def _in_period(rows: Iterable[Row], report: Report) -> tuple[Row, ...]:
    return tuple(row for row in rows if is_in_period(row, report))


def _links(report: Report) -> tuple[frozenset[int], bool]:
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


def _citations(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Citation]]:
    """Yield the passage and the citation of every document with a number that the text names."""
    for passage in passages:
        if passage.origin is Origin.PROSE and any(map(str.isdigit, passage.text)):
            for citation in read_documents(passage.text):
                if citation.number:
                    yield passage, citation
