"""A list uploaded as a spreadsheet: its rows, each value under the field of the form to which it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from accounts.rows.columns import WITH_KIND, Column
from accounts.rows.sheets.headings import (
    DEEPEST,
    HEADINGS_WITHIN,
    fields_of,
    find_heading,
    meanings_of,
    unknown_headings,
)
from accounts.rows.sheets.kinds import REFUSALS, UnreadableSheet, open_workbook
from accounts.rows.sheets.left_out import HIDDEN, LeftOut, is_running_number, left_out_of
from accounts.rows.sheets.sentences import sentences_in
from accounts.rows.sheets.swapped_days import swapped_days
from pbgdpl.lib.legibility import garbled_line
from pbgdpl.lib.office.cells import LONGEST_CELL
from pbgdpl.lib.office.package import PackageRefused
from pbgdpl.lib.office.workbook import Line, Workbook
from pbgdpl.lib.vietnamese import first_words, thousands

MOST_ROWS = 500
MOST_CHARACTERS = 2_000_000  # in all values together; 500 rows of long subjects have a quarter of it
# A day with the time of day that exports of document systems add: "11/02/2025 00:00:00".
TIMED_DAY = re.compile(
    r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?:T|\s+)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?)(?:\s?(?:AM|PM|SA|CH))?",
    re.IGNORECASE,
)
LONGEST_DAY = 40
MIDNIGHT = re.compile(r"0?0:00(?::00(?:\.0+)?)?")
TOO_LONG = (
    f"Bảng tính quá dài: mỗi lần tải lên tối đa {MOST_ROWS} dòng, {thousands(MOST_CHARACTERS)} ký tự. "
    "Chia danh sách thành nhiều tệp rồi tải lên từng tệp."
)
NO_ROWS = "Bảng tính chưa có dòng nào dưới dòng tiêu đề. Nhập danh sách vào đó rồi tải lên lại."
ALL_HIDDEN = "Các dòng của danh sách đều đang ẩn. Hiện các dòng cần nhập trong Excel, lưu rồi tải lên lại."
AGAIN = "Tải bảng tính mẫu, chép danh sách vào rồi tải lên lại."


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the list: its number in the sheet, and its values by the form's fields, as people type them."""

    number: int
    values: dict[str, str]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    rows: tuple[SheetRow, ...]
    unknown_headings: tuple[str, ...]  # of the columns that were not read
    left_out: tuple[LeftOut, ...]
    # Of a sheet that has no headings but one column of sentences: the rows' numbers and texts.
    sentences: tuple[tuple[int, str], ...] = ()


def read_sheet(data: bytes, columns: Sequence[Column]) -> Sheet:
    """Return the rows below the first row of headings that is found in a visible sheet.

    Headings are recognised with and without marks, by each column's own names. Raises UnreadableSheet.
    """
    try:
        return _list_in(open_workbook(data), columns)
    except PackageRefused as problem:
        raise UnreadableSheet(REFUSALS[problem.reason]) from problem


def _list_in(workbook: Workbook, columns: Sequence[Column]) -> Sheet:
    meanings = meanings_of(columns)
    by_field = {column.field: column for column in columns}
    sentences = None
    for lines in workbook.sheets():
        head = list(islice(lines, HEADINGS_WITHIN + DEEPEST))
        if found := find_heading(head, meanings):
            heading, end = found
            fields = fields_of(heading, meanings)
            read = {
                column: (field, by_field[field.removesuffix(WITH_KIND)]) for column, field in fields.items()
            }
            rows, left_out = _rows(chain(head[end:], lines), read)
            return Sheet(rows, unknown_headings(heading, fields), left_out)
        sentences = sentences or sentences_in(chain(head, lines))
    if sentences:
        return Sheet((), (), sentences.left_out, sentences.rows)
    raise UnreadableSheet(
        f"Không tìm thấy dòng tiêu đề trong {HEADINGS_WITHIN} dòng đầu của bảng tính. "
        f"Cần có các cột: {'; '.join(column.heading for column in columns)}. {AGAIN}"
    )


def _rows(
    lines: Iterator[Line], read: Mapping[int, tuple[str, Column]]
) -> tuple[tuple[SheetRow, ...], tuple[LeftOut, ...]]:
    """Return the rows of the list, and those that are left out; a row with its running number alone is neither."""
    rows: list[SheetRow] = []
    left_out: list[LeftOut] = []
    month_first: list[set[str]] = []
    characters = 0
    for line in lines:
        if is_running_number(line, read):
            continue
        if out := left_out_of(line, read, is_first=not rows):
            left_out.append(out)
            continue
        characters += _length(line, read)
        if len(rows) == MOST_ROWS or characters > MOST_CHARACTERS:
            raise UnreadableSheet(TOO_LONG)
        rows.append(SheetRow(line.number, _values(line, read)))
        month_first.append({field for place, (field, _) in read.items() if place in line.month_first})
    if not rows:
        raise UnreadableSheet(ALL_HIDDEN if any(row.why == HIDDEN for row in left_out) else NO_ROWS)
    _refuse_garbled(rows)
    return _with_doubts(rows, month_first, read), tuple(left_out)


def _with_doubts(
    rows: Sequence[SheetRow], month_first: Sequence[set[str]], read: Mapping[int, tuple[str, Column]]
) -> tuple[SheetRow, ...]:
    headings = {field: column.heading for field, column in read.values()}
    doubts = swapped_days(
        [(row.values, shown) for row, shown in zip(rows, month_first, strict=True)], headings
    )
    return tuple(replace(row, doubts=own) for row, own in zip(rows, doubts, strict=True))


def _refuse_garbled(rows: Sequence[SheetRow]) -> None:
    for row in rows:
        if line := garbled_line([" ".join(row.values.values())]):
            raise UnreadableSheet(
                f"Dòng {row.number}: “{first_words(line)}” dùng bảng mã cũ (TCVN3, VNI) hoặc sai bảng mã. "
                "Chuyển bảng tính sang Unicode rồi tải lên lại."
            )


def _values(line: Line, read: Mapping[int, tuple[str, Column]]) -> dict[str, str]:
    return {
        field: _untimed(line.cells[place], column)
        for place, (field, column) in read.items()
        if place in line.cells
    }


def _untimed(text: str, column: Column) -> str:
    """Return a day without the time of day; where a column holds no days alone, only midnight is left out."""
    timed = TIMED_DAY.fullmatch(text[:LONGEST_DAY])
    is_day = timed and len(text) <= LONGEST_DAY and (column.holds_days or MIDNIGHT.fullmatch(timed[2]))
    return timed[1] if timed and is_day else text


def _length(line: Line, read: Mapping[int, tuple[str, Column]]) -> int:
    """Return the number of characters in a row; raise UnreadableSheet for a cell that Excel itself cannot hold."""
    texts = [(line.cells.get(place, ""), column) for place, (_, column) in read.items()]
    for text, column in texts:
        if len(text) > LONGEST_CELL:
            raise UnreadableSheet(
                f"Dòng {line.number}, cột “{column.heading}”: nội dung dài hơn {thousands(LONGEST_CELL)} ký tự. "
                "Rút ngắn ô này rồi tải lên lại."
            )
    return sum(len(text) for text, _ in texts)
