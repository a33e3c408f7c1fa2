"""Outlines, criteria sets and forms as spreadsheets: written to be edited in Excel, read back into the set's form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from django.db import models

from accounts.rows.sheets.kinds import UnreadableSheet, lines_of_sheets, saying
from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet
from pbgdpl.lib.office.pasted_cells import lines_of_rows, pasted_rows
from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import fold, thousands
from reports.models import Criterion, Indicator, OutlineSection
from reports.periods.set_columns import COLUMNS, GROUPED_BY, HEAD_TITLES, HEADS, NAMED_BY, SetColumn
from reports.periods.template_sets import AnySet, rows_of

SHEET_TITLE = "Các dòng"
NUMBERS = ("stt", "tt", "so", "so tt")  # headings of a column that only counts the rows
LONGEST_SHOWN = 60  # characters of a text in a note
MOST_ROWS = 200  # as on the page of a set
NO_HEADING = (
    "Không thấy dòng tiêu đề cột có “{}”. Tải bảng mẫu, chép các dòng vào đúng cột rồi tải lên hoặc dán lại."
)
UNCLEAR = "{place}, cột “{heading}” ghi “{text}”, không rõ là có hay không nên để là Không."
Values = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class ReadSet:
    """The rows of a sheet as the values of form fields, and sentences on what stands in none of them."""

    rows: tuple[Values, ...]
    notes: tuple[str, ...]
    sheet: str = ""  # the title of the sheet
    places: tuple[int, ...] = ()  # the number of each row there
    head: Values = field(default_factory=dict)  # what another sheet says of the set


def set_sheet(template: AnySet) -> bytes:
    """Return a set as an XLSX file that `read_set_sheet` reads back the same."""
    rows: Sequence[OutlineSection | Criterion | Indicator] = list(rows_of(template).all())
    heads = _group_heads(rows)
    columns = [
        NumberedColumn(one.heading, one.value, names_group=one.field in GROUPED_BY)
        for one in COLUMNS[type(template)]
    ]
    facts = [(one.heading, str(one.value(template))) for one in HEADS.get(type(template), ())]
    return numbered_sheet(
        SHEET_TITLE,
        columns,
        rows,
        head=template.name,
        is_group_head=lambda row: row.pk in heads,
        facts=(HEAD_TITLES.get(type(template), ""), facts),
    )


def _group_heads(rows: Sequence[OutlineSection | Criterion | Indicator]) -> set[int]:
    """Return the pk of the row with which each group begins."""
    groups = groupby(rows, key=_group_of)
    return {next(group).pk for name, group in groups if name} | {
        row.pk for row in rows if isinstance(row, OutlineSection) and row.depth == 1
    }


def _group_of(row: OutlineSection | Criterion | Indicator) -> str:
    """Return the group that a row names; sections name none."""
    match row:
        case Criterion():
            return row.group
        case Indicator():
            return next(iter(row.headings_above), "")
        case _:
            return ""


def read_set_sheet(data: bytes, model: type[models.Model]) -> ReadSet:
    """Return the rows of the first sheet with our headings; raise UnreadableSheet where there is none."""
    sheets, notes = lines_of_sheets(data)
    found = next(
        ((title, lines, at) for title, lines in sheets if (at := _heading(lines, model)) is not None), None
    )
    with saying(lambda: notes):
        if found is None:
            raise UnreadableSheet(NO_HEADING.format(required_column(model).heading))
        chosen, lines, at = found
        read = _read(lines, at, model)
    head: Values = {}
    for title, others in sheets:
        if title != chosen and others:
            values = _head_in(others, model)
            head |= values
            notes += _unread_of_head(title, others, model) if values else [f"Không đọc trang tính “{title}”."]
    return replace(read, notes=(*notes, *read.notes), sheet=chosen, head=head)


def _head_in(lines: Sequence[Line], model: type[models.Model]) -> Values:
    """Return what the lines of a sheet say of a set, each as a label and its value; empty without its first label.

    An empty cell says nothing: that a form is of no group has words of its own.
    """
    known = HEADS.get(model, ())
    values = {
        column.field: column.read(line.cells.get(1, ""))
        for line in lines
        if (column := _head_column(line, known)) and (line.cells.get(1) or column is known[0])
    }
    return values if known and known[0].field in values else {}


def _head_column(line: Line, known: Sequence[SetColumn]) -> SetColumn | None:
    label = " ".join(fold(line.cells.get(0, "")).split()).removesuffix(":").strip()
    return next((one for one in known if label in (fold(one.heading), *one.also)), None)


def _unread_of_head(title: str, lines: Sequence[Line], model: type[models.Model]) -> Iterator[str]:
    """Yield a sentence for each line that says nothing of the set; the first may have headings."""
    for line in lines:
        place, text = f"Trang tính “{title}”, dòng {line.number}", line.cells.get(1, "")
        column = _head_column(line, HEADS[model])
        if column is None and line is not lines[0]:
            yield f"{place} không đọc: {_shown(line.cells.values())}."
        if column and text and column.is_unclear(text):
            yield UNCLEAR.format(place=place, heading=column.heading, text=_shown([text]))


def read_pasted_set(text: str, model: type[models.Model]) -> ReadSet:
    """Return the rows of cells copied from Excel or Word; lines without tabs and headings are names alone."""
    lines = lines_of_rows(pasted_rows(text))
    at = _heading(lines, model)
    if at is None and lines and all(set(line.cells) == {0} for line in lines):
        name = NAMED_BY[model]
        return _bounded([(line, {name: line.cells[0]}) for line in lines], ())
    if at is None:
        raise UnreadableSheet(NO_HEADING.format(required_column(model).heading))
    return _read(lines, at, model)


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


def _read(lines: Sequence[Line], at: int, model: type[models.Model]) -> ReadSet:
    columns = _columns_in(lines[at], model)
    below = lines[at + 1 :]
    read = [(line, _values(line, columns)) for line in below]
    unmarked: Values = dict.fromkeys(_only_marked(below, columns), "")
    rows = [(line, unmarked | values) for line, values in read if values]
    return _bounded(rows, (*_left_out(lines, at, columns, read), *_unclear_boxes(below, columns)))


def _bounded(rows: Sequence[tuple[Line, Values]], notes: tuple[str, ...]) -> ReadSet:
    """Return the rows; raise UnreadableSheet for more than a set can have."""
    if not rows:
        raise UnreadableSheet("Dưới dòng tiêu đề không có dòng nào. Điền các dòng rồi đọc lại.")
    if len(rows) > MOST_ROWS:
        raise UnreadableSheet(
            f"Bảng có {thousands(len(rows))} dòng; nhiều nhất {MOST_ROWS}. Bớt dòng rồi đọc lại."
        )
    places = tuple(line.number for line, _ in rows)
    return ReadSet(tuple(values for _, values in rows), notes, places=places)


def _values(line: Line, columns: dict[int, SetColumn]) -> Values:
    return {
        column.field: column.read(line.cells[place])
        for place, column in columns.items()
        if place in line.cells
    }


def _only_marked(lines: Sequence[Line], columns: Mapping[int, SetColumn]) -> Iterator[str]:
    """Yield the fields of boxes where some rows say yes and none says no: an empty cell is no mark there."""
    for place, column in columns.items():
        texts = [line.cells[place] for line in lines if place in line.cells] if column.is_box else []
        if texts and all(column.read(text) == "on" for text in texts):
            yield column.field


def _unclear_boxes(lines: Sequence[Line], columns: Mapping[int, SetColumn]) -> Iterator[str]:
    for line in lines:
        for place, column in columns.items():
            if place in line.cells and column.is_unclear(text := line.cells[place]):
                yield UNCLEAR.format(place=f"Dòng {line.number}", heading=column.heading, text=_shown([text]))


def _left_out(
    lines: Sequence[Line],
    at: int,
    columns: dict[int, SetColumn],
    read: Sequence[tuple[Line, Values]],
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
