"""A statistical form as a spreadsheet in the shape of the ministry, for one body or for a province."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate
from typing import NamedTuple

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font
from openpyxl.utils import get_column_letter

from pbgdpl.lib.office.sheet_format import (
    BOLD_FONT,
    FONT,
    HEADING,
    MIDDLE,
    PLAIN_FONT,
    ROMAN,
    FittedSheet,
    OrderedFont,
    new_book,
    saved,
)
from pbgdpl.lib.office.sheet_paper import LINE, SIZE, TALLEST, TURNED, PrintPlan, Ruler
from pbgdpl.lib.vietnamese import fold
from reports.figures.form_table import FormHead, form_head
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.figures.sheet_sizes import FormSizes, label_words
from reports.models import Indicator, IndicatorSet

SHEET = "Biểu số liệu"
A3 = 8  # Excel's number of the paper
ITALIC_FONT = OrderedFont(name=FONT, size=SIZE, family=ROMAN, italic=True)
CENTRE, LEFT = (Alignment(horizontal=side, vertical="top", wrap_text=True) for side in ("center", "left"))
RIGHT = Alignment(horizontal="right", vertical="top")
SIDE = 0.3  # of the width, for what stands at the left and at the right of the title
ROWS_TO_SIGN = 3
MOST_ON_A_PAGE = 5  # lines of a form that is printed on one page
FORM_CODE, REPORTER, RECEIVER = "Biểu số", "Đơn vị báo cáo", "Đơn vị nhận báo cáo"
SHOWN_PERIOD = "Kỳ báo cáo"
PRESCRIBED = "Ban hành theo"
DRAWN_UP, SIGN, SIGN_AND_SEAL = "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "(Ký, đóng dấu, ghi rõ họ tên)"


class LineKind(Enum):
    HEADING = auto()  # of a group of bodies, or a total
    BODY = auto()
    PART = auto()  # of the figures of the body above


FONTS = {LineKind.HEADING: BOLD_FONT, LineKind.BODY: PLAIN_FONT, LineKind.PART: ITALIC_FONT}


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of the form; a number or a text for each column, "" where nobody knows it, or no values at all."""

    number: str
    name: str
    values: tuple[int | str, ...] = ()
    kind: LineKind = LineKind.BODY


@dataclass(frozen=True, slots=True)
class FormSheet:
    """All that stands on the paper."""

    indicator_set: IndicatorSet
    columns: tuple[Indicator, ...]
    lines: tuple[FormLine, ...]
    period: tuple[str, ...]  # the period and its days, below the title
    reporter: str
    receiver: str
    notes: tuple[str, ...]
    place: str
    authority: str
    signer: str


class Block(NamedTuple):
    """A text in the columns from `start` to before `end` of a row, without borders."""

    start: int
    end: int
    text: str
    font: Font = PLAIN_FONT
    alignment: Alignment = LEFT


def form_file(sheet: FormSheet) -> bytes:
    """Return the form as an XLSX file, one page across; texts never become formulas."""
    values = [
        [_shown(line.values[place]) for line in sheet.lines if line.values]
        for place in range(len(sheet.columns))
    ]
    head = form_head(sheet.columns)
    sizes = FormSizes(sheet.columns, head, [line.name for line in sheet.lines], values)
    book = new_book(sheet.indicator_set.name)
    fitted = FittedSheet(book, SHEET, PrintPlan(TURNED[0], sizes.widths, Ruler()))
    fitted.sheet.oddHeader.center.text = None  # the title stands on the sheet
    if not sizes.fit_a4:
        fitted.sheet.page_setup.paperSize = A3
    if len(sheet.lines) <= MOST_ON_A_PAGE:
        fitted.sheet.page_setup.fitToHeight = 1
    _Writer(fitted, sizes).write(sheet, head)
    return saved(book)


