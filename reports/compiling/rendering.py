"""The files of a report, rendered once and then cached.

The key of a cached file is a digest of the report, the renderers, the styles and the libraries, so it never differs
from what would be rendered now. The cache may be emptied at any time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from django.core.cache import caches

from pbgdpl.lib import pool
from pbgdpl.lib.office import docx_frame
from reports.compiling import formats
from reports.compiling.formats import FORMATS
from reports.document.css import style_sheet
from reports.document.pdf import Paper, refuse_too_many_lines, to_pages
from reports.document.sheets import PageStart
from reports.document.tree import Document

RENDERERS = Path(__file__).parent.parent / "document"
FRAME = Path(docx_frame.__file__).parent  # of Word files
LIBRARIES = ("weasyprint", "pydyf", "python-docx", "fonttools")
# Without a pool, which prints the same report once: a second request for a report that is being rendered waits for it
# instead of rendering it again. A lock is shared by other reports at random, so that one in so many waits as well.
MAKING = [Lock() for _ in range(64)]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file of the report, or its pages alone, as in `Paper`."""

    content: bytes
    sha256: str
    pages: int | None
    starts: tuple[PageStart, ...] = ()
    stamp: bytes = b""


def draft_of(document: Document) -> Document:
    return replace(document, is_draft=True)


def rendered(document: Document, ending: str) -> Rendered:
    """Return the file of the report with that ending in FORMATS, from the cache or rendered now.

    Raises KeyError for an ending that is none of them, UnprintableError as `to_paper` does and for too many lines.
    """
    kind = FORMATS[ending]
    refuse_too_many_lines(document)
    if document.is_draft and kind.is_stamped_after:
        plain = rendered(replace(document, is_draft=False), ending)
        return _made(Paper(plain.content + plain.stamp, plain.pages, plain.starts))
    return _made_once(f"{ending}-{digest_of(document)}", partial(kind.render, document))


def paged(document: Document) -> Rendered:
    """Return the pages of the report: as they are cached, alone or in its PDF, laid out now without a file otherwise.

    A draft has the same ones. Raises UnprintableError as `rendered` does.
    """
    plain = replace(document, is_draft=False)
    return paged_before(plain) or _made_once(f"pages-{digest_of(plain)}", partial(to_pages, plain))


def paged_before(document: Document) -> Rendered | None:
    """Return what `paged` would return if it is cached; raise TooManyLinesError as it does."""
    refuse_too_many_lines(document)
    digest = digest_of(replace(document, is_draft=False))
    return _cached(f"pages-{digest}") or _cached(f"pdf-{digest}")


def _made_once(key: str, make: Callable[[], Paper]) -> Rendered:
    """Return what is cached under the key, or made now."""
    if file := _cached(key):
        return file
    with nullcontext() if pool.is_running() else MAKING[hash(key) % len(MAKING)]:
        file = _cached(key)  # made by another thread while this one waited
        if file is None:
            file = _made(make())
            _cache(key, file)
    return file


def _made(paper: Paper) -> Rendered:
    digest = sha256(paper.content).hexdigest()
    return Rendered(paper.content, digest, paper.pages, paper.starts, paper.stamp)


@lru_cache(maxsize=8)
def digest_of(document: Document) -> str:
    """Return a digest of 64 characters that changes with the report's content and with the renderers."""
    return sha256(f"{renderers_digest()}{document!r}".encode()).hexdigest()


@cache
def renderers_digest() -> str:
    """Return a digest of the renderers, styles and libraries."""
    here = (Path(__file__), Path(formats.__file__))  # what is cached
    sources = (*here, *sorted(RENDERERS.glob("*.py")), *sorted(FRAME.glob("docx_*.py")))
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
