"""The formatting of spreadsheets that we write, and cells whose text stays a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties

from pbgdpl.lib.office.cells import LONGEST_CELL
from pbgdpl.lib.office.sheet_paper import REPEATED, SIZE, PrintPlan, Ruler
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


class OrderedFont(Font):  # type: ignore[misc]
    """A font whose parts stand in the order of the schema (ECMA-376, part 1, 18.8.22); openpyxl has another."""

    __attrs__, __nested__ = Font.__attrs__, Font.__nested__
    __elements__ = (
        *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
        *("name", "family", "charset", "scheme"),
    )


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


class FittedSheet:
    """A sheet that prints as planned on A4: `head` above, the headings on every page, its number below."""

    def __init__(
        self, book: Workbook, title: str, plan: PrintPlan, *, head: str = "", headings: int = 1
    ) -> None:
        self.sheet: WriteOnlyWorksheet = book.create_sheet(title)
        self._plan, self._rows = plan, 0
        self._styles = {style.name: style.as_tuple() for style in book._named_styles}
        for number, width in enumerate(plan.widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = round(width / CHARACTER, 2)
        self.sheet.print_title_rows = f"1:{headings}"
        self.sheet.freeze_panes = f"A{headings + 1}"
        _set_up_page(self.sheet, plan)
        _write_head_and_foot(self.sheet, head or title)

    def text_cell(self, text: str, style: str = TEXT) -> Cell:
        """Return a cell that holds a text whatever it begins with: never a formula, never an error."""
        cell = self._cell(style)
        if text and (text := _fitting(clean(text))):
            cell.value = LIKE_ESCAPED.sub("_x005F_", text)
            cell.data_type = "s"
            if text.startswith(LIKE_FORMULAS):
                cell.quotePrefix = True  # so that it stays a text where somebody edits it
        return cell

    def value_cell(self, value: Value) -> Cell:
        """Return a moment as a moment, a day as a day, a number as a number, a text as a text."""
        style = _style_of(value)
        if style == TEXT:
            return self.text_cell(shown(value))
        cell = self._cell(style)
        cell.value = value
        return cell

    def _cell(self, style: str) -> Cell:
        return Cell(self.sheet, row=1, column=1, style_array=self._styles[style])

    def append(self, cells: Sequence[Cell | None], height: float | None = None) -> None:
        """Write the next row, as tall as its texts or as said."""
        self._rows += 1
        if height is None:
            texts = [cell.value if cell and isinstance(cell.value, str) else "" for cell in cells]
            height = self._plan.height_of(texts)
        # A plain attribute: openpyxl's own would mark the height as a person's, which no program fits again.
        self.sheet.row_dimensions[self._rows] = {"ht": str(height)}
        self.sheet.append(cells)

    def append_headings(self, cells: Sequence[Cell]) -> None:
        self.append(cells, self._plan.height_of([cell.value or "" for cell in cells], Ruler(BOLD)))


def _set_up_page(sheet: WriteOnlyWorksheet, plan: PrintPlan) -> None:
    page, margins = sheet.page_setup, sheet.page_margins
    page.orientation, page.paperSize = "landscape" if plan.paper.is_landscape else "portrait", A4
    if plan.is_across:
        page.scale, sheet.print_title_cols = plan.paper.percent, f"A:{get_column_letter(REPEATED)}"
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


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT


def shown(value: Value) -> str:
    """Return a value as its cell shows it; what Excel does not break has no spaces."""
    match value:
        case str():
            return value
        case datetime():
            return f"{value:%H:%M\xa0%d/%m/%Y}"
        case date():
            return f"{value.day:02}/{value.month:02}/{value.year:04}"
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
