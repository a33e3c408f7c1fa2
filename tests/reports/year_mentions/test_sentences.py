"""Sentences of a report on 2024 that Bình carries into 2025: each year is moved, left, or left with a mark.

The second text of a pair is the outcome: moved years as they read in 2025, years in doubt followed by "?".
"""

import pytest

from reports.year_mentions import Meaning, Spot, mentions_in

ORDINARY, COMING, OPENING, CLOSING = Spot.ORDINARY, Spot.COMING, Spot.OPENING, Spot.CLOSING
BASES, CRITERION, TITLE, PERIOD = Spot.BASES, Spot.CRITERION, Spot.TITLE, Spot.PERIOD


def outcome(text, spot=ORDINARY, of=2024, to=2025):
    pieces, place = [], 0
    for mention in mentions_in(text, of=of, to=to, spot=spot):
        year = str(mention.new_year) if mention.is_sure else text[mention.start : mention.end]
        pieces += [text[place : mention.start], year, "?" if mention.meaning is Meaning.DOUBT else ""]
        place = mention.end
    return "".join((*pieces, text[place:]))


REPORTED = [
    (
        "Năm 2024 có [[số cuộc: Tổ Đề án 2024]] cuộc, [[số người]] lượt người.",
        "Năm 2025 có [[số cuộc: Tổ Đề án 2024]] cuộc, [[số người]] lượt người.",
    ),
    ("Trong năm 2024, Sở đã mở 12 lớp tập huấn.", "Trong năm 2025, Sở đã mở 12 lớp tập huấn."),
    (
        "Năm 2024 Sở tổ chức 5 hội nghị; kinh phí năm 2024 là 90 triệu đồng.",
        "Năm 2025 Sở tổ chức 5 hội nghị; kinh phí năm 2025 là 90 triệu đồng.",
    ),
    ("KẾT QUẢ CÔNG TÁC PBGDPL NĂM 2024", "KẾT QUẢ CÔNG TÁC PBGDPL NĂM 2025"),
    ("Trong nam 2024, So da to chuc 5 hoi nghi.", "Trong nam 2025, So da to chuc 5 hoi nghi."),
    (
        "Ngay từ đầu năm 2024, lãnh đạo Sở đã giao việc cho từng phòng.",
        "Ngay từ đầu năm 2025, lãnh đạo Sở đã giao việc cho từng phòng.",
    ),
    (
        "Từ đầu năm 2024 đến nay, có 30 lượt người được tư vấn.",
        "Từ đầu năm 2025 đến nay, có 30 lượt người được tư vấn.",
    ),
    (
        "Sở ban hành Kế hoạch phổ biến, giáo dục pháp luật năm 2024 và giao Phòng Pháp chế theo dõi.",
        "Sở ban hành Kế hoạch phổ biến, giáo dục pháp luật năm 2025 và giao Phòng Pháp chế theo dõi.",
    ),
    (
        "Hưởng ứng Ngày Pháp luật Việt Nam năm\n2024, Sở treo 20 băng rôn.",
        "Hưởng ứng Ngày Pháp luật Việt Nam năm\n2025, Sở treo 20 băng rôn.",
    ),
    ("6 tháng đầu năm 2024, các xã hòa giải 45 vụ.", "6 tháng đầu năm 2025, các xã hòa giải 45 vụ."),
    ("Đến hết năm 2024, toàn ngành có 14 báo cáo viên.", "Đến hết năm 2025, toàn ngành có 14 báo cáo viên."),
    (
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/02/2024, trong năm 2024 Sở đã rà soát 9 thủ tục.",
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/02/2024, trong năm 2025 Sở đã rà soát 9 thủ tục.",
    ),
    (
        "Kết quả thực hiện Luật PBGDPL năm 2024 đạt yêu cầu.",
        "Kết quả thực hiện Luật PBGDPL năm 2025 đạt yêu cầu.",
    ),
]
BEFORE = [
    ("So với năm 2023, số hội nghị tăng 12%.", "So với năm 2024, số hội nghị tăng 12%."),
    (
        "Năm 2024 có 50 cuộc, tăng 5 cuộc so với cùng kỳ năm 2023.",
        "Năm 2025 có 50 cuộc, tăng 5 cuộc so với cùng kỳ năm 2024.",
    ),
    ("Số lượt người tăng 10% (năm 2023: 450 lượt).", "Số lượt người tăng 10% (năm 2024: 450 lượt)."),
    (
        "Số vụ giảm mạnh so với cùng kỳ (2023: 45; 2024: 30).",
        "Số vụ giảm mạnh so với cùng kỳ (2024: 45; 2025: 30).",
    ),
    (
        "Ngay từ cuối năm 2023, Sở đã xây dựng kế hoạch công tác năm 2024.",
        "Ngay từ cuối năm 2024, Sở đã xây dựng kế hoạch công tác năm 2025.",
    ),
    (
        "Cuối năm 2023, các phòng đã đăng ký nội dung tuyên truyền.",
        "Cuối năm 2024, các phòng đã đăng ký nội dung tuyên truyền.",
    ),
    ("Số tờ gấp phát ra nhiều hơn năm 2023 là 300 tờ.", "Số tờ gấp phát ra nhiều hơn năm 2024 là 300 tờ."),
    (
        "Hội nghị tổng kết công tác pháp chế năm 2023, triển khai nhiệm vụ năm 2024.",
        "Hội nghị tổng kết công tác pháp chế năm 2024, triển khai nhiệm vụ năm 2025.",
    ),
    ("| Nội dung | Năm 2023 | Năm 2024 |", "| Nội dung | Năm 2024 | Năm 2025 |"),
]
COMING_YEAR = [
    (
        "Trong năm 2025, Sở sẽ tập trung vào ba nhóm việc.",
        "Trong năm 2026, Sở sẽ tập trung vào ba nhóm việc.",
        COMING,
    ),
    (
        "Trên đây là báo cáo công tác năm 2024 và nhiệm vụ năm 2025 của Sở./.",
        "Trên đây là báo cáo công tác năm 2025 và nhiệm vụ năm 2026 của Sở./.",
        CLOSING,
    ),
    ("Sở đề ra kế hoạch năm 2025 sát với thực tế.", "Sở đề ra kế hoạch năm 2026 sát với thực tế.", ORDINARY),
    (
        "Trong năm tới 2025, các phòng tiếp tục đổi mới.",
        "Trong năm tới 2026, các phòng tiếp tục đổi mới.",
        ORDINARY,
    ),
    (
        "Những tháng cuối năm 2024, Sở tiếp tục hoàn thành kế hoạch.",
        "Những tháng cuối năm 2025, Sở tiếp tục hoàn thành kế hoạch.",
        COMING,
    ),
    (
        "Quý I/2025: ban hành kế hoạch; tháng 11/2025: hưởng ứng Ngày Pháp luật.",
        "Quý I/2026: ban hành kế hoạch; tháng 11/2026: hưởng ứng Ngày Pháp luật.",
        COMING,
    ),
    (
        "Phấn đấu số cuộc tuyên truyền tăng 5% so với năm 2024.",
        "Phấn đấu số cuộc tuyên truyền tăng 5% so với năm 2025.",
        COMING,
    ),
    ("NHIỆM VỤ TRỌNG TÂM NĂM 2025", "NHIỆM VỤ TRỌNG TÂM NĂM 2026", TITLE),
]
FIXED = [
    "Thực hiện Kế hoạch số 139/KH-UBND ngày 05/02/2024 của UBND tỉnh về PBGDPL, hòa giải ở cơ sở năm 2024.",
    "- Kế hoạch số 31/KH-SXD ngày 28/12/2023 về kiểm tra văn bản năm 2024 của Sở.",
    "Nghị định số 46/2024/NĐ-CP và Thông tư 06/2024/TT-BXD được phổ biến đến doanh nghiệp.",
    "Nghị định 30/2020/NĐ-CP quy định về công tác văn thư.",
    "Sở phổ biến Luật Đất đai năm 2024, Luật Nhà ở năm 2023 cho công chức.",
    "Hội nghị tập huấn (ngày 06/9/2024) có 80 người dự.",
    "Đề án nâng cao năng lực tiếp cận pháp luật giai đoạn 2021-2025 và Chiến lược đến năm 2030.",
    "Đề án tuyên truyền đến năm 2025 được lồng ghép vào các lớp học.",
    "Chi cục thành lập năm 2015, từ năm 2019 sinh hoạt chung với Sở.",
    "Từ năm 2024, Sở áp dụng phần mềm quản lý văn bản mới.",
    "Sở phát 2024 tờ gấp, có 2.024 lượt người xem; điện thoại 024 2024 1234.",
    "Cuộc thi “Tìm hiểu pháp luật năm 2024” thu hút nhiều bài.",
    "Trong năm qua, Sở duy trì kết quả của cùng kỳ; năm sau tiếp tục.",
    "Hệ thống theo tiêu chuẩn TCVN ISO 9001:2015 và QCVN 01:2024/BXD.",
    "Luật có hiệu lực từ ngày 01/01/2025 và được ban hành trước năm 2024.",
    "Nhiệm kỳ 2020 - 2025 có 3 lần kiện toàn Hội đồng.",
    "Ngày 5 tháng 2 năm 2024, Sở nhận văn bản.",
]
DOUBT = [
    (
        "Ngày 05/3/2024, Sở họp triển khai nhiệm vụ năm 2024.",
        "Ngày 05/3/2024, Sở họp triển khai nhiệm vụ năm 2024?.",
    ),
    (
        "Hội nghị toàn quốc (tháng 3/2024) có 200 đại biểu.",
        "Hội nghị toàn quốc (tháng 3/2024?) có 200 đại biểu.",
    ),
    ("Sở được tặng Cờ thi đua năm 2024.", "Sở được tặng Cờ thi đua năm 2024?."),
    (
        "Trong năm 2023 và năm 2024, hai xã được chọn làm điểm.",
        "Trong năm 2023? và năm 2024?, hai xã được chọn làm điểm.",
    ),
    ("Năm học 2023-2024 có 12 trường tham gia.", "Năm học 2023?-2024? có 12 trường tham gia."),
    (
        "Kiểm tra hàng hóa dịp Tết Nguyên đán Giáp Thìn năm 2024.",
        "Kiểm tra hàng hóa dịp Tết Nguyên đán Giáp Thìn năm 2024?.",
    ),
    ("Năm 2023, Sở đã tổ chức 40 hội nghị.", "Năm 2023?, Sở đã tổ chức 40 hội nghị."),
    (
        "Năm 2024 là năm thứ tư thực hiện Nghị quyết của Đảng bộ.",
        "Năm 2024? là năm thứ tư thực hiện Nghị quyết của Đảng bộ.",
    ),
    ("Phấn đấu đến năm 2025, mọi xã có tủ sách.", "Phấn đấu đến năm 2025?, mọi xã có tủ sách."),
    (
        "Từ tháng 11/2023 đến hết tháng 10/2024, có 30 cuộc.",
        "Từ tháng 11/2023? đến hết tháng 10/2024?, có 30 cuộc.",
    ),
    (
        "Từ cuối năm 2023 đến đầu năm 2024, Sở sửa trụ sở.",
        "Từ cuối năm 2023? đến đầu năm 2024?, Sở sửa trụ sở.",
    ),
    ("Hội thi PBGDPL 2024 đã khép lại.", "Hội thi PBGDPL 2024? đã khép lại."),
    ("Kế hoạch công tác năm 2024 của Sở", "Kế hoạch công tác năm 2024? của Sở", BASES),
    ("Hoàn thành trước ngày 30/6/2025.", "Hoàn thành trước ngày 30/6/2025?.", COMING),
]
SPOTS = [
    (
        "(Số liệu từ ngày 15/11/2023 đến ngày 14/11/2024)",
        "(Số liệu từ ngày 15/11/2024 đến ngày 14/11/2025)",
        PERIOD,
    ),
    (
        "(Thống kê số liệu từ ngày 01/01/2024 đến ngày 31/10/2024)",
        "(Thống kê số liệu từ ngày 01/01/2025 đến ngày 31/10/2025)",
        PERIOD,
    ),
    (
        "Sở báo cáo kết quả công tác PBGDPL năm 2024 như sau:",
        "Sở báo cáo kết quả công tác PBGDPL năm 2025 như sau:",
        OPENING,
    ),
    (
        "Luật Phổ biến, giáo dục pháp luật ngày 20/6/2012;\nKế hoạch số "
        "9/KH-STP ngày 20/01/2024 về công tác tư pháp năm 2024;",
        "Luật Phổ biến, giáo dục pháp luật ngày 20/6/2012;\nKế hoạch số "
        "9/KH-STP ngày 20/01/2024 về công tác tư pháp năm 2024;",
        BASES,
    ),
    ("Năm 2024 đạt 95%, tăng 3% so với năm 2023.", "Năm 2025 đạt 95%, tăng 3% so với năm 2024.", CRITERION),
]
TABLE = [*REPORTED, *BEFORE, *COMING_YEAR, *((text, text) for text in FIXED), *DOUBT, *SPOTS]


@pytest.mark.parametrize(("text", "after", "spot"), [(*one, ORDINARY)[:3] for one in TABLE])
def test_every_year_of_a_sentence_is_moved_or_left_or_in_doubt(text, after, spot):
    assert outcome(text, spot) == after
