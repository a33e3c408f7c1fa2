"""The headings of a sheet's columns, and the fields of the form that they lead to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from accounts.rows.columns import WITH_KIND, Column
from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import clean_line, fold

LEAST_HEADINGS = 2
LONGEST_HEADING, MOST_UNKNOWN = 60, 20
ROW_NUMBERS = {"stt", "tt", "so tt", "so thu tu", "thu tu"}


def meanings_of(columns: Sequence[Column]) -> dict[str, str]:
    """Return the field that each heading leads to; a column's own heading goes before the other names of another."""
    also = {name: column.field for column in columns for name in column.also}
    together = {name: column.field + WITH_KIND for column in columns for name in column.also_with_kind}
    return together | also | {bare(column.heading): column.field for column in columns}


def bare(heading: str) -> str:
    """Return a heading without marks, signs and the words in brackets: "Ngày (dd/mm/yyyy)" → "ngay"."""
    return re.sub(r"[\W_]+", " ", fold(re.sub(r"\([^)]*\)", " ", heading[:200]))).strip()


def fields_of(line: Line, meanings: Mapping[str, str]) -> dict[int, str]:
    """Return the field that each column of the sheet holds; of two for the same field the first."""
    fields: dict[int, str] = {}
    found = set()
    for column, text in sorted(line.cells.items()):
        field = meanings.get(bare(text))
        if column in line.hidden_columns:
            continue
        if field and field.removesuffix(WITH_KIND) not in found:
            fields[column] = field
            found.add(field.removesuffix(WITH_KIND))
    return fields


def unknown_headings(heading: Line, fields: Mapping[int, str]) -> tuple[str, ...]:
    """Return the headings of the columns that are not read, but for the one of running numbers."""
    others = ((column, text) for column, text in sorted(heading.cells.items()) if column not in fields)
    unknown = (
        clean_line(text[:LONGEST_HEADING]) + (" (cột đang ẩn)" if column in heading.hidden_columns else "")
        for column, text in others
        if bare(text) not in ROW_NUMBERS
    )
    return tuple(islice(unknown, MOST_UNKNOWN))
