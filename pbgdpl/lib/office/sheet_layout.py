"""How a sheet shows its cells: the columns that are hidden and the cells that are merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from pbgdpl.lib.office.xml import Element, local, whole_number

MOST_COLUMNS, MOST_MERGED = 50, 20_000
PLACES = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass(slots=True)
class Layout:
    """The layout of the first columns of a sheet, counted from 0."""

    hidden: set[int] = field(default_factory=set)
    # The last row and the last column of merged cells, by the row and the column of the first.
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def layout_of(sheet: Element) -> Layout:
    layout = Layout()
    for part in sheet:
        match local(part):
            case "cols":
                for one in part:
                    layout.hidden.update(_hidden_columns(one))
            case "mergeCells":
                ranges = islice((one.get("ref", "") for one in part), MOST_MERGED)
                layout.merged.update(found for one in ranges for found in _merged(one))
    return layout


def is_hidden(element: Element) -> bool:
    return element.get("hidden") in ("1", "true")


def column_number(name: str) -> int:
    """Return the number of column "A", "AB" or "XFD", counted from 0."""
    number = 0
    for character in name.upper():
        number = number * 26 + ord(character) - ord("A") + 1
    return number - 1


def _hidden_columns(element: Element) -> range:
    first, last = whole_number(element, "min"), whole_number(element, "max")
    if first is None or last is None or not is_hidden(element):
        return range(0)
    return range(max(first - 1, 0), min(last, MOST_COLUMNS))


def _merged(places: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    if found := PLACES.fullmatch(places):
        first, last = column_number(found[1]), column_number(found[3])
        if first < MOST_COLUMNS:
            yield (int(found[2]), first), (int(found[4]), min(last, MOST_COLUMNS - 1))
