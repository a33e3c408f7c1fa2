"""Numbers typed by hand in sentences about the whole period, next to the words of a figure that the data knows.

Sentences about one event, a part, a plan, another year or a place are left alone: a number there is another figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pbgdpl.lib.remembering import all_remembered
from pbgdpl.lib.vietnamese import lower_first
from plans.kinds import DocumentKind
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
# What the report of a province also says of its bodies: who reported, what they propose, what they issued.
BODIES = r"(?:cơ quan, )?(?:đơn vị|cơ quan)"
SENT = r"(?:(?:nộp|gửi|có) )?báo cáo"
OF_WORK = r"(?:công tác )?(?:phổ biến|tuyên truyền|PBGDPL)\b"
REPORTED = rf"(?= (?:về |kết quả )?{OF_WORK}| ?[,.;)(]| ?$)"  # and not what they report about something else
ISSUED = rf"(?= (?:(?:để|về) )?(?:(?:triển khai|thực hiện) )?{OF_WORK}| ?[,.;)]| ?$)"
NOUNS_OF_PROVINCE = (
    *NOUNS,
    (rf"{BODIES} (?:đã )?(?:{SENT}|nộp) (?:đúng (?:hạn|thời hạn)|trong hạn)\b", "số đơn vị báo cáo đúng hạn"),
    (rf"{BODIES} (?:đã )?(?:{SENT}|nộp) (?:muộn|chậm|trễ|quá hạn)\b", "số đơn vị báo cáo muộn"),
    (rf"{BODIES} chưa {SENT}{REPORTED}", "số đơn vị chưa báo cáo"),
    (rf"{BODIES} đã {SENT}{REPORTED}", "số đơn vị đã báo cáo"),
    (rf"{BODIES} phải báo cáo{REPORTED}", "số đơn vị phải báo cáo"),
    (r"(?:đề xuất, )?kiến nghị(?= của các (?:cơ quan|đơn vị|sở)\b| ?[,.;)]| ?$)", "số kiến nghị"),
    (rf"văn bản{ISSUED}", "số văn bản đã ban hành"),
    *((f"{kind.label}{ISSUED}", f"số {lower_first(str(kind.label))}") for kind in DocumentKind),
)


def _typed(nouns: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    return re.compile(rf"{NUMBER} (?P<noun>{'|'.join(f'(?:{noun})' for noun, _ in nouns)})", re.IGNORECASE)


TYPED, TYPED_OF_PROVINCE = _typed(NOUNS), _typed(NOUNS_OF_PROVINCE)
MARKS = tuple((re.compile(noun, re.IGNORECASE), mark) for noun, mark in NOUNS_OF_PROVINCE)
# Without it documents are not those that somebody issued; it also has the word for a board.
ISSUING = re.compile(r"(?<!\w)ban hành(?!\w)", re.IGNORECASE)
OF_DOCUMENTS = frozenset(mark for noun, mark in NOUNS_OF_PROVINCE if noun.endswith(ISSUED))
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
# What the report of a province says of all its bodies together; without it a sentence is about some of them.
WHOLE_PROVINCE = re.compile(
    r"(?<!\w)(?:(?:toàn|cả) (?:tỉnh|thành phố)|trên địa bàn (?:tỉnh|thành phố)|các (?:cơ quan, đơn vị|đơn vị|cơ quan"
    r"|sở, (?:ban, )?ngành)(?: [^\s;]+){0,6}?(?= đã))(?!\w)",
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
# What follows a number up to the next one or the end of its clause; a comma goes on with further kinds of events.
CLAUSE = re.compile(r"(?:[^;,.\d]|,(?= (?:cuộc|buổi|lớp|hội|tọa|toạ|tập huấn)\b))*")
# Whom the work of every body is for, and what it is about: with these a number is still that of the whole.
EVERYBODY = (
    r"(?:(?:toàn thể|toàn bộ|tất cả|đội ngũ|các|đông đảo|mọi) ){0,4}"
    r"(?:tầng lớp nhân dân|nhân dân|người dân|cán bộ|công chức|viên chức|người lao động|đảng viên|tổ chức|cá nhân)"
    r"(?= ?(?:$|,|(?:và|với|của (?:sở|ngành|cơ quan|đơn vị)|(?:trong|toàn) (?:sở|ngành|cơ quan|đơn vị)"
    r"|tham (?:dự|gia)|trên địa bàn (?:tỉnh|thành phố))\b))"
)
LAW = (
    r"(?:(?:các|công tác|nội dung|quy định|của) ){0,4}"
    r"(?:chủ trương|đường lối|pháp luật|phổ biến|tuyên truyền|giáo dục pháp luật|PBGDPL"
    r"|chính sách(?=,? (?:và )?pháp luật|$))(?!\w)"
)
# What makes the number before it one of a part: certain people, a certain place or topic.
NARROWED = re.compile(
    rf"(?<!\w)(?:(?:dành )?(?:riêng )?cho(?= \D)(?! (?:hơn|trên|khoảng|gần|tổng|{EVERYBODY}))"
    rf"|(?:đối )?với (?:đối tượng|chủ đề|nội dung|thanh niên|học sinh|người|cán bộ|doanh nghiệp)"
    rf"|(?:theo|về) (?:chủ đề|chuyên đề)|chủ đề|liên quan|về(?! {LAW})"
    r"|(?:trong|thuộc) (?:các )?lĩnh vực(?! (?:quản lý|của|ngành|do|thuộc))"
    r"|người (?:khuyết tật|cao tuổi|dân tộc|nước ngoài|nghèo|lao động|chưa thành niên|sử dụng|có|là))(?!\w)",
    re.IGNORECASE,
)
PEOPLE = frozenset({"số người", "số người dự thi"})
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
def typed_figures(line: str, period: PeriodKey, is_of_province: bool = False) -> Iterator[TypedFigure]:
    """Yield the figures of the whole period that a line of its report, or of its province, states as numbers.

    >>> [one.words for one in typed_figures("Năm 2024, Sở mở 36 cuộc cho 5.614 lượt người.", PeriodKey(2024))]
    ['36 cuộc', '5.614 lượt người']
    """
    start = 0
    for border in (*(found.span() for found in SENTENCE_END.finditer(line)), (len(line), len(line))):
        yield from _in_sentence(line[start : border[0]], start, period, is_of_province)
        start = border[1]


def _in_sentence(sentence: str, shift: int, period: PeriodKey, is_of_province: bool) -> Iterator[TypedFigure]:
    part = PART.search(sentence)
    whole = sentence[: part.start()] if part else sentence
    found = list((TYPED_OF_PROVINCE if is_of_province else TYPED).finditer(whole))
    if not found or not _is_about_all(whole, period, is_of_province):
        return
    marks = [_mark_of(one) for one in found]
    is_issuing = ISSUING.search(whole) is not None
    alone = {mark for mark, count in Counter(marks).items() if count == 1}  # several are parts of a whole
    for one, mark in _of_the_whole(whole, found, marks):
        number = int(one["number"].replace(".", ""))
        is_meant = mark in alone and (is_issuing or mark not in OF_DOCUMENTS)
        if is_meant and number >= FEWEST and not ABOUT.search(whole, 0, one.start()):
            yield TypedFigure(one[0], number, shift + one.start(), shift + one.end("number"), mark)


def _is_about_all(whole: str, period: PeriodKey, is_of_province: bool) -> bool:
    """Return whether a sentence is about all that the body, or its province, did in the period."""
    is_half = period.kind == PeriodKind.HALF_YEAR
    said = WHOLE_PROVINCE.sub("", whole) if is_of_province else whole
    if is_of_province and said == whole:
        return False
    said = ISSUING.sub("", said) if is_of_province else said
    if ELSEWHERE.search(said) or OTHER_WORK.search(said) or (WHOLE_YEAR if is_half else MONTHS).search(whole):
        return False
    if any(int(one[0]) != period.year for one in YEAR.finditer(whole)):
        return False
    return is_of_province or bool(WHOLE.search(whole) or (is_half and MONTHS.search(whole)))


def _of_the_whole(
    whole: str, found: Sequence[re.Match[str]], marks: Sequence[str]
) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the numbers with their marks that no words after them narrow; people belong to the events before them."""
    is_narrowed = False
    for one, mark in zip(found, marks, strict=True):
        clause = CLAUSE.match(whole, one.end())
        narrows = clause is not None and NARROWED.search(whole, one.end("number"), clause.end()) is not None
        is_narrowed = narrows or (is_narrowed and mark in PEOPLE)
        if not is_narrowed:
            yield one, mark


def _mark_of(found: re.Match[str]) -> str:
    return next(mark for pattern, mark in MARKS if pattern.match(found.string, found.start("noun")))


@all_remembered
def typed_in(text: str, period: PeriodKey, is_of_province: bool = False) -> Iterator[TypedFigure]:
    """Yield what `typed_figures` finds in the printed lines of a typed text."""
    for block in blocks(text):
        for line in texts(block):
            yield from typed_figures(line, period, is_of_province)
