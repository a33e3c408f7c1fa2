"""Numbers typed by hand in sentences about the whole period, next to the words of a figure that the data knows.

Sentences about one event, a part, a plan, another year or a place are left alone: a number there is another figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pbgdpl.lib.remembering import all_remembered
from reports.document.typed import blocks
from reports.models import PeriodKey, PeriodKind
from reports.reading.report.listings import texts

NUMBER = r"(?<![\w.,/%-])(?P<number>\d{1,3}(?:\.\d{3}){1,3}|\d{1,7})(?![\d/%]|[.,]\d)"
ABOUT_LAW = r"(?= (?:phổ biến|tuyên truyền|PBGDPL|giáo dục pháp luật|cho|với|thu hút)\b| ?[,.;)]| ?$)"
# The words after a number, each with the mark of their figure; the first that matches counts.
NOUNS = (
    (r"(?:lượt )?người (?:dự|tham gia|tham dự) thi\b|thí sinh\b", "số người dự thi"),
    (r"lượt người\b", "số người"),
    (r"cuộc thi\b|hội thi\b", "số cuộc thi"),
    (r"(?:cuộc |buổi )?hội nghị\b(?! trực tuyến)", "số hội nghị"),
    (r"(?:cuộc |buổi )?hội thảo\b", "số hội thảo"),
    (r"(?:cuộc |buổi )?(?:tọa|toạ) đàm\b", "số tọa đàm"),
    (r"(?:lớp |cuộc |buổi )?tập huấn\b", "số tập huấn"),
    (rf"(?:cuộc|buổi){ABOUT_LAW}", "số cuộc"),
)
TYPED = re.compile(rf"{NUMBER} (?P<noun>{'|'.join(f'(?:{noun})' for noun, _ in NOUNS)})", re.IGNORECASE)
MARKS = tuple((re.compile(noun, re.IGNORECASE), mark) for noun, mark in NOUNS)
SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
# What follows is a part of what was said before.
PART = re.compile(
    r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm|cụ thể|điển hình|tiêu biểu|nổi bật|như|lồng ghép)(?!\w)|(?<!kết quả):",
    re.IGNORECASE,
)
# A sentence with one of these is about less, or about something else, than the whole period of the report.
ELSEWHERE = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|chỉ tiêu|kế hoạch (?:tổ chức|mở)|đề nghị|yêu cầu|mỗi|từng|bình quân|trung bình"
    r"|so với|cùng kỳ|năm trước|năm ngoái|giai đoạn|đợt|nhân (?:dịp|ngày)|sáng|chiều|tối|ngày|tuần|quý [ivx\d]"
    r"|tháng \d|tại|ở|trên địa bàn (?:xã|phường|huyện|quận|thị)|xã|phường|huyện|quận|trường|công ty|trung tâm|chi cục"
    r"|phòng (?!,|chống|ngừa)|ban|đoàn|hội (?!nghị|thảo|thi)|trực tuyến|trực tiếp|chuyên đề|hưởng ứng"
    r"|(?<!pháp )luật(?! sư| gia)|có (?:cuộc|buổi|hội nghị))(?!\w)"
    r"|\d{1,2}/\d{1,2}",
    re.IGNORECASE,
)
# A sentence with one of these is about the work of others, or about other work than the events that are counted.
OTHER_WORK = re.compile(
    r"(?<!\w)(?:cử|(?:tham gia|tham dự|dự) (?=\d)|do .{1,60}? (?:tổ chức|chủ trì|phát động)"
    r"|toàn (?:tỉnh|thành phố|quốc|ngành)|các (?:địa phương|đơn vị|doanh nghiệp|cơ quan|sở)(?: [^\s,;]+){0,6}? đã"
    r"|báo cáo viên|tuyên truyền viên|hòa giải|hoà giải|trợ giúp|tư vấn|thủ tục|tiếp (?:nhận|công dân|\d)"
    r"|khiếu nại|tố cáo|xử phạt|khen thưởng|tuyển|(?<!dục và )đào tạo|nghiệp vụ|kỹ năng|chuyên môn"
    r"|khoa học(?! và)|tay nghề|thể thao(?! và)|văn nghệ|giao ban|sơ kết|tổng kết|kiểm điểm|chung khảo"
    r"|khám|chữa bệnh|khách|tham quan|truy cập|theo dõi|xem|đọc|bình luận|trang thông tin|cổng thông tin"
    r"|fanpage|phát sóng|phát thanh|truyền thanh|tờ gấp)(?!\w)",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"(?<!\w)(?:tổng (?:số|cộng)|trong (?:năm|kỳ|6 tháng)|cả năm|năm nay|năm \d{4}"
    r"|(?:đã (?:tổ chức|triển khai|thực hiện|mở)(?: được)?|(?:tổ chức|thực hiện|mở|phổ biến|tuyên truyền) được)"
    r"(?= (?:tổng (?:số|cộng) )?\d))(?!\w)",
    re.IGNORECASE,
)
# Some months are the period of a report on six months, and a part of a year's; a whole year is more than six months.
MONTHS = re.compile(r"(?<!\w)(?:(?:\d{1,2}|sáu|chín) tháng(?! cuối)|nửa đầu năm)(?!\w)", re.IGNORECASE)
WHOLE_YEAR = re.compile(r"(?<!\w)(?:cả năm|(?:\d{1,2}|sáu) tháng cuối|nửa cuối)(?!\w)", re.IGNORECASE)
ABOUT = re.compile(r"(?:hơn|trên|khoảng|gần|ít nhất|tối thiểu|quá|đến|tới|[-–]) $", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
FEWEST = 2  # one event is no figure of a period


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A number with its noun in a line; `mark` has the words of the mark that prints what the data says."""

    words: str
    number: int
    start: int  # of the number
    end: int
    mark: str


