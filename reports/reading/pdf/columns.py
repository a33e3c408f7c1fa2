"""Puts the columns of a letterhead and of a signature one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.reading.pdf.printed import Printed, Rows
from reports.reading.report import places

NATION = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ")  # a narrow column breaks what follows


def reading_order(rows: Rows, centre: float) -> Iterator[list[Printed]]:
    """Yield the rows, with the columns of the letterhead and of the signature one after the other."""
    at = 0
    while at < len(rows):
        end = _end_of_columns(rows, at, centre)
        if end == at:
            yield list(rows[at])
            at += 1
            continue
        pieces = [one for row in rows[at:end] for one in row]
        middle = _middle([row for row in rows[at:end] if len(row) == 2])
        yield from ([one] for one in _whole(one for one in pieces if one.x0 + one.x1 < 2 * middle))
        yield from ([one] for one in _whole(one for one in pieces if one.x0 + one.x1 >= 2 * middle))
        at = end


def _whole(column: Iterable[Printed]) -> Iterator[Printed]:
    """Yield the lines of a column, with the national name and the date whole that a narrow column broke."""
    last: Printed | None = None
    for one in column:
        if last is None or not _is_broken(last.text, one.text):
            if last is not None:
                yield last
            last = one
        else:
            last = replace(last, bottom=one.bottom, runs=(*last.runs, (" ", last.is_bold), *one.runs))
    if last is not None:
        yield last


def _is_broken(text: str, following: str) -> bool:
    both = f"{text} {following}"
    if places.NATIONAL_NAME.fullmatch(both):
        return True
    date, whole = (places.place_date(one) for one in (text, both))
    return whole is not None and whole[1] is not None and "ngày" in text and not (date and date[1])


def _middle(pairs: Rows) -> float:
    return (max(row[0].x1 for row in pairs) + min(row[1].x0 for row in pairs)) / 2


def _end_of_columns(rows: Rows, start: int, centre: float) -> int:
    """Return where the two columns end that begin here and hold a letterhead or a signature; `start` for none."""
    end, left, right = start, 0.0, float("inf")
    for row in rows[start:]:
        first, last = row[0], row[-1]
        if len(row) > 2 or first.rows or first.page != rows[start][0].page:
            break
        if len(row) == 2:
            if max(left, first.x1) > min(right, last.x0):
                break
            left, right = max(left, first.x1), min(right, last.x0)
        elif first.x0 <= max(left, centre if not left else 0) and (not left or first.x1 >= right):
            break  # across both columns, or in the left one above the first row that has both
        end += 1
    taken = rows[start:end]
    if not any(len(row) == 2 for row in taken) or not any(
        _is_head_or_tail(one) for row in taken for one in row
    ):
        return start
    return _without_titles(rows, start, end, (left + right) / 2)


def _without_titles(rows: Rows, start: int, end: int, middle: float) -> int:
    """Return the end of the columns before titles in the middle of the page, which only seem to be in a column."""
    while end > start and len(rows[end - 1]) == 1:
        one = rows[end - 1][0]
        if not one.x0 < middle < one.x1 and not _is_kind(one):
            break
        end -= 1
    titles = (at for at in range(start, end) if len(rows[at]) == 1 and _is_kind(rows[at][0]))
    return next(titles, end)


def _is_kind(one: Printed) -> bool:
    return places.KIND.fullmatch(one.text) is not None and one.text.isupper()


def _is_head_or_tail(one: Printed) -> bool:
    text = one.text
    return bool(
        places.NATIONAL_NAME.search(text)
        or NATION.match(text)
        or places.MOTTO.search(text)
        or places.RECIPIENTS.match(text)
        or (places.is_capitals(text) and places.is_authority(text))
    )
