"""The rows of a list in a sheet, each value under the field of the form to which it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from accounts.rows.columns import Column
from accounts.rows.sheets.headings import LEAST_HEADINGS, LONGEST_HEADING, ROW_NUMBERS, bare, fields_of
from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.left_out import (
    FIGURES,
    HEADING_AGAIN,
    LeftOut,
    is_running_number,
    left_out,
    left_out_of,
)
from accounts.rows.sheets.row_keys import ROW_KEY
from accounts.rows.sheets.signatures import below_list
from accounts.rows.sheets.swapped_days import swapped_days
from accounts.rows.sheets.tables import Table, Wanted, unread_columns
from pbgdpl.lib.legibility import garbled_line
from pbgdpl.lib.office.cells import LONGEST_CELL
from pbgdpl.lib.office.sheet_layout import MOST_COLUMNS
from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import first_words, thousands

MOST_ROWS = 500
MOST_CHARACTERS = 2_000_000  # in all values together; 500 rows of long subjects have a quarter of it
# A day with the time of day that exports of document systems add: "11/02/2025 00:00:00".
TIMED_DAY = re.compile(
    r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?:T|\s+)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:\s?(?:AM|PM|SA|CH))?)",
    re.IGNORECASE,
)
LONGEST_DAY = 40
MIDNIGHT = re.compile(r"0?0:00(?::00(?:\.0+)?)?(?: ?(?:AM|SA))?|12:00(?::00)? ?(?:AM|SA)", re.IGNORECASE)
LONGEST_NUMBER = 8  # characters of a running number: "12.3", "IV.2a"
TOO_LONG = (
    f"Bảng tính quá dài: mỗi lần tải lên tối đa {MOST_ROWS} dòng, {thousands(MOST_CHARACTERS)} ký tự. "
    "Chia danh sách thành nhiều tệp rồi tải lên từng tệp."
)
CUT = f"các cột từ cột thứ {MOST_COLUMNS + 1} trở đi"
UNTIMED = "{heading}: đã bỏ giờ “{time}”."
NUMBERED = "Cột “{heading}” ghi “{text}”; chữ này không được nhập."


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the list: its number in the sheet, and its values by the form's fields, as people type them."""

    number: int
    values: dict[str, str]
    doubts: tuple[str, ...] = ()
    sheet: str = ""  # its title
    key: str = ""  # of the row that it was when the sheet was exported
    emptied: tuple[str, ...] = ()  # the fields whose cells such a row leaves empty


@dataclass(frozen=True, slots=True)
class ListPart:
    """The list of one sheet."""

    rows: tuple[SheetRow, ...]
    left_out: tuple[LeftOut, ...]
    unread_columns: tuple[str, ...]


@dataclass(slots=True)
class RowReader:
    """Reads the lists of the sheets of a file, which are bounded together."""

    wanted: Wanted
    rows_left: int = MOST_ROWS
    characters_left: int = MOST_CHARACTERS
    # The list whose headings ended the last one that was read: it stands below that in the same sheet.
    following: Table | None = None
    _left_out: list[LeftOut] = field(default_factory=list)

    def read(self, title: str, lines: Iterator[Line], table: Table) -> ListPart:
        """Return the list below the headings; a row with its running number alone is neither read nor left out."""
        read = self.wanted.columns_of(table.fields)
        self._left_out, self.following = [], None
        listed, below = below_list(self._listed(title, lines, table, read), read)
        left_out = [*self._left_out, *(replace(out, sheet=title) for out in below)]
        rows = [_row(line, read, table, title) for line in listed]
        refuse_garbled([(row.number, " ".join(row.values.values())) for row in rows])
        return ListPart(
            _with_doubts(rows, listed, read),
            tuple(sorted(left_out, key=lambda out: out.number)),
            _unread(table, listed),
        )

    def _listed(
        self, title: str, lines: Iterator[Line], table: Table, read: Mapping[int, tuple[str, Column]]
    ) -> list[Line]:
        listed: list[Line] = []
        for line in lines:
            if is_running_number(line, read):
                continue
            fields = self._headings_in(line, table)
            if fields and fields != table.fields:
                self.following = Table(line, 0, 0, dict(fields))
                break
            out = left_out(line, HEADING_AGAIN) if fields else None
            if out := out or left_out_of(
                line, read, is_first=not listed, with_hidden=self.wanted.with_hidden
            ):
                self._left_out.append(replace(out, sheet=title))
                continue
            self.characters_left -= _length(line, read)
            self.rows_left -= 1
            if self.rows_left < 0 or self.characters_left < 0:
                raise UnreadableSheet(TOO_LONG)
            listed.append(line)
        return listed

    def _headings_in(self, line: Line, table: Table) -> Mapping[int, str]:
        """Return the fields of a row that holds headings again; a person's choice is for all of a sheet."""
        if line.cells == table.heading.cells:
            return table.fields
        if self.wanted.choices or line.is_hidden or max(map(len, line.cells.values())) > LONGEST_HEADING:
            return {}
        fields = fields_of(line, self.wanted.meanings)
        return fields if len(fields) >= LEAST_HEADINGS else {}


