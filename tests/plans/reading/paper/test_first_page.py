"""The first page of a document is read whatever program made it."""

from datetime import date

import pytest

from pbgdpl.lib.office.first_page import pdf_pages, word_code_pages_and_page
from plans.kinds import DocumentKind
from plans.reading.paper.first_page import Paper, read_paper, together
from plans.reading.paper.names import body_name
from plans.reading.paper.subject import printed_subject
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS

PAGES = {"pdf": pdf_pages, "docx": lambda data: word_code_pages_and_page(data)[1:]}
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc"


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_page_says_the_same_in_every_dress(document, dress):
    ending, make = DRESSES[dress]
    printed = DOCUMENTS[document]
    assert together([read_paper(lines) for lines in PAGES[ending](make(printed))]) == printed.read


# Pages as a PDF or a copied text gives them: first the head with the subject, then what is to be read.
HEADS = {
    "hai cột dính nhau": (
        f"BỘ CÔNG THƯƠNG {NATION}\n-------- {MOTTO}\nSố: 2789 /KH-BCT Hà Nội, ngày 4 tháng 4 năm 2024\nKẾ HOẠCH\n"
        "Triển khai Đề án “Nâng cao năng lực báo cáo viên\npháp luật giai đoạn 2023 - 2030” năm 2024\n_____",
        ("plan", "2789/KH-BCT", "2024-04-04", "Bộ Công Thương"),
        "triển khai Đề án “Nâng cao năng lực báo cáo viên pháp luật giai đoạn 2023 - 2030” năm 2024",
    ),
    "người ký nối vào trích yếu": (
        f"ỦY BAN NHÂN DÂN\t{NATION}\nHUYỆN BA VÌ\t{MOTTO}\nSố: 45/QĐ-UBND\tBa Vì, ngày 09 tháng 01 năm 2024\n"
        "QUYẾT ĐỊNH\nVề việc kiện toàn Hội đồng phối hợp huyện Ba Vì\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BA VÌ",
        ("decision", "45/QĐ-UBND", "2024-01-09", "Ủy ban nhân dân huyện Ba Vì"),
        "về việc kiện toàn Hội đồng phối hợp huyện Ba Vì",
    ),
    "nghị định": (
        f"CHÍNH PHỦ {NATION}\nSố: 59/2024/NĐ-CP Hà Nội, ngày 25 tháng 5 năm 2024\nNGHỊ ĐỊNH\n"
        "Sửa đổi Nghị định số 136/2020/NĐ-CP ngày 24 tháng 11 năm 2020 của Chính phủ",
        ("decree", "59/2024/NĐ-CP", "2024-05-25", "Chính phủ"),
        "sửa đổi Nghị định số 136/2020/NĐ-CP ngày 24 tháng 11 năm 2020 của Chính phủ",
    ),
    "chỉ thị của Thủ tướng": (
        f"THỦ TƯỚNG CHÍNH PHỦ {NATION}\n{MOTTO}\nSố: 23/CT-TTg Hà Nội, ngày 10 tháng 12 năm 2023\nCHỈ THỊ\n"
        "Về tăng cường công tác phổ biến, giáo dục pháp luật",
        ("instruction", "23/CT-TTg", "2023-12-10", "Thủ tướng Chính phủ"),
        "về tăng cường công tác phổ biến, giáo dục pháp luật",
    ),
    "công văn, ngày đứng dưới trích yếu": (
        f"UBND TỈNH LÂM ĐỒNG\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\n{NATION}\n{MOTTO}\nSố: 310/SVHTTDL-VP\n"
        "V/v phối hợp tổ chức Cuộc thi\ntìm hiểu pháp luật về biển, đảo\nLâm Đồng, ngày 03 tháng 02 năm 2025",
        ("official_letter", "310/SVHTTDL-VP", "2025-02-03", "Sở Văn hóa, Thể thao và Du lịch"),
        "về việc phối hợp tổ chức Cuộc thi tìm hiểu pháp luật về biển, đảo",
    ),
    "nghị quyết": (
        f"HỘI ĐỒNG NHÂN DÂN {NATION}\nTHÀNH PHỐ ĐÀ NẴNG {MOTTO}\nSố: 12/2024/NQ-HĐND Đà Nẵng, ngày 12 tháng 7 năm\n"
        "2024\nNGHỊ QUYẾT\nQuy định mức chi cho công tác phổ biến, giáo dục\npháp luật trên địa bàn thành phố\n"
        "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG\nKHÓA X, KỲ HỌP THỨ 18",
        ("resolution", "12/2024/NQ-HĐND", "2024-07-12", "Hội đồng nhân dân thành phố Đà Nẵng"),
        "quy định mức chi cho công tác phổ biến, giáo dục pháp luật trên địa bàn thành phố",
    ),
    "thông báo, chữ thưa": (
        f"UBND THÀNH PHỐ HẢI PHÒNG\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\n*****\n{NATION}\nSố: 5/TB-SNNMT\n"
        "Hải Phòng, ngày 6 tháng 6 năm 2025\nT H Ô N G  B Á O\nKết luận của Giám đốc Sở về công tác pháp chế",
        ("notice", "5/TB-SNNMT", "2025-06-06", "Sở Nông nghiệp và Môi trường"),
        "kết luận của Giám đốc Sở về công tác pháp chế",
    ),
    "kết luận của Đảng": (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nHà Nội, ngày 20 tháng 6 năm 2020\nSố 80-KL/TW\nKẾT LUẬN\n"
        "của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 32-CT/TW\n-----",
        ("conclusion", "80-KL/TW", "2020-06-20", "Ban chấp hành Trung ương"),
        "về tiếp tục thực hiện Chỉ thị số 32-CT/TW",
    ),
    "trường học": (
        f"UBND QUẬN CẦU GIẤY\nTRƯỜNG THCS HOA SEN\n{NATION}\nSố: 09/KH-THCSHS\nCầu Giấy, ngày 05 tháng 9 năm 2024\n"
        "KẾ HOẠCH\nCông tác phổ biến, giáo dục pháp luật năm học 2024 - 2025",
        ("plan", "09/KH-THCSHS", "2024-09-05", "Trường THCS Hoa Sen"),
        "về công tác phổ biến, giáo dục pháp luật năm học 2024 - 2025",
    ),
}


