"""The columns of a kind of row in spreadsheets and registers: the same to write and to read again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column holds one field of the row's form, as a person would type it."""

    field: str  # the form's field: "number"
    heading: str  # "Số, ký hiệu"
    width: int  # in letters, in a spreadsheet
    # Other headings that mean the same, folded: "so ky hieu", "so van ban".
    also: tuple[str, ...] = ()
    example: str = ""  # what the template to fill in shows
