"""A sketch of the sheets of a file, by which a person says what each column holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from accounts.rows.sheets.headings import DEEPEST, HEADINGS_WITHIN, LONGEST_HEADING
from accounts.rows.sheets.kinds import REFUSALS, UnreadableSheet, open_book
from accounts.rows.sheets.left_out import row_ranges
from accounts.rows.sheets.tables import Choice, Table, Wanted, find_table, letters
from pbgdpl.lib.office.package import PackageRefused
from pbgdpl.lib.office.workbook import Line, NamedSheet
from pbgdpl.lib.vietnamese import first_words

SAMPLES, LONGEST_SAMPLE = 3, 60
LEAST_CELLS, LEAST_SHARE = 2, 0.6


@dataclass(frozen=True, slots=True)
class SketchedColumn:
    place: int  # counted from 0
    heading: str
    samples: tuple[str, ...]
    field: str  # that it is read into, "" for none

    @property
    def letters(self) -> str:
        return letters(self.place)


@dataclass(frozen=True, slots=True)
class SketchedSheet:
    place: int  # among the visible sheets, counted from 0
    title: str
    head: Sequence[Line]
    table: Table
    columns: tuple[SketchedColumn, ...]
    hidden: str  # the numbers of its hidden rows: "2, 4–6"

    @property
    def heading_rows(self) -> list[tuple[int, str]]:
        """Return the rows that may hold the headings, each with its first words; the last is none of them."""
        rows = [(line.number, f"Dòng {line.number}: {_words(line)}") for line in self.head[:HEADINGS_WITHIN]]
        return [*rows, (0, "Không có dòng tiêu đề")]

    def table_under(self, choice: Choice) -> Table:
        """Return the list as a person has chosen it."""
        return find_table(self.head, Wanted((), choices={0: choice}), 0) or self.table


def sketch(data: bytes, wanted: Wanted) -> list[SketchedSheet]:
    """Return the visible sheets with content; raise UnreadableSheet."""
    try:
        sheets = [_sketched(sheet, place, wanted) for place, sheet in enumerate(open_book(data).sheets())]
    except PackageRefused as problem:
        raise UnreadableSheet(REFUSALS[problem.reason]) from problem
    return [one for one in sheets if one is not None]


def _sketched(sheet: NamedSheet, place: int, wanted: Wanted) -> SketchedSheet | None:
    head = list(islice(sheet.lines, HEADINGS_WITHIN + DEEPEST))
    if not head:
        return None
    hidden = [line.number for line in (*head, *sheet.lines) if line.is_hidden]
    table = find_table(head, wanted, place) or _guessed(head)
    columns = sorted({column for line in head[table.start :] for column in line.cells})
    return SketchedSheet(
        place,
        sheet.title,
        head,
        table,
        tuple(_column(column, head[table.end :], table) for column in columns),
        row_ranges(hidden),
    )


def _guessed(head: Sequence[Line]) -> Table:
    """Return the first row that has nearly as many short texts as the widest one, as the row of headings."""
    widest = max(len(line.cells) for line in head)
    for place, line in enumerate(head[:HEADINGS_WITHIN]):
        short = [
            text for text in line.cells.values() if len(text) <= LONGEST_HEADING and not text[0].isdigit()
        ]
        if len(short) >= max(LEAST_CELLS, LEAST_SHARE * widest):
            return Table(line, place, place + 1, {})
    return Table(Line(0, {}), 0, 0, {})


def _column(place: int, lines: Sequence[Line], table: Table) -> SketchedColumn:
    texts = dict.fromkeys(line.cells[place] for line in lines if place in line.cells)
    samples = tuple(first_words(text, LONGEST_SAMPLE) for text in islice(texts, SAMPLES))
    heading = first_words(table.heading.cells.get(place, ""), LONGEST_HEADING)
    return SketchedColumn(place, heading, samples, table.fields.get(place, ""))


def _words(line: Line) -> str:
    return first_words("; ".join(text[:LONGEST_HEADING] for _, text in sorted(line.cells.items())))
