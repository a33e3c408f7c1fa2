"""Stores the Document of an earlier report as rows: the inverse of `compile_report`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models, transaction

from accounts.models import Organisation
from accounts.rows import YearRow
from events.models import Event
from pbgdpl.lib.vietnamese import fold
from plans.models import Directive, OfficialDocument, Plan
from plans.reading import read_citation
from reports.compiling.compile import composed_period_note
from reports.document.tree import Document, Letterhead
from reports.document.typed import TypedBlock, typed_text
from reports.models import Annex, Assessment, Recipient, Report, Section
from reports.models.report import open_number, usual_subject
from reports.reading.line_reader import LineReader, same_in_all_citations, words
from reports.reading.mentions import mentions_in
from reports.reading.ownership import symbols_of
from reports.reading.report.assessments import criteria_of, with_assessments
from reports.reading.report.listings import (
    Part,
    Run,
    all_texts,
    flattened,
    list_items,
    longest,
    parts,
    runs,
    texts,
    with_listings,
)

DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Imported:
    """The rows of an earlier report; `paragraphs` counts the paragraphs that no listing replaces."""

    report: Report
    rows: tuple[YearRow, ...]
    sections: int
    annexes: int
    recipients: int
    paragraphs: int

    def count(self, model: type[YearRow], *, in_report: bool | None = None) -> int:
        """Return the count of the rows of a model: all, only those in listings, or only the others."""
        return sum(type(row) is model and in_report in (None, row.in_report) for row in self.rows)


class AlreadyReported(ValueError):
    """Raised when the body has a report on that year already."""


@transaction.atomic
def store_report(document: Document, *, organisation: Organisation, year: int) -> Imported:
    """Save an earlier report, in one transaction, and return it with its rows."""
    if Report.objects.of(organisation).for_year(year).exists():
        raise AlreadyReported(f"{organisation.name} đã có báo cáo năm {year}; mỗi năm chỉ nhập một báo cáo.")
    all_parts = parts(document, year)
    mentions = mentions_in(all_texts(document, all_parts), organisation)
    reader = LineReader(organisation, year, _symbols(organisation, document, all_parts), mentions=mentions)
    found = runs(all_parts, reader.listed, year=year, issued_on=document.letterhead.issued_on)
    chosen = longest(found)
    bodies = [
        with_listings(part, tuple(run for run in chosen if run.part == i)) for i, part in enumerate(all_parts)
    ]
    report = _report(document, organisation, year, opening=typed_text(bodies[0]))
    _save_parts(report, document, all_parts, bodies)
    rows = _rows(document, all_parts, found, chosen, reader)
    for model in (Plan, Directive, Event):
        model._default_manager.bulk_create(row for row in rows if type(row) is model)
    return Imported(
        report=report,
        rows=rows,
        sections=len(all_parts) - 1,
        annexes=len(document.annexes),
        recipients=len(document.recipients),
        paragraphs=sum(len(texts(block)) for body in bodies for block in body),
    )


def _symbols(organisation: Organisation, document: Document, all_parts: Sequence[Part]) -> frozenset[str]:
    """Return the symbols of the body, by the documents that the report lists."""
    listed = filter(None, map(read_citation, list_items(all_parts)))
    return symbols_of(organisation, document.letterhead.number, listed)


def _report(document: Document, organisation: Organisation, year: int, *, opening: str) -> Report:
    """Return the saved report; values that the paper lacks come from the organisation."""
    report = Report(
        organisation=organisation,
        reporting_year=year,
        numbering=document.numbering.value,
        kind=document.kind or "BÁO CÁO",
        subject=document.subject or usual_subject(year),
        addressees="\n".join(document.addressees),
        legal_bases="\n".join(document.legal_bases),
        opening=opening,
        closing=document.closing,
        signer_authority="\n".join(document.signature.authority),
        signer_name=document.signature.name,
        author=document.author,
    )
    _set_letterhead(report, document.letterhead)
    _set_period(report, document.period_note)
    report.full_clean()
    report.save()
    return report


def _set_letterhead(report: Report, head: Letterhead) -> None:
    organisation = report.organisation
    is_own_name = fold(head.issuing_body) in ("", fold(organisation.name))
    report.parent_body = head.parent_body or organisation.parent_body
    report.issuing_body = organisation.name if is_own_name else head.issuing_body
    report.number = head.number or open_number(organisation)
    report.place = head.place or organisation.place
    report.issued_on = head.issued_on
    report.contact = head.contact


def _set_period(report: Report, note: str) -> None:
    """Set the days that a period note names, and its words if they differ from what the days would print."""
    report.statistics_from, report.statistics_to = _statistics(note)
    report.period_note = note if words(composed_period_note(report)) != words(note) else ""


def _statistics(note: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of the statistics that a period note names, or None for both."""
    try:
        days = [date(int(year), int(month), int(day)) for day, month, year in DATE.findall(note)]
    except ValueError:
        return None, None
    match days:
        case [start, end] if start <= end:
            return start, end
        case _:
            return None, None


