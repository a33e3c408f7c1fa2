"""How officials really write, one habit a test; how well whole lines are read is measured elsewhere."""

import unicodedata
from datetime import date

import pytest

from plans.kinds import DocumentKind
from plans.reading import Citation, citation_sentence, read_citation, read_documents

K = DocumentKind
PLAN = "Kế hoạch số 139/KH-SNV ngày 16/01/2024 của UBND tỉnh về hòa giải ở cơ sở"
READ = Citation(K.PLAN, "Kế hoạch", "139/KH-SNV", date(2024, 1, 16), "UBND tỉnh", "về hòa giải ở cơ sở")


def brief(line):
    """Return what a line names, by kind, number and day."""
    return [(citation.kind, citation.number, citation.issued_on) for citation in read_documents(line)]


@pytest.mark.parametrize(
    "line",
    [
        PLAN,
        f"- {PLAN}.",
        f"+ {PLAN};",
        f"1. {PLAN}./.",
        f"“{PLAN}”",
        f"**{PLAN.replace(' ngày', '** ngày')}",
        unicodedata.normalize("NFD", PLAN),
        PLAN.replace(" ", "\u00a0"),
        PLAN.replace("SNV", "S\u00adNV\u200b"),
        PLAN.replace("số 139/KH-SNV", "số: 139 / KH – SNV"),
        PLAN.replace("số 139/KH-SNV", "139/KH- SNV"),
        PLAN.replace("ngày 16/01/2024", ", ngày 16-1-2024,"),
        PLAN.replace("ngày 16/01/2024", "16.01.2024"),
        PLAN.replace("ngày 16/01/2024", "(ngày 16 tháng 01 năm 2024)"),
        PLAN.replace("ngày 16/01/2024 của UBND tỉnh", "của UBND tỉnh ngày 16/01/2024"),
        PLAN.replace(
            "số 139/KH-SNV ngày 16/01/2024 của UBND tỉnh", "ngày 16/01/2024 của UBND tỉnh số 139/KH-SNV"
        ),
        PLAN.replace(" về", " - về"),
        PLAN.replace(" về", ", về"),
        f"- 16/01/2024: {PLAN.replace(' ngày 16/01/2024', '')}",
    ],
)
def test_one_document_is_read_from_each_way_to_write_it(line):
    assert read_documents(line) == (READ,)


def test_a_line_in_capitals_is_read_as_it_stands():
    assert read_documents(PLAN.upper()) == (
        Citation(K.PLAN, "KẾ HOẠCH", "139/KH-SNV", date(2024, 1, 16), "UBND TỈNH", "VỀ HÒA GIẢI Ở CƠ SỞ"),
    )


@pytest.mark.parametrize("written", ["…/KH-SNV", "..../KH-SNV", "      /KH-SNV", "/KH-SNV", "…", "___"])
def test_a_number_left_blank_stays_blank(written):
    assert read_documents(f"Kế hoạch số {written} ngày 05/3/2024") == (
        Citation(K.PLAN, "Kế hoạch", None, date(2024, 3, 5), None, None),
    )


@pytest.mark.parametrize(
    "written", ["ngày 22/9", "ngày 31/9/2024", "tháng 10 năm 2025", "ngày … tháng … năm 2025", ""]
)
def test_an_incomplete_day_is_not_guessed(written):
    found = read_citation(f"Công văn số 5/STP-VP {written} của Sở Tư pháp về việc thống kê")
    assert (found.issued_on, found.issuing_body, found.subject) == (None, "Sở Tư pháp", "về việc thống kê")


