"""Reads from a sentence where an event was held."""

import re

LONGEST_PLACE = 300
# Words behind "tại" that name no place of their own.
_NO_PLACE = (
    r"(?:đây|chỗ|cơ sở|địa phương|cộng đồng|các cơ sở|các địa phương|đó|nhà(?! )|[Hh]ội nghị|"
    r"[Hh]ội thảo|[Hh]ội thi|[Bb]uổi|[Ll]ớp|[Cc]hương trình|[Tt]ọa đàm|"
    r"[Pp]hiên|[Cc]uộc|[Ll]ễ|[Đđ]iều|[Kk]ế hoạch|[Vv]ăn bản|[Ll]uật|[Cc]ông văn|[Qq]uyết định|khoản|mục|"
    r"điểm [a-z]\b|"
    r"[Nn]ghị quyết|[Nn]ghị định|[Tt]hông tư|[Bb]áo cáo|tòa án)"
)
STARTS = re.compile(
    rf"(?<!\w)(?:[Tt]ại|[Ởở](?= (?:các |\d|xã|phường|thôn|[A-ZĐ]))) (?!{_NO_PLACE}(?!\w))(?=\w)|"
    rf"(?<!\w)[Tt]ại (?=Tòa án)"
)
# A comma inside an address: "Hội trường A, xã Sen, tỉnh Sen".
_ADDRESS = (
    r"(?:(?:thuộc )?(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|thôn|ấp|bản|làng|khu|khóm|"
    r"đường|phố|tổ|cụm|khối|buôn) |"
    r"TP|số \d|Thủ đô|đặc khu|thuộc |P\.|Q\.|H\.|(?:[A-ZĐÀ-Ỹ]\w*+ ?){1,4}(?:xã|huyện|,|\.|;|\(|$| và))"
)
ENDS = re.compile(
    rf",(?! {_ADDRESS})|,? \(?(?:vào )?(?:ngày |từ ngày |sáng |chiều |tối |từ )(?=\d)|,? \((?=\d)|[;|]|"
    rf"\.(?=\s|$)| [–—] |"
    r":(?! (?:[Tt]hôn|[Xx]ã|[Ấấ]p|[Kk]hu|[Pp]hường|các xã))|"
    r" (?:cho|với|nhằm|thu hút|có|do|để|vào|gồm|đã|được|diễn ra|tổ chức|phối hợp|dưới|theo|bằng|qua|"
    r"trên địa bàn|nhân dịp|sẽ|khai mạc|"
    r"trong (?:khuôn|tháng|quý|\d|hai|ba|thời)|và (?:cấp|phát|tuyên truyền)|giúp|về)(?!\w)|"
    r",? \d+ (?:người|đại biểu)"
)
# How the name of a body begins: in an opening the place ends before it.
BODY = (
    r"(?:Sở|UBND|Ủy ban|Uỷ ban|UBMTTQ|UB MTTQ|Bộ|Cục|Chi cục|Vụ|Viện|TAND|Tòa án|VKSND|Hội|Đoàn|"
    r"Tỉnh đoàn|Thành đoàn|Công an|Công đoàn|"
    r"Liên đoàn|LĐLĐ|Trung tâm|Phòng|Ban|Trường|Đảng|Tỉnh ủy|Thành ủy|Huyện ủy|Chi hội|Đồn|Báo|Đài|Tổng|"
    r"Công ty|Mặt trận|MTTQ|Thanh tra|"
    r"Lữ đoàn|Trại|BCH|Bảo hiểm|Ngân hàng|Văn phòng|Liên minh|Đội|Trạm|Khoa|Học viện|Đại học|Bệnh viện|"
    r"Câu lạc bộ|Hiệp hội|Tạp chí|"
    r"HĐPH|Cụm|Phân hiệu|Chi đoàn|Tiểu đoàn|Trung đoàn|Vùng|Cảnh sát|các |lãnh đạo |Hạt|đơn vị)"
)
OPENING_ENDS = re.compile(rf",? (?=đã |diễn ra|vừa )|, (?={BODY})|,(?! {_ADDRESS})")


def place_after(words: str, start: int, end: int) -> str | None:
    """Return the place named between two positions, behind the event's name."""
    found = STARTS.search(words, start, end)
    return _until(ENDS, words, found.end(), end) if found else None


def place_before(words: str, end: int) -> str | None:
    """Return the place named in the opening of a sentence: "Sáng 24/4, tại Nhà văn hóa xã, Sở tổ chức …"."""
    found = STARTS.search(words, 0, end)
    return _until(OPENING_ENDS, words, found.end(), end) if found else None


def _until(ends: re.Pattern[str], words: str, start: int, end: int) -> str | None:
    found = ends.search(words, start, end)
    stop = found.start() if found else end
    if words.count("(", start, stop) > words.count(")", start, stop):  # "thị trấn A (huyện B, tỉnh C)"
        stop = words.find(")", stop, min(end, stop + LONGEST_PLACE)) + 1 or stop
    place = words[start:stop].strip(" ,.")
    return place if 0 < len(place) <= LONGEST_PLACE else None
