"""The texts of a report and of its rows as they are stored, and the printed lines in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from itertools import pairwise

from django.db import models
from django.utils.text import capfirst

from accounts.rows import YearRow
from reports.checks.findings import Part
from reports.checks.passages import PROSE, TITLES, name_of
from reports.compiling.figures.marks import MARK
from reports.compiling.headings import section_headings
from reports.document.tree import Numbering
from reports.document.typed import CELL_BORDER, joined_lines
from reports.models import Annex, Assessment, Report, Section

HEAD = ("subject", "period_note", "addressees", "legal_bases", "opening", "closing")
# The fields of rows that are plain words; numbers, dates and what a form reads by rules are left out.
WORDS = ("name", "subject", "issuing_body", "lead_body", "place", "partners", "description", "wording")
WITH_FIGURES = ("opening", "closing", "body", "text")
WITHIN = -1  # no place in the stored text
HEAD_GROUP, CRITERIA_GROUP, ANNEXES_GROUP = "Đầu và cuối báo cáo", "Tiêu chí", "Phụ lục"


@dataclass(frozen=True, slots=True)
class StoredText:
    """The text of one field, with the names of its place."""

    part: Part
    pk: int
    field: str
    text: str
    where: str
    group: str  # the heading under which a list shows it

    @property
    def key(self) -> str:
        return f"{self.part.value}-{self.pk}-{self.field}"

    @property
    def fingerprint(self) -> str:
        """Return a hash of the text, by which it is known later whether somebody changed it."""
        return _fingerprint(self.text)

    @property
    def prints_figures(self) -> bool:
        """Return whether the paper prints figures in place of their marks in it."""
        return self.field in WITH_FIGURES

    @property
    def is_of_a_row(self) -> bool:
        return self.part in ROWS


@lru_cache(maxsize=32)  # of a text in which many places are found
def _fingerprint(text: str) -> str:
    return blake2s(text.encode(), digest_size=6).hexdigest()


ROWS = (Part.PLAN, Part.DIRECTIVE, Part.POLICY, Part.EVENT)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as the paper prints it, with the place of each character in the stored text."""

    text: str
    places: tuple[int, ...]  # WITHIN inside a figure, whose mark is replaced as a whole or not at all

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the line stands in the stored text; a run of spaces belongs to it whole."""
        return self.places[start], self.places[end]

    def with_figures(self, printed: Callable[[str], str]) -> PrintedLine:
        """Return the line with its figures as they are printed."""
        pieces, places, done = list[str](), list[int](), 0
        for found in MARK.finditer(self.text):
            value = printed(found[0])
            if value != found[0]:
                pieces += self.text[done : found.start()], value
                places += self.places[done : found.start()]
                places += (self.places[found.start()], *[WITHIN] * (len(value) - 1))
                done = found.end()
        return PrintedLine("".join((*pieces, self.text[done:])), (*places, *self.places[done:]))


def stored_texts(
    report: Report,
    sections: Iterable[Section],
    assessments: Iterable[Assessment],
    annexes: Iterable[Annex],
    rows: Iterable[YearRow],
) -> Iterator[StoredText]:
    """Yield the texts that can be replaced: head, sections, criteria, annexes, end and rows; none is empty."""
    yield from _of_report(report)
    headings = section_headings(list(sections), Numbering(report.numbering))
    for section in sections:
        heading = str(headings[section.pk])
        yield from _texts(section, Part.SECTION, ("body",), heading, heading)
    for assessment in assessments:
        yield from _texts(assessment, Part.CRITERION, ("text",), assessment.criterion.name, CRITERIA_GROUP)
    for annex in annexes:
        yield from _texts(annex, Part.ANNEX, ("title", "body"), annex.title, ANNEXES_GROUP)
    for row in rows:
        yield from row_texts(row, WORDS)


def _of_report(report: Report) -> Iterator[StoredText]:
    labels = TITLES | PROSE | {"addressees": "kính gửi"}
    for field in HEAD:
        yield from _texts(report, Part.REPORT, (field,), labels[field], HEAD_GROUP)


def row_texts(row: YearRow, fields: Iterable[str]) -> Iterator[StoredText]:
    """Yield the texts of these fields of a row, where it has them."""
    own = [name for name in fields if any(field.name == name for field in row._meta.concrete_fields)]
    group = capfirst(str(row._meta.verbose_name))
    for name in own:
        label = row._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        yield from _texts(row, Part(row._meta.model_name), (name,), f"{name_of(row)}, {label}", group)


def _texts(
    stored: models.Model, part: Part, fields: Iterable[str], where: str, group: str
) -> Iterator[StoredText]:
    for field in fields:
        if text := getattr(stored, field):
            yield StoredText(part, stored.pk, field, text, where, group)


def printed_lines(stored: StoredText) -> Iterator[PrintedLine]:
    """Yield the lines of a stored text as they are printed; the marks of list items stay, cells are lines."""
    lines = stored.text.split("\n")
    joined = _joined(stored, len(lines))
    start, pieces = 0, list[tuple[int, int]]()
    for number, line in enumerate(lines):
        begin = pieces.pop()[0] if number in joined and pieces else start
        pieces.append((begin, start + len(line)))
        start += len(line) + 1
    for begin, end in pieces:
        yield from _single_spaced(stored.text, begin, end)


def _joined(stored: StoredText, count: int) -> frozenset[int]:
    """Return the numbers, from 0, of the lines that are printed in one with the line above."""
    if stored.is_of_a_row:
        return frozenset(range(1, count))
    return frozenset() if stored.field == "legal_bases" else frozenset(joined_lines(stored.text))


def _single_spaced(text: str, begin: int, end: int) -> Iterator[PrintedLine]:
    """Yield the piece of a text with single spaces, or the cells of a row of a table."""
    piece = text[begin:end]
    if piece.lstrip().startswith("|"):
        borders = [begin + found.start() for found in CELL_BORDER.finditer(piece)]
        for left, right in pairwise(borders):
            yield _line(text, left + 1, right)
    else:
        yield _line(text, begin, end)


def _line(text: str, begin: int, end: int) -> PrintedLine:
    characters, places = list[str](), list[int]()
    for place in range(begin, end):
        character = " " if text[place].isspace() else text[place]
        if character != " " or (characters and characters[-1] != " "):
            characters.append(character)
            places.append(place)
    if characters and characters[-1] == " ":
        characters.pop()
    else:
        places.append(end)
    return PrintedLine("".join(characters), tuple(places))
