"""Stores the Document of an earlier report as rows: the inverse of `compile_report`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models, transaction

from accounts.history import record
from accounts.models import ChangeKind, Organisation, User
from accounts.rows import YearRow
from accounts.rows.editing import add_many
from events.models import Event
from pbgdpl.lib.vietnamese import fold
from plans.models import Directive, Plan
from reports.compiling.compile import composed_period_note
from reports.document.tree import Document, Letterhead
from reports.document.typed import TypedBlock, typed_text
from reports.models import Annex, Assessment, Criterion, PeriodKey, Recipient, Report, Section
from reports.models.report import open_number, usual_subject
from reports.reading.line_reader import words
from reports.reading.report.assessments import criteria_of, with_assessments
from reports.reading.report.intake import Intake, intake_of
from reports.reading.report.listings import Part, flattened, texts

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
    not_taken: str = ""  # a sentence on the rows that were found and not saved

    def count(self, model: type[YearRow], *, in_report: bool | None = None) -> int:
        """Return the count of the rows of a model: all, only those in listings, or only the others."""
        return sum(type(row) is model and in_report in (None, row.in_report) for row in self.rows)


class AlreadyReported(ValueError):
    """Raised when the body has a report on that year already."""


@transaction.atomic
def store_report(document: Document, *, organisation: Organisation, year: int) -> Imported:
    """Save an earlier report, in one transaction, and return it with its rows."""
    refuse_second_report(organisation, year)
    is_of_province = organisation.reports_for_province
    return store_intake(
        intake_of(document, organisation=organisation, year=year, is_of_province=is_of_province)
    )


def refuse_second_report(organisation: Organisation, year: int) -> None:
    """Raise AlreadyReported if the body has a report on the year; one on its first half is another."""
    if Report.objects.of(organisation).for_period(PeriodKey(year)).exists():
        raise AlreadyReported(f"{organisation.name} đã có báo cáo năm {year}; mỗi năm chỉ nhập một báo cáo.")


@transaction.atomic
def store_intake(intake: Intake, *, by: User | None = None) -> Imported:
    """Save what was read of an earlier report; the history names the person, if there is one."""
    document, organisation, year = intake.document, intake.organisation, intake.year
    report = _report(document, organisation, year, opening=typed_text(intake.bodies[0]))
    _save_parts(report, intake)
    rows = () if intake.is_of_province else tuple(found.row for found in intake.found)
    if by:
        record(report, ChangeKind.ADDED, by=by)
        add_many(rows, by=by)
    else:
        for model in (Plan, Directive, Event):
            model._default_manager.bulk_create(row for row in rows if type(row) is model)
    return Imported(
        report=report,
        rows=rows,
        sections=len(intake.parts) - 1,
        annexes=len(document.annexes),
        recipients=len(document.recipients),
        paragraphs=sum(len(texts(block)) for body in intake.bodies for block in body),
        not_taken=intake.not_taken,
    )


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
    if is_own_name:
        report.take_lines(organisation)
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


def _save_parts(report: Report, intake: Intake) -> None:
    """Save the sections, annexes and recipients of the report."""
    document = intake.document
    criteria = () if intake.is_of_province else criteria_of(report.reporting_year)
    assessed = _assessed(report, intake.parts, intake.bodies, criteria)
    _save(
        Section(
            report=report, position=position, depth=part.depth, heading=part.heading, body=typed_text(body)
        )
        for position, (part, body) in enumerate(assessed, start=1)
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
    report: Report,
    all_parts: Sequence[Part],
    bodies: Sequence[tuple[TypedBlock, ...]],
    criteria: tuple[Criterion, ...],
) -> Iterator[tuple[Part, tuple[TypedBlock, ...]]]:
    """Yield each section with its body, and save the assessments of the first section that has all criteria."""
    for part, body in zip(all_parts[1:], bodies[1:], strict=True):
        left, assessed = with_assessments(body, criteria)
        Assessment.objects.bulk_create(
            Assessment(report=report, criterion=criterion, text=text)
            for criterion, text in zip(criteria, assessed, strict=False)
        )
        criteria = () if assessed else criteria
        yield part, left
