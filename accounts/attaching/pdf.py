"""What a PDF must be to be stored: whole, open without a password, and nothing but pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import is_zipfile

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from accounts.attaching.embedded import MOST_FILES, MOST_PAGES, dictionaries, embedded_files, why_no_embedded
from pbgdpl.lib.office.active_parts import is_share

NOT_OPENED = "Không mở được tệp PDF này: tệp hỏng hoặc thiếu phần cuối. Xuất lại thành PDF rồi chọn lại."
LOCKED = "Tệp PDF này có mật khẩu mở. Bỏ mật khẩu, lưu lại rồi chọn lại."
ACTS = (
    "Tệp PDF này có {parts}, có thể tự chạy hoặc gửi dữ liệu đi nơi khác khi mở. "
    "In lại thành PDF (chọn máy in PDF, hoặc Lưu dạng PDF) rồi chọn lại."
)
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
# Of ISO 32000-2, 12.6.4 and 13: actions that people call, and contents that play; 12.7.8: forms of another format.
SCRIPT, PROGRAM, FILE = "mã lệnh JavaScript", "lệnh gọi chương trình", "lệnh mở tệp khác"
ACTIONS = {
    "/JavaScript": SCRIPT,
    "/JS": SCRIPT,
    "/Launch": PROGRAM,
    "/GoToR": FILE,
    "/GoToE": FILE,
    "/SubmitForm": "lệnh gửi dữ liệu đi",
    "/ImportData": "lệnh nạp dữ liệu",
    "/XFA": "biểu mẫu động (XFA)",
    **dict.fromkeys(
        ("/Rendition", "/RichMedia", "/RichMediaExecute", "/Movie", "/Sound", "/3D"), "âm thanh, phim"
    ),
}
ITSELF = "lệnh chạy ngay khi mở"
SHOWS_A_PAGE = {"/GoTo", "/Named"}
SCRIPT_LINK = re.compile(r"(?:javascript|vbscript|data|ms-[a-z-]{1,40}):", re.IGNORECASE)
# Also of objects that no table of contents names: programs that repair a file find them. Short names are left out.
UNNAMED = re.compile(
    rb"/(?:JavaScript|Launch|GoTo[RE]|SubmitForm|ImportData|RichMedia|Rendition)(?![A-Za-z])"
)
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
        if active := _active_parts(reader, data):
            return ACTS.format(parts=", ".join(sorted(active)))
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


def _active_parts(reader: PdfReader, data: bytes) -> set[str]:
    """Return the names of the active parts.

    The names of what is not compressed are searched in the bytes, some letters written as codes or not.
    """
    plain = CODE.sub(lambda found: bytes.fromhex(found[1].decode()), data)
    found = {ACTIONS[name.decode()] for name in UNNAMED.findall(plain)}
    on_pages = [*_on_pages(reader)]
    for one in (*_dictionaries(reader), *on_pages):
        found.update(
            ACTIONS[name] for name in ACTIONS.keys() & {str(one.get("/S")), str(one.get("/Subtype")), *one}
        )
    return found | {*_started_by_itself(reader, on_pages)}


def _on_pages(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield the notes and links of the pages and what they do, and the form of the file."""
    for page in reader.pages[:MOST_PAGES]:
        for note in dictionaries(page.get("/Annots")):
            yield note
            yield from dictionaries([note.get("/A")])
    yield from dictionaries([reader.root_object.get("/AcroForm")])


def _started_by_itself(reader: PdfReader, on_pages: Iterable[DictionaryObject]) -> Iterator[str]:
    """Yield a name where opening the file or a page does more than show a page, or a link leaves the web."""
    for holder in (reader.root_object, *reader.pages[:MOST_PAGES], *on_pages):
        begun = (one for events in dictionaries([holder.get("/AA")]) for one in dictionaries(events.values()))
        if not all(map(_shows_a_page, begun)):
            yield ITSELF
        link = str(holder.get("/URI", "")).strip()
        if SCRIPT_LINK.match(link) or is_share(link):
            yield FILE
    if not all(map(_shows_a_page, dictionaries([reader.root_object.get("/OpenAction")]))):
        yield ITSELF


def _shows_a_page(action: DictionaryObject) -> bool:
    return str(action.get("/S")) in SHOWS_A_PAGE and "/Next" not in action


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
