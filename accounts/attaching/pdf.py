"""What a PDF must be to be stored: whole, open without a password, and nothing but pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import is_zipfile

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from accounts.attaching.embedded import MOST_FILES, embedded_files, why_no_embedded

NOT_OPENED = "Không mở được tệp PDF này: tệp hỏng hoặc thiếu phần cuối. Xuất lại thành PDF rồi chọn lại."
LOCKED = "Tệp PDF này có mật khẩu mở. Bỏ mật khẩu, lưu lại rồi chọn lại."
ACTS = "Tệp PDF này có mã lệnh chạy khi mở (JavaScript hoặc gọi chương trình). In lại thành PDF rồi chọn lại."
TWO_IN_ONE = "Tệp này là tệp PDF ghép với một tệp khác. Xuất lại thành PDF rồi chọn lại."

TOO_MANY_FILES = f"Tệp PDF này có hơn {MOST_FILES} tệp khác bên trong. In lại thành PDF rồi chọn lại."

END_OF_ZIP = b"PK\x05\x06"
END_WITHIN = 1024  # bytes from the end, as readers of PDF look for it
BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
)
ACTIONS = {"/JavaScript", "/Launch"}
SCRIPTS = {"/JS", "/XFA"}
# Also of objects that no table of contents names: programs that repair a file find them.
UNNAMED = re.compile(rb"/(?:JavaScript|Launch)(?![A-Za-z])")
CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
PAGE_OF_THE_WEB = re.compile(rb"<(?:!doctype|html|head|body|script|svg|\?php)", re.IGNORECASE)


def why_no_pdf(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where there is nothing against it."""
    if b"%%EOF" not in data.rstrip(b"\0\t\r\n ")[-END_WITHIN:]:
        return NOT_OPENED
    if PAGE_OF_THE_WEB.search(data[:END_WITHIN]):
        return TWO_IN_ONE
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return LOCKED
        if not reader.pages or reader.pages[0].mediabox.width <= 0:
            return NOT_OPENED
        if _names_an_action(data) or any(map(_acts, _dictionaries(reader))):
            return ACTS
        return _why_not_for_its_files(reader, data)
    except BROKEN:
        return NOT_OPENED


def _why_not_for_its_files(reader: PdfReader, data: bytes) -> str:
    """Return the sentence that refuses the files within the PDF, or a ZIP file that is none of them."""
    files = [*islice(embedded_files(reader), MOST_FILES + 1)]
    if len(files) > MOST_FILES:
        return TOO_MANY_FILES
    end = data.rfind(END_OF_ZIP) if is_zipfile(BytesIO(data)) else 0
    is_within = not end
    for name, stream in files:
        content = stream.get_data()
        if sentence := why_no_embedded(name, content):
            return sentence
        start = data.find(content) if "/Filter" not in stream else -1
        is_within = is_within or 0 <= start < end < start + len(content)
    return "" if is_within else TWO_IN_ONE


def _names_an_action(data: bytes) -> bool:
    """Tell whether one is named outside of what is compressed, its letters written as codes or not."""
    plain = CODE.sub(lambda found: bytes.fromhex(found[1].decode()), data)
    return UNNAMED.search(plain) is not None


def _acts(dictionary: DictionaryObject) -> bool:
    return str(dictionary.get("/S")) in ACTIONS or not SCRIPTS.isdisjoint(dictionary)


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield the dictionaries of what is compressed, those within others too."""
    for number in reader.xref_objStm:
        yield from _within(reader.get_object(IndirectObject(number, 0, reader)))


def _within(whole: Any) -> Iterator[DictionaryObject]:
    """Yield the dictionaries of one object, without following what it refers to."""
    waiting = [whole]
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            yield one
            waiting.extend(dict.values(one))
        elif isinstance(one, ArrayObject):
            waiting.extend(list.__iter__(one))
