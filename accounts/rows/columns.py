"""The columns of a kind of row in spreadsheets and registers, for writing and for reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pbgdpl.lib.vietnamese import official_date

# What columns of a sheet hold beside the fields of the form: "subject_with_kind" begins with the type of the document,
# "held_with_place" is followed by the place, "number_symbol" is the symbol that belongs to a number.
WITH_KIND, WITH_PLACE, SYMBOL = "_with_kind", "_with_place", "_symbol"


@dataclass(frozen=True, slots=True)
class Column:
    """A column for one field of the row's form, with values as a person would type them.

    The value is the row's attribute of the same name (a text, a day or nothing) unless `typed` returns another one.
    """

    field: str  # the form's field: "number"
    heading: str  # "Số, ký hiệu"
    width: int  # in characters, in a spreadsheet
    # Other headings that mean the same, folded: "so ky hieu", "so van ban".
    also: tuple[str, ...] = ()
    example: str = ""  # a value shown in the empty template
    holds_days: bool = False
    is_minor: bool = False  # in a list under review, shown only where it holds something
    offered: tuple[str, ...] = ()  # suggested values; others may be typed
    typed: Callable[[Any], str] | None = None
    # The day or the number that a row has here, which a spreadsheet sorts and adds up; None where only a text says it.
    counted: Callable[[Any], date | int | None] | None = None
    # A pattern of further such headings; it counts where no column of a sheet has one of those above.
    also_like: str = ""
    # Its headings may mean another column, where that one is missing: "Nội dung" is the name of an event then.
    is_loose: bool = False
    # Headings, folded, of a column where the type precedes the value: its field is "subject" + WITH_KIND.
    also_with_kind: tuple[str, ...] = ()
    also_with_place: tuple[str, ...] = ()
    # Headings, folded, of the column of the symbol, where the number stands in one of its own.
    symbol_headings: tuple[str, ...] = ()

    @property
    def joined(self) -> dict[str, str]:
        """Return what a column of a sheet can hold of this field together with another, with its heading."""
        return {
            **({self.field + WITH_KIND: f"{self.heading}, có tên loại ở đầu"} if self.also_with_kind else {}),
            **({self.field + WITH_PLACE: f"{self.heading}, địa điểm"} if self.also_with_place else {}),
            **({self.field + SYMBOL: "Ký hiệu, khi số ở cột khác"} if self.symbol_headings else {}),
        }

    def value_of(self, row: Any) -> date | int | str:
        """Return the row's value in this column of a spreadsheet: a day and a number as such, else the text."""
        counted = self.counted(row) if self.counted else None
        value = self._value_of(row) if counted is None else counted
        return value if isinstance(value, date | int) else str(value or "")

    def text_of(self, row: Any) -> str:
        """Return the row's value in this column as text: a day as "16/01/2024", "05/3/2024"."""
        value = self._value_of(row)
        return official_date(value) if isinstance(value, date) else str(value or "")

    def _value_of(self, row: Any) -> Any:
        """Return the row's attribute or what `typed` returns for it; for a choice, its label."""
        if self.typed:
            return self.typed(row)
        label = getattr(row, f"get_{self.field}_display", None)
        return label() if label else getattr(row, self.field)


def main_field(name: str) -> str:
    """Return the field of the form that a column fills: "subject_with_kind" → "subject"."""
    return name.removesuffix(WITH_KIND).removesuffix(WITH_PLACE)
