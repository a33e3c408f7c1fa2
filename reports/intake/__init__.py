"""An earlier report, as text or as a Word file, becomes a Document: the inverse of the renderers.

source (text, DOCX) → lines with hints → roles → Document. What is not understood stays as text where it
stood, word for word. Not kept are a table of contents, page numbers and "(Đã ký)", which a draft must not say.
"""

from __future__ import annotations

from collections.abc import Sequence

from pbgdpl.lib.vietnamese import clean_line
from reports.document.tree import Document
from reports.intake import places
from reports.intake.roles import PlacedLine, Role, styled_lines
from reports.intake.source import SourceLine, UnreadableReport
from reports.intake.structure import document_of
from reports.intake.text_source import decoded, text_lines
from reports.intake.unstyled import unstyled_lines
from reports.intake.word_file import open_word
from reports.intake.word_source import foot_lines, head_lines, word_lines

__all__ = ["UnreadableReport", "read_report", "read_text", "read_word"]

ZIP = b"PK"
OLD_WORD = bytes.fromhex("D0CF11E0")
IS_EMPTY = "tệp trống."
IS_OLD_WORD = "tệp Word đời cũ (.doc) hoặc có mật khẩu, hãy lưu lại dạng .docx không có mật khẩu."
HAS_NO_TEXT = "không có chữ nào để đọc."


def read_report(data: bytes, name: str) -> Document:
    """Return the report in a file, whatever its name says; raise UnreadableReport with one Vietnamese sentence."""
    try:
        return _read(data)
    except UnreadableReport as problem:
        raise UnreadableReport(f"Không đọc được {clean_line(name) or 'tệp'}: {problem}") from problem


def _read(data: bytes) -> Document:
    if not data.strip():
        raise UnreadableReport(IS_EMPTY)
    if data.startswith(OLD_WORD):
        raise UnreadableReport(IS_OLD_WORD)
    return read_word(data) if data.startswith(ZIP) else read_text(decoded(data))


def read_text(text: str) -> Document:
    """Return the report that a plain text tells."""
    lines = _with_words(text_lines(text))
    return document_of(unstyled_lines(lines))


def read_word(data: bytes) -> Document:
    """Return the report in a Word file; one of our own, edited or not, by its styles."""
    file = open_word(data)
    lines, heads = word_lines(file), head_lines(file)
    if _has_letterhead(heads) and not _has_letterhead(lines):
        lines, heads = (*heads, *lines), ()
    around = (
        *(PlacedLine(Role.TEXT, line) for line in heads),
        *(PlacedLine(Role.CONTACT, line) for line in foot_lines(file)),
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
