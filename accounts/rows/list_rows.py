"""The rows of a list as HTML; a template takes several times as long for the fifty rows of a page.

Everything goes through `markup`, which escapes it. The rest of the page is `templates/accounts/rows/list.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from django.utils.safestring import SafeString

from accounts.templatetags.screen import icon
from pbgdpl.lib.markup import joined, markup

# The cells of a row after its number: of the row, the address of its page ("" for none), and the marks of its subject.
RowCells = Callable[[Any, str, SafeString], SafeString]


class Use(StrEnum):
    """What somebody may do with the rows of a list."""

    READ = "read"
    SELECT = "select"
    MOVE = "move"
    RESTORE = "restore"


START, CELLS, END = '<tr id="dong-{key}"><td class="order">', "</td>{cells}", "</tr>\n"
BOX = (
    '<label><input type="checkbox" name="row" value="{key}" aria-label="Chọn dòng {place}"{checked}> {place}'
    "</label>"
)
MOVES = (
    f'<span class="moves">{BOX}\n'
    '<button class="btn" type="submit" name="direction" value="up" formaction="{key}/chuyen/"'
    ' aria-label="Chuyển dòng {place} lên"{up}>{up_icon}</button>\n'
    '<button class="btn" type="submit" name="direction" value="down" formaction="{key}/chuyen/"'
    ' aria-label="Chuyển dòng {place} xuống"{down}>{down_icon}</button></span>'
)
EDIT = (
    '<td class="row-action"><a class="mend" href="{edit_query}{key}#dong-{key}">{edit_icon}<span> Sửa'
    '<span class="visually-hidden"> dòng {place}</span></span></a></td>'
)
RESTORE = (
    '<td class="row-action"><button class="btn btn-outline-primary" type="submit"'
    ' formaction="{key}/khoi-phuc/">Khôi phục</button></td>'
)
ROWS = {
    Use.READ: f"{START}{{place}}{CELLS}{END}",
    Use.SELECT: f"{START}{BOX}{CELLS}{EDIT}{END}",
    Use.MOVE: f"{START}{MOVES}{CELLS}{END}",
    Use.RESTORE: f"{START}{{place}}{CELLS}{RESTORE}{END}",
}

NOTHING, CHECKED = markup(""), markup(" checked")


class ListRows:
    """The rows of a page of a list; what is the same for all of them is made once.

    `row_query` follows the address of a row's page, None where rows have none; `edit_query` precedes the pk of the row
    that is edited in place.
    """

    def __init__(self, cells: RowCells, use: Use, *, row_query: str | None, edit_query: str) -> None:
        self.cells, self.use, self.row_query = cells, use, row_query
        icons = {f"{name}_icon": icon(name) for name in ("up", "down", "edit")}
        self.common = {"edit_query": markup("{}", edit_query), **icons}
        self.prose = markup(' <span class="mark">{} Chỉ nêu trong phần lời</span>', icon("prose"))
        self.clip = icon("clip")

    def html(self, rows: Iterable[Any]) -> SafeString:
        return joined(map(self.row, rows))

    def row(self, row: Any) -> SafeString:
        address = "" if self.row_query is None else f"{row.key}/{self.row_query}"
        return markup(
            ROWS[self.use],
            key=row.key,
            place=row.place,
            checked=CHECKED if row.is_chosen else NOTHING,
            cells=self.cells(row, address, self.marks(row)),
            **self.common,
            **(move_buttons(row) if self.use is Use.MOVE else {}),
        )

    def marks(self, row: Any) -> SafeString:
        """Return what follows the subject: that the row is in no listing, its files, its division, who entered it."""
        files = markup("{} {} tệp", self.clip, row.files) if row.files else ""
        notes = [markup("<span>{}</span>", note) for note in (files, row.division_name, row.person) if note]
        prose = NOTHING if row.in_report else self.prose
        return markup('{}\n<small class="meta">{}</small>', prose, joined(notes)) if notes else prose


def move_buttons(row: Any) -> dict[str, str]:
    """Return the attributes of the buttons that move a row up and down."""
    is_end = {"up": row.is_first, "down": row.is_last}
    return {
        way: " disabled" if ends else " autofocus" if row.focus == way else "" for way, ends in is_end.items()
    }


def linked(words: Any, address: str) -> SafeString:
    """Return the words as a link, or alone where there is no address."""
    return markup('<a href="{}">{}</a>', address, words) if address else markup("{}", words)


def or_lacking(words: str, otherwise: str) -> str:
    """Return the words, or what a list shows where there are none."""
    return words or markup('<span class="lacking">{}</span>', otherwise)
