"""The rule about the order of a listing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from accounts.rows import YearRow
from plans.models import Directive, Plan
from reports.checks.dates import days_of
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Rule, Severity, named
from reports.checks.passages import name_of

OUT_OF_ORDER = Rule(
    "out-of-order",
    Severity.HINT,
    "Danh mục không theo thứ tự ngày",
    "Danh mục theo ngày dễ đọc, dễ đối chiếu; một thứ tự riêng của đơn vị vẫn được giữ.",
)
CALLED = {"plan": "văn bản đã ban hành", "directive": "văn bản chỉ đạo", "event": "hoạt động"}

Dated = tuple[date, YearRow]


def out_of_order(draft: Draft) -> Iterator[Finding]:
    """Find the rows of a listing that stand outside the order of dates that the others keep."""
    for rows in (draft.plans, draft.directives, draft.events):
        dated = [(day, row) for row in rows if row.in_report and (day := days_of(row)[0])]
        strays = [row for group in _groups(dated) for row in _strays(group)]
        if not strays or _is_newest_first(dated):
            continue
        model = str(strays[0]._meta.model_name)
        text = (
            f"Danh mục {CALLED[model]} không theo thứ tự ngày ở: "
            f"{named([name_of(row) for row in strays], 'dòng')}. Xếp lại, hoặc giữ nếu đó là thứ tự riêng."
        )
        yield OUT_OF_ORDER.finds(text, draft.place_of(*strays), model, *(row.pk for row in strays))


def _groups(dated: Sequence[Dated]) -> list[list[Dated]]:
    """Return the groups by kind or by body in which the listing is arranged, or the whole of it as one."""
    groups = [list(group) for _, group in groupby(dated, key=lambda pair: _heading(pair[1]))]
    headings = [_heading(group[0][1]) for group in groups]
    is_arranged = len(set(headings)) == len(headings) and 2 * len(headings) <= len(dated)
    return groups if is_arranged else [list(dated)]


def _heading(row: YearRow) -> str:
    match row:
        case Directive(issuing_body=body):
            return str(body)
        case Plan(kind=kind):
            return str(kind)
        case _:
            return str(getattr(row, "kind", ""))


def _is_newest_first(dated: Sequence[Dated]) -> bool:
    return all(above[0] >= below[0] for above, below in pairwise(dated))


def _strays(dated: Sequence[Dated]) -> list[YearRow]:
    """Return the fewest rows without which the others are in order of date."""
    ends: list[date] = []  # the earliest day on which an ordered run of each length can end
    lengths = []
    for day, _ in dated:
        place = bisect_right(ends, day)
        ends[place : place + 1] = [day]
        lengths.append(place + 1)
    wanted, strays = len(ends), []
    for (_, row), length in zip(reversed(dated), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            strays.append(row)
    return strays[::-1]
