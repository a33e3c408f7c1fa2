"""The lines of the first page of an uploaded PDF or Word file, read in one or two ways (to be called by `apart`)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from pbgdpl.lib.office.old_letters import to_unicode
from pbgdpl.lib.office.package import Package, PackageRefused, open_package
from pbgdpl.lib.office.stamped_values import filled, stamped_on
from pbgdpl.lib.office.unprinted import take_out_unprinted
from pbgdpl.lib.office.xml import WORD_CHARACTERS, Element

MOST_LINES = 150
LONGEST_LINE = 2000
MOST_BYTES = 50 * 2**20

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_WORD = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# Without text of the document; what paper does not show was taken out before.
SKIPPED = {
    "pPr",
    "rPr",
    "sectPr",
    "tblPr",
    "tblGrid",
    "trPr",
    "tcPr",
    "instrText",
}


def pdf_pages(data: bytes) -> list[list[str]]:
    """Return the first page as laid out, columns separated by spaces, and as running text.

    A number and a day that form fields or notes put on the page are in their blanks.
    """
    try:
        page = PdfReader(BytesIO(data), strict=False).pages[0]
        stamped = stamped_on(page)
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return []
    return [filled(lines, stamped) for mode in ("layout", "plain") if (lines := _page_lines(page, mode))]


def _page_lines(page: object, mode: str) -> list[str]:
    try:
        text: str = page.extract_text(  # type: ignore[attr-defined]
            extraction_mode=mode, layout_mode_space_vertically=False
        )
    except Exception:  # unexpected fonts raise errors of any kind
        return []
    return _bounded(text.splitlines()) if text.strip() else []


def word_code_pages_and_page(data: bytes) -> list[list[str]]:
    """Return the names of the old code pages that text of a Word file was converted from, and then its first lines.

    The lines are those of paragraphs, cells of tables and boxes, empty ones too.
    """
    try:
        package = open_package(data, most_bytes=MOST_BYTES)
        document = package.xml(package.main_part())
    except PackageRefused:
        return [[]]
    if document is None:
        return [[], []]
    styles, most = _styles(package), 2 * MOST_LINES  # fallbacks are among them
    code_pages = to_unicode([document], styles, most=most)
    take_out_unprinted([document], styles, most=most)
    return [[*code_pages], _bounded(list(islice(_paragraphs(document), MOST_LINES)))]


def _styles(package: Package) -> Element | None:
    """Return the styles of the document; None where it has none that can be read."""
    try:
        styles = (one.path for one in package.relations(package.main_part()) if one.kind == "styles")
        return package.xml(next(styles, ""))
    except PackageRefused:
        return None


def _bounded(lines: list[str]) -> list[str]:
    return [line[:LONGEST_LINE] for line in lines[:MOST_LINES]]


def _name(element: Element) -> str:
    """Return the name of a WordprocessingML element, "" for any other."""
    name = str(element.tag)
    for space in (WORD, STRICT_WORD):
        if name.startswith(space):
            return name.removeprefix(space)
    return ""


def _paragraphs(container: Element) -> Iterator[str]:
    """Yield the lines of every paragraph; those of a text box after its paragraph."""
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
        elif name in WORD_CHARACTERS:
            yield WORD_CHARACTERS[name]
        elif name not in SKIPPED and name != "txbxContent":
            yield from _texts(inner)


def _boxes(element: Element) -> Iterator[Element]:
    for inner in element:
        name = _name(inner)
        if name == "txbxContent":
            yield inner
        elif name not in SKIPPED:
            yield from _boxes(inner)
