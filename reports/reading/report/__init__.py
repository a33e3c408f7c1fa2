"""Reads an earlier report, as text or as a Word file, as a Document: the inverse of the renderers.

source (text, DOCX) → lines with hints → roles → Document. A line that is not recognised
stays as text in its place. A table of contents, page numbers and "(Đã ký)", which is wrong in a draft, are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from pbgdpl.lib.legibility import garbled_line, is_markup, is_vietnamese
from pbgdpl.lib.vietnamese import clean_line, first_words
from reports.document.text import to_text
from reports.document.tree import Document
from reports.reading.report import places
from reports.reading.report.roles import PlacedLine, Role, styled_lines
from reports.reading.report.source import SourceLine, UnreadableReport
from reports.reading.report.structure import document_of
from reports.reading.report.text_source import decoded, text_lines
from reports.reading.report.unstyled import unstyled_lines
from reports.reading.word.file import open_word
from reports.reading.word.lines import word_lines

__all__ = ["UnreadableReport", "old_code_pages", "read_report", "read_text", "read_word"]

ZIP = b"PK"
IS_EMPTY = "tệp trống."
HAS_NO_TEXT = "không có chữ nào để đọc."
IS_GARBLED = (
    "dòng “{line}” dùng bảng mã cũ (TCVN3, VNI) hoặc sai bảng mã, hãy chuyển tệp sang Unicode rồi chọn lại."
)
IS_MARKUP = (
    "tệp chứa mã nguồn của trang web hoặc của RTF, hãy mở tệp gốc bằng Word, lưu dạng .docx rồi chọn lại."
)
IS_FOREIGN = "tệp không phải là báo cáo bằng tiếng Việt có dấu, hãy kiểm tra lại tệp đã chọn."


def read_report(data: bytes, name: str) -> Document:
    """Return the report in a file, by its content alone; raise UnreadableReport with a Vietnamese sentence."""
    try:
        return _read(data)
    except UnreadableReport as problem:
        raise UnreadableReport(f"Không đọc được {clean_line(name) or 'tệp'}: {problem}") from problem


def old_code_pages(data: bytes) -> tuple[str, ...]:
    """Return the names of the old code pages that the text of a file which can be read was converted from."""
    return open_word(data).code_pages if data.startswith(ZIP) else ()


def _read(data: bytes) -> Document:
    if not data.strip():
        raise UnreadableReport(IS_EMPTY)
    document = read_word(data) if data.startswith(ZIP) else read_text(decoded(data))
    if reason := _why_illegible(to_text(document)):
        raise UnreadableReport(reason)
    return document


def _why_illegible(text: str) -> str:
    """Return the reason why a text is not legible, or an empty text if it is."""
    if is_markup(text):
        return IS_MARKUP
    if line := garbled_line(text.splitlines()):
        return IS_GARBLED.format(line=first_words(line))
    return "" if is_vietnamese(text) else IS_FOREIGN


def read_text(text: str) -> Document:
    """Return the report in a plain text."""
    lines = _with_words(text_lines(text))
    return document_of(unstyled_lines(lines))


def read_word(data: bytes) -> Document:
    """Return the report in a Word file; a file made by this program is read by its styles, also after editing."""
    file = open_word(data)
    lines, heads, feet, _ = word_lines(file)
    if _has_letterhead(heads) and not _has_letterhead(lines):
        lines, heads = (*heads, *lines), ()
    around = (
        *(PlacedLine(Role.TEXT, line) for line in heads),
        *(PlacedLine(Role.CONTACT, line) for line in feet),
    )
    if any(line.style for line in _with_words(lines)):
        return document_of((*around, *styled_lines(lines)), author=clean_line(file.creator))
    return document_of((*around, *unstyled_lines(lines)))


def _has_letterhead(lines: Sequence[SourceLine]) -> bool:
    return any(places.NATIONAL_NAME.search(line.raw) for line in lines)


def _with_words(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    if not any(line.rows or places.has_words(line.raw) for line in lines):
        raise UnreadableReport(HAS_NO_TEXT)
    return lines
