"""A report of another body in other formatting is read rightly, from text and from a messy Word file alike."""

from collections import Counter
from datetime import date

import pytest

from reports.document.text import to_text
from reports.document.tree import BulletList, LetteredList, Letterhead, Numbering, Paragraph, Signature, Table
from reports.reading.report import read_report, read_word
from tests.reports.reading.report.messy_word import OTHER_FORMATTING, messy_word, other_formatting
from tests.reports.reading.report.reading import lost_words, outline, section, words


@pytest.fixture(scope="module")
def report():
    return other_formatting()


def test_the_messy_word_file_reads_as_the_same_report(report):
    assert read_word(messy_word()) == report


def test_the_file_may_come_with_a_mark_at_its_start_and_other_line_ends(report):
    data = OTHER_FORMATTING.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig")
    assert read_report(data, "bao-cao.txt") == report


def test_the_letterhead_is_read_from_both_halves_of_the_page(report):
    assert report.letterhead == Letterhead(
        parent_body="UBND TỈNH THÁI NGUYÊN",
        issuing_body="SỞ TÀI CHÍNH",
        number="3186/BC-STC",
        place="Thái Nguyên",
        issued_on=date(2024, 11, 8),
    )
    assert report.author == "Sở Tài chính tỉnh Thái Nguyên"


def test_the_titles_stand_on_one_line_each(report):
    assert (report.kind, report.subject, report.period_note) == (
        "BÁO CÁO",
        "Tình hình phổ biến, giáo dục pháp luật của ngành Tài chính tỉnh Thái Nguyên năm 2024 "
        "và dự kiến công việc năm 2025",
        "(Số liệu tính từ ngày 01/01/2024 đến hết ngày 31/10/2024)",
    )


def test_addressees_legal_bases_and_opening_are_separated(report):
    assert report.addressees == (
        "Ủy ban nhân dân tỉnh Thái Nguyên",
        "Sở Tư pháp tỉnh Thái Nguyên",
        "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh",
    )
    assert [basis.split()[:2] for basis in report.legal_bases] == [
        ["Căn", "cứ"],
        ["Căn", "cứ"],
        ["Thực", "hiện"],
    ]
    assert [basis[-1] for basis in report.legal_bases] == [";", ";", "."]
    assert report.body[0] == Paragraph("Sở Tài chính tỉnh Thái Nguyên xin báo cáo các nội dung như sau:")


def test_its_own_outline_is_read(report):
    assert report.numbering is Numbering.DECIMAL
    assert list(outline(report.body)) == [
        (1, "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"),
        (2, "Văn bản của cấp trên được quán triệt"),
        (2, "Văn bản do Sở ban hành"),
        (3, "Kế hoạch và quyết định"),
        (3, "Công văn hướng dẫn"),
        (1, "KẾT QUẢ THỰC HIỆN"),
        (2, "Hoạt động phổ biến trực tiếp"),
        (3, "Hội nghị, tập huấn"),
        (3, "Đối tượng được phổ biến"),
        (2, "Ứng dụng công nghệ thông tin"),
        (2, "Kinh phí"),
        (1, "ĐÁNH GIÁ CHUNG"),
        (2, "Ưu điểm"),
        (2, "Hạn chế và nguyên nhân"),
        (1, "DỰ KIẾN NHIỆM VỤ NĂM 2025"),
        (1, "KIẾN NGHỊ"),
    ]


def test_bullets_of_three_signs_are_lists(report):
    assert [len(block.items) for block in section(report, 1, 2, 1) if isinstance(block, BulletList)] == [8]
    events = section(report, 2, 1, 1)[1]
    assert isinstance(events, BulletList)
    assert (events.mark, [item.split()[:2] for item in events.items]) == (
        "-",
        [["Hội", "nghị"], ["Lớp", "tập"], ["Tọa", "đàm"], ["Cuộc", "thi"]],
    )
    assert section(report, 2, 2)[1:4] == (
        BulletList(("Tin, bài:",)),
        BulletList(("Tin hoạt động: 96 tin;", "Bài phân tích quy định mới: 31 bài."), "+"),
        BulletList(("Tài liệu số: 22 tờ gấp, 05 đoạn phim ngắn.",)),
    )


def test_points_are_a_lettered_list(report):
    (points,) = section(report, 2, 1, 2)
    assert isinstance(points, LetteredList)
    assert [item.text.partition(":")[0] for item in points.items] == [
        "Đối với công chức, viên chức và người lao động của ngành",
        "Đối với doanh nghiệp, hợp tác xã",
        "Đối với người dân",
    ]


def test_several_documents_in_a_sentence_stay_a_sentence(report):
    (sentence,) = section(report, 1, 2, 2)
    assert isinstance(sentence, Paragraph)
    assert sentence.text.count("Công văn số") == 2


def test_a_paragraph_cut_by_a_page_is_whole(report):
    cut = section(report, 2, 1, 1)[-1]
    assert isinstance(cut, Paragraph)
    assert "thành phố Sông Công và thành phố Phổ Yên" in cut.text


def test_numbers_that_are_no_headings_stay_as_printed(report):
    assert section(report, 3, 2)[1:] == (
        Paragraph("1) Báo cáo viên đều làm kiêm nhiệm, lịch công tác chồng chéo;"),
        Paragraph("2) Kinh phí được giao sau ngày 31/3 nên khó chủ động."),
    )


def test_the_table_is_a_table(report):
    assert section(report, 2, 2)[-1] == Table(
        (
            ("STT", "Nội dung", "Đơn vị tính", "Kết quả"),
            ("1", "Hội nghị, lớp tập huấn", "cuộc", "12"),
            ("2", "Lượt người tham dự", "lượt người", "2.145"),
            ("3", "Tài liệu phát miễn phí", "bản", "6.800"),
        )
    )


def test_the_end_is_recognised(report):
    assert (report.closing[:12], report.closing[-3:]) == ("Trên đây là ", "./.")
    assert report.recipients == (
        "Như trên",
        "Giám đốc Sở (để báo cáo)",
        "Các phòng thuộc Sở",
        "Lưu: VT, VP (Hạnh, 06b)",
    )
    assert report.signature == Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lục Thị Thanh Vân")


def test_the_annex_stands_behind(report):
    (annex,) = report.annexes
    assert annex.title == "DANH MỤC CÁC CUỘC TUYÊN TRUYỀN TẠI CƠ SỞ"
    table, note = annex.blocks
    assert isinstance(table, Table)
    assert table.rows[2] == ("2", "Thành phố Sông Công", "19/4/2024", "140")
    assert note == Paragraph("Ghi chú: Số người do đơn vị đăng cai tổng hợp.")


def test_no_word_is_lost_but_the_sign_that_it_was_signed(report):
    source = OTHER_FORMATTING.read_text(encoding="utf-8").replace("HOÀ", "HÒA")
    assert lost_words(source, to_text(report)) == Counter(["đã", "ký"])


def test_the_text_itself_comes_out_word_for_word_in_its_order(report):
    source, printed = (
        words(text[text.index("I. CÔNG TÁC") : text.index("Nơi nhận")])
        for text in (OTHER_FORMATTING.read_text(encoding="utf-8"), to_text(report))
    )
    assert printed == source
