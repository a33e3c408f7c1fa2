"""The words by which a sentence names an event, and the kind that each makes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from events.kinds import EventKind

_QUOTE = '["“]?'
_SOME = r"(?= (?:(?:được|hơn|trên|gần|khoảng|tổng số|thêm|tổng cộng) )?\d)"
_LAW_DAY = r"(?:ngày|tuần lễ|tháng) pháp luật"
# In small letters, because this takes a third of the time. The first that fits counts.
NOUNS: tuple[tuple[str, EventKind], ...] = (
    (
        r"(?:(?:hội nghị|hội thảo|lớp|kh[óo][aá](?: học)?|chương trình|đợt|buổi|cuộc)(?: trực tuyến|"
        r" chuyên đề| triển khai)?,? "
        rf"{_QUOTE})?(?:đào tạo, )?(?:tập huấn|bồi dưỡng)(?! viên)|lớp học|lớp đào tạo|lớp phổ biến",
        EventKind.TRAINING,
    ),
    (
        rf"(?:(?:các )?hoạt động |(?:lễ )?(?:mít tinh|mittinh|chương trình|hội nghị|"
        rf"lễ)?,? ?)hưởng ứng [“\"]?{_LAW_DAY}|"
        rf"{_LAW_DAY}|lễ công bố [“\"]?{_LAW_DAY}",
        EventKind.LAW_DAY,
    ),
    (r"(?:buổi lễ|lễ|mít tinh|mittinh|ngày hội|tuần lễ)(?! hội)", EventKind.OTHER),
    (
        r"(?:vòng (?:chung kết|bán kết|sơ khảo|loại|thi) |chung kết |đêm chung kết |kỳ \d+ |đợt \d+ )?"
        r"(?:cuộc thi|hội thi|vòng thi|thi (?:viết |trực tuyến )?tìm hiểu|thi trực tuyến)|"
        r"(?:vòng )?chung kết|đấu trường pháp luật|"
        r"sân chơi pháp luật|rung chuông vàng",
        EventKind.CONTEST,
    ),
    (r"hội nghị|họp báo|phiên họp|cuộc họp", EventKind.CONFERENCE),
    (r"hội thảo|diễn đàn", EventKind.SEMINAR),
    (
        r"(?:buổi |chương trình |cuộc )?(?:t[oọ][aạ] đàm|đối thoại|giao lưu)",
        EventKind.ROUND_TABLE,
    ),
    (
        r"(?:buổi |đợt |chuyến |cuộc )?(?:trợ giúp pháp lý|tgpl|tư vấn|hướng dẫn trực tiếp|"
        r"giải đáp pháp luật|"
        r"hướng dẫn (?=\d))",
        EventKind.GUIDANCE,
    ),
    (
        r"(?<!đài )(?<!báo )(?<!báo và )(?<!đài và )phát thanh(?!(?: và|,| -| –|-) ?truyền hình"
        r"(?! (?:được|hơn|trên|gần|về|\d)))|phát sóng|(?:chương trình|chuyên mục|"
        r"chuyên đề) (?:phát thanh|truyền hình)|"
        r"phát (?=(?:được |hơn |trên |gần )?\d[\d.]* "
        r"(?:lượt |buổi |giờ )?(?:tin|bài|chương trình|lượt))",
        EventKind.BROADCAST,
    ),
    (
        rf"(?:biên soạn|in ấn|in sao|in và|in,? |in (?=\d)|phát hành|cấp phát|xuất bản|"
        rf"phát(?: miễn phí)?{_SOME}|"
        rf"trao tặng{_SOME}|tặng{_SOME}|cung cấp{_SOME})",
        EventKind.PUBLICATION,
    ),
    (
        r"(?:buổi |đợt |chương trình |hoạt động |chuyên đề |các hoạt động |"
        r"công tác )?(?:nói chuyện chuyên đề|nói chuyện|"
        r"sinh hoạt (?:chuyên đề|pháp luật|ngoại khóa|câu lạc bộ|chi hội|dưới cờ|cộng đồng|hè)|ngoại khóa|"
        r"phiên t[oò][aà] (?:giả định|lưu động|xét xử lưu động|rút kinh nghiệm|trực tuyến)|"
        r"xét xử lưu động|diễu hành|"
        r"ra quân|sân khấu hóa|chiếu phim|triển lãm|thông tin lưu động|tuyên truyền|truyền thông|"
        r"phổ biến|quán triệt|"
        r"học tập|ngày làm việc|khảo sát|ký cam kết|tham quan)",
        EventKind.OTHER,
    ),
    (
        r"tuần sinh hoạt(?= công dân| chính trị)|(?<!kế hoạch )(?:đợt|tháng|tuần) cao điểm|công diễn|"
        r"chương trình(?= [“\"])|chuyên đề(?= [“\"])|chiến dịch|sự kiện|(?:buổi|cuộc|đợt) sinh hoạt",
        EventKind.OTHER,
    ),
)
# Verbs that name an event only where something licenses them, and nouns of work in general.
VAGUE = {EventKind.GUIDANCE, EventKind.PUBLICATION, EventKind.BROADCAST, EventKind.OTHER, EventKind.LAW_DAY}
KINDS = [(re.compile(pattern), kind) for pattern, kind in NOUNS]
_COUNTER = r"(?:cuộc(?! thi)|buổi|đợt|lượt|ca|hoạt động|điểm|chuyến)"
_NOUN = "|".join(pattern for pattern, _ in NOUNS)
HEAD = re.compile(
    r"(?<!\w)(?=\w)(?:(?:(?P<bound>hơn|trên|gần|khoảng|ít nhất|tối thiểu) )?"
    r"(?<![\w.,/-])(?P<count>\d[\d.]{0,9}|một|hai|ba|bốn|năm(?= (?:cuộc|buổi|đợt|lớp))|sáu|bảy|tám|chín|mười)"
    rf" (?:(?P<counter>{_COUNTER})(?: trực tiếp| lưu động)? )?)?(?P<list>(?:(?:lớp|cuộc|buổi|đợt|"
    rf"kh[óo][aá])(?:,| và) )?)(?P<noun>{_NOUN})(?!\w)"
)
# "tổ chức 36 cuộc cho 5.614 lượt người": sessions of what was named before, or of nothing more.
BARE = re.compile(
    r"(?<![\w.,/-])(?P<list>(?P<count>\d[\d.]{0,9}) )(?P<noun>cuộc|buổi|lớp|đợt)(?=,? (?:cho|với|"
    r"thu hút|có) )"
)
SPELLED = {
    word: number
    for number, word in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
}


@dataclass(frozen=True, slots=True)
class Head:
    """The position of the words that begin an event's name, with their count and without it."""

    start: int
    name_start: int
    end: int
    kind: EventKind
    sessions: int | None
    is_target: bool  # "ít nhất 02 hội nghị"


def heads_in(text: str) -> Iterator[Head]:
    """Yield the words of a text that may name an event, in order."""
    text = text.replace("İ", "i").lower()  # as many characters: İ alone would become two
    heads = list(HEAD.finditer(text))
    taken = {found.start() for found in heads}
    found = [*heads, *(bare for bare in BARE.finditer(text) if bare.start() not in taken)]
    yield from sorted(map(_head, found), key=lambda head: head.start)


def _head(found: re.Match[str]) -> Head:
    written = found["count"] if found["count"] != "một" else None  # "một phiên tòa" counts nothing
    return Head(
        found.start(),
        found.start("list"),
        found.end(),
        _kind_at(found.string, found.start("noun")),
        _sessions(written) if written else None,
        found.groupdict().get("bound") in ("ít nhất", "tối thiểu"),
    )


def _kind_at(text: str, start: int) -> EventKind:
    return next((kind for pattern, kind in KINDS if pattern.match(text, start)), EventKind.OTHER)


def _sessions(written: str) -> int | None:
    if number := SPELLED.get(written):
        return number
    digits = written.replace(".", "")
    return int(digits) if digits.isdigit() and re.fullmatch(r"\d{1,9}|\d{1,3}(?:\.\d{3})+", written) else None
