"""The formatting of spreadsheets that we write, and cells whose text stays a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

from django.utils.formats import date_format
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties

from pbgdpl.lib.office.cells import LONGEST_CELL
from pbgdpl.lib.office.sheet_paper import SIZE, PrintPlan, Ruler
from pbgdpl.lib.times_new_roman import BOLD
from pbgdpl.lib.vietnamese import clean, clean_line, thousands

HEADING, TEXT, DAY, MOMENT = "Tiêu đề cột", "Ô chữ", "Ô ngày", "Ô ngày giờ"
COUNT, AMOUNT = "Ô số", "Ô số lẻ"
FONT, ROMAN = (
    "Times New Roman",
    1,
)  # ROMAN: Excel's number of fonts with serifs, for where this one is missing
A4 = 9  # Excel's number of the paper
CHARACTER = 6  # points: the width of a digit of the font, in which Excel counts widths
SIDES, ENDS, HEAD_AND_FOOT = 10 / 25.4, 16 / 25.4, 8 / 25.4  # margins, in inches
REPEATED_COLUMNS = "A:B"  # on every page, where a sheet takes several across
LONGEST_HEAD = 200  # characters; Excel takes 255 with the font
FIRST_DAY = date(1900, 3, 1)  # before it Excel and the calendar disagree
CUT = "…"
# What Excel would read as an escaped character: "_x0041_".
LIKE_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
LIKE_FORMULAS = ("=", "+", "-", "@")
EDGE = Side(style="thin", color="A6A6A6")
LINES = Border(EDGE, EDGE, EDGE, EDGE)
SHADE = PatternFill("solid", fgColor="E8EEF5")
MIDDLE = Alignment(horizontal="center", vertical="top")
# The number format and the alignment of each style of cells; Excel shows "," and "." as its country has them.
STYLES = {
    HEADING: ("@", Alignment(horizontal="center", vertical="center", wrap_text=True)),
    TEXT: ("@", Alignment(vertical="top", wrap_text=True)),
    DAY: ("dd/mm/yyyy", MIDDLE),
    MOMENT: ("hh:mm dd/mm/yyyy", MIDDLE),
    COUNT: ("#,##0", MIDDLE),
    AMOUNT: ("General", MIDDLE),
}
Value = datetime | date | int | Decimal | str


class OrderedFont(Font):
    """A font whose parts stand in the order of the schema (ECMA-376, part 1, CT_Font); openpyxl has another."""

    __attrs__, __nested__ = Font.__attrs__, Font.__nested__
    __elements__ = ("b", "i", "strike", "outline", "shadow", "condense", "extend", "u", "vertAlign", "sz")
    __elements__ += ("color", "name", "family", "charset", "scheme")


PLAIN_FONT = OrderedFont(name=FONT, size=SIZE, family=ROMAN)
BOLD_FONT = OrderedFont(name=FONT, size=SIZE, family=ROMAN, bold=True)


def new_book(title: str) -> Workbook:
    """Return an empty workbook that is written row by row."""
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator, book.properties.language = title, "", "vi-VN"
    # The first font is that of cells without a style; widths are counted in its digits.
    book._fonts = IndexedList([PLAIN_FONT])
    book._named_styles["Normal"].font = PLAIN_FONT
    for name, (number_format, alignment) in STYLES.items():
        style = NamedStyle(name, PLAIN_FONT, border=LINES, alignment=alignment, number_format=number_format)
        if name == HEADING:
            style.font, style.fill = BOLD_FONT, SHADE
        book.add_named_style(style)
    return book


class FittedRow(RowDimension):
    """A row as tall as its texts, which a program fits again when they are edited: its height is not a person's."""

    customHeight = False  # noqa: N815 openpyxl's name


class FittedSheet:
    """A sheet that prints as planned on A4: `head` above, the headings on every page, its number below."""

    def __init__(
        self, book: Workbook, title: str, plan: PrintPlan, *, head: str = "", headings: int = 1
    ) -> None:
        self.sheet: WriteOnlyWorksheet = book.create_sheet(title)
        self._plan, self._rows = plan, 0
        for number, width in enumerate(plan.widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = round(width / CHARACTER, 2)
        self.sheet.print_title_rows = f"1:{headings}"
        self.sheet.freeze_panes = f"A{headings + 1}"
        _set_up_page(self.sheet, plan)
        _write_head_and_foot(self.sheet, head or title)

    def append(self, cells: Sequence[WriteOnlyCell | None], height: float | None = None) -> None:
        """Write the next row, as tall as its texts or as said."""
        self._rows += 1
        if height is None:
            texts = [cell.value if cell and isinstance(cell.value, str) else "" for cell in cells]
            height = self._plan.height_of(texts)
        self.sheet.row_dimensions[self._rows] = FittedRow(self.sheet, self._rows, height)
        self.sheet.append(cells)

    def append_headings(self, cells: Sequence[WriteOnlyCell]) -> None:
        self.append(cells, self._plan.height_of([cell.value or "" for cell in cells], Ruler(BOLD)))


def _set_up_page(sheet: WriteOnlyWorksheet, plan: PrintPlan) -> None:
    page, margins = sheet.page_setup, sheet.page_margins
    page.orientation, page.paperSize = "landscape" if plan.paper.is_landscape else "portrait", A4
    if plan.is_across:
        page.scale, sheet.print_title_cols = plan.paper.percent, REPEATED_COLUMNS
    else:
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.fitToWidth, page.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    margins.left = margins.right = SIDES
    margins.top = margins.bottom = ENDS
    margins.header = margins.footer = HEAD_AND_FOOT


def _write_head_and_foot(sheet: WriteOnlyWorksheet, head: str) -> None:
    sheet.HeaderFooter.scaleWithDoc = False
    top, bottom = sheet.oddHeader.center, sheet.oddFooter.center
    top.text, top.font, top.size = _escaped(head), f"{FONT},Bold", SIZE
    bottom.text, bottom.font, bottom.size = "Trang &P/&N", FONT, SIZE


def _escaped(head: str) -> str:
    """Return a text of a head: "&" begins a code there."""
    text = clean_line(head)
    return text[: LONGEST_HEAD // 2 if "&" in text else LONGEST_HEAD].replace("&", "&&")


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


def value_cell(sheet: WriteOnlyWorksheet, value: Value) -> WriteOnlyCell:
    """Return a moment as a moment, a day as a day, a number as a number, a text as a text."""
    style = _style_of(value)
    if style == TEXT:
        return text_cell(sheet, shown(value))
    cell = WriteOnlyCell(sheet, value)
    cell.style = style
    return cell


def shown(value: Value) -> str:
    """Return a value as its cell shows it; what Excel does not break has no spaces."""
    match value:
        case str():
            return value
        case datetime() | date():
            return date_format(value, "H:i\xa0d/m/Y" if isinstance(value, datetime) else "d/m/Y")
        case int():
            return thousands(value)
        case _:
            return str(value)


def _style_of(value: Value) -> str:
    match value:
        case datetime():
            return MOMENT
        case date():
            return DAY if value >= FIRST_DAY else TEXT
        case int():
            return COUNT
        case Decimal():
            return AMOUNT
        case _:
            return TEXT


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()
