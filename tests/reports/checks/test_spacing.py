"""Spaces and marks out of place are found, but not those of figures, addresses, dates and abbreviations."""

import pytest

from reports.checks.spacing import (
    AFTER_MARK,
    BEFORE_MARK,
    DOUBLED_SPACE,
    INSIDE,
    MISPLACED,
    OUTSIDE,
    TWO_MARKS,
    misplaced_marks,
)
from tests.factories import make_plan
from tests.reports.checks.found import findings, report_saying, texts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("công chức , viên chức", [BEFORE_MARK]),
        ("đã hoàn thành .", [BEFORE_MARK]),
        ("cụ thể như sau :", [BEFORE_MARK]),
        ("hội nghị ; hội thảo", [BEFORE_MARK]),
        ("công chức,viên chức", [AFTER_MARK]),
        ("năm 2024,Sở đã tổ chức", [AFTER_MARK]),
        ("đạt kết quả.Các phòng", [AFTER_MARK]),
        ("như sau:Phổ biến", [AFTER_MARK]),
        ("hội nghị;hội thảo", [AFTER_MARK]),
        ("công chức,, viên chức", [TWO_MARKS]),
        ("đã hoàn thành..", [TWO_MARKS]),
        ("trong năm 2024.;", [TWO_MARKS]),
        ("hội nghị ;, hội thảo", [BEFORE_MARK, TWO_MARKS]),
        ("như sau: ; một", [TWO_MARKS]),
        ("Luật Thủ đô ( sửa đổi)", [INSIDE]),
        ("Luật Thủ đô (sửa đổi )", [INSIDE]),
        ("“ Ngày Pháp luật”", [INSIDE]),
        ("pháp luật(PBGDPL)", [OUTSIDE]),
        ("Điều 304(sửa đổi)", [OUTSIDE]),
        ("công chức,viên chức Sở VH,TT&DL", [AFTER_MARK]),
        ("(sửa đổi)và Luật Đất đai", [OUTSIDE]),
        ("hưởng ứng“Ngày Pháp luật”", [OUTSIDE]),
    ],
)
def test_a_mark_out_of_place_is_found(text, message):
    assert [what for _, what in misplaced_marks(text)] == message


@pytest.mark.parametrize(
    "text",
    [
        "Có 1.245 lượt người, 12,5% và 3.000.000 đồng; tỷ lệ 1:10, lúc 8:30 và 14 : 00.",
        "ngày 05/3, 30-31/7/2024, 16.01.2024; số 139/KH-SKHCN, 06-CTr/TU, TCVN ISO 9001:2015.",
        "https://phobien.gov.vn:8080/a,b;c, www.so.gov.vn, sokhcn@hanoi.gov.vn, dichvucong.gov.vn.",
        "tài liệu, tờ gấp, v.v. và sách, v.v., báo, v.v.; hết v.v...",
        "báo cáo theo quy định./.",
        "Số: …/KH-UBND ngày … tháng … năm 2024; số ...../BC, ngày .. tháng .., (…)",
        "TP. Hà Nội, TP.HCM, Tp.Hồ Chí Minh, ThS. Lê, PGS.TS. Trần, Q.1, Nxb. Tư pháp, Tr.15",
        "a) một; b) hai; Điều 5, khoản 2 (điểm a); người(s), 5(a), ( ), [x]",
        "“Ngày Pháp luật”, (Thông tư số 03/2018/TT-BTP); (PBGDPL): đạt; “Luật”.",
        "kinh tế - xã hội, Thi đua-Khen thưởng, và/hoặc, 24/7, C#, .NET, .docx, báo_cáo.pdf.",
        "Lưu: VT, VP_(VT Giang), PBGDPL(5b), 6(a), x2(b).",
        "Sở VH,TT&DL, Sở VHTT&DL, LĐ-TB&XH; từ 01/01/2024-31/10/2024; “…đúng hạn…”; áp phích,...; tờ gấp…, sách",
        "Số . . . . /BC",
    ],
)
def test_marks_in_their_place_are_left_alone(text):
    assert list(misplaced_marks(text)) == []


def test_the_words_around_are_shown_whole(department):
    report = report_saying(department, "Các phòng, đơn vị đã triển khai nghiêm túc , đúng hạn trong cả năm.")
    [finding] = findings(report, MISPLACED)
    assert finding.text == (
        "“khai nghiêm túc , đúng hạn trong” (mục “Kết quả”): thừa dấu cách trước dấu câu. Bỏ dấu cách."
    )


def test_what_a_listing_adds_to_a_row_counts(department):
    make_plan(department, number="8/KH-SXD", subject="về kiểm tra năm 2024.")
    report = report_saying(department, "[[văn bản đã ban hành]]")
    [text] = texts(report, MISPLACED)
    assert "năm 2024..” (Kế hoạch số 8/KH-SXD): hai dấu câu liền nhau. Bỏ một dấu." in text


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("một  hai", 1),
        ("một  hai   ba", 2),
        ("một\u00a0 hai", 1),
        ("- một  hai\n- ba", 1),
        ("a) một\n\nhai  ba", 1),
    ],
)
def test_doubled_spaces_are_counted_a_section(department, body, count):
    [finding] = findings(report_saying(department, body), DOUBLED_SPACE)
    assert finding.text == f"Mục “Kết quả” có {count} chỗ hai dấu cách liền nhau. Bỏ một dấu cách."


@pytest.mark.parametrize(
    "body",
    [
        "một hai",
        "  một hai",
        "một hai   ",
        "| STT  | Nội dung   |\n| 1  | một   |",
        "một\n\n  hai",
        "-  một",
        "a)  một",
    ],
)
def test_spaces_that_only_arrange_the_typed_text_are_none(department, body):
    assert findings(report_saying(department, body), DOUBLED_SPACE) == []
