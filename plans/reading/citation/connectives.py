"""The words by which the subject of a document begins: "về việc", "ban hành", "hướng dẫn"."""

import re

# These open a subject anywhere after a document's number, date or issuing body.
STRONG = (
    "về việc|về|v/v|ban hành|phê duyệt|phê chuẩn|quy định|qui định|hướng dẫn|sửa đổi|bãi bỏ|hủy bỏ|huỷ bỏ|"
    "thay thế|thành lập|kiện toàn|công bố|công nhận|đính chính|hợp nhất"
)
# These do too, but are also the verbs of sentences about a document.
WEAK = (
    "thực hiện|triển khai|tổ chức|bổ sung|điều chỉnh|giao(?! thông)|phân công|phân cấp|ủy quyền|uỷ quyền|"
    "bổ nhiệm|miễn nhiệm|tăng cường|tiếp tục|đẩy mạnh|nâng cao|đổi mới|chỉ đạo|yêu cầu|đề nghị|đề xuất|"
    "thông qua|cho phép|chấp thuận|phát động|hưởng ứng|tuyên truyền|phổ biến|xây dựng|kiểm tra|thanh tra|"
    "thống nhất|xử lý|xử phạt|thu hồi|trả lời|phúc đáp|thí điểm|phối hợp|đánh giá|tổng kết|sơ kết|rà soát|"
    "khen thưởng|tặng|quản lý|bảo đảm|đảm bảo|phòng,? chống|hỗ trợ|báo cáo|thông báo|kết luận|xin|"
    "lấy ý kiến|góp ý|đăng ký|cung cấp|chuyển|quy hoạch|giải quyết|giải thích|khắc phục|ứng phó|quán triệt|"
    "cụ thể hóa|cụ thể hoá|tham mưu|đôn đốc|chấn chỉnh|duyệt|quyết định|kéo dài|gia hạn|tạm dừng|đình chỉ|"
    "áp dụng|vận động|đặt tên|sáp nhập|giải thể|xếp hạng|tiếp nhận|điều động|tuyển dụng|miễn|thẩm định|"
    "công khai|liên quan|cải cách|chuẩn bị|tham gia|kêu gọi|chuyển đổi|thúc đẩy|phát huy|củng cố|hoàn thiện|"
    "tập trung|tiến tới|khuyến khích|mời|cử(?! tri)|điều tra|khảo sát|thi hành|bồi dưỡng|tập huấn|truyền thông|"
    "quyết toán|xác nhận|điều chuyển|hỏi|phản ánh|kiến nghị|"
    "cấp(?! tỉnh| huyện| xã| cơ sở| trên| ủy| uỷ| thành phố| quốc gia| sở| bộ| trung)"
)
BETWEEN_WORDS = re.compile(r"\|(?![^(]*\))")  # not the bars of a lookahead


def _by_first_letter(words: str) -> str:
    """Return an equivalent pattern grouped by first letter, which matches faster.

    >>> _by_first_letter("về việc|về|ban hành|cấp(?! xã| tỉnh)")
    'v(?:ề việc|ề)|b(?:an hành)|c(?:ấp(?! xã| tỉnh))'
    """
    endings: dict[str, list[str]] = {}
    for word in BETWEEN_WORDS.split(words):
        endings.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in endings.items())


CONNECTIVE = re.compile(
    rf"(?<!\w)(?:(?P<strong>{_by_first_letter(STRONG)})|(?:{_by_first_letter(WEAK)}))(?!\w)", re.IGNORECASE
)
# Of capitalised words only these open a subject in the middle of a line; others may belong to a name.
MAY_BE_CAPITAL = re.compile(
    r"(?:Về|V/v|V/V|Ban hành|Phê duyệt|Quy định|Qui định|Sửa đổi|Triển khai|Thành lập|Thực hiện|Bãi bỏ|Công bố|"
    r"Kiện toàn|Hướng dẫn(?= [^\WA-ZĐ]))(?!\w)"
)


def is_in_capitals(text: str) -> bool:
    """Return whether a line is written in capitals throughout."""
    return text.upper() == text and text.lower() != text


def begins_subject(text: str, found: re.Match[str], *, in_capitals: bool) -> bool:
    """Return whether the match opens a subject and is not part of a name ("Ban Chỉ đạo")."""
    return (
        in_capitals or text[found.start()].islower() or MAY_BE_CAPITAL.match(text, found.start()) is not None
    )
