"""Sheets of formats other than .xlsx, read in a process of their own with limited time and memory.

A file that is too costly, or on which a library breaks off, ends with its process; the site goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from xlrd import XLRDError
from xlrd.compdoc import CompDocError

from pbgdpl.lib.apart import LimitReached, WorkFailed, call_apart
from pbgdpl.lib.office.grid import BookParts, BookTooLarge, ReadBook
from pbgdpl.lib.office.html_tables import html_tables
from pbgdpl.lib.office.old_workbook import old_workbook
from pbgdpl.lib.office.open_document import SPREADSHEET, is_locked, open_document
from pbgdpl.lib.office.package import PackageRefused, Refusal, open_package
from pbgdpl.lib.office.separated_values import separated_values
from pbgdpl.lib.plain_text import UnknownEncoding

SECONDS, MOST_MEMORY = 15, 600 * 2**20
MOST_BYTES, MOST_TAGS = 20 * 2**20, 500_000  # of an OpenDocument file, unpacked
NO_WORKBOOK = "Can't find workbook"


class Trouble(Enum):
    """Why a file is not read."""

    BROKEN = "broken"
    TOO_LARGE = "too large"
    LOCKED = "locked"  # by a password
    OTHER_KIND = "other kind"
    UNKNOWN_ENCODING = "unknown encoding"
    UNSAFE = "unsafe"


class BookRefused(Exception):
    def __init__(self, reason: Trouble) -> None:
        super().__init__(reason.value)
        self.reason = reason


OF_PACKAGES = {
    Refusal.BROKEN: Trouble.BROKEN,
    Refusal.TOO_LARGE: Trouble.TOO_LARGE,
    Refusal.UNSAFE: Trouble.UNSAFE,
}


def read_apart(work: Callable[[bytes], str], data: bytes) -> ReadBook:
    """Return the sheets that one of the functions below reads; raise BookRefused."""
    try:
        answer = call_apart(work, data, seconds=SECONDS, memory=MOST_MEMORY)
    except LimitReached as problem:
        raise BookRefused(Trouble.TOO_LARGE) from problem
    except WorkFailed as problem:
        raise BookRefused(Trouble.BROKEN) from problem
    if not answer.startswith("{"):
        raise BookRefused(Trouble(answer))
    return ReadBook(answer)


def read_old_workbook(data: bytes) -> str:
    return _answer(old_workbook, data)


def read_html(data: bytes) -> str:
    return _answer(html_tables, data)


def read_separated_values(data: bytes) -> str:
    return _answer(separated_values, data)


def read_open_document(data: bytes) -> str:
    return _answer(_open_document, data)


def _open_document(data: bytes) -> BookParts:
    package = open_package(data, most_bytes=MOST_BYTES, most_tags=MOST_TAGS)
    if not (package.read("mimetype") or SPREADSHEET).startswith(SPREADSHEET):
        raise BookRefused(Trouble.OTHER_KIND)
    if is_locked(package):
        raise BookRefused(Trouble.LOCKED)
    return open_document(package)


def _answer(read: Callable[[bytes], BookParts], data: bytes) -> str:
    """Return the sheets as JSON, or the reason why there are none."""
    try:
        return read(data).json()
    except BookTooLarge:
        return Trouble.TOO_LARGE.value
    except UnknownEncoding:
        return Trouble.UNKNOWN_ENCODING.value
    except BookRefused as problem:
        return problem.reason.value
    except PackageRefused as problem:
        return OF_PACKAGES[problem.reason].value
    except (XLRDError, CompDocError) as problem:
        return _why_not_excel(str(problem)).value


def _why_not_excel(message: str) -> Trouble:
    if "encrypted" in message:
        return Trouble.LOCKED
    return Trouble.OTHER_KIND if message.startswith(NO_WORKBOOK) else Trouble.BROKEN
