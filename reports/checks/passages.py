"""The text of a draft in pieces as they are printed: each line with its place and what people call that place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from accounts.rows import YearRow
from events.models import Event
from pbgdpl.lib.vietnamese import clean_line
from plans.models import OfficialDocument
from reports.checks.findings import Part, Place, clipped
from reports.compile import CRITERIA, DIRECTIVES, EVENTS, PLANS
from reports.document.tree import Document, Table
from reports.document.typed import Listing, TypedBlock, blocks
from reports.intake.listings import texts
from reports.models import Annex, Assessment, Report, Section

LISTED = {PLANS: Part.PLAN, DIRECTIVES: Part.DIRECTIVE, EVENTS: Part.EVENT, CRITERIA: Part.CRITERION}
# The texts of the report's head and end, each with what it is called.
TITLES = {"subject": "trích yếu", "period_note": "dòng kỳ thống kê"}
PROSE = {"legal_bases": "căn cứ", "opening": "lời mở đầu", "closing": "lời kết"}


class Origin(Enum):
    TITLE = auto()  # the subject, a heading
    PROSE = auto()
    ROW = auto()  # a line of a listing
    NAME = auto()  # whom the report goes to


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    place: Place
    where: str
    origin: Origin

    @property
    def with_line(self) -> Place:
        """Return the place with the words themselves."""
        place = self.place
        return Place(place.part, place.pks, place.field, self.text, place.section)


def report_passages(report: Report) -> Iterator[Passage]:
    for names, origin in ((TITLES, Origin.TITLE), (PROSE, Origin.PROSE)):
        for field, called in names.items():
            place, text = Place(Part.REPORT, field=field), str(getattr(report, field))
            if field == "legal_bases":  # one a line
                text = text.replace("\n", "\n\n")
            yield from _passages(text, place, called, origin)


def section_passages(sections: Iterable[Section]) -> Iterator[Passage]:
    for section in sections:
        place, where = Place(Part.SECTION, (section.pk,), section=section.pk), _section_name(section)
        yield Passage(clean_line(section.heading), place, where, Origin.TITLE)
        yield from _passages(section.body, place, where)


def assessment_passages(assessments: Iterable[Assessment], section: int | None) -> Iterator[Passage]:
    for assessment in assessments:
        place = Place(Part.CRITERION, (assessment.pk,), section=section)
        yield from _passages(assessment.text, place, f"tiêu chí “{clipped(assessment.criterion.name)}”")


def annex_passages(annexes: Iterable[Annex]) -> Iterator[Passage]:
    for annex in annexes:
        place, where = Place(Part.ANNEX, (annex.pk,)), f"phụ lục “{clipped(annex.title)}”"
        yield Passage(annex.title, place, where, Origin.TITLE)
        yield from _passages(annex.body, place, where)


def recipient_passages(document: Document) -> Iterator[Passage]:
    for name in document.recipients:
        yield Passage(name, Place(Part.RECIPIENTS), "nơi nhận", Origin.NAME)


def row_passages(rows: Sequence[YearRow], listed_in: Mapping[Part, int]) -> Iterator[Passage]:
    """Yield the rows of a listing as they are printed: documents end with ";", the last and events with "."."""
    printed = [row for row in rows if row.in_report]
    for row in printed:
        end = ";" if isinstance(row, OfficialDocument) and row is not printed[-1] else "."
        place = place_of((row,), listed_in)
        yield Passage(f"{clean_line(str(row))}{end}", place, name_of(row), Origin.ROW)


def place_of(rows: Sequence[YearRow], listed_in: Mapping[Part, int]) -> Place:
    """Return the place of rows of one model."""
    part = Part(rows[0]._meta.model_name)
    section = listed_in.get(part) if all(row.in_report for row in rows) else None
    return Place(part, tuple(row.pk for row in rows), section=section)


def name_of(row: YearRow) -> str:
    """Return what a row is called in a sentence: "Kế hoạch số 139/KH-SKHCN", "hoạt động “Hội nghị …”"."""
    if isinstance(row, OfficialDocument) and row.number:
        return row.short_name
    words = (isinstance(row, Event) and row.name) or str(row)
    return f"{row._meta.verbose_name} “{clipped(words)}”"


def listing_sections(sections: Iterable[Section]) -> dict[Part, int]:
    """Return the first section in which each listing is printed."""
    found: dict[Part, int] = {}
    for section in sections:
        for block in blocks(section.body):
            if isinstance(block, Listing) and block.name in LISTED:
                found.setdefault(LISTED[block.name], section.pk)
    return found


def _section_name(section: Section) -> str:
    return f"mục “{clipped(section.heading)}”"


def _passages(text: str, place: Place, where: str, origin: Origin = Origin.PROSE) -> Iterator[Passage]:
    for block in blocks(text):
        for line in _lines(block):
            yield Passage(line, place, where, origin)


def _lines(block: TypedBlock) -> Iterable[str]:
    """Return the printed lines of a block; a table's cells are read each by itself."""
    if isinstance(block, Table):
        return (cell for row in block.rows for cell in row if cell)
    return texts(block)
