"""First pages as bodies print them, made up, each with what is to be read from it; `dresses` makes files of them."""

from dataclasses import dataclass
from datetime import date

from plans.kinds import DocumentKind
from plans.reading.paper.first_page import Paper

WORDS = (
    "Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20 tháng 6 năm 2012; thực hiện Kế hoạch số 11/KH-UBND ngày "
    "02/01/2024 của UBND tỉnh Sen về công tác phổ biến, giáo dục pháp luật, cơ quan thực hiện như sau:"
)
TEXT = (
    WORDS,
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Nâng cao nhận thức của công chức, viên chức.",
    "2. Bám sát nhiệm vụ.",
)


@dataclass(frozen=True)
class Printed:
    """What stands on a first page, line by line as printed, and what is to be read from it."""

    bodies: tuple[str, ...]
    number: str
    place_date: str
    title: str  # "" of an official letter
    subject: tuple[str, ...]
    read: Paper
    below: tuple[str, ...] = TEXT


def _read(kind, number, day, body, subject, as_written=""):
    return Paper(kind, as_written, number, day and date.fromisoformat(day), body, subject)


PLAN, LETTER, DECISION = DocumentKind.PLAN, DocumentKind.OFFICIAL_LETTER, DocumentKind.DECISION
DOCUMENTS = {
    "kế hoạch của sở": Printed(
        ("UBND TỈNH SEN", "SỞ XÂY DỰNG"),
        "Số: 139/KH-SXD",
        "Sen, ngày 16 tháng 01 năm 2024",
        "KẾ HOẠCH",
        ("Công tác phổ biến, giáo dục pháp luật, hòa giải ở cơ sở,", "chuẩn tiếp cận pháp luật năm 2024"),
        _read(
            PLAN,
            "139/KH-SXD",
            "2024-01-16",
            "Sở Xây dựng",
            "về công tác phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, chuẩn tiếp cận pháp luật năm 2024",
        ),
    ),
    "kế hoạch, tên dài hai dòng": Printed(
        ("UBND THÀNH PHỐ HÀ NỘI", "SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"),
        "Số: 05/KH-SKHCN",
        "Hà Nội, ngày 05 tháng 3 năm 2024",
        "KẾ HOẠCH",
        ("Triển khai thi hành Luật Căn cước",),
        _read(
            PLAN, "05/KH-SKHCN", "2024-03-05", "Sở Khoa học và Công nghệ", "triển khai thi hành Luật Căn cước"
        ),
    ),
    "kế hoạch của UBND": Printed(
        ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"),
        "Số: 325/KH-UBND",
        "Hà Nội, ngày 29 tháng 12 năm 2023",
        "KẾ HOẠCH",
        ("Về phổ biến, giáo dục pháp luật trên địa bàn", "Thành phố năm 2024"),
        _read(
            PLAN,
            "325/KH-UBND",
            "2023-12-29",
            "Ủy ban nhân dân thành phố Hà Nội",
            "về phổ biến, giáo dục pháp luật trên địa bàn Thành phố năm 2024",
        ),
    ),
    "trích yếu bằng chữ in": Printed(
        ("UBND TỈNH SEN", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        "Số: 88/KH-SGDĐT",
        "Sen, ngày 09 tháng 02 năm 2024",
        "KẾ HOẠCH",
        ("TRIỂN KHAI LUẬT ĐẤT ĐAI VÀ CÔNG TÁC PBGDPL", "TRÊN ĐỊA BÀN TỈNH SEN NĂM 2024"),
        _read(
            PLAN,
            "88/KH-SGDĐT",
            "2024-02-09",
            "Sở Giáo dục và Đào tạo",
            "triển khai Luật Đất đai và công tác PBGDPL trên địa bàn tỉnh Sen năm 2024",
        ),
    ),
    "chương trình hành động": Printed(
        ("UBND TỈNH SEN", "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"),
        "Số: 21/CTr-SLĐTBXH",
        "Sen, ngày 12 tháng 11 năm 2024",
        "CHƯƠNG TRÌNH HÀNH ĐỘNG",
        ("Thực hiện Nghị quyết số 27-NQ/TW về xây dựng nhà nước pháp quyền",),
        _read(
            DocumentKind.PROGRAMME,
            "21/CTr-SLĐTBXH",
            "2024-11-12",
            "Sở Lao động - Thương binh và Xã hội",
            "thực hiện Nghị quyết số 27-NQ/TW về xây dựng nhà nước pháp quyền",
            "Chương trình hành động",
        ),
    ),
    "quyết định": Printed(
        ("UBND TỈNH SEN", "SỞ TƯ PHÁP"),
        "Số: 155/QĐ-STP",
        "Sen, ngày 20 tháng 02 năm 2024",
        "QUYẾT ĐỊNH",
        ("Về việc ban hành Quy chế hoạt động của Hội đồng", "Thi đua - Khen thưởng"),
        _read(
            DECISION,
            "155/QĐ-STP",
            "2024-02-20",
            "Sở Tư pháp",
            "về việc ban hành Quy chế hoạt động của Hội đồng Thi đua - Khen thưởng",
        ),
        ("GIÁM ĐỐC SỞ TƯ PHÁP", "Căn cứ Quyết định số 9/2024/QĐ-UBND ngày 03/01/2024;", "QUYẾT ĐỊNH:"),
    ),
    "quyết định của hội đồng": Printed(
        ("UBND TỈNH SEN", "HỘI ĐỒNG PHỐI HỢP", "PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT"),
        "Số: 7/QĐ-HĐPH",
        "Sen, ngày 03 tháng 10 năm 2024",
        "QUYẾT ĐỊNH",
        ("Ban hành Thể lệ Cuộc thi tìm hiểu pháp luật",),
        _read(
            DECISION,
            "7/QĐ-HĐPH",
            "2024-10-03",
            "Hội đồng phối hợp phổ biến, giáo dục pháp luật",
            "ban hành Thể lệ Cuộc thi tìm hiểu pháp luật",
        ),
        ("CHỦ TỊCH HỘI ĐỒNG PHỐI HỢP", "Căn cứ Luật Phổ biến, giáo dục pháp luật;"),
    ),
    "công văn": Printed(
        ("UBND TỈNH SEN", "SỞ XÂY DỰNG"),
        "Số: 498/SXD-VP",
        "Sen, ngày 12 tháng 3 năm 2024",
        "",
        ("V/v tuyên truyền, tập huấn", "sử dụng ứng dụng VNeID"),
        _read(
            LETTER,
            "498/SXD-VP",
            "2024-03-12",
            "Sở Xây dựng",
            "về việc tuyên truyền, tập huấn sử dụng ứng dụng VNeID",
        ),
        (
            "Kính gửi: Các phòng, đơn vị thuộc Sở.",
            "Thực hiện Công văn số 12/UBND-NC ngày 02/3/2024, Sở đề nghị:",
        ),
    ),
    "công văn của bộ": Printed(
        ("BỘ TƯ PHÁP",),
        "Số: 1204/BTP-PB&TG",
        "Hà Nội, ngày 08 tháng 7 năm 2024",
        "",
        ("V/v hướng dẫn tổ chức hưởng ứng", "Ngày Pháp luật Việt Nam năm 2024"),
        _read(
            LETTER,
            "1204/BTP-PB&TG",
            "2024-07-08",
            "Bộ Tư pháp",
            "về việc hướng dẫn tổ chức hưởng ứng Ngày Pháp luật Việt Nam năm 2024",
        ),
        ("Kính gửi:", "- Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương;", "- Sở Tư pháp."),
    ),
    "chương trình của đảng ủy": Printed(
        ("TỈNH ỦY SEN", "*"),
        "Số 06-CTr/TU",
        "Sen, ngày 17 tháng 3 năm 2021",
        "CHƯƠNG TRÌNH",
        ("Nâng cao chất lượng tuyên truyền, phổ biến pháp luật", "giai đoạn 2021 - 2025"),
        _read(
            DocumentKind.PROGRAMME,
            "06-CTr/TU",
            "2021-03-17",
            "Tỉnh ủy Sen",
            "nâng cao chất lượng tuyên truyền, phổ biến pháp luật giai đoạn 2021 - 2025",
        ),
    ),
    "chưa có số, chưa có ngày": Printed(
        ("UBND TỈNH SEN", "SỞ Y TẾ"),
        "Số:           /KH-SYT",
        "Sen, ngày       tháng 01 năm 2024",
        "KẾ HOẠCH",
        ("Kiểm tra công tác phổ biến, giáo dục pháp luật năm 2024",),
        _read(PLAN, "", None, "Sở Y tế", "kiểm tra công tác phổ biến, giáo dục pháp luật năm 2024"),
    ),
    "luật": Printed(
        ("QUỐC HỘI",),
        "Luật số: 31/2024/QH15",
        "Hà Nội, ngày 18 tháng 01 năm 2024",
        "LUẬT",
        ("ĐẤT ĐAI",),
        _read(DocumentKind.LAW, "31/2024/QH15", "2024-01-18", "Quốc hội", "Đất đai"),
        ("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",),
    ),
    "kế hoạch của phường": Printed(
        ("ỦY BAN NHÂN DÂN", "PHƯỜNG HOA SÚNG"),
        "Số: 12/KH-UBND",
        "Hoa Súng, ngày 02 tháng 01 năm 2024",
        "KẾ HOẠCH",
        ("Xây dựng phường đạt chuẩn tiếp cận pháp luật năm 2024",),
        _read(
            PLAN,
            "12/KH-UBND",
            "2024-01-02",
            "Ủy ban nhân dân phường Hoa Súng",
            "xây dựng phường đạt chuẩn tiếp cận pháp luật năm 2024",
        ),
    ),
}