@all_remembered
def typed_figures(line: str, period: PeriodKey) -> Iterator[TypedFigure]:
    """Yield the figures of the whole period that a line of its report states as numbers.

    >>> [one.words for one in typed_figures("Năm 2024, Sở mở 36 cuộc cho 5.614 lượt người.", PeriodKey(2024))]
    ['36 cuộc', '5.614 lượt người']
    """
    start = 0
    for border in (*(found.span() for found in SENTENCE_END.finditer(line)), (len(line), len(line))):
        yield from _in_sentence(line[start : border[0]], start, period)
        start = border[1]


def _in_sentence(sentence: str, shift: int, period: PeriodKey) -> Iterator[TypedFigure]:
    part = PART.search(sentence)
    whole = sentence[: part.start()] if part else sentence
    found = list(TYPED.finditer(whole))
    is_half = period.kind == PeriodKind.HALF_YEAR
    if not found or ELSEWHERE.search(whole) or OTHER_WORK.search(whole):
        return
    if (WHOLE_YEAR if is_half else MONTHS).search(whole):
        return
    if not (WHOLE.search(whole) or (is_half and MONTHS.search(whole))):
        return
    if any(int(one[0]) != period.year for one in YEAR.finditer(whole)):
        return
    marks = [_mark_of(one["noun"]) for one in found]
    alone = {mark for mark, count in Counter(marks).items() if count == 1}  # several are parts of a whole
    for one, mark in zip(found, marks, strict=True):
        number = int(one["number"].replace(".", ""))
        if mark in alone and number >= FEWEST and not ABOUT.search(whole, 0, one.start()):
            yield TypedFigure(one[0], number, shift + one.start(), shift + one.end("number"), mark)


def _mark_of(noun: str) -> str:
    return next(mark for pattern, mark in MARKS if pattern.match(noun))


@all_remembered
def typed_in(text: str, period: PeriodKey) -> Iterator[TypedFigure]:
    """Yield what `typed_figures` finds in the printed lines of a typed text."""
    for block in blocks(text):
        for line in texts(block):
            yield from typed_figures(line, period)
