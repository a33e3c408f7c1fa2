"""What a Word or Excel file must be to be kept: a package of the kind its name says, without macros."""

from __future__ import annotations

import re

from pbgdpl.lib.office.package import BoundedZip, ZipBroken, ZipTooLarge, ZipUnsafe, open_within

WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL_PART = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
TYPES = "[Content_Types].xml"

MOST_FILES, MOST_BYTES, MOST_TAGS = 5_000, 150 * 2**20, 10_000_000
OUTSIDE = re.compile(r"^[/\\]|\\|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")
XML = (".xml", ".rels")

BROKEN = "Không mở được tệp {program} này: tệp hỏng, có mật khẩu hoặc không phải tệp {program}. Lưu lại rồi chọn lại."
OTHER = "Bên trong tệp này không phải là tệp {program} (.{ending}). Mở tệp, lưu lại đúng loại rồi chọn lại."
TOO_LARGE = "Tệp {program} này giải nén ra quá lớn. Bỏ bớt hình rồi chọn lại."
UNSAFE = "Tệp {program} này có phần trỏ ra ngoài tệp, không an toàn. Lưu lại bằng {program} rồi chọn lại."
MACROS = "Tệp {program} này có macro. Lưu lại dạng .{ending} không có macro rồi chọn lại."


def why_no_word(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where there is nothing against it."""
    return _why_not(data, WORD_PART, "word/").format(program="Word", ending="docx")


def why_no_excel(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where there is nothing against it."""
    return _why_not(data, EXCEL_PART, "xl/").format(program="Excel", ending="xlsx")


def _why_not(data: bytes, main: str, folder: str) -> str:
    try:
        archive = open_within(data, most_files=MOST_FILES, most_bytes=MOST_BYTES, most_tags=MOST_TAGS)
        types = _types(archive)
        if any("macro" in kind.lower() or "vba" in kind.lower() for kind in types.values()):
            return MACROS
        if any("vbaproject" in name.lower() for name in archive.names):
            return MACROS
        if not any(kind == main and path.startswith(folder) for path, kind in types.items()):
            return OTHER
        if any(OUTSIDE.search(name) for name in archive.names):
            return UNSAFE
        _read_all(archive)
    except ZipBroken:
        return BROKEN
    except ZipTooLarge:
        return TOO_LARGE
    except ZipUnsafe:
        return UNSAFE
    return ""


def _types(archive: BoundedZip) -> dict[str, str]:
    """Return the kind of each part, as the package says it."""
    root = archive.xml(TYPES)
    if root is None:
        return {}
    by_ending = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in root}
    by_name = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in root}
    return {
        name: by_name.get(name) or by_ending.get(name.rpartition(".")[2].lower(), "")
        for name in archive.names
    }


def _read_all(archive: BoundedZip) -> None:
    """Unpack every part once: what a file says of its sizes is not believed, and each part must be whole."""
    for name in archive.names - {TYPES}:
        if name.lower().endswith(XML):
            archive.read_xml(name)
        else:
            archive.read(name)
