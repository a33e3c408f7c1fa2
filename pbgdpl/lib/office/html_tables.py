"""The tables of a web page, as document systems save them under the name of an Excel file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from pbgdpl.lib.office.grid import BookParts, BookTooLarge, Cell, Grid
from pbgdpl.lib.office.sheet_layout import MOST_COLUMNS
from pbgdpl.lib.office.xml import Element
from pbgdpl.lib.plain_text import decoded
from pbgdpl.lib.vietnamese import clean_line, first_words

MOST_TAGS, MOST_ROWS = 500_000, 100_000
NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
BREAKS = {"br", "p", "div", "li", "tr"}
UNSEEN = {"script", "style", "title", "template"}
OUTSIDE = "chữ ngoài bảng"


def html_tables(data: bytes) -> BookParts:
    """Return the tables that hold no other tables as sheets; the text outside of them is named as passed over."""
    if data.count(b"<") > MOST_TAGS:
        raise BookTooLarge
    text, note = decoded(data)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(text.encode(), parser=parser)
    parts = BookParts(notes=[note] if note else [])
    for table in [one for one in root.iter("table") if one.find(".//table") is None]:
        grid = parts.sheet(f"bảng {len(parts.grids) + 1}")
        if grid is not None:
            _read(table, grid)
        table.clear(keep_tail=True)
    if outside := clean_line(_text(root)):
        parts.passed_over.append((first_words(outside), OUTSIDE))
    return parts


def _read(table: Element, grid: Grid) -> None:
    until: dict[int, int] = {}  # the last row of the cell that covers each column
    for number, row in enumerate(table.iter("tr"), start=1):
        cells: dict[int, Cell] = {}
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while column < MOST_COLUMNS and until.get(column, 0) >= number:
                column += 1
            columns, rows = _span(cell, "colspan", MOST_COLUMNS), _span(cell, "rowspan", MOST_ROWS)
            cells[column] = Cell(_text(cell), columns, rows)
            following = min(column + columns, MOST_COLUMNS)
            until.update((place, number + rows - 1) for place in range(column, following))
            column = following
        grid.add(number, cells, is_hidden=NOT_SHOWN.search(row.get("style") or "") is not None)


def _span(cell: Element, name: str, most: int) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), most) if value.isdecimal() and len(value) <= 9 else 1


def _text(element: Element) -> str:
    return "\n".join(filter(None, (clean_line(line) for line in "".join(_pieces(element)).split("\n"))))


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text of an element as a browser shows it: line ends of the source are spaces, blocks are lines."""
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        is_start, is_seen = event == "start", inner.tag not in UNSEEN
        if inner.tag in BREAKS:
            yield "\n"
        if is_start and is_seen:
            yield _spaced(inner.text)
        if not is_start and inner is not element:
            yield _spaced(inner.tail)


def _spaced(text: str | None) -> str:
    return re.sub(r"[\r\n]", " ", text or "")
