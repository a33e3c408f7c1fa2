"""Where the printed pages of a report begin, as numbers by which any page of the same report can be marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import MarginBox, TextBox

from reports.document.sheets import BLOCKS, PageStart


def page_starts(pages: list[Page], root: Element) -> Iterator[PageStart]:
    """Yield where each page with text of its own begins in the elements of the page."""
    parents = {child: parent for parent in root.iter() for child in parent}
    places = {block: place for place, block in enumerate(each for each in root.iter() if each.tag in BLOCKS)}
    printed: Counter[Element] = Counter()
    for page in pages:
        texts = [(_block(box.element, parents), _characters(box.text)) for box in _text_boxes(page)]
        # The titles of a table are repeated on every page.
        fresh = [block for block, _ in texts if block.tag != "th" or not printed[block]]
        if fresh:
            yield places[fresh[0]], printed[fresh[0]]
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
    while element.tag not in BLOCKS:
        element = parents[element]
    return element
