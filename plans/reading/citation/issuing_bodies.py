"""Finds the names of issuing bodies in a text: "của UBND tỉnh", "Giám đốc Sở Tư pháp tại Tờ trình số"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge

from pbgdpl.lib.written_dates import DASHES
from plans.reading.citation.connectives import CONNECTIVE, MAY_BE_CAPITAL, begins_subject
from plans.reading.citation.kind_names import TITLE

LONGEST = 200
# Words that begin the name of a body.
BODY = re.compile(
    r"(?<![\w-])(?:Ban|BCH|BCĐ|BTV|BTC|Báo|Bảo hiểm|Bệnh viện|BHXH|Bí thư|Bộ(?! (?:luật|tiêu chí|chỉ số|đội))|"
    r"Các|Chánh|Chi|Chính phủ|Chủ nhiệm|Chủ tịch|Công an|Công đoàn|Công ty|Cơ quan|Cục|Cụm|Đài|Đại học|Đảng|"
    r"Đảng ủy|Đoàn|Giám đốc|HĐND|HĐPH|HĐBT|Hiệu trưởng|Học viện|Hội|Huyện|Kho bạc|Khối|Kiểm toán|Liên|Lãnh đạo|"
    r"Mặt trận|Ngân hàng|Ngành|Nhà trường|Ông|Phòng|Phó|Phường|Quận|Quân|Quốc hội|Quốc vụ|Quỹ|Sở|Tập đoàn|Thành|"
    r"Thanh tra|Thị|Thống đốc|Thủ|Thường|Tiểu ban|Tỉnh|TAND|Tòa án|Toà án|Tổ|Tổng|Trạm|Trung tâm|Trung ương|"
    r"Trưởng|Trường|UBKT|UBMTTQ|UBND|UBTVQH|UBTWMTTQ|Ủy ban|Uỷ ban|ỦY BAN|UỶ BAN|Văn phòng|VKSND|VPCP|"
    r"Viện|Vụ|Xã|bộ trưởng|giám đốc|chủ tịch)(?!\w)"
)
# Words that no name of a body contains.
_BEYOND = (
    r"(?<!\w)(?:ngày|tại|đã|được|bị|có|thì|là|để|nhằm|gửi|trong|theo|do|cho|cùng với|cùng(?= (?:ký|ban hành))|với|ký|"
    r"nêu|vào|từ|đến|khi|"
    r"như|này|vì|bởi|trước|sau|căn cứ|nên|phải|cần|sẽ|đang|vừa|còn|số(?! \d{1,2}(?![\w/]))|lập(?= tại)|trình(?= tại)|"
    r"năm|kèm|hết hiệu lực|trên địa bàn|cũng|kịp thời|chủ động|nay là|họp|làm việc)(?!\w)"
)
BEYOND = re.compile(_BEYOND)
BEYOND_IN_CAPITALS = re.compile(_BEYOND, re.IGNORECASE)
AND_ANOTHER = re.compile(rf"\s(?:và|cùng)\s(?:các\s)?(?={TITLE.pattern})", re.IGNORECASE)
PUNCTUATION = re.compile(rf"[;:.!?()“”\"‘’<>|·•…]|,|\s[{DASHES}]+\s?|(?<=\w)[{DASHES}](?=\s)")
# Lower-case words inside names that would otherwise be read as the beginning of a subject or the end of a name.
INSIDE_NAMES = re.compile(
    r"(?<!\w)(?:(?:ban|tổ|đoàn|tiểu ban|chuyên trách|cơ quan|hội đồng|ủy ban|uỷ ban) (?:chỉ đạo|tổ chức|quản lý|"
    r"kiểm tra|thanh tra|điều hành|phối hợp|tuyên truyền|khen thưởng|thẩm định|điều tra|xử lý|giải quyết|"
    r"đăng ký|thi hành|giám sát|phòng,? chống|chuyển đổi|cải cách|đánh giá)"
    r"|(?:cục|phòng|vụ|trung tâm|viện|quỹ|đội|văn phòng|bộ phận) (?:quản lý|hỗ trợ|xúc tiến|kiểm tra|thi hành|"
    r"đăng ký|tư vấn|giám sát|xử lý|điều tra|bồi dưỡng|truyền thông|tuyên truyền))"
    r"(?: công tác)?(?: phổ biến,? giáo dục pháp luật)?"
    r"|(?<!\w)(?:sở|bộ|đầu tư) xây dựng|thi đua,? ?-? ?khen thưởng|(?<=phòng), chống|"
    r"(?<=phổ biến), giáo dục pháp luật",
    re.IGNORECASE,
)
TERM = re.compile(r"\s?\([Kk](?:hóa|hoá)\s[IVXLC\d]+\)")  # "Ban Bí thư Trung ương Đảng (khóa XI)"
WITH_ANOTHER = re.compile(rf" (?:cùng )?với (?={BODY.pattern})")
CITY = re.compile(r"(?:TP|Tp|TX|Tx|P|Q)\.(?=\s?[^\W\da-z])")  # "Sở Tư pháp TP. Hà Nội"
# "Bộ Văn hóa, Thể thao và Du lịch", "Tổng Công ty … - CTCP"
GOES_ON = re.compile(r"(?:,|\s[–-])\s(?!Phụ lục|Mục|Điều|Chương|Khoản)(?P<next>[^\W\d_])")
ABOUT = re.compile(r"(?:về|V/v)(?!\w)")
NOW = re.compile(r"\s?\((?:nay|trước đây|cũ)[^()]{0,100}\)")  # a body of another name today
CLAUSE_VERB = (
    r"(?:đã|có|sẽ|cũng|xin|kính|trân trọng|tiếp tục|ban hành|xây dựng|hướng dẫn|triển khai|tổ chức|báo cáo|"
    r"đề nghị|yêu cầu|chỉ đạo|thực hiện|tham mưu|giao|quyết định|thông báo|phối hợp|tập trung|nghiêm túc|"
    r"chủ động|được|nhận được|phê duyệt|quy định|tổng hợp|đính chính|căn cứ|trình|gửi|nhận thấy|kịp thời|nêu)"
)
# ", Sở Tư pháp hướng dẫn …", ", đơn vị đã …": a sentence's subject and verb after the documents it carries out.
MAIN_CLAUSE = re.compile(
    rf"[,;] ?(?={BODY.pattern}(?:\s[^\s,;:]*[^\s,;:.]){{0,12}}?\s{CLAUSE_VERB}(?!\w)"
    r"|(?:nhà trường|đơn vị|trường|xã|phường|huyện|tỉnh|thành phố|công ty|cơ quan|ngành|toàn ngành|chúng tôi|"
    r"các (?:cơ quan|đơn vị|cấp|ngành|địa phương))(?:\s[^\s,;:]*[^\s,;:.]){0,6}?\s"
    r"(?:đã|sẽ|xin|kính|trân trọng|tiến hành|báo cáo|ban hành|xây dựng kế hoạch)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Body:
    """The name of a body and its place in the text."""

    start: int
    end: int
    name: str


def body_at(text: str, start: int, *, in_capitals: bool = False, joint: bool = False) -> Body | None:
    """Return the body whose name begins at `start`, or None; `joint` means that commas separate several bodies."""
    if not text[start : start + 1].isalpha():
        return None
    limit = min(len(text), start + LONGEST)
    ends = (
        end
        for end in _ends(text, start, limit, in_capitals=in_capitals)
        if not _goes_on(text, end, joint) and not _is_inside_name(text, start, end)
    )
    end = next(ends, limit)
    if term := TERM.match(text, end):
        end = term.end()
    name = text[start:end].rstrip(f" ,{DASHES}")
    now = NOW.match(text, start + len(name))
    if len(name) < 2:
        return None
    return Body(start, now.end() if now else start + len(name), name)


def bodies_between(text: str, start: int, *, in_capitals: bool = False) -> Body | None:
    """Return the bodies that issued a document together, named from `start`, or None: "Sở Tư pháp với Hội Luật gia"."""
    body = body_at(text, start, in_capitals=in_capitals, joint=True) if BODY.match(text, start) else None
    while body and body.end - start < LONGEST and (found := WITH_ANOTHER.match(text, body.end)):
        last = body_at(text, found.end(), in_capitals=in_capitals, joint=True)
        if last is None:
            break
        body = Body(start, last.end, text[start : last.end])
    return body


def _ends(text: str, start: int, limit: int, *, in_capitals: bool) -> Iterator[int]:
    """Yield the places at which the name may end, in order."""
    subjects = _subject_starts(text, in_capitals)
    connectives = subjects[bisect_left(subjects, start + 1) : bisect_left(subjects, limit)]
    patterns = (BEYOND_IN_CAPITALS if in_capitals else BEYOND, PUNCTUATION, AND_ANOTHER)
    others = (map(re.Match.start, pattern.finditer(text, start + 1, limit)) for pattern in patterns)
    return merge(connectives, *others)


@lru_cache(maxsize=4)
def _subject_starts(text: str, in_capitals: bool) -> list[int]:
    """Return the places of the connectives that open a subject; cached, since each body of a line needs them."""
    found = CONNECTIVE.finditer(text)
    return [one.start() for one in found if begins_subject(text, one, in_capitals=in_capitals)]


def _is_inside_name(text: str, start: int, end: int) -> bool:
    return any(found.start() < end < found.end() for found in INSIDE_NAMES.finditer(text, start, end + 60))


def _goes_on(text: str, end: int, joint: bool) -> bool:
    """Return whether the name continues after the comma, dash or full stop at `end`."""
    if text[end] == ".":
        return CITY.match(text, end - 2) is not None or CITY.match(text, end - 1) is not None
    found = GOES_ON.match(text, end)
    if found is None or not found["next"].isupper():
        return False
    place = found.start("next")
    if TITLE.match(text, place) or MAY_BE_CAPITAL.match(text, place):
        return False
    return joint or text[end] != "," or BODY.match(text, place) is None or _leads_to_about(text, place)


def _leads_to_about(text: str, place: int) -> bool:
    """Return whether a further body and "về" follow: "của Bộ Chính trị, Ban Bí thư về …"."""
    first = next(_ends(text, place, place + LONGEST, in_capitals=False), place)
    return ABOUT.match(text, first) is not None
