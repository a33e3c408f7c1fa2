"""The files a report can be had as: a third format is one line."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.document.pdf import to_pdf
from reports.document.tree import Document
from reports.document.word import to_docx


@dataclass(frozen=True, slots=True)
class Format:
    content_type: str
    render: Callable[[Document], bytes]


FORMATS = {
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", to_docx),
    "pdf": Format("application/pdf", to_pdf),
}
