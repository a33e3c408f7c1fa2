"""A list as a plain register for Word: one table, its headings repeated on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from accounts.models import Organisation
from accounts.rows.columns import Column
from accounts.rows.pages import RowPages
from accounts.rows.sheets.register_file import TEXT_WIDTH, register_file
from accounts.rows.sheets.writing import DIVISION
from accounts.rows.year_row import YearRow
from pbgdpl.lib.office.docx_tables import MIDDLE, cell, row, table
from pbgdpl.lib.office.numbered_sheet import NUMBER
from pbgdpl.lib.vietnamese import clean, thousands

NUMBER_WIDTH = 750  # twentieths of a point: 13 mm
# Columns of up to so many characters are as wide as their characters; the others share what is left.
NARROW, CHARACTER = 22, 96


def register_docx(
    pages: RowPages, rows: Iterable[YearRow], *, organisation: Organisation, year: int, filters_text: str
) -> bytes:
    """Return the rows as a DOCX file, with every column that holds something.

    `filters_text` describes the filters of the list; "" for all of the year.
    """
    rows = [*rows]
    columns = [column for column in (*pages.columns, DIVISION) if any(map(column.text_of, rows))]
    title = f"DANH MỤC {pages.heading.upper()} NĂM {year}"
    count = f"Tổng số: {thousands(len(rows))} {pages.noun}"
    body = (
        _paragraph("Normal", organisation.parent_body.upper()) if organisation.parent_body else "",
        _paragraph("Organisation", organisation.name.upper()),
        _paragraph("RegisterTitle", title),
        _paragraph("RegisterNote", f"({'; '.join(filter(None, (count, filters_text)))})"),
        _table(columns, rows) if rows else _paragraph("MiddleCell", f"Không có {pages.noun} nào."),
    )
    return register_file("".join(body), title=title, author=organisation.name)


def _table(columns: Sequence[Column], rows: Sequence[YearRow]) -> str:
    widths = [NUMBER_WIDTH, *_widths(columns)]
    headings = [("ColumnHeading", text) for text in (NUMBER, *(column.heading for column in columns))]
    header = row(_cells(widths, headings, MIDDLE), is_header=True)
    return table("Register", widths, (header, *_rows(widths, columns, rows)))


def _rows(widths: Sequence[int], columns: Sequence[Column], rows: Sequence[YearRow]) -> Iterator[str]:
    for number, year_row in enumerate(rows, start=1):
        texts = [
            # Words that continue a sentence of the report stand alone here: ": 12 xã", ", phối hợp cùng".
            ("MiddleCell" if column.holds_days else "Cell", column.text_of(year_row).lstrip(" ,:;"))
            for column in columns
        ]
        yield row(_cells(widths, [("MiddleCell", str(number)), *texts]))


def _cells(widths: Sequence[int], texts: Sequence[tuple[str, str]], properties: str = "") -> Iterator[str]:
    for width, (style, text) in zip(widths, texts, strict=True):
        yield cell(width, [_paragraph(style, text)], properties=properties)


def _paragraph(style: str, text: str) -> str:
    words = escape(clean(text)).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def _widths(columns: Sequence[Column]) -> list[int]:
    """Return the widths of the columns in twentieths of a point; together they fill the page."""
    narrow = sum(column.width * CHARACTER for column in columns if column.width <= NARROW)
    wide = sum(column.width for column in columns if column.width > NARROW)
    left = TEXT_WIDTH - NUMBER_WIDTH - narrow
    return [
        column.width * CHARACTER if column.width <= NARROW else column.width * left // wide
        for column in columns
    ]
