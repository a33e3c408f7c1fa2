"""The words around a year that say what it means: a comparison, a target, a fact of the past, a plan."""

from __future__ import annotations

import re

from reports.year_mentions.context import Context, Meaning
from reports.year_mentions.sentences import Words

RELATIVE = (
    (1, Words(r"năm (?:tới|sau|tiếp theo|kế tiếp)[ ,(:–-]*(?:là )?(?:năm )?$")),
    (0, Words(r"năm (?:nay|này|qua|vừa qua|báo cáo)[ ,(:–-]*(?:là )?(?:năm )?$")),
    (-1, Words(r"năm (?:ngoái|trước|trước đó|liền trước|liền kề)[ ,(:–-]*(?:là )?(?:năm )?$")),
)
PROGRAMME = Words(
    r"(?<!\w)(?:đề án|chiến lược|chương trình mục tiêu|lộ trình|tầm nhìn|định hướng|giai đoạn|gia hạn|"
    r"kéo dài|quy hoạch)(?!\w)"
)
UNTIL = Words(r"(?:^|\W)(?:đến|tới|tầm nhìn|sau) năm $")
EARLIER_THAN = Words(r"(?:^|\W)(?:từ )?trước năm $")
UNTIL_END = Words(r"(?:^|\W)(?:hết|đến hết|đến cuối|cuối|kết thúc) năm $")
SINCE = Words(r"(?:^|\W)(?:kể )?từ năm(?: học)? $")
SINCE_END = Words(r"(?:^|\W)(?<!ngay )từ (?:những tháng )?(?:cuối|giữa) năm $")
YEAR_END = Words(r"(?:^|\W)cuối năm $")
FOUNDED = Words(
    r"(?<!\w)(?:thành lập|thông qua|sửa đổi|sửa đổi,? bổ sung|có hiệu lực|hết hiệu lực|xuất bản|tái bản|"
    r"ra đời|ra mắt|"
    r"đi vào hoạt động|khánh thành|khai trương|(?<!học )(?<!vệ )sinh|tốt nghiệp|bắt đầu|khởi công|"
    r"sáp nhập|hợp nhất|"
    r"chia tách|vào ngành|ký kết)(?: từ| vào| lần đầu| kể từ)* năm $"
)
FACT = Words(
    r"(?<!\w)(?:công nhận|được khen|được tặng|tặng (?:thưởng|bằng|cờ|giấy)|trao (?:giải|thưởng|tặng)|"
    r"đạt giải|giải (?:nhất|nhì|ba)|"
    r"bằng khen|giấy khen|cờ thi đua|huân chương|danh hiệu|xếp (?:hạng|thứ)|đứng thứ|chỉ số|khảo sát|"
    r"kết luận thanh tra|"
    r"kiểm toán|quyết toán|bổ nhiệm|nghiệm thu|bản án|vụ án|thiên tai|bão số|dịch bệnh|covid|đại hội|bầu cử|"
    r"kỷ niệm|lần thứ|quốc hội|thông qua|được ban hành năm|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|"
    r"(?:giỏi|tiêu biểu|xuất sắc|mới) năm|năm (?:học|thứ|đầu tiên|cuối cùng|bản lề)|năm (?:cuối|"
    r"đầu) (?:của|thực hiện)|sea games|seagames|world cup|nghỉ hưu|tuyển dụng)(?!\w)"
)
LUNAR = Words(
    r"(?<!\w)(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|"
    r"thân|dậu|tuất|hợi)(?!\w)"
)
COMPARED = Words(
    r"(?<!\w)(?:so với|so cùng kỳ|so|cùng kỳ|cao hơn|thấp hơn|nhiều hơn|ít hơn|lớn hơn|hơn|bằng|"
    r"gấp [\d,]+ lần|vượt)"
    r"(?: [^,;:.()]{0,80})?(?<= )(?:năm )?$"
)
SUMMED_UP = Words(
    r"(?<!\w)(?:tổng kết|kế thừa|phát huy|tiếp nối|rút kinh nghiệm từ) (?:[^,;:.()]{0,80} )?(?:năm )?$"
)
COMPARISON = Words(
    r"(?<!\w)(?:so với|so sánh|so cùng kỳ|cùng kỳ|tăng|giảm|cao hơn|thấp hơn|nhiều hơn|"
    r"ít hơn)(?!\w)(?! cường| thiểu| nghèo)"
)
FIGURE_IN_BRACKETS = Words(r"^ ?(?::|là|có|đạt|chỉ|=) ?\d")
PLANNED = Words(
    r"(?<!\w)(?:sẽ|kế hoạch|nhiệm vụ|phương hướng|trọng tâm|tiếp tục|dự kiến|phấn đấu|chỉ tiêu|dự toán|"
    r"giải pháp|đề xuất|"
    r"kiến nghị|định hướng|chương trình công tác|thời gian tới|năm tới|năm sau|mục tiêu|đăng ký|đề nghị|"
    r"chuẩn bị)(?!\w)"
)
COUNTED = Words(
    r"^ (?:lượt|người|cuộc|lớp|hội nghị|buổi|tài liệu|cuốn|tờ|vụ|bản|đồng|triệu|tỷ|học sinh|sinh viên|"
    r"đại biểu|hộ|đơn vị|"
    r"văn bản|tin|bài|sản phẩm|ha|km|m2|thành viên|cán bộ|công chức|trường hợp|hồ sơ|câu|phiếu|giờ|tiết|"
    r"doanh nghiệp|tổ|xã|"
    r"thôn|lần|quyển|trang|đĩa|pa nô|áp phích|băng|khẩu hiệu|tuyên truyền viên|hòa giải viên|"
    r"báo cáo viên|hội viên|"
    r"đoàn viên|phụ nữ|thanh niên|cháu|em|nhân dân|lao động|thí sinh|ý kiến|đơn|thủ tục|thiết bị|"
    r"đầu sách|bộ)(?!\w)|^ ?%"
)
FIGURED = Words(
    r"(?<!\w)(?:hơn|gần|khoảng|trên|với|phát|cấp|gồm|tổng số|tổng cộng|thu hút|đạt|điện thoại|đt|fax|"
    r"hotline|mã)[ :.]*$"
)
REPORT_YEAR = Words(r"(?:kỳ|năm) báo cáo[ :]*(?:năm )?$")


