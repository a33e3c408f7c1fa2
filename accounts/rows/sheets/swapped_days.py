"""Days of a sheet whose day and month may be swapped: Excel took what it could for a date, month first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

WRITTEN_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)")
LAST_MONTH = 12
SWAPPED = (
    "{heading}: bảng tính hiện {shown} (tháng trước, ngày sau), đang đọc là {read}. "
    "Ngày và tháng có thể bị đảo; nếu đúng vậy, sửa lại ô này."
)


def swapped_days(
    rows: Sequence[tuple[Mapping[str, str], Collection[str]]], headings: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """Yield the doubts on each row, given as its values and the fields whose day is shown with the month first.

    Where all the days of a column are dates of that kind, none is in doubt: a text beside them shows that days
    above 12 were typed in front, which Excel does not take for a date.
    """
    mixed = {
        field
        for values, shown in rows
        for field, text in values.items()
        if field in headings and field not in shown and WRITTEN_DAY.match(text)
    }
    for values, shown in rows:
        fields = (field for field in headings if field in shown and field in mixed)
        yield tuple(
            SWAPPED.format(heading=headings[field], shown=other, read=values[field])
            for field in fields
            if (other := _swapped(values[field]))
        )


def _swapped(text: str) -> str:
    """Return the day with its month first, or "" if that is no other day: "04/03/2025" → "03/04/2025"."""
    day, month, year = text.split("/")
    return f"{month}/{day}/{year}" if int(day) <= LAST_MONTH and day != month else ""