def _shown(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else value


class _Writer:
    """Writes the rows of a sheet from above; `row` is the number of the next one, counted from 1."""

    def __init__(self, fitted: FittedSheet, sizes: FormSizes) -> None:
        self.fitted, self.sizes, self.row = fitted, sizes, 1
        self.width = len(sizes.widths)

    def write(self, sheet: FormSheet, head: FormHead) -> None:
        above = [*_above(sheet, *_edges(self.sizes.widths))]
        first = len(above) + 2  # the row of the head, below an empty one
        last = first + len(head.rows)  # that of the codes
        page = self.fitted.sheet
        page.print_title_rows, page.freeze_panes = f"{first}:{last}", f"C{last + 1}"
        for blocks in (*above, ()):
            self._blocks(blocks)
        self._head(head)
        for line in sheet.lines:
            self._line(line, len(sheet.columns))
        notes = ((Block(0, self.width, note, ITALIC_FONT),) for note in sheet.notes)
        for blocks in ((), *notes, (), *_signature(sheet, self.width)):
            self._blocks(blocks)
        page.print_area = f"A1:{get_column_letter(self.width)}{self.row - 1}"

    def _append(self, cells: Sequence[Cell | None], height: float) -> None:
        self.fitted.append(cells, min(height, TALLEST))
        self.row += 1

    def _merge(self, start: int, end: int, rows: int = 1) -> None:
        """Merge the columns from `start` to before `end` in the next rows."""
        if end - start > 1 or rows > 1:
            first, last = get_column_letter(start + 1), get_column_letter(end)
            self.fitted.sheet.merged_cells.add(f"{first}{self.row}:{last}{self.row + rows - 1}")

    def _blocks(self, blocks: Iterable[Block]) -> None:
        cells, height = [None] * self.width, float(LINE)
        for start, end, text, font, alignment in blocks:
            cell = self.fitted.text_cell(text)
            cell.font, cell.alignment, cell.border = font, alignment, Border()
            cells[start] = cell
            self._merge(start, end)
            height = max(height, self.sizes.height(text, start, end, is_bold=font is BOLD_FONT))
        self._append(cells, height)

    def _head(self, head: FormHead) -> None:
        for cells, height in zip(head.rows, self.sizes.head_heights(head), strict=True):
            written = [self.fitted.text_cell("", HEADING) for _ in range(self.width)]
            for cell in cells:
                words = label_words(cell.text, cell.indicator)
                written[cell.column] = self.fitted.text_cell(words, HEADING)
                self._merge(cell.column, cell.column + cell.columns, cell.rows)
            self._append(written, height)
        codes = [self.fitted.text_cell(code, HEADING) for code in head.codes]
        for code in codes:
            code.font = PLAIN_FONT
        self._append(codes, LINE)

    def _line(self, line: FormLine, columns: int) -> None:
        values = line.values or ("",) * columns
        cells = [self.fitted.text_cell(line.number), self.fitted.text_cell(line.name)]
        cells[0].alignment = MIDDLE
        cells += map(self._value, values)
        for cell in cells if line.kind is not LineKind.BODY else ():
            cell.font = FONTS[line.kind]
        texts = (line.number, line.name, *map(_shown, values))
        is_bold = line.kind is LineKind.HEADING
        heights = (
            self.sizes.height(text, place, place + 1, is_bold=is_bold) for place, text in enumerate(texts)
        )
        self._append(cells, max(heights))

    def _value(self, value: int | str) -> Cell:
        cell = self.fitted.value_cell(value)
        if value == NOT_APPLICABLE or isinstance(value, int):
            cell.alignment = RIGHT
        return cell


def _edges(widths: Sequence[float]) -> tuple[int, int]:
    """Return the columns at which the title and what is at its right begin; each of the three has a column."""
    edges = [*accumulate(widths)]
    first = max(1, sum(edge <= edges[-1] * SIDE for edge in edges))
    last = sum(edge <= edges[-1] * (1 - SIDE) for edge in edges)
    return min(first, len(widths) - 2), min(max(last, first + 1), len(widths) - 1)


def _above(sheet: FormSheet, first: int, last: int) -> Iterable[tuple[Block, ...]]:
    """Yield the rows above the head."""
    form, width = sheet.indicator_set, len(sheet.columns) + 2
    basis = form.legal_basis
    prescribed = basis if not basis or fold(basis).startswith(fold(PRESCRIBED)) else f"{PRESCRIBED} {basis}"
    yield (
        Block(0, first, f"{FORM_CODE}: {form.form_code}", BOLD_FONT),
        Block(first, last, _title(form), BOLD_FONT, CENTRE),
        Block(last, width, f"{REPORTER}: {sheet.reporter}"),
    )
    period = (f"{SHOWN_PERIOD}: {sheet.period[0]}", *sheet.period[1:])
    beside = ((prescribed, f"{RECEIVER}: {sheet.receiver}".strip()), *[("", "")] * (len(period) - 1))
    for words, (left, right) in zip(period, beside, strict=True):
        yield (
            Block(0, first, left),
            Block(first, last, words, ITALIC_FONT, CENTRE),
            Block(last, width, right),
        )


def _title(form: IndicatorSet) -> str:
    """Return the name in capitals, but for the code of the form where it has it: "BIỂU 04a/TP/PBGDPL: XÃ"."""
    return form.name.upper().replace(form.form_code.upper(), form.form_code)


def _signature(sheet: FormSheet, width: int) -> Iterable[tuple[Block, ...]]:
    """Yield the rows in which the form is signed, at the left and at the right."""
    half = (width + 1) // 2
    day = f"{sheet.place}, ngày … tháng … năm …"
    rows = (
        ("", day, ITALIC_FONT),
        (DRAWN_UP, sheet.authority.upper(), BOLD_FONT),
        (SIGN, SIGN_AND_SEAL, ITALIC_FONT),
        *[("", "", PLAIN_FONT)] * ROWS_TO_SIGN,
        ("", sheet.signer, BOLD_FONT),
    )
    for left, right, font in rows:
        yield Block(0, half, left, font, CENTRE), Block(half, width, right, font, CENTRE)