def relative_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year beside "năm tới", "năm nay" or "năm trước"; DOUBT if the words do not fit it."""
    for distance, words in RELATIVE:
        if context.follows(words):
            return context.own_meaning if context.year == context.of + distance else Meaning.DOUBT
    return context.own_meaning if context.follows(REPORT_YEAR) else None


def bracket_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year with its figure in brackets, "(năm 2023: 45)", as part of a comparison."""
    is_open = context.before.rfind("(") > context.before.rfind(")")
    if not (is_open and context.precedes(FIGURE_IN_BRACKETS)) or context.year > context.of:
        return None
    return context.own_meaning if context.is_near_to(COMPARISON) else Meaning.DOUBT


def compared_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year with which another is compared."""
    if context.year <= context.of and context.follows(COMPARED) and not context.is_near_to(LUNAR):
        return context.own_meaning
    return None


def lasting_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year from which or until which something lasts, and of the year of a foundation."""
    if context.follows(FOUNDED):
        return Meaning.FIXED
    if context.follows(SINCE) or context.follows(EARLIER_THAN):
        return Meaning.DOUBT if context.year > context.of else Meaning.FIXED
    if context.follows(SINCE_END):
        return Meaning.DOUBT
    if context.follows(UNTIL):
        is_fixed = context.year < context.of or context.is_near_to(PROGRAMME)
        return Meaning.FIXED if is_fixed else Meaning.DOUBT
    if context.follows(UNTIL_END) and context.is_near_to(PROGRAMME):
        return Meaning.DOUBT
    return None


def bare_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a number without "năm" before it: a count, or perhaps a year."""
    if context.is_called_year:
        return None
    is_count = context.precedes(COUNTED) or context.follows(FIGURED)
    return Meaning.FIXED if is_count else Meaning.DOUBT


def fact_meaning(context: Context) -> Meaning | None:
    """Return DOUBT for what happened once, FIXED if it was before the reported year."""
    if context.is_near_to(LUNAR):
        return Meaning.DOUBT
    if not _clause_has(context, FACT):
        return None
    return Meaning.FIXED if context.year < context.of else Meaning.DOUBT


def usual_meaning(context: Context) -> Meaning:
    """Return the meaning of a year of which its surroundings say nothing else."""
    if context.year == context.of:
        return Meaning.REPORTED
    if context.year < context.of:
        return Meaning.BEFORE if context.follows(YEAR_END) or context.follows(SUMMED_UP) else Meaning.DOUBT
    is_planned = context.is_about_coming_year or context.is_near_to(PLANNED)
    return Meaning.COMING if is_planned else Meaning.DOUBT


BORDER = re.compile(r"[,;:()|]")


def _clause_has(context: Context, words: Words) -> bool:
    """Return whether the words stand in the part of the sentence around the year, or right after its comma."""
    pattern = words.of(context.sentence)
    before = BORDER.split(context.before)[-1]
    after = context.after.lstrip(" ,")
    clause = BORDER.split(after, maxsplit=1)[0]
    return pattern.search(f"{before}{context.year} {clause}") is not None
