"""A list as a spreadsheet of one page: numbered rows under headings, ready to be filtered and to be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Border
from openpyxl.utils import get_column_letter

from pbgdpl.lib.office.sheet_format import (
    BOLD_FONT,
    EDGE,
    HEADING,
    SHADE,
    FittedSheet,
    Value,
    new_book,
    saved,
    shown,
)
from pbgdpl.lib.office.sheet_paper import LINE, print_plan

NUMBER, FACT_HEADINGS = "STT", ("Thông tin", "Nội dung")
WITHOUT_BOTTOM, WITHOUT_TOP = Border(EDGE, EDGE, EDGE), Border(EDGE, EDGE, bottom=EDGE)
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class NumberedColumn(Generic[Row]):
    """A column: its heading, the value that a row has in it, and a heading that it shares with its neighbours."""

    heading: str
    value_of: Callable[[Row], Value]
    above: str = ""
    names_group: bool = False  # stands out in the first row of each group


def numbered_sheet(
    title: str,
    columns: Sequence[NumberedColumn[Row]],
    rows: Sequence[Row],
    *,
    head: str = "",
    is_group_head: Callable[[Row], bool] = lambda row: False,
    facts: tuple[str, Sequence[tuple[str, str]]] = ("", ()),
) -> bytes:
    """Return the rows as an XLSX file, as `add_numbered_sheet` writes them.

    `facts`, each with its label, stand on a second sheet of the title given with them.
    """
    book = new_book(title)
    add_numbered_sheet(book, title, columns, rows, head=head, is_group_head=is_group_head)
    if facts[1]:
        _add_facts(book, *facts, head or title)
    return saved(book)


def add_numbered_sheet(
    book: Workbook,
    title: str,
    columns: Sequence[NumberedColumn[Row]],
    rows: Sequence[Row],
    *,
    head: str = "",
    is_group_head: Callable[[Row], bool] = lambda row: False,
) -> None:
    """Add the rows as a sheet to a book; texts never become formulas, days are days.

    `head` is printed above every page, the title where it is empty.
    """
    headings = [NUMBER, *(column.heading for column in columns)]
    shared = ["", *(column.above for column in columns)]
    values: list[list[Value]] = [
        [number, *(column.value_of(row) for column in columns)] for number, row in enumerate(rows, start=1)
    ]
    heading_row = 2 if any(shared) else 1
    plan = print_plan(headings, [[shown(row[place]) for row in values] for place in range(len(headings))])
    fitted = FittedSheet(book, title, plan, head=head, headings=heading_row)
    sheet = fitted.sheet
    sheet.auto_filter.ref = f"A{heading_row}:{get_column_letter(len(headings))}{heading_row + len(rows)}"
    _write_headings(fitted, headings, shared)
    for row, row_values in zip(rows, values, strict=True):
        cells = [fitted.value_cell(value) for value in row_values]
        if is_group_head(row):
            _mark_head(cell for cell, column in zip(cells[1:], columns, strict=True) if column.names_group)
        fitted.append(cells)


def _add_facts(book: Workbook, title: str, facts: Sequence[tuple[str, str]], head: str) -> None:
    labels, texts = zip(*facts, strict=True)
    fitted = FittedSheet(book, title, print_plan(FACT_HEADINGS, (labels, texts)), head=head)
    fitted.append_headings([fitted.text_cell(heading, HEADING) for heading in FACT_HEADINGS])
    for fact in facts:
        fitted.append([fitted.text_cell(text) for text in fact])


def _write_headings(fitted: FittedSheet, headings: Sequence[str], shared: Sequence[str]) -> None:
    """Write the headings, and above those that share one a row with it; the others seem to fill both rows."""
    cells = [fitted.text_cell(heading, HEADING) for heading in headings]
    if any(shared):
        above = [fitted.text_cell("", HEADING) for _ in headings]
        for text, run in groupby(range(len(shared)), key=shared.__getitem__):
            places = [*run]
            if text:
                above[places[0]] = fitted.text_cell(text, HEADING)
                fitted.sheet.merged_cells.add(_range(places))
                continue
            for place in places:
                above[place].border, cells[place].border = WITHOUT_BOTTOM, WITHOUT_TOP
        fitted.append(above, LINE)
    fitted.append_headings(cells)


def _range(places: Sequence[int]) -> str:
    """Return the cells of the first row at these places: "C1:E1"."""
    return f"{get_column_letter(places[0] + 1)}1:{get_column_letter(places[-1] + 1)}1"


def _mark_head(cells: Iterable[Cell]) -> None:
    for cell in cells:
        cell.font, cell.fill = BOLD_FONT, SHADE
