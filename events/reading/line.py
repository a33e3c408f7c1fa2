"""Reads the values of an event from a line of text: the inverse of `Event.summary()`.

A line is a name, a date in brackets and what follows: "Hội nghị … (05/3/2024) với hơn 200 đại biểu".
"""

import re
from dataclasses import dataclass
from datetime import date

from events.held import NEVER, Held, held_at, held_text
from events.kinds import DatePrecision, EventKind
from events.reading.evidence import REQUEST
from events.turnout import read_attendance, read_partners, unclear_attendance
from pbgdpl.lib.vietnamese import clean_line, fold

__all__ = ["EventReading", "held_text", "is_planned", "planned_words", "read_event"]

# (pattern for the beginning of a name, without marks; its kind). The first match counts.
NAMES: tuple[tuple[str, EventKind], ...] = (
    (r"(?:hoi nghi |hoi thao |lop |khoa |dot |buoi )?(?:tap huan|boi duong)|lop hoc", EventKind.TRAINING),
    (r"hoi nghi|hop bao|phien hop|cuoc hop", EventKind.CONFERENCE),
    (r"(?:hoi thao|dien dan)", EventKind.SEMINAR),
    (r"toa dam|buoi doi thoai|doi thoai|giao luu", EventKind.ROUND_TABLE),
    (r"(?:cuoc|hoi) thi|thi (?:viet )?tim hieu|chung ket", EventKind.CONTEST),
    (r"(?:le )?(?:mit tinh )?(?:huong ung )?ngay phap luat|tuan le phap luat", EventKind.LAW_DAY),
    (r"huong dan truc tiep|tu van truc tiep|buoi (?:huong dan|tu van)", EventKind.GUIDANCE),
    (r"(?:bien soan|phat hanh|in an|cap phat|xuat ban)\b", EventKind.PUBLICATION),
    (r"(?:phat thanh|phat song|chuong trinh (?:phat thanh|truyen hinh))", EventKind.BROADCAST),
    (r"le (?:phat dong|ky ket|khai mac|trao giai|ra quan|cong bo)|mit tinh|ngay hoi", EventKind.OTHER),
    (r"trien lam|phien toa gia dinh|sinh hoat chuyen de|buoi ", EventKind.OTHER),
)
HELD_BY = r"(?:(?:[\w&]+ ){0,12}?(?:to chuc|phoi hop to chuc|dong to chuc|mo|khai mac) )?"
COUNT = r"(?:\d+ (?:buoi |cuoc |lop |dot |phien )?)?"
ABOUT = [(re.compile(rf"{HELD_BY}{COUNT}(?:{name})"), kind) for name, kind in NAMES]
# Words of these kinds also begin sentences about work in general: only a date or a number makes them an event.
VAGUE = {EventKind.GUIDANCE, EventKind.PUBLICATION, EventKind.BROADCAST, EventKind.OTHER}

LONGEST_NAME = 500  # as in the model; a longer text is prose

BULLETS, ENDINGS = "-–—•●▪+*· ", " .;,/"
OPENING_DATE = re.compile(r"(?:sáng|chiều|tối)?\s*(?=ngày|từ|tháng|quý)", re.IGNORECASE)
PLAIN_DATE = re.compile(
    r",? (?:(?:vào )?(?:sáng |chiều |tối )?(?=ngày \d|từ ngày)|(?:trong )?(?=tháng \d|quý (?:[IV]|[1-4]\D)))"
)
# Words after which a date belongs to a document or an anniversary in the name, not to the event.
# After a place it belongs to the event again: "Luật Nhà ở tại nhà văn hóa ngày 05/3/2024" is held on that day.
NOT_HELD_ON = re.compile(
    r"(?:/[A-ZĐ][\w&./-]*|(?<!\w)(?:(?:kỷ niệm|nhân dịp)(?:(?! tại ).){0,40}|đến|hạn|"
    r"(?<!công |quân |bệnh )(?<!cá |tư )nhân|"
    r"(?:trước|sau|Luật)(?!\w)(?:(?! tại ).){0,20}))$"
)
# Words for events that are still to be held: "Sở dự kiến tổ chức …", "Kế hoạch tổ chức …".
PLANNED = re.compile(
    r"(?<!\w)(?:dự kiến|dự định|sẽ|sắp tới|(?:tạm )?hoãn|lùi (?:thời gian|lịch|sang)|(?:bị|đã) (?:hủy|huỷ)|"
    r"(?:sắp|chuẩn bị|phấn đấu|kế hoạch) (?:tổ chức|phối hợp|mở|"
    r"khai mạc))(?!\w)",
    re.IGNORECASE,
)
DESCRIPTION = re.compile(
    r":|;| [–-] |,? với (?:sự|hơn|trên|gần|khoảng|\d|chủ đề)|, |\. | (?:nhằm|thu hút|cho (?=\d|hơn|trên|các))"
)


