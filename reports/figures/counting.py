"""How figures are counted over the rows of a body: a closed table by `Count`.

A row counts by its day, whatever its reporting year; "hơn 200" counts as 200; a hybrid session counts where its
indicator asks for all modes or for that one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from events.kinds import EventKind
from plans.kinds import PolicyKind
from reports.figures.rows import EventRow, PlacedRows, PolicyRow
from reports.models import Count, Indicator

# The kinds at which law is disseminated to people who come together; contests have columns of their own.
GATHERINGS = frozenset(
    {
        EventKind.CONFERENCE,
        EventKind.SEMINAR,
        EventKind.ROUND_TABLE,
        EventKind.TRAINING,
        EventKind.GUIDANCE,
        EventKind.LAW_DAY,
    }
)
CONTESTS = frozenset({EventKind.CONTEST})
PUBLICATIONS = frozenset({EventKind.PUBLICATION})


@dataclass(frozen=True, slots=True)
class Way:
    """How a figure is counted over events: of which kinds by default, and what each of them adds."""

    kinds: frozenset[str]
    value: Callable[[EventRow], int | None]  # None where the row does not state it
    noun: str = ""  # what a row may leave unstated


def _sessions(row: EventRow) -> int:
    return row.sessions or 1


def _people(row: EventRow) -> int | None:
    return row.attendance


WAYS = {
    Count.SESSIONS: Way(GATHERINGS, _sessions),
    Count.PEOPLE: Way(GATHERINGS, _people, "số người tham dự"),
    Count.CONTESTS: Way(CONTESTS, _sessions),
    Count.ENTRANTS: Way(CONTESTS, _people, "số người dự thi"),
    Count.ORIGINALS: Way(PUBLICATIONS, lambda row: row.originals, "số tài liệu gốc"),
    Count.POSTED: Way(PUBLICATIONS, lambda row: row.posted, "số tài liệu đã đăng tải"),
    Count.COPIES: Way(PUBLICATIONS, lambda row: row.copies, "số bản đã in, nhân bản"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """What the rows say: the rows with what each adds, and their sum; None where nothing is counted."""

    value: int | None = None
    rows: tuple[tuple[EventRow | PolicyRow, int], ...] = ()


def count_rows(indicator: Indicator, rows: PlacedRows) -> Tally:
    """Return the count of an indicator, nothing for one that is entered by hand or adds up others."""
    count = Count(indicator.count)
    if count in (Count.MUST, Count.DONE):
        return _tally((row, 1) for row in policies_of(indicator, rows))
    if (way := WAYS.get(count)) is None:
        return Tally()
    found = rows.of(kinds_of(indicator, way), indicator.modes).counted
    stated = ((row, way.value(row)) for row in found)
    return _tally((row, value) for row, value in stated if value is not None)


def kinds_of(indicator: Indicator, way: Way) -> Collection[str]:
    return indicator.kinds or way.kinds


def policies_of(indicator: Indicator, rows: PlacedRows) -> tuple[PolicyRow, ...]:
    """Return the policies and drafts that must be communicated, or those that a counted event has communicated."""
    kinds = indicator.kinds or [kind.value for kind in PolicyKind]
    must = tuple(row for row in rows.policies if row.kind in kinds)
    if indicator.count == Count.MUST:
        return must
    held = {row.pk for row in rows.of(modes=indicator.modes).counted}
    return tuple(row for row in must if row.events & held)


def _tally(values: Iterable[tuple[EventRow | PolicyRow, int]]) -> Tally:
    rows = tuple(values)
    return Tally(sum(value for _, value in rows), rows)
