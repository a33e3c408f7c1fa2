"""The events of the demo departments in 2024, as lines that `events.reading` reads."""

from events.kinds import EventMode

EVENTS = (
    "Hội nghị triển khai nhiệm vụ khoa học và công nghệ năm 2024 (tháng 3/2024) với hơn 200 đại biểu tham dự, "
    "kết hợp giới thiệu các quy định mới của ngành",
    "Hội nghị toàn quốc về Sở hữu trí tuệ (tháng 3/2024), phối hợp cùng Bộ Khoa học và Công nghệ",
    "Hội thảo về Quỹ đầu tư mạo hiểm và cơ chế thử nghiệm trong lĩnh vực khoa học và công nghệ: Lấy ý kiến về cơ "
    "chế hỗ trợ doanh nghiệp đổi mới sáng tạo",
    "Hội nghị tập huấn về đặt hàng và triển khai nhiệm vụ khoa học và công nghệ (05/3/2024): Hướng dẫn các đơn vị "
    "trình tự, hồ sơ đặt hàng nhiệm vụ",
    "Hội nghị pháp quy hạt nhân toàn quốc lần thứ 6 (30-31/7/2024): Trao đổi quy định về an toàn bức xạ và hạt nhân",
    "Hội nghị tập huấn về Luật Bảo vệ bí mật nhà nước (06/9/2024): Cập nhật quy định về bảo vệ bí mật nhà nước "
    "trên môi trường mạng",
    "Tập huấn và phổ biến chính sách pháp luật và kiến thức cơ bản về sở hữu trí tuệ (12/10/2024), phối hợp cùng "
    "Cục Sở hữu trí tuệ và Trường Đại học Ngoại thương",
)
FINANCE_EVENTS = ("Hội nghị phổ biến Luật Giá (18/6/2024) với 120 đại biểu tham dự",)
# What statistics count beside the words of the lines.
COUNTED: dict[str, dict[str, int | str]] = {
    EVENTS[0]: {"mode": EventMode.HYBRID},
    EVENTS[3]: {"sessions": 2, "mode": EventMode.IN_PERSON, "handouts": "150 tài liệu hướng dẫn"},
    FINANCE_EVENTS[0]: {"mode": EventMode.IN_PERSON, "handouts": "120 tờ gấp; 120 sổ tay"},
}
