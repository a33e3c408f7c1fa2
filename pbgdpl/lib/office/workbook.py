"""A spreadsheet file that may be anything, opened within bounds: its visible sheets as rows of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pbgdpl.lib.office.cells import (
    LONGEST_INDEX,
    Element,
    date_formats,
    element_at,
    local,
    text_within,
    typed_text,
    typed_value,
)
from pbgdpl.lib.office.package import BoundedZip

MOST_COLUMNS = 50
MOST_SHEETS = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number there, and the text of its cells by their columns, counted from 0."""

    number: int
    cells: dict[int, str]


class Workbook:
    def __init__(self, archive: BoundedZip, path: str) -> None:
        self._archive = archive
        self._relations = {relation.id: relation for relation in archive.relations(path)}
        root = archive.xml(path)
        self._parts = {local(part): part for part in root} if root is not None else {}
        properties = self._parts.get("workbookPr")
        self._typed: dict[str, str] = {}  # texts by number, cleaned once however often they are used
        self._from_1904 = properties is not None and properties.get("date1904") in ("1", "true")

    def sheets(self) -> Iterator[Iterator[Line]]:
        """Yield the first sheets that a person sees, each as its rows with content."""
        for path in self._paths()[:MOST_SHEETS]:
            root = self._archive.xml(path)
            if root is not None:
                yield self._lines(root)

    def _paths(self) -> list[str]:
        paths = []
        for sheet in self._parts.get("sheets", ()):
            name = next((str(value) for key, value in sheet.attrib.items() if key.endswith("}id")), "")
            relation = self._relations.get(name)
            if relation and relation.kind == "worksheet" and sheet.get("state", "visible") == "visible":
                paths.append(relation.path)
        return paths

    def _lines(self, root: Element) -> Iterator[Line]:
        number = 0
        for row in (row for part in root if local(part) == "sheetData" for row in part):
            said = row.get("r", "")
            number = int(said) if said.isdecimal() and len(said) <= LONGEST_INDEX else number + 1
            if cells := self._cells(row):
                yield Line(number, cells)

    def _cells(self, row: Element) -> dict[int, str]:
        texts, column = {}, -1
        for cell in row:
            column = _column(cell.get("r", ""), column + 1)
            if column < MOST_COLUMNS and (text := self._text(cell)):
                texts[column] = text
        return texts

    def _text(self, cell: Element) -> str:
        if cell.get("t") != "s":
            return typed_value(cell, self._formats, from_1904=self._from_1904)
        index = next((part.text or "" for part in cell if local(part) == "v"), "")
        if index not in self._typed:
            self._typed[index] = typed_text(element_at(self._strings, index))
        return self._typed[index]

    @cached_property
    def _formats(self) -> tuple[str, ...]:
        return date_formats(self._part("styles"))

    @cached_property
    def _strings(self) -> list[str]:
        """Return the texts that cells refer to by number, of all sheets."""
        root = self._part("sharedStrings")
        return [text_within(one) for one in root] if root is not None else []

    def _part(self, kind: str) -> Element | None:
        path = next((one.path for one in self._relations.values() if one.kind == kind), "")
        return self._archive.xml(path)


def _column(reference: str, following: int) -> int:
    """Return the column of "B7", counted from 0; a cell that does not say stands next to the one before."""
    letters = reference.rstrip("0123456789")
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        return following
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
