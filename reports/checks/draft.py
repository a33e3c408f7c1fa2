"""A draft with everything that the rules read, loaded with a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import TypeVar

from django.db.models import Model

from accounts.rows import YearRow
from events.models import Event
from pbgdpl.lib.remembering import made_of
from plans.models import Directive, OfficialDocument, Plan, Policy
from plans.reading import Citation
from reports.checks.earlier import EarlierTexts, earlier_texts
from reports.checks.figures_of_texts import DraftFigures, figures_of
from reports.checks.findings import Part, Place
from reports.checks.marked import MarkedText, marked_texts
from reports.checks.passages import (
    NAMES,
    ListedIn,
    Passage,
    annex_passages,
    assessment_passages,
    cited,
    listing_sections,
    place_of,
    recipient_passages,
    report_passages,
    row_passages,
    section_passages,
)
from reports.checks.stored_rows import StoredRows, stored_links, stored_rows
from reports.compiling.collected import CollectedListings
from reports.compiling.compile import Parts, compile_report
from reports.compiling.contents import Entry, contents
from reports.compiling.listings import is_in_period, kind_of
from reports.document.tree import Document
from reports.models import Annex, Assessment, Report, Section
from reports.needs import Needs, needs_of
from reports.reading.ownership import own_symbols
from reports.received.taken_over import TakenWords, taken_words

Row = TypeVar("Row", bound=YearRow)


@dataclass(frozen=True, eq=False)
class Draft:
    """What is stored of a report; what is made of it is made when it is asked for, without queries."""

    report: Report
    today: date
    sections: tuple[Section, ...]
    assessments: tuple[Assessment, ...]
    annexes: tuple[Annex, ...]
    recipients: tuple[str, ...]
    # Those of the whole year, also for a report on six months.
    stored_plans: StoredRows[Plan]
    stored_directives: StoredRows[Directive]
    stored_policies: StoredRows[Policy]
    stored_events: StoredRows[Event]
    carried_out: frozenset[int]  # the directives to which a plan is linked
    has_links: bool  # whether any row of the year is linked to another
    needs: Needs  # which directives need a plan
    earlier: EarlierTexts
    figures: DraftFigures
    taken_over: tuple[TakenWords, ...]  # from the reports of other bodies
    collected: CollectedListings

    @cached_property
    def digest(self) -> bytes:
        """Return a digest of all that is stored: equal digests have equal findings."""
        return digest_of(self)

    @property
    def is_of_province(self) -> bool:
        return self.figures.is_of_province

    @cached_property
    def recorded(self) -> tuple[OfficialDocument, ...]:
        return (*self._plans, *self._directives)

    # The rows of the period in the order of the paper, also those that are only mentioned in the text.

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        return _in_period(self._plans, self.report)

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        return _in_period(self._directives, self.report)

    @cached_property
    def policies(self) -> tuple[Policy, ...]:
        return _in_period(self.stored_policies.instances(), self.report)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return _in_period(self.stored_events.instances(), self.report)

    @cached_property
    def _plans(self) -> tuple[Plan, ...]:
        return self.stored_plans.instances()

    @cached_property
    def _directives(self) -> tuple[Directive, ...]:
        return self.stored_directives.instances()

    @property
    def documents(self) -> tuple[OfficialDocument, ...]:
        return (*self.plans, *self.directives)

    @property
    def rows(self) -> tuple[YearRow, ...]:
        return (*self.plans, *self.directives, *self.policies, *self.events)

    @cached_property
    def _rows(self) -> Mapping[Part, Sequence[YearRow]]:
        return {
            Part.PLAN: self.plans,
            Part.DIRECTIVE: self.directives,
            Part.POLICY: self.policies,
            Part.EVENT: self.events,
        }

    @cached_property
    def document(self) -> Document:
        listed = {
            NAMES[part]: tuple(row for row in of_model if row.in_report)
            for part, of_model in self._rows.items()
        }
        texts = self.sections, self.assessments, self.annexes, self.recipients
        parts = Parts(*texts, listed, self.figures.values, self.figures.blocks, self.collected)
        return compile_report(self.report, parts)

    @cached_property
    def contents(self) -> tuple[Entry, ...]:
        """Return an entry for each section."""
        return made_of((self.digest, "contents"), lambda: contents(self.document))

    @cached_property
    def listed_kinds(self) -> Mapping[str, Counter[str]]:
        """Return how many rows of each kind the whole listing of a name would print."""
        return made_of((self.digest, "kinds"), self._listed_kinds)

    def _listed_kinds(self) -> Mapping[str, Counter[str]]:
        return {
            NAMES[part]: Counter(kind_of(row) for row in of_model if row.in_report)
            for part, of_model in self._rows.items()
        }

    @property
    def symbols(self) -> frozenset[str]:
        """Return the symbols with which the body may sign."""
        return own_symbols(self.report.organisation, self.report.number)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(_passages(self))

    @cached_property
    def marked(self) -> tuple[MarkedText, ...]:
        """Return the texts that may name an old year."""
        return marked_texts(self.report, self.sections, self.assessments, self.annexes, self.earlier)

    @cached_property
    def citations(self) -> tuple[tuple[Passage, Citation], ...]:
        """Return the documents that the text names, without listings."""
        return tuple(cited(self.passages))

    @cached_property
    def listed_in(self) -> ListedIn:
        return listing_sections(self.sections)

    def place_of(self, *rows: YearRow, field: str = "") -> Place:
        """Return the place of rows of one model, with the field of their form to be corrected."""
        return place_of(rows, self.listed_in, field)


def load(report: Report, today: date) -> Draft:
    carried_out, has_links = stored_links(report)
    sections, annexes = tuple(report.sections.all()), tuple(report.annexes.all())
    assessments = tuple(report.assessments.select_related("criterion"))
    texts = [report.opening, *(one.body for one in sections), *(one.body for one in annexes)]
    collected = CollectedListings(report, texts)
    return Draft(
        report=report,
        today=today,
        sections=sections,
        assessments=assessments,
        annexes=annexes,
        recipients=tuple(recipient.name for recipient in report.recipients.all()),
        stored_plans=stored_rows(Plan, report),
        stored_directives=stored_rows(Directive, report),
        stored_policies=stored_rows(Policy, report),
        stored_events=stored_rows(Event, report),
        carried_out=carried_out,
        has_links=has_links,
        needs=needs_of(report.organisation, report.reporting_year),
        earlier=earlier_texts(report),
        figures=figures_of(report, (*sections, *annexes), assessments, collected),
        taken_over=taken_words(report),
        collected=collected,
    )


def digest_of(draft: Draft) -> bytes:
    """Return a digest of the values of all fields of a draft, and of the rows to which they refer."""
    report, earlier, needs = draft.report, draft.earlier, draft.needs
    stored = [report, report.organisation, *draft.sections, *draft.annexes, *draft.assessments]
    stored += [one.criterion for one in draft.assessments]
    stored += [*filter(None, (earlier.report,)), *earlier.sections]
    rest = (
        (draft.today,),
        draft.recipients,
        *(rows.values for rows in (draft.stored_plans, draft.stored_directives)),
        *(rows.values for rows in (draft.stored_policies, draft.stored_events)),
        (sorted(draft.carried_out), draft.has_links, sorted(needs.of_plans), sorted(needs.of_events)),
        sorted((earlier.assessments or {}).items()),
        (draft.figures.described(), draft.collected.described(), draft.taken_over),
    )
    made = blake2b(repr([_values(one) for one in stored]).encode(), digest_size=16)
    for one in rest:
        made.update(b"\n" + repr(one).encode())
    return made.digest()


def _values(stored: Model) -> tuple[object, ...]:
    """Return the label of an instance's model and the values of its fields."""
    fields = stored._meta.concrete_fields
    return (stored._meta.label, *(getattr(stored, field.attname) for field in fields))


def _passages(draft: Draft) -> Iterator[Passage]:
    printed = draft.figures.printed
    yield from report_passages(draft.report, printed)
    yield from section_passages(draft.sections, printed)
    yield from assessment_passages(draft.assessments, draft.listed_in.get(Part.CRITERION), printed)
    yield from annex_passages(draft.annexes, printed)
    yield from recipient_passages(draft.document)
    yield from row_passages(draft._rows, draft.sections, draft.listed_in)


def _in_period(rows: Iterable[Row], report: Report) -> tuple[Row, ...]:
    return tuple(row for row in rows if is_in_period(row, report))
