"""The tags of a PDF as a screen reader meets them, with the text that each of them holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
import pypdf


@dataclass(frozen=True)
class Tag:
    name: str  # "P", "LBody"
    attributes: dict[str, Any]
    number: int  # of its object in the file
    parent: int
    held: tuple[Tag | tuple[int, int], ...]  # tags, or the page and the number of marked content
    text: str

    def all(self, *names: str) -> Iterator[Tag]:
        """Yield this tag and those in it, in reading order; with names, those of these names."""
        if not names or self.name in names:
            yield self
        for inner in self.held:
            if isinstance(inner, Tag):
                yield from inner.all(*names)

    def texts(self, *names: str) -> list[str]:
        return [tag.text for tag in self.all(*names)]

    @property
    def names(self) -> list[str]:
        """The names of the tags in this one."""
        return [inner.name for inner in self.held if isinstance(inner, Tag)]


class TaggedFile:
    def __init__(self, pdf: bytes) -> None:
        self.reader = pypdf.PdfReader(BytesIO(pdf))
        self.catalog = self.reader.trailer["/Root"]
        self.pages = {page.indirect_reference.idnum: number for number, page in enumerate(self.reader.pages)}
        self.marked: dict[tuple[int, int], str] = {}
        self.artifacts: list[str] = []  # the text of each page that nobody is told
        with pdfplumber.open(BytesIO(pdf)) as file:
            for number, page in enumerate(file.pages):
                self._read(number, page.chars)

    def _read(self, number: int, chars: list[dict[str, Any]]) -> None:
        self.artifacts.append("".join(char["text"] for char in chars if char["tag"] == "Artifact"))
        for char in chars:
            if char["tag"] != "Artifact":
                place = (number, char["mcid"])
                self.marked[place] = self.marked.get(place, "") + char["text"]

    @property
    def document(self) -> Tag:
        (reference,) = self.catalog["/StructTreeRoot"]["/K"]
        return self._tag(reference)

    def owners(self) -> dict[tuple[int, int], int]:
        """Return the number of the tag that each piece of marked content belongs to, by the file's own list."""
        numbers = self.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        lists = dict(zip(numbers[::2], numbers[1::2], strict=True))
        return {
            (self.pages[page.indirect_reference.idnum], mark): owner.idnum
            for page in self.reader.pages
            for mark, owner in enumerate(lists[page["/StructParents"]])
            if isinstance(owner, pypdf.generic.IndirectObject)
        }

    def _tag(self, reference: pypdf.generic.IndirectObject) -> Tag:
        tag = reference.get_object()
        held = tuple(
            self._tag(inner) if isinstance(inner, pypdf.generic.IndirectObject) else self._place(tag, inner)
            for inner in tag["/K"]
        )
        return Tag(
            name=tag["/S"].removeprefix("/"),
            attributes={name.removeprefix("/"): value for name, value in tag.get("/A", {}).items()},
            number=reference.idnum,
            parent=tag.raw_get("/P").idnum,
            held=held,
            text="".join(each.text if isinstance(each, Tag) else self.marked.get(each, "") for each in held),
        )

    def _place(self, tag: pypdf.generic.DictionaryObject, held: Any) -> tuple[int, int]:
        """Return the page and the number of marked content: of the tag's page, or of a page that is named with it."""
        on, mark = (held, held["/MCID"]) if isinstance(held, dict) else (tag, held)
        return self.pages[on.raw_get("/Pg").idnum], int(mark)
