"""The end of a report in many formattings: closing words, Nơi nhận, signature, contact, annexes."""

from dataclasses import replace
from datetime import date

import pytest

from reports.document.tree import Annex, BulletList, Paragraph, Section, Signature, Table
from reports.reading.report import read_text
from tests.reports.reading.report.reading import KIND

TABLE = Table((("TT", "Việc"), ("1", "Hội nghị")))
ROWS = "TT\tViệc\n1\tHội nghị"
LONG = " ".join(["nhiều"] * 50)
REFERENCE = "(Kèm theo Báo cáo số 5/BC-SYT ngày 02/12/2024 của Sở Y tế)"

RECIPIENTS = ("Như trên", "Sở Tư pháp (để b/c)", "Lưu: VT, VP")
SIGNATURE = Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Thị Lan")

DRESSES = {
    "recipients first": (
        "Nơi nhận:\n- Như trên;\n- Sở Tư pháp (để b/c);\n- Lưu: VT, VP.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTrần Thị Lan"
    ),
    "signature first": (
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nTrần Thị Lan\n"
        "Nơi nhận:\n- Như trên;\n- Sở Tư pháp (để b/c);\n- Lưu: VT, VP."
    ),
    "side by side with spaces": (
        "Nơi nhận:                      KT. GIÁM ĐỐC\n- Như trên;                    PHÓ GIÁM ĐỐC\n"
        "- Sở Tư pháp (để b/c);\n- Lưu: VT, VP.\n\n                               Trần Thị Lan"
    ),
    "side by side with two spaces": (
        "Nơi nhận:  KT. GIÁM ĐỐC\n- Như trên;  PHÓ GIÁM ĐỐC\n- Sở Tư pháp (để b/c);\n- Lưu: VT, VP.\n\tTrần Thị Lan"
    ),
    "side by side with tabs": (
        "Nơi nhận:\tKT. GIÁM ĐỐC\n- Như trên;\tPHÓ GIÁM ĐỐC\n"
        "- Sở Tư pháp (để b/c);\t[đã ký]\n- Lưu: VT, VP.\tTrần Thị Lan"
    ),
    "recipients broken over lines": (
        "Nơi nhận:\n- Như trên;\n- Sở Tư pháp\n(để b/c);\n- Lưu: VT,\nVP.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Thị Lan"
    ),
    "recipients on one line": (
        "Nơi nhận: Như trên; Sở Tư pháp (để b/c); Lưu: VT, VP.\nKT. Giám đốc\nPhó Giám đốc\nTrần Thị Lan"
    ),
}


def read(tail):
    return read_text(f"{KIND}Sở báo cáo như sau:\nI. KẾT QUẢ\nTốt.\nTrên đây là báo cáo./.\n{tail}")


@pytest.mark.parametrize("tail", DRESSES.values(), ids=DRESSES)
def test_recipients_and_signature_are_read_in_any_dress(tail):
    report = read(tail)
    authority = tuple(line.upper() for line in report.signature.authority)
    assert (report.recipients, replace(report.signature, authority=authority)) == (RECIPIENTS, SIGNATURE)
    assert (report.body[1:], report.closing) == (
        (Section("KẾT QUẢ", (Paragraph("Tốt."),)),),
        "Trên đây là báo cáo./.",
    )


def test_recipients_may_lack_their_marks():
    report = read("GIÁM ĐỐC\nLê An\nNơi nhận:\n- Như trên\n- Lưu: VT")
    assert (report.recipients, report.annexes) == (("Như trên", "Lưu: VT"), ())


def test_other_words_of_the_end_stay_text():
    report = read("GIÁM ĐỐC\nLê An\nBản này thay bản gửi trước.")
    assert report.body[-1].blocks[-1] == Paragraph("Bản này thay bản gửi trước.")


def test_a_table_right_before_the_end_is_kept():
    report = read_text(f"{KIND}I. SỐ LIỆU\n{ROWS}\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLê An")
    assert report.body == (Section("SỐ LIỆU", (TABLE,)),)


