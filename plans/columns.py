"""The columns of plans and directives in spreadsheets, registers and lists under review."""

from accounts.rows.columns import Column
from plans.kinds import DocumentKind

COLUMNS = (
    Column(
        "kind_text",
        "Loại văn bản",
        18,
        ("loai", "loai vb", "ten loai", "the loai", "hinh thuc van ban", "ten loai van ban"),
        "Kế hoạch",
        offered=tuple(DocumentKind.labels),
    ),
    Column(
        "number",
        "Số, ký hiệu",
        22,
        ("so", "ky hieu", "so van ban", "so vb", "so hieu", "so va ky hieu", "so ky hieu van ban"),
        "139/KH-SXD",
    ),
    Column(
        "issued_on",
        "Ngày ban hành",
        16,
        ("ngay", "ngay thang", "ngay thang nam", "ngay ky", "ngay van ban", "ngay thang van ban"),
        "16/01/2024",
        holds_days=True,
    ),
    Column(
        "issuing_body",
        "Cơ quan ban hành",
        32,
        ("co quan", "don vi ban hanh", "noi ban hanh", "co quan don vi ban hanh", "tac gia"),
        "Sở Xây dựng",
    ),
    Column(
        "subject",
        "Trích yếu",
        80,
        ("trich yeu noi dung", "trich yeu van ban", "noi dung", "ten van ban", "ve viec"),
        "về công tác phổ biến, giáo dục pháp luật năm 2024",
    ),
    Column("wording", "Lời in riêng", 40),
)
