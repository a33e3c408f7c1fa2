"""Recognises the content of a file by its first bytes, whatever its name."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from enum import Enum

BYTES_READ = 4096  # bytes at the beginning


class Content(Enum):
    """A kind of content that is neither a ZIP package nor plain text; the value is its Vietnamese name."""

    RTF = "văn bản RTF"
    HTML = "trang web (HTML)"
    MHTML = "trang web hoặc thư lưu thành một tệp (MHTML)"
    WORD_XML = "văn bản XML của Word"
    EXCEL_XML = "bảng tính XML của Excel 2003"
    XML = "tệp XML"
    JSON = "tệp dữ liệu JSON"
    OLD_OFFICE = "tệp Office đời cũ (.doc, .xls) hoặc có mật khẩu"
    PDF = "tệp PDF"
    PICTURE = "ảnh"
    ARCHIVE = "tệp nén"
    BINARY = "tệp nhị phân"


FIRST_BYTES = (
    (b"\xd0\xcf\x11\xe0", Content.OLD_OFFICE),
    (b"\x89PNG", Content.PICTURE),
    (b"\xff\xd8\xff", Content.PICTURE),
    (b"GIF8", Content.PICTURE),
    (b"II*\0", Content.PICTURE),
    (b"MM\0*", Content.PICTURE),
    (b"BM\0", Content.PICTURE),
    (b"7z\xbc\xaf", Content.ARCHIVE),
    (b"Rar!", Content.ARCHIVE),
    (b"\x1f\x8b", Content.ARCHIVE),
)
PATTERNS = (
    (re.compile(r"%PDF-"), Content.PDF),
    (re.compile(r"\{\\(?:\*\\)?u?rtf"), Content.RTF),
    (re.compile(r"(?:[\w-]+:.*\n(?:[ \t].*\n)*){0,30}?mime-version:", re.IGNORECASE), Content.MHTML),
    (re.compile(r"<[?!\w](?s:.*)urn:schemas-microsoft-com:office:spreadsheet"), Content.EXCEL_XML),
    (
        re.compile(r"<\?(?s:.*)schemas\.microsoft\.com/office/(?:word/2003/|2006/xmlPackage)"),
        Content.WORD_XML,
    ),
    (
        re.compile(
            r"(?:<\?xml[^>]*>\s*|<!--(?s:.*?)-->\s*)*"
            r"</?(?:!doctype\s+html|html|head|title|body|meta|link|table|div|p|span|script|style|h[1-6]|br|b|font|ul)"
            r"[\s/>]",
            re.IGNORECASE,
        ),
        Content.HTML,
    ),
    (re.compile(r'(?:[\[{]\s*)+"(?:[^"\\\n]|\\.){0,200}"\s*:'), Content.JSON),
    (re.compile(r"<(?:\?xml\b|!doctype\b|svg\b|[\w-]+:[\w-]+[\s>])", re.IGNORECASE), Content.XML),
)


def content_of(data: bytes) -> Content | None:
    """Return the content of a file; None for a ZIP package, plain text and an empty file.

    >>> content_of(b"\\xef\\xbb\\xbf{\\\\rtf1\\\\ansi a}"), content_of("Báo cáo".encode())
    (<Content.RTF: 'văn bản RTF'>, None)
    """
    for first, content in FIRST_BYTES:
        if data.startswith(first):
            return content
    text = _beginning(data)
    for pattern, content in PATTERNS:
        if pattern.match(text):
            return content
    is_text = data.startswith((b"PK", BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" not in data[:BYTES_READ]
    return None if is_text else Content.BINARY


def _beginning(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    return data[:BYTES_READ].removeprefix(BOM_UTF8).decode(encoding, "replace").lstrip("\ufeff\0 \t\r\n")
