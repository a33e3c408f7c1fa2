"""A printed PDF as a reader with a ruler sees it: words, where they stand in millimetres, and their faces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber

from reports.document.pdf import to_pages, to_pdf
from reports.document.sheets import to_sheets
from reports.document.tree import Document

MM = 25.4 / 72
# Nobody measures paper better than this.
HAIR = 0.3
TEXT_TOP, TEXT_BOTTOM = 20, 277
# Letters further apart than this, in points, belong to two words.
GAP = 1.5


@dataclass(frozen=True)
class Words:
    """Characters of one line of a page."""

    chars: tuple[dict[str, Any], ...]

    @property
    def text(self) -> str:
        return "".join(char["text"] for char in self.chars)

    @property
    def left(self) -> float:
        return self.chars[0]["x0"] * MM

    @property
    def right(self) -> float:
        return self.chars[-1]["x1"] * MM

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def baseline(self) -> float:
        """How far below the paper's upper edge the letters stand."""
        return self.chars[0]["baseline"] * MM

    @property
    def size(self) -> float:
        (size,) = {round(char["size"], 1) for char in self.chars}
        return size

    @property
    def look(self) -> str:
        """The face's cut: "", "Bold", "Italic" or "Bold-Italic"."""
        cuts = {"-".join(re.findall("Bold|Italic", char["fontname"])) for char in self.chars}
        (cut,) = cuts
        return cut


@dataclass(frozen=True)
class Rule:
    """A thin horizontal line."""

    left: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left


class Page:
    def __init__(self, page: pdfplumber.page.Page) -> None:
        self.page = page
        self.width, self.height = page.width * MM, page.height * MM
        for char in page.chars:
            char["baseline"] = float(page.height) - char["matrix"][5]

    @cached_property
    def rows(self) -> tuple[Words, ...]:
        """The lines of the text's area from the top, those of two columns level with each other as one."""
        inside = [char for char in self.page.chars if TEXT_TOP < char["baseline"] * MM <= TEXT_BOTTOM]
        return _rows(inside)

    @cached_property
    def above(self) -> tuple[Words, ...]:
        """What stands in the top margin."""
        return _rows([char for char in self.page.chars if char["baseline"] * MM <= TEXT_TOP])

    @cached_property
    def below(self) -> tuple[Words, ...]:
        """What stands in the bottom margin."""
        return _rows([char for char in self.page.chars if char["baseline"] * MM > TEXT_BOTTOM])

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The thin horizontal lines, from the top."""
        drawn = (*self.page.rects, *self.page.lines)
        thin = {
            (round(line["x0"] * MM, 1), round(line["x1"] * MM, 1), round(line["top"] * MM, 1))
            for line in drawn
            if line["height"] <= 1 < line["width"]
        }
        return tuple(sorted((Rule(*line) for line in thin), key=lambda rule: rule.top))

    @cached_property
    def borders(self) -> tuple[float, ...]:
        """Where vertical lines stand, from the left."""
        upright = (line for line in self.page.lines if line["width"] <= 1 < line["height"])
        return tuple(sorted({round(line["x0"] * MM, 1) for line in upright}))

    def find(self, text: str) -> Words:
        """Return the one place of the page where the text stands on one line."""
        found = []
        for row in (*self.above, *self.rows, *self.below):
            for match in re.finditer(re.escape(text.replace(" ", "")), row.text.replace(" ", "")):
                letters = [char for char in row.chars if char["text"] != " "]
                found.append(Words(tuple(letters[match.start() : match.end()])))
        assert len(found) == 1, f"{text!r} stands {len(found)} times on one line of the page"
        return found[0]

    @property
    def words(self) -> list[str]:
        """The words of the text's area in the order of the file."""
        inside = [char for char in self.page.chars if TEXT_TOP < char["baseline"] * MM <= TEXT_BOTTOM]
        text = "".join(char["text"] for char in inside[:1])
        for before, char in pairwise(inside):
            moved_on = char["x0"] - before["x1"] > GAP or char["x0"] < before["x0"]
            apart = char["baseline"] != before["baseline"] or moved_on
            text += f" {char['text']}" if apart else char["text"]
        return text.split()


class Print:
    def __init__(self, pdf: bytes) -> None:
        self.pages = tuple(map(Page, pdfplumber.open(BytesIO(pdf)).pages))

    def page_of(self, text: str) -> int:
        """Return the number, from 1, of the one page that has the text on one line."""
        squeezed = text.replace(" ", "")
        (number,) = [
            number
            for number, page in enumerate(self.pages, start=1)
            if any(squeezed in row.text.replace(" ", "") for row in page.rows)
        ]
        return number

    def find(self, text: str) -> Words:
        return self.pages[self.page_of(text) - 1].find(text)

    @property
    def words(self) -> list[str]:
        return [word for page in self.pages for word in page.words]


@cache
def printed(document: Document) -> Print:
    return Print(to_pdf(document))


def sheets(document: Document, style_sheet_url: str = "") -> str:
    """Return the page of the report for a screen, with the ends of its printed pages."""
    return to_sheets(document, to_pages(document).starts, style_sheet_url=style_sheet_url)


def _rows(chars: list[dict[str, Any]]) -> tuple[Words, ...]:
    by_baseline: dict[float, list[dict[str, Any]]] = {}
    for char in chars:
        by_baseline.setdefault(round(char["baseline"], 1), []).append(char)
    return tuple(
        Words(tuple(sorted(row, key=lambda char: char["x0"]))) for _, row in sorted(by_baseline.items())
    )
