"""The patterns of the lines around the text: letterhead, Kính gửi, signature, annex."""

from __future__ import annotations

import datetime as dt
import re

from reports.reading.marks import DASHES, ROMANS

NATIONAL_NAME = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM")
MOTTO = re.compile(
    rf"Độc\s*+lập\s*+[{DASHES}.*]?\s*+Tự\s*+do\s*+[{DASHES}.*]?\s*+Hạnh\s*+phúc", re.IGNORECASE
)
# With a number, or with space for it: "Số: 12/BC-STC", "Số:     /BC-STC", "Số: …/BC-STC".
NUMBER = re.compile(r"Số\s*+:?\s*+([\d\s.…_]*[/–-][\w&/.\s–-]{2,40}|[.…_\s]*)")
NUMBER_BEFORE_DATE = re.compile(
    r"^(\s*+Số\s*+:?\s*+[\d.…_]*+\s*+/\s*+[^\s,]+)[ ]+(?=[^\W\d_].{0,60}\bngày\b)"
)
DATE_PART = r"[\d\s.…_/]{0,20}"
PLACE_DATE = re.compile(
    rf"(.{{0,80}}?)[,\s]*\bngày({DATE_PART})tháng({DATE_PART})năm({DATE_PART})", re.IGNORECASE
)
KIND = re.compile(
    r"(BÁO CÁO|TỜ TRÌNH|KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|ĐỀ ÁN|HƯỚNG DẪN|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ)\b[\s.:]*(.*)"
)
STAMP = re.compile(
    r"\W*(?:DỰ THẢO|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|TUYỆT MẬT|TỐI MẬT|MẬT|MẪU|BIỂU|BẢN SAO)\b"
)
PART = re.compile(r"(?:phần|chương|mục)\s|[A-ZĐ][.)]\s", re.IGNORECASE)
LETTER_SUBJECT = re.compile(r"(?:V/v|Về việc)\b")
# The first words of the names of bodies; a line without one continues the line above it.
BODY_WORDS = re.compile(
    r"(?:SỞ|BỘ|BAN|CỤC|CHI CỤC|TỔNG CỤC|VỤ|PHÒNG|VĂN PHÒNG|THANH TRA|TRUNG TÂM|TRƯỜNG|VIỆN|HỌC VIỆN|HỘI|LIÊN|"
    r"UBND|ỦY BAN|UỶ BAN|HĐND|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|CÔNG AN|CÔNG TY|TỔNG|"
    r"BẢO HIỂM|TÒA ÁN|TOÀ ÁN|KHO BẠC|NGÂN HÀNG|BỆNH VIỆN|ĐÀI|BÁO|TẠP CHÍ|ĐOÀN|MẶT TRẬN|BỘ CHỈ HUY|QUỸ)\b"
)
ADDRESSEES = re.compile(r"Kính gửi\s*:?\s*(.*)", re.IGNORECASE)
# The first words of a body's name or a person's office, but not of a heading or a sentence ("Ban hành …").
ADDRESSEE = re.compile(
    r"(?:Ban(?! hành)|Báo(?! cáo)|Bệnh viện|Bảo hiểm|Bí thư|Bộ(?! máy)|Các (?:sở|ban|bộ|cơ quan|đơn vị|phòng|xã|phường|"
    r"huyện|thành viên|đồng chí|ông|bà|trường|tổ)|Chánh|Chi (?:cục|nhánh|bộ)|Chính phủ|Chủ (?:tịch|nhiệm)|"
    r"Công (?:an|ty|đoàn)|Cơ quan|Cục|Đài|Đảng|Đoàn(?! kết)|Đồng chí|Đơn vị|Giám đốc|Hiệu trưởng|HĐND|Học viện|"
    r"Hội(?! nghị| thảo| thi)|Huyện|Kho bạc|Lãnh đạo|Liên (?:đoàn|minh|hiệp)|Mặt trận|Ngân hàng|Như trên|Ông|Bà|"
    r"Phòng(?!,? chống| ngừa)|Phó|Phường|Quân (?:khu|đoàn)|Quốc hội|Quỹ|Sở|Tạp chí|Tập đoàn|Thanh tra|"
    r"Thành (?:ủy|uỷ|viên|đoàn)|Thủ (?:tướng|trưởng)|Thường (?:trực|vụ)|Tỉnh|T(?:òa|oà) án|Tổ(?! chức)|"
    r"Tổng (?:cục|công|giám)|Trung tâm|Trưởng|Trường(?! hợp)|UBMT|UBND|[UỦ][yỷ] ban|Văn phòng|Viện|Vụ|Xã)(?!\w)",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"\b(?:đã|như sau|báo cáo|trong năm|tổ chức (?:thực hiện|các|\d)|kết quả|ban hành|được giao)\b|:$",
    re.IGNORECASE,
)
LEGAL_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Theo|Xét|Thi hành|Triển khai|Chấp hành|Tiếp theo)\s")
CLOSING = re.compile(r"Trên đây\b")
LAST_WORDS = re.compile(r"(?:kính|đề nghị|trân trọng|báo cáo)\b", re.IGNORECASE)
PERIOD = re.compile(
    r"\(|(?:Số liệu|Thống kê|Kỳ (?:báo cáo|thống kê)|Thời (?:điểm|kỳ|gian)|Từ ngày)\b.*\bngày\b"
)
RECIPIENTS = re.compile(r"Nơi nhận\s*(?::\s*(.*))?", re.IGNORECASE)
SIGNED = re.compile(r"\W*(?:đã ký|ký tên|chữ ký|ký điện tử|ký số)\b.{0,40}", re.IGNORECASE)
ON_BEHALF = r"(?:KT|TM|TL|TUQ|Q)\s?\."
OFFICE = (
    r"(?:(?:PHÓ|TỔNG|QUYỀN|KT|TM|TL|TUQ|Q)\b\.?\s*)*"
    r"(?:GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|CHÁNH (?:VĂN PHÒNG|THANH TRA|ÁN)|BÍ THƯ|THỦ TRƯỞNG|TỔNG BIÊN TẬP|"
    r"(?:(?:CHI )?CỤC|VỤ|BỘ|THỨ|HIỆU|VIỆN|ĐỘI|TRẠM) TRƯỞNG|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN|ĐOÀN|KHOA|CƠ QUAN))"
)
AUTHORITY = re.compile(rf"{ON_BEHALF}\s*\S.{{0,80}}|{OFFICE}\b.{{0,50}}", re.IGNORECASE)
PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,6}")
CONTACT = re.compile(
    r"(?:Địa chỉ|Trụ sở|Điện thoại|ĐT|Fax|E-?mail|Thư điện tử|Website|Trang thông tin)\b.{0,20}?:",
    re.IGNORECASE,
)
ANNEX = re.compile(
    r"PHỤ LỤC(?:\s+(?:SỐ\s*)?(\d{1,2}|[IVXL]{1,6})\b)?\s*(?:[.:–-]\s*(?=\S)|(?=\()|$|(?P<title>(?=\S)))",
    re.IGNORECASE,
)
ANNEX_REFERENCE = re.compile(r"\(?\s*(?:Ban hành )?kèm theo\b.*", re.IGNORECASE)
# No line around the text is longer; patterns with several gaps would be slow on longer ones.
LONGEST_LINE = 120
PAGE_NUMBER = re.compile(r"\W*(?:Trang|Page)?\W*\d{0,4}(?:\s*(?:/|of|trên)\s*\d{0,4})?\W*", re.IGNORECASE)


