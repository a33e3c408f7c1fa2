"""A text file of separated values (CSV): its delimiter is found, and its encoding."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from pbgdpl.lib.office.grid import BookParts, Cell
from pbgdpl.lib.office.sheet_layout import MOST_COLUMNS
from pbgdpl.lib.plain_text import decoded

DELIMITERS = ";\t|,"
ROWS_JUDGED, CHARACTERS_JUDGED = 200, 100_000
LARGEST_FIELD = 2**24  # characters; a cell that is too long is refused with its place
STATED = "sep="  # the first line that states the delimiter for Excel


def separated_values(data: bytes) -> BookParts:
    """Return the only sheet; raises UnknownEncoding."""
    text, note = decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = BookParts(notes=[note] if note else [])
    first, _, rest = text.partition("\n")
    is_stated = first.lower().startswith(STATED) and len(first.strip()) == len(STATED) + 1
    delimiter = first.strip()[-1] if is_stated else _delimiter(text)
    rows = _rows(rest if is_stated else text, delimiter)
    if (grid := parts.sheet("")) is not None:
        for number, row in enumerate(rows, start=1 + is_stated):
            cells = ((column, Cell(value)) for column, value in enumerate(row) if value.strip())
            grid.add(number, dict(islice(cells, MOST_COLUMNS + 1)), is_hidden=False)
    return parts


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the rows; where quotation marks do not pair up, they are characters like any other."""
    csv.field_size_limit(LARGEST_FIELD)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter, quoting=csv.QUOTE_NONE))


def _delimiter(text: str) -> str:
    """Return the delimiter that parts most rows into equally many cells, of these into the most."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    head = "\n".join(islice(text[:CHARACTERS_JUDGED].split("\n"), ROWS_JUDGED))
    counts = Counter(len(row) for row in _rows(head, delimiter) if row)
    cells, rows = max(counts.items(), key=lambda one: (one[0] > 1, one[1]), default=(1, 0))
    return (rows / counts.total(), cells) if cells > 1 else (0, 1)
