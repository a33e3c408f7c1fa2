"""Converts names in capitals to the capitalisation of running text: "SỞ Y TẾ TỈNH SEN" to "Sở Y tế tỉnh Sen"."""

from __future__ import annotations

import re

from django.utils.text import capfirst

from pbgdpl.lib.written_dates import DASHES
from plans.reading.citation.connectives import is_in_capitals

# Abbreviations that could be words, which stay in capitals.
ABBREVIATION = re.compile(
    "UBND|UBMTTQ|UBKT|BTV|BCH|BCĐ|TW|TP|TX|THPT|THCS|TAND|VKSND|ISO|AI|IT|EU|ASEAN|APEC|WTO|OCOP|VNEID|PCI|PAPI|"
    "ATGT|UBATGT|CBCCVC|[IVX]{1,5}"
)
VOWEL = re.compile(r"[AEIOUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]")
# Names as they are written; of two that begin alike, the longer one comes first.
NAMES = (
    "Việt Nam|Hà Nội|Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Huế|Thủ đô|Thủ tướng Chính phủ|Chính phủ|Quốc hội|"
    "Mặt trận Tổ quốc|Bộ Chính trị|Ban Bí thư|Trung ương|Ngày Pháp luật|Nhà nước|Đảng Cộng sản|Tết Nguyên đán|"
    "Công Thương|Liên hiệp Phụ nữ|Cựu chiến binh|Liên hiệp các Hội Khoa học và Kỹ thuật|Hội đồng nhân dân|"
    "Hội đồng phối hợp phổ biến, giáo dục pháp luật|Ủy ban nhân dân|Uỷ ban nhân dân|Hiến pháp|Đề án|"
    "Khoa học và Công nghệ|Giáo dục và Đào tạo|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|"
    "Tài nguyên và Môi trường|Lao động - Thương binh và Xã hội|Văn hóa và Thể thao|Văn hóa, Thể thao và Du lịch|"
    "Kế hoạch và Đầu tư|Thông tin và Truyền thông|Quy hoạch - Kiến trúc|Dân tộc và Tôn giáo"
)
KNOWN = {name.lower(): name for name in re.split(r"\|", NAMES)}
KNOWN_NAME = re.compile(rf"(?<!\w)(?:{NAMES})(?!\w)", re.IGNORECASE)
# Names only in names of bodies; elsewhere ordinary words.
ONLY_IN_BODIES = frozenset({"đề án"})

# Words followed by the name of a place, which is capitalised; in running text only after PROVINCE.
PROVINCE = r"(?:thành phố|tỉnh|tp\.?)"
UNIT = (
    r"(?:thành phố|tỉnh|huyện|quận|phường|thị xã|thị trấn|xã(?! hội)|tp\.?|thành ủy|thành uỷ|tỉnh ủy|tỉnh uỷ)"
)
NO_PLACE = (
    r"(?:năm|giai|trong|về|và|đến|theo|của|do|từ|tại|để|cho|trên|là|có|được|khi|lần|tháng|quý|ở|với|các|trực|mới|"
    r"gắn|thuộc|hoạt|thông|xanh|văn|thực|triển|tổ|phục|khóa|kỳ|nhiệm|đạt|nhân|phối|nông)"
)
_PLACE = rf"\s(?:(?!{NO_PLACE}(?!\w))[^\W\d_]+(?:\s|(?!\w))){{1,4}}"
PLACE, PLACE_OF_BODY = (re.compile(rf"(?<!\w)({unit})({_PLACE})") for unit in (PROVINCE, UNIT))
LOWER_UNIT = re.compile(UNIT, re.IGNORECASE)
LAW = re.compile(
    r"(?<!pháp )(?<!kỷ )(?<!\w)(?:bộ )?luật (?!được|mới|và|có|do|năm|của|về|sư|gia|tục)([^\W\d_])"
)
NUMBERED = re.compile(
    r"(?<!\w)(?:nghị quyết|nghị định|chỉ thị|quyết định|thông tư|kế hoạch|kết luận|chương trình|đề án|công điện)"
    r"(?=(?: liên tịch)? số \d)"
)
DEPARTMENT = re.compile(r"(?<!\w)(sở|bộ(?! (?:chỉ|tiêu|máy|đội|phận|luật))) ([^\W\d_])")

