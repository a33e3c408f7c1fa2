"""Reads the events held from any text: list items, rows of tables, sentences."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from events.kinds import DatePrecision, EventKind
from events.reading.clauses import SAYS_SOMETHING, Clause, clauses_of, lines_of, sentences_of
from events.reading.days import Days, days_in
from events.reading.evidence import DOCUMENT, PLANNED, is_coming
from events.reading.judging import is_asked_for, was_held
from events.reading.licences import Licensed, licensed_in
from events.reading.people import people_in
from events.reading.rows import row_sentence
from events.reading.values import Opening, SentenceEvent, Surroundings, opening_of, values_of

ATTENDED = re.compile(
    r"^\W*(?:Tham dự|Tham gia|Dự|Đến dự|Cùng dự|Về dự|Tới dự|Có|Thu hút|Thành phần|Số người)(?!\w)",
    re.IGNORECASE,
)
# What is named by no more than its number: "(tháng 6/2026): tổ chức 36 lớp tập huấn cho 1.245 người".
COUNT_ALONE = re.compile(
    r"(?:[\d.]+ )?(?:cuộc|buổi|đợt|lớp)(?: (?:tập huấn|bồi dưỡng|học|tuyên truyền))?", re.IGNORECASE
)
MOST_WORDS_OF_A_MENTION = 4  # so short a name, as "buổi trợ giúp pháp lý", refers to the event before


def read_events(text: str, *, year: int | None = None) -> tuple[SentenceEvent, ...]:
    """Return the events held that a text describes; days without a year are in the given one.

    Events that are planned, asked for or only the subject of a document are left out, and so is work in general.
    """
    return tuple(event for line in lines_of(text) for event in _line_events(line, year))


def _line_events(line: str, year: int | None) -> list[SentenceEvent]:
    events: list[SentenceEvent] = []
    for sentence in sentences_of(row_sentence(line)):
        found = _sentence_events(sentence, year)
        if events and (len(found) == 1 and _is_mention(found[0], events[-1])):
            events[-1] = _completed(events[-1], found[0])
        elif events and not found and ATTENDED.match(sentence):
            events[-1] = _completed(events[-1], _attended(sentence, events[-1]))
        else:
            events += found
    return events


def _is_mention(event: SentenceEvent, earlier: SentenceEvent) -> bool:
    is_short = len(event.name.split()) <= MOST_WORDS_OF_A_MENTION
    return (
        is_short
        and event.sessions is None
        and event.kind in (earlier.kind, EventKind.OTHER, EventKind.CONFERENCE)
    )


def _attended(sentence: str, event: SentenceEvent) -> SentenceEvent:
    people = people_in(sentence)
    if people is None:
        return event
    return replace(
        event,
        attendance=people.number,
        attendance_is_minimum=people.is_minimum,
        attendance_is_approximate=people.is_approximate,
    )


def _completed(event: SentenceEvent, later: SentenceEvent) -> SentenceEvent:
    """Return the event with its missing values taken from a later sentence."""
    if event.attendance is None:
        event = replace(
            event,
            attendance=later.attendance,
            attendance_is_minimum=later.attendance_is_minimum,
            attendance_is_approximate=later.attendance_is_approximate,
        )
    if event.precision == DatePrecision.NONE:
        event = replace(event, held_from=later.held_from, held_to=later.held_to, precision=later.precision)
    return replace(
        event,
        place=event.place or later.place,
        handouts=event.handouts or later.handouts,
        mode=event.mode or later.mode,
    )


def _sentence_events(sentence: str, year: int | None) -> list[SentenceEvent]:
    events: list[SentenceEvent] = []
    carried: Days | None = None
    for clause in clauses_of(sentence):
        if not SAYS_SOMETHING.search(clause.words) or DOCUMENT.search(clause.open):
            continue
        found = licensed_in(clause.open)
        before = clause.open[: found[0].head.start] if found else clause.open
        if PLANNED.search(before) or is_coming(before, year):
            break
        if found:
            days = days_in(clause.open, year)
            opening = opening_of(clause, found[0].head.start, days, carried)
            carried = opening.day
            for event in _held(found, _surroundings(clause, found, opening, days, year)):
                _add(events, event)
        elif events and ATTENDED.match(clause.open):
            events[-1] = _completed(events[-1], _attended(clause.open, events[-1]))
    return events


def _surroundings(
    clause: Clause, found: list[Licensed], opening: Opening, days: list[Days], year: int | None
) -> Iterator[Surroundings]:
    starts = [0, *(one.head.end for one in found)]
    ends = [*(one.head.start for one in found[1:]), len(clause.words)]
    firsts = [one.start for one in days]
    for start, end in zip(starts[:-1], ends, strict=True):
        own = tuple(days[bisect_left(firsts, start) : bisect_left(firsts, end)])
        yield Surroundings(clause, start, end, opening, own, year)


def _held(found: list[Licensed], surroundings: Iterable[Surroundings]) -> Iterator[SentenceEvent]:
    for one, around in zip(found, surroundings, strict=True):
        if is_asked_for(one, around):
            return
        event = values_of(one, around)
        if was_held(event, one, around):
            yield event


def _add(events: list[SentenceEvent], event: SentenceEvent) -> None:
    """Add an event, or what was said of the one before: its papers, or its sessions and people."""
    if events and _is_paper_of(event, events[-1]):
        events[-1] = replace(events[-1], handouts=events[-1].handouts + event.handouts)
    elif events and _counts(event, events[-1]):
        events[-1] = _completed(replace(events[-1], sessions=event.sessions), event)
    else:
        events.append(event)


def _counts(event: SentenceEvent, earlier: SentenceEvent) -> bool:
    """Return whether an event is no other one, but the sessions of a dated one before it."""
    is_open = earlier.attendance is None and earlier.sessions in (None, event.sessions)
    is_dated = earlier.held_from is not None and event.held_from in (None, earlier.held_from)
    return is_open and is_dated and bool(event.sessions and COUNT_ALONE.fullmatch(event.name))


def _is_paper_of(event: SentenceEvent, earlier: SentenceEvent) -> bool:
    """Return whether papers were handed out at the one event named before them."""
    is_one = earlier.held_from is not None and earlier.sessions in (None, 1)
    return event.kind == EventKind.PUBLICATION and event.held_from is None and is_one
