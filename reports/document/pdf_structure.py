"""What the PDF tells a screen reader of the page's elements, and the labels of its pages.

WeasyPrint takes the tag of a box from the name of its element, so boxes of elements with an ARIA role are given the
name that stands for it; the layout, which is finished by then, stays as it is. Before the file is written, WeasyPrint
calls `tidy`, its `finisher`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, starmap
from typing import Any
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.document import Document as Rendering
from weasyprint.document import Page

from reports.document.labels import roman
from reports.document.pdf_tags import Tags

Box = Any  # of WeasyPrint
UNTAGGED = "body"  # an element of this name is not tagged, its children are tagged in its place
# How many tags an element has that may go on from one page to the next: an item is LI with LBody in it.
GOING_ON = {"li": 2, **dict.fromkeys(("main", "section", "ul", "p", "h1", "h2", "h3", "h4", "h5", "h6"), 1)}
HOLDING_BLOCKS = {"main", "section", "ul"}


def name_by_role(rendering: Rendering, page: Element) -> None:
    """Give the boxes of lists, their items and tables that are only a layout the names that are tagged as such."""
    names = dict(_names(page))
    for printed in rendering.pages:
        for box in printed._page_box.descendants():
            if box.element in names:
                box.element_tag = names[box.element]


def _names(page: Element) -> Iterator[tuple[Element, str]]:
    for element in page.iter():
        match element.get("role"):
            case "list":
                yield element, "ul"
            case "listitem":
                yield element, "li"
            case "presentation":
                parts = ("table", "tbody", "tr", "td")
                yield from ((part, UNTAGGED) for tag in parts for part in element.iter(tag))


def tidy(rendering: Rendering, file: pydyf.PDF) -> None:
    """Tidy the tags, make artifacts of what has none, and label the pages with the numbers that are printed on them."""
    Tags(file).tidy([*starmap(going_on, pairwise(rendering.pages))])
    labels = pydyf.Array()
    for number, label in page_labels(rendering.pages):
        labels.extend((number, pydyf.Dictionary(label)))
    file.catalog["PageLabels"] = pydyf.Dictionary({"Nums": labels})


def page_labels(pages: list[Page]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the first page of the report and of each annex, counted from 0, with the label: "3", then "PL I-2"."""
    sheets = [_sheet(page).element for page in pages]
    numbered = enumerate(pairwise(sheets), start=1)
    starts = [number for number, (before, sheet) in numbered if sheet is not before]
    yield 0, {"S": "/D"}
    for position, number in enumerate(starts, start=1):
        prefix = f"PL {roman(position)}-" if len(starts) > 1 else "PL-"
        yield number, {"S": "/D", "P": pydyf.String(prefix)}


def _sheet(page: Page) -> Box:
    """Return the box of the report, or of the annex, that is on a page."""
    return next(box for box in page._page_box.descendants() if box.element_tag in ("main", "section"))


def going_on(before: Page, after: Page) -> int:
    """Return how many tags, each in the one before it, are ended by the end of a page and go on on the next."""
    count, last, first = 0, _sheet(before), _sheet(after)
    while last.element is first.element and last.children and first.children:
        count += GOING_ON.get(last.element_tag, 0)
        if last.element_tag not in HOLDING_BLOCKS:
            break
        last, first = last.children[-1], first.children[0]
    return count
