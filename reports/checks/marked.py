"""The texts of a report, each with the years in it that are to be moved or in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import fold
from reports.checks.earlier import EarlierTexts, earlier_texts
from reports.checks.findings import Part, Place, clipped
from reports.models import Annex, Assessment, Report, Section
from reports.year_mentions import Spot, YearMark, year_marks

# The texts of the head and the end, each with its name and what it is.
HEAD_TEXTS = {
    "subject": ("trích yếu", Spot.TITLE),
    "period_note": ("dòng kỳ thống kê", Spot.PERIOD),
    "legal_bases": ("căn cứ", Spot.BASES),
    "opening": ("lời mở đầu", Spot.OPENING),
    "closing": ("lời kết", Spot.CLOSING),
}
# A heading about the coming year.
COMING = re.compile(
    r"\bphuong huong\b|\bnam (?:sau|toi)\b|\bnhiem vu trong tam\b|\bthoi gian toi\b|\bnhiem vu,? giai phap\b"
)


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text of a report with its marks."""

    place: Place
    where: str  # "mục “Kết quả”"
    text: str
    version: int  # by which it is saved
    marks: tuple[YearMark, ...]

    @property
    def name(self) -> str:
        """Return what identifies the text on a page: "section-12", "report-opening"."""
        return "-".join(
            map(str, (self.place.part.value, *self.place.pks, *filter(None, (self.place.field,))))
        )


def marked_texts(
    report: Report,
    sections: Sequence[Section],
    assessments: Iterable[Assessment],
    annexes: Iterable[Annex],
    earlier: EarlierTexts,
) -> tuple[MarkedText, ...]:
    """Return the texts with their marks, in the order of the paper."""
    return (
        *head_texts(report, earlier),
        *_of_sections(report, sections, earlier),
        *_of_assessments(report, assessments, earlier),
        *_of_annexes(report, annexes),
    )


def load_marked(report: Report) -> tuple[MarkedText, ...]:
    """Return the texts of a report as stored, with their marks, with a fixed number of queries."""
    sections, assessments = tuple(report.sections.all()), report.assessments.select_related("criterion")
    return marked_texts(report, sections, assessments, report.annexes.all(), earlier_texts(report))


def head_texts(report: Report, earlier: EarlierTexts) -> Iterator[MarkedText]:
    """Yield the texts of the head and the end."""
    for field, (where, spot) in HEAD_TEXTS.items():
        place, text = Place(Part.REPORT, field=field), str(getattr(report, field))
        before = "" if field == "subject" else earlier.field(field)  # the subject is not copied
        marks = year_marks(text, to=report.reporting_year, of=earlier.year, earlier=before, spot=spot)
        yield MarkedText(place, where, text, report.version, marks)


def _of_sections(report: Report, sections: Sequence[Section], earlier: EarlierTexts) -> Iterator[MarkedText]:
    coming = coming_sections(sections, report.reporting_year)
    for section in sections:
        yield _of_section(report, section, earlier, is_coming=section.pk in coming)


def _of_section(report: Report, section: Section, earlier: EarlierTexts, *, is_coming: bool) -> MarkedText:
    marks = year_marks(
        section.body,
        to=report.reporting_year,
        of=earlier.year,
        earlier=earlier.section(section),
        spot=Spot.COMING if is_coming else Spot.ORDINARY,
    )
    place = Place(Part.SECTION, (section.pk,), section=section.pk)
    return MarkedText(place, f"mục “{clipped(section.heading)}”", section.body, section.version, marks)


def load_marked_section(section: Section, text: str, sections: Sequence[Section]) -> MarkedText:
    """Return a text typed for one of the sections of a report, with its marks; a fixed number of queries."""
    report, typed = section.report, copy(section)
    typed.body = text
    coming = coming_sections(sections, report.reporting_year)
    return _of_section(report, typed, earlier_texts(report), is_coming=section.pk in coming)


def _of_assessments(
    report: Report, assessments: Iterable[Assessment], earlier: EarlierTexts
) -> Iterator[MarkedText]:
    for one in assessments:
        marks = year_marks(
            one.text,
            to=report.reporting_year,
            of=earlier.year,
            earlier=earlier.assessment(one),
            spot=Spot.CRITERION,
        )
        where = f"tiêu chí “{clipped(one.criterion.name)}”"
        yield MarkedText(Place(Part.CRITERION, (one.pk,)), where, one.text, one.version, marks)


def _of_annexes(report: Report, annexes: Iterable[Annex]) -> Iterator[MarkedText]:
    for annex in annexes:
        marks = year_marks(annex.body, to=report.reporting_year)
        where = f"phụ lục “{clipped(annex.title)}”"
        yield MarkedText(Place(Part.ANNEX, (annex.pk,)), where, annex.body, annex.version, marks)


def coming_sections(sections: Iterable[Section], year: int) -> set[int]:
    """Return the pks of the sections about the coming year: by their own heading or one above."""
    found: set[int] = set()
    depth = 0  # of the heading about the coming year that the sections stand below; 0 if there is none
    for section in sections:
        if section.depth <= depth:
            depth = 0
        heading = fold(section.heading)
        if not depth and (COMING.search(heading) or str(year + 1) in heading):
            depth = section.depth
        if depth:
            found.add(section.pk)
    return found
