"""The text of a draft in lines as printed, each with its place and the name of that place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from accounts.rows import YearRow
from events.models import Event
from pbgdpl.lib.vietnamese import clean_line
from plans.models import OfficialDocument, Policy
from plans.reading import Citation, read_documents
from reports.checks.findings import Part, Place, clipped
from reports.compiling.listings import (
    CRITERIA,
    DIRECTIVES,
    EVENTS,
    KINDS,
    PLANS,
    POLICIES,
    ListingChoice,
    choices_in,
    grouped_rows,
    kind_of,
    row_line,
)
from reports.document.tree import Document, Table
from reports.document.typed import TypedBlock, blocks
from reports.models import Annex, Assessment, Report, Section
from reports.reading.report.listings import texts

LISTED = {
    PLANS: Part.PLAN,
    DIRECTIVES: Part.DIRECTIVE,
    POLICIES: Part.POLICY,
    EVENTS: Part.EVENT,
    CRITERIA: Part.CRITERION,
}
NAMES = {part: name for name, part in LISTED.items()}
# The texts of the report's head and end with their names.
TITLES = {"subject": "trích yếu", "period_note": "dòng kỳ thống kê"}
PROSE = {"legal_bases": "căn cứ", "opening": "lời mở đầu", "closing": "lời kết"}


# The pk of the section in which rows of a model, or those of one kind, are printed.
ListedIn = Mapping[Part | tuple[Part, str], int]


class Origin(Enum):
    TITLE = auto()  # the subject, a heading
    PROSE = auto()
    ROW = auto()  # a line of a listing
    NAME = auto()  # an addressee or a recipient


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    place: Place
    where: str
    origin: Origin
    typed: str = ""  # the line with the marks of its figures, if it has some

    @property
    def with_line(self) -> Place:
        """Return the place with the text of the passage, as it is typed."""
        place = self.place
        return Place(place.part, place.pks, place.field, self.typed or self.text, place.section)


Printed = Callable[[str], str]  # a text with its figures


def report_passages(report: Report, printed: Printed) -> Iterator[Passage]:
    for names, origin in ((TITLES, Origin.TITLE), (PROSE, Origin.PROSE)):
        for field, called in names.items():
            place, text = Place(Part.REPORT, field=field), str(getattr(report, field))
            if field == "legal_bases":  # one a line
                text = text.replace("\n", "\n\n")
            with_figures = printed if field in ("opening", "closing") else str
            yield from _passages(text, place, called, with_figures, origin)


def section_passages(sections: Iterable[Section], printed: Printed) -> Iterator[Passage]:
    for section in sections:
        place, where = Place(Part.SECTION, (section.pk,), section=section.pk), _section_name(section)
        yield Passage(clean_line(section.heading), place, where, Origin.TITLE)
        yield from _passages(section.body, place, where, printed)


def assessment_passages(
    assessments: Iterable[Assessment], section: int | None, printed: Printed
) -> Iterator[Passage]:
    for assessment in assessments:
        place = Place(Part.CRITERION, (assessment.pk,), section=section)
        where = f"tiêu chí “{clipped(assessment.criterion.name)}”"
        yield from _passages(assessment.text, place, where, printed)


def annex_passages(annexes: Iterable[Annex], printed: Printed) -> Iterator[Passage]:
    for annex in annexes:
        place, where = Place(Part.ANNEX, (annex.pk,)), f"phụ lục “{clipped(annex.title)}”"
        yield Passage(annex.title, place, where, Origin.TITLE)
        yield from _passages(annex.body, place, where, printed)


def recipient_passages(document: Document) -> Iterator[Passage]:
    for name in document.recipients:
        yield Passage(name, Place(Part.RECIPIENTS), "nơi nhận", Origin.NAME)


def row_passages(
    rows: Mapping[Part, Sequence[YearRow]], sections: Iterable[Section], listed_in: ListedIn
) -> Iterator[Passage]:
    """Yield the rows of each model in their order, as the first listing that takes them prints them."""
    choices = dict.fromkeys(choice for section in sections for choice in choices_in(section.body))
    for part, of_model in rows.items():
        whole = ListingChoice(NAMES[part])
        listed = [row for row in of_model if row.in_report]
        # Whether each row is the last one of its group.
        places = {
            row.pk: (row, row is group[-1])
            for choice in (whole, *(choice for choice in reversed(choices) if choice.name == whole.name))
            for _, group in grouped_rows(listed, choice)
            for row in group
        }
        for row, is_last in places.values():
            text = row_line(row, is_last=is_last)
            yield Passage(text, place_of((row,), listed_in), name_of(row), Origin.ROW)


def place_of(rows: Sequence[YearRow], listed_in: ListedIn, field: str = "") -> Place:
    """Return the place of rows of one model, with the section of the first row."""
    part = Part(rows[0]._meta.model_name)
    section = listed_in.get((part, kind_of(rows[0]))) if all(row.in_report for row in rows) else None
    return Place(part, tuple(row.pk for row in rows), field, section=section)


def name_of(row: YearRow) -> str:
    """Return the name of a row for a sentence: "Kế hoạch số 139/KH-SKHCN", "hoạt động “Hội nghị …”"."""
    if isinstance(row, OfficialDocument) and row.number:
        return row.short_name
    words = (isinstance(row, Event | Policy) and row.name) or str(row)
    return f"{row._meta.verbose_name} “{clipped(words)}”"


def listing_sections(sections: Iterable[Section]) -> ListedIn:
    """Return the first section in which each model, and each kind of its rows, is listed."""
    found: dict[Part | tuple[Part, str], int] = {}
    for section in sections:
        for choice in choices_in(section.body):
            part = LISTED.get(choice.name)
            if part is None:
                continue
            found.setdefault(part, section.pk)
            for kind in choice.kinds or KINDS[choice.name]:
                found.setdefault((part, kind.value), section.pk)
    return found


def _section_name(section: Section) -> str:
    return f"mục “{clipped(section.heading)}”"


def _passages(
    text: str, place: Place, where: str, printed: Printed, origin: Origin = Origin.PROSE
) -> Iterator[Passage]:
    with_figures = printed(text)
    lines = _lines_of(with_figures)
    if with_figures == text:
        yield from (Passage(line, place, where, origin) for line in lines)
        return
    typed = _lines_of(text)
    if len(typed) != len(lines):  # a figure that was a line of its own
        typed = lines
    for line, with_marks in zip(lines, typed, strict=True):
        yield Passage(line, place, where, origin, with_marks if with_marks != line else "")


def _lines_of(text: str) -> list[str]:
    return [line for block in blocks(text) for line in _lines(block)]


def _lines(block: TypedBlock) -> Iterable[str]:
    """Return the printed lines of a block; each cell of a table is a line."""
    if isinstance(block, Table):
        return (cell for row in block.rows for cell in row if cell)
    return texts(block)


def cited(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Citation]]:
    """Yield the passage and the citation of every document with a number that the text names."""
    for passage in passages:
        if passage.origin is Origin.PROSE and any(map(str.isdigit, passage.text)):
            for citation in read_documents(passage.text):
                if citation.number:
                    yield passage, citation
