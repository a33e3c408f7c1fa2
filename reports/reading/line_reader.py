"""Reads a line of an earlier report or a pasted list as a row that prints the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from accounts.models import Organisation
from accounts.rows import YearRow
from events.models import Event
from events.reading import SentenceEvent, handouts_text, is_planned, read_event, read_events
from pbgdpl.lib.vietnamese import fold
from plans.models import Directive, OfficialDocument, Plan, Policy
from plans.reading import Citation, read_citation, read_documents, read_policy
from reports.reading.mentions import Mentions
from reports.reading.ownership import LEGISLATION, is_own

END_MARKS = " .;,"
LONGEST_PAPERS = 500  # as in the table
DATE_IN_WORDS = re.compile(r"(\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
VERB_BEFORE = re.compile(r"(?:tổ chức|mở|khai mạc)(?: \w+){0,2} $", re.IGNORECASE)
WHOLE_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|năm \d{4}")
Row = TypeVar("Row", bound=YearRow)


@dataclass(frozen=True, slots=True)
class LineReader:
    """Reads lines as rows of a body and a year."""

    organisation: Organisation
    year: int
    symbols: frozenset[str]
    # The model of a document whose issuing body is unclear: in a report's list, it is the body's own.
    unclear: type[OfficialDocument] = Plan
    # The documents that a report names more than once, from which a short mention takes what it lacks.
    mentions: Mentions | None = None

    def listed(self, line: str) -> OfficialDocument | Event | None:
        """Return the row for a list item, a document or an event that was held, or None if it is neither."""
        row: OfficialDocument | Event | None = None
        if citation := read_citation(line):
            citation = self._completed(citation)
            row = None if _is_only_named(citation) else self._document(citation, self.is_own(citation))
        elif not is_planned(line):
            row = self.event(line)
        return row and worded(row, line)

    def cited(self, text: str, *, is_listed: bool) -> Iterator[OfficialDocument]:
        """Yield the other documents that a text names; with `is_listed`, the first one is the listed document."""
        is_document = is_listed and read_citation(text) is not None
        for citation in map(self._completed, read_documents(text)[1 if is_document else 0 :]):
            own = self.is_own(citation)
            if citation.number and own is not None and (own or citation.kind not in LEGISLATION):
                row = self._document(citation, own)
                if row is not None:
                    row.in_report = False
                    yield row

    def _completed(self, citation: Citation) -> Citation:
        return self.mentions.completed(citation) if self.mentions else citation

    def is_own(self, citation: Citation) -> bool | None:
        """Return whether the body issued the document itself, or None if this is unclear."""
        return is_own(citation, self.organisation, self.symbols)

    def _document(self, citation: Citation, own: bool | None) -> OfficialDocument | None:
        model = self.unclear if own is None else Plan if own else Directive
        return self.fitting(
            model(
                kind=citation.kind,
                kind_as_written=citation.kind_as_written
                if citation.kind_as_written != citation.kind.label
                else "",
                number=citation.number or "",
                issued_on=citation.issued_on,
                issuing_body=citation.issuing_body or "",
                subject=citation.subject or "",
            )
        )

    def event(self, line: str) -> Event | None:
        """Return the event that a line of a list describes, held or planned, with the values its words add.

        The reader of lines is asked first, because name, date and description together then have every word; that of
        sentences adds what it alone reads, if it finds one event.
        """
        reading = read_event(line)
        if reading is None:
            return None
        row = Event(**{value.name: getattr(reading, value.name) for value in fields(reading)})
        match events_in(line, self.year):
            case (found,):
                return self.fitting(completed(row, _row_of(found)))
            case _:
                return self.fitting(row)

    def policy(self, line: str) -> Policy | None:
        """Return the policy or the draft that a line names; it has no wording of its own."""
        reading = read_policy(line)
        return self.fitting(Policy(**asdict(reading))) if reading else None

    def events(self, text: str) -> tuple[Event, ...]:
        """Return the events held that a text describes, in sentences or otherwise; days without a year are in `year`.

        Events that are planned, asked for or work in general are left out. The rows have no wording of their own.
        """
        rows = (self.fitting(_row_of(found)) for found in events_in(text, self.year))
        return tuple(row for row in rows if row is not None)

    def fitting(self, row: Row) -> Row | None:
        """Return the row with its owner, or None if a value does not fit its field."""
        row.organisation, row.reporting_year = self.organisation, self.year
        try:
            # Not full_clean, which makes several queries for each of thousands of citations.
            row.clean_fields(exclude={"organisation"})
        except ValidationError:
            return None
        return row


def _is_only_named(citation: Citation) -> bool:
    """Return whether a law has neither a number nor a date: in a list it is what was made known, not a directive."""
    return citation.kind in LEGISLATION and not (citation.number or citation.issued_on)


@lru_cache(maxsize=8)
def events_in(text: str, year: int) -> tuple[SentenceEvent, ...]:
    """Return the events held that a line tells; kept, because several steps of reading a line ask for them."""
    return read_events(text, year=year)


def completed(row: Event, other: Event) -> Event:
    """Return the row of a line with what it lacks taken from the event that the line tells as a sentence.

    A name that holder and verb precede ("Sở tổ chức Hội nghị …"), or that has the date in it, becomes the name alone.
    A whole date that the line's reader left in the name may be a document's, and is left to the person.
    """
    is_dated_by_it = row.held_from is None and other.held_from and not WHOLE_DATE.search(row.name)
    before, within, _ = row.name.casefold().partition(other.name.casefold())
    if within and (is_dated_by_it or VERB_BEFORE.search(before)):
        row.name = other.name
    if is_dated_by_it:
        row.held_from, row.held_to, row.date_precision = other.held_from, other.held_to, other.date_precision
    if row.attendance is None:
        for name in ("attendance", "attendance_is_minimum", "attendance_is_approximate"):
            setattr(row, name, getattr(other, name))
    for name in ("place", "partners", "sessions", "mode", "handouts"):
        setattr(row, name, getattr(row, name) or getattr(other, name))
    return row


def _row_of(found: SentenceEvent) -> Event:
    papers = handouts_text(found.handouts)
    return Event(
        kind=found.kind,
        name=capfirst(found.name),
        held_from=found.held_from,
        held_to=found.held_to,
        date_precision=found.precision,
        attendance=found.attendance,
        attendance_is_minimum=found.attendance_is_minimum,
        attendance_is_approximate=found.attendance_is_approximate,
        sessions=found.sessions or None,
        mode=found.mode or "",
        place=found.place or "",
        partners=found.partners or "",
        handouts=papers if len(papers) <= LONGEST_PAPERS else "",
    )


def worded(row: OfficialDocument | Event, line: str) -> OfficialDocument | Event:
    """Return the row, with the line as its wording if the row's own sentence has other words."""
    sentence = row.citation() if isinstance(row, OfficialDocument) else row.summary()
    if _without_so(words(sentence)) != _without_so(words(line)):
        row.wording = line.strip(END_MARKS)
    return row


def _without_so(words_of_line: tuple[str, ...]) -> list[str]:
    """Return the words without "số", which is often left out before a number."""
    return [word for word in words_of_line if word != "số"]


@lru_cache(maxsize=8)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text for comparison, without punctuation and leading zeros; kept, as above.

    >>> words("- Ngày 08/07/2024;") == words("ngày 08 tháng 7 năm 2024")
    True
    """
    text = DATE_IN_WORDS.sub(r"\1 \2 \3", text.casefold())
    return tuple(word.lstrip("0") or "0" for word in re.findall(r"\w+", text))


def same_in_all_citations(row: OfficialDocument) -> tuple[object, ...]:
    """Return what all citations of one document have in common; only their dates may be in conflict.

    Numbers of the body itself are compared without the symbol: one plan is cited as 139/KH-SKHCN and 139/KH-SKHHCN.
    """
    if isinstance(row, Plan):
        return Plan, row.kind, _serial(row.number)
    return type(row), fold(row.number)


def _serial(number: str) -> str:
    return re.split(r"[-/]", number)[0].lstrip("0")
