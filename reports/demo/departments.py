"""The demo's other departments: their plans and events, and the texts of their short reports."""

from datetime import date

from plans.kinds import DocumentKind
from reports.models import OutcomeKind, Result

# Code, name, signer, user name and full name of the officer, outcome of the report (None: not yet reviewed).
DEPARTMENTS = (
    ("SXD", "Sở Xây dựng", "Phan Thành Công", "lan", "Bùi Ngọc Lan", None),
    ("SGDDT", "Sở Giáo dục và Đào tạo", "Mai Hồng Vân", "nam", "Đặng Hải Nam", OutcomeKind.RETURNED),
    ("SYT", "Sở Y tế", "Hồ Quang Thái", "oanh", "Lý Kim Oanh", OutcomeKind.ACCEPTED),
)
RETURNED_FOR = (
    "Phần hạn chế chưa nêu nguyên nhân cụ thể; danh mục hoạt động còn thiếu số người tham dự. "
    "Bổ sung rồi nộp lại."
)
PLANS = (
    (
        DocumentKind.PLAN,
        "{serial}2/KH-{symbol}",
        date(2024, 1, 15),
        "về phổ biến, giáo dục pháp luật năm 2024",
    ),
    (
        DocumentKind.OFFICIAL_LETTER,
        "{serial}48/{symbol}-VP",
        date(2024, 4, 16),
        "về việc phổ biến các luật mới được Quốc hội thông qua",
    ),
    (DocumentKind.PLAN, "{serial}91/KH-{symbol}", date(2024, 10, 14), "về hưởng ứng Ngày Pháp luật năm 2024"),
)
EVENTS = (
    "Hội nghị phổ biến pháp luật chuyên ngành (12/4/2024) với 150 đại biểu tham dự",
    "Tập huấn kỹ năng phổ biến, giáo dục pháp luật (20/8/2024) với 60 đại biểu tham dự",
)
OPENING = """\
Thực hiện văn bản của Sở Tư pháp về báo cáo công tác phổ biến, giáo dục pháp luật (PBGDPL) năm 2024, Sở tổng hợp, báo \
cáo kết quả như sau:"""
CLOSING = (
    "Trên đây là kết quả công tác phổ biến, giáo dục pháp luật năm 2024 của Sở, gửi Sở Tư pháp tổng hợp./."
)
# One text for each section of the outline, in its order.
BODIES = (
    "",
    "Sở giao Văn phòng làm đầu mối, xây dựng kế hoạch ngay từ đầu năm và ban hành các văn bản sau:\n\n"
    "[[văn bản đã ban hành]]",
    "Kế hoạch được thực hiện đúng tiến độ; từng phòng, đơn vị báo cáo kết quả theo quý.",
    "Phổ biến pháp luật được lồng ghép trong giao ban, kiểm tra chuyên ngành và giải quyết thủ tục hành chính.",
    "Các hoạt động chính trong năm:\n\n[[hoạt động]]",
    "Sở thực hiện các văn bản chỉ đạo sau:\n\n[[văn bản chỉ đạo]]",
    "a) Chuyên mục hỏi đáp pháp luật trên trang thông tin điện tử của Sở.\nb) Tủ sách pháp luật điện tử dùng chung.",
    "[[tiêu chí]]",
    "",
    "Công tác PBGDPL hoàn thành kế hoạch, góp phần nâng cao ý thức chấp hành pháp luật trong ngành.",
    "- Hình thức phổ biến chưa đa dạng.\n- Kinh phí còn hạn chế.",
    "Người làm công tác PBGDPL đều kiêm nhiệm; tài liệu chuyên ngành cập nhật chậm.",
    "Đề nghị Sở Tư pháp tổ chức tập huấn nghiệp vụ cho cán bộ pháp chế vào quý I hằng năm.",
    "Tiếp tục phổ biến các luật mới, đẩy mạnh ứng dụng công nghệ thông tin trong PBGDPL.",
)
ASSESSMENTS = (
    "Hoàn thành toàn bộ nhiệm vụ trong kế hoạch năm.",
    "Nội dung phổ biến đến mọi phòng, đơn vị và các cơ sở trong ngành.",
    "Không có công chức, viên chức vi phạm pháp luật bị xử lý trong năm.",
    "Tài liệu được đăng trên trang thông tin điện tử và nhóm công việc của Sở.",
    "Quy trình giải quyết hồ sơ rõ hơn, số hồ sơ phải bổ sung giảm.",
)
RESULTS = (Result.MET, Result.MET, Result.MET, Result.PARTLY_MET, Result.PARTLY_MET)
