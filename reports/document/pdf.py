"""The report as PDF: the preview's page, printed.

The file is PDF/A-3a: for the archive, tagged for those who listen to it, with its own fonts. The same
report always gives the same bytes.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import cache, partial
from typing import Any

import pydyf
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reports.document.css import style_sheet
from reports.document.html import to_html
from reports.document.stamp import pdf_operators
from reports.document.tree import Document

VARIANT = "pdf/a-3a"
# Pango's fonts belong to the whole process, and it prints no faster in two threads.
PRINTING = threading.Lock()


class UnprintableError(ValueError):
    """A report that cannot be laid out; the message is for the person who asked for it."""


class RefusingFetcher(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Fetches nothing: a report brings everything that it shows."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        raise PermissionError(f"The report asks for {url}")


def to_pdf(document: Document) -> bytes:
    """Return the report as a PDF/A-3a file, its stamp beneath the text of every page.

    Raises UnprintableError for a report nested too deeply.
    """
    try:
        with PRINTING:
            return _printed(to_html(replace(document, stamp=""), style_sheet_url=""), document.stamp)
    except RecursionError as error:
        raise UnprintableError("Báo cáo có quá nhiều cấp đề mục lồng nhau nên không in được.") from error


def _printed(page: str, stamp: str) -> bytes:
    css, fonts = looks()
    finisher = partial(_put_beneath, pdf_operators(stamp)) if stamp else None
    printed: bytes = HTML(string=page, url_fetcher=RefusingFetcher()).write_pdf(
        stylesheets=[css], font_config=fonts, pdf_variant=VARIANT, finisher=finisher
    )
    return printed


def _put_beneath(drawing: bytes, _document: object, pdf: Any) -> None:
    """Have every page of the file show the drawing, kept in it once, before what the page itself shows."""
    beneath = pydyf.Stream([drawing], compress=True)
    pdf.add_object(beneath)
    for number in pdf.pages["Kids"][::3]:
        page = pdf.objects[number]
        page["Contents"] = pydyf.Array([beneath.reference, page["Contents"]])


@cache
def looks() -> tuple[CSS, FontConfiguration]:
    """Return the style sheet, read once in a process: reading it anew each time is slow and leaks."""
    fonts = FontConfiguration()
    return CSS(string=style_sheet(), url_fetcher=RefusingFetcher(), font_config=fonts), fonts
