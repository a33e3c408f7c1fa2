"""What kind of file was uploaded as a list: a workbook is opened, any other is refused with what to do."""

from __future__ import annotations

from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.office.kinds import holds_macros
from pbgdpl.lib.office.package import Package, Refusal, open_package
from pbgdpl.lib.office.workbook import Book, Workbook

MOST_PACKED = 10 * 2**20  # bytes
MOST_BYTES = 10 * 2**20
# A list of 500 rows and ten columns has a tenth of either.
MOST_TAGS = 500_000
ZIP = b"PK"

SAVE_AS_XLSX = "Mở tệp bằng Excel, chọn Lưu thành, kiểu Excel Workbook (.xlsx), rồi tải lên lại."
EMPTY = f"Tệp này rỗng. {SAVE_AS_XLSX}"
OLD = f"Tệp này có mật khẩu hoặc theo kiểu Excel cũ (.xls). {SAVE_AS_XLSX} Bỏ mật khẩu nếu có."
NOT_EXCEL = f"Tệp này không phải là bảng tính Excel (.xlsx). {SAVE_AS_XLSX}"
PLAIN_TEXT = (
    f"Tệp này là văn bản thuần (CSV hoặc .txt), không phải là bảng tính Excel (.xlsx). {SAVE_AS_XLSX}"
)
OPENED_BY_EXCEL = f"Tệp này là {{content}}, không phải là bảng tính Excel (.xlsx). {SAVE_AS_XLSX}"
OF_ANOTHER_PROGRAM = (
    "Tệp này là {content}, không phải là bảng tính. Chép danh sách trong đó và dán vào ô dán danh sách."
)
WITH_MACROS = f"Tệp này chứa macro, không an toàn để đọc. {SAVE_AS_XLSX}"
BINARY = f"Tệp này theo kiểu Excel nhị phân (.xlsb). {SAVE_AS_XLSX}"
OPEN_DOCUMENT = f"Tệp này theo kiểu OpenDocument (.ods). {SAVE_AS_XLSX}"
WORD = "Tệp này là tệp Word, không phải bảng tính. Chép danh sách trong đó và dán vào ô dán danh sách."
BROKEN = f"Bảng tính bị hỏng hoặc tải lên chưa hết. {SAVE_AS_XLSX}"
TOO_LARGE = "Bảng tính quá lớn. Chép các dòng cần nhập (không quá 500) sang một tệp mới rồi tải lên lại."
UNSAFE = f"Bảng tính chứa khai báo DOCTYPE, không an toàn để đọc. {SAVE_AS_XLSX}"

REFUSALS = {Refusal.BROKEN: BROKEN, Refusal.TOO_LARGE: TOO_LARGE, Refusal.UNSAFE: UNSAFE}


class UnreadableSheet(ValueError):
    """Holds the sentences for people: what is wrong with the file and what to do."""


def open_book(data: bytes) -> Book:
    """Return the workbook; raise UnreadableSheet for another kind of file, PackageRefused for a bad one."""
    if not data.startswith(ZIP):
        raise UnreadableSheet(_not_zipped(data))
    if len(data) > MOST_PACKED:
        raise UnreadableSheet(TOO_LARGE)
    package = open_package(data, most_bytes=MOST_BYTES, most_tags=MOST_TAGS)
    if problem := _not_excel(package.names):
        raise UnreadableSheet(problem)
    return Workbook(package, _main_part(package))


def _not_zipped(data: bytes) -> str:
    match content_of(data):
        case None:
            return PLAIN_TEXT if data.strip() else EMPTY
        case Content.OLD_OFFICE:
            return OLD
        case Content.BINARY:
            return NOT_EXCEL
        case (Content.HTML | Content.MHTML | Content.EXCEL_XML | Content.XML) as content:
            return OPENED_BY_EXCEL.format(content=content.value)
        case content:
            return OF_ANOTHER_PROGRAM.format(content=content.value)


def _not_excel(names: frozenset[str]) -> str:
    if holds_macros(names):
        return WITH_MACROS
    if "content.xml" in names:
        return OPEN_DOCUMENT
    if "word/document.xml" in names:
        return WORD
    return BINARY if "xl/workbook.bin" in names else ""


def _main_part(package: Package) -> str:
    """Return the path of the workbook; a ZIP file that names none, or one that is missing, is no workbook."""
    path = package.main_part()
    if path not in package.names:
        raise UnreadableSheet(NOT_EXCEL)
    return path
