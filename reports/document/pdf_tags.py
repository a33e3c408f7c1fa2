"""The tags of a PDF, tidied before it is written.

WeasyPrint tags each page by itself, each line of a paragraph by itself, and the numbers of pages as well. The words of
tags and keys are those of ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pydyf

# A tag, `pydyf.Dictionary`; what it holds are references to others, or numbers of marked content of its page.
Tag = Any
# Tags that mean nothing; what they hold belongs to the tag around them.
MEANINGLESS = {"/Span", "/NonStruct"}
MAY_BE_EMPTY = {"/TD", "/TH"}
NOBODY = b"null"


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

    def tidy(self, going_on: Sequence[int]) -> None:
        """Tidy the tags; `going_on` says of each page how many, each in the one before it, go on on the next page."""
        document = self._at(self.root["K"][0])
        self._tidy(document)
        self._join(document, going_on)
        self._own(document)
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
        tag["K"] = kept

    def _join(self, document: Tag, going_on: Sequence[int]) -> None:
        """Join what the end of a page parts; tables stay apart, each with the titles that its page repeats."""
        parts = document["K"]
        document["K"] = pydyf.Array(parts[:1])
        for before, part in pairwise(parts):
            page, next_page = (self.pages[self._at(each)["Pg"]] for each in (before, part))
            count = going_on[page] if next_page == page + 1 else 0
            if count:
                self._append(self._at(document["K"][-1]), self._at(part), count - 1)
            else:
                document["K"].append(part)

    def _append(self, tag: Tag, more: Tag, count: int) -> None:
        """Let a tag hold what another one of a later page does, the first of its tags joined as well, `count` deep."""
        held = more["K"]
        if count:
            self._append(self._at(tag["K"][-1]), self._at(held[0]), count - 1)
            held = held[1:]
        tag["K"].extend(_on_page(each, more["Pg"]) for each in held)

    def _own(self, tag: Tag) -> None:
        """Write down what the tag and those in it own; titles name their columns by scope, not in every cell."""
        self.owned.add(tag.reference)
        for held in tag["K"]:
            match held:
                case int():
                    self.owners[self.pages[tag["Pg"]]][held] = tag.reference
                case dict():
                    self.owners[self.pages[held["Pg"]]][held["MCID"]] = tag.reference
                case _:
                    inner = self._at(held)
                    inner["P"] = tag.reference
                    self._own(inner)
        match tag["S"]:
            case "/TH":
                del tag["ID"]
                tag["A"]["Scope"] = "/Column"
            case "/TD":
                tag["A"].pop("Headers", None)
                if tag["A"].keys() == {"O"}:
                    del tag["A"]


def _on_page(held: Any, page: bytes) -> Any:
    """Return what a tag holds, marked content with its page, for a tag of another page."""
    return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": held}) if isinstance(held, int) else held


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
