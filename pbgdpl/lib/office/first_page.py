"""The lines of the first page of a PDF or of a Word file that may be anything (see `apart`), read in a way or two."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from pbgdpl.lib.office.package import Element, ZipRefused, open_within

MOST_LINES = 150
LONGEST_LINE = 2000
MOST_FILES, MOST_BYTES = 5_000, 50 * 2**20

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_WORD = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
SPACES = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What a tracked change took out, and what holds no text of the paper.
SKIPPED = {
    "del",
    "moveFrom",
    "pPr",
    "rPr",
    "sectPr",
    "tblPr",
    "tblGrid",
    "trPr",
    "tcPr",
    "Fallback",
    "instrText",
}


def pdf_pages(data: bytes) -> list[list[str]]:
    """Return the first page as it is laid out, columns parted by spaces, and as its text flows."""
    try:
        page = PdfReader(BytesIO(data), strict=False).pages[0]
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return []
    return [lines for mode in ("layout", "plain") if (lines := _page_lines(page, mode))]


def _page_lines(page: object, mode: str) -> list[str]:
    try:
        text: str = page.extract_text(  # type: ignore[attr-defined]
            extraction_mode=mode, layout_mode_space_vertically=False
        )
    except Exception:  # what a font may hold that its reader did not expect has no end
        return []
    return _bounded(text.splitlines()) if text.strip() else []


def word_pages(data: bytes) -> list[list[str]]:
    """Return the first lines of a Word file, read in one way: paragraphs, cells of tables, boxes; empty ones too."""
    try:
        archive = open_within(data, most_files=MOST_FILES, most_bytes=MOST_BYTES)
        document = archive.xml(archive.main_part())
    except ZipRefused:
        return []
    paragraphs = _paragraphs(document) if document is not None else iter(())
    return [_bounded(list(islice(paragraphs, MOST_LINES)))]


def _bounded(lines: list[str]) -> list[str]:
    return [line[:LONGEST_LINE] for line in lines[:MOST_LINES]]


def _name(element: Element) -> str:
    """Return the name of an element of the text, "" for one of a drawing or of something else."""
    name = str(element.tag)
    for space in (WORD, STRICT_WORD):
        if name.startswith(space):
            return name.removeprefix(space)
    return name.rpartition("}")[2] if name.endswith("}Fallback") else ""


def _paragraphs(container: Element) -> Iterator[str]:
    """Yield the lines of each paragraph, wherever it stands; one within another (a box) after it."""
    for element in container:
        name = _name(element)
        if name == "p":
            yield from "".join(_texts(element)).split("\n")
            yield from (line for box in _boxes(element) for line in _paragraphs(box))
        elif name not in SKIPPED:
            yield from _paragraphs(element)


def _texts(element: Element) -> Iterator[str]:
    for inner in element:
        name = _name(inner)
        if name == "t":
            yield inner.text or ""
        elif name in SPACES:
            yield SPACES[name]
        elif name not in SKIPPED and name != "txbxContent":
            yield from _texts(inner)


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes that hang on a paragraph; each stands in the file twice, for old programs too."""
    for inner in element:
        name = _name(inner)
        if name == "txbxContent":
            yield inner
        elif name not in SKIPPED:
            yield from _boxes(inner)
