"""What kind of file was uploaded: an Excel workbook is opened, of any other is said what to do with it."""

from __future__ import annotations

from accounts.rows.sheets.refusal import UnreadableSheet
from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.office.package import (
    BoundedZip,
    ZipBroken,
    ZipRefused,
    ZipTooLarge,
    ZipUnsafe,
    open_within,
)
from pbgdpl.lib.office.workbook import Workbook

MOST_PACKED = 10 * 2**20  # bytes
MOST_FILES = 2_000
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


REFUSALS: dict[type[ZipRefused], str] = {ZipBroken: BROKEN, ZipTooLarge: TOO_LARGE, ZipUnsafe: UNSAFE}


def open_workbook(data: bytes) -> Workbook:
    """Return the workbook; raise UnreadableSheet for another kind of file, ZipRefused where it is a bad one."""
    if not data.startswith(ZIP):
        raise UnreadableSheet(_not_zipped(data))
    if len(data) > MOST_PACKED:
        raise ZipTooLarge
    archive = open_within(data, most_files=MOST_FILES, most_bytes=MOST_BYTES, most_tags=MOST_TAGS)
    if problem := _not_excel(archive.names):
        raise UnreadableSheet(problem)
    return Workbook(archive, _main_part(archive))


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
    if any(name.endswith("vbaProject.bin") for name in names):
        return WITH_MACROS
    if "content.xml" in names:
        return OPEN_DOCUMENT
    if "word/document.xml" in names:
        return WORD
    return BINARY if "xl/workbook.bin" in names else ""


def _main_part(archive: BoundedZip) -> str:
    """Return where the workbook lies; a zip file that names none, or one that is missing, is no workbook."""
    path = archive.main_part()
    if path not in archive.names:
        raise UnreadableSheet(NOT_EXCEL)
    return path
