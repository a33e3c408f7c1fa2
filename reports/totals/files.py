"""The form of a province as files: the ministry's spreadsheet, separated values, JSON."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from accounts.models import Organisation
from pbgdpl.lib.vietnamese import official_date
from reports.figures.form import window_of
from reports.figures.form_sheet import FormLine, FormSheet, LineKind, form_file
from reports.figures.form_table import full_label
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.figures.sheet_reading import ESTIMATED, HELD
from reports.figures.values import Window
from reports.figures.workbook import DASH_NOTE, DOUBT_NOTE, period_lines
from reports.models import Indicator, IndicatorSet
from reports.received.figures import Cell, Cells, Totals
from reports.received.lines import TOTAL, totals_lines
from reports.submission.data.file import written
from reports.totals.data import totals_data
from reports.totals.filters import Part
from reports.totals.table import left_out_words

FORMULA_STARTS = tuple("=+-@\t\r")


def json_file(totals: Totals) -> bytes:
    return written(totals_data(totals))


def csv_file(totals: Totals) -> bytes:
    """Return a line for each body and each sum, in UTF-8 with the mark by which spreadsheets know it."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["Mã", "Đơn vị", "Nhóm", "Tình trạng", *(f"({one.code}) {full_label(one)}" for one in totals.columns)]
    )
    writer.writerow(["", TOTAL, "", "", *_numbers(totals.cells, totals.columns)])
    for group in totals.groups:
        writer.writerow(["", group.group.label, "", "", *_numbers(group.cells, totals.columns)])
        for body in group.bodies:
            one, state = body.organisation, body.left_out_because
            numbers = _numbers(body.cells, totals.columns) if body.is_added_up else ()
            writer.writerow(
                [_text(one.code), _text(one.name), group.group.label, state or "Đã cộng", *numbers]
            )
    return out.getvalue().encode("utf-8-sig")


def _text(words: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def _numbers(cells: Cells, columns: Sequence[Indicator], part: Part = Part.TOTAL) -> tuple[int | str, ...]:
    return tuple(_number(cells.get(one.code, Cell()), part) for one in columns)


def _number(cell: Cell, part: Part) -> int | str:
    number = part.of(cell)
    return NOT_APPLICABLE if cell.does_not_apply else "" if number is None else number


def totals_workbook(totals: Totals, form: IndicatorSet, receiver: Organisation) -> bytes:
    """Return the form as an XLSX file in the ministry's shape, with a line for each body."""
    window = window_of(receiver, totals.key)
    columns = tuple(form.indicators.all())
    sheet = FormSheet(
        indicator_set=form,
        columns=columns,
        lines=tuple(_lines(totals, columns, window)),
        period=period_lines(window, totals.key),
        reporter=receiver.name,
        receiver="Bộ Tư pháp",
        notes=tuple(_notes(totals, columns)),
        place=receiver.place,
        authority=receiver.signer_authority,
        signer=receiver.signer_name,
    )
    return form_file(sheet)


def _lines(totals: Totals, columns: Sequence[Indicator], window: Window) -> Iterator[FormLine]:
    total, *lines = totals_lines(totals)
    yield FormLine("", total.name, _numbers(total.cells, columns), LineKind.HEADING)
    if window.last_counted < window.last or any(cell.estimate is not None for cell in totals.cells.values()):
        held = f"{HELD} đến ngày {official_date(window.last_counted)}"
        for words, part in ((held, Part.ACTUAL), (ESTIMATED, Part.ESTIMATE)):
            yield FormLine("", words, _numbers(totals.cells, columns, part), LineKind.PART)
    for line in lines:
        if line.is_sum:
            yield FormLine(line.number, line.name, _numbers(line.cells, columns), LineKind.HEADING)
        else:
            is_added_up = all(body.is_added_up for body in line.bodies)
            yield FormLine("", line.name, _numbers(line.cells, columns) if is_added_up else ())


def _notes(totals: Totals, columns: Sequence[Indicator]) -> Iterator[str]:
    if totals.form_words:
        yield totals.form_words
    if any(cell.does_not_apply for line in totals_lines(totals) for cell in line.cells.values()):
        yield DASH_NOTE
    if any(column.is_doubtful for column in columns):
        yield DOUBT_NOTE
    for because, names in left_out_words(totals):
        yield f"Chưa tính vào tổng số ({because}): {names}."
    for body, column, because in totals.left_out_cells:
        yield f"Chưa tính vào tổng số: cột ({column.code}) của {body.organisation.name} {because}."
