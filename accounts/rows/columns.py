"""The columns of a kind of row in spreadsheets and registers: the same to write and to read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format


@dataclass(frozen=True, slots=True)
class Column:
    """A column holds one field of the row's form, as a person would type it.

    The row has an attribute of the same name with what the form would show (a text, a day or nothing), or `typed`
    makes that of the row.
    """

    field: str  # the form's field: "number"
    heading: str  # "Số, ký hiệu"
    width: int  # in letters, in a spreadsheet
    # Other headings that mean the same, folded: "so ky hieu", "so van ban".
    also: tuple[str, ...] = ()
    example: str = ""  # what the template to fill in shows
    holds_days: bool = False
    offered: tuple[str, ...] = ()  # what to choose from; other words may be typed all the same
    typed: Callable[[Any], str] | None = None

    def value_of(self, row: Any) -> date | str:
        """Return what the row holds here; of a choice its label."""
        if self.typed:
            return self.typed(row)
        label = getattr(row, f"get_{self.field}_display", None)
        value = label() if label else getattr(row, self.field)
        return value if isinstance(value, date) else str(value or "")

    def text_of(self, row: Any) -> str:
        """Return what the row holds here in words: a day as "16/01/2024"."""
        value = self.value_of(row)
        return date_format(value) if isinstance(value, date) else value