def _unread(table: Table, listed: Sequence[Line]) -> tuple[str, ...]:
    used = {
        place
        for line in listed
        for place, text in line.cells.items()
        if place not in table.fields and not FIGURES.fullmatch(text)
    }
    hidden = table.heading.hidden_columns | (listed[0].hidden_columns if listed else frozenset())
    return *unread_columns(table, used, hidden), *([CUT] if any(line.is_cut for line in listed) else [])


def _with_doubts(
    rows: Sequence[SheetRow], lines: Sequence[Line], read: Mapping[int, tuple[str, Column]]
) -> tuple[SheetRow, ...]:
    headings = {field: column.heading for field, column in read.values()}
    shown = [{name for place, (name, _) in read.items() if place in line.month_first} for line in lines]
    doubts = swapped_days([(row.values, fields) for row, fields in zip(rows, shown, strict=True)], headings)
    return tuple(replace(row, doubts=(*row.doubts, *more)) for row, more in zip(rows, doubts, strict=True))


def refuse_garbled(texts: Sequence[tuple[int, str]]) -> None:
    """Raise UnreadableSheet for the first text in an old encoding, given with the number of its row."""
    for number, text in texts:
        if line := garbled_line([text]):
            raise UnreadableSheet(
                f"Dòng {number}: “{first_words(line)}” dùng bảng mã cũ (TCVN3, VNI) hoặc sai bảng mã. "
                "Chuyển bảng tính sang Unicode rồi tải lên lại."
            )


def _row(line: Line, read: Mapping[int, tuple[str, Column]], table: Table, title: str) -> SheetRow:
    values, doubts = _values(line, read, table)
    key = values.pop(ROW_KEY.field, "")
    empty = (name for name, _ in read.values() if key and name not in values and name != ROW_KEY.field)
    return SheetRow(line.number, values, doubts, title, key, tuple(empty))


def _values(
    line: Line, read: Mapping[int, tuple[str, Column]], table: Table
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the values of a row, and the doubts about what was taken out of them."""
    values, doubts = {}, []
    for place, (name, column) in read.items():
        if place in line.cells:
            values[name], time = _untimed(line.cells[place], column)
            if time:
                doubts.append(UNTIMED.format(heading=column.heading, time=time))
    for place, heading in table.heading.cells.items():
        text = line.cells.get(place, "")
        if place not in read and bare(heading) in ROW_NUMBERS and len(text) > LONGEST_NUMBER:
            doubts.append(NUMBERED.format(heading=first_words(heading), text=first_words(text)))
    return values, tuple(doubts)


def _untimed(text: str, column: Column) -> tuple[str, str]:
    """Return a day without the time of day, and the time; a time at midnight, which says nothing, is "".

    Where a column holds no days alone, only midnight is taken out.
    """
    timed = TIMED_DAY.fullmatch(text[:LONGEST_DAY]) if len(text) <= LONGEST_DAY else None
    if timed is None:
        return text, ""
    is_midnight = MIDNIGHT.fullmatch(timed[2]) is not None
    if is_midnight or column.holds_days:
        return timed[1], "" if is_midnight else timed[2]
    return text, ""


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
