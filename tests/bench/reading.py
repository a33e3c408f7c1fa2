"""What it costs to read an earlier report, beside python-docx, which takes its text alone."""

from __future__ import annotations

from functools import partial
from io import BytesIO

from docx import Document as WordDocument

from reports.document.tree import Document
from reports.document.word import to_docx
from reports.reading.report import reading_of


def read(data: bytes) -> object:
    return reading_of(data, "bao-cao.docx")


def text_alone(data: bytes) -> object:
    word = WordDocument(BytesIO(data))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in word.paragraphs] + cells


def of_file(work, document: Document):
    """Return the work on the Word file of a document."""
    return partial(work, to_docx(document))
