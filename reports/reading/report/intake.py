"""Finds the rows in the Document of an earlier report, and the texts that they replace; nothing is saved here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from accounts.models import Organisation
from events.models import Event
from pbgdpl.lib.vietnamese import thousands
from plans.reading import read_citation
from reports.document.tree import Document
from reports.document.typed import TypedBlock
from reports.reading.line_reader import LineReader
from reports.reading.mentions import mentions_in
from reports.reading.ownership import symbols_of
from reports.reading.report.listings import (
    FoundRow,
    Part,
    Run,
    all_texts,
    annex_parts,
    list_items,
    longest,
    parts,
    runs,
    with_listings,
)
from reports.reading.report.row_search import RowSearch

NOT_TAKEN = (
    "{named} nêu trong báo cáo không thành dòng của năm, vì dữ liệu của báo cáo tỉnh do các đơn vị nhập. "
    "Lời văn giữ nguyên."
)


@dataclass(frozen=True, slots=True)
class Intake:
    """What will be saved of an earlier report: its parts, their texts with listings, and the rows.

    Of a province's report only the texts are saved, as they stand: its rows are of its bodies, and it assesses nothing.
    """

    document: Document
    organisation: Organisation
    year: int
    parts: tuple[Part, ...]
    bodies: tuple[tuple[TypedBlock, ...], ...]
    found: tuple[FoundRow, ...]
    symbols: frozenset[str]  # with which the body signs
    is_of_province: bool = False

    @property
    def not_taken(self) -> str:
        """Return a sentence on the rows that were found and are not saved, "" if there are none."""
        events = sum(isinstance(one.row, Event) for one in self.found)
        counts = ((len(self.found) - events, "văn bản"), (events, "hoạt động"))
        named = ", ".join(f"{thousands(count)} {noun}" for count, noun in counts if count)
        return NOT_TAKEN.format(named=named) if self.is_of_province and named else ""


def intake_of(
    document: Document, *, organisation: Organisation, year: int, is_of_province: bool = False
) -> Intake:
    """Return what `store_report` would save of an earlier report of a body.

    A listing replaces only list items of the body. Whatever else names a row, a table, a sentence or an annex, stays
    as it is, and the row is not in the report a second time.
    """
    body, annexes = parts(document, year), tuple(annex_parts(document, year))
    symbols = _symbols(organisation, document, body)
    mentions = mentions_in(all_texts(document, (*body, *annexes)), organisation)
    reader = LineReader(organisation, year, symbols, mentions=mentions)
    issued_on = document.letterhead.issued_on
    found = runs(body, reader.listed, year=year, issued_on=issued_on)
    chosen = () if is_of_province else longest(found)
    bodies = tuple(
        with_listings(part, tuple(run for run in chosen if run.part == i)) for i, part in enumerate(body)
    )
    all_runs = (*found, *_annex_runs(body, annexes, reader, issued_on))
    search = RowSearch(reader, issued_on, (*body, *annexes), all_runs, document.legal_bases)
    rows = search.rows(chosen)
    return Intake(document, organisation, year, body, bodies, rows, symbols, is_of_province)


def _annex_runs(
    body: Sequence[Part], annexes: tuple[Part, ...], reader: LineReader, issued_on: date | None
) -> Iterator[Run]:
    for run in runs(annexes, reader.listed, year=reader.year, issued_on=issued_on):
        yield replace(run, part=run.part + len(body))


def _symbols(organisation: Organisation, document: Document, all_parts: Sequence[Part]) -> frozenset[str]:
    """Return the symbols of the body, by the documents that the report lists."""
    listed = filter(None, map(read_citation, list_items(all_parts)))
    return symbols_of(organisation, document.letterhead.number, listed)
