"""A list uploaded as a spreadsheet: its rows, each value under the field of the form to which it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from accounts.rows.columns import Column
from accounts.rows.sheets.kinds import REFUSALS, UnreadableSheet, open_workbook
from pbgdpl.lib.legibility import garbled_line
from pbgdpl.lib.office.cells import LONGEST_CELL
from pbgdpl.lib.office.package import PackageRefused
from pbgdpl.lib.office.workbook import Line, Workbook
from pbgdpl.lib.vietnamese import clean_line, first_words, fold, thousands

MOST_ROWS = 500
MOST_CHARACTERS = 2_000_000  # in all values together; 500 rows of long subjects have a quarter of it
HEADINGS_WITHIN = 20  # rows
LEAST_HEADINGS = 2
LONGEST_HEADING, MOST_UNKNOWN = 60, 20
ROW_NUMBERS = {"stt", "tt", "so tt", "so thu tu", "thu tu"}
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[A-H])\)?")  # the row "(1) (2) (3)" that stands below headings
AGAIN = "Tải bảng tính mẫu, chép danh sách vào rồi tải lên lại."


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the list: its number in the sheet, and its values by the form's fields, as people type them."""

    number: int
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    rows: tuple[SheetRow, ...]
    unknown_headings: tuple[str, ...]  # of the columns that were not read


def read_sheet(data: bytes, columns: Sequence[Column]) -> Sheet:
    """Return the rows below the first row of headings that is found in a visible sheet.

    Headings are recognised with and without marks, by each column's own names. Raises UnreadableSheet.
    """
    try:
        return _list_in(open_workbook(data), columns)
    except PackageRefused as problem:
        raise UnreadableSheet(REFUSALS[problem.reason]) from problem


def _list_in(workbook: Workbook, columns: Sequence[Column]) -> Sheet:
    meanings = _meanings(columns)
    names = {column.field: column.heading for column in columns}
    for lines in workbook.sheets():
        for heading in islice(lines, HEADINGS_WITHIN):
            fields = _fields(heading, meanings)
            if len(fields) >= LEAST_HEADINGS:
                return Sheet(_rows(lines, fields, names), _unknown(heading, fields))
    raise UnreadableSheet(
        f"Không tìm thấy dòng tiêu đề trong {HEADINGS_WITHIN} dòng đầu của bảng tính. "
        f"Cần có các cột: {'; '.join(names.values())}. {AGAIN}"
    )


def _meanings(columns: Sequence[Column]) -> dict[str, str]:
    """Return the field that each heading leads to; a column's own heading goes before the other names of another."""
    also = {name: column.field for column in columns for name in column.also}
    return also | {_bare(column.heading): column.field for column in columns}


def _bare(heading: str) -> str:
    """Return a heading without marks, signs and the words in brackets: "Ngày (dd/mm/yyyy)" → "ngay"."""
    return re.sub(r"[\W_]+", " ", fold(re.sub(r"\([^)]*\)", " ", heading[:200]))).strip()


def _fields(line: Line, meanings: Mapping[str, str]) -> dict[int, str]:
    """Return the field that each column of the sheet holds; of two for the same field the first."""
    fields: dict[int, str] = {}
    for column, text in sorted(line.cells.items()):
        field = meanings.get(_bare(text))
        if field and field not in fields.values():
            fields[column] = field
    return fields


def _unknown(heading: Line, fields: Mapping[int, str]) -> tuple[str, ...]:
    """Return the headings of the columns that are not read, but for the one of running numbers."""
    others = [text for column, text in sorted(heading.cells.items()) if column not in fields]
    unknown = (clean_line(text[:LONGEST_HEADING]) for text in others if _bare(text) not in ROW_NUMBERS)
    return tuple(unknown)[:MOST_UNKNOWN]


def _rows(lines: Iterator[Line], fields: Mapping[int, str], names: Mapping[str, str]) -> tuple[SheetRow, ...]:
    rows: list[SheetRow] = []
    characters = 0
    for line in lines:
        values = {field: line.cells[column] for column, field in fields.items() if column in line.cells}
        if not values or (not rows and _numbers_columns(values)):
            continue
        characters += _length(line.number, values, names)
        if len(rows) == MOST_ROWS or characters > MOST_CHARACTERS:
            raise UnreadableSheet(
                f"Bảng tính quá dài: mỗi lần tải lên tối đa {MOST_ROWS} dòng, "
                f"{thousands(MOST_CHARACTERS)} ký tự. Chia danh sách thành nhiều tệp rồi tải lên từng tệp."
            )
        rows.append(SheetRow(line.number, values))
    if not rows:
        raise UnreadableSheet(
            "Bảng tính chưa có dòng nào dưới dòng tiêu đề. Nhập danh sách vào đó rồi tải lên lại."
        )
    _refuse_garbled(rows)
    return tuple(rows)


def _refuse_garbled(rows: Sequence[SheetRow]) -> None:
    for row in rows:
        if line := garbled_line([" ".join(row.values.values())]):
            raise UnreadableSheet(
                f"Dòng {row.number}: “{first_words(line)}” dùng bảng mã cũ (TCVN3, VNI) hoặc sai bảng mã. "
                "Chuyển bảng tính sang Unicode rồi tải lên lại."
            )


def _numbers_columns(values: Mapping[str, str]) -> bool:
    return len(values) >= LEAST_HEADINGS and all(map(NUMBERED.fullmatch, values.values()))


def _length(number: int, values: Mapping[str, str], names: Mapping[str, str]) -> int:
    """Return the number of characters in a row; raise UnreadableSheet for a cell that Excel itself cannot hold."""
    for field, text in values.items():
        if len(text) > LONGEST_CELL:
            raise UnreadableSheet(
                f"Dòng {number}, cột “{names[field]}”: nội dung dài hơn {thousands(LONGEST_CELL)} ký tự. "
                "Rút ngắn ô này rồi tải lên lại."
            )
    return sum(map(len, values.values()))
