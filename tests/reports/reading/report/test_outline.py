"""Numbered lines become headings, points or plain text, and the number that is printed stays the same."""

import pytest

from reports.document.text import to_text
from reports.document.tree import BulletList, LetteredList, Numbering, Paragraph, Section, Table
from reports.reading.report import read_text
from tests.reports.reading.report.reading import KIND, body, outline

LONG = "Trong năm, Sở đã tổ chức nhiều hội nghị; các phòng đã phối hợp chặt chẽ với địa phương."


def printed(*lines):
    """Return the lines that the text of a report prints again, after its opening."""
    text = to_text(read_text(KIND + "Sở báo cáo như sau:\n" + "\n".join(lines)))
    return text.split("như sau:\n")[1].splitlines()


def test_parts_clauses_and_points_with_headings():
    lines = ("I. KẾT QUẢ", "1. Chỉ đạo", "a) Văn bản", LONG, "b) Hội nghị", LONG, "2. Kinh phí", LONG)
    assert body(*lines) == (
        Section(
            "KẾT QUẢ",
            (
                Section(
                    "Chỉ đạo",
                    (Section("Văn bản", (Paragraph(LONG),)), Section("Hội nghị", (Paragraph(LONG),))),
                ),
                Section("Kinh phí", (Paragraph(LONG),)),
            ),
        ),
    )


def test_clauses_of_clauses_make_the_numbering_decimal():
    report = read_text(
        f"{KIND}I. KẾT QUẢ\n1. Chỉ đạo\n1.1. Văn bản\n{LONG}\n1.2 Hội nghị\n{LONG}\na) Một;\nb) Hai."
    )
    assert report.numbering is Numbering.DECIMAL
    assert list(outline(report.body)) == [(1, "KẾT QUẢ"), (2, "Chỉ đạo"), (3, "Văn bản"), (3, "Hội nghị")]


@pytest.mark.parametrize("closer", [". ", ".", "- ", "/ ", ") ", ".\t"])
def test_numbers_may_be_closed_in_many_ways(closer):
    lines = (
        f"I{closer}Kết quả",
        f"1{closer}Chỉ đạo",
        LONG,
        f"2{closer}Kinh phí",
        LONG,
        f"II{closer}Đề xuất",
        LONG,
    )
    assert list(outline(body(*lines))) == [(1, "KẾT QUẢ"), (2, "Chỉ đạo"), (2, "Kinh phí"), (1, "ĐỀ XUẤT")]


@pytest.mark.parametrize(
    "lines",
    [
        ("01. Chỉ đạo", LONG, "02. Kinh phí", LONG),
        ("1. Chỉ đạo", LONG, f"2. {LONG}", "3. Kinh phí", LONG),
        (f"1. {LONG}", f"2. {LONG}"),
        ("1. Hội nghị một", "2. Hội nghị hai", "3. Hội nghị ba"),
        ("a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "e) Năm."),
        ("b) Hai;", "c) Ba."),
        ("a) Một:", "- gạch;", "b) Hai."),
        ("(1) Một;", "(2) Hai."),
        ("i) Một;", "ii) Hai."),
        ("1. Chỉ đạo ........ 3", "2. Kinh phí ........ 5"),
    ],
)
def test_numbers_that_would_change_or_are_no_headings_stay_as_written(lines):
    assert printed("I. KẾT QUẢ", *lines) == ["I. KẾT QUẢ", *lines]


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        (("1. Chỉ đạo", LONG, "2. Kinh phí", LONG), [(1, "CHỈ ĐẠO"), (1, "KINH PHÍ")]),
        (
            ("1. Chỉ đạo", "1.1. Văn bản", "1.1.1. Kế hoạch", LONG, "1.2. Khác", LONG, "2. Kinh phí", LONG),
            [(1, "CHỈ ĐẠO"), (2, "Văn bản"), (3, "Kế hoạch"), (2, "Khác"), (1, "KINH PHÍ")],
        ),
        (
            (
                "A. KẾT QUẢ",
                "I. Chỉ đạo",
                "1. Văn bản",
                "a) Kế hoạch:",
                LONG,
                "b) Khác:",
                LONG,
                "B. ĐỀ XUẤT",
                LONG,
            ),
            [(1, "KẾT QUẢ"), (2, "Chỉ đạo"), (3, "Văn bản"), (4, "Kế hoạch:"), (4, "Khác:"), (1, "ĐỀ XUẤT")],
        ),
        (
            ("Phần thứ nhất", "KẾT QUẢ", "I. Chỉ đạo", LONG, "Phần thứ hai. NHIỆM VỤ", "I. Hội nghị", LONG),
            [(1, "KẾT QUẢ"), (2, "Chỉ đạo"), (1, "NHIỆM VỤ"), (2, "Hội nghị")],
        ),
        (
            ("CÔNG TÁC CHỈ ĐẠO", "1. Văn bản", LONG, "2. Kinh phí", LONG, "KIẾN NGHỊ, ĐỀ XUẤT", LONG),
            [(1, "CÔNG TÁC CHỈ ĐẠO"), (2, "Văn bản"), (2, "Kinh phí"), (1, "KIẾN NGHỊ, ĐỀ XUẤT")],
        ),
        (
            (
                "PHẦN I: CHUNG",
                "1. Thuận lợi",
                LONG,
                "PHẦN II: RIÊNG",
                "A. Sở",
                LONG,
                "1. Phòng",
                LONG,
                "B. Xã",
                LONG,
            ),
            [(1, "CHUNG"), (2, "Thuận lợi"), (1, "RIÊNG"), (2, "Sở"), (3, "Phòng"), (2, "Xã")],
        ),
        (
            ("I. KẾT QUẢ", "1. Chỉ đạo", LONG, "1. Kiểm tra", LONG, "4. Kinh phí", LONG),
            [(1, "KẾT QUẢ"), (2, "Chỉ đạo"), (2, "Kiểm tra"), (2, "Kinh phí")],
        ),
        (
            ("I. KẾT QUẢ", "- Công tác hội nghị:", LONG, "- Công tác tuyên truyền:", LONG),
            [(1, "KẾT QUẢ"), (2, "Công tác hội nghị:"), (2, "Công tác tuyên truyền:")],
        ),
    ],
)
def test_an_outline_is_found_by_the_order_in_which_its_signs_nest(lines, headings):
    assert list(outline(read_text(KIND + "Sở báo cáo như sau:\n" + "\n".join(lines)).body)) == headings


