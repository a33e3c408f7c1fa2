"""What a spreadsheet in the shape of a form says in each of its columns.

It is found by its line "Biểu số: …" and by its row of codes; whatever else was changed in it does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accounts.rows.sheets.kinds import UnreadableSheet, lines_of_sheets, saying
from pbgdpl.lib.office.workbook import Line, cell_name
from pbgdpl.lib.vietnamese import clean_line, fold
from pbgdpl.lib.written_dates import read_day
from reports.figures.sheet_body import other_body
from reports.figures.sheet_cells import CellRefused, FormCell, read_cell
from reports.figures.values import Form

HELD, ESTIMATED = "Thực hiện", "Ước phần còn lại của kỳ"
FORM_CODE = re.compile(r"bi[eể]u(?: m[aẫ]u)? s[oố]\s*+:?\s*+(?=\S*\d)(\S.*)", re.IGNORECASE)
DAYS = re.compile(r"t[uừ] ngày (\S++) đến ngày ([^\s)]++)", re.IGNORECASE)
# "(5)", and what Excel makes of it where somebody types it: -5.
CODE = re.compile(r"\(\s*([0-9A-Za-z.]{1,10})\s*\)|-([0-9]{1,10})")
# How the names of the lines begin that hold a part of the figures, and of those below the figures.
PARTS = (("actual", re.compile("(?:- )?(?:so )?thuc hien")), ("estimate", re.compile("(?:- )?(?:so )?uoc ")))
BELOW = ("ghi chu", "giai trinh", "nguoi lap", "thu truong", "(*)", "“-”", "cot (")
MOST_FAULTS = 10

AGAIN = "Tải biểu từ trang Số liệu, điền vào đó rồi tải lên lại."
NO_FORM_CODE = f"Không thấy dòng “Biểu số: {{code}}” trong tệp. {AGAIN}"
OTHER_FORM = f"Dòng {{number}} ghi tệp là biểu {{found}}, còn báo cáo này dùng biểu {{code}}. {AGAIN}"
NO_CODES = f"Không thấy dòng mã cột “(1)”, “(2)” … dưới tiêu đề của biểu. {AGAIN}"
UNKNOWN_CODE = f"Ô {{place}} ghi mã cột ({{found}}) mà biểu {{code}} không có. {AGAIN}"
TWICE = f"Ô {{place}} ghi lại mã cột ({{found}}). {AGAIN}"
NO_LINE = "Dưới dòng mã cột không có dòng số liệu nào. Điền số của đơn vị vào dòng đầu tiên rồi tải lên lại."
SEVERAL = (
    "Dòng {first} và dòng {second} đều có số, không rõ dòng nào là của đơn vị. "
    "Chỉ để lại dòng của đơn vị rồi tải lên lại."
)
OTHER_DAYS = (
    "Dòng {number} ghi số liệu từ ngày {first} đến ngày {last}, khác kỳ này: xem lại có đúng tệp không."
)
MISSING = "Tệp không có cột {codes}: giữ số đang có."
EMPTY = "Tệp để trống cột {codes}: giữ số đang có."


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """What a file says in the column of a code, None where it says nothing."""

    code: str
    actual: FormCell | None = None
    estimate: FormCell | None = None
    total: FormCell | None = None  # where the parts stand below it


def read_columns(
    data: bytes, form: Form, names: Sequence[str] = ()
) -> tuple[tuple[ReadColumn, ...], tuple[str, ...]]:
    """Return the columns of a form that a file fills, and sentences on what is odd; raise UnreadableSheet.

    A file that names another body than one of these `names` is odd.
    """
    sheets, notes = lines_of_sheets(data)
    with saying(lambda: notes):
        lines = _lines_of(form, [lines for _, lines in sheets])
        at, places = _codes(lines, form)
        parts = _parts(lines[at + 1 :], places)
        columns = _columns(form, places, parts)
    notes += [
        f"Không đọc trang tính “{title}”." for title, others in sheets if others and others is not lines
    ]
    doubts = (
        *other_body(lines[:at], names),
        *_other_days(lines[:at], form),
        *_missing(form, columns),
        *_stale_totals(columns),
    )
    return columns, (*notes, *doubts)


def _lines_of(form: Form, sheets: Iterable[list[Line]]) -> list[Line]:
    """Return the lines of the first sheet with the code of the form; raise UnreadableSheet where there is none."""
    code, other = form.indicator_set.form_code, ""
    for lines in sheets:
        for line in lines:
            named = FORM_CODE.search(clean_line(" ".join(line.cells.values())))
            if named and f"{fold(named[1])} ".startswith(f"{fold(code)} "):
                return lines
            if named and not other:
                found = named[1].split()[0]
                other = OTHER_FORM.format(number=line.number, found=found, code=code)
    raise UnreadableSheet(other or NO_FORM_CODE.format(code=code))


def _codes(lines: Sequence[Line], form: Form) -> tuple[int, dict[int, str]]:
    """Return which line has the codes, and the code of each column."""
    wanted = min(2, len(form.figures))
    for at, line in enumerate(lines):
        matches = {place: CODE.fullmatch(text.strip()) for place, text in line.cells.items()}
        found = {place: match[1] or match[2] for place, match in matches.items() if match}
        if len(found) >= wanted:
            _refuse_strange(found, line, form)
            return at, found
    raise UnreadableSheet(NO_CODES)


def _refuse_strange(found: Mapping[int, str], line: Line, form: Form) -> None:
    """Raise UnreadableSheet for a code that the form does not have, and for one that stands twice."""
    met: set[str] = set()
    for place, code in found.items():
        words = {"place": cell_name(place, line.number), "found": code, "code": form.indicator_set.form_code}
        if form.figure(code) is None:
            raise UnreadableSheet(UNKNOWN_CODE.format(**words))
        if code in met:
            raise UnreadableSheet(TWICE.format(**words))
        met.add(code)


def _other_days(lines: Iterable[Line], form: Form) -> Iterator[str]:
    """Yield a sentence where the lines above the codes name other days than those of the form."""
    for line in lines:
        named = DAYS.search(clean_line(" ".join(line.cells.values())))
        days = [read_day(text) for text in named.groups()] if named else []
        if named and None not in days and days != [form.window.first, form.window.last]:
            yield OTHER_DAYS.format(number=line.number, first=named[1], last=named[2])


def _parts(lines: Iterable[Line], places: Mapping[int, str]) -> dict[str, Line]:
    """Return the line of the body's figures as "total", or as "actual" without others, and those of its parts."""
    parts: dict[str, Line] = {}
    unfilled: Line | None = None  # the first one with a name alone
    for line in lines:
        names = [fold(text) for place, text in line.cells.items() if place < min(places)]
        if any(name.startswith(BELOW) for name in names) or (not names and (parts or unfilled)):
            break
        kind = next((kind for kind, pattern in PARTS if any(map(pattern.match, names))), "total")
        if kind == "total" and not places.keys() & line.cells.keys():
            unfilled = unfilled or line
        elif kind in parts:
            raise UnreadableSheet(SEVERAL.format(first=parts[kind].number, second=line.number))
        else:
            parts[kind] = line
    if "actual" not in parts:
        found = parts.pop("total", unfilled)
        if found is None:
            raise UnreadableSheet(NO_LINE)
        parts["actual"] = found
    return parts


