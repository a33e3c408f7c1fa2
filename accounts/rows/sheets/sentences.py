"""A sheet with one column of whole sentences, which is read like a pasted list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.rows.sheets.headings import ROW_NUMBERS, bare
from accounts.rows.sheets.left_out import FIGURES, GROUP, HEADING, LONGEST_TEXT, LeftOut, left_out_of
from pbgdpl.lib.office.workbook import Line

MOST_SENTENCES, MOST_CHARACTERS = 500, 300_000
LEAST_WORDS = 5  # of a sentence; half of the texts have so many


@dataclass(frozen=True, slots=True)
class Sentences:
    rows: tuple[tuple[int, str], ...]  # the number of each row in the sheet, and its text
    left_out: tuple[LeftOut, ...]


def sentences_in(lines: Iterable[Line]) -> Sentences | None:
    """Return the only column of texts in a sheet, or None if it has more columns, no sentences or too many.

    Titles merged across columns, the heading beside that of running numbers, and hidden rows are left out.
    """
    rows: list[tuple[int, str]] = []
    left_out: list[LeftOut] = []
    columns: set[int] = set()
    characters = 0
    for line in lines:
        texts = _texts(line)
        if not texts:
            continue
        if out := _left_out(line, texts, is_first=not rows):
            left_out.append(out)
            continue
        columns.update(texts)
        rows += [(line.number, text) for text in texts.values()]
        characters += sum(map(len, texts.values()))
        if len(columns) > 1 or len(rows) > MOST_SENTENCES or characters > MOST_CHARACTERS:
            return None
    long = sum(len(text.split(maxsplit=LEAST_WORDS)) >= LEAST_WORDS for _, text in rows)
    return Sentences(tuple(rows), tuple(left_out)) if rows and long * 2 >= len(rows) else None


def _texts(line: Line) -> dict[int, str]:
    """Return the texts of a row in visible columns, without its running number."""
    return {
        column: text
        for column, text in line.cells.items()
        if column not in line.hidden_columns and not FIGURES.fullmatch(text) and bare(text) not in ROW_NUMBERS
    }


def _left_out(line: Line, texts: dict[int, str], *, is_first: bool) -> LeftOut | None:
    is_heading = is_first and any(bare(text) in ROW_NUMBERS for text in line.cells.values())
    is_title = is_first and len(texts) == 1 and any(column in line.spans for column in texts)
    if not line.is_hidden and (is_heading or is_title):
        return LeftOut(line.number, HEADING, " ".join(text[:LONGEST_TEXT] for text in texts.values()))
    out = left_out_of(line, {max(texts)}, is_first=False)
    is_lettered = out and out.why == GROUP and len(line.cells) == 1 and not line.spans  # "A. Kế hoạch số …"
    return None if is_lettered else out
