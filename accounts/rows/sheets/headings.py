"""The headings of a sheet's columns, and the fields of the form that they lead to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from accounts.rows.columns import SYMBOL, WITH_KIND, WITH_PLACE, Column, main_field
from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import fold

HEADINGS_WITHIN, DEEPEST = 20, 3  # rows
LEAST_HEADINGS = 2
LONGEST_HEADING = 60
ROW_NUMBERS = {"stt", "tt", "so tt", "so thu tu", "thu tu"}


@dataclass(frozen=True, slots=True)
class Meanings:
    """The fields that headings lead to: by the heading itself, or else by a pattern."""

    exact: Mapping[str, str]
    patterns: Mapping[str, re.Pattern[str]]  # by the field
    loose: frozenset[str]  # fields whose headings may mean another one, where that is missing
    symbols: Mapping[str, Sequence[str]]  # the headings of symbols that stand beside a number

    def knows(self, heading: str) -> bool:
        words = bare(heading)
        return words in self.exact or any(pattern.fullmatch(words) for pattern in self.patterns.values())


def meanings_of(columns: Sequence[Column]) -> Meanings:
    """Return what headings mean; a column's own heading goes before the other names of another."""
    also = {name: column.field for column in columns for name in column.also}
    together = {name: column.field + WITH_KIND for column in columns for name in column.also_with_kind}
    together |= {name: column.field + WITH_PLACE for column in columns for name in column.also_with_place}
    return Meanings(
        together | also | {bare(column.heading): column.field for column in columns},
        {column.field: re.compile(column.also_like) for column in columns if column.also_like},
        frozenset(column.field for column in columns if column.is_loose),
        {column.field: column.symbol_headings for column in columns if column.symbol_headings},
    )


def bare(heading: str) -> str:
    """Return a heading without marks, signs and the words in brackets: "Ngày (dd/mm/yyyy)" → "ngay"."""
    return re.sub(r"[\W_]+", " ", fold(re.sub(r"\([^)]*\)", " ", heading[:200]))).strip()


def fields_of(line: Line, meanings: Meanings) -> dict[int, str]:
    """Return the field that each visible column of the sheet holds."""
    shown = {column: text for column, text in line.cells.items() if column not in line.hidden_columns}
    return fields_under(shown, meanings)


def fields_under(texts: Mapping[int, str], meanings: Meanings) -> dict[int, str]:
    """Return the field that each column holds, by its heading; of two for the same field the first."""
    headings = {column: bare(text) for column, text in sorted(texts.items())}
    fields: dict[int, str] = {}
    _add_exact(fields, headings, meanings)
    for field, symbols in meanings.symbols.items():
        _part_symbol(fields, headings, field, symbols, meanings)
    for field, pattern in meanings.patterns.items():
        if field not in _found(fields):
            places = (column for column, heading in headings.items() if pattern.fullmatch(heading))
            free = (place for place in places if fields.get(place) in (None, *meanings.loose))
            fields |= dict.fromkeys(islice(free, 1), field)
    _add_exact(fields, headings, meanings)  # again, because a loose column may be another one now
    return fields


def _add_exact(fields: dict[int, str], headings: Mapping[int, str], meanings: Meanings) -> None:
    for column, heading in headings.items():
        field = meanings.exact.get(heading)
        if field and column not in fields and main_field(field) not in _found(fields):
            fields[column] = field


def _part_symbol(
    fields: dict[int, str],
    headings: Mapping[int, str],
    field: str,
    symbols: Sequence[str],
    meanings: Meanings,
) -> None:
    """Tell the column of a number from the column of its symbol, where a sheet has both."""
    places = [place for place, heading in headings.items() if meanings.exact.get(heading) == field]
    symbol = [place for place in places if headings[place] in symbols]
    number = [place for place in places if not any(words in headings[place] for words in symbols)]
    if symbol and number:
        for place in places:
            fields.pop(place, None)
        fields |= {number[0]: field, symbol[0]: field + SYMBOL}


def _found(fields: Mapping[int, str]) -> set[str]:
    return {main_field(field) for field in fields.values()}


def find_heading(lines: Sequence[Line], meanings: Meanings) -> tuple[Line, int, int] | None:
    """Return the headings, of up to three rows together, and how many lines are before and at their end; None without.

    Of the rows where headings begin, the ones that lead to most fields count, and of these the fewest.
    """
    for start in range(min(len(lines), HEADINGS_WITHIN)):
        near = range(start, min(start + DEEPEST, len(lines)))
        found = [(first, depth) for first in near for depth in range(1, DEEPEST + 1)]
        counts = {one: len(fields_of(_together(lines, *one, meanings), meanings)) for one in found}
        if max(count for (first, _), count in counts.items() if first == start) >= LEAST_HEADINGS:
            first, depth = max(found, key=lambda one: (counts[one], -one[1], -one[0]))
            depth = _whole_depth(lines, first, depth)
            return _together(lines, first, depth, meanings), first, first + depth
    return None


def _whole_depth(lines: Sequence[Line], first: int, depth: int) -> int:
    """Return the number of rows of headings with those that a merged heading covers."""
    top = lines[first].cells
    while depth < DEEPEST and first + depth < len(lines):
        below = lines[first + depth].cells
        if not any(below.get(column) == text for column, text in top.items() if bare(text)):
            break
        depth += 1
    return depth


def _together(lines: Sequence[Line], first: int, depth: int, meanings: Meanings) -> Line:
    """Return rows of headings as one: in each column the words of all of them, or the last that lead to a field."""
    rows = lines[first : first + depth]
    if len(rows) == 1:
        return rows[0]
    parts: dict[int, list[str]] = {}
    for row in rows:
        for column, text in row.cells.items():
            for place in range(column, row.spans.get(column, column) + 1):
                if text not in parts.setdefault(place, []):
                    parts[place].append(text[:LONGEST_HEADING])
    cells = {column: _known(texts, meanings) for column, texts in parts.items()}
    return replace(rows[-1], cells=cells)


def _known(texts: Sequence[str], meanings: Meanings) -> str:
    endings = [" ".join(texts[start:]) for start in range(len(texts))]
    return next((ending for ending in endings if meanings.knows(ending)), endings[0])