def _save_parts(
    report: Report, document: Document, all_parts: Sequence[Part], bodies: Sequence[tuple[TypedBlock, ...]]
) -> None:
    """Save the sections, annexes and recipients of the report."""
    _save(
        Section(
            report=report, position=position, depth=part.depth, heading=part.heading, body=typed_text(body)
        )
        for position, (part, body) in enumerate(_assessed(report, all_parts, bodies), start=1)
    )
    _save(
        Annex(
            report=report,
            position=position,
            title=annex.title,
            body=typed_text(flattened(annex.blocks, document.numbering)),
        )
        for position, annex in enumerate(document.annexes, start=1)
    )
    _save(
        Recipient(report=report, position=position, name=name)
        for position, name in enumerate(document.recipients, start=1)
    )


def _save(parts_of_report: Iterable[models.Model]) -> None:
    """Validate and save rows of one model, so that a text that is too long has a message on PostgreSQL too."""
    for row in (rows := list(parts_of_report)):
        row.clean_fields(exclude={"report"})
    if rows:
        type(rows[0])._default_manager.bulk_create(rows)


def _assessed(
    report: Report, all_parts: Sequence[Part], bodies: Sequence[tuple[TypedBlock, ...]]
) -> Iterator[tuple[Part, tuple[TypedBlock, ...]]]:
    """Yield each section with its body, and save the assessments of the first section that has all criteria."""
    criteria = criteria_of(report.reporting_year)
    for part, body in zip(all_parts[1:], bodies[1:], strict=True):
        left, assessed = with_assessments(body, criteria)
        Assessment.objects.bulk_create(
            Assessment(report=report, criterion=criterion, text=text)
            for criterion, text in zip(criteria, assessed, strict=False)
        )
        criteria = () if assessed else criteria
        yield part, left


def _rows(
    document: Document,
    all_parts: Sequence[Part],
    found: Sequence[Run],
    chosen: Sequence[Run],
    reader: LineReader,
) -> tuple[YearRow, ...]:
    """Return the rows of the listings in the order of the paper, then all other named documents and events once."""
    rows: list[YearRow] = []
    for run in chosen:
        for position, row in enumerate(run.rows, start=1):
            row.position = position
            rows.append(row)
    known: defaultdict[tuple[object, ...], set[date | None]] = defaultdict(set)
    for row in rows:
        known[_same_in_all(row)].add(_day(row))
    for row in _in_passing(document, all_parts, found, chosen, reader):
        day, days = _day(row), known[_same_in_all(row)]
        # Dates that differ tell two documents of one number apart, a date that is missing does not.
        if not days or not (day is None or None in days or day in days):
            days.add(day)
            row.in_report, row.position = False, len(rows) + 1
            rows.append(row)
    return tuple(rows)


def _in_passing(
    document: Document,
    all_parts: Sequence[Part],
    found: Sequence[Run],
    chosen: Sequence[Run],
    reader: LineReader,
) -> Iterator[YearRow]:
    """Yield the rows named outside the listings: of other lists, then documents that legal bases and texts cite."""
    yield from (row for run in found if run not in chosen for row in run.rows)
    for basis in document.legal_bases:
        yield from reader.cited(basis, is_listed=False)
    listed = {(run.part, run.block, item) for run in found for item in range(run.start, run.stop)}
    for part, content in enumerate(all_parts):
        for block, typed in enumerate(content.blocks):
            for item, text in enumerate(texts(typed)):
                yield from reader.cited(text, is_listed=(part, block, item) in listed)


def _same_in_all(row: YearRow) -> tuple[object, ...]:
    """Return what all rows of one document or of one event have in common: a line may name thousands of them."""
    return same_in_all_citations(row) if isinstance(row, OfficialDocument) else (type(row), str(row))


def _day(row: YearRow) -> date | None:
    return row.issued_on if isinstance(row, OfficialDocument) else None
