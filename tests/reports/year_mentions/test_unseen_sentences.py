"""More sentences of a report on 2024, written after the rules, that Bình carries into 2025: none is moved wrongly."""

import pytest

from reports.year_mentions import Spot
from tests.reports.year_mentions.test_sentences import outcome

# A text, its outcome if it differs, and where it stands if that is no ordinary section.
SENTENCES = [
    (
        "Năm 2024, toàn tỉnh có 312 hòa giải viên, giảm 8 người so với năm 2023.",
        "Năm 2025, toàn tỉnh có 312 hòa giải viên, giảm 8 người so với năm 2024.",
    ),
    (
        "Công tác hòa giải ở cơ sở năm 2024 tiếp tục được quan tâm.",
        "Công tác hòa giải ở cơ sở năm 2025 tiếp tục được quan tâm.",
    ),
    (
        "Thực hiện Chỉ thị số 07/CT-UBND ngày 12/4/2024 của Chủ tịch UBND "
        "tỉnh, Sở đã hoàn thành 3 nhiệm vụ của năm 2024.",
        "Thực hiện Chỉ thị số 07/CT-UBND ngày 12/4/2024 của Chủ tịch UBND "
        "tỉnh, Sở đã hoàn thành 3 nhiệm vụ của năm 2025.",
    ),
    (
        "Kế hoạch số 88/KH-SNN ngày 15/01/2024 triển khai công tác pháp chế "
        "năm 2024 và Quyết định số 5/QĐ-SNN.",
    ),
    (
        "Kinh phí được giao năm 2024: 150 triệu đồng; năm 2023: 120 triệu đồng.",
        "Kinh phí được giao năm 2025: 150 triệu đồng; năm 2023?: 120 triệu đồng.",
    ),
    ("Đến cuối năm 2024 đã giải ngân 98% dự toán.", "Đến cuối năm 2025 đã giải ngân 98% dự toán."),
    (
        "Trong 9 tháng đầu năm 2024, Sở tiếp 45 lượt công dân.",
        "Trong 9 tháng đầu năm 2025, Sở tiếp 45 lượt công dân.",
    ),
    (
        "Tổng số văn bản đã ban hành năm 2024 là 56, tăng 12 văn bản (năm 2023 là 44).",
        "Tổng số văn bản đã ban hành năm 2025 là 56, tăng 12 văn bản (năm 2024 là 44).",
    ),
    (
        "Nghị quyết số 18/NQ-HĐND ngày 10/12/2023 về nhiệm vụ kinh tế - xã hội "
        "năm 2024 được quán triệt đầy đủ.",
    ),
    ("Luật Thủ đô năm 2024 và Luật Lưu trữ năm 2024 được đưa vào nội dung tập huấn.",),
    ("Bộ luật Dân sự năm 2015, Hiến pháp năm 2013 vẫn là nội dung chính.",),
    (
        "Phối hợp với Tỉnh đoàn tổ chức Hội thi tuyên truyền viên giỏi lần thứ III năm 2024.",
        "Phối hợp với Tỉnh đoàn tổ chức Hội thi tuyên truyền viên giỏi lần thứ III năm 2024?.",
    ),
    (
        "Phối hợp với Sở Tư pháp tổ chức 02 lớp tập huấn trong tháng 5/2024.",
        "Phối hợp với Sở Tư pháp tổ chức 02 lớp tập huấn trong tháng 5/2024?.",
    ),
    ("Tuần lễ hưởng ứng Ngày Pháp luật từ ngày 04/11/2024 đến ngày 10/11/2024 có nhiều hoạt động.",),
    ("Sở được UBND tỉnh công nhận hoàn thành xuất sắc nhiệm vụ năm 2023.",),
    (
        "Trang thông tin điện tử hoạt động từ năm 2021, năm 2024 có 15.000 lượt truy cập.",
        "Trang thông tin điện tử hoạt động từ năm 2021, năm 2025 có 15.000 lượt truy cập.",
    ),
    ("Thực hiện Đề án 06 giai đoạn 2022 - 2025, tầm nhìn đến năm 2030.",),
    ("Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025 là căn cứ quan trọng.",),
    (
        "BAO CAO KET QUA NAM 2024 VA NHIEM VU NAM 2025",
        "BAO CAO KET QUA NAM 2025 VA NHIEM VU NAM 2026",
        Spot.TITLE,
    ),
    (
        "Ngay Phap luat Viet Nam 2024 duoc to chuc rong khap.",
        "Ngay Phap luat Viet Nam 2024? duoc to chuc rong khap.",
    ),
    (
        "Năm 2025 và những năm tiếp theo, Sở tập trung chuyển đổi số.",
        "Năm 2026 và những năm tiếp theo, Sở tập trung chuyển đổi số.",
        Spot.COMING,
    ),
    (
        "Tham mưu ban hành kế hoạch năm 2025 trước ngày 31/12/2024.",
        "Tham mưu ban hành kế hoạch năm 2025? trước ngày 31/12/2024?.",
        Spot.COMING,
    ),
    (
        "Chỉ tiêu năm 2025: tổ chức ít nhất 10 hội nghị, tăng 20% so với thực hiện năm 2024.",
        "Chỉ tiêu năm 2026: tổ chức ít nhất 10 hội nghị, tăng 20% so với thực hiện năm 2025.",
        Spot.COMING,
    ),
    (
        "Tiếp tục triển khai Chương trình PBGDPL giai đoạn 2022-2027.",
        "Tiếp tục triển khai Chương trình PBGDPL giai đoạn 2022-2027.",
        Spot.COMING,
    ),
    ("Hoàn thành trong quý II năm 2025.", "Hoàn thành trong quý II năm 2026.", Spot.COMING),
    (
        "Từ ngày 01/7/2025, thực hiện mô hình chính quyền địa phương hai cấp.",
        "Từ ngày 01/7/2025, thực hiện mô hình chính quyền địa phương hai cấp.",
        Spot.COMING,
    ),
    (
        "Xây dựng dự toán kinh phí PBGDPL cho năm 2025 trình Sở Tài chính.",
        "Xây dựng dự toán kinh phí PBGDPL cho năm 2026 trình Sở Tài chính.",
    ),
    (
        "Trên đây là kết quả công tác năm 2024, phương hướng nhiệm vụ năm "
        "2025, Sở báo cáo Sở Tư pháp tổng hợp./.",
        "Trên đây là kết quả công tác năm 2025, phương hướng nhiệm vụ năm "
        "2026, Sở báo cáo Sở Tư pháp tổng hợp./.",
        Spot.CLOSING,
    ),
    (
        "Thực hiện Công văn số 2215/STP-PBGDPL ngày 10/10/2024 của Sở Tư pháp "
        "về việc báo cáo công tác PBGDPL năm 2024, Sở Xây dựng báo cáo kết quả năm 2024 như sau:",
        "Thực hiện Công văn số 2215/STP-PBGDPL ngày 10/10/2024 của Sở Tư pháp "
        "về việc báo cáo công tác PBGDPL năm 2024, Sở Xây dựng báo cáo kết quả năm 2025 như sau:",
        Spot.OPENING,
    ),
    (
        "Căn cứ Nghị định số 55/2021/NĐ-CP; Kế hoạch năm 2024 của Hội đồng",
        "Căn cứ Nghị định số 55/2021/NĐ-CP; Kế hoạch năm 2024 của Hội đồng",
        Spot.BASES,
    ),
    (
        "Số điểm tự chấm năm 2024 cao hơn năm 2023 hai điểm.",
        "Số điểm tự chấm năm 2025 cao hơn năm 2024 hai điểm.",
        Spot.CRITERION,
    ),
    ("Sở mua 2024 cuốn sách, kinh phí 2.024.000 đồng, theo hợp đồng 15/2024/HĐ.",),
    ("Đường dây nóng: 0914.2024.55, thư điện tử phapche2024@sen.gov.vn.",),
    (
        "Tháng 12 năm 2023, Sở tổng kết công tác pháp chế năm 2023.",
        "Tháng 12 năm 2023?, Sở tổng kết công tác pháp chế năm 2023?.",
    ),
    ("| STT | Chỉ tiêu | Năm 2023 | Năm 2024 | Tỷ lệ |", "| STT | Chỉ tiêu | Năm 2024 | Năm 2025 | Tỷ lệ |"),
    ("| 1 | Số tờ gấp | 2023 | 2024 |", "| 1 | Số tờ gấp | 2023? | 2024? |"),
    (
        "Trong hai năm 2023, 2024, toàn ngành không có đơn thư kéo dài.",
        "Trong hai năm 2023?, 2024?, toàn ngành không có đơn thư kéo dài.",
    ),
    ("Theo “Báo cáo tổng kết năm 2024” của Hội đồng, các xã đều đạt.",),
    ("Dự án khởi công năm 2024 có tổ tuyên truyền riêng.",),
    ("Chỉ số cải cách hành chính năm 2023 của Sở đứng thứ 5/20.",),
    (
        "Kế hoạch PBGDPL năm 2024 (ban hành kèm theo Quyết định số 12/QĐ-SXD "
        "ngày 15/01/2024) được thực hiện đầy đủ.",
    ),
    (
        "Năm học 2024-2025, các trường tổ chức 30 buổi ngoại khóa.",
        "Năm học 2024?-2025?, các trường tổ chức 30 buổi ngoại khóa.",
    ),
    ("Quốc hội khóa XV thông qua Luật Phòng thủ dân sự cuối năm 2023.",),
    ("Sau khi sáp nhập năm 2024, Sở có 12 phòng.",),
    (
        "Văn bản của Bộ Tư pháp năm 2023 về chuẩn tiếp cận pháp luật vẫn được áp dụng.",
        "Văn bản của Bộ Tư pháp năm 2023? về chuẩn tiếp cận pháp luật vẫn được áp dụng.",
    ),
    (
        "Cơn bão số 3 năm 2024 làm hư hỏng một số tủ sách.",
        "Cơn bão số 3 năm 2024? làm hư hỏng một số tủ sách.",
    ),
    (
        "Bà Nguyễn Thị Sen, sinh năm 1985, là hòa giải viên giỏi năm 2024.",
        "Bà Nguyễn Thị Sen, sinh năm 1985, là hòa giải viên giỏi năm 2024?.",
    ),
    ("Báo cáo số 120/BC-SXD ngày 15/11/2023 về kết quả công tác PBGDPL năm 2023.",),
    (
        "Theo Báo cáo công tác năm 2023, toàn ngành có 30 báo cáo viên; đến nay có 35.",
        "Theo Báo cáo công tác năm 2023?, toàn ngành có 30 báo cáo viên; đến nay có 35.",
    ),
    (
        "Kết quả chấm điểm năm 2024 (đạt 92 điểm), năm 2023 (đạt 90 điểm).",
        "Kết quả chấm điểm năm 2025 (đạt 92 điểm), năm 2023? (đạt 90 điểm).",
    ),
    ("Đoàn kiểm tra làm việc ngày 15 và 16/8/2024 tại 4 xã.",),
    (
        "Hội nghị trực tuyến ngày 28/02/2024 quán triệt Luật Đất đai, triển khai kế hoạch năm 2024.",
        "Hội nghị trực tuyến ngày 28/02/2024 quán triệt Luật Đất đai, triển khai kế hoạch năm 2024?.",
    ),
    (
        "Đạt 105% kế hoạch năm 2024 (50/48 cuộc), bằng 110% cùng kỳ 2023.",
        "Đạt 105% kế hoạch năm 2025 (50/48 cuộc), bằng 110% cùng kỳ 2024.",
    ),
    ("Sở đã được bố trí trụ sở mới năm 2024.", "Sở đã được bố trí trụ sở mới năm 2024?."),
    (
        "Chương trình phối hợp số 04/CTPH ngày 10/3/2023 giữa Sở và Hội Nông "
        "dân tiếp tục được thực hiện trong năm 2024.",
        "Chương trình phối hợp số 04/CTPH ngày 10/3/2023 giữa Sở và Hội Nông "
        "dân tiếp tục được thực hiện trong năm 2024?.",
    ),
    (
        "Thực hiện Kế hoạch số 30/KH-UBND, năm 2024 các đơn vị đã mở 12 lớp.",
        "Thực hiện Kế hoạch số 30/KH-UBND, năm 2025 các đơn vị đã mở 12 lớp.",
    ),
    ("Kế hoạch số 45/KH-SXD ngày 20/12/2024 về công tác PBGDPL năm 2025.",),
    (
        "Sở đã ban hành Kế hoạch PBGDPL năm 2025 (số 45/KH-SXD ngày 20/12/2024).",
        "Sở đã ban hành Kế hoạch PBGDPL năm 2025 (số 45/KH-SXD ngày 20/12/2024).",
        Spot.COMING,
    ),
    ("Giai đoạn 2024 - 2025, Sở ưu tiên vùng sâu.",),
    ("Đến năm 2024 đã có 100% xã có tủ sách pháp luật.", "Đến năm 2024? đã có 100% xã có tủ sách pháp luật."),
    ("Từ 2022 đến 2024 có 15 vụ việc.",),
    (
        "Bình quân mỗi năm (2022, 2023, 2024) có 12 hội nghị.",
        "Bình quân mỗi năm (2022, 2023?, 2024?) có 12 hội nghị.",
    ),
    ("Quý III/2024 có 12 cuộc, quý IV/2023 có 8 cuộc.", "Quý III/2024? có 12 cuộc, quý IV/2023? có 8 cuộc."),
    ("Kỷ niệm 10 năm Ngày Pháp luật Việt Nam (2014 - 2024).",),
    ("Năm Du lịch quốc gia 2024 có nhiều hoạt động.", "Năm Du lịch quốc gia 2024? có nhiều hoạt động."),
    (
        "Trong năm 2024 (tính đến ngày 31/10/2024), Sở đã trả lời 40 phản ánh.",
        "Trong năm 2025 (tính đến ngày 31/10/2024?), Sở đã trả lời 40 phản ánh.",
    ),
    ("Số liệu tính từ 01/11/2023 đến 31/10/2024.", "Số liệu tính từ 01/11/2024 đến 31/10/2025."),
    ("Ban Chỉ đạo 35, Nghị quyết 27-NQ/TW năm 2022 và Kết luận 80-KL/TW năm 2020.",),
    (
        "Vụ án xét xử lưu động tháng 9 năm 2024 thu hút 300 người.",
        "Vụ án xét xử lưu động tháng 9 năm 2024? thu hút 300 người.",
    ),
    (
        "Bộ tiêu chí năm 2023 được thay bằng bộ tiêu chí năm 2024.",
        "Bộ tiêu chí năm 2023? được thay bằng bộ tiêu chí năm 2024?.",
    ),
    ("Mô hình “Cà phê pháp luật” bắt đầu năm 2024 được nhân rộng.",),
    (
        "Kết quả năm nay vượt năm 2023, là mức cao nhất từ năm 2020.",
        "Kết quả năm nay vượt năm 2024, là mức cao nhất từ năm 2020.",
    ),
    (
        "Nhiệm vụ từ nay đến hết năm 2024: hoàn thiện hồ sơ.",
        "Nhiệm vụ từ nay đến hết năm 2025: hoàn thiện hồ sơ.",
        Spot.COMING,
    ),
    (
        "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh, năm 2024 Sở đạt danh hiệu Cơ quan văn hóa.",
        "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh, năm 2024? Sở đạt danh hiệu Cơ quan văn hóa.",
    ),
    (
        "Triển khai thực hiện Luật Đường bộ, Luật Trật tự, an toàn giao thông đường bộ năm 2024.",
        "Triển khai thực hiện Luật Đường bộ, Luật Trật tự, an toàn giao thông đường bộ năm 2024?.",
    ),
    (
        "Xây dựng Kế hoạch PBGDPL năm 2025 ngay trong tháng 12/2024.",
        "Xây dựng Kế hoạch PBGDPL năm 2025? ngay trong tháng 12/2024?.",
        Spot.COMING,
    ),
    (
        "Trong năm 2024 có 2 văn bản được ban hành từ năm 2023 hết hiệu lực.",
        "Trong năm 2025 có 2 văn bản được ban hành từ năm 2023 hết hiệu lực.",
    ),
    ("Tủ sách được bổ sung năm 2024 thêm 40 đầu sách.", "Tủ sách được bổ sung năm 2025 thêm 40 đầu sách."),
]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence[0][:40])
def test_every_year_of_an_unseen_sentence_is_moved_or_left_or_in_doubt(sentence):
    text, *rest = sentence
    after = rest[0] if rest else text
    assert outcome(text, *rest[1:]) == after
