"""Where the list of a sheet begins, and which field of the form each of its columns holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from accounts.rows.columns import SYMBOL, Column, main_field
from accounts.rows.sheets.headings import (
    HEADINGS_WITHIN,
    LONGEST_HEADING,
    ROW_NUMBERS,
    Meanings,
    bare,
    fields_of,
    find_heading,
    meanings_of,
)
from accounts.rows.sheets.row_keys import ROW_KEY
from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import clean_line, thousands

# The folded headings of a sheet from left to right, by which its layout is known again.
Layout = tuple[str, ...]
MOST_UNKNOWN = 20
IS_HIDDEN = "cột đang ẩn"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person has chosen for a sheet: the number of its row of headings, 0 for none, and its columns' fields."""

    heading: int
    fields: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in a file: the columns of the form, known layouts, and what a person has chosen."""

    columns: Sequence[Column]
    layouts: Mapping[Layout, Sequence[str]] = field(default_factory=dict)  # the fields by the headings
    choices: Mapping[int, Choice] = field(default_factory=dict)  # by the place of the sheet, counted from 0
    with_hidden: bool = False

    @property
    def meanings(self) -> Meanings:
        return meanings_of((*self.columns, ROW_KEY))

    def columns_of(self, fields: Mapping[int, str]) -> dict[int, tuple[str, Column]]:
        """Return the field and the column of the form that each column of the sheet leads to."""
        known = {column.field: column for column in (*self.columns, ROW_KEY)}
        names = {place: main_field(name).removesuffix(SYMBOL) for place, name in fields.items()}
        return {place: (fields[place], known[name]) for place, name in names.items() if name in known}


@dataclass(frozen=True, slots=True)
class Table:
    """The list of a sheet: its row of headings, which may be made of several, and the fields of its columns."""

    heading: Line
    start: int  # how many of the lines stand above the headings
    end: int  # how many of the lines end with the headings
    fields: dict[int, str]


def find_table(head: Sequence[Line], wanted: Wanted, place: int) -> Table | None:
    """Return the list whose headings stand in the first lines of a sheet, None if there is none."""
    if choice := wanted.choices.get(place):
        return _chosen(head, choice) if choice.fields else None
    return _remembered(head, wanted) or _by_meaning(head, wanted.meanings)


def _chosen(head: Sequence[Line], choice: Choice) -> Table:
    start = sum(line.number < choice.heading for line in head)
    if start < len(head) and head[start].number == choice.heading:
        return Table(head[start], start, start + 1, dict(choice.fields))
    return Table(Line(choice.heading, {}), start, start, dict(choice.fields))


def _remembered(head: Sequence[Line], wanted: Wanted) -> Table | None:
    for end, line in enumerate(head[:HEADINGS_WITHIN], start=1):
        if wanted.layouts and (fields := wanted.layouts.get(layout_of(line))) is not None:
            named = zip(sorted(line.cells), fields, strict=False)
            return Table(line, end - 1, end, {place: name for place, name in named if name})
    return None


def _by_meaning(head: Sequence[Line], meanings: Meanings) -> Table | None:
    if found := find_heading(head, meanings):
        heading, start, end = found
        while start and _shares_cells(head[start - 1], head[start]):
            start -= 1
        return Table(heading, start, end, fields_of(heading, meanings))
    return None


def _shares_cells(line: Line, below: Line) -> bool:
    """Return whether cells of a row of headings are merged with those of the row below."""
    return any(below.cells.get(place) == text for place, text in line.cells.items() if bare(text))


def layout_of(line: Line) -> Layout:
    return tuple(bare(text) for _, text in sorted(line.cells.items()))


def unread_columns(table: Table, used: Collection[int], hidden: Collection[int]) -> tuple[str, ...]:
    """Return the names of the columns that are not read, but for the one of running numbers.

    `used` are the columns in which a row that is read holds more than a running number.
    """
    headings = table.heading.cells
    places = [
        place
        for place in sorted({*headings, *used})
        if place not in table.fields and bare(headings.get(place, "")) not in ROW_NUMBERS
    ]
    names = (_name(place, headings.get(place, ""), place in hidden) for place in places)
    more = len(places) - MOST_UNKNOWN
    return *islice(names, MOST_UNKNOWN), *([f"và {thousands(more)} cột khác"] if more > 0 else [])


def _name(place: int, heading: str, is_hidden: bool) -> str:
    name = clean_line(heading[:LONGEST_HEADING])
    notes = [*([] if name else ["không có tiêu đề"]), *([IS_HIDDEN] if is_hidden else [])]
    return (name or f"cột {letters(place)}") + (f" ({', '.join(notes)})" if notes else "")


def letters(place: int) -> str:
    """Return how Excel names a column, counted from 0: 0 → "A", 27 → "AB"."""
    name = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
