"""Reads a report as plain text, with one paragraph in a line or broken into lines of one width."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from unicodedata import normalize

from pbgdpl.lib.code_pages import CODE_PAGES, WORD
from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.office.old_letters import lines_to_unicode
from pbgdpl.lib.syllables import is_short_syllable
from pbgdpl.lib.vietnamese import clean_raw
from reports.reading.report.source import (
    Source,
    SourceLine,
    UnreadableReport,
    invisible_left_out,
)

FROM_OLD_LETTERS = "Chữ viết bằng bảng mã cũ {names} đã chuyển sang Unicode: xem lại từng chữ."
FEWEST_WORDS, LEAST_SYLLABLES = 3, 0.9
SAVE_AS_DOCX = "hãy mở bằng Word, lưu dạng .docx rồi chọn lại."
NOT_UTF8 = "tệp văn bản không dùng bảng mã UTF-8, hãy lưu lại bằng UTF-8 hoặc dạng Word (.docx)."
IS_OLD_WORD = "tệp Word đời cũ (.doc) hoặc có mật khẩu, hãy lưu lại dạng .docx không có mật khẩu."
IS_OPENED_BY_WORD = f"tệp này là {{content}}, {SAVE_AS_DOCX}"
HAS_NO_REPORT = "tệp này là {content}, không đọc được báo cáo trong đó, hãy chọn bản Word (.docx)."


def decoded(data: bytes) -> str:
    """Return the text of a plain text file; raise UnreadableReport for any other file.

    Text that is not in UTF-8 or UTF-16 is in Windows-1258 or in an old code page, if its words make sense in it.
    """
    if content := content_of(data):
        raise UnreadableReport(_why_no_text(content).format(content=content.value))
    try:
        return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as problem:
        of_windows = normalize("NFC", data.decode("cp1258", "replace"))
        if _makes_sense(of_windows):
            return of_windows
        of_old_fonts = data.decode("cp1252", "replace")
        if any(page.is_in(line) for line in of_old_fonts.splitlines() for page in CODE_PAGES):
            return of_old_fonts
        raise UnreadableReport(NOT_UTF8) from problem


def _makes_sense(text: str) -> bool:
    """Return whether nearly all words with marks are Vietnamese syllables."""
    marked = [word for word in WORD.findall(text) if not word.isascii()]
    return len(marked) >= FEWEST_WORDS and sum(map(is_short_syllable, marked)) >= LEAST_SYLLABLES * len(
        marked
    )


def _why_no_text(content: Content) -> str:
    match content:
        case Content.OLD_OFFICE:
            return IS_OLD_WORD
        case Content.RTF | Content.HTML | Content.MHTML | Content.WORD_XML:
            return IS_OPENED_BY_WORD
        case _:
            return HAS_NO_REPORT


def text_source(text: str) -> Source:
    """Return the lines of the text that are not empty, in Unicode."""
    code_pages, lines = lines_to_unicode([((line, ""),) for line in text.split("\n")])
    text = "\n".join(line for (line,) in lines) if code_pages else text
    notices = (FROM_OLD_LETTERS.format(names=" và ".join(code_pages)),) if code_pages else ()
    return Source(
        tuple(_lines(clean_raw(text))),
        may_be_wrapped=True,
        left_out=invisible_left_out(text),
        notices=notices,
    )


def _lines(text: str) -> Iterator[SourceLine]:
    after_gap = False
    for raw in text.split("\n"):
        if raw.strip():
            yield SourceLine(raw, after_gap=after_gap)
        after_gap = not raw.strip()
