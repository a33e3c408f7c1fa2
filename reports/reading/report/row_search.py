"""Finds the rows that an earlier report names: in lists, in tables, in sentences; each document and each event once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from accounts.rows import YearRow
from events.models import Event
from pbgdpl.lib.vietnamese import fold
from plans.models import OfficialDocument
from reports.document.tree import Paragraph, Table
from reports.reading.line_reader import LineReader, same_in_all_citations
from reports.reading.report.listings import LEGAL_BASES, FoundRow, Part, Place, Run, text_positions, texts
from reports.reading.report.planned import is_after, planned_texts
from reports.reading.report.table_rows import table_rows

# A name of so many words or more is the beginning of another name of the same event.
FEWEST_WORDS, MOST_WORDS = 4, 12
Placed = tuple[Place, YearRow]


@dataclass(slots=True)
class Known:
    """The documents and the events that were found so far."""

    days: defaultdict[tuple[object, ...], set[date | None]] = field(default_factory=lambda: defaultdict(set))
    names: dict[date, set[tuple[str, ...]]] = field(
        default_factory=lambda: defaultdict(set)
    )  # of events of a day
    beginnings: dict[date, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))

    def add(self, row: YearRow) -> None:
        day = _day(row)
        self.days[_same_in_all(row)].add(day)
        if isinstance(row, Event) and day:
            self.names[day].add(_words(row))
            self.beginnings[day].update(_beginnings(row))

    def has(self, row: YearRow) -> bool:
        """Return whether a row is known: dates that differ tell two of one name apart, a missing date does not."""
        day, days = _day(row), self.days[_same_in_all(row)]
        if days and (day is None or None in days or day in days):
            return True
        if not isinstance(row, Event) or day is None:
            return False
        is_begun = not self.names[day].isdisjoint(_beginnings(row))
        return is_begun or _words(row) in self.beginnings[day]


@dataclass(frozen=True, slots=True)
class RowSearch:
    """The parts of a report, the runs of list items among them, and what reads the other texts."""

    reader: LineReader
    issued_on: date | None
    parts: tuple[Part, ...]
    runs: tuple[Run, ...]
    legal_bases: tuple[str, ...] = ()

    def rows(self, chosen: Sequence[Run]) -> tuple[FoundRow, ...]:
        """Return the rows of the listings in the order of the paper, then all other named documents and events once."""
        rows: list[Placed] = []
        known = Known()
        for run in chosen:
            for position, (place, row) in enumerate(run.placed_rows, start=1):
                row.position = position
                rows.append((place, row))
                known.add(row)
        for place, row in self._in_passing(chosen):
            if not known.has(row):
                known.add(row)
                row.in_report, row.position = False, len(rows) + 1
                rows.append((place, row))
        positions = text_positions(self.parts, self.legal_bases)
        return tuple(FoundRow(row, place, positions[place]) for place, row in rows)

    def _in_passing(self, chosen: Sequence[Run]) -> Iterator[Placed]:
        """Yield the rows that are named outside the listings: of other lists, of tables, of the text."""
        yield from (placed for run in self.runs if run not in chosen for placed in run.placed_rows)
        listed = {place for run in self.runs for place, _ in run.placed_rows}
        planned = frozenset(planned_texts([part.blocks for part in self.parts], self.reader.year))
        from_tables = dict(self._of_tables(planned))
        for place, rows in from_tables.items():
            yield from ((place, row) for row in rows)
        yield from self._of_bases()
        for place, text in self._texts():
            is_row = place in listed or any(
                isinstance(row, OfficialDocument) for row in from_tables.get(place, ())
            )
            if not (is_row and place in from_tables):
                yield from ((place, row) for row in self.reader.cited(text, is_listed=is_row))
        for place, text in self._sentences(listed, planned):
            yield from ((place, row) for row in self.reader.events(text) if self._was_held(row))

    def _of_bases(self) -> Iterator[Placed]:
        """Yield the documents that the report is based on."""
        for at, basis in enumerate(self.legal_bases):
            yield from (((LEGAL_BASES, at, 0), row) for row in self.reader.cited(basis, is_listed=False))

    def _of_tables(self, planned: frozenset[Place]) -> Iterator[tuple[Place, tuple[YearRow, ...]]]:
        for part, content in enumerate(self.parts):
            for block, typed in enumerate(content.blocks):
                if isinstance(typed, Table):
                    for item, rows in table_rows(typed.rows, self.reader):
                        place = (part, block, item)
                        is_ahead = content.is_future or place in planned
                        yield place, tuple(row for row in rows if self._counts(row, is_ahead=is_ahead))

    def _counts(self, row: YearRow, *, is_ahead: bool) -> bool:
        return not isinstance(row, Event) or (not is_ahead and self._was_held(row))

    def _was_held(self, event: Event) -> bool:
        return not is_after(event.held_from, year=self.reader.year, issued_on=self.issued_on)

    def _texts(self) -> Iterator[tuple[Place, str]]:
        for part, content in enumerate(self.parts):
            for block, typed in enumerate(content.blocks):
                for item, text in enumerate(texts(typed)):
                    yield (part, block, item), text

    def _sentences(self, listed: set[Place], planned: frozenset[Place]) -> Iterator[tuple[Place, str]]:
        """Yield the texts that may tell of events held: no table, no row of a list, no plan, no lead-in of a list."""
        for place, text in self._texts():
            part, block, _ = place
            content = self.parts[part]
            if content.is_future or place in listed or place in planned:
                continue
            is_lead_in = text.endswith(":") and isinstance(content.blocks[block], Paragraph)
            if not (
                isinstance(content.blocks[block], Table) or (is_lead_in and block + 1 < len(content.blocks))
            ):
                yield place, text


def _same_in_all(row: YearRow) -> tuple[object, ...]:
    """Return what all rows of one document or of one event have in common: a line may name thousands of them."""
    if isinstance(row, OfficialDocument):
        return same_in_all_citations(row)
    return type(row), _words(row) if isinstance(row, Event) else str(row)


def _day(row: YearRow) -> date | None:
    if isinstance(row, OfficialDocument):
        return row.issued_on
    return row.held_from if isinstance(row, Event) else None


def _words(event: Event) -> tuple[str, ...]:
    return tuple(fold(event.name or event.wording).split())


def _beginnings(event: Event) -> set[tuple[str, ...]]:
    words = _words(event)
    return {words[:count] for count in range(FEWEST_WORDS, min(len(words), MOST_WORDS) + 1)}
