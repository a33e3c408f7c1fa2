"""Reads from a sentence with which bodies an event was held."""

import re

LONGEST_PARTNERS = 500
STARTS = re.compile(
    r"(?<!\w)(?:(?:[Pp]hối hợp|[Ll]iên kết|[Kk]ết hợp)(?: (?:tổ chức|chặt chẽ|tích cực|chủ động))?"
    r"(?: cùng với| cùng| với|(?= (?:[A-ZĐỦ]|công an|các ))) (?!sự |việc )|với sự (?:phối hợp|"
    r"tham gia phối hợp)(?: tổ chức)? của )"
)
ENDS = re.compile(
    r",?(?<!trung tâm)(?<!chi nhánh)(?<!hội đồng phối hợp) (?:đồng |trực tiếp |vừa |đã |"
    r"cùng )?(?:tổ chức|mở|tiến hành|triển khai|thực hiện|tuyên truyền|phổ biến|khai mạc|tập huấn|"
    r"cấp phát|phát động|biên soạn|ra quân|phát hành|tư vấn|trợ giúp(?! pháp lý (?:tỉnh|nhà nước|"
    r"thành phố|số|Nhà nước))|in |phát |"
    r"nhằm|để|cho|thu hút|diễn ra|xây dựng|"
    r"hướng dẫn|truyền thông|nói chuyện)(?!\w)|[;:|]|\.(?=\s|$)|,? (?:vào )?ngày \d|, với |, trong |"
    r" tại |, tại |, có "
)


def partners_in(words: str, start: int, end: int) -> str | None:
    """Return the bodies named behind "phối hợp với" between two positions, as written."""
    found = STARTS.search(words, start, end)
    if found is None:
        return None
    stop = ENDS.search(words, found.end(), end)
    bodies = words[found.end() : stop.start() if stop else end].strip(" ,.")
    return bodies if 0 < len(bodies) <= LONGEST_PARTNERS else None