@pytest.mark.parametrize(
    ("line", "kind", "as_written"),
    [
        ("Văn bản số 498/SNV-VP", K.OFFICIAL_LETTER, "Văn bản"),
        ("CV 498/SNV-VP", K.OFFICIAL_LETTER, "CV"),
        ("Văn bản số 325/KH-UBND", K.PLAN, "Văn bản"),
        ("QĐ số 12/QĐ-UBND", K.DECISION, "QĐ"),
        ("Chương trình hành động số 06-CTr/TU", K.PROGRAMME, "Chương trình hành động"),
        ("Thông báo kết luận số 45/TB-VP", K.NOTICE, "Thông báo kết luận"),
        ("Quy định số 37-QĐ/TW", K.REGULATION, "Quy định"),
        ("Số: 05/BC-SNV", K.REPORT, ""),
        ("kế hoạch 32/2015/NĐ-CP", K.PLAN, "kế hoạch"),
        ("hoạch 139/KH-SNV", K.PLAN, ""),
    ],
)
def test_the_kind_is_what_the_line_says_and_else_what_the_symbol_says(line, kind, as_written):
    assert [(found.kind, found.kind_as_written) for found in read_documents(line)] == [(kind, as_written)]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("30/2010/TTLT – BGD ĐT – BTP", "30/2010/TTLT-BGDĐT-BTP"),
        ("05/SNV-CCHC&PC", "05/SNV-CCHC&PC"),
        ("61/QĐ-UBND.HC", "61/QĐ-UBND.HC"),
        ("100 TC/QLCS", "100TC/QLCS"),
        ("32-CT/TW", "32-CT/TW"),
        ("01/2026/HĐTKPM/ARAR", "01/2026/HĐTKPM/ARAR"),
        ("63/ 2006/QĐ - UBND", "63/2006/QĐ-UBND"),
        ("12/QĐ-UBND - V/v", "12/QĐ-UBND"),
        ("7/KH-UBND- Về việc", "7/KH-UBND"),
        ("418", "418"),
    ],
)
def test_a_number_is_taken_whole_and_without_inner_spaces(written, number):
    assert [found.number for found in read_documents(f"Quyết định số {written} thi đua")] == [number]


@pytest.mark.parametrize(
    "line",
    [
        "Tuyên truyền 24/7 tại 12/15 xã, 100.000đ/người, tốc độ 60 km/h",
        "Theo QCVN 06:2022/BXD và TCVN ISO 9001:2015, năm 2024-2025",
        "Luật Thủ đô có hiệu lực từ ngày 01/01/2025",
        "Ngày Pháp luật 9/11 theo kế hoạch của tỉnh",
        "Đề án 1928, Chương trình 212, Kế hoạch 5 năm 2021-2025",
        "Sở Nội vụ, số 18/7 phố Hàng Lá; số lượng: 12",
        "Điện thoại 024/3825-1234, phòng 12/A",
    ],
)
def test_what_is_no_document_is_left_alone(line):
    assert read_documents(line) == ()


def test_numbers_in_a_row_share_the_day_the_body_and_the_subject():
    line = "Kế hoạch số 1/KH-CA, 2/KH-CA và số 3/KH-CA ngày 05/3/2024 của Công an tỉnh về tuần tra"
    day = date(2024, 3, 5)
    assert [
        (found.number, found.issued_on, found.issuing_body, found.subject) for found in read_documents(line)
    ] == [
        ("1/KH-CA", day, "Công an tỉnh", "về tuần tra"),
        ("2/KH-CA", day, "Công an tỉnh", "về tuần tra"),
        ("3/KH-CA", day, "Công an tỉnh", "về tuần tra"),
    ]


def test_documents_take_the_body_the_day_and_the_subject_of_the_sentence_around_them():
    line = "Ngày 05/3/2024, UBND tỉnh đã ra Quyết định số 8/QĐ-UBND luân chuyển cán bộ; Kế hoạch số 9/KH-UBND"
    decision, plan = read_documents(line)
    assert (decision.issued_on, decision.issuing_body, decision.subject) == (
        date(2024, 3, 5),
        "UBND tỉnh",
        "luân chuyển cán bộ",
    )
    assert (plan.issued_on, plan.issuing_body) == (None, "UBND tỉnh")
    first, second = read_documents(
        "Ngày 05/3/2024, Sở Y tế ban hành Kế hoạch số 1/KH-SYT và Công văn số 2/SYT-VP"
    )
    assert (
        (second.issued_on, second.issuing_body)
        == (first.issued_on, first.issuing_body)
        == (date(2024, 3, 5), "Sở Y tế")
    )


def test_a_document_named_by_a_subject_is_found_inside_it_and_after_it():
    line = "Công văn số 5/STP-PC về triển khai Nghị định số 9/2024/NĐ-CP của Chính phủ"
    letter, decree = read_documents(line)
    assert letter.subject == "về triển khai Nghị định số 9/2024/NĐ-CP của Chính phủ"
    assert (decree.number, decree.issuing_body, decree.subject) == ("9/2024/NĐ-CP", "Chính phủ", None)


