"""The head of a report in many formattings: letterhead, titles, addressees, căn cứ lines."""

from collections import Counter
from datetime import date

import pytest

from reports.document.text import to_text
from reports.document.tree import Letterhead, Paragraph, Section
from reports.reading.report import read_text
from tests.reports.reading.report.reading import lost_words

HEALTH = Letterhead("UBND TỈNH LAI CHÂU", "SỞ Y TẾ", "15/BC-SYT", "Lai Châu", date(2024, 11, 5))
BODY = "BÁO CÁO\nKết quả năm 2024\nSở Y tế báo cáo như sau:\nI. KẾT QUẢ\nTốt."

DRESSES = {
    "one after the other": (
        "UBND TỈNH LAI CHÂU\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 15/BC-SYT\nLai Châu, ngày 05 tháng 11 năm 2024"
    ),
    "side by side with spaces": (
        "UBND TỈNH LAI CHÂU      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "   SỞ Y TẾ              Độc lập – Tự do – Hạnh phúc\n"
        "  -------               ---------------------------\n"
        "Số: 15/BC-SYT           Lai Châu, ngày 05 tháng 11 năm 2024"
    ),
    "side by side with one space": (
        "UBND TỈNH LAI CHÂU CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập-Tự do-Hạnh phúc\n"
        "Số: 15/BC-SYT Lai Châu, ngày 5 tháng 11 năm 2024"
    ),
    "side by side with tabs": (
        "UBND TỈNH LAI CHÂU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc\n"
        "*****\t*****\nSố: 15 /BC – SYT\tLai Châu, ngày 05 tháng 11 năm 2024."
    ),
    "Quốc hiệu first": (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập * Tự do * Hạnh phúc\n\nUBND TỈNH LAI CHÂU\n\nSỞ Y TẾ\n\n"
        "Số 15/BC-SYT\n\nLai Châu, ngày 05 tháng 11 năm 2024"
    ),
    "the parent's name on two lines": (
        "UBND\nTỈNH LAI CHÂU\nSỞ Y TẾ\nSố: 15/BC-SYT\nLai Châu, ngày 05 tháng 11 năm 2024"
    ),
}


def read(text):
    return read_text(text)


@pytest.mark.parametrize("letterhead", DRESSES.values(), ids=DRESSES)
def test_a_letterhead_is_read_in_any_dress(letterhead):
    report = read(f"{letterhead}\n\n{BODY}")
    assert report.letterhead == HEALTH
    assert report.body[0] == Paragraph("Sở Y tế báo cáo như sau:")


