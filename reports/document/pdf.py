"""The report as PDF: the preview's page, printed.

The file is PDF/A-3a, for the archive: tagged for screen readers, with its own fonts. The same report always gives
the same bytes.
"""

from __future__ import annotations

import logging
import threading
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import count
from typing import cast

from pypdf import PdfReader
from pypdf.generic import ArrayObject, IndirectObject, NameObject, PdfObject, StreamObject
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from pbgdpl.lib import pool
from pbgdpl.lib.apart import LimitReached, WorkFailed, call_apart
from pbgdpl.lib.vietnamese import thousands
from reports.document.css import style_sheet
from reports.document.html import to_html
from reports.document.lines import count_lines
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.pdf_structure import name_by_role, tidy
from reports.document.pdf_update import size, updated
from reports.document.stamp import pdf_operators
from reports.document.tree import Document

VARIANT = "pdf/a-3a"
# Where no pool was started, as in a command: Pango's fonts are shared by the whole process, and printing is not faster
# in two threads.
PRINTING = threading.Lock()
# A page of more bytes waits behind those of fewer, or without a pool gets a process of its own, one at a time. What
# lays a page out is stopped after as many seconds of the processor or when it takes more memory. A page of so many
# bytes takes two seconds, at most five where it is all small cells or paragraphs, so that a tenth of the time is enough
# for it; 1,500 pages of plain words take about two minutes.
LONGEST_HERE, SECONDS, MOST_MEMORY = 100_000, 600, 4 * 2**30
PRINTING_APART = threading.Lock()
STOPPED: deque[bytes] = deque(maxlen=100)  # digests of pages that were stopped, which are not tried again
TOO_LONG = (
    "Báo cáo quá dài để in: in mãi chưa xong nên đã dừng. Rút gọn báo cáo, "
    "hoặc chuyển bớt bảng và danh sách dài sang tệp khác, rồi in lại."
)
# A report of 300,000 characters has fewer, each of its listings printed a few times; as many take seconds as HTML.
MOST_LINES = 120_000
TOO_MANY_LINES = (
    f"Báo cáo in ra hơn {thousands(MOST_LINES)} dòng, mỗi ô của bảng tính là một dòng. "
    "Bớt các danh mục “[[…]]” gọi lặp lại, hoặc rút gọn báo cáo, rồi in lại."
)
TOO_MANY_WAIT = (
    "Máy chủ đang in nhiều báo cáo nên chưa nhận thêm. Nội dung báo cáo vẫn còn nguyên; "
    "đợi một, hai phút rồi thử lại."
)
NOT_PRINTED = (
    "Máy chủ chưa in được báo cáo lúc này. Nội dung báo cáo vẫn còn nguyên; thử lại sau ít phút, "
    "nếu vẫn không được thì báo người quản trị hệ thống."
)

logger = logging.getLogger(__name__)


class UnprintableError(ValueError):
    """Raised for a report that cannot be laid out; the message is for the person who asked for it."""


class TooManyWaitError(UnprintableError):
    """There are so many reports to print that this one is not printed now."""


class TooManyLinesError(UnprintableError):
    """A report of so many lines that no file is made of it, nor a page to read."""


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

    Raises UnprintableError for a report nested too deeply, of too many lines, or whose printing was stopped;
    `pool.Unfinished` where one does not want to wait for it (`pool.waiting_at_most`).
    """
    try:
        refuse_too_many_lines(document)
        page = to_html(document, style_sheet_url="").encode()
        if len(page) > LONGEST_HERE or pool.is_running():
            return _laid_out_apart(work, page)
        with PRINTING:
            return work(page)
    except RecursionError as error:
        raise UnprintableError("Báo cáo có quá nhiều cấp đề mục lồng nhau nên không in được.") from error


def refuse_too_many_lines(document: Document) -> None:
    """Raise TooManyLinesError where a report has more lines than MOST_LINES: listings repeat their rows."""
    annexed = (block for annex in document.annexes for block in annex.blocks)
    if count_lines(document.body) + count_lines(annexed) > MOST_LINES:
        raise TooManyLinesError(TOO_MANY_LINES)


def _laid_out_apart(work: Callable[[bytes], str], page: bytes) -> str:
    digest = sha256(page).digest()
    with nullcontext() if pool.is_running() else PRINTING_APART:
        if digest in STOPPED:
            raise UnprintableError(TOO_LONG)
        try:
            return _called(work, page)
        except pool.Unfinished:
            raise
        except pool.PoolFull as problem:
            raise TooManyWaitError(TOO_MANY_WAIT) from problem
        except LimitReached as problem:
            STOPPED.append(digest)
            raise UnprintableError(TOO_LONG) from problem
        except WorkFailed as problem:
            if RecursionError.__name__ in str(problem):
                raise RecursionError from problem
            logger.exception("A report could not be printed.")
            raise UnprintableError(NOT_PRINTED) from problem


def _called(work: Callable[[bytes], str], page: bytes) -> str:
    if not pool.is_running():
        return call_apart(work, page, seconds=SECONDS, memory=MOST_MEMORY, places=nullcontext())
    is_long = len(page) > LONGEST_HERE
    seconds = SECONDS if is_long else SECONDS // 10
    return pool.call_in_pool(work, page, seconds=seconds, memory=MOST_MEMORY, is_long=is_long)


def printed(page: bytes) -> str:
    """Return the page as a PDF in Base64."""
    css, fonts = page_style()
    source = HTML(string=page.decode(), url_fetcher=RefusingFetcher())
    rendering = source.render(stylesheets=[css], font_config=fonts, pdf_variant=VARIANT)
    name_by_role(rendering, source.etree_element)
    file: bytes = rendering.write_pdf(finisher=tidy, pdf_variant=VARIANT)
    return b64encode(file).decode()


def stamped(file: bytes) -> bytes:
    """Return a printed file with the stamp of a draft behind every page, stored once for upright and once for turned.

    The printed bytes are unchanged; the stamp is added after them, much faster than printing again.
    """
    reader = PdfReader(BytesIO(file))
    numbers = count(size(reader))
    added: dict[int, PdfObject] = {}

    @cache
    def drawn(on: Page) -> IndirectObject:
        drawing = StreamObject()
        drawing.set_data(pdf_operators(on))
        number = next(numbers)
        added[number] = drawing.flate_encode()
        return IndirectObject(number, 0, reader)

    for page in reader.pages:
        orientation = TURNED if page.mediabox.width > page.mediabox.height else UPRIGHT
        page[NameObject("/Contents")] = ArrayObject([drawn(orientation), page.raw_get("/Contents")])
        added[cast(IndirectObject, page.indirect_reference).idnum] = page
    return updated(reader, added)


@cache
def page_style() -> tuple[CSS, FontConfiguration]:
    """Return the style sheet with its fonts, read once in a process, because reading it is slow and leaks memory."""
    fonts = FontConfiguration()
    return CSS(string=style_sheet(), url_fetcher=RefusingFetcher(), font_config=fonts), fonts
