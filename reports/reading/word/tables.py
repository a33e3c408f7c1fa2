"""Reads Word tables: a table of figures as rows, a letterhead or a signature in a table as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reports.document import layout
from reports.reading.report import places
from reports.reading.report.roles import ROLE_OF_STYLE
from reports.reading.report.source import SourceLine

CONTENT_STYLES = {layout.TABLE_HEADER.id, layout.TABLE_TEXT.id, layout.TABLE_FIGURE.id}
# A table with more rows is not a letterhead or a signature.
MOST_LAYOUT_ROWS = 12
MOST_LAYOUT_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    lines: tuple[SourceLine, ...] = ()
    span: int = 1

    @property
    def text(self) -> str:
        return " ".join(filter(None, map(_flat, self.lines)))


Rows = Sequence[Sequence[Cell]]


def table_lines(rows: Rows, *, after_gap: bool) -> Iterator[SourceLine]:
    """Yield the table as one line with rows, or the lines of its cells if the table is only a layout."""
    if _is_layout(rows):
        yield from _column_by_column(rows)
        return
    cells = [[text for cell in row for text in (cell.text, *[""] * (cell.span - 1))] for row in rows]
    width = max(map(len, cells), default=0)
    filled = tuple((*row, *[""] * (width - len(row))) for row in cells if any(row))
    if filled:
        yield SourceLine("", rows=filled, after_gap=after_gap)
    yield from (line for row in rows for cell in row for line in cell.lines if line.is_note)


def _flat(line: SourceLine) -> str:
    """Return the words of a line; of a table inside the cell, the words of its cells."""
    if line.is_note:
        return ""
    return " ".join(filter(None, (line.text, *(text for row in line.rows for text in row))))


def _is_layout(rows: Rows) -> bool:
    lines = [line for row in rows for cell in row for line in cell.lines]
    if any(line.style for line in lines):
        return any(line.style in ROLE_OF_STYLE for line in lines)
    if all(len(row) <= 1 for row in rows):
        return True
    small = len(rows) <= MOST_LAYOUT_ROWS and max(map(len, rows)) <= MOST_LAYOUT_COLUMNS
    return small and (any(map(_belongs_to_head_or_tail, lines)) or _is_signature(rows))


def _belongs_to_head_or_tail(line: SourceLine) -> bool:
    text = line.text
    patterns = (places.NATIONAL_NAME, places.MOTTO)
    number = places.number(text) is not None if text.startswith("Số:") else False
    return number or text.startswith("Nơi nhận:") or any(pattern.fullmatch(text) for pattern in patterns)


def _is_signature(rows: Rows) -> bool:
    """Return whether only the last column of a table has words, among them the office of a signer."""
    aside = [cell for row in rows for cell in row[:-1]]
    lines = [line for row in rows for cell in row[-1:] for line in cell.lines]
    signed = any(
        places.is_capitals(line.text) and places.is_authority(line.text) for line in lines if line.raw
    )
    return signed and not any(places.has_words(cell.text) for cell in aside)


def _column_by_column(rows: Rows) -> Iterator[SourceLine]:
    """Yield the lines column by column, for adjacent rows with the same number of columns."""
    for width, group in groupby(rows, key=len):
        together = list(group)
        for column in range(width):
            yield from (replace(line, after_gap=False) for row in together for line in row[column].lines)
