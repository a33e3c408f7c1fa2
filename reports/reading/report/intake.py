"""Finds the rows in the Document of an earlier report, and the texts that they replace; nothing is saved here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from accounts.models import Organisation
from accounts.rows import YearRow
from plans.models import OfficialDocument
from plans.reading import read_citation
from reports.document.tree import Document
from reports.document.typed import TypedBlock
from reports.reading.line_reader import LineReader, same_in_all_citations
from reports.reading.mentions import mentions_in
from reports.reading.ownership import symbols_of
from reports.reading.report.listings import (
    FoundRow,
    Part,
    Place,
    Run,
    all_texts,
    list_items,
    longest,
    parts,
    runs,
    text_positions,
    texts,
    with_listings,
)


@dataclass(frozen=True, slots=True)
class Intake:
    """What will be saved of an earlier report: its parts, their texts with listings, and the rows."""

    document: Document
    organisation: Organisation
    year: int
    parts: tuple[Part, ...]
    bodies: tuple[tuple[TypedBlock, ...], ...]
    found: tuple[FoundRow, ...]


def intake_of(document: Document, *, organisation: Organisation, year: int) -> Intake:
    """Return what `store_report` would save of an earlier report of a body."""
    all_parts = parts(document, year)
    mentions = mentions_in(all_texts(document, all_parts), organisation)
    reader = LineReader(organisation, year, _symbols(organisation, document, all_parts), mentions=mentions)
    found = runs(all_parts, reader.listed, year=year, issued_on=document.letterhead.issued_on)
    chosen = longest(found)
    bodies = tuple(
        with_listings(part, tuple(run for run in chosen if run.part == i)) for i, part in enumerate(all_parts)
    )
    rows = _rows(all_parts, found, chosen, reader, document.legal_bases)
    return Intake(document, organisation, year, all_parts, bodies, rows)


def _symbols(organisation: Organisation, document: Document, all_parts: Sequence[Part]) -> frozenset[str]:
    """Return the symbols of the body, by the documents that the report lists."""
    listed = filter(None, map(read_citation, list_items(all_parts)))
    return symbols_of(organisation, document.letterhead.number, listed)


def _rows(
    all_parts: Sequence[Part],
    found: Sequence[Run],
    chosen: Sequence[Run],
    reader: LineReader,
    legal_bases: Sequence[str],
) -> tuple[FoundRow, ...]:
    """Return the rows of the listings in the order of the paper, then all other named documents and events once."""
    rows: list[tuple[Place, YearRow]] = []
    for run in chosen:
        for position, (place, row) in enumerate(run.placed_rows, start=1):
            row.position = position
            rows.append((place, row))
    known: defaultdict[tuple[object, ...], set[date | None]] = defaultdict(set)
    for _, row in rows:
        known[_same_in_all(row)].add(_day(row))
    positions = text_positions(all_parts)
    in_passing = _in_passing(all_parts, found, chosen, reader)
    for place, row in chain(_of_bases(legal_bases, positions, reader), in_passing):
        day, days = _day(row), known[_same_in_all(row)]
        # Dates that differ tell two documents of one number apart, a date that is missing does not.
        if not days or not (day is None or None in days or day in days):
            days.add(day)
            row.in_report, row.position = False, len(rows) + 1
            rows.append((place, row))
    return tuple(FoundRow(row, place, positions[place]) for place, row in rows)


def _of_bases(
    legal_bases: Sequence[str], positions: Iterable[Place], reader: LineReader
) -> Iterator[tuple[Place, YearRow]]:
    """Yield the rows of the documents that the report is based on, placed at its first text, which follows them."""
    for place in islice(positions, 1):
        yield from ((place, row) for basis in legal_bases for row in reader.cited(basis, is_listed=False))


def _in_passing(
    all_parts: Sequence[Part], found: Sequence[Run], chosen: Sequence[Run], reader: LineReader
) -> Iterator[tuple[Place, YearRow]]:
    """Yield the rows that are named outside the listings: of other lists, and of documents cited in the text."""
    yield from (placed for run in found if run not in chosen for placed in run.placed_rows)
    listed = {place for run in found for place, _ in run.placed_rows}
    for part, content in enumerate(all_parts):
        for block, typed in enumerate(content.blocks):
            for item, text in enumerate(texts(typed)):
                place = (part, block, item)
                yield from ((place, row) for row in reader.cited(text, is_listed=place in listed))


def _same_in_all(row: YearRow) -> tuple[object, ...]:
    """Return what all rows of one document or of one event have in common: a line may name thousands of them."""
    return same_in_all_citations(row) if isinstance(row, OfficialDocument) else (type(row), str(row))


def _day(row: YearRow) -> date | None:
    return row.issued_on if isinstance(row, OfficialDocument) else None
