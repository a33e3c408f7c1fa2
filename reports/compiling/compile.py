"""Makes the Document of a report from its rows, with a fixed number of queries and one per listed model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from accounts.rows import YearRow
from pbgdpl.lib.vietnamese import clean_line, official_date
from reports.compiling.bullets import joined
from reports.compiling.collected import CollectedListings
from reports.compiling.figures.columns import FigureValue
from reports.compiling.figures.marks import FigureMark, expanded
from reports.compiling.figures.values import TextFigures
from reports.compiling.form_listings import OF_FORM, FormBlocks, form_blocks
from reports.compiling.listings import (
    CRITERIA,
    KINDS,
    MODELS,
    OF_PROVINCE,
    ListedRows,
    ListingChoice,
    printed,
    read_choice,
)
from reports.document.numbering import nested
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
from reports.models import Annex as AnnexRow
from reports.models import Assessment, Report
from reports.models import Section as SectionRow
from reports.received.listings import COLLECTED


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a report that are printed, where they are loaded already, each in the order of the paper."""

    sections: tuple[SectionRow, ...]
    assessments: tuple[Assessment, ...]
    annexes: tuple[AnnexRow, ...]
    recipients: tuple[str, ...]
    rows: Mapping[str, tuple[YearRow, ...]]  # those in the listings of each name
    figures: Mapping[FigureMark, FigureValue]  # of the marks in the texts
    form: FormBlocks  # what the listings of the form print
    collected: CollectedListings  # what those of the bodies' reports print


def compile_report(report: Report, parts: Parts | None = None) -> Document:
    """Return the report as it is stored now, with the rows of its listings; `parts` need not be loaded again."""
    fill = _Filling(report, parts)
    annexes = parts.annexes if parts else report.annexes.all()
    return _document(
        report,
        body=(*fill(report.opening), *_sections(parts.sections if parts else report.sections.all(), fill)),
        recipients=parts.recipients if parts else _recipients(report),
        annexes=tuple(Annex(annex.printed("title").upper(), fill(annex.body)) for annex in annexes),
        closing=fill.printed(report.closing),
    )


def compile_sketch(report: Report) -> Document:
    """Return the report with "…" in place of the rows of its listings, which are not loaded, and without annexes."""
    sketch = _Sketch(report)
    body = (*sketch(report.opening), *_sections(report.sections.all(), sketch))
    closing = sketch.printed(report.closing)
    return _document(report, body=body, recipients=_recipients(report), annexes=(), closing=closing)


def compile_ends(report: Report, recipients: Iterable[str]) -> Document:
    """Return the head and the end of a report that may not be stored, with "…" in place of its sections."""
    fill = _Filling(report)
    body = (*fill(report.opening), Paragraph("…"))
    closing = fill.printed(report.closing)
    return _document(report, body=body, recipients=tuple(recipients), annexes=(), closing=closing)


def _document(
    report: Report,
    *,
    body: tuple[Block, ...],
    recipients: tuple[str, ...],
    annexes: tuple[Annex, ...],
    closing: str,
) -> Document:
    return Document(
        letterhead=_letterhead(report),
        kind=report.kind.upper(),
        subject=report.printed("subject"),
        period_note=report.period_note or composed_period_note(report),
        addressees=_lines(report.addressees),
        legal_bases=_lines(report.legal_bases),
        body=body,
        closing=clean_line(closing),
        recipients=recipients,
        signature=Signature(
            tuple(line.upper() for line in _lines(report.signer_authority)), report.signer_name
        ),
        annexes=annexes,
        numbering=Numbering(report.numbering),
        author=report.author or report.issuing_body,
    )


def _recipients(report: Report) -> tuple[str, ...]:
    return tuple(recipient.name for recipient in report.recipients.all())


