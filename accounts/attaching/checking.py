"""A file at the door: its name is cleaned, and its ending, its first bytes and its inside must agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from accounts.attaching.kinds import ALLOWED, KINDS
from pbgdpl.lib import virus_scan
from pbgdpl.lib.apart import WorkFailed, call_apart
from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.vietnamese import clean_line
from pbgdpl.lib.virus_scan import Verdict

MOST_BYTES = 20 * 2**20
LONGEST_NAME = 200

NO_NAME = f"Tệp không có tên. {ALLOWED}"
WRONG_ENDING = f"Không nhận loại tệp này. {ALLOWED}"
EMPTY = "Tệp trống, không có nội dung. Chọn lại tệp."
TOO_LARGE = "Tệp lớn hơn 20 MB. Giảm dung lượng, hoặc tách thành nhiều tệp, rồi chọn lại."
NOT_WHAT_IT_SAYS = f"Nội dung tệp không đúng với đuôi .{{ending}} của tên tệp. {ALLOWED}"
SAVE_AS_WORD = "Tệp này là {content}. Mở bằng Word, lưu dạng .docx rồi chọn lại."
SAVED_BY_WORD = {Content.RTF, Content.HTML, Content.MHTML, Content.WORD_XML}
WORD_ENDINGS = {"docx", "doc", "rtf", "odt", "txt", "htm", "html", "mht", "mhtml", "xml"}
INFECTED = "Tệp có mã độc theo phần mềm quét của máy chủ. Quét lại máy của bạn, rồi chọn tệp khác."
NOT_SCANNED = (
    "Máy chủ chưa quét mã độc được lúc này nên chưa nhận tệp. Thử lại sau ít phút; "
    "nếu vẫn không được thì báo người quản trị hệ thống."
)
NOT_OPENED = "Không mở được tệp này: tệp hỏng hoặc quá phức tạp. Lưu lại rồi chọn lại."


class FileRefused(Exception):
    """Says why in a sentence, the file's name before it."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    name: str
    ending: str  # a key of KINDS
    data: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


def check_upload(file: UploadedFile[Any]) -> CheckedFile:
    """Return the uploaded file like `check_file`; of one over the limit the content was not stored."""
    return check_file(str(file.name), file.read(), size=file.size)


def check_file(name: str, data: bytes, *, size: int | None = None) -> CheckedFile:
    """Return the file under a clean name; raise FileRefused where it is not what it may be."""
    name = clean_name(name)
    if reason := why_not(name, data, len(data) if size is None else size):
        raise FileRefused(f"“{name}”: {reason}" if name else reason)
    return CheckedFile(name, ending_of(name), data)


def clean_name(name: str) -> str:
    """Return a file's name without folders and invisible characters, of a length that can be kept.

    >>> clean_name("C:\\\\Tai lieu\\\\Ke\\u202e hoach.pdf"), clean_name("../../a.pdf")
    ('Ke hoach.pdf', 'a.pdf')
    """
    name = re.split(r"[/\\]", clean_line(name))[-1].strip(" .")
    if len(name) <= LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    room = LONGEST_NAME - len(dot + ending)
    return f"{stem[:room]}{dot}{ending}" if room > 0 else name[:LONGEST_NAME]


def ending_of(name: str) -> str:
    stem, _, ending = name.rpartition(".")
    return ending.lower() if stem else ""


def why_not(name: str, data: bytes, size: int) -> str:
    """Return the sentence that refuses a file, "" where there is nothing against it."""
    kind = KINDS.get(ending_of(name))
    if not name:
        return NO_NAME
    content = content_of(data) if ending_of(name) in WORD_ENDINGS else None
    if content in SAVED_BY_WORD:
        return SAVE_AS_WORD.format(content=content.value)
    if kind is None:
        return WRONG_ENDING
    if size > MOST_BYTES:
        return TOO_LARGE
    if not data:
        return EMPTY
    if not data.startswith(kind.begins):
        return NOT_WHAT_IT_SAYS.format(ending=ending_of(name))
    try:
        return call_apart(kind.why_not, data) or why_not_scanned(data)
    except WorkFailed:
        return NOT_OPENED


def why_not_scanned(data: bytes) -> str:
    """Return the sentence that refuses a file by what ClamAV says, "" where the machine has none."""
    if not settings.SCANS_FOR_VIRUSES or not virus_scan.is_available(settings.SCANNER_PATH):
        return ""
    match virus_scan.scan(data, settings.SCANNER_PATH):
        case Verdict.CLEAN:
            return ""
        case Verdict.INFECTED:
            return INFECTED
        case Verdict.UNKNOWN:
            return NOT_SCANNED
