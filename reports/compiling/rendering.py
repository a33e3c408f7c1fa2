"""The files of a report, rendered once and then cached.

The key of a cached file is a digest of the report, the renderers, the styles and the libraries, so it never differs
from what would be rendered now. The cache may be emptied at any time.
"""

from __future__ import annotations

import logging
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from django.core.cache import caches

from pbgdpl.lib import pool
from pbgdpl.lib.office import docx_frame
from reports.compiling.formats import FORMATS
from reports.document.css import style_sheet
from reports.document.pdf import refuse_too_many_lines
from reports.document.tree import Document

RENDERERS = Path(__file__).parent.parent / "document"
FRAME = Path(docx_frame.__file__).parent  # of Word files
LIBRARIES = ("weasyprint", "pydyf", "pypdf", "python-docx", "fonttools")
# Without a pool, which prints the same report once: a second request for a report that is being rendered waits for it
# instead of rendering it again. A lock is shared by other reports at random, so that one in so many waits as well.
MAKING = [Lock() for _ in range(64)]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file of the report; `pages` is None if they depend on the program that shows it."""

    content: bytes
    sha256: str
    pages: int | None


def draft_of(document: Document) -> Document:
    return replace(document, is_draft=True)


def rendered(document: Document, ending: str) -> Rendered:
    """Return the file of the report with that ending in FORMATS, from the cache or rendered now.

    Raises KeyError for an ending that is none of them, UnprintableError as `to_pdf` does and for too many lines.
    """
    kind = FORMATS[ending]
    refuse_too_many_lines(document)
    key = f"{ending}-{digest_of(document)}"
    if file := _cached(key):
        return file
    if document.is_draft and kind.put_stamp:
        plain = rendered(replace(document, is_draft=False), ending)
        file = _made(kind.put_stamp(plain.content), plain.pages)
        _cache(key, file)
        return file
    with nullcontext() if pool.is_running() else MAKING[hash(key) % len(MAKING)]:
        file = _cached(key)  # rendered by another thread while this one waited
        if file is None:
            content = kind.render(document)
            file = _made(content, kind.count_pages(content) if kind.count_pages else None)
            _cache(key, file)
    return file


def paged(document: Document) -> Rendered:
    """Return the pages of the report, which a draft shares; raise what `rendered` raises."""
    return rendered(replace(document, is_draft=False), "pdf")  # what is submitted, cached for then


def paged_before(document: Document) -> Rendered | None:
    """Return what `paged` would return if it is cached; raise TooManyLinesError as it does."""
    refuse_too_many_lines(document)
    return _cached(f"pdf-{digest_of(replace(document, is_draft=False))}")


def _made(content: bytes, pages: int | None) -> Rendered:
    return Rendered(content, sha256(content).hexdigest(), pages)


def digest_of(document: Document) -> str:
    """Return a digest of 64 characters that changes with the report's content and with the renderers."""
    return sha256(f"{renderers_digest()}{document!r}".encode()).hexdigest()


@cache
def renderers_digest() -> str:
    """Return a digest of the renderers, styles and libraries."""
    sources = (*sorted(RENDERERS.glob("*.py")), *sorted(FRAME.glob("docx_*.py")))
    parts = (
        *(f"{name} {version(name)}".encode() for name in LIBRARIES),
        style_sheet().encode(),
        *(source.read_bytes() for source in sources),
    )
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def _cached(key: str) -> Rendered | None:
    """Return the cached file, or None if there is none or it is damaged."""
    try:
        file = caches["files"].get(key)
    except Exception:  # a truncated file can raise any exception
        logger.warning("A cached file cannot be read and is made anew.", exc_info=True)
        return None
    is_whole = isinstance(file, Rendered) and sha256(file.content).hexdigest() == file.sha256
    return file if is_whole else None


def _cache(key: str, file: Rendered) -> None:
    """Cache the file; if the disk is full or locked, log it and go on."""
    try:
        caches["files"].set(key, file)
    except Exception:
        logger.warning("A file cannot be cached.", exc_info=True)
