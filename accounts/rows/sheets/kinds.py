"""What kind of file was uploaded as a list: a sheet of any kind is opened, any other file refused with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.office.books_apart import (
    BookRefused,
    Trouble,
    read_apart,
    read_html,
    read_old_workbook,
    read_open_document,
    read_separated_values,
)
from pbgdpl.lib.office.grid import ReadBook
from pbgdpl.lib.office.kinds import holds_macros
from pbgdpl.lib.office.open_document import CONTENT
from pbgdpl.lib.office.package import Package, PackageRefused, Refusal, open_package
from pbgdpl.lib.office.workbook import Book, Line, Workbook
from pbgdpl.lib.plain_text import is_two_bytes

LARGEST_SHEET = 10 * 2**20  # bytes
ENDINGS = ".xlsx,.xls,.ods,.csv"  # that are offered to choose
MOST_BYTES = 10 * 2**20
# A list of 500 rows and ten columns has a tenth of either.
MOST_TAGS = 500_000
ZIP = b"PK"

SAVE_AS_XLSX = "Mở tệp bằng Excel, chọn Lưu thành, kiểu Excel Workbook (.xlsx), rồi tải lên lại."
PASTE_INSTEAD = "Chép danh sách trong đó và dán vào ô dán danh sách."
EMPTY = f"Tệp này rỗng. {SAVE_AS_XLSX}"
NOT_EXCEL = f"Tệp này không phải là bảng tính (.xlsx, .xls, .ods, .csv). {SAVE_AS_XLSX}"
OPENED_BY_EXCEL = f"Tệp này là {{content}}, chưa đọc được như bảng tính. {SAVE_AS_XLSX}"
OF_ANOTHER_PROGRAM = f"Tệp này là {{content}}, không phải là bảng tính. {PASTE_INSTEAD}"
WITH_MACROS = f"Tệp này chứa macro, không an toàn để đọc. {SAVE_AS_XLSX}"
BINARY = f"Tệp này theo kiểu Excel nhị phân (.xlsb). {SAVE_AS_XLSX}"
WORD = f"Tệp này là tệp Word, không phải bảng tính. {PASTE_INSTEAD}"
BROKEN = f"Bảng tính bị hỏng hoặc tải lên chưa hết. {SAVE_AS_XLSX}"
TOO_LARGE = "Bảng tính quá lớn. Chép các dòng cần nhập (không quá 500) sang một tệp mới rồi tải lên lại."
UNSAFE = f"Bảng tính chứa khai báo DOCTYPE, không an toàn để đọc. {SAVE_AS_XLSX}"
LOCKED = "Bảng tính có mật khẩu. Mở tệp, bỏ mật khẩu, lưu lại rồi tải lên."
OLD = f"Tệp này có mật khẩu, hoặc là tệp Office đời cũ mà không phải bảng tính Excel. {SAVE_AS_XLSX}"
OTHER_DOCUMENT = f"Tệp này là tệp OpenDocument nhưng không phải bảng tính (.ods). {PASTE_INSTEAD}"
NO_TABLES = f"Trang web này không có bảng nào. {SAVE_AS_XLSX}"
UNKNOWN_ENCODING = (
    "Không nhận ra bảng mã của tệp này, chữ sẽ sai nếu đọc. Mở tệp bằng Excel, xem chữ có đúng không, "
    "rồi lưu theo kiểu Excel Workbook (.xlsx) hoặc CSV UTF-8 và tải lên lại."
)

REFUSALS = {Refusal.BROKEN: BROKEN, Refusal.TOO_LARGE: TOO_LARGE, Refusal.UNSAFE: UNSAFE}
TROUBLES = {
    Trouble.BROKEN: BROKEN,
    Trouble.TOO_LARGE: TOO_LARGE,
    Trouble.UNSAFE: UNSAFE,
    Trouble.LOCKED: LOCKED,
    Trouble.UNKNOWN_ENCODING: UNKNOWN_ENCODING,
}


class UnreadableSheet(ValueError):
    """Holds the sentences for people: what is wrong with the file and what to do."""


def open_book(data: bytes) -> Book:
    """Return the sheets of a file; raise UnreadableSheet for another kind of file, or PackageRefused.

    An .xlsx file is read here, within bounds, any other kind in a process of its own.
    """
    if not data.startswith(ZIP):
        return _not_zipped(data)
    if len(data) > LARGEST_SHEET:
        raise UnreadableSheet(TOO_LARGE)
    package = open_package(data, most_bytes=MOST_BYTES, most_tags=MOST_TAGS)
    if CONTENT in package.names:
        return _apart(read_open_document, data, OTHER_DOCUMENT)
    if problem := _not_excel(package.names):
        raise UnreadableSheet(problem)
    return Workbook(package, _main_part(package))


@contextmanager
def saying(notes: Callable[[], Iterable[str]]) -> Iterator[None]:
    """Add to an UnreadableSheet what is noted of how its file was read: the fault may come of that."""
    try:
        yield
    except UnreadableSheet as refused:
        raise type(refused)(" ".join((str(refused), *notes()))) from refused


def lines_of_sheets(data: bytes) -> tuple[list[tuple[str, list[Line]]], list[str]]:
    """Return the lines of each sheet with its title, and sentences on how they were read; raise UnreadableSheet."""
    try:
        book = open_book(data)
        sheets = [(sheet.title, list(sheet.lines)) for sheet in book.sheets()]
    except PackageRefused as refused:
        raise UnreadableSheet(REFUSALS[refused.reason]) from refused
    passed_over = (f"Không đọc trang tính “{title}”: {why}." for title, why in book.passed_over)
    return sheets, [*book.notes, *passed_over]


def _not_zipped(data: bytes) -> Book:
    if len(data) > LARGEST_SHEET:
        raise UnreadableSheet(TOO_LARGE)
    match content_of(data):
        case None if not data.strip():
            raise UnreadableSheet(EMPTY)
        case None:
            return _apart(read_separated_values, data)
        case Content.BINARY if is_two_bytes(data):
            return _apart(read_separated_values, data)
        case Content.OLD_OFFICE:
            return _apart(read_old_workbook, data, OLD)
        case Content.HTML:
            return _web_page(data)
        case Content.BINARY:
            raise UnreadableSheet(NOT_EXCEL)
        case (Content.MHTML | Content.EXCEL_XML | Content.XML) as content:
            raise UnreadableSheet(OPENED_BY_EXCEL.format(content=content.value))
        case content:
            raise UnreadableSheet(OF_ANOTHER_PROGRAM.format(content=content.value))


def _web_page(data: bytes) -> Book:
    book = _apart(read_html, data)
    if not book.has_sheets:
        raise UnreadableSheet(NO_TABLES)
    return book


def _apart(work: Callable[[bytes], str], data: bytes, other_kind: str = NOT_EXCEL) -> ReadBook:
    try:
        return read_apart(work, data)
    except BookRefused as problem:
        raise UnreadableSheet(TROUBLES.get(problem.reason, other_kind)) from problem


def _not_excel(names: frozenset[str]) -> str:
    if holds_macros(names):
        return WITH_MACROS
    if "word/document.xml" in names:
        return WORD
    return BINARY if "xl/workbook.bin" in names else ""


def _main_part(package: Package) -> str:
    """Return the path of the workbook; a ZIP file that names none, or one that is missing, is no workbook."""
    path = package.main_part()
    if path not in package.names:
        raise UnreadableSheet(NOT_EXCEL)
    return path
