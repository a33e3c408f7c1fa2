"""The columns of policies and drafts in spreadsheets, registers and lists under review."""

from accounts.rows.columns import Column
from plans.kinds import PolicyKind

WHAT = "(?:du thao|chinh sach|van ban|vbqppl|du thao van ban|van ban quy pham phap luat)"
LEAD = "(?:co quan|don vi|so|nganh|co quan don vi)"
POLICY_COLUMNS = (
    Column(
        "kind",
        "Loại",
        20,
        ("loai chinh sach", "phan loai", "chinh sach hay du thao", "chinh sach du thao"),
        "Dự thảo văn bản quy phạm pháp luật",
        offered=tuple(PolicyKind.labels),
        also_like=rf"(?:loai|phan loai|hinh thuc|the loai) {WHAT}",
    ),
    Column(
        "name",
        "Tên chính sách, dự thảo",
        80,
        (
            "ten",
            "ten du thao",
            "ten chinh sach",
            "ten van ban",
            "ten goi",
            "du thao",
            "chinh sach",
            "noi dung",
            "noi dung chinh sach",
            "noi dung du thao",
            "noi dung truyen thong",
            "trich yeu",
        ),
        "Dự thảo Nghị quyết quy định chính sách hỗ trợ nhà ở xã hội",
        also_like=(
            rf"(?:ten|ten goi|noi dung|trich yeu) (?:cua )?{WHAT}(?: .{{1,40}})?"
            rf"|{WHAT} (?:can|phai|duoc|da) truyen thong"
        ),
    ),
    Column(
        "lead_body",
        "Cơ quan chủ trì",
        32,
        (
            "chu tri",
            "don vi chu tri",
            "co quan soan thao",
            "don vi soan thao",
            "co quan chu tri soan thao",
            "don vi chu tri soan thao",
            "co quan don vi chu tri",
            "co quan tham muu",
            "don vi tham muu",
            "co quan",
            "don vi",
        ),
        "Sở Xây dựng",
        also_like=rf"{LEAD} (?:chu tri|soan thao|tham muu|xay dung|trinh)(?: .{{1,40}})?",
    ),
    Column(
        "due_on",
        "Truyền thông trước ngày",
        16,
        (
            "thoi han",
            "han",
            "thoi han truyen thong",
            "han truyen thong",
            "thoi gian truyen thong",
            "thoi han hoan thanh",
            "han hoan thanh",
            "thoi gian",
            "ngay",
            "truoc ngay",
        ),
        "30/6/2024",
        holds_days=True,
        also_like=(
            r"(?:thoi han|han|thoi gian|thoi diem|ngay)(?: (?:phai|can))?"
            r" (?:truyen thong|hoan thanh|thuc hien|trinh).{0,40}"
        ),
    ),
    Column("wording", "Lời in riêng", 40),
)
