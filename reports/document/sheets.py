"""The report on a screen with the ends of the printed pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from html import escape
from typing import Any
from xml.etree import ElementTree

from weasyprint import HTML
from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import MarginBox, TextBox

from reports.document.pdf import RefusingFetcher, lay_out, page_style
from reports.document.tree import Document

Element = ElementTree.Element
SVG = "{http://www.w3.org/2000/svg}"
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"}


@lru_cache(maxsize=64)
def to_sheets(document: Document, *, style_sheet_url: str) -> str:
    """Return the page of `to_html` with an empty element at the start of each printed page after the first.

    The element's `data-page` is the printed page number; the style sheet draws the end of the sheet. The layout is that
    of the PDF and takes as long; a report that did not change is laid out once. Raise what `lay_out` raises.
    """
    link = f'<link rel="stylesheet" href="{escape(style_sheet_url)}"></head>'
    return lay_out(in_sheets, document).replace("</head>", link, 1)


def in_sheets(page: bytes) -> str:
    """Return the page with the marks of its sheets, and with the stamp of a draft on all of them."""
    css, fonts = page_style()
    source = HTML(string=page.decode(), url_fetcher=RefusingFetcher())
    pages = source.render(stylesheets=[css], font_config=fonts).pages
    root: Element = source.etree_element
    parents = {child: parent for parent in root.iter() for child in parent}
    number, marks = 0, []
    for block, printed in _starts(pages, parents):
        number = 1 if _starts_annex(block, parents) else number + 1
        if number > 1:
            marks.append((block, printed, str(number)))
    # Backwards, because a mark changes the places of the characters after it in its block.
    for block, printed, shown in reversed(marks):
        _insert(block, printed, parents, shown)
    _stamp_every_sheet(root)
    return f"<!doctype html>\n{ElementTree.tostring(root, encoding='unicode', method='html')}"


def _starts_annex(block: Element, parents: dict[Element, Element]) -> bool:
    """Return whether an annex begins with the block, so that its pages are counted anew."""
    return parents[block].tag == "section" and block.tag == "h1"


def _starts(pages: list[Page], parents: dict[Element, Element]) -> Iterator[tuple[Element, int]]:
    """Yield the first block of each page, and the count of its characters on earlier pages."""
    printed: Counter[Element] = Counter()
    for page in pages:
        texts = [(_block(box.element, parents), _characters(box.text)) for box in _text_boxes(page)]
        # The titles of a table are repeated on every page.
        fresh = [block for block, _ in texts if block.tag != "th" or not printed[block]]
        if fresh:
            yield fresh[0], printed[fresh[0]]
        for block, count in texts:
            printed[block] += count


def _text_boxes(page: Page) -> Iterator[Any]:
    for box in page._page_box.children:
        if not isinstance(box, MarginBox):
            yield from (inner for inner in box.descendants() if isinstance(inner, TextBox))


def _characters(text: str) -> int:
    """Return the count of characters without spaces, which are not printed at the end of a line."""
    return sum(not char.isspace() for char in text)


def _block(element: Element, parents: dict[Element, Element]) -> Element:
    while element.tag not in BLOCKS and element in parents:
        element = parents[element]
    return element


def _insert(block: Element, printed: int, parents: dict[Element, Element], number: str) -> None:
    """Put the mark before the block, or into it after the characters that are printed on earlier pages."""
    row = _above(block, "tr", parents)
    table = _above(block, "table", parents)
    if table is not None and row is not None and (_is_grid(table) or row is not next(table.iter("tr"))):
        _before(row, _row_mark(number, columns=len(row)), parents)
    elif table is not None:
        _before(table, _mark(number), parents)
    elif printed:
        _split(block, printed, _mark(number))
    else:
        _before(block, _mark(number), parents)


def _is_grid(table: Element) -> bool:
    """Return whether a table has figures, and is not only a layout."""
    return table.get("class") == "grid"


def _above(element: Element, tag: str, parents: dict[Element, Element]) -> Element | None:
    above: Element | None = element
    while above is not None and above.tag != tag:
        above = parents.get(above)
    return above


def _mark(number: str, tag: str = "span") -> Element:
    return ElementTree.Element(tag, {"class": "page-break", "data-page": number})


def _row_mark(number: str, *, columns: int) -> Element:
    row = ElementTree.Element("tr")
    row.append(_mark(number, "td"))
    row[0].set("colspan", str(columns))
    return row


def _before(element: Element, mark: Element, parents: dict[Element, Element]) -> None:
    siblings = parents[element]
    siblings.insert(list(siblings).index(element), mark)


def _split(block: Element, printed: int, mark: Element) -> None:
    """Put the mark into the text of the block after so many characters."""
    for holder, child in _texts(block):
        text = (holder.text if child is None else child.tail) or ""
        places = [place for place, char in enumerate(text) if not char.isspace()]
        if printed < len(places):
            cut = places[printed]
            mark.tail = text[cut:]
            if child is None:
                holder.text = text[:cut]
                holder.insert(0, mark)
            else:
                child.tail = text[:cut]
                holder.insert(list(holder).index(child) + 1, mark)
            return
        printed -= len(places)


def _stamp_every_sheet(root: Element) -> None:
    """Copy the stamp on the first sheet of the report, or of an annex, to its other sheets, hidden from screen readers.

    They read it on the first sheet; within a list they allow nothing but items.
    """
    for element in root.iter():
        # HTML has drawings without a namespace.
        element.tag = element.tag.removeprefix(SVG)
    for sheet in root.findall("./body/*"):
        stamps = sheet.findall("span[@class='stamp']")
        for mark in sheet.findall(".//*[@class='page-break']"):
            mark.extend(map(deepcopy, stamps))
            for stamp in mark:
                stamp.tail = None
                stamp.attrib = {"class": "stamp", "aria-hidden": "true"}


def _texts(element: Element) -> Iterator[tuple[Element, Element | None]]:
    """Yield each text in reading order: (element, None) for its own text, (element, child) for that after a child."""
    yield element, None
    for child in list(element):
        yield from _texts(child)
        yield element, child
