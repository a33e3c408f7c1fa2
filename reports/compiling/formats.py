"""The files a report can be had as: a third format is one line."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from reports.document.pdf import stamped, to_pdf
from reports.document.tree import Document
from reports.document.word import to_docx


@dataclass(frozen=True, slots=True)
class Format:
    content_type: str
    render: Callable[[Document], bytes]
    # Left out where the program that shows the file breaks its pages.
    count_pages: Callable[[bytes], int] | None = None
    # Left out where a stamp is not put on what was rendered without it.
    put_stamp: Callable[[bytes], bytes] | None = None


def pages_of_pdf(file: bytes) -> int:
    return len(PdfReader(BytesIO(file)).pages)


FORMATS = {
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", to_docx),
    "pdf": Format("application/pdf", to_pdf, pages_of_pdf, stamped),
}
