"""A workbook read as text: the rows of its visible sheets, of an Excel file and of any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from openpyxl.utils import get_column_letter

from pbgdpl.lib.office.cells import (
    date_formats,
    element_at,
    shows_month_first,
    text_within,
    typed_text,
    typed_value,
)
from pbgdpl.lib.office.package import Package
from pbgdpl.lib.office.sheet_layout import MOST_COLUMNS, column_number, is_hidden, layout_of
from pbgdpl.lib.office.xml import Element, attribute, child, child_text, local, whole_number
from pbgdpl.lib.vietnamese import clean_line, thousands

MOST_SHEETS = 10
TRUE = ("1", "true")
LONGEST_TITLE = 31  # characters, Excel's own limit
HIDDEN_SHEET, SHEET_TOO_FAR = "trang tính đang ẩn", f"chỉ đọc {MOST_SHEETS} trang tính đầu"
DAY = re.compile(r"\d{2}/\d{2}/\d{4}")
MOST_PLACES = 10  # cells that one sentence names
NOT_COUNTED = (
    "Trang tính “{title}”: ô {places} là công thức mà tệp không có kết quả, nên đọc như ô trống. "
    "Mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi tải lên."
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number there, and the text of its cells by their columns, counted from 0."""

    number: int
    cells: dict[int, str]
    is_hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    spans: dict[int, int] = field(default_factory=dict)  # the last column of cells merged across columns
    month_first: frozenset[int] = frozenset()  # the columns of dates that Excel shows with the month first
    is_cut: bool = False  # there are cells beyond the columns that are read


@dataclass(frozen=True, slots=True)
class NamedSheet:
    title: str
    lines: Iterator[Line]


class Book(Protocol):
    """A file with one sheet or several."""

    @property
    def passed_over(self) -> tuple[tuple[str, str], ...]:
        """The titles of the sheets that are not read, each with the reason."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on how the file was read: from which code page."""

    def sheets(self) -> Iterator[NamedSheet]:
        """Yield the first visible sheets, each with its rows with content."""


