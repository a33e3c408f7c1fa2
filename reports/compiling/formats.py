"""The file formats of a report."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from reports.document.pdf import stamped, to_pdf
from reports.document.tree import Document
from reports.document.word import to_docx

DRAFT_ENDING = "-du-thao"  # of the name of a draft's file, before its ending


@dataclass(frozen=True, slots=True)
class Format:
    content_type: str
    render: Callable[[Document], bytes]
    # None if the pages depend on the program that shows the file.
    count_pages: Callable[[bytes], int] | None = None
    # Adds the stamp of a draft to a file without it; None if a draft has to be rendered again.
    put_stamp: Callable[[bytes], bytes] | None = None


def pages_of_pdf(file: bytes) -> int:
    return len(PdfReader(BytesIO(file)).pages)


FORMATS = {
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", to_docx),
    "pdf": Format("application/pdf", to_pdf, pages_of_pdf, stamped),
}
