"""The report as PDF: the preview's page, printed.

The file is PDF/A-3a, for the archive: tagged for screen readers, with its own fonts. The same report always gives
the same bytes.
"""

from __future__ import annotations

import threading
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from pbgdpl.lib.apart import WorkFailed, call_apart
from reports.document.css import style_sheet
from reports.document.html import to_html
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.stamp import pdf_operators
from reports.document.tree import Document

VARIANT = "pdf/a-3a"
# Pango's fonts are shared by the whole process, and printing is not faster in two threads.
PRINTING = threading.Lock()
# A page of more bytes is laid out in a process of its own, one at a time, which is stopped after so many seconds of
# processor time or at this size of memory. A page of so many bytes takes seconds, 15 if it is all small cells; the
# start of a process takes one. 1,500 pages of plain text take about two minutes.
LONGEST_HERE, SECONDS, MOST_MEMORY = 200_000, 600, 4 * 2**30
PRINTING_APART = threading.Lock()
STOPPED: deque[bytes] = deque(maxlen=100)  # digests of pages that were stopped, which are not tried again
TOO_LONG = (
    "Báo cáo quá dài để in: in mãi chưa xong nên đã dừng. Rút gọn báo cáo, "
    "hoặc chuyển bớt bảng và danh sách dài sang tệp khác, rồi in lại."
)


class UnprintableError(ValueError):
    """Raised for a report that cannot be laid out; the message is for the person who asked for it."""


class RefusingFetcher(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Refuses every address, because a report needs no other files."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        raise PermissionError(f"The report asks for {url}")


def to_pdf(document: Document) -> bytes:
    """Return the report as a PDF/A-3a file, a draft with a stamp behind the text of every page.

    Raise what `lay_out` raises.
    """
    file = b64decode(lay_out(printed, replace(document, is_draft=False)))
    return stamped(file) if document.is_draft else file


def lay_out(work: Callable[[bytes], str], document: Document) -> str:
    """Return the result of `work`, a function of a module, for the HTML page of a report without a style sheet.

    Raise UnprintableError for a report that is nested too deeply, or so long that its printing was stopped.
    """
    try:
        page = to_html(document, style_sheet_url="").encode()
        if len(page) > LONGEST_HERE:
            return _laid_out_apart(work, page)
        with PRINTING:
            return work(page)
    except RecursionError as error:
        raise UnprintableError("Báo cáo có quá nhiều cấp đề mục lồng nhau nên không in được.") from error


def _laid_out_apart(work: Callable[[bytes], str], page: bytes) -> str:
    digest = sha256(page).digest()
    with PRINTING_APART:
        if digest in STOPPED:
            raise UnprintableError(TOO_LONG)
        try:
            return call_apart(work, page, seconds=SECONDS, memory=MOST_MEMORY, places=nullcontext())
        except WorkFailed as problem:
            STOPPED.append(digest)
            raise UnprintableError(TOO_LONG) from problem


def printed(page: bytes) -> str:
    """Return the page as a PDF in Base64."""
    css, fonts = page_style()
    file: bytes = HTML(string=page.decode(), url_fetcher=RefusingFetcher()).write_pdf(
        stylesheets=[css], font_config=fonts, pdf_variant=VARIANT
    )
    return b64encode(file).decode()


def stamped(file: bytes) -> bytes:
    """Return a printed file with the stamp of a draft behind every page, stored once for upright and once for turned.

    The printed bytes are unchanged; the stamp is added after them, much faster than printing again.
    """
    writer = PdfWriter(BytesIO(file), incremental=True)

    @cache
    def drawn(on: Page) -> IndirectObject:
        drawing = StreamObject()
        drawing.set_data(pdf_operators(on))
        return writer._add_object(drawing.flate_encode())

    for page in writer.pages:
        orientation = TURNED if page.mediabox.width > page.mediabox.height else UPRIGHT
        page[NameObject("/Contents")] = ArrayObject([drawn(orientation), page.raw_get("/Contents")])
    # The title and the author, which an incremental update has to name again (ISO 32000-1, 7.5.6).
    writer._info_obj = writer._add_object(DictionaryObject(writer._info or {}))
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()


@cache
def page_style() -> tuple[CSS, FontConfiguration]:
    """Return the style sheet with its fonts, read once in a process, because reading it is slow and leaks memory."""
    fonts = FontConfiguration()
    return CSS(string=style_sheet(), url_fetcher=RefusingFetcher(), font_config=fonts), fonts
