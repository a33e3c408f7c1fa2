"""What is doubtful of a counted figure, in sentences for the officer who settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from events.kinds import EventMode
from pbgdpl.lib.vietnamese import official_date, thousands
from reports.figures.counting import WAYS, Way, kinds_of, policies_of
from reports.figures.rows import EventRow, PlacedRows, PolicyRow
from reports.models import Count, Indicator

MOST_NAMES = 3  # in one sentence
OF_SESSIONS = frozenset({Count.SESSIONS, Count.CONTESTS})
OF_PEOPLE = frozenset({Count.PEOPLE, Count.ENTRANTS})


def doubts_of(indicator: Indicator, rows: PlacedRows) -> tuple[str, ...]:
    """Return the sentences on the rows of a counted indicator; none for one that counts no rows."""
    count = Count(indicator.count)
    if count == Count.DONE:
        return tuple(_not_surely_done(indicator, rows))
    if (way := WAYS.get(count)) is None:
        return ()
    of_kinds = rows.of(kinds_of(indicator, way))
    chosen = of_kinds.of(modes=indicator.modes)
    return (
        *_about_days(chosen),
        *_about_hybrid(indicator, of_kinds.counted, way),
        *_about_values(count, chosen.counted, way),
    )


def _about_days(rows: PlacedRows) -> Iterator[str]:
    first, last = official_date(rows.window.first), official_date(rows.window.last_counted)
    if rows.undated:
        yield f"{_events(rows.undated)} chưa ghi ngày nên chưa tính: {_names(rows.undated)}."
    if rows.across:
        yield (
            f"{_events(rows.across)} chỉ ghi tháng hoặc quý, một phần nằm ngoài thời gian từ {first} đến {last} "
            f"nên chưa tính: {_names(rows.across)}."
        )
    if rows.begun_before:
        begun = f"{_events(rows.begun_before)} bắt đầu trước ngày {first}"
        yield f"{begun} nên không tính dù kéo dài sang kỳ này: {_names(rows.begun_before)}."
    later = [row for row in rows.counted if row.last_day and row.last_day > rows.window.last_counted]
    if later:
        yield f"{_events(later)} kéo dài sau ngày {last}, vẫn tính vì bắt đầu trong kỳ: {_names(later)}."


def _about_hybrid(indicator: Indicator, rows: Iterable[EventRow], way: Way) -> Iterator[str]:
    """Yield how many hybrid events a figure of other modes leaves out, and what they would add."""
    if not indicator.modes or EventMode.HYBRID in indicator.modes:
        return
    if hybrid := [row for row in rows if row.mode == EventMode.HYBRID]:
        value = thousands(sum(way.value(row) or 0 for row in hybrid))
        would_add = f"{value} {indicator.unit}".rstrip()
        words = f"{_events(hybrid)} kết hợp trực tiếp và trực tuyến ({would_add})"
        yield f"{words} không tính vào chỉ tiêu này: {_names(hybrid)}."


def _about_values(count: Count, rows: Sequence[EventRow], way: Way) -> Iterator[str]:
    if unstated := [row for row in rows if way.value(row) is None]:
        yield f"{_events(unstated)} chưa ghi {way.noun} nên chưa tính: {_names(unstated)}."
    if count in OF_PEOPLE and (inexact := [row for row in rows if row.is_inexact]):
        numbers = _joined([f"“{row.short_name}” ({row.turnout})" for row in inexact])
        yield f"{_events(inexact)} ghi “hơn” hoặc “khoảng”, tính đúng con số đã ghi: {numbers}."
    if count in OF_SESSIONS:
        longer = [row for row in rows if row.sessions is None and not row.is_of_one_day]
        if longer:
            words = f"{_events(longer)} kéo dài nhiều ngày hoặc chỉ ghi tháng, quý mà chưa ghi số cuộc"
            yield f"{words}, mỗi hoạt động tính 1 cuộc: {_names(longer)}."


def _not_surely_done(indicator: Indicator, rows: PlacedRows) -> Iterator[str]:
    """Yield which policies are linked with no event that counts, but with one that may."""
    done = {row.pk for row in policies_of(indicator, rows)}
    doubtful = {row.pk for row in (*rows.undated, *rows.across, *rows.begun_before)}
    kinds = indicator.kinds
    unsure = [
        row
        for row in rows.policies
        if row.pk not in done and row.events & doubtful and (not kinds or row.kind in kinds)
    ]
    if unsure:
        words = f"{thousands(len(unsure))} chính sách, dự thảo chỉ gắn với hoạt động chưa ghi ngày hoặc không nằm trọn"
        yield f"{words} trong kỳ nên chưa tính là đã truyền thông: {_names(unsure)}."


def _events(rows: Sequence[EventRow]) -> str:
    return f"{thousands(len(rows))} hoạt động"


def _names(rows: Sequence[EventRow | PolicyRow]) -> str:
    return _joined([f"“{row.short_name}”" for row in rows])


def _joined(names: Sequence[str]) -> str:
    """Return the first names, and how many follow: "“A”, “B”, “C” và 5 dòng khác"."""
    rest = len(names) - MOST_NAMES
    more = f" và {thousands(rest)} dòng khác" if rest > 0 else ""
    return f"{', '.join(names[:MOST_NAMES])}{more}"