@pytest.mark.parametrize(
    ("rest", "subject"),
    [
        ("về A; hòa giải; tiếp cận pháp luật", "về A; hòa giải; tiếp cận pháp luật"),
        ("về “A; B. Phần 2”; Luật Thủ đô", "về “A; B. Phần 2”"),
        ("về A (sau đây viết tắt là Kế hoạch số 1/KH-UBND)", "về A"),
        ("về A (sửa đổi)", "về A (sửa đổi)"),
        ("về tuần tra. Sở đã triển khai", "về tuần tra"),
        ("về A, Sở Tư pháp hướng dẫn như sau:", "về A"),
        ("về A có hiệu lực thi hành kể từ ngày 01/7/2024", "về A"),
        ("về việc tuyên truyền, thực hiện Luật Thủ đô", "về việc tuyên truyền, thực hiện Luật Thủ đô"),
        ("gửi các phòng, đơn vị hướng dẫn tự kiểm tra", "hướng dẫn tự kiểm tra"),
        (", nhiều hoạt động đã được tổ chức", None),
    ],
)
def test_a_subject_ends_where_the_words_are_no_more_the_documents(rest, subject):
    line = f"Thực hiện Kế hoạch số 1/KH-UBND ngày 05/3/2024 {rest}".replace(" ,", ",")
    assert [found.subject for found in read_documents(line)] == [subject]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số 8/TTr-STP", "Giám đốc Sở Tư pháp"),
        ("Sở đã tham mưu UBND tỉnh ban hành Kế hoạch số 8/KH-UBND", "UBND tỉnh"),
        ("Tại Công văn số 8/UBND-NC ngày 22/9, UBND tỉnh yêu cầu các sở báo cáo", "UBND tỉnh"),
        ("Quyết định số 8/QĐ-BTP quy định mẫu biểu do Bộ trưởng Bộ Tư pháp ban hành", "Bộ trưởng Bộ Tư pháp"),
        ("các Quyết định của Thủ tướng Chính phủ số: 8/QĐ-TTg", "Thủ tướng Chính phủ"),
        (
            "Quyết định số 8/QĐ-TTg của Bộ Bưu chính, Viễn thông (nay là Bộ Thông tin)",
            "Bộ Bưu chính, Viễn thông",
        ),
    ],
)
def test_the_issuing_body_is_found_before_and_after_the_number(line, body):
    assert [found.issuing_body for found in read_documents(line)] == [body]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Luật Dược số 105/2016/QH13;", (K.LAW, "105/2016/QH13", None, "Dược")),
        ("Căn cứ Luật Thống kê ngày 17/6/2003;", (K.LAW, None, date(2003, 6, 17), "Thống kê")),
        ("Bộ luật Dân sự số 91/2015/QH13", (K.CODE, "91/2015/QH13", None, "Dân sự")),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Phí ngày 22/11/2019",
            (K.LAW, None, date(2019, 11, 22), "sửa đổi, bổ sung một số điều của Luật Giá và Luật Phí"),
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục số 44/2009/QH12",
            (K.LAW, "44/2009/QH12", None, "sửa đổi, bổ sung một số điều của Luật Giáo dục"),
        ),
    ],
)
def test_a_law_is_known_by_its_name(line, expected):
    (found,) = read_documents(line)
    assert (found.kind, found.number, found.issued_on, found.subject) == expected


def test_several_documents_in_one_sentence_are_found_in_order():
    line = (
        "Thực hiện Luật Thủ đô số 39/2024/QH15, QĐ 5/QĐ-UBND 02/7/2024 và các văn bản số 6/STP-VP, 7/STP-VP"
    )
    assert brief(line) == [
        (K.LAW, "39/2024/QH15", None),
        (K.DECISION, "5/QĐ-UBND", date(2024, 7, 2)),
        (K.OFFICIAL_LETTER, "6/STP-VP", None),
        (K.OFFICIAL_LETTER, "7/STP-VP", None),
    ]


@pytest.mark.parametrize("line", ["Sở đã ban hành Kế hoạch số 5/KH-STP", "Không có văn bản nào", ""])
def test_a_line_that_does_not_begin_with_a_document_is_about_none(line):
    assert read_citation(line) is None


def test_the_sentence_leaves_out_what_is_missing_and_names_a_law_first():
    missing = {"kind_as_written": "", "number": None, "issued_on": None, "issuing_body": None}
    assert citation_sentence(kind=K.PLAN, subject="về A", **missing) == "Kế hoạch về A"
    law = {**missing, "number": "105/2016/QH13", "issued_on": date(2016, 4, 6)}
    assert citation_sentence(kind=K.LAW, subject="Dược", **law) == "Luật Dược số 105/2016/QH13 ngày 06/4/2016"
    assert READ.sentence == PLAN
