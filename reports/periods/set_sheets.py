"""Outlines and criteria sets as spreadsheets: written to be edited in Excel, and read back into the set's form."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import groupby
from typing import Any

from django.db import models

from accounts.rows.sheets.kinds import BROKEN, REFUSALS, UnreadableSheet, open_book
from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet
from pbgdpl.lib.office.package import PackageRefused
from pbgdpl.lib.office.sheet_format import Value
from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import fold, thousands
from reports.models import CriteriaSet, Criterion, Outline, OutlineSection
from reports.periods.template_sets import rows_of

SHEET_TITLE = "Các dòng"
NUMBERS = ("stt", "tt", "so", "so tt")  # headings of a column that only counts the rows
YES, NO = "Có", "Không"
NOT_REQUIRED = ("khong", "khong bat buoc", "0", "no")
LONGEST_SHOWN = 60  # characters of a text in a note
MOST_ROWS = 200  # as on the page of a set
UNPARTED = "Không tách được các ô đã dán. Lưu thành bảng tính rồi tải lên."
NO_HEADING = (
    "Không thấy dòng tiêu đề cột có “{}”. Tải bảng mẫu, chép các dòng vào đúng cột rồi tải lên hoặc dán lại."
)


@dataclass(frozen=True, slots=True)
class SetColumn:
    """A column for one field of a set's rows: its heading, others that mean the same (folded), and its value."""

    field: str
    heading: str
    also: tuple[str, ...]
    value: Callable[[Any], Value]
    read: Callable[[str], str] = str.strip


def _is_required(text: str) -> str:
    """Return the value of the check box: "" where the cell says no."""
    return "" if fold(text).strip() in NOT_REQUIRED else "on"


def _depth(text: str) -> str:
    """Return "2" for "Cấp 2", "2.0" or "2"."""
    return fold(text).removeprefix("cap").strip().removesuffix(".0")


OUTLINE_COLUMNS = (
    SetColumn("depth", "Cấp", ("cap muc", "bac", "do sau"), lambda row: row.depth, _depth),
    SetColumn("heading", "Tiêu đề", ("muc", "de muc", "ten muc", "noi dung"), lambda row: row.heading),
    SetColumn(
        "is_required",
        "Bắt buộc",
        ("phai viet",),
        lambda row: YES if row.is_required else NO,
        _is_required,
    ),
    SetColumn("guidance", "Hướng dẫn viết", ("huong dan",), lambda row: row.guidance),
    SetColumn(
        "starting_text", "Nội dung có sẵn", ("loi co san", "noi dung mau"), lambda row: row.starting_text
    ),
)
CRITERIA_COLUMNS = (
    SetColumn("group", "Nhóm", ("nhom tieu chi",), lambda row: row.group),
    SetColumn("name", "Tiêu chí", ("ten tieu chi", "noi dung tieu chi", "noi dung"), lambda row: row.name),
    SetColumn(
        "maximum_points",
        "Điểm tối đa",
        ("diem", "diem chuan", "so diem toi da"),
        lambda row: "" if row.maximum_points is None else row.maximum_points,
    ),
    SetColumn(
        "guidance",
        "Hướng dẫn đánh giá",
        ("huong dan", "cach tinh diem", "cach danh gia"),
        lambda row: row.guidance,
    ),
)
COLUMNS: dict[type[models.Model], tuple[SetColumn, ...]] = {
    Outline: OUTLINE_COLUMNS,
    CriteriaSet: CRITERIA_COLUMNS,
}
GROUPED_BY = ("depth", "heading", "is_required", "group")  # what stands out where a group begins
NAMED_BY = {Outline: "heading", CriteriaSet: "name"}  # the column without which a sheet is none of ours


@dataclass(frozen=True, slots=True)
class ReadSet:
    """The rows of a sheet as the values of form fields, and sentences on what stands in none of them."""

    rows: tuple[dict[str, str], ...]
    notes: tuple[str, ...]


def set_sheet(template: Outline | CriteriaSet) -> bytes:
    """Return the rows of a set as an XLSX file that `read_set_sheet` reads back the same."""
    rows: Sequence[OutlineSection | Criterion] = list(rows_of(template).all())
    heads = _group_heads(rows)
    columns = [
        NumberedColumn(one.heading, one.value, names_group=one.field in GROUPED_BY)
        for one in COLUMNS[type(template)]
    ]
    return numbered_sheet(
        SHEET_TITLE, columns, rows, head=template.name, is_group_head=lambda row: row.pk in heads
    )


def _group_heads(rows: Sequence[OutlineSection | Criterion]) -> set[int]:
    """Return the pk of each section of the first depth, or of the first criterion of each group."""
    criteria = groupby(
        (row for row in rows if isinstance(row, Criterion) and row.group), key=lambda row: row.group
    )
    sections = (row for row in rows if isinstance(row, OutlineSection) and row.depth == 1)
    return {row.pk for row in (*sections, *(next(group) for _, group in criteria))}