class Workbook:
    """The workbook whose main part lies at `path`; reading it raises PackageRefused."""

    def __init__(self, package: Package, path: str) -> None:
        self._package = package
        self._relations = {relation.id: relation for relation in package.relations(path)}
        self._root = package.xml(path)
        self._typed: dict[str, str] = {}  # shared strings by index, cleaned once however often they are used
        self._from_1904 = attribute(child(self._root, "workbookPr"), "date1904") in TRUE
        # Programs that do not count formulas ask Excel for it; some store 0 in the meantime.
        self._is_to_count = attribute(child(self._root, "calcPr"), "fullCalcOnLoad") in TRUE
        self._not_counted: dict[str, list[str]] = {}  # the places of formulas without results, by their sheet

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence for each sheet, of those read so far, with formulas that have no results."""
        return tuple(not_counted(title, places) for title, places in self._not_counted.items() if places)

    def sheets(self) -> Iterator[NamedSheet]:
        """Yield the first visible sheets, each with its rows with content."""
        for title, path in self._visible[:MOST_SHEETS]:
            root = self._package.xml(path)
            if root is not None:
                places = self._not_counted.setdefault(title, [])
                yield NamedSheet(title, self._lines(root, places))

    @cached_property
    def passed_over(self) -> tuple[tuple[str, str], ...]:
        """The titles of the sheets that are not read, each with the reason."""
        hidden = [(_title(sheet), HIDDEN_SHEET) for sheet, _ in self._worksheets if not _is_visible(sheet)]
        return *hidden, *((title, SHEET_TOO_FAR) for title, _ in self._visible[MOST_SHEETS:])

    @cached_property
    def _visible(self) -> list[tuple[str, str]]:
        """The title and the path of each visible sheet."""
        return [(_title(sheet), path) for sheet, path in self._worksheets if _is_visible(sheet)]

    @cached_property
    def _worksheets(self) -> list[tuple[Element, str]]:
        sheets = child(self._root, "sheets")
        related = [
            (sheet, self._relations.get(attribute(sheet, "id")))
            for sheet in (() if sheets is None else sheets)
        ]
        return [(sheet, one.path) for sheet, one in related if one and one.kind == "worksheet"]

    def _lines(self, root: Element, without_results: list[str]) -> Iterator[Line]:
        """Yield the rows with content; merged cells give their text to each row with content that they cover.

        The places of formulas without results are added to `without_results`.
        """
        layout, number = layout_of(root), 0
        hidden = frozenset(layout.hidden)
        below: dict[int, tuple[str, int]] = {}  # the text and the last row of merged cells, by their column
        for row in (row for part in root if local(part) == "sheetData" for row in part):
            stated = whole_number(row, "r")
            number = number + 1 if stated is None else stated
            cells, month_first, is_cut = self._cells(row)
            without_results += [cell_name(column, number) for column in self._without_results(row)]
            if cells:
                places = {column: layout.merged.get((number, column), (0, 0)) for column in cells}
                spans = {column: last for column, (_, last) in places.items() if last > column}
                covered = {column: text for column, (text, last) in below.items() if number <= last}
                below.update((column, (cells[column], last)) for column, (last, _) in places.items())
                yield Line(number, covered | cells, is_hidden(row), hidden, spans, month_first, is_cut)

    def _cells(self, row: Element) -> tuple[dict[int, str], frozenset[int], bool]:
        """Return a row's texts by their columns, the columns of dates shown month first, and whether it goes on."""
        texts, month_first, column, is_cut = {}, set(), -1, False
        for cell in row:
            column = _column(cell.get("r", ""), column + 1)
            if column >= MOST_COLUMNS:
                is_cut = is_cut or len(cell) > 0
            elif text := self._text(cell):
                texts[column] = text
                if DAY.fullmatch(text) and shows_month_first(cell, self._formats):
                    month_first.add(column)
        return texts, frozenset(month_first), is_cut

    def _without_results(self, row: Element) -> Iterator[int]:
        """Yield the columns of formulas without results."""
        column = -1
        for cell in row:
            column = _column(cell.get("r", ""), column + 1)
            if column < MOST_COLUMNS and self._is_not_counted(cell):
                yield column

    def _is_not_counted(self, cell: Element) -> bool:
        """Return whether a formula has no result; one whose result is an empty text has."""
        if cell.get("t", "n") != "n" or child(cell, "f") is None:
            return False
        return child_text(cell, "v") in (("", "0") if self._is_to_count else ("",))

    def _text(self, cell: Element) -> str:
        if self._is_not_counted(cell):
            return ""
        if cell.get("t") != "s":
            return typed_value(cell, self._formats, from_1904=self._from_1904)
        index = child_text(cell, "v")
        if index not in self._typed:
            self._typed[index] = typed_text(element_at(self._strings, index))
        return self._typed[index]

    @cached_property
    def _formats(self) -> tuple[str, ...]:
        return date_formats(self._part("styles"))

    @cached_property
    def _strings(self) -> list[str]:
        """Return the texts to which the cells of all sheets refer by index."""
        root = self._part("sharedStrings")
        return [text_within(one) for one in root] if root is not None else []

    def _part(self, kind: str) -> Element | None:
        path = next((one.path for one in self._relations.values() if one.kind == kind), "")
        return self._package.xml(path)


def not_counted(title: str, places: Sequence[str]) -> str:
    """Return the sentence that formulas of a sheet have no results."""
    more = f" và {thousands(len(places) - MOST_PLACES)} ô khác" if len(places) > MOST_PLACES else ""
    return NOT_COUNTED.format(title=title, places=f"{', '.join(places[:MOST_PLACES])}{more}")


def cell_name(column: int, number: int) -> str:
    """Return "C7" for the third column, which is counted from 0, in row 7."""
    return f"{get_column_letter(column + 1)}{number}"


def _is_visible(sheet: Element) -> bool:
    return sheet.get("state", "visible") == "visible"


def _title(sheet: Element) -> str:
    return clean_line(sheet.get("name", "")[:LONGEST_TITLE])


def _column(reference: str, following: int) -> int:
    """Return the column of "B7", counted from 0; `following` for a cell without a reference."""
    name = reference.rstrip("0123456789")
    if not name.isascii() or not name.isalpha() or len(name) > 3:
        return following
    return column_number(name)
