"""The formatting of spreadsheets that we write, and cells whose text stays a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO

from django.utils.formats import date_format
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties

from pbgdpl.lib.office.cells import LONGEST_CELL
from pbgdpl.lib.vietnamese import clean

HEADING, TEXT, DAY, COUNT = "Tiêu đề cột", "Ô chữ", "Ô ngày", "Ô số"
FONT, SIZE = "Times New Roman", 12
A4 = 9  # Excel's number of the paper
FIRST_DAY = date(1900, 3, 1)  # before it Excel and the calendar disagree
CUT = "…"
# What Excel would read as an escaped character: "_x0041_".
LIKE_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
LIKE_FORMULAS = ("=", "+", "-", "@")
LINES = Border(*[Side(style="thin", color="A6A6A6")] * 4)
HEADING_FILL = PatternFill("solid", fgColor="E8EEF5")
# The number format and the alignment of each style of cells.
STYLES = {
    HEADING: ("@", Alignment(horizontal="center", vertical="center", wrap_text=True)),
    TEXT: ("@", Alignment(vertical="top", wrap_text=True)),
    DAY: ("dd/mm/yyyy", Alignment(horizontal="center", vertical="top")),
    COUNT: ("0", Alignment(horizontal="center", vertical="top")),
}


def new_book(title: str) -> Workbook:
    """Return an empty workbook that is written row by row."""
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator, book.properties.language = title, "", "vi-VN"
    for name, (number_format, alignment) in STYLES.items():
        style = NamedStyle(name, border=LINES, alignment=alignment, number_format=number_format)
        style.font = Font(name=FONT, size=SIZE, bold=name == HEADING)
        style.fill = HEADING_FILL if name == HEADING else style.fill
        book.add_named_style(style)
    return book


def new_sheet(book: Workbook, title: str, widths: Sequence[int]) -> WriteOnlyWorksheet:
    """Return a sheet that prints in landscape A4, all columns on one page, with its first row on every page."""
    sheet = book.create_sheet(title)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = "1:1"
    return sheet


def text_cell(sheet: WriteOnlyWorksheet, text: str, style: str = TEXT) -> WriteOnlyCell:
    """Return a cell that holds a text whatever it begins with: never a formula, never an error."""
    cell = WriteOnlyCell(sheet)
    cell.style = style
    if text := _fitting(clean(text)):
        cell.value = LIKE_ESCAPED.sub("_x005F_", text)
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(LIKE_FORMULAS)  # so that it stays a text where somebody edits it
    return cell


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT


def value_cell(sheet: WriteOnlyWorksheet, value: date | int | str) -> WriteOnlyCell:
    """Return a day as a day, a count as a number, a text as a text."""
    if isinstance(value, date) and value < FIRST_DAY:
        value = date_format(value)
    if isinstance(value, str):
        return text_cell(sheet, value)
    cell = WriteOnlyCell(sheet, value)
    cell.style = COUNT if isinstance(value, int) else DAY
    return cell


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()
