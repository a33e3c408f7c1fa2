"""A report that everything goes wrong in: long names, a word without an end, tall rows, many recipients."""

from __future__ import annotations

from reports.document.tree import (
    Annex,
    BulletList,
    Document,
    LetteredList,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
)

SENTENCE = "Sở đã phổ biến các quy định mới về đất đai, môi trường và thủy sản cho người dân ở các xã đảo. "
WORD_WITHOUT_END = ("phápluật" * 38)[:300]
TITLES = ("STT", "Tiêu chí", "Kết quả", "Điểm tối đa", "Điểm tự chấm")
EVENTS = tuple(f"Hội nghị về Luật số {number}/2024/QH15 ngày {number:02d}/3/2025;" for number in range(1, 15))

RESULTS = Section(
    "KẾT QUẢ PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT, HÒA GIẢI Ở CƠ SỞ, XÂY DỰNG XÃ, PHƯỜNG ĐẠT CHUẨN TIẾP CẬN PHÁP LUẬT "
    "VÀ TRỢ GIÚP PHÁP LÝ TRÊN ĐỊA BÀN THÀNH PHỐ TRONG NĂM 2025",
    (
        Section(
            "Tham mưu, chỉ đạo, xây dựng thể chế, chính sách về phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, "
            "chuẩn tiếp cận pháp luật của ngành và của các đơn vị trực thuộc",
            (Paragraph(SENTENCE * 100), Section("", (Paragraph("Đề mục không có tên."),))),
        ),
        Section(
            "Hoạt động theo tháng",
            (
                Paragraph("", lead="Tháng 3:"),
                BulletList(EVENTS[:9]),
                Paragraph("", lead="Không ghi tháng:"),
                BulletList(EVENTS[9:]),
            ),
        ),
        Section(
            "Kết quả theo tiêu chí",
            (
                Table(
                    (
                        TITLES,
                        *(
                            (str(place), SENTENCE * 2, SENTENCE * (4 * place), "10", "9,5")
                            for place in range(1, 6)
                        ),
                        ("", "", "", "", ""),
                        ("6", "Tổng cộng", WORD_WITHOUT_END, "100", "98,5"),
                    )
                ),
                Paragraph("Sau bảng."),
            ),
        ),
        Section("Mục trống"),
    ),
)
SHORTCOMINGS = Section(
    "TỒN TẠI",
    (
        Paragraph(WORD_WITHOUT_END),
        Paragraph(f"Một từ dài {WORD_WITHOUT_END} rồi thôi."),
        LetteredList(tuple(Paragraph(SENTENCE, lead="Dẫn:" if place % 2 else "") for place in range(26))),
        Paragraph("Bà Y Ƀlêô Niê, ông Čư̆ Êban, bà H'Ƀlŏm Ñuôl, ông K’Sŏr Phơ̆; Nguyễn Thị Ẵm; α ≥ β; ½; №."),
    ),
)

NASTY_DOCUMENT = Document(
    Letterhead(
        parent_body="ỦY BAN NHÂN DÂN THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG QUẢNG HÀ VÀ CÁC VÙNG PHỤ CẬN",
        issuing_body="BAN QUẢN LÝ CÁC KHU CHẾ XUẤT, KHU CÔNG NGHIỆP, KHU CÔNG NGHỆ CAO VÀ KHU KINH TẾ CỬA KHẨU",
        number="/BC-BQLKCNKCXKKT&CNC",
        place="Thành phố Quảng Hà Thượng",
    ),
    kind="BÁO CÁO",
    subject="Kết quả phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, chuẩn tiếp cận pháp luật năm 2025 và phương "
    "hướng, nhiệm vụ trọng tâm năm 2026 của Ban Quản lý các khu chế xuất, khu công nghiệp và khu kinh tế cửa khẩu",
    period_note="(Số liệu tính từ ngày 01/01/2025 đến ngày 31/10/2025, ước tính hai tháng cuối năm theo hướng dẫn)",
    addressees=(
        "Ủy ban nhân dân thành phố",
        f"Hội đồng phối hợp {'phổ biến, giáo dục pháp luật ' * 5}thành phố",
    ),
    body=(Paragraph("Ban Quản lý báo cáo như sau:"), RESULTS, SHORTCOMINGS),
    closing="Trên đây là báo cáo./.",
    recipients=tuple(
        f"Phòng, đơn vị thứ {number} thuộc Ban Quản lý các khu công nghiệp" for number in range(1, 61)
    ),
    signature=Signature(
        (
            "TM. BAN QUẢN LÝ",
            "KT. TRƯỞNG BAN",
            "PHÓ TRƯỞNG BAN THƯỜNG TRỰC PHỤ TRÁCH CÁC KHU CHẾ XUẤT, CÔNG NGHIỆP",
        ),
        "Công Tằng Tôn Nữ Thị Huyền Trân Nguyễn Phúc",
    ),
    annexes=(
        Annex("SỐ LIỆU", (Table((("STT", "Lượt người"), *((str(place), "1.245") for place in range(60)))),)),
        Annex("PHỤ LỤC TRỐNG"),
        Annex("", (Paragraph("Phụ lục không có tên."),)),
    ),
    author="Ban Quản lý các khu chế xuất, khu công nghiệp, khu công nghệ cao và khu kinh tế cửa khẩu Quảng Hà",
)