def test_a_heading_and_its_text_on_one_line_are_parted():
    lines = ("I. KẾT QUẢ", "1. Công tác chỉ đạo: " + LONG, "2. Kinh phí: " + LONG)
    assert body(*lines) == (
        Section(
            "KẾT QUẢ",
            (
                Section("Công tác chỉ đạo:", (Paragraph(LONG),)),
                Section("Kinh phí:", (Paragraph(LONG),)),
            ),
        ),
    )


def test_a_list_of_numbers_below_a_heading_is_not_taken_for_headings():
    lines = ("I. KẾT QUẢ", "1. Chỉ đạo", "1. Một là, xong;", "2. Hai là, xong.", "2. Kinh phí", LONG)
    assert list(outline(body(*lines))) == [(1, "KẾT QUẢ"), (2, "Chỉ đạo"), (2, "Kinh phí")]


def test_parts_in_capitals_are_counted_right_where_the_writer_was_wrong():
    lines = ("I. KẾT QUẢ", LONG, "II. ĐÁNH GIÁ", LONG, "II. KIẾN NGHỊ", LONG)
    assert printed(*lines) == [*lines[:4], "III. KIẾN NGHỊ", LONG]


def test_a_heading_may_end_like_a_sentence_and_have_nothing_under_it():
    lines = ("I. Kết quả.", "1. Chỉ đạo:", LONG, "2. Kinh phí.", LONG, "3. Khác")
    assert [depth for depth, _ in outline(body(*lines))] == [1, 2, 2, 2]


def test_points_are_a_list_in_the_order_of_the_vietnamese_alphabet():
    lines = ("a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "đ) Năm;", "e) Sáu.")
    (points,) = body(*lines)
    assert isinstance(points, LetteredList)
    assert [item.text for item in points.items] == ["Một;", "Hai;", "Ba;", "Bốn;", "Năm;", "Sáu."]
    assert printed(*lines) == list(lines)


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (("- một", "– hai", "−ba"), (BulletList(("một", "hai", "ba")),)),
        (("+ một", "+ hai"), (BulletList(("một", "hai"), "+"),)),
        (("• một", "• hai"), (BulletList(("một", "hai")),)),
        (("* một", "* hai"), (BulletList(("một", "hai")),)),
        (("\uf0b7\tmột", "\uf0a7 hai"), (BulletList(("một", "hai")),)),
        (
            ("- một", "+ con", "• con", "- hai"),
            (BulletList(("một",)), BulletList(("con", "con"), "+"), BulletList(("hai",))),
        ),
        (
            ("• một", "- con", "• hai"),
            (BulletList(("một",)), BulletList(("con",), "+"), BulletList(("hai",))),
        ),
        (("* Cấp tỉnh:", "- một"), (Paragraph("* Cấp tỉnh:"), BulletList(("một",)))),
        (("-5 độ C", "+10 điểm"), (Paragraph("-5 độ C"), Paragraph("+10 điểm"))),
    ],
)
def test_bullets_of_every_sign(lines, blocks):
    assert body(*lines) == blocks


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (
            ("TT\tViệc\tSố", "1\tMột\t5", "2\tHai"),
            (Table((("TT", "Việc", "Số"), ("1", "Một", "5"), ("2", "Hai", ""))),),
        ),
        (("| TT | Việc |", "|---|---|", "| 1 | Một |"), (Table((("TT", "Việc"), ("1", "Một"))),)),
        (("TT | Việc", "1 | Một"), (Table((("TT", "Việc"), ("1", "Một"))),)),
        (("1.\tMột;", "2.\tHai."), (Paragraph("1. Một;"), Paragraph("2. Hai."))),
        (("Một\tdòng.",), (Paragraph("Một dòng."),)),
    ],
)
def test_rows_between_tabs_or_bars_are_a_table(lines, blocks):
    assert body(*lines) == blocks


def test_a_part_begins_a_line_in_a_text_of_one_width():
    text = "Sở đã tổ chức tuyên truyền cho công chức, viên chức của ngành về các quy định mới."
    clauses = [line for number in range(1, 6) for line in (f"{number}. Việc {number}", text)]
    found = [*outline(body("Phần I", "KẾT QUẢ", *clauses, "Phần II", "NHIỆM VỤ", *clauses))]
    assert [heading for depth, heading in found if depth == 1] == ["KẾT QUẢ", "NHIỆM VỤ"]


def test_an_annex_with_numbers_of_its_own_keeps_them():
    report = read_text(
        f"{KIND}Sở báo cáo như sau:\nA. KẾT QUẢ\nTốt.\nB. HẠN CHẾ\nÍt.\nTrên đây là báo cáo./.\n"
        "PHỤ LỤC\nDANH MỤC\nI. VĂN BẢN\nCó.\nII. KẾ HOẠCH\nCó."
    )
    assert report.numbering is Numbering.CAPITALS
    assert [block.text for block in report.annexes[0].blocks] == ["I. VĂN BẢN", "Có.", "II. KẾ HOẠCH", "Có."]