def _letterhead(report: Report) -> Letterhead:
    return Letterhead(
        parent_body=report.printed("parent_body").upper(),
        issuing_body=report.printed("issuing_body").upper(),
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


def _sections(rows: Iterable[SectionRow], fill: _Filling) -> tuple[Section, ...]:
    """Return rows in reading order as a tree: a row that is deeper than the one before is its child."""
    return tuple(
        Section(row.printed_heading, (*fill(row.body), *_sections(below, fill)))
        for row, below in nested(rows, attrgetter("depth"))
    )


class _Filling:
    """Makes blocks of typed text, with the rows of each listing in its place, queried once for equal listings."""

    def __init__(self, report: Report, parts: Parts | None = None) -> None:
        self.report, self.parts = report, parts
        self.rows = ListedRows(report, parts.rows if parts else {})
        self.listed: dict[ListingChoice, tuple[Block, ...]] = {}
        self.collected = parts.collected if parts else CollectedListings(report)
        self.loaded = TextFigures(report, self.collected)
        self.figures: Mapping[FigureMark, FigureValue] | TextFigures = parts.figures if parts else self.loaded

    def __call__(self, text: str) -> tuple[Block, ...]:
        """Return the text as blocks, adjacent bullets in one list."""
        return tuple(joined(self._blocks(text)))

    def _blocks(self, text: str) -> Iterator[Block]:
        for typed in blocks(self.printed(text)):
            if isinstance(typed, Listing):
                yield from self._listing(typed.name)
            else:
                yield typed

    def printed(self, text: str) -> str:
        """Return the text with its figures."""
        return expanded(text, lambda mark: self.figures[mark].text)

    def _listing(self, name: str) -> tuple[Block, ...]:
        """Return the blocks that a listing prints; one that cannot be read is printed as it was typed."""
        choice = read_choice(name)
        if choice is None or (choice.name in OF_PROVINCE and not self.collected.is_offered):
            return (Paragraph(f"[[{name}]]"),)
        if choice not in self.listed:
            self.listed[choice] = tuple(self._printed(choice))
        return self.listed[choice]

    @cached_property
    def form(self) -> FormBlocks:
        return self.parts.form if self.parts else form_blocks(self.loaded)

    def _printed(self, choice: ListingChoice) -> Iterator[Block]:
        if choice.name == CRITERIA:
            for one in self.parts.assessments if self.parts else _assessed(self.report):
                yield from _assessment(one, self.printed(one.text))
        if choice.name in OF_FORM:
            yield from self.form.get(choice.name, ())
        if choice.name in COLLECTED:
            yield from self.collected[choice].blocks
        for group in self.rows.groups(choice):
            if group.lead:
                yield Paragraph("", lead=group.lead)
            yield BulletList(tuple(line.text for line in group.lines))


class _Sketch(_Filling):
    """Makes blocks of typed text, with one line in place of the rows of each listing that has some, "…" for figures."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.kinds: dict[str, set[str]] = {}

    def printed(self, text: str) -> str:
        return expanded(text, lambda mark: "…")

    def _printed(self, choice: ListingChoice) -> Iterator[Block]:
        if choice.name == CRITERIA:
            yield from super()._printed(choice)
        elif choice.name not in MODELS or self._kinds(choice.name) & set(choice.kinds or KINDS[choice.name]):
            yield Paragraph("…")

    def _kinds(self, name: str) -> set[str]:
        if name not in self.kinds:
            self.kinds[name] = _printed_kinds(self.report, name)
        return self.kinds[name]


def _printed_kinds(report: Report, name: str) -> set[str]:
    """Return the kinds of the rows that the whole listing of a name prints, in one query."""
    rows = MODELS[name]._default_manager.of(report.organisation).for_year(report.reporting_year)
    asked = rows.filter(printed(ListingChoice(name), report)).order_by()
    return set(asked.values_list("kind", flat=True).distinct())


def _assessed(report: Report) -> Iterable[Assessment]:
    yield from report.assessments.select_related("criterion")


def _assessment(assessment: Assessment, text: str) -> Iterator[Block]:
    match _lines(text):
        case (first, *more):
            yield Paragraph(first, lead=f"{assessment.criterion.name}:")
            yield from map(Paragraph, more)
