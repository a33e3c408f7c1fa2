"""The report's files, each made once: who asks again for the same report gets the file that was made.

A file is kept under a digest of the report and of all that its looks depend on, so a kept file never differs
from what would be made now; and the cache may be emptied at any time.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from django.core.cache import caches

from reports.compiling.formats import FORMATS
from reports.document.css import style_sheet
from reports.document.tree import Document

RENDERERS = Path(__file__).parent.parent / "document"
LIBRARIES = ("weasyprint", "pydyf", "pypdf", "python-docx", "fonttools")
# Who asks a second time while a long report is being made waits for it instead of making it once more; of other
# reports only one in so many waits as well.
MAKING = [Lock() for _ in range(64)]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file of the report; `pages` is None where the program that shows it breaks its pages."""

    content: bytes
    sha256: str
    pages: int | None


def draft_of(document: Document) -> Document:
    return replace(document, is_draft=True)


def rendered(document: Document, ending: str) -> Rendered:
    """Return the report as the file of that ending in FORMATS, made now or kept since it was made.

    Raises KeyError for an ending that is none of them, and UnprintableError as `to_pdf` does.
    """
    kind = FORMATS[ending]
    key = f"{ending}-{digest_of(document)}"
    if file := _kept(key):
        return file
    if document.is_draft and kind.put_stamp:
        plain = rendered(replace(document, is_draft=False), ending)
        file = _made(kind.put_stamp(plain.content), plain.pages)
        _keep(key, file)
        return file
    with MAKING[hash(key) % len(MAKING)]:
        file = _kept(key)  # made meanwhile by whom we waited for
        if file is None:
            content = kind.render(document)
            file = _made(content, kind.count_pages(content) if kind.count_pages else None)
            _keep(key, file)
    return file


def _made(content: bytes, pages: int | None) -> Rendered:
    return Rendered(content, sha256(content).hexdigest(), pages)


def digest_of(document: Document) -> str:
    """Return what names the report's looks: 64 letters that change with its content and with our renderers."""
    return sha256(f"{looks_digest()}{document!r}".encode()).hexdigest()


@cache
def looks_digest() -> str:
    """Return a digest of all but the report that its files depend on: our renderers, styles and libraries."""
    sources = sorted(RENDERERS.glob("*.py"))
    parts = (
        *(f"{name} {version(name)}".encode() for name in LIBRARIES),
        style_sheet().encode(),
        *(source.read_bytes() for source in sources),
    )
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def _kept(key: str) -> Rendered | None:
    """Return the kept file; None where there is none, or none that is whole."""
    try:
        file = caches["files"].get(key)
    except Exception:  # a file that was cut off fails in as many ways as there are bytes
        logger.warning("A kept file cannot be read and is made anew.", exc_info=True)
        return None
    is_whole = isinstance(file, Rendered) and sha256(file.content).hexdigest() == file.sha256
    return file if is_whole else None


def _keep(key: str, file: Rendered) -> None:
    """Keep the file; a full or locked disk keeps nobody from getting it."""
    try:
        caches["files"].set(key, file)
    except Exception:
        logger.warning("A file cannot be kept.", exc_info=True)
