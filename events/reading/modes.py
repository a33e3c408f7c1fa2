"""Reads how people took part: in person, online, or both."""

import re

from events.kinds import EventMode

ONLINE = re.compile(
    r"(?<!\w)(?:trực tuyến|online|qua (?:phần mềm )?(?:zoom|zalo|teams|google meet))(?!\w)", re.IGNORECASE
)
# "truyền hình trực tiếp", "hướng dẫn trực tiếp" and "trực tiếp chỉ đạo" say nothing about where people sat.
IN_PERSON = re.compile(
    r"(?<!\w)(?:hình thức|cuộc|buổi|hội nghị|lớp|tổ chức)(?: (?:là|họp))? trực tiếp(?!\w)|"
    r"(?<!\w)trực tiếp(?= (?:và|kết hợp|kết hợp với|lẫn|với|hoặc) (?:trực tuyến|online))|"
    r"(?:trực tuyến|online) (?:và|kết hợp|kết hợp với|lẫn|với) trực tiếp(?!\w)",
    re.IGNORECASE,
)
CELL = re.compile(r"(?:hình thức )?trực tiếp", re.IGNORECASE)


def mode_in(text: str) -> EventMode | None:
    """Return how people took part, as a text says it, or None.

    >>> mode_in("tổ chức Hội nghị trực tuyến"), mode_in("bằng hình thức trực tiếp kết hợp trực tuyến")
    (EventMode.ONLINE, EventMode.HYBRID)
    >>> mode_in("Trực tiếp"), mode_in("truyền hình trực tiếp trên kênh SP1")
    (EventMode.IN_PERSON, None)
    """
    is_online = ONLINE.search(text) is not None
    is_in_person = IN_PERSON.search(text) is not None or CELL.fullmatch(text) is not None
    if is_online and is_in_person:
        return EventMode.HYBRID
    return EventMode.ONLINE if is_online else EventMode.IN_PERSON if is_in_person else None
