"""The columns of plans and directives in spreadsheets, registers and lists under review."""

from accounts.rows.columns import Column
from plans.kinds import DocumentKind

PAPER = "(?:van ban|vb|cong van|cv|ke hoach)"
COLUMNS = (
    Column(
        "kind_text",
        "Loại văn bản",
        18,
        (
            "loai",
            "loai vb",
            "ten loai",
            "the loai",
            "the loai van ban",
            "hinh thuc van ban",
            "ten loai van ban",
            "loai cong van",
        ),
        "Kế hoạch",
        offered=tuple(DocumentKind.labels),
        also_like=rf"(?:loai hinh|hinh thuc|ten loai|the loai|loai) {PAPER}",
    ),
    Column(
        "number",
        "Số, ký hiệu",
        22,
        (
            "so",
            "ky hieu",
            "ki hieu",
            "ky hieu van ban",
            "so van ban",
            "so vb",
            "so hieu",
            "so hieu van ban",
            "so va ky hieu",
            "so va ky hieu van ban",
            "so ky hieu van ban",
            "so ky hieu vb",
            "so cong van",
            "so cv",
            "so ky hieu cong van",
        ),
        "139/KH-SXD",
        symbol_headings=("ky hieu", "ki hieu", "ky hieu van ban"),
        also_like=rf"so (?:va )?k[yi] hieu(?: (?:cua )?{PAPER})?(?: goc| di)?|so (?:hieu )?(?:{PAPER}|kh|qd)(?: di)?",
    ),
    Column(
        "issued_on",
        "Ngày ban hành",
        16,
        (
            "ngay",
            "ngay thang",
            "ngay thang nam",
            "ngay ky",
            "ngay van ban",
            "ngay vb",
            "ngay cong van",
            "ngay thang van ban",
            "ngay thang nam van ban",
            "ngay thang ban hanh",
            "ngay thang nam ban hanh",
            "ngay ban hanh van ban",
            "ngay phat hanh",
        ),
        "16/01/2024",
        holds_days=True,
        also_like=(
            r"(?:ngay|thoi gian|thoi diem)(?: thang)?(?: nam)? (?:ban hanh|ky|phat hanh|ky ban hanh)"
            rf"(?: {PAPER})?"
        ),
    ),
    Column(
        "issuing_body",
        "Cơ quan ban hành",
        32,
        (
            "co quan",
            "don vi ban hanh",
            "noi ban hanh",
            "co quan don vi ban hanh",
            "co quan to chuc ban hanh",
            "co quan ban hanh van ban",
            "tac gia",
        ),
        "Sở Xây dựng",
        also_like=(
            rf"(?:co quan|don vi|noi|to chuc|co quan don vi|co quan to chuc) (?:ban hanh|phat hanh|gui)(?: {PAPER})?"
            rf"|tac gia {PAPER}"
        ),
    ),
    Column(
        "subject",
        "Trích yếu",
        80,
        (
            "trich yeu noi dung",
            "trich yeu van ban",
            "trich yeu cong van",
            "trich yeu noi dung van ban",
            "noi dung trich yeu",
            "noi dung van ban",
            "noi dung",
            "ten van ban",
            "ten tai lieu",
            "ve viec",
        ),
        "về công tác phổ biến, giáo dục pháp luật năm 2024",
        also_like=(
            rf"(?:noi dung )?trich yeu(?: noi dung)?(?: {PAPER})?|v v|ten goi|ten (?:goi )?{PAPER}|noi dung chinh"
        ),
        also_with_kind=tuple(
            f"{kind} {subject}"
            for kind in (
                "ten loai va",
                "ten loai",
                "ten loai van ban va",
                "loai va",
                "loai van ban va",
                "loai van ban",
            )
            for subject in (
                "trich yeu",
                "trich yeu noi dung",
                "trich yeu van ban",
                "trich yeu noi dung van ban",
                "noi dung trich yeu",
                "noi dung",
            )
        ),
    ),
    Column("wording", "Lời in riêng", 40),
)
