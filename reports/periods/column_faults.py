"""What is wrong between the columns of a form: codes used twice, parts and sums in a circle, rules that are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plans.kinds import PolicyKind
from reports.figures.rules import check_rules
from reports.models import Count, CountedKind, Indicator

OF_POLICIES = frozenset({Count.MUST, Count.DONE})
UNCOUNTED = frozenset({Count.BY_HAND, Count.SUM})
WITH_MODES = frozenset({Count.SESSIONS, Count.PEOPLE, Count.CONTESTS, Count.ENTRANTS})
Links = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ColumnFault:
    """A sentence about a field of the column at a place, counted from 0."""

    place: int
    field: str
    words: str


def column_faults(columns: Sequence[Indicator]) -> Iterator[ColumnFault]:
    """Yield what is wrong between the columns, and between the fields of each."""
    first: dict[str, int] = {}
    for place, one in enumerate(columns):
        if one.code and first.setdefault(one.code, place) != place:
            words = f"Mã {one.code} đã dùng ở chỉ tiêu {first[one.code] + 1}. Mỗi cột một mã."
            yield ColumnFault(place, "code", words)
    known = {one.code: one for one in columns if one.code}
    of_words = {one.code for one in columns if one.is_text}
    parts = {one.code: [one.part_of] for one in columns if one.part_of}
    sums = {one.code: one.summands for one in columns if one.sum_of}
    for place, one in enumerate(columns):
        found = (
            *_link_faults(one, "part_of", parts, known),
            *_link_faults(one, "sum_of", sums, known),
            *_count_faults(one),
            *(("rules", words) for words in check_rules(one.rules, known, of_words)),
        )
        yield from (ColumnFault(place, name, words) for name, words in found)


def _link_faults(
    one: Indicator, name: str, links: Links, known: Mapping[str, Indicator]
) -> Iterator[tuple[str, str]]:
    """Yield a sentence for each code that names no column with numbers, or leads back to where it came from."""
    for code in links.get(one.code, ()):
        if code not in known:
            yield name, f"Biểu không có cột mã {code}. Sửa mã, hoặc thêm cột đó."
        elif known[code].is_text:
            yield name, f"Cột ({code}) ghi chữ, không có số. Chọn cột khác."
    if _leads_back(one.code, links):
        yield name, f"Cột ({one.code}) theo các mã này lại quay về chính nó. Sửa để không thành vòng."


def _leads_back(code: str, links: Links) -> bool:
    seen: set[str] = set()
    waiting = [*links.get(code, ())]
    while waiting:
        one = waiting.pop()
        if one == code:
            return True
        if one not in seen:
            seen.add(one)
            waiting += links.get(one, ())
    return False


def _count_faults(one: Indicator) -> Iterator[tuple[str, str]]:
    """Yield what of a column does not fit how it is counted."""
    count = Count(one.count)
    if one.is_text and count != Count.BY_HAND:
        yield "count", f"Cột ghi chữ không đếm được. Chọn “{Count.BY_HAND.label}”."
    if one.is_text and one.part_of:
        yield "part_of", "Cột ghi chữ không là một phần của cột nào. Bỏ trống ô này."
    if count == Count.SUM and not one.sum_of:
        yield "sum_of", "Ghi mã các cột được cộng, như 19, 20, 21."
    if count != Count.SUM and one.sum_of:
        yield "count", f"Đã ghi các cột được cộng: chọn “{Count.SUM.label}”, hoặc bỏ trống ô ấy."
    if count in UNCOUNTED and one.kinds:
        yield "kinds", f"“{count.label}” không dựa vào loại nào. Bỏ đánh dấu, hoặc chọn cách đếm khác."
    elif others := [CountedKind(kind).label for kind in one.kinds if not _fits(kind, count)]:
        rows = "chính sách và dự thảo" if count in OF_POLICIES else "hoạt động"
        yield "kinds", f"“{count.label}” chỉ đếm {rows}. Bỏ đánh dấu {', '.join(others)}."
    if count not in WITH_MODES and one.modes:
        yield "modes", f"“{count.label}” không phân biệt cách tổ chức. Bỏ đánh dấu."


def _fits(kind: str, count: Count) -> bool:
    return (kind in PolicyKind.values) == (count in OF_POLICIES)
