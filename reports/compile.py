"""Rows become the Document: the only module here that queries for it, a fixed number of times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from accounts.rows import YearRow
from events.models import Event
from pbgdpl.lib.vietnamese import clean_line, official_date
from plans.models import Directive, OfficialDocument, Plan
from reports.document.tree import (
    Annex,
    Block,
    BulletList,
    Document,
    Letterhead,
    Numbering,
    Paragraph,
    Section,
    Signature,
)
from reports.document.typed import Listing, blocks
from reports.models import Report
from reports.models import Section as SectionRow

Row = TypeVar("Row", bound=YearRow)


def compile_report(report: Report) -> Document:
    """Return the report as it stands now in the database, listings filled with their rows."""
    fill = _Filling(report)
    return Document(
        letterhead=_letterhead(report),
        kind=report.kind.upper(),
        subject=report.subject,
        period_note=report.period_note or composed_period_note(report),
        addressees=_lines(report.addressees),
        legal_bases=_lines(report.legal_bases),
        body=(*fill(report.opening), *_sections(list(report.sections.all()), fill)),
        closing=clean_line(report.closing),
        recipients=tuple(recipient.name for recipient in report.recipients.all()),
        signature=Signature(
            tuple(line.upper() for line in _lines(report.signer_authority)), report.signer_name
        ),
        annexes=tuple(Annex(annex.title.upper(), fill(annex.body)) for annex in report.annexes.all()),
        numbering=Numbering(report.numbering),
        author=report.author or report.issuing_body,
    )


def _letterhead(report: Report) -> Letterhead:
    return Letterhead(
        parent_body=report.parent_body.upper(),
        issuing_body=report.issuing_body.upper(),
        number=report.number,
        place=report.place,
        issued_on=report.issued_on,
        contact=report.contact,
    )


def composed_period_note(report: Report) -> str:
    """Return "(Thống kê số liệu từ ngày … đến ngày …)", or nothing where the period has no days."""
    if report.statistics_from is None or report.statistics_to is None:
        return ""
    start, end = map(official_date, (report.statistics_from, report.statistics_to))
    return f"(Thống kê số liệu từ ngày {start} đến ngày {end})"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(clean_line, text.split("\n"))))


def _sections(rows: list[SectionRow], fill: _Filling) -> tuple[Section, ...]:
    """Return rows in reading order as a tree: a row deeper than the one before stands below it."""
    sections = []
    while rows:
        row = rows.pop(0)
        below = []
        while rows and rows[0].depth > row.depth:
            below.append(rows.pop(0))
        heading = row.heading.upper() if row.depth == 1 else row.heading
        sections.append(Section(heading, (*fill(row.body), *_sections(below, fill))))
    return tuple(sections)


class _Filling:
    """Makes blocks of typed text, each listing in its place; a listing named twice is queried once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.listed: dict[str, tuple[Block, ...]] = {}

    def __call__(self, text: str) -> tuple[Block, ...]:
        """Return the text as blocks; bullets that meet are one list."""
        filled: list[Block] = []
        for typed in blocks(text):
            for block in self._listing(typed.name) if isinstance(typed, Listing) else (typed,):
                match filled[-1:], block:
                    case [BulletList(above, mark)], BulletList(items, same) if mark == same:
                        filled[-1] = BulletList((*above, *items), mark)
                    case _:
                        filled.append(block)
        return tuple(filled)

    def _listing(self, name: str) -> tuple[Block, ...]:
        """Return the rows of a listing; an unknown name is shown as it was typed, so that it is noticed."""
        if name not in LISTINGS:
            return (Paragraph(f"[[{name}]]"),)
        if name not in self.listed:
            self.listed[name] = tuple(LISTINGS[name](self.report))
        return self.listed[name]


def _rows(model: type[Row], report: Report) -> Iterable[Row]:
    rows = model._default_manager.of(report.organisation).for_year(report.reporting_year)
    listed: Iterable[Row] = rows.in_report().in_order()
    return listed


def _document_bullets(model: type[OfficialDocument]) -> Callable[[Report], Iterator[Block]]:
    """Return a listing whose lines end with ";", the last with "."."""

    def listing(report: Report) -> Iterator[Block]:
        citations = [clean_line(row.citation()) for row in _rows(model, report)]
        if citations:
            yield BulletList((*(f"{line};" for line in citations[:-1]), f"{citations[-1]}."))

    return listing


def _event_bullets(report: Report) -> Iterator[Block]:
    summaries = tuple(f"{clean_line(event.summary())}." for event in _rows(Event, report))
    if summaries:
        yield BulletList(summaries)


def _assessments(report: Report) -> Iterator[Block]:
    for assessment in report.assessments.select_related("criterion"):
        first, *more = _lines(assessment.text)
        yield Paragraph(first, lead=f"{assessment.criterion.name}:")
        yield from map(Paragraph, more)


# What a line in double square brackets stands for.
PLANS, DIRECTIVES, EVENTS, CRITERIA = "văn bản đã ban hành", "văn bản chỉ đạo", "hoạt động", "tiêu chí"
LISTINGS: dict[str, Callable[[Report], Iterator[Block]]] = {
    PLANS: _document_bullets(Plan),
    DIRECTIVES: _document_bullets(Directive),
    EVENTS: _event_bullets,
    CRITERIA: _assessments,
}
