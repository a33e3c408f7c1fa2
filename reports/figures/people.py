"""Sessions and people of one body that do not fit each other: views of a livestream, a crowd in a few sessions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import first_words
from reports.figures.faults import Fault, are_views, is_crowd, per_session
from reports.figures.roles import Pair, roles_of
from reports.figures.sentences import crowd_words, view_words, without_session_words
from reports.figures.values import CountedRow, Form, FormFigure


@dataclass(frozen=True, slots=True)
class Odd:
    """What is odd about a figure of people, and the rows that make it so."""

    figure: FormFigure
    fault: Fault
    words: str
    rows: tuple[CountedRow, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A row of people with its sessions; the same row may add to several columns."""

    row: CountedRow
    sessions: int

    @property
    def key(self) -> tuple[str, int]:
        return self.row.label, self.row.pk

    @property
    def size(self) -> float:
        return per_session(self.sessions, self.row.value)


def odd_people(form: Form) -> Iterator[Odd]:
    pairs = roles_of(one.indicator for one in form.figures).pairs
    held = {pair: _held(form, pair) for pair in pairs}
    sizes = sorted({one.key: one.size for rows in held.values() for one in rows if one.row.value}.values())
    viewed = set[tuple[str, int]]()
    for pair, rows in held.items():
        if pair.is_online:
            found = [one for one in rows if are_views(one.size, *_usual(sizes, one.size))]
            viewed |= {one.key for one in found}
            yield from _views(form, pair, found, sizes)
    for pair, rows in held.items():
        if not pair.is_online:
            yield from _crowd(form, pair, rows, viewed)
        yield from _without_session(form, pair)


def _held(form: Form, pair: Pair) -> list[Held]:
    figure, sessions = form.figure(pair.people), form.figure(pair.sessions)
    counted = {(row.label, row.pk): row.value for row in sessions.rows} if sessions else {}
    return [Held(row, counted.get((row.label, row.pk), 1)) for row in figure.rows] if figure else []


def _views(form: Form, pair: Pair, found: Sequence[Held], sizes: Sequence[float]) -> Iterator[Odd]:
    """Yield the sessions that were found, or else the column if its average is one of views."""
    figure, sessions = form.figure(pair.people), form.figure(pair.sessions)
    if figure is None or sessions is None:
        return
    for one in found:
        words = view_words(one.sessions, one.row.value, _usual(sizes, one.size)[1])
        yield Odd(figure, Fault.VIEWS, f"“{first_words(one.row.words)}” ghi {words}", (one.row,))
    people, held = figure.total, sessions.total
    if not found and people and held and are_views(per_session(held, people)):
        yield Odd(figure, Fault.VIEWS, view_words(held, people), figure.rows)


def _crowd(
    form: Form, pair: Pair, rows: Sequence[Held], viewed: Collection[tuple[str, int]]
) -> Iterator[Odd]:
    """Yield the sessions that are a crowd, or else the column if it is one without what may be views."""
    figure, sessions = form.figure(pair.people), form.figure(pair.sessions)
    if figure is None or sessions is None or not figure.total or not sessions.total:
        return
    views = [one for one in rows if one.key in viewed]
    crowds = [one for one in rows if one.key not in viewed and is_crowd(one.sessions, one.row.value)]
    if crowds:
        held, people = sum(one.sessions for one in crowds), sum(one.row.value for one in crowds)
    else:
        held = sessions.total - sum(one.sessions for one in views)
        people = figure.total - sum(one.row.value for one in views)
    if is_crowd(held, people):
        yield Odd(figure, Fault.CROWD, crowd_words(held, people), tuple(one.row for one in crowds))


def _without_session(form: Form, pair: Pair) -> Iterator[Odd]:
    figure, sessions = form.figure(pair.people), form.figure(pair.sessions)
    if figure and sessions and figure.total and (sessions.total == 0 or sessions.does_not_apply):
        yield Odd(figure, Fault.NO_SESSION, without_session_words(figure.total), figure.rows)


def _usual(ordered: Sequence[float], size: float) -> tuple[int, float | None]:
    """Return how many other sizes there are beside one of them, and their median."""
    place, count = bisect_left(ordered, size), len(ordered) - 1
    if count < 1:
        return 0, None
    middle = [ordered[at if at < place else at + 1] for at in ((count - 1) // 2, count // 2)]
    return count, sum(middle) / 2
