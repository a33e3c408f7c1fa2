"""A report as plain text: one line a paragraph, or broken into lines of one width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.intake.paragraphs import unwrapped
from reports.intake.source import SourceLine, UnreadableReport, clean_raw

PDF = b"%PDF-"
NOT_UTF8 = "tệp văn bản không dùng bảng mã UTF-8, hãy lưu lại bằng UTF-8 hoặc dạng Word (.docx)."
IS_PDF = "tệp PDF không đọc được, hãy dùng bản Word (.docx) hoặc văn bản UTF-8."


def decoded(data: bytes) -> str:
    """Return the text of a file that is no Word file."""
    if data.lstrip()[: len(PDF)] == PDF:
        raise UnreadableReport(IS_PDF)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UnreadableReport(NOT_UTF8) from problem


def text_lines(text: str) -> Sequence[SourceLine]:
    """Return the lines of the text that are not empty."""
    return unwrapped(tuple(_lines(clean_raw(text))))


def _lines(text: str) -> Iterator[SourceLine]:
    after_gap = False
    for raw in text.split("\n"):
        if raw.strip():
            yield SourceLine(raw, after_gap=after_gap)
        after_gap = not raw.strip()