def read_set_sheet(data: bytes, model: type[models.Model]) -> ReadSet:
    """Return the rows of the first sheet with our headings; raise UnreadableSheet where there is none."""
    try:
        book = open_book(data)
        sheets = [(sheet.title, list(sheet.lines)) for sheet in book.sheets()]
    except PackageRefused as refused:
        raise UnreadableSheet(REFUSALS.get(refused.reason, BROKEN)) from refused
    notes = [*book.notes, *(f"Không đọc trang tính “{title}”: {why}." for title, why in book.passed_over)]
    found = next(
        ((title, lines, at) for title, lines in sheets if (at := _heading(lines, model)) is not None), None
    )
    if found is None:
        raise UnreadableSheet(NO_HEADING.format(required_column(model).heading))
    chosen, lines, at = found
    notes += [f"Không đọc trang tính “{title}”." for title, others in sheets if title != chosen and others]
    return _read(lines, at, model, notes)


def read_pasted_set(text: str, model: type[models.Model]) -> ReadSet:
    """Return the rows of cells copied from Excel or Word; lines without tabs and headings are names alone."""
    try:
        parted = list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
    except csv.Error as problem:
        raise UnreadableSheet(UNPARTED) from problem
    lines = [
        Line(number, {place: cell.strip() for place, cell in enumerate(cells) if cell.strip()})
        for number, cells in enumerate(parted, start=1)
        if any(cell.strip() for cell in cells)
    ]
    at = _heading(lines, model)
    if at is None and lines and all(set(line.cells) == {0} for line in lines):
        field = NAMED_BY[model]
        return _bounded([{field: line.cells[0]} for line in lines], ())
    if at is None:
        raise UnreadableSheet(NO_HEADING.format(required_column(model).heading))
    return _read(lines, at, model, [])


def required_column(model: type[models.Model]) -> SetColumn:
    return next(one for one in COLUMNS[model] if one.field == NAMED_BY[model])


def _columns_in(line: Line, model: type[models.Model]) -> dict[int, SetColumn]:
    """Return which columns of a line are headings of ours; an exact heading goes before one that means the same."""
    texts = {place: " ".join(fold(text).split()) for place, text in line.cells.items()}
    found: dict[int, SetColumn] = {}
    for is_exact in (True, False):
        for column in COLUMNS[model]:
            if column in found.values():
                continue
            names = (fold(column.heading),) if is_exact else column.also
            place = next((at for at, text in texts.items() if text in names and at not in found), None)
            if place is not None:
                found[place] = column
    return found


def _heading(lines: Sequence[Line], model: type[models.Model]) -> int | None:
    """Return the index of the line of headings: the first one with the heading that every set needs."""
    required = required_column(model)
    return next((at for at, line in enumerate(lines) if required in _columns_in(line, model).values()), None)


def _read(lines: Sequence[Line], at: int, model: type[models.Model], notes: Sequence[str]) -> ReadSet:
    columns = _columns_in(lines[at], model)
    read = [(line, _values(line, columns)) for line in lines[at + 1 :]]
    rows = [values for _, values in read if values]
    return _bounded(rows, (*notes, *_left_out(lines, at, columns, read)))


def _bounded(rows: Sequence[dict[str, str]], notes: tuple[str, ...]) -> ReadSet:
    """Return the rows; raise UnreadableSheet for more than a set can have."""
    if not rows:
        raise UnreadableSheet("Dưới dòng tiêu đề không có dòng nào. Điền các dòng rồi đọc lại.")
    if len(rows) > MOST_ROWS:
        raise UnreadableSheet(
            f"Bảng có {thousands(len(rows))} dòng; nhiều nhất {MOST_ROWS}. Bớt dòng rồi đọc lại."
        )
    return ReadSet(tuple(rows), notes)


def _values(line: Line, columns: dict[int, SetColumn]) -> dict[str, str]:
    return {
        column.field: column.read(line.cells[place])
        for place, column in columns.items()
        if place in line.cells
    }


def _left_out(
    lines: Sequence[Line],
    at: int,
    columns: dict[int, SetColumn],
    read: Sequence[tuple[Line, dict[str, str]]],
) -> Iterator[str]:
    """Yield a sentence for each text of the sheet that stands in no field of the form."""
    for line in lines[:at]:
        yield f"Dòng {line.number} ở trên dòng tiêu đề, không đọc: {_shown(line.cells.values())}."
    numbers = {place for place, text in lines[at].cells.items() if fold(text).strip(" .") in NUMBERS}
    for place, text in lines[at].cells.items():
        if place not in columns and place not in numbers:
            yield f"Cột “{_shown([text])}” không có trong mẫu nên không đọc."
    for line, values in read:
        others = [text for place, text in line.cells.items() if place not in columns and place not in numbers]
        if others:
            yield f"Dòng {line.number} có chữ ở cột không đọc: {_shown(others)}."
        if not values and not others:
            yield f"Dòng {line.number} chỉ có số thứ tự, không đọc."
        if line.is_cut:
            yield f"Dòng {line.number} có ô ở quá xa bên phải, không đọc."
        if line.is_hidden:
            yield f"Dòng {line.number} đang ẩn trong bảng tính, vẫn được đọc."


def _shown(texts: Any) -> str:
    words = "; ".join(texts)
    return f"{words[:LONGEST_SHOWN]}…" if len(words) > LONGEST_SHOWN else words
