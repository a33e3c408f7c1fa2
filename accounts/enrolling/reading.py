"""Reads a pasted table or a sheet into the values of its rows, with sentences on all that was not read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from accounts.rows.columns import Column
from accounts.rows.sheets.headings import HEADINGS_WITHIN, fields_of, meanings_of
from accounts.rows.sheets.kinds import REFUSALS, UnreadableSheet, open_book, saying
from accounts.rows.sheets.list_rows import MOST_ROWS
from accounts.rows.sheets.reading import Sheet, Unmapped, read_book
from accounts.rows.sheets.tables import Choice, Wanted
from pbgdpl.lib.office.package import PackageRefused
from pbgdpl.lib.office.sheet_layout import MOST_COLUMNS
from pbgdpl.lib.office.workbook import Book, Line, NamedSheet
from pbgdpl.lib.vietnamese import clean_line, thousands

MOST_CHARACTERS = 300_000
FIRST_LINES = 30
# What stands before a name in a typed list: "1. ", "- ".
MARKER = re.compile(r"\A\s*(?:\d{1,3}[.)]|[-–•+*])\s+(?=\S)")
RUNNING_NUMBER = re.compile(r"\(?\d{1,3}[.)]?")
NAMES = {"name", "full_name"}  # the fields that every row has
NO_ROWS = "Không thấy dòng nào để đọc. Dán bảng có ít nhất một dòng, mỗi người hoặc mỗi cơ quan một dòng."
TOO_LONG = (
    f"Danh sách quá dài: mỗi lần nhiều nhất {MOST_ROWS} dòng, {thousands(MOST_CHARACTERS)} ký tự. "
    "Chia thành nhiều phần rồi đưa vào từng phần."
)


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of a table, each with its number there and its values by field, and what was not read."""

    rows: tuple[tuple[int, dict[str, str]], ...]
    notes: tuple[str, ...] = ()


class TypedTable:
    """A text of one row a line, whose cells are parted by tabs or "|", as a book of one sheet."""

    passed_over: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    def __init__(self, text: str) -> None:
        self._rows = list(_cells(text))

    def sheets(self) -> Iterator[NamedSheet]:
        yield NamedSheet("", self._lines())

    def _lines(self) -> Iterator[Line]:
        for number, row in enumerate(self._rows, start=1):
            texts = enumerate(map(clean_line, row[:MOST_COLUMNS]))
            if cells := {place: text for place, text in texts if text}:
                yield Line(number, cells, is_cut=len(row) > MOST_COLUMNS)


def _cells(text: str) -> Iterator[list[str]]:
    """Yield the cells of each line; Excel puts a cell of several lines between quotation marks."""
    if "\t" in text and '"' in text and text.count('"') % 2 == 0:
        csv.field_size_limit(MOST_CHARACTERS)
        yield from csv.reader(text.splitlines(keepends=True), delimiter="\t")
        return
    for line in text.splitlines():
        yield line.split("\t") if "\t" in line else _between_bars(line)


def _between_bars(line: str) -> list[str]:
    """Return the cells of "a | b" or "| a | b |"; a line of dashes below headings has none."""
    if "|" in line and not line.strip("|-: "):
        return []
    return MARKER.sub("", line).strip().removeprefix("|").removesuffix("|").split("|")


def read_text(text: str, columns: Sequence[Column]) -> Listed:
    """Return the rows of a pasted table; raise UnreadableSheet with a sentence for people."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableSheet(TOO_LONG)
    return _listed(TypedTable(text), columns)


def read_file(data: bytes, columns: Sequence[Column]) -> Listed:
    """Return the rows of a sheet; raise UnreadableSheet with a sentence for people."""
    try:
        book = open_book(data)
        with saying(lambda: book.notes):
            return _listed(book, columns)
    except PackageRefused as problem:
        raise UnreadableSheet(REFUSALS[problem.reason]) from problem


def _listed(book: Book, columns: Sequence[Column]) -> Listed:
    sheet = _by_headings(book, columns) or _by_order(book, columns)
    rows = tuple((row.number, row.values) for row in sheet.rows)
    doubts = (f"Dòng {row.number}: {doubt}" for row in sheet.rows for doubt in row.doubts)
    return Listed(rows, (*sheet.not_read(), *doubts))


def _by_headings(book: Book, columns: Sequence[Column]) -> Sheet | None:
    """Return the list below headings, None where the table has none that are known."""
    try:
        sheet = read_book(book, Wanted(columns))
    except Unmapped:
        return None
    return replace(sheet, notes=book.notes) if sheet.rows else None


def _by_order(book: Book, columns: Sequence[Column]) -> Sheet:
    """Return the rows of a table without headings, or with one alone, whose columns stand in the usual order."""
    choices = {}
    for place, sheet in enumerate(book.sheets()):
        head = list(islice(sheet.lines, FIRST_LINES))
        if head:
            choices[place] = _choice(head, columns)
    if not choices:
        raise UnreadableSheet(NO_ROWS)
    try:
        return replace(read_book(book, Wanted(columns, choices=choices)), notes=book.notes)
    except Unmapped as problem:
        raise UnreadableSheet(NO_ROWS) from problem


def _choice(head: Sequence[Line], columns: Sequence[Column]) -> Choice:
    """Return which column of a sheet holds what: by a heading of the names, else by the usual order."""
    names = [column.field for column in columns]
    meanings = meanings_of(columns)
    for line in head[:HEADINGS_WITHIN]:
        fields = fields_of(line, meanings)
        if NAMES & set(fields.values()):
            return Choice(line.number, fields)
    used = {place for line in head for place in line.cells}
    places = range(min(used), max(used) + 1)
    if len(places) > 1 and _has_running_numbers(places[0], head):
        places = places[1:]
    if names[0] == "code" and _has_names(places[0], head):
        names = ["name", "code", *names[2:]]
    return Choice(0, dict(zip(places, names, strict=False)))


def _has_running_numbers(place: int, rows: Sequence[Line]) -> bool:
    texts = [line.cells[place] for line in rows if place in line.cells]
    return bool(texts) and all(map(RUNNING_NUMBER.fullmatch, texts))


def _has_names(place: int, rows: Sequence[Line]) -> bool:
    """Return whether the column holds names of several words rather than codes."""
    texts = [line.cells[place] for line in rows if place in line.cells]
    return sum(" " in text for text in texts) > len(texts) / 2
