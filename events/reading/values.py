"""The values of an event that a sentence names: days, people, place, partners, papers."""

import re
from dataclasses import dataclass
from datetime import date

from events.kinds import WITHOUT_PEOPLE, DatePrecision, EventKind, EventMode
from events.reading.clauses import Clause
from events.reading.days import Days
from events.reading.handouts import Handout, handouts_in
from events.reading.licences import Licensed
from events.reading.modes import mode_in
from events.reading.names import LONGEST_NAME, trimmed
from events.reading.partners import partners_in
from events.reading.people import number_of, people_in
from events.reading.places import place_after, place_before

_SESSIONS = r"(\d{1,3}(?:\.\d{3})+|\d{1,6}) (?:cuộc(?! thi)|buổi|đợt|lớp)(?!\w)"
SESSIONS_BEHIND = re.compile(rf"(?:\s?: ?(?:tổ chức |được )?|,? (?:tổ chức )?được ){_SESSIONS}")
# "Tập huấn hòa giải (tháng 6/2026): 36 lớp, 1.245 người", but not "(05/3/2026), 3 buổi tọa đàm".
SESSIONS_AFTER_A_DATE = re.compile(
    rf"\s?\([^()]{{1,40}}\)(?:\s?:|,)? (?:gồm |với )?{_SESSIONS}(?=\s?(?:[,;.]|$)| (?:với|cho|có|thu hút)(?!\w))"
)
# "tuyên truyền lồng ghép 85 buổi": the number is the end of the name.
SESSIONS_AT_THE_END = re.compile(rf"(?<=\w),? {_SESSIONS}$")


@dataclass(frozen=True, slots=True)
class SentenceEvent:
    """The values of one event held, as a sentence gives them; None for what is not stated."""

    kind: EventKind
    name: str
    held_from: date | None = None
    held_to: date | None = None
    precision: DatePrecision = DatePrecision.NONE
    attendance: int | None = None
    attendance_is_minimum: bool = False
    attendance_is_approximate: bool = False
    sessions: int | None = None
    place: str | None = None
    partners: str | None = None
    handouts: tuple[Handout, ...] = ()
    mode: EventMode | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The values that all events of a clause share, from the words before the first one."""

    day: Days | None = None
    day_end: int = 0  # where its words end in the clause, 0 if it comes from an earlier clause
    place: str | None = None
    partners: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text with the values of one event: its clause, from the event before it to the next one."""

    clause: Clause
    start: int
    end: int
    opening: Opening
    days: tuple[Days, ...]  # between start and end
    year: int | None = None


def opening_of(clause: Clause, end: int, days: list[Days], carried: Days | None) -> Opening:
    """Return the shared values in a clause up to a position; without a day, that of an earlier clause."""
    own = [one for one in days if one.end <= end]
    exact = [one for one in own if one.precision == DatePrecision.DAY]
    day = (exact or own)[-1] if own else carried
    day_end = own[-1].end if own else 0
    return Opening(day, day_end, place_before(clause.words, end), partners_in(clause.words, 0, end))


def values_of(found: Licensed, around: Surroundings) -> SentenceEvent:
    """Return the event with all values that its clause gives it."""
    head, opening, end = found.head, around.opening, around.end
    words, hidden = around.clause.words, around.clause.open
    held = held_days(found, around)
    people = None if head.kind in WITHOUT_PEOPLE else people_in(hidden[head.end : end])
    name = trimmed(words[head.name_start : min(found.name_end, end)])
    counted = SESSIONS_AT_THE_END.search(name) if head.kind not in WITHOUT_PEOPLE else None
    papers_from = head.start if head.kind == EventKind.PUBLICATION else head.end
    return SentenceEvent(
        kind=head.kind,
        name=(name[: counted.start()] if counted else name)[:LONGEST_NAME],
        held_from=held.first if held else None,
        held_to=held.last if held else None,
        precision=held.precision if held else DatePrecision.NONE,
        attendance=people.number if people else None,
        attendance_is_minimum=bool(people and people.is_minimum),
        attendance_is_approximate=bool(people and people.is_approximate),
        sessions=_sessions(found, hidden) or (number_of(counted[1]) if counted else None),
        place=place_after(words, min(found.name_end, end), end) or opening.place,
        partners=_partners(found, around),
        handouts=handouts_in(words[papers_from:end], hidden[papers_from:end]),
        mode=None if head.kind in WITHOUT_PEOPLE else mode_in(hidden[head.start : end]),
    )


def _sessions(found: Licensed, hidden: str) -> int | None:
    """Return the number before the name, or behind it: "Phổ biến trực tiếp: 36 cuộc, …"."""
    if found.head.kind == EventKind.BROADCAST:
        return None
    behind = SESSIONS_BEHIND.match(hidden, found.name_end) or SESSIONS_AFTER_A_DATE.match(
        hidden, found.name_end
    )
    return found.head.sessions or (number_of(behind[1]) if behind else None)


def _partners(found: Licensed, around: Surroundings) -> str | None:
    words, head = around.clause.words, found.head
    own = partners_in(words, around.start, head.start) if around.start else None
    return own or around.opening.partners or partners_in(words, head.end, around.end)


def held_days(found: Licensed, around: Surroundings) -> Days | None:
    """Return when the event was held: a day before a month, for the first event the opening before what follows."""
    own = [one for one in around.days if one.start >= found.head.end]
    opening = [around.opening.day] if around.opening.day else []
    in_order = [*own, *opening] if around.start else [*opening, *own]
    exact = next((one for one in in_order if one.precision == DatePrecision.DAY), None)
    return exact or next(iter(in_order), None)
