"""The report as PDF: the preview's page, printed.

The file is PDF/A-3a, for the archive: tagged for screen readers, with its own fonts. The same report always gives
the same bytes.
"""

from __future__ import annotations

import json
import logging
import threading
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import NamedTuple
from xml.etree.ElementTree import Element

import pydyf
from weasyprint import CSS, HTML
from weasyprint.document import Document as Rendering
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from pbgdpl.lib import pool
from pbgdpl.lib.apart import LimitReached, WorkFailed, call_apart
from pbgdpl.lib.vietnamese import thousands
from reports.document.css import style_sheet
from reports.document.html import to_html
from reports.document.lines import count_lines
from reports.document.page_starts import page_starts
from reports.document.pdf_stamp import stamp_after
from reports.document.pdf_structure import name_by_role, tidy
from reports.document.sheets import PageStart
from reports.document.tree import Document, Section

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


class TooLongError(UnprintableError):
    """A report whose printing was stopped; the message names the part of it that prints the most lines."""

    def __init__(self, document: Document) -> None:
        super().__init__(" ".join((TOO_LONG, *_longest_part(document))))


class TooManyWaitError(UnprintableError):
    """There are so many reports to print that this one is not printed now."""


class TooManyLinesError(UnprintableError):
    """A report of so many lines that no file is made of it, nor a page to read."""


class RefusingFetcher(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Refuses every address, because a report needs no other files."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        raise PermissionError(f"The report asks for {url}")


class Paper(NamedTuple):
    """A file of the report and its pages; `pages` is None if they depend on the program that shows the file."""

    content: bytes
    pages: int | None = None
    starts: tuple[PageStart, ...] = ()
    stamp: bytes = b""  # follows the content in the file of a draft


def to_pdf(document: Document) -> bytes:
    """Return the file of `to_paper`, for tests and measures."""
    return to_paper(document).content


def to_paper(document: Document) -> Paper:
    """Return the report as a PDF/A-3a file with its pages, a draft with a stamp behind the text of every page.

    Raise what `lay_out` raises.
    """
    paper = _paper(lay_out(printed, replace(document, is_draft=False)))
    return paper._replace(content=paper.content + paper.stamp) if document.is_draft else paper


def to_pages(document: Document) -> Paper:
    """Return the pages of the report without a file, in half the time of `to_paper`; raise what `lay_out` raises."""
    return _paper(lay_out(laid_out, replace(document, is_draft=False)))


def _paper(answer: str) -> Paper:
    """Return what `printed` or `laid_out` wrote down."""
    parts = json.loads(answer)
    starts = tuple((place, characters) for place, characters in parts["starts"])
    return Paper(b64decode(parts["content"]), parts["pages"], starts, b64decode(parts["stamp"]))


def lay_out(work: Callable[[bytes], str], document: Document) -> str:
    """Return the result of `work`, a function of a module, for the HTML page of a report without a style sheet.

    Raises UnprintableError for a report nested too deeply, of too many lines, or whose printing was stopped;
    `pool.Unfinished` where one does not want to wait for it (`pool.waiting_at_most`).
    """
    try:
        refuse_too_many_lines(document)
        page = to_html(document, style_sheet_url="").encode()
        if len(page) > LONGEST_HERE or pool.is_running():
            return _laid_out_apart(work, page, document)
        with PRINTING:
            return work(page)
    except RecursionError as error:
        raise UnprintableError("Báo cáo có quá nhiều cấp đề mục lồng nhau nên không in được.") from error


def refuse_too_many_lines(document: Document) -> None:
    """Raise TooManyLinesError where a report has more lines than MOST_LINES: listings repeat their rows."""
    annexed = (block for annex in document.annexes for block in annex.blocks)
    if count_lines(document.body) + count_lines(annexed) > MOST_LINES:
        raise TooManyLinesError(TOO_MANY_LINES)


def _longest_part(document: Document) -> Iterator[str]:
    """Yield the sentence on the section or annex with the most lines, nothing for a report without them."""
    sections = [(f"mục “{one.heading}”", (one,)) for one in document.body if isinstance(one, Section)]
    annexes = [(f"phụ lục “{one.title}”", one.blocks) for one in document.annexes]
    counts = {name: count_lines(blocks) for name, blocks in (*sections, *annexes)}
    if counts:
        longest = max(counts, key=lambda name: counts[name])
        yield f"Dài nhất là {longest}: {thousands(counts[longest])} dòng."


def _laid_out_apart(work: Callable[[bytes], str], page: bytes, document: Document) -> str:
    digest = sha256(page).digest()
    with nullcontext() if pool.is_running() else PRINTING_APART:
        if digest in STOPPED:
            raise TooLongError(document)
        try:
            return _called(work, page)
        except pool.Unfinished:
            raise
        except pool.PoolFull as problem:
            raise TooManyWaitError(TOO_MANY_WAIT) from problem
        except LimitReached as problem:
            STOPPED.append(digest)
            raise TooLongError(document) from problem
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
    """Return the page as a PDF, with its pages and the stamp of a draft, as JSON."""
    rendering, source = _layout(page)
    name_by_role(rendering, source)
    files: list[pydyf.PDF] = []

    def finish(rendering: Rendering, file: pydyf.PDF) -> None:
        tidy(rendering, file)
        files.append(file)

    content: bytes = rendering.write_pdf(finisher=finish, pdf_variant=VARIANT)
    return _answer(rendering, source, content, stamp_after(content, *files))


def laid_out(page: bytes) -> str:
    """Return the pages of the page as `printed` does, without the file."""
    return _answer(*_layout(page))


def _layout(page: bytes) -> tuple[Rendering, Element]:
    css, fonts = page_style()
    source = HTML(string=page.decode(), url_fetcher=RefusingFetcher())
    return source.render(stylesheets=[css], font_config=fonts, pdf_variant=VARIANT), source.etree_element


def _answer(rendering: Rendering, source: Element, content: bytes = b"", stamp: bytes = b"") -> str:
    files = {"content": b64encode(content).decode(), "stamp": b64encode(stamp).decode()}
    starts = [*page_starts(rendering.pages, source)]
    return json.dumps({"pages": len(rendering.pages), "starts": starts, **files})


@cache
def page_style() -> tuple[CSS, FontConfiguration]:
    """Return the style sheet with its fonts, read once in a process, because reading it is slow and leaks memory."""
    fonts = FontConfiguration()
    return CSS(string=style_sheet(), url_fetcher=RefusingFetcher(), font_config=fonts), fonts
