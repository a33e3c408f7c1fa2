"""Text documents of other formats (RTF, ODT, DOC): recognised and checked by content before a program converts them."""

from __future__ import annotations

import re
from enum import Enum
from itertools import accumulate

from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.office.package import PackageRefused, Refusal, open_package

MOST_BYTES = 20 * 2**20
MOST_UNPACKED = 50 * 2**20
MOST_ELEMENTS = 300_000  # of ODT
MOST_GROUPS, DEEPEST_GROUP = 1_000_000, 200  # of RTF; Word itself nests some twenty deep
MOST_BREAKS, MOST_PAGES = (
    30_000,
    1_000,
)  # of RTF; paragraphs, cells and rows are ten times those of a long report


class OlderFormat(Enum):
    """A format that is converted before it is read; the value is its ending and LibreOffice's name of it."""

    RTF = ("rtf", "Rich Text Format")
    ODT = ("odt", "writer8")
    DOC = ("doc", "MS Word 97")

    @property
    def ending(self) -> str:
        return self.value[0]

    @property
    def import_filter(self) -> str:
        return self.value[1]


TOO_LARGE = (
    "tệp .{ending} quá lớn (tối đa 20 MB, 50 MB khi giải nén), hãy bỏ bớt hình, lưu dạng .docx rồi chọn lại."
)
BROKEN = "tệp .{ending} bị hỏng, hãy mở bằng Word hoặc LibreOffice, lưu dạng .docx rồi chọn lại."
MACROS = "tệp .{ending} này có macro, hãy lưu dạng .docx (không có macro) rồi chọn lại."
LOCKED = "tệp .{ending} này có mật khẩu, hãy lưu dạng .docx không có mật khẩu rồi chọn lại."
UNSAFE = (
    "tệp .{ending} này nhúng hoặc trỏ tới tệp khác, không an toàn để đọc, hãy lưu dạng .docx rồi chọn lại."
)
REFUSALS = {Refusal.BROKEN: BROKEN, Refusal.TOO_LARGE: TOO_LARGE, Refusal.UNSAFE: UNSAFE}

OPEN_TEXTS = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
)
ESCAPED = re.compile(rb"\\[\\{}]")
NO_BRACES = bytes(set(range(256)) - set(b"{}"))
OBJECT_DATA = re.compile(rb"(\\\*\s*)\\objdata")
BREAK = re.compile(rb"\\(?:par|row|cell|line)\b")
PAGE = re.compile(rb"\\(?:page|sect|column)\b")
PICTURE = re.compile(rb"\{(\s*)\\pict\b")
RAW_BYTES = re.compile(rb"\\bin(\d+)")
# Fields of RTF that read other files; the profile of LibreOffice forbids them as well.
READS_FILES = re.compile(rb"\b(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDEAUTO|DDE|RD)\b", re.IGNORECASE)
FIELD = re.compile(rb"\\fldinst[^\\{}]{0,20}(?:[{}]|\\[a-z]+-?\d*\s?|[^\\{}A-Za-z]){0,40}([^\\{}]{0,40})")
# Elements of ODT that take in other files, and addresses outside of the package.
LINKED = re.compile(rb"<text:section-source\b|<text:dde-|<office:dde-source\b|<script:event-listener\b")
ADDRESS = re.compile(
    rb"<(?:draw:image|draw:object|draw:object-ole|draw:plugin|draw:applet)\b[^>]{0,2000}?xlink:href=\"([^\"]{0,2000})"
)
IN_PACKAGE = re.compile(rb"(?:\./)?(?:Pictures|Object|ObjectReplacements|media)\b[^:]*|#[^:]*|")
STREAMS = {
    name: name.encode("utf-16-le") for name in ("WordDocument", "EncryptedPackage", "Macros", "_VBA_PROJECT")
}


def older_format(data: bytes) -> OlderFormat | None:
    """Return the format of a text document that has to be converted; None for any other file.

    >>> older_format(b"{\\\\rtf1\\\\ansi a}").ending, older_format("Báo cáo".encode())
    ('rtf', None)
    """
    match content_of(data):
        case Content.RTF:
            return OlderFormat.RTF
        case Content.OLD_OFFICE if STREAMS["WordDocument"] in data:
            return OlderFormat.DOC
        case None if data.startswith(b"PK") and _media_type(data) in OPEN_TEXTS:
            return OlderFormat.ODT
        case _:
            return None


def _media_type(data: bytes) -> bytes:
    """Return what a package says it is in its first file, b"" where it says nothing."""
    stored = next((kind for kind in reversed(OPEN_TEXTS) if b"mimetype" + kind in data[:200]), b"")
    if stored or b"mimetype" not in data[:100]:
        return stored
    try:
        return open_package(data, most_bytes=len(OPEN_TEXTS[-1])).read("mimetype") or b""
    except PackageRefused:
        return b""


def checked(data: bytes, form: OlderFormat) -> tuple[bytes, str]:
    """Return the data, RTF without objects and pictures, and the sentence that refuses it, "" where there is none."""
    if len(data) > MOST_BYTES:
        reason = TOO_LARGE
    elif form is OlderFormat.RTF:
        # Readers skip a starred group that they do not know.
        data = PICTURE.sub(rb"{\1\\*\\nopict", OBJECT_DATA.sub(rb"\1\\nodata", data))
        data = data[max(data.find(b"{\\rtf"), 0) :]  # without a byte order mark and empty lines
        reason = _why_no_rtf(data)
    elif form is OlderFormat.ODT:
        reason = _why_no_odt(data)
    else:
        reason = MACROS if STREAMS["Macros"] in data or STREAMS["_VBA_PROJECT"] in data else ""
    return data, reason.format(ending=form.ending)


def pictures_in(data: bytes) -> int:
    """Return how many pictures an RTF file has, without the copies for old programs."""
    return len(PICTURE.findall(data)) - data.count(rb"\nonshppict")


def _why_no_rtf(data: bytes) -> str:
    braces = ESCAPED.sub(b"", data).translate(None, NO_BRACES)
    breaks, pages = (len(pattern.findall(data)) for pattern in (BREAK, PAGE))
    if len(braces) > 2 * MOST_GROUPS or breaks > MOST_BREAKS or pages > MOST_PAGES:
        return TOO_LARGE
    depth = max(accumulate(1 if brace == ord("{") else -1 for brace in braces), default=0)
    raw = sum(int(found[1][:9]) for found in RAW_BYTES.finditer(data))
    if depth > DEEPEST_GROUP or raw > len(data) or not data.startswith(b"{\\rtf"):
        return BROKEN
    reads_files = any(READS_FILES.search(found[1]) for found in FIELD.finditer(data))
    return UNSAFE if rb"\objdata" in data or reads_files else ""


def _why_no_odt(data: bytes) -> str:
    try:
        package = open_package(data, most_bytes=MOST_UNPACKED, most_elements=MOST_ELEMENTS)
        if any(name.startswith(("Basic/", "Scripts/")) for name in package.names):
            return MACROS
        parts = [
            package.read_xml(name) or b"" for name in ("content.xml", "styles.xml", "META-INF/manifest.xml")
        ]
        if b"encryption-data" in parts[2]:
            return LOCKED
        for name in package.names - {"content.xml", "styles.xml", "META-INF/manifest.xml"}:
            package.read(name)  # unpacked once: its stated size is not trusted
    except PackageRefused as problem:
        return REFUSALS[problem.reason]
    outside = any(not IN_PACKAGE.fullmatch(found[1]) for part in parts for found in ADDRESS.finditer(part))
    return UNSAFE if outside or any(map(LINKED.search, parts)) else ""
