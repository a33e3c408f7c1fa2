"""Reads an earlier report, as text, Word file or PDF, as a Document: the inverse of the renderers.

source (text, DOCX, PDF; RTF, ODT and DOC as DOCX; scans as text) → lines with hints → roles → Document. A line that is
not recognised stays as text in its place. A table of contents, page numbers and "(Đã ký)", which is wrong in a draft,
are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.office.conversion import ConversionFailed, as_docx
from pbgdpl.lib.office.older_files import OlderFormat, older_format, pictures_in
from pbgdpl.lib.vietnamese import clean_line
from reports.document.tree import Document
from reports.reading.pdf.source import pdf_source
from reports.reading.report import places
from reports.reading.report.reading import (
    NOT_A_HEADING,
    Became,
    Piece,
    Reading,
    read_source,
)
from reports.reading.report.sanity import why_no_report
from reports.reading.report.scan_source import scan_source
from reports.reading.report.source import LeftOut, Source, UnreadableReport
from reports.reading.report.text_source import FROM_OLD_LETTERS, decoded, text_source
from reports.reading.word.file import open_word
from reports.reading.word.lines import word_source
from reports.reading.word.unread import PICTURES

__all__ = [
    "NOT_A_HEADING",
    "Became",
    "LeftOut",
    "Piece",
    "Reading",
    "UnreadableReport",
    "old_code_pages",
    "read_report",
    "read_text",
    "read_word",
    "reading_of",
    "refuse_illegible",
    "source_of",
]

ZIP = b"PK"
IS_EMPTY = "tệp trống."
HAS_NO_TEXT = "không có chữ nào để đọc."
CONVERTED = "Tệp .{ending} đã được chuyển sang Word (.docx) để đọc: xem lại bảng, số thứ tự và chú thích."


def read_report(data: bytes, name: str) -> Document:
    """Return the report in a file, by its content alone; raise UnreadableReport with a Vietnamese sentence."""
    return reading_of(data, name).document


def reading_of(data: bytes, name: str, corrections: Mapping[int, int] | None = None) -> Reading:
    """Return the report in a file with what became of each line; raise UnreadableReport with a Vietnamese sentence.

    `corrections` are the depths of headings that the officer chose, as in `read_source`.
    """
    try:
        return _read(data, corrections)
    except UnreadableReport as problem:
        raise UnreadableReport(f"Không đọc được {clean_line(name) or 'tệp'}: {problem}") from problem


def old_code_pages(data: bytes) -> tuple[str, ...]:
    """Return the names of the old code pages that the text of a file which can be read was converted from."""
    is_word = data.startswith(ZIP) and not older_format(data)
    return open_word(data).code_pages if is_word else ()


def _read(data: bytes, corrections: Mapping[int, int] | None) -> Reading:
    reading = read_source(source_of(data), corrections)
    refuse_illegible(reading.document)
    return reading


def source_of(data: bytes) -> Source:
    """Return the lines of a file, by its content alone; raise UnreadableReport with the reason."""
    if not data.strip():
        raise UnreadableReport(IS_EMPTY)
    return _with_words(_source(data))


def refuse_illegible(document: Document) -> None:
    """Raise UnreadableReport with the reason if a report makes no sense as a Vietnamese text."""
    if reason := why_no_report(document):
        raise UnreadableReport(reason)


def _source(data: bytes) -> Source:
    if form := older_format(data):
        file = open_word(_as_docx(data))
        source = word_source(file)
        return replace(source, notices=(*_notices_of_older(data, form, file.code_pages), *source.notices))
    if content_of(data) is Content.PDF:
        return pdf_source(data) or scan_source(data)
    return word_source(open_word(data)) if data.startswith(ZIP) else text_source(decoded(data))


def _notices_of_older(data: bytes, form: OlderFormat, code_pages: tuple[str, ...]) -> Iterator[str]:
    yield CONVERTED.format(ending=form.ending)
    if form is OlderFormat.RTF and (count := pictures_in(data)) > 0:
        yield PICTURES.format(count=count)
    if code_pages:
        yield FROM_OLD_LETTERS.format(names=" và ".join(code_pages))


def _as_docx(data: bytes) -> bytes:
    try:
        return as_docx(data)
    except ConversionFailed as problem:
        raise UnreadableReport(str(problem)) from problem


def read_text(text: str) -> Document:
    """Return the report in a plain text."""
    return read_source(_with_words(text_source(text))).document


def read_word(data: bytes) -> Document:
    """Return the report in a Word file; a file made by this program is read by its styles, also after editing."""
    return read_source(_with_words(word_source(open_word(data)))).document


def _with_words(source: Source) -> Source:
    if not any(line.rows or places.has_words(line.raw) for line in source.lines):
        raise UnreadableReport(HAS_NO_TEXT)
    return source
