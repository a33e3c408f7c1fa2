"""The columns of a kind of row in spreadsheets and registers, for writing and for reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format

WITH_KIND = "_with_kind"


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
    # Headings, folded, of a column where the type precedes the value: its field is "subject" + WITH_KIND.
    also_with_kind: tuple[str, ...] = ()

    def value_of(self, row: Any) -> date | str:
        """Return the row's value in this column; for a choice, its label."""
        if self.typed:
            return self.typed(row)
        label = getattr(row, f"get_{self.field}_display", None)
        value = label() if label else getattr(row, self.field)
        return value if isinstance(value, date) else str(value or "")

    def text_of(self, row: Any) -> str:
        """Return the row's value in this column as text: a day as "16/01/2024"."""
        value = self.value_of(row)
        return date_format(value) if isinstance(value, date) else value
