"""A pasted block below headings, as a spreadsheet has them: it is read as one, by its columns."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from accounts.models import Organisation
from accounts.rows.pages import RowPages
from accounts.rows.sheets.headings import DEEPEST, HEADINGS_WITHIN
from accounts.rows.sheets.layouts import wanted_of
from accounts.rows.sheets.tables import find_table
from pbgdpl.lib.office.pasted_cells import lines_of_rows, pasted_rows

UNEVEN = (
    "Dòng {number} có {cells} ô mà dòng tiêu đề có {wanted} ô, nên danh sách được đọc theo từng dòng, không theo cột. "
    "Muốn đọc theo cột, chép lại từ Excel hoặc tải bảng tính lên."
)


@dataclass(frozen=True, slots=True)
class PastedTable:
    """A block with headings: the list that they belong to, and its cells as a file; or why it is not read as one."""

    pages: RowPages
    data: bytes = b""
    why_not: str = ""


def pasted_table(text: str, lists: Sequence[RowPages], organisation: Organisation) -> PastedTable | None:
    """Return the table in a pasted text, None for a text without headings.

    It belongs to the one of the `lists` that knows most of its headings, of several to the first.
    """
    rows = pasted_rows(text) if "\t" in text else []
    lines = lines_of_rows(rows)
    head = lines[: HEADINGS_WITHIN + DEEPEST]
    found = [(pages, find_table(head, wanted_of(pages, organisation), 0)) for pages in lists if head]
    known = [(len(table.fields), pages, table) for pages, table in found if table]
    if not known:
        return None
    _, pages, table = max(known, key=lambda one: one[0])
    width = len(rows[table.heading.number - 1])
    for line in lines[table.end :]:
        if (cells := len(rows[line.number - 1])) != width:
            return PastedTable(pages, why_not=UNEVEN.format(number=line.number, cells=cells, wanted=width))
    return PastedTable(pages, _as_file(rows, width))


def _as_file(rows: Sequence[Sequence[str]], width: int) -> bytes:
    """Return the cells as a text file, all rows of one width, by which its reader knows how they are parted."""
    file = StringIO()
    csv.writer(file, delimiter="\t").writerows([*row, *[""] * (width - len(row))] for row in rows)
    return file.getvalue().encode("utf-8-sig")
