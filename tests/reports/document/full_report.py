"""One short report with every kind of line that a report can have."""

from __future__ import annotations

import datetime as dt

from reports.document.tree import (
    Annex,
    BulletList,
    Document,
    LetteredList,
    Letterhead,
    Numbering,
    Paragraph,
    Section,
    Signature,
    Table,
)

LETTERHEAD = Letterhead(
    parent_body="UBND TỈNH QUẢNG HÀ",
    issuing_body="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    number="05/BC-SNNMT",
    place="Quảng Hà",
    issued_on=dt.date(2025, 11, 5),
    contact="Địa chỉ: số 12, đường Bờ Đê, tỉnh Quảng Hà; điện thoại: 0203.555.0101; snnmt@quangha.example",
)

RESULTS = Section(
    "KẾT QUẢ THỰC HIỆN",
    (
        Section(
            "Chỉ đạo, điều hành",
            (
                Paragraph(
                    "Ngay từ đầu năm, Giám đốc Sở giao Văn phòng làm đầu mối, các chi cục bố trí người theo "
                    "dõi và gửi kết quả trước ngày 20 hằng tháng. Sở đã ban hành:"
                ),
                BulletList(
                    (
                        "Kế hoạch số 2606/KH-SNNMT ngày 30/12/2024 về tuyên truyền pháp luật cho nông hộ;",
                        "Công văn số 311/SNNMT-VP ngày 14/3/2025 về phát tài liệu <Trồng trọt> & hỏi đáp;",
                    )
                ),
                BulletList(
                    (
                        "Bản giấy gửi 12 xã chưa có điểm Internet;",
                        "Bản điện tử đăng trên trang của Sở.",
                    ),
                    mark="+",
                ),
            ),
        ),
        Section(
            "Hội nghị, tập huấn",
            (
                Section(
                    "Hội nghị trực tiếp",
                    (
                        Paragraph(
                            "Ngày 30-31/7/2025, Sở mở lớp cho hơn 200 người nuôi tôm; 96% làm đúng bài cuối.",
                            lead="Vùng ven biển:",
                        ),
                        Section(
                            "Lớp dành cho phụ nữ",
                            (Paragraph("Ba lớp, 145 lượt người, do hội viên tự chọn chủ đề."),),
                        ),
                    ),
                ),
                Section("Hội nghị trực tuyến", (Paragraph("Một buổi, 38 điểm cầu."),)),
            ),
        ),
    ),
)

SHORTCOMINGS = Section(
    "KHÓ KHĂN VÀ KIẾN NGHỊ",
    (
        Paragraph("Ba việc cần cấp trên xem xét:"),
        LetteredList(
            (
                Paragraph("cả Sở có một người làm pháp chế, kiêm việc thi đua.", lead="Nhân lực:"),
                Paragraph("Kinh phí cấp muộn, hai lớp phải lùi sang quý sau."),
                Paragraph("Tài liệu tiếng dân tộc còn thiếu."),
                Paragraph("Đường truyền ở 5 xã đảo yếu."),
                Paragraph("Chưa có mẫu thống kê chung, mỗi nơi tính một cách; số liệu chi tiết ở Phụ lục I."),
            )
        ),
    ),
)

FIGURES = Annex(
    "SỐ LIỆU HỘI NGHỊ, TẬP HUẤN NĂM 2025",
    (
        Table(
            (
                ("STT", "Nội dung", "Số cuộc", "Lượt người"),
                ("1", "Hội nghị phổ biến Luật Đất đai cho cán bộ địa chính xã", "14", "1.245"),
                ("2", "Tập huấn an toàn thực phẩm", "9", "610"),
                ("3", "Đối thoại với ngư dân về vùng cấm khai thác", "4", ""),
            )
        ),
    ),
)

PRINTS = Annex(
    "TÀI LIỆU ĐÃ IN",
    (
        Paragraph("Tài liệu do Sở biên soạn và phát không thu tiền:"),
        Section(
            "TỜ GẤP", (BulletList(("Quyền của người thuê đất (5.000 tờ);", "Phòng cháy rừng (2.000 tờ).")),)
        ),
    ),
)

FULL_DOCUMENT = Document(
    LETTERHEAD,
    kind="BÁO CÁO",
    subject="Kết quả công tác phổ biến, giáo dục pháp luật năm 2025 và nhiệm vụ trọng tâm năm 2026",
    period_note="(Số liệu tính từ ngày 01/01/2025 đến ngày 31/10/2025)",
    addressees=("Ủy ban nhân dân tỉnh Quảng Hà", "Sở Tư pháp tỉnh Quảng Hà"),
    legal_bases=(
        "Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20 tháng 6 năm 2012;",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 06/01/2025 của Ủy ban nhân dân tỉnh về công tác pháp chế.",
    ),
    body=(
        Paragraph("Sở Nông nghiệp và Môi trường tỉnh Quảng Hà tổng hợp, báo cáo như sau:"),
        RESULTS,
        SHORTCOMINGS,
    ),
    closing="Trên đây là báo cáo của Sở, kính gửi Ủy ban nhân dân tỉnh và Sở Tư pháp tổng hợp, theo dõi./.",
    recipients=("Như trên", "Hội đồng PBGDPL tỉnh", "Lưu: VT, VP"),
    signature=Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Thị Hạ Vy"),
    annexes=(FIGURES, PRINTS),
    numbering=Numbering.DECIMAL,
    author="Sở Nông nghiệp và Môi trường tỉnh Quảng Hà",
)