@dataclass(frozen=True, slots=True)
class EventReading:
    """The values of one event; name, date and description together contain every word of the line."""

    kind: EventKind
    name: str
    held_from: date | None = None
    held_to: date | None = None
    date_precision: DatePrecision = DatePrecision.NONE
    attendance: int | None = None
    attendance_is_minimum: bool = False
    partners: str = ""
    description: str = ""
    attendance_is_approximate: bool = False


def read_event(line: str) -> EventReading | None:
    """Return the event that a line describes, or None if it describes none.

    Attendance and partners are read in addition; their words stay in the name or the description.
    """
    text = clean_line(line).lstrip(BULLETS).rstrip(ENDINGS)
    name, held, description = _parts(text)
    kind = _kind(name + description)
    turnout = read_attendance(name, description)
    is_counted = turnout.number is not None or unclear_attendance(name, description) != ""
    if kind is None or (kind in VAGUE and held == NEVER and not is_counted) or len(name) > LONGEST_NAME:
        return None
    return EventReading(
        kind, name, held.first, held.last, held.precision,
        turnout.number, turnout.is_minimum, read_partners(description) or read_partners(name), description,
        turnout.is_approximate,
    )  # fmt: skip


def is_planned(line: str) -> bool:
    """Return whether a line describes an event that is still to be held: the words for it precede its name.

    >>> is_planned("Sở sẽ tổ chức Hội nghị tập huấn"), is_planned("Hội nghị góp ý dự thảo Luật sẽ trình")
    (True, False)
    """
    text = clean_line(line)
    found = PLANNED.search(text)
    return found is not None and _kind(text[: found.start()].lstrip(BULLETS)) is None


def planned_words(line: str) -> str:
    """Return the first words for something still to be held, or an empty text."""
    found = PLANNED.search(clean_line(line))
    return found[0] if found else ""


def asks_for(line: str) -> bool:
    """Return whether a line has words with which bodies are asked to do something: "Yêu cầu các đơn vị …"."""
    return REQUEST.search(clean_line(line)) is not None


def _kind(text: str) -> EventKind | None:
    """Return the kind that the text begins with, or None; a list as "Hội nghị, hội thảo …" has no kind."""
    folded = fold(text[:LONGEST_NAME])
    for pattern, kind in ABOUT:
        found = pattern.match(folded)
        if found and not folded.startswith(",", found.end()):
            return kind
    return None


def _parts(text: str) -> tuple[str, Held, str]:
    """Return the name, the date and the description."""
    return _bracketed(text) or _opening(text) or _plain(text) or _undated(text)


def _bracketed(text: str) -> tuple[str, Held, str] | None:
    for bracket in re.finditer(r" \(", text):
        if (found := held_at(text, bracket.end())) and text.startswith(")", found[1]):
            return text[: bracket.start()], found[0], text[found[1] + 1 :]
    return None


def _opening(text: str) -> tuple[str, Held, str] | None:
    """Return the parts of "Ngày 05/3/2024, Sở tổ chức Hội nghị …"."""
    opening = OPENING_DATE.match(text)
    found = opening and held_at(text, opening.end())
    if not found:
        return None
    name, _, description = _undated(text[found[1] :].lstrip(" ,:-"))
    return name, found[0], description


def _plain(text: str) -> tuple[str, Held, str] | None:
    """Return the parts of "Hội nghị … ngày 05/3/2024 tại …"."""
    for place in PLAIN_DATE.finditer(text):
        found = held_at(text, place.end())
        before = text[max(0, place.start() - 60) : place.start()]
        if found and ("vào" in place[0] or not NOT_HELD_ON.search(before)):
            return text[: place.start()], found[0], text[found[1] :]
    return None


def _undated(text: str) -> tuple[str, Held, str]:
    end = DESCRIPTION.search(text)
    place = end.start() if end else len(text)
    return text[:place], NEVER, text[place:]
