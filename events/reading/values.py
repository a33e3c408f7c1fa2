"""The values of an event that a sentence names: days, people, place, partners, papers."""

from dataclasses import dataclass
from datetime import date

from events.kinds import EventKind
from events.reading.clauses import Clause
from events.reading.days import Days, Grain, days_in
from events.reading.handouts import Handout, handouts_in
from events.reading.licences import Licensed
from events.reading.names import LONGEST_NAME, trimmed
from events.reading.partners import partners_in
from events.reading.people import people_in
from events.reading.places import place_after, place_before


@dataclass(frozen=True, slots=True)
class SentenceEvent:
    """What a sentence says of one event that was held; None where it says nothing."""

    kind: EventKind
    name: str
    held_from: date | None = None
    held_to: date | None = None
    precision: Grain = Grain.NONE
    attendance: int | None = None
    attendance_is_minimum: bool = False
    attendance_is_approximate: bool = False
    sessions: int | None = None
    place: str | None = None
    partners: str | None = None
    handouts: tuple[Handout, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where to look for the values of an event: its clause, up to where the next one begins, and the given year."""

    clause: Clause
    start: int  # where the words begin that only this event has
    end: int
    year: int | None
    carried: Days | None = None  # the day in the opening of an earlier clause


def values_of(found: Licensed, around: Surroundings) -> SentenceEvent:
    """Return the event with all values that its clause gives it."""
    words, hidden = around.clause.words, around.clause.open
    held = held_days(found, around)
    behind = hidden[found.head.end : around.end]
    people = None if found.head.kind in (EventKind.PUBLICATION, EventKind.BROADCAST) else people_in(behind)
    papers_from = found.head.start if found.head.kind == EventKind.PUBLICATION else found.head.end
    return SentenceEvent(
        kind=found.head.kind,
        name=trimmed(words[found.head.name_start : min(found.name_end, around.end)])[:LONGEST_NAME],
        held_from=held.first if held else None,
        held_to=held.last if held else None,
        precision=held.grain if held else Grain.NONE,
        attendance=people.number if people else None,
        attendance_is_minimum=bool(people and people.is_minimum),
        attendance_is_approximate=bool(people and people.is_approximate),
        sessions=None if found.head.kind == EventKind.BROADCAST else found.head.sessions,
        place=_place(found, around),
        partners=partners_in(words, 0, found.head.start) or partners_in(words, found.head.end, around.end),
        handouts=handouts_in(words[papers_from : around.end], hidden[papers_from : around.end]),
    )


def _place(found: Licensed, around: Surroundings) -> str | None:
    words = around.clause.words
    return place_after(words, min(found.name_end, around.end), around.end) or place_before(
        words, found.head.start
    )


def held_days(found: Licensed, around: Surroundings) -> Days | None:
    """Return when the event was held: a day before a month, the opening before what follows."""
    days = days_in(around.clause.open[: around.end], around.year)
    before = [one for one in days if one.end <= found.head.start]
    own = [one for one in days if one.start >= found.head.end and one.start >= around.start]
    in_order = [*own, *reversed(before)] if around.start else [*reversed(before), *own]
    exact = next((one for one in in_order if one.grain == Grain.DAY), None)
    return exact or next(iter(in_order), None) or around.carried