@pytest.mark.parametrize(
    ("names", "parent", "issuing"),
    [
        ("SỞ Y TẾ", "", "SỞ Y TẾ"),
        ("UBND TỈNH A\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", "UBND TỈNH A", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
        ("BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ\nCỤC THUẾ TỈNH A", "BỘ TÀI CHÍNH TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH A"),
    ],
)
def test_the_last_name_is_the_issuing_bodys(names, parent, issuing):
    head = read(f"{names}\nSố: 1/BC-A\n{BODY}").letterhead
    assert (head.parent_body, head.issuing_body) == (parent, issuing)


@pytest.mark.parametrize("number", ["Số:      /BC-SYT", "Số: ...../BC-SYT", "Số: ……/BC-SYT", "Số:\t/BC-SYT"])
@pytest.mark.parametrize(
    "day", ["ngày      tháng 11 năm 2024", "ngày … tháng … năm 2024", "ngày   tháng   năm"]
)
def test_what_is_not_filled_in_yet_stays_blank(number, day):
    report = read(f"SỞ Y TẾ    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{number}    Lai Châu, {day}\n{BODY}")
    assert report.letterhead == Letterhead("", "SỞ Y TẾ", "/BC-SYT", "Lai Châu")


def test_a_date_in_no_calendar_stays_for_a_person_to_see():
    report = read(f"SỞ Y TẾ\nLai Châu, ngày 31 tháng 9 năm 2024\n{BODY}")
    assert report.body[0] == Paragraph("Lai Châu, ngày 31 tháng 9 năm 2024")
    assert report.letterhead.issued_on is None


def test_a_stamp_is_no_name_of_a_body():
    report = read(f"DỰ THẢO\nSỞ Y TẾ\nSố: 15/BC-SYT\n{BODY}")
    assert (report.letterhead.issuing_body, report.body[0]) == ("SỞ Y TẾ", Paragraph("DỰ THẢO"))


def test_a_letter_has_its_subject_in_the_letterhead():
    report = read(
        "UBND TỈNH A\nSỞ XÂY DỰNG\nSố: 9/SXD-VP\nV/v báo cáo\nnăm 2024\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Kính gửi: Sở Tư pháp tỉnh A.\nSở Xây dựng báo cáo như sau:\nTốt."
    )
    assert (report.letterhead.number, report.kind, report.subject) == ("9/SXD-VP", "", "V/v báo cáo năm 2024")
    assert (report.addressees, len(report.body)) == (("Sở Tư pháp tỉnh A",), 2)


@pytest.mark.parametrize(
    ("titles", "subject", "note"),
    [
        ("BÁO CÁO\nKết quả công tác\nvà nhiệm vụ năm 2025", "Kết quả công tác và nhiệm vụ năm 2025", ""),
        ("BÁO CÁO\nKết quả công tác\nNăm 2024", "Kết quả công tác Năm 2024", ""),
        ("BÁO CÁO KẾT QUẢ NĂM 2024", "KẾT QUẢ NĂM 2024", ""),
        ("B Á O  C Á O\n-----\nKết quả công tác\nvà nhiệm vụ", "Kết quả công tác và nhiệm vụ", ""),
        (
            "Báo cáo\nKết quả năm 2024\n________\n(Từ ngày 01/01/2024)",
            "Kết quả năm 2024",
            "(Từ ngày 01/01/2024)",
        ),
        (
            "BÁO CÁO\nKết quả\n(Số liệu từ 01/01\nđến 31/10/2024)",
            "Kết quả",
            "(Số liệu từ 01/01 đến 31/10/2024)",
        ),
        (
            "BÁO CÁO\nKết quả\nSố liệu từ ngày 01/01 đến ngày 31/10",
            "Kết quả",
            "Số liệu từ ngày 01/01 đến ngày 31/10",
        ),
    ],
)
def test_the_titles_end_where_the_text_begins(titles, subject, note):
    report = read(f"{titles}\n\nThực hiện Công văn số 5/STP, Sở báo cáo như sau:\nTốt.")
    assert (report.kind, report.subject, report.period_note) == ("BÁO CÁO", subject, note)
    assert report.body[0] == Paragraph("Thực hiện Công văn số 5/STP, Sở báo cáo như sau:")


@pytest.mark.parametrize(
    "heading", ["Phần thứ nhất", "PHẦN I", "KẾT QUẢ CHUNG", "A. TÌNH HÌNH", "1. Chỉ đạo", "- một"]
)
def test_a_heading_is_no_part_of_the_subject(heading):
    assert read(f"BÁO CÁO\nKết quả năm 2024\n{heading}\nTốt.").subject == "Kết quả năm 2024"


@pytest.mark.parametrize(
    ("lines", "addressees"),
    [
        ("Kính gửi: Sở Tư pháp", ("Sở Tư pháp",)),
        ("Kính gửi: Sở Tư pháp.", ("Sở Tư pháp",)),
        ("Kính gửi:\tSở Tư pháp; Văn phòng UBND tỉnh.", ("Sở Tư pháp", "Văn phòng UBND tỉnh")),
        ("Kính gửi:\n- Sở Tư pháp;\n- Văn phòng UBND tỉnh.", ("Sở Tư pháp", "Văn phòng UBND tỉnh")),
        ("Kính gửi: - Sở Tư pháp;\n\t- Văn phòng UBND tỉnh.", ("Sở Tư pháp", "Văn phòng UBND tỉnh")),
        ("Kính gửi:\nSở Tư pháp;\nVăn phòng UBND tỉnh.", ("Sở Tư pháp", "Văn phòng UBND tỉnh")),
    ],
)
def test_addressees_are_names_without_signs(lines, addressees):
    report = read(f"BÁO CÁO\nKết quả\n{lines}\nSở báo cáo như sau:\nTốt.")
    assert report.addressees == addressees
    assert report.body[0] == Paragraph("Sở báo cáo như sau:")


@pytest.mark.parametrize(
    ("lines", "bases"),
    [
        (("Căn cứ Luật A;", "Căn cứ Nghị định B;"), 2),
        (("Căn cứ Luật A;", "Thực hiện Công văn B."), 2),
        (("- Căn cứ Luật A;", "- Căn cứ Luật B."), 2),
        (("Căn cứ Luật A.",), 1),
        (("Thực hiện Công văn B.",), 0),
        (("Căn cứ Luật A;", "Căn cứ Luật B; Sở Y tế báo cáo như sau:"), 1),
    ],
)
def test_legal_bases_end_with_semicolons(lines, bases):
    report = read("BÁO CÁO\nKết quả\n" + "\n".join(lines) + "\nSở báo cáo như sau:\nTốt.")
    assert report.legal_bases == lines[:bases]
    assert [block.text for block in report.body][: len(lines) - bases] == list(lines[bases:])


@pytest.mark.parametrize(
    "line", ["Tình hình chung", "Từ ngày 01/01/2024 đến ngày 31/10/2024, Sở đã làm tốt."]
)
def test_below_the_line_under_the_subject_the_text_begins(line):
    report = read(f"BÁO CÁO\nKết quả năm 2024\n_______\n{line}\nTốt.")
    assert (report.subject, report.period_note) == ("Kết quả năm 2024", "")
    assert report.body[0] == Paragraph(line)


def test_a_report_may_be_nothing_but_legal_bases():
    assert read("BÁO CÁO\nKết quả\nCăn cứ Luật A;").legal_bases == ("Căn cứ Luật A;",)


def test_a_text_without_a_head_is_all_body():
    report = read("Đoạn một.\nĐoạn hai.")
    assert (report.kind, report.body) == ("", (Paragraph("Đoạn một."), Paragraph("Đoạn hai.")))


def test_the_head_is_printed_again_with_its_words():
    report = read(f"{DRESSES['side by side with spaces']}\n{BODY}")
    assert to_text(report).splitlines()[:7] == [
        "UBND TỈNH LAI CHÂU",
        "SỞ Y TẾ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 15/BC-SYT",
        "Lai Châu, ngày 05 tháng 11 năm 2024",
        "BÁO CÁO",
    ]


BELOW_ADDRESSEES = (
    "1. Đặc điểm tình hình",
    "I. ĐẶC ĐIỂM TÌNH HÌNH",
    "A. Đặc điểm tình hình",
    "- Ban hành kế hoạch",
    "a) Hội nghị phổ biến luật",
    "Sở đã triển khai công tác năm 2024",
    "Thực hiện công văn của Sở Tư pháp, Sở Y tế báo cáo như sau:",
    "Đặc điểm tình hình",
)


@pytest.mark.parametrize("line", BELOW_ADDRESSEES)
@pytest.mark.parametrize(
    ("addressees", "names"),
    [
        ("Kính gửi: Sở Tư pháp", ("Sở Tư pháp",)),
        ("Kính gửi: Sở Tư pháp;", ("Sở Tư pháp",)),
        ("Kính gửi:\n- Sở Tư pháp;\n- Ban Chỉ đạo tỉnh", ("Sở Tư pháp", "Ban Chỉ đạo tỉnh")),
        ("Kính gửi:\n- Sở Tư pháp\n- Ông Trần Văn B", ("Sở Tư pháp", "Ông Trần Văn B")),
    ],
)
def test_what_follows_the_addressees_is_text_of_the_report(addressees, names, line):
    source = (
        f"SỞ Y TẾ\nSố: 15/BC-SYT\nBÁO CÁO\nKết quả năm 2024\n{addressees}\n{line}\nLời văn.\nI. KẾT QUẢ\nTốt."
    )
    report = read_text(source)
    assert report.addressees == names
    assert to_text(report).casefold().count(line.lstrip("AI1a-.) ").casefold()) == 1
    assert (
        lost_words(source, to_text(report)) - Counter("ai") == Counter()
    )  # "A." and a second "I." are numbered anew


def test_a_list_of_addressees_without_a_name_takes_no_heading():
    report = read_text("BÁO CÁO\nKết quả năm 2024\nKính gửi:\n\nI. KẾT QUẢ\nTốt.")
    assert report.addressees == ()
    assert report.body == (Paragraph("Kính gửi:"), Section("KẾT QUẢ", (Paragraph("Tốt."),)))
