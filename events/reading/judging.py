"""Whether an event with its values was held, or is planned, asked for or work in general."""

import re

from events.kinds import DatePrecision, EventKind
from events.reading.evidence import GENERAL, NOT_HELD_BEHIND, RECURRING, REQUEST, Licence, is_coming
from events.reading.kinds import VAGUE
from events.reading.licences import Licensed
from events.reading.people import people_in
from events.reading.places import BODY
from events.reading.values import SentenceEvent, Surroundings

BULLET = re.compile(r"^[-–—•●▪+*·]")
COMING_TO = re.compile(
    r"(?<!\w)(?:thu hút|tham dự|tham gia|dự thi|góp mặt|có mặt|cho|có|với)(?!\w)", re.IGNORECASE
)
SINGLE = re.compile(r"(?:buổi|lễ|đợt|lớp|phiên|chuyến|ngày hội)(?!\w)", re.IGNORECASE)
JUST_NOW = re.compile(r"(?<!\w)(?:vừa|vừa qua|mới đây|dịp này|nhân dịp này)(?!\w)", re.IGNORECASE)
FINITE = re.compile(r"(?<!\w)(?:được|đã|là|sẽ|cần|phải|góp phần|còn|chưa|không|nhằm)(?!\w)")
HOLDER_ALONE = re.compile(
    rf"\W+(?:tại [^,]{{1,80}}, )?{BODY}(?:(?! (?:đã|vừa|có|được|ban hành|thành lập|nhằm|để|về|ra mắt|"
    rf"là) )[^,;:]){{0,90}} $"
)


def is_asked_for(found: Licensed, around: Surroundings) -> bool:
    """Return whether others are asked to hold this event, and therefore all that follow in the clause."""
    hidden = around.clause.open
    asked = REQUEST.search(hidden, max(around.start, around.opening.day_end), found.head.start)
    return asked is not None and people_in(hidden[found.head.end : around.end]) is None


def was_held(event: SentenceEvent, found: Licensed, around: Surroundings) -> bool:
    hidden = around.clause.open
    behind = hidden[found.head.end : around.end]
    if NOT_HELD_BEHIND.search(behind) or is_coming(behind, around.year) or not event.name:
        return False
    if found.head.is_target and event.attendance is None and event.precision == DatePrecision.NONE:
        return False
    before = hidden[around.start : found.head.start]
    match found.licence:
        case Licence.VERB:
            return _is_held_by_verb(event, found, before, around)
        case Licence.SUBJECT | Licence.LISTED:
            return _is_held_by_noun(event, found, around)
        case Licence.AT:
            return event.attendance is not None and COMING_TO.search(behind) is not None
        case Licence.ACT:
            return _is_held_by_act(event, found, around)


def _is_held_by_verb(event: SentenceEvent, found: Licensed, before: str, around: Surroundings) -> bool:
    is_counted = event.attendance is not None or bool(event.handouts)
    is_dated = event.precision != DatePrecision.NONE
    if RECURRING.search(before) and not is_dated:
        return False
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


def _is_held_by_noun(event: SentenceEvent, found: Licensed, around: Surroundings) -> bool:
    is_counted_paper = event.kind == EventKind.PUBLICATION and bool(
        event.handouts
    )  # "Biên soạn, in 5.000 tờ gấp"
    if _is_one_of_many(found, around) and event.sessions is None and not is_counted_paper:
        return False
    is_counted = event.attendance is not None or bool(event.handouts)
    if event.kind in (EventKind.PUBLICATION, EventKind.BROADCAST):
        return is_counted or (event.kind == EventKind.BROADCAST and _is_broadcast_counted(found, around))
    if is_counted or event.sessions is not None:
        return True
    hidden = around.clause.open
    if event.precision != DatePrecision.NONE or (event.place and event.kind not in VAGUE):
        return not found.is_general
    if found.licence is Licence.LISTED:
        return event.kind not in VAGUE
    is_item = BULLET.match(hidden) is not None and not FINITE.search(hidden)
    return is_item and event.kind not in VAGUE and len(event.name.split()) >= 4 and not found.is_general


def _is_held_by_act(event: SentenceEvent, found: Licensed, around: Surroundings) -> bool:
    if event.kind == EventKind.BROADCAST:
        return _is_broadcast_counted(found, around)
    if event.attendance is not None or event.handouts:
        return True
    before = around.clause.open[: found.head.start]
    opening = around.opening
    if event.kind == EventKind.PUBLICATION or not opening.day or len(event.name.split()) < 4:
        return False
    return found.verb != "" or HOLDER_ALONE.match(before, opening.day_end) is not None


def _is_broadcast_counted(found: Licensed, around: Surroundings) -> bool:
    return re.match(r"\D{0,40}\d", around.clause.open[found.head.end : around.end]) is not None or (
        found.head.sessions is not None
    )
