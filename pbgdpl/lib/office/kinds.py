"""Why a file is refused as a Word or an Excel file: it must be a package of that kind, without active parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pbgdpl.lib.office.active_parts import OBJECT, active_fields, active_formulas, active_relations
from pbgdpl.lib.office.package import Package, PackageRefused, Refusal, open_package
from pbgdpl.lib.office.xml import InvalidXML

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
ACTIVE = (
    "Tệp {program} này có {parts}, có thể tự chạy hoặc lấy dữ liệu từ nơi khác khi mở. "
    "Mở tệp, xóa phần đó hoặc xuất thành PDF rồi chọn lại."
)
REFUSALS = {Refusal.BROKEN: BROKEN, Refusal.TOO_LARGE: TOO_LARGE, Refusal.UNSAFE: UNSAFE}


def why_no_word(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where it is accepted."""
    return _why_not(data, WORD)


def why_no_excel(data: bytes) -> str:
    """Return the sentence that refuses the file, "" where it is accepted."""
    return _why_not(data, EXCEL)


def holds_macros(names: Iterable[str]) -> bool:
    """Return whether a package with these parts holds macros."""
    return any("vbaproject" in name.lower() for name in names)


@dataclass(frozen=True, slots=True)
class Program:
    name: str
    ending: str
    main: str  # the content type of the part that makes it a file of this program
    folder: str
    active: Callable[[bytes], frozenset[str]]  # the names of the active parts within a part of its own


WORD = Program("Word", "docx", WORD_PART, "word/", active_fields)
EXCEL = Program("Excel", "xlsx", EXCEL_PART, "xl/", active_formulas)
# What a file holds whole: the numbers of a chart, a table of Excel in a document.
WHOLE = {".docx": WORD, ".xlsx": EXCEL}


def _why_not(data: bytes, program: Program, *, is_within: bool = False) -> str:
    words = {"program": program.name, "ending": program.ending}
    try:
        package = open_package(data, most_bytes=MOST_BYTES, most_tags=MOST_TAGS, most_elements=MOST_TAGS)
        types = _types(package)
        if holds_macros(package.names) or any(MACRO_TYPE.search(kind) for kind in types.values()):
            return MACROS.format(**words)
        if not any(kind == program.main and path.startswith(program.folder) for path, kind in types.items()):
            return OTHER.format(**words)
        if any(OUTSIDE.search(name) for name in package.names):
            return UNSAFE.format(**words)
        active = _active_parts(package, program, is_within=is_within)
    except PackageRefused as problem:
        return REFUSALS[problem.reason].format(**words)
    except InvalidXML:
        return BROKEN.format(**words)
    return ACTIVE.format(**words, parts=", ".join(sorted(active))) if active else ""


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


def _active_parts(package: Package, program: Program, *, is_within: bool) -> set[str]:
    """Return the names of the active parts.

    Every part is unpacked once: its stated size is not trusted, and each part must be whole.
    """
    active: set[str] = set()
    for name in package.names - {TYPES}:
        lower = name.lower()
        if lower.endswith(".rels"):
            relations = package.xml(name)
            active.update(active_relations(relations) if relations is not None else ())
        elif lower.endswith(".xml"):
            part = package.read_xml(name) or b""
            active |= program.active(part) if lower.startswith(program.folder) else set()
        else:
            part = package.read(name) or b""
            whole = WHOLE.get(lower[-5:])
            if whole and (is_within or _why_not(part, whole, is_within=True)):
                active.add(OBJECT)
    return active
