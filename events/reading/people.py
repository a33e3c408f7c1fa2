"""Reads from a sentence how many people attended an event."""

import re
from dataclasses import dataclass

from events.turnout import PEOPLE, SCALES

MORE_PEOPLE = (
    "người|đại biểu|nông dân|ngư dân|phụ nữ|công nhân|lao động|thanh niên|thanh thiếu niên|thiếu nhi|trẻ em|bà con|"
    "chức sắc|luật sư|lãnh đạo|đại diện|chiến sỹ|quân nhân|phạm nhân|vận động viên|đồng chí|em|thầy|cô giáo|"
    "phụ huynh|cựu chiến binh|đồng bào|tín đồ|tiểu thương|chủ (?:hộ|cơ sở|"
    "doanh nghiệp|tàu|phương tiện|rừng|trang trại|cửa hàng|nhà trọ|vườn)|thuyền viên|"
    "lái xe|bị can|học sinh|tân binh|dân quân|trưởng thôn|tổ trưởng|người dân|quần chúng|khán giả|công dân|hộ viên|"
    "CBCCVC|CCVC|CBCC|CBCS|CBĐV|CNVCLĐ|CNLĐ|NLĐ|ĐVTN|ĐVCĐ|ĐV|HV|HS|thành viên|giáo viên|nhà báo|phóng viên|"
    "tập huấn viên|hướng dẫn viên|kế toán|doanh nhân|y sĩ|bác sĩ|kỹ sư|công an viên|già làng|"
    "cổ động viên|kiểm sát viên|điều tra viên|kiểm tra viên|thanh tra viên|chấp hành viên|công chứng viên|tư vấn viên|"
    "tình nguyện viên|huấn luyện viên|kiểm lâm viên|trợ giúp viên|thẩm phán|hội thẩm|thư ký|tân sinh viên|"
    "cộng tác viên|nhân viên|chủ tịch|bí thư|trưởng|thân nhân|khách|nữ"
)
UNIT = (
    rf"(?:lượt (?:{PEOPLE}|{MORE_PEOPLE}|tham gia|tham dự|dự thi|dự|dân|thi)|{PEOPLE}|{MORE_PEOPLE}|"
    r"lượt (?=tham (?:gia|dự)))"
)
FIGURE = r"(?:[1-9]\d{0,2}(?:[.,]\d{3}){1,3}|\d{1,7}(?:,\d{1,2})?)"
COUNT = re.compile(
    r"(?=[\s\dhtíkgxưc])"  # with what all begin
    r"(?:(?P<bound>hơn|trên|ít nhất|tối thiểu|không dưới)|(?P<about>gần|khoảng|xấp xỉ|ước|chừng|tầm))?\s?"
    rf"(?<![\w.,-])(?<!\d/)(?P<figure>{FIGURE})(?P<plus>\s?\+)?(?:\s(?P<scale>{'|'.join(SCALES)}))?\s"
    rf"(?P<unit>{UNIT})(?!\w)(?P<each>\s?/\s?\w)?",
    re.IGNORECASE,
)
# Numbers of people that are no attendance: a part, a single session's, who spoke, who was rewarded or watched.
OTHERS_BEFORE = re.compile(
    r"(?:mỗi [^,;]{1,25}|trong đó[^;.]{0,40}|trao[^;,.]{0,50}|tặng[^;,.]{0,50}|khen[^;,.]{0,50}|"
    r"tuyên dương[^;,.]{0,30}|"
    r"(?:báo cáo viên|giảng viên|ban giám khảo) (?:gồm|là) |của |"
    r"(?<!\w)(?<!có )(?<!lên )(?:do|bởi|số|từ|đến|tới|năm|lần|thứ|tháng|quý|Điều|khoản|bình quân|"
    r"trung bình) |\d\s?[-–]\s?|"
    r"(?:kết nạp|xử phạt|bắt|chọn|bầu|cử|hỗ trợ|thành lập|công nhận|bổ nhiệm|miễn nhiệm)(?: \w+){0,4} )$",
    re.IGNORECASE,
)
TAKING_PART_OF = re.compile(r"(?:tham gia|tham dự|góp mặt|có mặt|hưởng ứng)(?: \w+){0,3} của $")
OTHERS_AFTER = re.compile(
    r"\s?(?:trả lời|đạt|được (?:trao|tặng|khen|biểu dương)|phát biểu|theo dõi|xem|tiếp cận|truy cập|"
    r"thoát nghèo|đoạt|"
    r"trúng|vi phạm|báo cáo viên trình bày|tuổi)",
    re.IGNORECASE,
)
MOST_PEOPLE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class People:
    """A number of people: exact, a minimum ("hơn 200") or approximate ("gần 200", "khoảng 200")."""

    number: int
    is_minimum: bool
    is_approximate: bool
    start: int


def people_in(text: str) -> People | None:
    """Return the first number of people that is an attendance, or None."""
    for found in COUNT.finditer(text):
        if _is_attendance(found) and (number := number_of(found["figure"], found["scale"])):
            is_minimum = bool(found["bound"] or found["plus"])
            return People(number, is_minimum, bool(found["about"]), found.start())
    return None


def number_of(figure: str, scale: str | None = None) -> int | None:
    """Return the number of "1.496", "1,496", "775 nghìn", "5,3 triệu"; None of "1,5".

    >>> number_of("1.496"), number_of("5,3", "triệu"), number_of("1,5")
    (1496, 5300000, None)
    """
    factor = SCALES.get((scale or "").lower(), 1)
    if (re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", figure) and factor == 1) or figure.isdigit():
        number = int(re.sub("[.,]", "", figure)) * factor
    elif factor > 1 and (parts := re.fullmatch(r"(\d{1,4})[.,](\d{1,3})", figure)):
        number = int(parts[1] + parts[2]) * factor // 10 ** len(parts[2])
    else:
        return None
    return number if number <= MOST_PEOPLE else None


def _is_attendance(found: re.Match[str]) -> bool:
    start = next(found.start(part) for part in ("bound", "about", "figure") if found[part])
    before = found.string[max(0, start - 60) : start]
    is_others = OTHERS_BEFORE.search(before) and not TAKING_PART_OF.search(before)
    return not (found["each"] or is_others or OTHERS_AFTER.match(found.string, found.end()))