def has_words(text: str) -> bool:
    """Return whether a line has words, unlike a rule: "_____", "-----", "*****"."""
    return any(map(str.isalnum, text))


def is_capitals(text: str) -> bool:
    """Return whether a text has two or more letters, all of them capitals."""
    return text.isupper() and sum(map(str.isalpha, text[:40])) > 1


def is_authority(text: str) -> bool:
    """Return whether a line is an office like "KT. GIÁM ĐỐC" or "Phó Giám đốc", not a name or a sentence."""
    return bool(AUTHORITY.fullmatch(text)) and (is_capitals(text) or len(text) < 40) and text[-1] not in ".;:"


def is_person(text: str) -> bool:
    """Return whether a text is a name: two to seven words, each with a capital."""
    return bool(PERSON.fullmatch(text)) and all(word[0].isupper() for word in text.split())


def is_addressee(text: str) -> bool:
    """Return whether a text names a body or a person, and is not a sentence or a heading.

    >>> is_addressee("Sở Tư pháp;"), is_addressee("Ban hành văn bản"), is_addressee("Sở đã tổ chức 5 hội nghị.")
    (True, False, False)
    """
    return ADDRESSEE.match(text) is not None and SENTENCE.search(text) is None


def kind(text: str) -> tuple[str, str] | None:
    """Return the kind of document in a line, and the beginning of the subject after it, or None.

    >>> kind("BÁO CÁO KẾT QUẢ"), kind("Báo cáo"), kind("B Á O  C Á O"), kind("Báo cáo kết quả")
    (('BÁO CÁO', 'KẾT QUẢ'), ('BÁO CÁO', ''), ('BÁO CÁO', ''), None)
    """
    if "".join(text.split()).upper() == "BÁOCÁO":
        return "BÁO CÁO", ""
    found = KIND.fullmatch(text.upper())
    if not found or (has_words(found[2]) and not is_capitals(text)):
        return None
    return found[1], text[len(found[1]) :].strip(" .:")


