"""The kinds of file that may be attached: by ending, by first bytes, by what opening them shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from accounts.attaching.pdf import why_no_pdf
from accounts.attaching.pictures import why_no_jpeg, why_no_png
from pbgdpl.lib.office.kinds import why_no_excel, why_no_word


@dataclass(frozen=True, slots=True)
class FileKind:
    """What one ending promises; `why_not` opens the data and returns the sentence that refuses it, or ""."""

    content_type: str
    begins: bytes
    why_not: Callable[[bytes], str]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_JPEG = FileKind("image/jpeg", b"\xff\xd8\xff", why_no_jpeg)
KINDS = {
    "pdf": FileKind("application/pdf", b"%PDF-", why_no_pdf),
    "docx": FileKind(f"{_OFFICE}.wordprocessingml.document", b"PK\x03\x04", why_no_word),
    "xlsx": FileKind(f"{_OFFICE}.spreadsheetml.sheet", b"PK\x03\x04", why_no_excel),
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": FileKind("image/png", b"\x89PNG\r\n\x1a\n", why_no_png),
}
ALLOWED = "Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) hoặc ảnh (.jpg, .png), không quá 20 MB."
# What a browser offers to choose; on a phone the camera too.
ACCEPTED = ",".join(f".{ending}" for ending in KINDS)
