"""Where the name of an event ends: before its date, place, people, purpose and results."""

import re

from events.kinds import EventKind

_NUMBER = r"(?:(?:hơn|trên|gần|khoảng|ít nhất|tối thiểu|tổng số|toàn thể|tất cả|đông đảo|các|những) |\d)"
NAME_ENDS = re.compile(
    r"(?=[\s,:;./…])(?:"  # with what all begin, so that most characters are soon passed over
    # day
    r",? \(?(?:vào |trong |từ |lúc )?(?:(?:các |hai |ba |\d+ )?ngày:? (?=\d|từ)|(?:sáng|chiều|"
    r"tối) (?:ngày )?(?=\d)|[Tt]háng (?=\d)|"
    r"[Qq]uý (?=[IV\d])|từ (?:ngày )?(?=\d))|,? \((?=(?:ngày |từ |tháng |quý )?[\dIV])|,? (?:vào |trong )(?=\d)|"
    r" trong (?:thời gian )?(?:hai|ba|bốn|năm|\d+) ngày|,? (?:từ )?\d{1,2}/\d{1,2}|"
    r",? (?:vào (?:(?:sáng|trưa|chiều|tối) )?|(?:sáng|trưa|chiều|tối) )(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|"
    r"[Ss]áu|[Bb]ảy)|[Cc]hủ nhật)(?!\w)|"
    # place
    r",? tại (?!chỗ|cơ sở(?!\w)|cộng đồng|địa phương|các cơ sở)|,? ở (?=\d|các |[A-ZĐ])|,? trên địa bàn|"
    r" trên (?=hệ thống|[Đđ]ài|sóng|[Bb]áo|các phương tiện|loa|[Tt]rang|[Cc]ổng)|"
    # people
    rf",? cho (?:khoảng |gần )?(?={_NUMBER}|toàn bộ|đội ngũ|đối tượng|cán bộ|người|học sinh|đoàn viên|"
    rf"hội viên|Nhân dân|nhân dân|công chức|thành viên|hòa giải viên|bà con|lực lượng)|"
    r",? với (?:nhiều|các (?:đội|thí sinh|đại biểu)|(?:các |những )?nội dung|sự (?:tham|có|góp|chủ|"
    r"phối)|hơn|trên|gần|khoảng|tổng|thành phần|hình thức|quy mô|\d|(?:chủ đề|chuyên đề)(?!:? [“\"]))|"
    r",? (?:đã )?thu hút|,? đến(?: với)? (?=\d|hơn|gần|trên \d|đông đảo)|,? có (?=\d|lãnh đạo|đại biểu|"
    r"mặt|nhiều|thành phần|tới|đến|hơn|gần|"
    r"trên|khoảng|sự (?:tham|góp)|tổng|đông|đại diện|các|ông|bà|đồng chí|[A-ZĐ])|,? gồm |,? bao gồm|"
    # purpose and what went on
    r",? nhằm |,? để |, qua đó|, góp phần|, trong đó|, đồng thời|, kết hợp|,? (?:kết hợp|"
    r"lồng ghép)(?= (?:cấp|phát|tặng|tư vấn))|"
    r"(?:,| và|, đồng thời|, kết hợp) (?:cấp phát|phát(?: miễn phí)?(?= \d)|phát hành(?= \d)|trao|ký|"
    r"treo|tặng)(?!\w)| (?:cấp phát|phát|tặng)(?= \d)|"
    r",? do [A-ZĐ\w]|,? (?:được|đã|vừa|sẽ|tiếp tục|chính thức) |,? (?:diễn ra|khai mạc|bế mạc|"
    r"kết thúc)(?!\w)|"
    r" tổ chức(?= (?:tại|vào|ngày|từ|trong|ở|với))|"
    r",? theo |,? bằng hình thức|,? dưới hình thức|,? thông qua |,? (?:là|góp phần|qua) |,? trực tiếp |"
    r",? trực tuyến,?(?= cho|tại|với)|"
    r", phối hợp| phối hợp (?:cùng|với)(?! các)|,? với sự|,? trong khuôn khổ|,? nhân dịp|"
    r",? nhân (?=Ngày|kỷ)|,? hưởng ứng (?=¤)|,? bảo đảm|,? đạt |, hướng tới|, giúp|, tạo |"
    r", (?=\d|hơn \d|gần \d|[Tt]ham (?:dự|gia)|thành phần|nội dung|thời gian|các đại biểu|mỗi|giải đáp|"
    r"tiếp nhận|hỗ trợ|Hội (?:nghị|thảo)|cho |ban hành|biên soạn|in |đăng|tổ chức|mở |xây dựng|thu )|"
    r" và (?=\d|tổ chức|cấp|phát|trao|ký|treo|đăng|mở |biên soạn|in |Hội (?:nghị|thảo)|Cuộc thi|Hội thi|"
    r"Lễ |Tọa đàm)|"
    r" ?/ ?(?=\d)|"
    # separating marks
    r":(?! [“\"])|;|\.(?=\s|$)| [–—-] | \| |\n|, [–-]|…|\.\.\.)"
)
# What was published is named with its numbers: "cấp phát 10.000 quyển sổ tay và 68.200 tờ gấp".
PAPERS_END = re.compile(
    r",? (?:cho|đến|tới|gửi|phục vụ|nhằm|để|tại|trên (?!các lĩnh)|trong|với|qua|được|đã|do|vào|theo|"
    r"bằng)(?!\w)|"
    r", (?=treo|tổ chức|qua|góp|đồng|tuyên|giải|tư vấn|đăng|các|thu|mở|viết|xây)| trên địa bàn|"
    r"[;:|]|\.(?=\s|$)| và (?=tổ chức|treo|đăng|tuyên)| [–—-] "
)
# "Lễ công bố và trao Quyết định" is one name: what follows "và" belongs to a beginning that short.
FEWEST_WORDS = 4
ENDINGS = " ,.;:–—-("
LONGEST_NAME = 500


def name_end(hidden: str, start: int, end: int, kind: EventKind) -> int:
    """Return where the name ends that goes on from `start`, at `end` at the latest."""
    ends = PAPERS_END if kind == EventKind.PUBLICATION else NAME_ENDS
    found = ends.search(hidden, start, end)
    if found and found[0].startswith(" và ") and len(hidden[start : found.start()].split()) < FEWEST_WORDS:
        found = ends.search(hidden, found.end(), end)
    return found.start() if found else end


def trimmed(name: str) -> str:
    """Return the name without the marks that follow it; a bracket that it opens stays closed."""
    return name.strip().strip(ENDINGS.replace("(", "")).rstrip(ENDINGS)
