"""Documents that were handed out: what, and how many."""

import re
from dataclasses import dataclass

from events.reading.people import FIGURE, number_of
from events.turnout import SCALES

PAPERS = (
    r"tờ gấp|tờ rơi|tờ bướm|tờ rời|tờ|cuốn|quyển|sổ tay|tài liệu|ấn phẩm|ấn bản|bản(?! (?:án|tin|cam kết))|"
    r"pa-?nô|áp phích|"
    r"băng[ -]?rôn|khẩu hiệu|sách|bản tin|tập san|tập tài liệu|băng đĩa|đĩa|băng (?=hình|tiếng|cát)|"
    r"cẩm nang|đề cương|poster|standee|phướn|bộ (?=tài|sách|câu|đề)|"
    r"đầu sách|loại (?=tờ|tài liệu)|bướm|biểu mẫu|infographic|USB|mẫu đơn"
)
HANDOUT = re.compile(
    r"(?<![\w.,/-])(?:hơn |trên |gần |khoảng )?"
    rf"(?P<figure>{FIGURE})(?:\s(?P<scale>{'|'.join(SCALES)}))?\s"
    rf"(?P<what>(?:lượt |bộ )?(?:{PAPERS}))(?!\w)",
    re.IGNORECASE,
)
WHAT_ENDS = re.compile(
    r",\s?(?=(?:hơn|trên|gần|khoảng)?\s?\d|và |với |trong|qua|nhằm|góp|tổ chức|tuyên|treo|cấp|phát|in |"
    r"biên|giải|tư vấn|đăng|thu|"
    r"đồng|cho |để|tại|các|những|viết|mở)| (?:và|cùng) (?=(?:hơn |trên |gần |khoảng )?\d|tổ chức|treo)|"
    r" (?:cho|đến|tới|tại|trên|nhằm|với|để|trong|phục vụ|gửi|được|có|ở|vào|theo|bằng|do|từ) |[.;:(]|$"
)
# What a number of papers is where nothing was handed out: entries, results, papers judged.
NO_HANDOUT_BEFORE = re.compile(
    r"(?<!\w)(?:nhận|nộp|gửi về|thẩm định|rà soát|kiểm tra|ban hành|góp ý|có hơn|theo) $", re.IGNORECASE
)


LONGEST_WHAT = 150


@dataclass(frozen=True, slots=True)
class Handout:
    """One kind of paper, and how many of it."""

    what: str
    number: int


def handouts_in(text: str, hidden: str) -> tuple[Handout, ...]:
    """Return the papers handed out that the text names with their numbers; `hidden` is the text to search."""
    return tuple(_handouts(text, hidden))


def _handouts(text: str, hidden: str) -> list[Handout]:
    found = []
    for one in HANDOUT.finditer(hidden):
        number = number_of(one["figure"], one["scale"])
        end = WHAT_ENDS.search(hidden, one.end("what"), one.end("what") + LONGEST_WHAT)
        if number and end and not NO_HANDOUT_BEFORE.search(hidden[max(0, one.start() - 20) : one.start()]):
            found.append(Handout(text[one.start("what") : end.start()].strip(" ,"), number))
    return found