def test_words_of_the_body_are_no_tail():
    report = read_text(
        f"{KIND}I. KẾT QUẢ\nNơi nhận hồ sơ là bộ phận một cửa.\nGIÁM ĐỐC\nTốt.\nTrên đây là báo cáo./.\nGIÁM ĐỐC\nLê An"
    )
    assert (len(report.body[0].blocks), report.annexes) == (3, ())
    assert report.signature == Signature(("GIÁM ĐỐC",), "Lê An")


@pytest.mark.parametrize(
    ("lines", "signature"),
    [
        ("GIÁM ĐỐC\nLê An", Signature(("GIÁM ĐỐC",), "Lê An")),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê An", Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê An")),
        ("TUQ. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nLÊ AN", Signature(("TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "LÊ AN")),
        ("TRƯỞNG BAN\nThS. Lê An", Signature(("TRƯỞNG BAN",), "ThS. Lê An")),
        (
            "TM. ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nCHỦ TỊCH\nLê An",
            Signature(("TM. ỦY BAN NHÂN DÂN", "TỈNH LAI CHÂU", "CHỦ TỊCH"), "Lê An"),
        ),
        ("GIÁM ĐỐC", Signature(("GIÁM ĐỐC",), "")),
    ],
)
def test_offices_of_many_kinds_sign(lines, signature):
    assert read(lines).signature == signature
    assert read(f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n{lines}").signature == signature


def test_closing_words_may_be_several_paragraphs():
    report = read_text(
        f"{KIND}I. KẾT QUẢ\nTốt.\nTrên đây là báo cáo của Sở.\nĐề nghị Sở Tư pháp tổng hợp./.\nGIÁM ĐỐC\nLê An"
    )
    assert report.closing == "Trên đây là báo cáo của Sở. Đề nghị Sở Tư pháp tổng hợp./."


def test_polite_last_words_close_the_report_without_the_usual_start():
    report = read_text(f"{KIND}I. KẾT QUẢ\nTốt.\nSở Y tế kính báo cáo./.\nGIÁM ĐỐC\nLê An")
    assert report.closing == "Sở Y tế kính báo cáo./."


def test_a_last_bullet_is_not_the_closing():
    report = read_text(f"{KIND}I. KẾT QUẢ\n- Đề nghị một;\n- Đề nghị hai./.\nGIÁM ĐỐC\nLê An")
    assert report.closing == ""
    assert report.body == (Section("KẾT QUẢ", (BulletList(("Đề nghị một;", "Đề nghị hai./.")),)),)


def test_the_place_and_date_may_stand_above_the_signature():
    report = read("\nHuế, ngày 02 tháng 12 năm 2024\nGIÁM ĐỐC\nLê An")
    assert report.closing == "Trên đây là báo cáo./."
    assert (report.letterhead.place, report.letterhead.issued_on) == ("Huế", date(2024, 12, 2))
    assert report.signature == Signature(("GIÁM ĐỐC",), "Lê An")


def test_the_address_is_the_contact():
    report = read("GIÁM ĐỐC\nLê An\nĐịa chỉ: 1 phố Huế; điện thoại: 024.3333")
    assert report.letterhead.contact == "Địa chỉ: 1 phố Huế; điện thoại: 024.3333"


@pytest.mark.parametrize(
    ("lines", "annexes"),
    [
        (f"PHỤ LỤC\nSỐ LIỆU NĂM 2024\n{ROWS}", (Annex("SỐ LIỆU NĂM 2024", (TABLE,)),)),
        (f"Phụ lục I\nSố liệu năm 2024\n{ROWS}", (Annex("SỐ LIỆU NĂM 2024", (TABLE,)),)),
        (f"PHỤ LỤC 01: SỐ LIỆU\n{ROWS}", (Annex("SỐ LIỆU", (TABLE,)),)),
        (f"PHỤ LỤC SỐ LIỆU\n{ROWS}", (Annex("SỐ LIỆU", (TABLE,)),)),
        (f"BIỂU TỔNG HỢP\n{ROWS}", (Annex("BIỂU TỔNG HỢP", (TABLE,)),)),
        (ROWS, (Annex("", (TABLE,)),)),
        ("1. Hội nghị một.", (Annex("", (Paragraph("1. Hội nghị một."),)),)),
        (f"{LONG}.", (Annex("", (Paragraph(f"{LONG}."),)),)),
        ("PHỤ LỤC\nSỐ LIỆU", (Annex("SỐ LIỆU"),)),
        (
            f"PHỤ LỤC\nSỐ LIỆU\n{REFERENCE.replace(' ngày', chr(10) + 'ngày')}\n{ROWS}",
            (Annex("SỐ LIỆU", (TABLE,)),),
        ),
        (f"PHỤ LỤC\n{REFERENCE}\nSỐ LIỆU\n{ROWS}", (Annex("SỐ LIỆU", (TABLE,)),)),
        (
            f"Phụ lục I\nSỐ LIỆU\n{ROWS}\nPhụ lục II\nDANH SÁCH\nLê An.",
            (Annex("SỐ LIỆU", (TABLE,)), Annex("DANH SÁCH", (Paragraph("Lê An."),))),
        ),
        ("Phụ lục III\nSỐ LIỆU\nHết.", (Annex("Phụ lục III SỐ LIỆU", (Paragraph("Hết."),)),)),
    ],
)
def test_annexes_are_recognised_by_label_title_and_reference(lines, annexes):
    head = "SỞ Y TẾ\nSố: 5/BC-SYT\nHuế, ngày 02 tháng 12 năm 2024\n"
    report = read_text(f"{head}{KIND}Tốt.\nTrên đây là báo cáo./.\nGIÁM ĐỐC\nLê An\n{lines}")
    assert (report.annexes, report.signature) == (annexes, Signature(("GIÁM ĐỐC",), "Lê An"))


def test_a_reference_with_a_blank_date_is_the_one_that_will_be_printed():
    report = read_text(
        "SỞ Y TẾ\nSố:    /BC-SYT\nHuế, ngày    tháng 12 năm 2024\n"
        f"{KIND}Tốt.\nTrên đây là báo cáo./.\nGIÁM ĐỐC\nLê An\n"
        "PHỤ LỤC\nSỐ LIỆU\n(Kèm theo Báo cáo số   /BC-SYT ngày   /12/2024 của Sở Y tế tỉnh)\nHết."
    )
    assert (report.author, report.annexes[0].blocks) == ("Sở Y tế tỉnh", (Paragraph("Hết."),))


def test_a_reference_whose_words_differ_by_their_marks_alone_is_kept():
    line = "(Kèm theo Báo cáo số 5/BC-SYT của Sơ Tê)"
    report = read_text(f"SỞ Y TẾ\nSố: 5/BC-SYT\n{KIND}I. KẾT QUẢ\nTốt.\nPHỤ LỤC\nSỐ LIỆU\n{line}\nHết.")
    assert report.annexes[0].blocks == (Paragraph(line), Paragraph("Hết."))


def test_a_reference_that_will_not_be_printed_stays_text():
    lines = "PHỤ LỤC\nSỐ LIỆU\n(Kèm theo Công văn số 9/STP của Sở Tư pháp)\nHết."
    (annex,) = read(f"GIÁM ĐỐC\nLê An\n{lines}").annexes
    assert annex.blocks == (Paragraph("(Kèm theo Công văn số 9/STP của Sở Tư pháp)"), Paragraph("Hết."))


def test_a_sentence_about_an_annex_is_no_annex():
    report = read_text(f"{KIND}I. KẾT QUẢ\nPhụ lục I kèm theo báo cáo nêu rõ số liệu.\nTốt.")
    assert (report.annexes, len(report.body[0].blocks)) == ((), 2)