def is_page_number(text: str) -> bool:
    return len(text) <= LONGEST_LINE and PAGE_NUMBER.fullmatch(text) is not None


def number(text: str) -> str | None:
    """Return the number of a document, "/BC-STC" if it is blank; None for any other line.

    >>> number("Số: 12 /BC – STC"), number("Số: ……/BC-STC"), number("Số người: 5")
    ('12/BC-STC', '/BC-STC', None)
    """
    found = NUMBER.fullmatch(text) if len(text) <= LONGEST_LINE else None
    if not found or any(len(word) > 6 and word.islower() for word in found[1].split()):
        return None
    return re.sub(r"(?<![\s.…_])[\s.…_]+(?=/)|^[.…_]+|\s+", "", found[1]).replace("–", "-")


def place_date(text: str) -> tuple[str, dt.date | None] | None:
    """Return place and date, with None for a date with blanks; None for a date that does not exist.

    >>> place_date("Thái Nguyên, ngày     tháng 11 năm 2024"), place_date("Hà Nội, ngày 31 tháng 9 năm 2024")
    (('Thái Nguyên', None), None)
    """
    found = PLACE_DATE.fullmatch(text)
    if not found:
        return None
    day, month, year = (part.strip(" .…_/") for part in found.groups()[1:])
    if not (day and month and year):
        return found[1].strip(" ,"), None
    try:
        return found[1].strip(" ,"), dt.date(int(year), int(month), int(day))
    except ValueError:
        return None  # the line stays as text


def annex(text: str) -> tuple[str, str] | None:
    """Return the label and the title in the first line of an annex; None for any other line.

    >>> annex("PHỤ LỤC 01: SỐ LIỆU"), annex("PHỤ LỤC SỐ LIỆU"), annex("Phụ lục I kèm theo nêu rõ …")
    (('PHỤ LỤC 01', 'SỐ LIỆU'), ('PHỤ LỤC', 'SỐ LIỆU'), None)
    """
    found = ANNEX.match(text)
    if not found or (found["title"] is not None and not is_capitals(text)):
        return None
    return found[0].rstrip(" .:–-"), text[found.end() :]


def annex_number(label: str) -> int:
    """Return the number in the label of an annex, Roman or Arabic; 0 if it has none."""
    found = ANNEX.match(label)
    number = found[1] if found and found[1] else ""
    return int(number) if number.isdecimal() else ROMANS.get(number.upper(), 0)
