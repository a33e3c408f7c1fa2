"""Patterns for the words before and after a possible event name: was it held, planned or asked for?"""

import re
from enum import Enum, auto


class Licence(Enum):
    """Why words that may name an event are read as one."""

    VERB = auto()  # "Sở tổ chức Hội nghị …"
    SUBJECT = auto()  # "Hội thi được tổ chức …", "- 03 hội nghị …"
    AT = auto()  # "Tại buổi … có 70 người", "Tham gia lớp … có 100 người"
    LISTED = auto()  # "… và 02 tọa đàm …"
    ACT = auto()  # "Công an xã tuyên truyền … cho 120 người"


_ADVERB = (
    r"(?:cuộc|thành công|trực tiếp|trực tuyến|được|xong|lồng ghép|các|những|nhiều|một số|một|đợt|thêm|"
    r"tổng số|tổng cộng|hơn|gần|trên|khoảng|"
    r"chuỗi|loạt|trọng thể|long trọng|hiệu quả|tốt|buổi|hoạt động|chương trình|công tác|và|lại|liên tục|"
    r"định kỳ)"
)
HELD_VERB = re.compile(  # "Ban Tổ chức Cuộc thi" is a body: a verb has a capital only at the start
    r"(?:(?<!\w)(?=[a-zđ])|(?<!\w )(?<!\w))(?P<verb>(?i:tổ chức|mở|khai mạc|bế mạc|khai giảng|diễn ra|"
    r"tiến hành|phát động|chủ trì|đăng cai|thực hiện|triển khai))"
    rf"(?P<adverbs>(?: (?i:{_ADVERB})){{0,4}}) (?:[“\"] ?)?$"
)
# Behind these words an act is wished, ordered, prepared or a document's matter.
# Small letters, or the first word: "Sở Xây dựng tổ chức …" and "tỉnh Nam Định tổ chức …" name who held it.
_NOT_HELD = (
    r"(?:về việc|v/v|về|việc|kế hoạch|để|nhằm|yêu cầu|đề nghị|kiến nghị|đề xuất|phấn đấu|kinh phí|khi|"
    r"nếu|cần|phải|nên|"
    r"thư mời|giấy mời|phương án|kịch bản|hình thức|chưa|không|hoãn|lùi|hủy|huỷ|thể|chuẩn bị|sẵn sàng|"
    r"thống nhất|"
    r"mong muốn|đăng ký|trách nhiệm|nhiệm vụ|cho phép|chủ trương|định|sẽ|xin ý kiến|hướng dẫn|ủng hộ|"
    r"công tác|như|bằng|"
    r"qua|quy chế|từ|hạn chế|khó khăn trong|hiệu quả|là|xây dựng)"
    r"(?: (?:việc|các|phối hợp|đơn vị|phải|tiếp tục|được))?[:,]?(?: “)? $"
)
NOT_HELD_BEFORE = re.compile(rf"(?<!\w){_NOT_HELD}|^\W*(?i:{_NOT_HELD})")
# Words for work in general: only a number or a date makes it an event.
GENERAL = re.compile(
    r"(?<!\w)(?:thường xuyên|định kỳ|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|"
    r"mỗi (?:năm|quý|tháng|tuần)|tăng cường|"
    r"đẩy mạnh|tiếp tục|chú trọng|quan tâm|chủ động|tích cực|đa dạng|đổi mới|thông qua|các hình thức|"
    r"hình thức|tập trung|nâng cao|bảo đảm|"
    r"đảm bảo)(?!\w)",
    re.IGNORECASE,
)
RECURRING = re.compile(r"(?<!\w)(?:(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|kỳ)|định kỳ)(?!\w)", re.IGNORECASE)
REQUEST = re.compile(
    r"(?<!\w)(?<!đáp ứng )(?<!theo )(?<!sự )(?<!thực hiện )(?<!tinh thần )(?<!Sở )(?<!Bộ )(?:[Yy]êu cầu|"
    r"[Đđ]ề nghị|"
    r"[Kk]iến nghị|[Đđ]ề xuất|[Gg]iao|[Cc]hỉ đạo|[Hh]ướng dẫn|[Đđ]ôn đốc|[Pp]hân công|[Kk]huyến khích|"
    r"[Vv]ận động|"
    r"[Kk]êu gọi|[Cc]ó trách nhiệm|[Cc]hịu trách nhiệm)"
    r"(?= (?:các|[A-ZĐỦ]|phòng|đơn vị|cán bộ|cơ quan|tổ chức|100|ngành|địa phương|trưởng|thủ trưởng|"
    r"phối hợp|đồng chí))"
)
PLANNED = re.compile(
    r"(?<!\w)(?:sẽ|theo kế hoạch(?=,)|dự kiến|dự định|sắp tới|sắp (?:tổ chức|diễn ra)|"
    r"(?:trong )?thời gian tới|năm tới|"
    r"quý tới|tháng tới|phấn đấu|"
    r"chuẩn bị (?:tổ chức|phối hợp|mở|cho|khai mạc)|kế hoạch (?:tổ chức|phối hợp|mở|khai mạc)|"
    r"lên kế hoạch|xây dựng kế hoạch|"
    r"ban hành (?:\w+ )?(?:kế hoạch|công văn|quyết định|văn bản)"
    r"(?!(?: số)? ¤[^;]{0,120}(?: và|,) (?:đã )?tổ chức )|phương hướng|nhiệm vụ trọng tâm|"
    r"mục tiêu|chỉ tiêu|"
    r"những tháng (?:còn lại|cuối năm)|hoãn|tạm dừng|bị hủy|lùi (?:thời gian|lịch|sang))(?!\w)",
    re.IGNORECASE,
)
# A document as such: "Kế hoạch số … về tổ chức Hội nghị", "Giấy mời dự Hội nghị".
DOCUMENT = re.compile(
    r"^\W*(?:\d+[.)] )?(?:Kế hoạch|Công văn|Quyết định|Văn bản|Tờ trình|Thông báo|Giấy mời|Thư mời|"
    r"Chỉ thị|Nghị quyết|Hướng dẫn|Báo cáo|"
    r"Chương trình|CV|KH|QĐ|Dự thảo|Về việc|V/v)(?= (?:số|¤|ngày|tổ chức|phối hợp|về|v/v|của|kết quả|"
    r"thực hiện|triển khai))",
    re.IGNORECASE,
)
NOT_HELD_BEHIND = re.compile(
    r"(?<!\w)(?:sẽ (?:tiếp tục |được |cùng )*(?:tổ chức|diễn ra|khai mạc|bắt đầu|kéo dài|thu hút|có|"
    r"chính thức)|dự kiến|(?:tạm )?hoãn|phải (?:tạm )?dừng|"
    r"lùi (?:thời gian|lịch|sang|lại)|(?:chưa|không) (?:được )?(?:tổ chức|thực hiện|triển khai|diễn ra)|"
    r"bị (?:hủy|huỷ)|hủy bỏ|"
    r"chuyển sang (?:năm|quý|tháng)|(?:cần|phải|nên) (?:được )?(?:tổ chức|tăng)|là (?:nhiệm vụ|"
    r"hoạt động|một trong|hình thức|dịp|ngày)|"
    r"chậm nhất|trước ngày|hoàn thành trước|theo kế hoạch sẽ)(?!\w)",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"(?:^\W*|(?<!\w)(?:trong|sang|vào|đầu|cuối) )(?:năm|quý (?:[IV]{1,3}|[1-4])[/ ](?:năm )?|"
    r"6 tháng (?:đầu|cuối) năm|"
    r"tháng \d{1,2}/) ?(\d{4})(?!\d)",
    re.IGNORECASE,
)
SUBJECT_BEFORE = re.compile(
    r"^[\W\d]*(?:[a-zđ]\) )?(?:\([^)]{0,20}\)\W*)?(?:(?:và|cùng|trong đó|nổi bật|cụ thể|các|những|"
    r"kết quả|tiêu biểu|đặc biệt|riêng|đã|"
    r"vừa qua|mới đây|phối hợp|có|buổi|trước đó|cùng ngày|bên cạnh đó|ngoài ra|đồng thời|gồm|trực tiếp|"
    r"chiến dịch)\W+){0,3}$",
    re.IGNORECASE,
)
AT_BEFORE = re.compile(
    r"^\W*(?:Tại|Tham gia|Tham dự|Dự|Đến dự|Qua|Sau|Kết thúc|Trong)(?: (?:các|buổi|những))? $", re.IGNORECASE
)
LISTED_BEFORE = re.compile(
    r"(?:,| và| cùng| cùng với|:| đồng thời| kết hợp|;|\+) (?:(?:các|đồng thời|có|phối hợp|được|qua|hơn|"
    r"trên|gần|khoảng|tham gia) ){0,2}$"
)
ACT_BEFORE = re.compile(
    r"(?= $)(?<!công tác)(?<!hoạt động)(?<!Hội đồng phối hợp)(?<!hội đồng phối hợp)(?<!Luật)(?<!đề án)"
    r"(?<!Đề án)(?<!chương trình)(?<!nội dung)"
    r"(?<!hình thức)(?<!Trung tâm)(?<!đội ngũ)(?<!kỹ năng)(?<!năng lực)(?<!nghiệp vụ)(?<!người)"
    r"(?<!cán bộ)(?<!tham gia)(?<!kết quả)"
    r"(?<!hiệu quả)(?<!số)(?<!nhu cầu)(?<!về)(?<!thực hiện)(?<!của)(?<!đợt)(?<!Phòng)(?<!Cục)(?<!Vụ) $",
    re.IGNORECASE,
)


def is_coming(text: str, year: int | None) -> bool:
    """Return whether the text names a year after the given one."""
    return year is not None and any(int(found[1]) > year for found in _COMING.finditer(text))
