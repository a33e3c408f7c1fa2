"""Why a file is refused as a Word or an Excel file: it must be a package of that kind, without macros."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pbgdpl.lib.office.package import Package, PackageRefused, Refusal, open_package

WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL_PART = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
TYPES = "[Content_Types].xml"

MOST_BYTES, MOST_TAGS = 150 * 2**20, 10_000_000
OUTSIDE = re.compile(r"^[/\\]|\\|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")
MACRO_TYPE = re.compile("macro|vba", re.IGNORECASE)
XML = (".xml", ".rels")

BROKEN = "Không mở được tệp {program} này: tệp hỏng, có mật khẩu hoặc không phải tệp {program}. Lưu lại rồi chọn lại."
OTHER = "Bên trong tệp này không phải là tệp {program} (.{ending}). Mở tệp, lưu lại đúng loại rồi chọn lại."
TOO_LARGE = "Tệp {program} này giải nén ra quá lớn. Bỏ bớt hình rồi chọn lại."
UNSAFE = "Tệp {program} này có phần trỏ ra ngoài tệp, không an toàn. Lưu lại bằng {program} rồi chọn lại."
MACROS = "Tệp {program} này có macro. Lưu lại dạng .{ending} không có macro rồi chọn lại."
REFUSALS = {Refusal.BROKEN: BROKEN, Refusal.TOO_LARGE: TOO_LARGE, Refusal.UNSAFE: UNSAFE}


def why_no_word(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where it is accepted."""
    return _why_not(data, WORD_PART, "word/").format(program="Word", ending="docx")


def why_no_excel(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where it is accepted."""
    return _why_not(data, EXCEL_PART, "xl/").format(program="Excel", ending="xlsx")


def holds_macros(names: Iterable[str]) -> bool:
    """Return whether a package with these parts holds macros."""
    return any("vbaproject" in name.lower() for name in names)


def _why_not(data: bytes, main: str, folder: str) -> str:
    try:
        package = open_package(data, most_bytes=MOST_BYTES, most_tags=MOST_TAGS, most_elements=MOST_TAGS)
        types = _types(package)
        if holds_macros(package.names) or any(MACRO_TYPE.search(kind) for kind in types.values()):
            return MACROS
        if not any(kind == main and path.startswith(folder) for path, kind in types.items()):
            return OTHER
        if any(OUTSIDE.search(name) for name in package.names):
            return UNSAFE
        _read_all(package)
    except PackageRefused as problem:
        return REFUSALS[problem.reason]
    return ""


def _types(package: Package) -> dict[str, str]:
    """Return the content type of each part, as the package states it."""
    root = package.xml(TYPES)
    if root is None:
        return {}
    by_ending = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in root}
    by_name = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in root}
    return {
        name: by_name.get(name) or by_ending.get(name.rpartition(".")[2].lower(), "")
        for name in package.names
    }


def _read_all(package: Package) -> None:
    """Unpack every part once: its stated size is not trusted, and each part must be whole."""
    for name in package.names - {TYPES}:
        if name.lower().endswith(XML):
            package.read_xml(name)
        else:
            package.read(name)
