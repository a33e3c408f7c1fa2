"""Events wherever a text tells of them: in list items, rows of tables and sentences."""

import re
from collections.abc import Iterator
from dataclasses import replace

from events.kinds import EventKind
from events.reading.clauses import Clause, clauses_of, lines_of, sentences_of
from events.reading.days import Days, Grain, days_in
from events.reading.evidence import (
    DOCUMENT,
    GENERAL,
    NOT_HELD_BEHIND,
    PLANNED,
    RECURRING,
    REQUEST,
    Licence,
    is_coming,
)
from events.reading.handouts import handouts_in
from events.reading.kinds import VAGUE
from events.reading.licences import Licensed, licensed_in
from events.reading.people import people_in
from events.reading.places import BODY
from events.reading.rows import row_sentence
from events.reading.values import SentenceEvent, Surroundings, values_of

BULLET = re.compile(r"^[-–—•●▪+*·]")
COMING_TO = re.compile(
    r"(?<!\w)(?:thu hút|tham dự|tham gia|dự thi|góp mặt|có mặt|cho|có|với)(?!\w)", re.IGNORECASE
)
SINGLE = re.compile(r"(?:buổi|lễ|đợt|lớp|phiên|chuyến|ngày hội)(?!\w)", re.IGNORECASE)
JUST_NOW = re.compile(r"(?<!\w)(?:vừa|vừa qua|mới đây|dịp này|nhân dịp này)(?!\w)", re.IGNORECASE)
ATTENDED = re.compile(
    r"^\W*(?:Tham dự|Tham gia|Dự|Đến dự|Cùng dự|Về dự|Tới dự|Có|Thu hút|Thành phần|Số người)(?!\w)"
)
FINITE = re.compile(r"(?<!\w)(?:được|đã|là|sẽ|cần|phải|góp phần|còn|chưa|không|nhằm)(?!\w)")
HOLDER_ALONE = re.compile(
    rf"\W+(?:tại [^,]{{1,80}}, )?{BODY}(?:(?! (?:đã|vừa|có|được|ban hành|thành lập|nhằm|để|về|ra mắt|là) )[^,;:]){{0,90}} $"
)
MOST_WORDS_OF_A_MENTION = 4  # "buổi trợ giúp pháp lý" speaks of an event named before