@pytest.mark.parametrize("case", HEADS)
def test_a_page_is_read_from_its_lines(case):
    head, (kind, number, day, body), subject = HEADS[case]
    lines = [*head.split("\n"), "Kính gửi: Các phòng.", "Căn cứ Luật Phổ biến, giáo dục pháp luật năm 2012;"]
    read = Paper(DocumentKind(kind), "", number, date.fromisoformat(day), body, subject)
    assert read_paper(lines) == read


@pytest.mark.parametrize(
    "lines",
    [[], [""], ["Danh sách học sinh", "1. Nguyễn Văn Mẫu"], ["Kế hoạch của tôi là đi chơi."], ["LUẬT SƯ"]],
)
def test_other_pages_say_nothing(lines):
    assert read_paper(lines) == Paper()


def test_a_date_that_is_in_no_calendar_is_not_read():
    lines = ["SỞ Y TẾ", "Số: 1/KH-SYT", "Sen, ngày 31 tháng 9 năm 2024", "KẾ HOẠCH", "Tập huấn"]
    assert read_paper(lines).issued_on is None


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("SỞ TƯ PHÁP", "Sở Tư pháp"),
        ("SỞ CÔNG THƯƠNG", "Sở Công Thương"),
        ("SỞ QUY HOẠCH - KIẾN TRÚC", "Sở Quy hoạch - Kiến trúc"),
        ("BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "Bộ Kế hoạch và Đầu tư"),
        ("CỤC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT", "Cục Phổ biến, giáo dục pháp luật"),
        ("UBND XÃ HOA SÚNG", "UBND xã Hoa Súng"),
        ("CÔNG AN TỈNH ĐẮK LẮK", "Công an tỉnh Đắk Lắk"),
        ("VĂN PHÒNG UBND TỈNH SEN", "Văn phòng UBND tỉnh Sen"),
        ("BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "Ban Quản lý các khu công nghiệp"),
        ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH SEN", "Hội Liên hiệp Phụ nữ tỉnh Sen"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("THÀNH ỦY HÀ NỘI", "Thành ủy Hà Nội"),
        ("", ""),
    ],
)
def test_names_in_capitals_are_written_as_running_text(printed, written):
    assert body_name(printed) == written


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("V/v: cử người dự họp", "về việc cử người dự họp"),
        ("(Về việc cử người dự họp)", "về việc cử người dự họp"),
        ("Ban hành Quy chế.", "ban hành Quy chế"),
        ("UBND thành phố với pháp luật", "về UBND thành phố với pháp luật"),
        ("TỔ CHỨC NGÀY PHÁP LUẬT VIỆT NAM NĂM 2024", "tổ chức Ngày Pháp luật Việt Nam năm 2024"),
        (
            "THỰC HIỆN QUYẾT ĐỊNH SỐ 1/QĐ-TTG CỦA BỘ TƯ PHÁP",
            "thực hiện Quyết định số 1/QĐ-TTG của Bộ Tư pháp",
        ),
        ("", ""),
    ],
)
def test_subjects_are_written_as_they_are_cited(printed, cited):
    assert printed_subject(printed) == cited
