"""The rows of a list as HTML; a template takes ten times as long for the fifty rows of a page.

Everything goes through `format_html`, which escapes it. The rest of the page is `templates/accounts/rows/list.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from accounts.templatetags.screen import icon

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


class ListRows:
    """The rows of a page of a list; what is the same for all of them is made once.

    `row_query` follows the address of a row's page, None where rows have none; `edit_query` precedes the pk of the row
    that is edited in place.
    """

    def __init__(self, cells: RowCells, use: Use, *, row_query: str | None, edit_query: str) -> None:
        self.cells, self.use, self.row_query = cells, use, row_query
        icons = {f"{name}_icon": icon(name) for name in ("up", "down", "edit")}
        self.common = {"edit_query": format_html("{}", edit_query), **icons}
        self.prose = format_html(' <span class="mark">{} Chỉ nêu trong phần lời</span>', icon("prose"))
        self.clip = icon("clip")

    def html(self, rows: Iterable[Any]) -> SafeString:
        return format_html_join("", "{}", ((self.row(row),) for row in rows))

    def row(self, row: Any) -> SafeString:
        address = "" if self.row_query is None else f"{row.key}/{self.row_query}"
        return format_html(
            ROWS[self.use],
            key=row.key,
            place=row.place,
            checked=" checked" if row.is_chosen else "",
            cells=self.cells(row, address, self.marks(row)),
            **self.common,
            **(move_buttons(row) if self.use is Use.MOVE else {}),
        )

    def marks(self, row: Any) -> SafeString:
        """Return what follows the subject: that the row is in no listing, its files, its division, who entered it."""
        files = format_html("{} {} tệp", self.clip, row.files) if row.files else ""
        notes = [(note,) for note in (files, row.division_name, row.person) if note]
        meta = format_html_join("", "<span>{}</span>", notes)
        return format_html(
            "{}{}",
            "" if row.in_report else self.prose,
            format_html('\n<small class="meta">{}</small>', meta) if notes else "",
        )


def move_buttons(row: Any) -> dict[str, str]:
    """Return the attributes of the buttons that move a row up and down."""
    is_end = {"up": row.is_first, "down": row.is_last}
    return {
        way: " disabled" if ends else " autofocus" if row.focus == way else "" for way, ends in is_end.items()
    }


def linked(words: Any, address: str) -> SafeString:
    """Return the words as a link, or alone where there is no address."""
    return format_html('<a href="{}">{}</a>', address, words) if address else format_html("{}", words)


def or_lacking(words: str, otherwise: str) -> str:
    """Return the words, or what a list shows where there are none."""
    return words or format_html('<span class="lacking">{}</span>', otherwise)