# Kinds of body as they are written; of two that begin alike, the longer one comes first. The next word is capitalised.
KINDS = (
    "Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Hội đồng phối hợp|Hội đồng|Ủy ban|Uỷ ban|Tổng cục|Chi cục|Cục|"
    "Văn phòng|Trung tâm|Thanh tra|Ban chấp hành|Ban chỉ đạo|Ban Thường vụ|Ban|Sở|Bộ|Vụ|Phòng|Viện|Học viện|Trường|"
    "Liên đoàn|Đoàn|Hội|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Công an|Kho bạc|Chủ tịch|UBND|HĐND"
)
KIND = re.compile(rf"(?:{KINDS})(?!\w)", re.IGNORECASE)
KIND_WRITTEN = {kind.lower(): kind for kind in re.split(r"\|", KINDS)}
NO_CAPITAL_AFTER = {
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "hội đồng nhân dân",
    "hội đồng phối hợp",
    "ubnd",
    "hđnd",
    "công an",
}
# "Khoa học và Công nghệ", "Quy hoạch - Kiến trúc", "Thể thao và Du lịch"
PART = re.compile(rf"((?<= và )|(?<=\s[{DASHES}]\s)|(?<=, ))([^\W\d_])")
SCHOOL = re.compile(
    r"^((?:THPT|THCS|tiểu học|mầm non|tiểu học và THCS) )([^\d]+)$"
)  # the name of one is a person's or a place's
PARTS_TOGETHER = re.compile(r"phổ biến, giáo dục|phòng, chống|(?<=\w )cứu nạn, cứu hộ", re.IGNORECASE)


def in_lower_case(text: str) -> str:
    """Return a line of capitals with only the first letter and names capitalised.

    >>> in_lower_case("TRIỂN KHAI LUẬT ĐẤT ĐAI TRÊN ĐỊA BÀN TỈNH SEN NĂM 2024")
    'Triển khai Luật Đất đai trên địa bàn tỉnh Sen năm 2024'
    """
    small = _without_capitals(text)
    small = LAW.sub(lambda found: f"{found[0][0].upper()}{found[0][1:-1]}{found[1].upper()}", small)
    small = DEPARTMENT.sub(lambda found: f"{found[1].capitalize()} {found[2].upper()}", small)
    small = NUMBERED.sub(lambda found: found[0].capitalize(), small)
    small = _named(PLACE.sub(_place, small), left_out=ONLY_IN_BODIES)
    return capfirst(small)


def body_name(name: str) -> str:
    """Return the name of a body in the capitalisation of running text; unchanged if it is not in capitals.

    >>> body_name("UBND THÀNH PHỐ HÀ NỘI"), body_name("SỞ GIÁO DỤC VÀ ĐÀO TẠO"), body_name("Sở Y tế")
    ('UBND thành phố Hà Nội', 'Sở Giáo dục và Đào tạo', 'Sở Y tế')
    """
    if not is_in_capitals(name):
        return name
    small = _without_capitals(name)
    if (kind := KIND.match(small)) is None:
        named = capfirst(small)
    else:
        rest = small[kind.end() :].strip()
        takes_capital = kind[0].lower() not in NO_CAPITAL_AFTER
        named = f"{KIND_WRITTEN[kind[0].lower()]} {_with_capitals(rest) if takes_capital else rest}".strip()
    return _named(PLACE_OF_BODY.sub(_place, named))


def _with_capitals(rest: str) -> str:
    """Return the name after the kind of a body with each of its parts capitalised."""
    rest = PART.sub(lambda found: found[0].upper(), rest)
    rest = PARTS_TOGETHER.sub(lambda found: found[0].lower(), rest)
    rest = SCHOOL.sub(lambda found: f"{found[1]}{found[2].title()}", rest)
    return rest if LOWER_UNIT.match(rest) else capfirst(rest)


def _without_capitals(text: str) -> str:
    """Return the text in lower case, except abbreviations and Roman numerals."""
    return re.sub(
        r"[^\W\d_]+", lambda found: found[0] if _is_abbreviation(found[0]) else found[0].lower(), text
    )


def _is_abbreviation(word: str) -> bool:
    return ABBREVIATION.fullmatch(word) is not None or (len(word) > 1 and VOWEL.search(word) is None)


def _place(found: re.Match[str]) -> str:
    return found[1] + re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), found[2])


def _named(text: str, *, left_out: frozenset[str] = frozenset()) -> str:
    return KNOWN_NAME.sub(
        lambda found: found[0] if found[0].lower() in left_out else KNOWN[found[0].lower()], text
    )
