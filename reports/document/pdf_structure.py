"""What the PDF tells a screen reader: its tags, the artifacts of its pages, and their labels.

WeasyPrint takes the tag of a box from the name of its element, so boxes of elements with an ARIA role are given the
name that stands for it; the layout, which is finished by then, stays as it is. It also tags what is repeated on every
page, and each line of a paragraph by itself, so the tags are tidied before the file is written, by its `finisher`.
The words of tags and keys are those of ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.document import Document as Rendering
from weasyprint.document import Page

from reports.document.labels import roman

# A tag, `pydyf.Dictionary`; what it holds are references to others, or numbers of marked content of its page.
Tag = Any
UNTAGGED = "body"  # an element of this name is not tagged, its children are tagged in its place
# Tags that mean nothing; what they hold belongs to the tag around them.
MEANINGLESS = {"/Span", "/NonStruct"}
MAY_BE_EMPTY = {"/TD", "/TH"}
NOBODY = b"null"


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
    Tags(file).tidy()
    labels = pydyf.Array()
    for number, label in page_labels(rendering.pages):
        labels.extend((number, pydyf.Dictionary(label)))
    file.catalog["PageLabels"] = pydyf.Dictionary({"Nums": labels})


def page_labels(pages: list[Page]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the first page of the report and of each annex, counted from 0, with the label: "3", then "PL I-2"."""
    sheets = [_sheet(page) for page in pages]
    starts = [
        number for number, (before, sheet) in enumerate(pairwise(sheets), start=1) if sheet is not before
    ]
    yield 0, {"S": "/D"}
    for position, number in enumerate(starts, start=1):
        prefix = f"PL {roman(position)}-" if len(starts) > 1 else "PL-"
        yield number, {"S": "/D", "P": pydyf.String(prefix)}


def _sheet(page: Page) -> Element:
    """Return the element of the report or of the annex that is on a page."""
    boxes = page._page_box.descendants()
    return next(box.element for box in boxes if box.element_tag in ("main", "section"))


class Tags:
    """The tags of a file that is about to be written."""

    def __init__(self, file: pydyf.PDF) -> None:
        self.file = file
        self.root = self._at(file.catalog["StructTreeRoot"])
        self.pages = {page: number for number, page in enumerate(file.page_references)}
        self.parents = self._at(self.root["ParentTree"])
        # Of each page, the tag that owns each piece of its marked content.
        self.owners = [[NOBODY] * len(owners) for owners in self.parents["Nums"][1::2]]
        self.owned: set[bytes] = set()

    def tidy(self) -> None:
        (document,) = self.root["K"]
        self._tidy(self._at(document))
        self._own(self._at(document))
        for number, (page, owners) in enumerate(zip(self.pages, self.owners, strict=True)):
            self.parents["Nums"][2 * number + 1] = pydyf.Array(owners)
            if NOBODY in owners:
                _make_artifacts(self._at(self._at(page)["Contents"]).stream, owners)
        for each in filter(_is_tag, self.file.objects):
            if each.reference not in self.owned:
                _leave_out(each)

    def _at(self, reference: bytes) -> Tag:
        return self.file.objects[int(reference.split()[0])]

    def _tidy(self, tag: Tag) -> None:
        """Put in place of each tag that means nothing what it holds, and leave out those that hold nothing."""
        kept = pydyf.Array()
        for held in tag["K"]:
            if isinstance(held, int):
                kept.append(held)
                continue
            inner = self._at(held)
            self._tidy(inner)
            if inner["S"] in MEANINGLESS:
                kept.extend(inner["K"])
            elif inner["K"] or inner["S"] in MAY_BE_EMPTY:
                kept.append(held)
                self._own(inner)
        tag["K"] = kept

    def _own(self, tag: Tag) -> None:
        """Write down what the tag owns; titles name their columns by their scope, not in every cell."""
        self.owned.add(tag.reference)
        for held in tag["K"]:
            if isinstance(held, int):
                self.owners[self.pages[tag["Pg"]]][held] = tag.reference
            else:
                self._at(held)["P"] = tag.reference
        match tag["S"]:
            case "/TH":
                del tag["ID"]
                tag["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column"})
            case "/TD":
                del tag["A"]


def _is_tag(each: pydyf.Object) -> bool:
    return isinstance(each, dict) and each.get("Type") == "/StructElem"


def _make_artifacts(operations: list[Any], owners: list[bytes]) -> None:
    """Mark content that no tag owns as an artifact: the number of the page and its foot."""
    for place, operand in enumerate(operations):
        if isinstance(operand, dict) and "MCID" in operand and owners[operand["MCID"]] == NOBODY:
            operations[place - 1] = "/Artifact"
            operations[place] = pydyf.Dictionary({"Type": "/Pagination"})


def _leave_out(tag: Tag) -> None:
    """Make a tag a free object of the file, as its object 0 is one."""
    tag.number, tag.generation, tag.free = 0, 65535, "f"