def read_events(text: str, *, year: int | None = None) -> tuple[SentenceEvent, ...]:
    """Return the events held that a text tells of; days without a year are of the given one.

    What is planned, asked for or a document's matter is none, and sentences about work in general tell of none.
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
    """Return the event with the values that only a later sentence says."""
    if event.attendance is None:
        event = replace(
            event,
            attendance=later.attendance,
            attendance_is_minimum=later.attendance_is_minimum,
            attendance_is_approximate=later.attendance_is_approximate,
        )
    if event.precision == Grain.NONE:
        event = replace(event, held_from=later.held_from, held_to=later.held_to, precision=later.precision)
    return replace(event, place=event.place or later.place, handouts=event.handouts or later.handouts)


def _sentence_events(sentence: str, year: int | None) -> list[SentenceEvent]:
    events: list[SentenceEvent] = []
    carried: Days | None = None
    for clause in clauses_of(sentence):
        if DOCUMENT.search(clause.open):
            continue
        if _is_planned(clause.open, year):
            break
        found = licensed_in(clause.open)
        for event in _held(clause, found, year, carried):
            if events and _is_paper_of(event, events[-1]):
                events[-1] = replace(events[-1], handouts=events[-1].handouts + event.handouts)
            else:
                events.append(event)
        opening = days_in(clause.open[: found[0].head.start], year) if found else []
        carried = opening[-1] if opening else carried
    return events


def _is_planned(hidden: str, year: int | None) -> bool:
    """Return whether the words before the first event speak of something to come."""
    found = licensed_in(hidden)
    before = hidden[: found[0].head.start] if found else hidden
    return PLANNED.search(before) is not None or is_coming(before, year)


def _is_paper_of(event: SentenceEvent, earlier: SentenceEvent) -> bool:
    """Return whether papers were handed out at the one event named before them."""
    is_one = earlier.held_from is not None and earlier.sessions in (None, 1)
    return event.kind == EventKind.PUBLICATION and event.held_from is None and is_one


def _held(
    clause: Clause, found: list[Licensed], year: int | None, carried: Days | None
) -> Iterator[SentenceEvent]:
    starts = [0, *(one.head.start for one in found[1:])][: len(found)]
    ends = [*starts[1:], len(clause.words)][: len(found)]
    for one, start, end in zip(found, starts, ends, strict=True):
        around = Surroundings(clause, start, end, year, carried)
        event = values_of(one, around)
        if _was_held(event, one, around):
            yield event


def _was_held(event: SentenceEvent, found: Licensed, around: Surroundings) -> bool:
    hidden = around.clause.open
    behind = hidden[found.head.end : around.end]
    if NOT_HELD_BEHIND.search(behind) or is_coming(behind, around.year) or not event.name:
        return False
    if found.head.is_bound and event.attendance is None and event.precision == Grain.NONE:
        return False  # "tổ chức ít nhất 02 hội nghị" is a target
    before = hidden[: found.head.start]
    if REQUEST.search(_since_day(before)) and event.attendance is None:
        return False
    match found.licence:
        case Licence.VERB:
            return _verb_tells(event, found, before, around)
        case Licence.SUBJECT | Licence.LISTED:
            return _noun_tells(event, found, around)
        case Licence.AT:
            return event.attendance is not None and COMING_TO.search(behind) is not None
        case Licence.ACT:
            return _act_tells(event, found, around)


def _since_day(before: str) -> str:
    days = days_in(before, 2000)
    return before[days[-1].end :] if days else before


def _verb_tells(event: SentenceEvent, found: Licensed, before: str, around: Surroundings) -> bool:
    is_counted = event.attendance is not None or bool(event.handouts)
    if RECURRING.search(before) and not is_counted:
        return False
    is_dated = event.precision != Grain.NONE
    if is_counted or is_dated or event.sessions is not None:
        return True
    if found.is_general or GENERAL.search(before) or _is_one_of_many(found, around):
        return _has_entries(around.clause.open[found.head.end : around.end])
    words = len(event.name.split())
    is_particular = event.kind not in VAGUE or event.place is not None or SINGLE.match(event.name) is not None
    is_particular = is_particular or JUST_NOW.search(before) is not None
    return is_particular and words >= 4 and before.strip(" -–•") != ""


def _has_entries(behind: str) -> bool:
    """Return whether a contest's entries are counted: "có hơn 5.100 bài dự thi"."""
    return (
        re.search(r"\d (?:lượt )?(?:bài|tác phẩm|sản phẩm|đội)(?: dự)? ?(?:thi|tham|dự)", behind) is not None
    )


def _is_one_of_many(found: Licensed, around: Surroundings) -> bool:
    """Return whether the words only list kinds: "hội nghị, hội thảo, tập huấn"."""
    return around.clause.open.startswith(",", found.head.end)


def _noun_tells(event: SentenceEvent, found: Licensed, around: Surroundings) -> bool:
    if _is_one_of_many(found, around) and event.sessions is None:
        return False
    is_counted = event.attendance is not None or bool(event.handouts)
    if event.kind in (EventKind.PUBLICATION, EventKind.BROADCAST):
        return is_counted or (event.kind == EventKind.BROADCAST and _is_broadcast_counted(found, around))
    if is_counted or event.sessions is not None:
        return True
    hidden = around.clause.open
    if event.precision != Grain.NONE or (event.place and event.kind not in VAGUE):
        return not found.is_general
    if found.licence is Licence.LISTED:
        return event.kind not in VAGUE
    is_item = BULLET.match(hidden) is not None and not FINITE.search(hidden)
    return is_item and event.kind not in VAGUE and len(event.name.split()) >= 4 and not found.is_general


def _act_tells(event: SentenceEvent, found: Licensed, around: Surroundings) -> bool:
    if event.kind == EventKind.BROADCAST:
        return _is_broadcast_counted(found, around)
    if event.attendance is not None or event.handouts:
        return True
    before = around.clause.open[: found.head.start]
    days = days_in(before, around.year)
    if event.kind == EventKind.PUBLICATION or not days or len(event.name.split()) < 4:
        return False
    return found.verb != "" or HOLDER_ALONE.match(before, days[-1].end) is not None


def _is_broadcast_counted(found: Licensed, around: Surroundings) -> bool:
    return re.match(r"\D{0,40}\d", around.clause.open[found.head.end : around.end]) is not None or (
        found.head.sessions is not None
    )
