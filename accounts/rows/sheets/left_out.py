"""The rows of a sheet that are no rows of its list: names of groups, totals, numbers of columns, hidden rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import first_words, fold, thousands

NUMBERED = re.compile(r"\(?(?:\d{1,2}|[A-Ha-h])\)?")  # the row "(1) (2) (3)" that stands below headings
LEAST_NUMBERED = 2
MARKER = re.compile(r"(?:[IVXL]{1,6}|[A-ZĐ])[.)]?")  # of a group: "I", "A."
MARKED = re.compile(r"(?:[IVXL]{1,6}|[A-HĐ])[.)]\s+\S")
TOTAL = re.compile(r"(?:tong (?:cong|so)(?!\w).*|(?:tong|cong)\s*(?:[:(.\d].*)?)", re.DOTALL)
COUNT = re.compile(r"\(?\d[^/]*")
FIGURES = re.compile(r"\d+[.)]?")
LONGEST_TEXT = 200
MOST_NAMED = 50
HIDDEN, GROUP, TOTALS, COLUMN_NUMBERS = "đang ẩn", "tên nhóm", "dòng cộng", "dòng đánh số cột"
HEADING, HEADING_AGAIN = "tiêu đề", "tiêu đề lặp lại"
UNHIDE = "Nếu cần nhập, bấm “Chọn lại cột, dòng ẩn của bảng tính”."
ABOVE = "trên dòng tiêu đề"
UNREAD = "chỉ có chữ ở cột không đọc"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is left out, or a whole sheet: its number is 0."""

    number: int
    why: str
    text: str
    sheet: str = ""  # its title


def left_out(line: Line, why: str) -> LeftOut:
    cells = (text[:LONGEST_TEXT] for _, text in sorted(line.cells.items()))
    return LeftOut(line.number, why, first_words(" ".join(islice(cells, MOST_NAMED))))


def left_out_of(
    line: Line,
    read: Collection[int],
    *,
    is_first: bool,
    with_hidden: bool = False,
) -> LeftOut | None:
    """Return the row as one that is left out, or None for a row of the list.

    `read` are the columns with a field.
    """
    if line.is_hidden and not with_hidden:
        return left_out(line, HIDDEN)
    why = _why(line, read, is_first)
    return left_out(line, why) if why else None


def is_running_number(line: Line, read: Collection[int]) -> bool:
    """Return whether a row holds nothing but its running number."""
    return all(column not in read and FIGURES.fullmatch(text) for column, text in line.cells.items())


def left_out_words(rows: Sequence[LeftOut], *, names_sheets: bool = False) -> Iterator[str]:
    """Yield the sentences that name the rows and the sheets that were left out."""
    for sheet, group in groupby((row for row in rows if row.why == HIDDEN), key=lambda row: row.sheet):
        hidden = [row.number for row in group]
        of = f" của trang tính “{sheet}”" if names_sheets else ""
        yield f"Bỏ ra {thousands(len(hidden))} dòng đang ẩn{of}: {row_ranges(hidden)}. {UNHIDE}"
    if others := [row for row in rows if row.why != HIDDEN]:
        named = "; ".join(_words(row, names_sheets) for row in others[:MOST_NAMED])
        more = f"; và {thousands(len(others) - MOST_NAMED)} dòng khác" if len(others) > MOST_NAMED else ""
        yield f"Bỏ ra: {named}{more}."


def _words(row: LeftOut, names_sheet: bool) -> str:
    if not row.number:
        return f"trang tính “{row.sheet}” ({row.why})"
    of = f"trang tính “{row.sheet}”, " if names_sheet else ""
    return f"{of}dòng {row.number} “{row.text}” ({row.why})"


def _why(line: Line, read: Collection[int], is_first: bool) -> str:
    texts = [text for _, text in sorted(line.cells.items())]
    if is_first and len(texts) >= LEAST_NUMBERED and all(map(NUMBERED.fullmatch, texts)):
        return COLUMN_NUMBERS
    if TOTAL.fullmatch(fold(texts[0][:LONGEST_TEXT]).strip()) and all(map(COUNT.fullmatch, texts[1:])):
        return TOTALS
    if _is_group(line, read):
        return GROUP
    return "" if any(column in read for column in line.cells) else UNREAD


def _is_group(line: Line, read: Collection[int]) -> bool:
    """Return whether a row holds a name alone, which has a marker or stands across columns."""
    match sorted(line.cells.items()):
        case [(column, text)]:
            return column not in read or column in line.spans or MARKED.match(text) is not None
        case [(column, marker), (_, _)]:
            return column not in read and MARKER.fullmatch(marker) is not None
    return False


def row_ranges(numbers: Sequence[int]) -> str:
    """Return row numbers in words: "2, 4–6"."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    named = [str(first) if first == last else f"{first}–{last}" for first, last in ranges[:MOST_NAMED]]
    return ", ".join([*named, "…"] if len(ranges) > MOST_NAMED else named)
