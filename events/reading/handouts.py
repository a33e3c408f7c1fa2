"""Documents that were handed out: what, and how many."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from events.reading.people import FIGURE, number_of
from events.turnout import SCALES
from pbgdpl.lib.vietnamese import thousands

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
ITEM = re.compile(
    rf"(?:(?:hơn|trên|gần|khoảng) )?(?P<figure>{FIGURE})(?:\s(?P<scale>{'|'.join(SCALES)}))?\s"
    rf"(?P<what>[^\W\d].{{0,{LONGEST_WHAT - 1}}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Handout:
    """One kind of paper, and how many of it."""

    what: str
    number: int


def read_handouts(text: str) -> tuple[Handout, ...] | None:
    """Return the papers that a text lists with semicolons between them, or None if an item has no number or name.

    >>> read_handouts("600 tờ gấp; hơn 1.200 sổ tay")
    (Handout(what='tờ gấp', number=600), Handout(what='sổ tay', number=1200))
    >>> read_handouts("vài tờ gấp"), read_handouts("")
    (None, ())
    """
    items = [ITEM.fullmatch(item.strip(" .,")) for item in text.split(";") if item.strip(" .,")]
    read = [Handout(item["what"], number_of(item["figure"], item["scale"]) or 0) for item in items if item]
    return tuple(read) if len(read) == len(items) and all(one.number for one in read) else None


def handouts_text(handouts: Iterable[Handout]) -> str:
    """Return a text that `read_handouts` reads: "600 tờ gấp; 1.200 sổ tay"."""
    return "; ".join(f"{thousands(one.number)} {one.what}" for one in handouts)


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
