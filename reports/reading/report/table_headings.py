"""Finds the headings of a table in a report, also where several rows make them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from accounts.rows.sheets.headings import ROW_NUMBERS, Meanings, bare, fields_under, meanings_of
from events.columns import COLUMNS as EVENT_COLUMNS
from plans.columns import COLUMNS as PLAN_COLUMNS

Row = Sequence[str]

DEEPEST_HEADING = 3  # rows
PARTS_OF_PEOPLE = {"nam", "nu", "trong do nu", "dan toc", "dan toc thieu so"}


@cache
def _meanings(of: str) -> Meanings:
    return meanings_of(PLAN_COLUMNS if of == "documents" else EVENT_COLUMNS)


def heading_of(rows: Sequence[Row]) -> tuple[Row, int]:
    """Return the headings, of up to three rows together, and how many rows they are."""
    best: tuple[int, Row, int] = (0, (), 0)
    for depth in range(1, min(DEEPEST_HEADING, len(rows) - 1) + 1):
        columns = zip(*_spread(rows[:depth]), strict=True)
        together = tuple(_known(list(dict.fromkeys(filter(None, texts)))) for texts in columns)
        found = max(len(fields_in(together, of)) for of in ("documents", "events"))
        is_better = found > best[0] or (
            found == best[0]
            and depth > 1
            and _is_parted(next(_spread(rows[depth - 2 : depth])), best[1], together)
        )
        if sum(map(bool, together)) > 1 and is_better:
            best = (found, together, depth)
    return best[1], best[2]


def _is_parted(upper: Row, before: Row, together: Row) -> bool:
    """Return whether a row adds headings below one that stands above several."""
    return any(
        text not in ("", old) and above and upper.count(above) > 1
        for above, old, text in zip(upper, before, together, strict=False)
    )


def _spread(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of headings; one above others stands above each of them: "Số lượng" over "Đại biểu", "Cuộc"."""
    for upper, lower in pairwise(rows):
        above, spread = "", []
        for text, below in zip(upper, lower, strict=True):
            above = text or (above if below else "")
            spread.append(above)
        yield spread
    yield rows[-1]


def _known(texts: Sequence[str]) -> str:
    """Return the words of the headings above each other, without the first ones if only the others are known.

    Of a number that is parted, such as "Số lượng" over "Nam", "Nữ", no column is the number itself.
    """
    if len(texts) > 1 and bare(texts[-1]) in PARTS_OF_PEOPLE:
        return ""
    together = (" ".join(texts[start:]) for start in range(len(texts)))
    return next(filter(_is_known, (*together, *reversed(texts))), "")


def _is_known(heading: str) -> bool:
    is_column = any(_meanings(of).knows(heading) for of in ("documents", "events"))
    return is_column or bare(heading) in ROW_NUMBERS


def fields_in(heading: Row, of: str) -> dict[str, int]:
    """Return the columns of the fields of "documents" or of "events" that headings lead to."""
    columns = {column: text for column, text in enumerate(heading) if text}
    return {field: column for column, field in fields_under(columns, _meanings(of)).items()}