def _columns(form: Form, places: Mapping[int, str], parts: Mapping[str, Line]) -> tuple[ReadColumn, ...]:
    """Return what stands in each column; raise UnreadableSheet with all cells that are refused."""
    columns, faults = [], []
    for place, code in places.items():
        cells = {}
        for kind, line in _of_words(parts) if _is_text(form, code) else parts.items():
            try:
                at = cell_name(place, line.number)
                cells[kind] = read_cell(at, line.cells.get(place, ""), is_text=_is_text(form, code))
            except CellRefused as problem:
                faults.append(f"Ô {at} (cột ({code})) {problem}")
        columns.append(ReadColumn(code, **cells))
    if faults:
        raise UnreadableSheet(" ".join(faults[:MOST_FAULTS]))
    return tuple(columns)


def _is_text(form: Form, code: str) -> bool:
    figure = form.figure(code)
    return figure is not None and figure.indicator.is_text


def _of_words(parts: Mapping[str, Line]) -> list[tuple[str, Line]]:
    """Return the line with the words of the body: that with its name."""
    return [("actual", parts.get("total", parts["actual"]))]


def _missing(form: Form, columns: Iterable[ReadColumn]) -> Iterator[str]:
    """Yield sentences on the columns with a value here that the file does not have or leaves empty."""
    read = {column.code: column for column in columns}
    missing: list[str] = []
    empty: list[str] = []
    for figure in form.figures:
        code = figure.indicator.code
        column = read.get(code, ReadColumn(code))
        is_filled = figure.actual is not None or figure.does_not_apply or figure.words
        lacks_estimate = figure.estimate is not None and column.estimate is None
        if lacks_estimate or (is_filled and column.actual is None):
            (empty if code in read else missing).append(f"({code})")
    for sentence, codes in ((MISSING, missing), (EMPTY, empty)):
        if codes:
            yield sentence.format(codes=", ".join(codes))


def _stale_totals(columns: Iterable[ReadColumn]) -> Iterator[str]:
    """Yield a sentence for each total that is not the sum of the parts below it."""
    for column in columns:
        cells = (column.total, column.actual, column.estimate)
        total, *parts = (cell.number if cell else None for cell in cells)
        numbers = [number for number in parts if number is not None]
        if column.total and total != (sum(numbers) if numbers else None):
            yield (
                f"Ô {column.total.place} (cột ({column.code})) ghi {column.total.shown}, không bằng tổng hai dòng "
                "bên dưới: lấy số của hai dòng đó."
            )
