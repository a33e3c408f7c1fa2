"""Reads a report as plain text, with one paragraph in a line or broken into lines of one width."""

from __future__ import annotations

from collections.abc import Iterator

from pbgdpl.lib.file_contents import Content, content_of
from reports.reading.report.source import Source, SourceLine, UnreadableReport, clean_raw

SAVE_AS_DOCX = "hãy mở bằng Word, lưu dạng .docx rồi chọn lại."
NOT_UTF8 = "tệp văn bản không dùng bảng mã UTF-8, hãy lưu lại bằng UTF-8 hoặc dạng Word (.docx)."
IS_PDF = "tệp PDF không đọc được, hãy dùng bản Word (.docx) hoặc văn bản UTF-8."
IS_OLD_WORD = "tệp Word đời cũ (.doc) hoặc có mật khẩu, hãy lưu lại dạng .docx không có mật khẩu."
IS_OPENED_BY_WORD = f"tệp này là {{content}}, {SAVE_AS_DOCX}"
HAS_NO_REPORT = "tệp này là {content}, không đọc được báo cáo trong đó, hãy chọn bản Word (.docx)."


def decoded(data: bytes) -> str:
    """Return the text of a plain text file; raise UnreadableReport for any other file."""
    if content := content_of(data):
        raise UnreadableReport(_why_no_text(content).format(content=content.value))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UnreadableReport(NOT_UTF8) from problem


def _why_no_text(content: Content) -> str:
    match content:
        case Content.PDF:
            return IS_PDF
        case Content.OLD_OFFICE:
            return IS_OLD_WORD
        case Content.RTF | Content.HTML | Content.MHTML | Content.WORD_XML:
            return IS_OPENED_BY_WORD
        case _:
            return HAS_NO_REPORT


def text_source(text: str) -> Source:
    """Return the lines of the text that are not empty."""
    return Source(tuple(_lines(clean_raw(text))), may_be_wrapped=True)


def _lines(text: str) -> Iterator[SourceLine]:
    after_gap = False
    for raw in text.split("\n"):
        if raw.strip():
            yield SourceLine(raw, after_gap=after_gap)
        after_gap = not raw.strip()
