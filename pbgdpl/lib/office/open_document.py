"""An OpenDocument spreadsheet (.ods): its rows as they are stored, repeated rows and cells within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pbgdpl.lib.office.cells import decimal_text
from pbgdpl.lib.office.grid import BookParts, Cell, Grid
from pbgdpl.lib.office.package import Package
from pbgdpl.lib.office.sheet_layout import MOST_COLUMNS
from pbgdpl.lib.office.workbook import HIDDEN_SHEET, cell_name, not_counted
from pbgdpl.lib.office.xml import Element, attribute, child, local, whole_number

CONTENT, MIME_TYPE, MANIFEST = "content.xml", "mimetype", "META-INF/manifest.xml"
SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
ROW_GROUPS = {"table-rows", "table-header-rows", "table-row-group"}
COLUMN_GROUPS = {"table-columns", "table-header-columns", "table-column-group"}
NOT_SHOWN = {"collapse", "filter"}
STORED_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?")
LONGEST_SPACES = 100


def is_locked(package: Package) -> bool:
    """Return whether the parts of an OpenDocument file are encrypted."""
    return b"encryption-data" in (package.read(MANIFEST) or b"")


def open_document(package: Package) -> BookParts:
    """Return the sheets; raises PackageRefused."""
    root, parts = package.xml(CONTENT), BookParts()
    hidden = _hidden_styles(root)
    spreadsheet = child(root, "body", "spreadsheet")
    for table in () if spreadsheet is None else spreadsheet:
        if local(table) == "table":
            is_hidden = attribute(table, "style-name") in hidden
            grid = parts.sheet(attribute(table, "name"), HIDDEN_SHEET if is_hidden else "")
            if grid is not None:
                _read(table, grid)
    return parts


def _hidden_styles(root: Element | None) -> set[str]:
    styles = child(root, "automatic-styles")
    return {
        attribute(style, "name")
        for style in (() if styles is None else styles)
        if attribute(child(style, "table-properties"), "display") == "false"
    }


def _read(table: Element, grid: Grid) -> None:
    place = 0
    for column in _inside(table, "table-column", COLUMN_GROUPS):
        count = min(whole_number(column, "number-columns-repeated") or 1, MOST_COLUMNS)
        if attribute(column, "visibility") in NOT_SHOWN:
            grid.hidden_columns.update(range(place, min(place + count, MOST_COLUMNS)))
        place += count
    number, places = 1, list[str]()
    for row in _inside(table, "table-row", ROW_GROUPS):
        count = whole_number(row, "number-rows-repeated") or 1
        places += [cell_name(column, number) for column in _without_results(row)]
        if cells := dict(_cells(row)):
            is_hidden = attribute(row, "visibility") in NOT_SHOWN
            for following in range(number, number + count):
                grid.add(following, cells, is_hidden=is_hidden)
        number += count
    if places:
        grid.book.notes.append(not_counted(grid.title, places))


def _without_results(row: Element) -> Iterator[int]:
    """Yield the columns of formulas that the program which wrote the file has not counted."""
    column = 0
    for cell in row:
        is_counted = attribute(cell, "value-type") or any(local(part) == "p" for part in cell)
        if attribute(cell, "formula") and not is_counted and column < MOST_COLUMNS:
            yield column
        column += whole_number(cell, "number-columns-repeated") or 1


def _inside(element: Element, name: str, groups: set[str]) -> Iterator[Element]:
    for part in element:
        if local(part) == name:
            yield part
        elif local(part) in groups:
            yield from _inside(part, name, groups)


def _cells(row: Element) -> Iterator[tuple[int, Cell]]:
    """Yield the cells with text by their columns; of those beyond the columns that are read only the first."""
    column = 0
    for cell in row:
        count = whole_number(cell, "number-columns-repeated") or 1
        if local(cell) == "table-cell" and (read := _cell(cell)).text:
            for place in range(column, min(column + count, MOST_COLUMNS + 1)):
                yield place, read
        column += count


def _cell(cell: Element) -> Cell:
    shown = "\n".join(_text(part) for part in cell if local(part) == "p")
    columns = whole_number(cell, "number-columns-spanned") or 1
    rows = whole_number(cell, "number-rows-spanned") or 1
    match attribute(cell, "value-type"):
        case "float" | "currency":
            return Cell(_number(cell, shown), columns, rows)
        case "percentage":
            return Cell(_number(cell, shown, per=100, sign="%"), columns, rows)
        case "date":
            text, is_month_first = _day(attribute(cell, "date-value"), shown)
            return Cell(text, columns, rows, is_month_first)
        case "boolean":
            values = {"true": "có", "false": "không"}
            return Cell(values.get(attribute(cell, "boolean-value"), shown), columns, rows)
        case _:
            return Cell(shown, columns, rows)


def _number(cell: Element, shown: str, *, per: int = 1, sign: str = "") -> str:
    try:
        return f"{decimal_text(float(attribute(cell, 'value')) * per)}{sign}"
    except (ValueError, OverflowError):
        return shown


def _day(stored: str, shown: str) -> tuple[str, bool]:
    """Return a stored day as people type it, with a time that is shown, and whether it is shown month first."""
    found = STORED_DAY.match(stored)
    if found is None:
        return shown, False
    year, month, day, time = found.groups()
    figures = [int(one) for one in re.findall(r"\d{1,4}", shown)[:3]]
    if int(day) not in figures and int(month) in figures and int(year) in figures:
        return f"tháng {int(month)}/{year}", False
    is_timed = time is not None and ":" in shown
    text = f"{day}/{month}/{year}" + (f" {time}" if is_timed else "")
    is_month_first = figures[:2] == [int(month), int(day)] and day != month
    return text, is_month_first and not is_timed


def _text(paragraph: Element) -> str:
    parts = [paragraph.text or ""]
    for inner in paragraph:
        match local(inner):
            case "s":
                parts.append(" " * min(whole_number(inner, "c") or 1, LONGEST_SPACES))
            case "tab":
                parts.append("\t")
            case "line-break":
                parts.append("\n")
            case "annotation" | "note":
                pass
            case _:
                parts.append(_text(inner))
        parts.append(inner.tail or "")
    return "".join(parts)
