"""A report that a strict clerk sends back: each of fourteen faults of layout, one time, and nothing else."""

from reports.document.tree import (
    Annex,
    BulletList,
    Document,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
)

WORDS = (
    "Sở phổ biến các luật mới đến công chức, viên chức, người lao động và doanh nghiệp trong ngành; tài liệu được "
    "đăng trên trang thông tin điện tử của Sở. "
)


def clerk_document() -> Document:
    """Return the report; nothing of it depends on Django."""
    return Document(
        # A number under 10 without 0, small letters in the symbol, a place in small letters.
        letterhead=Letterhead("UBND TỈNH QUẢNG HÀ", "SỞ XÂY DỰNG", "5/bc-sxd", "quảng Hà"),
        kind="BÁO CÁO",
        # A subject in small letters, with a full stop.
        subject="kết quả công tác phổ biến, giáo dục pháp luật năm 2024.",
        # No "Kính gửi" in a report to a superior; a căn cứ without ";", the last without ".".
        legal_bases=(
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
            "Căn cứ Luật Phổ biến, giáo dục pháp luật",
            "Căn cứ Luật Hòa giải ở cơ sở;",
        ),
        body=(
            Paragraph("Sở Xây dựng báo cáo kết quả phổ biến, giáo dục pháp luật như sau:"),
            Section(
                "Kết quả",
                (
                    Paragraph((WORDS * 6).strip()),
                    # A date without its 0.
                    Paragraph("Ngày 5/3/2024, Sở tổ chức tập huấn Luật Nhà ở cho 120 công chức."),
                    BulletList(("Phát 300 tờ gấp về Luật Nhà ở.", "Giải đáp 45 câu hỏi của doanh nghiệp.")),
                ),
            ),
            Section("Nhận xét, đánh giá", (Paragraph((WORDS * 9).strip()),)),
            Section("Kiến nghị", (Paragraph("Đề nghị tập huấn thêm cho công chức pháp chế."),)),
        ),
        closing="Trên đây là báo cáo của Sở Xây dựng./.",
        # Neither "Như trên" nor "Lưu:".
        recipients=("UBND tỉnh Quảng Hà", "Các phòng, đơn vị thuộc Sở"),
        # A deputy without "KT.", an academic title before the name.
        signature=Signature(("PHÓ GIÁM ĐỐC",), "TS. Trần Minh Khôi"),
        # An annex that the text never names.
        annexes=(
            Annex(
                "SỐ LIỆU HÒA GIẢI Ở CƠ SỞ",
                (Table((("STT", "Địa bàn", "Số vụ"), ("1", "Xã An Lộc", "12"), ("2", "Xã An Hòa", "7"))),),
            ),
        ),
        author="Sở Xây dựng",
    )
