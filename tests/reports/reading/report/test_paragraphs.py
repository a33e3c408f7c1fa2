"""Paragraphs that a page or a narrow window cut in two are joined, and whole ones are not."""

import time

import pytest

from reports.document.tree import BulletList, Paragraph, Section
from reports.reading.report import read_text
from tests.reports.reading.report.reading import KIND, body

FIRST = "Sở đã phối hợp với các phòng, đơn vị và chính quyền các địa phương để triển khai"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FIRST, "các nội dung trên."),
        (f"{FIRST} theo hướng dẫn của UBND thành phố Hải", "Phòng và của Sở Tư pháp."),
        (f"{FIRST} theo hướng dẫn của", "Bộ Tư pháp."),
        (f"{FIRST} tại thành phố", "Hải Phòng."),
        (f"{FIRST} Kế hoạch số", "12/KH-SYT ngày 05/3/2024."),
        (f"{FIRST} từ ngày", "05/3/2024."),
        (f"{FIRST} công tác này,", "Sở Tư pháp cũng vậy."),
        ("Ngắn nhưng chưa hết", "thì nối."),
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_halves_of_a_paragraph_are_joined(before, after, gap):
    assert body(f"{before}\n{gap}{after}") == (Paragraph(f"{before} {after}"),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{FIRST}.", "đoạn này viết thường."),
        (f"{FIRST}:", "đoạn này viết thường."),
        (f"{FIRST};", "đoạn này viết thường."),
        (f"{FIRST} xong”.", "đoạn này viết thường."),
        (f"{FIRST} tại thành phố Hải Phòng", "Kinh phí được bảo đảm."),
        (f"{FIRST} của Sở", "Ngoài ra, việc khác cũng xong."),
        (f"{FIRST} công tác PBGDPL", "Kinh phí được bảo đảm."),
        ("Tồn tại, hạn chế", "Kinh phí còn ít."),
    ],
)
def test_whole_paragraphs_stay_apart(before, after):
    assert body(before, after) == (Paragraph(before), Paragraph(after))


def test_bullets_and_points_are_joined_too():
    assert body(f"- {FIRST}", "các nội dung trên;", "- hai.") == (
        BulletList((f"{FIRST} các nội dung trên;", "hai.")),
    )


def test_a_heading_does_not_swallow_its_text():
    lines = (
        "I. KẾT QUẢ",
        "1. Kết quả triển khai Luật và các chương trình, đề án của thành phố Hải",
        "Sở tốt.",
    )
    assert body(*lines, "2. Khác", "Tốt.")[0].blocks[0] == Section(lines[1][3:], (Paragraph("Sở tốt."),))
    assert body("I. KẾT QUẢ", "trong năm đã tốt.") == (Section("KẾT QUẢ", (Paragraph("trong năm đã tốt."),)),)


def test_a_heading_of_a_part_may_take_two_lines():
    assert body("I. KẾT QUẢ CÔNG TÁC", "NĂM 2024", "Tốt.") == (
        Section("KẾT QUẢ CÔNG TÁC NĂM 2024", (Paragraph("Tốt."),)),
    )


def wrapped(text, width=60):
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def test_a_text_of_narrow_lines_is_read_by_its_empty_lines():
    sentences = [
        f"{FIRST} việc thứ {number}. Kinh phí năm {number} đã được bảo đảm đầy đủ." for number in range(8)
    ]
    text = "\n\n".join(map(wrapped, sentences))
    report = read_text(f"{KIND}\nSở báo cáo như sau:\n\nI. KẾT QUẢ\n\n{text}\n")
    assert report.body[-1] == Section("KẾT QUẢ", tuple(map(Paragraph, sentences)))


def test_lines_of_a_paragraph_each_are_not_taken_for_narrow_ones():
    lines = [f"Việc thứ {number} đã được các phòng thực hiện đầy đủ." for number in range(30)]
    assert body(*lines) == tuple(map(Paragraph, lines))


def test_a_long_report_reads_in_moments():
    part = f"I. KẾT QUẢ\n1. Chỉ đạo\n- {FIRST}\ncác nội dung trên;\n- hai.\n2. Kinh phí\n{FIRST}\ntốt.\n"
    started = time.process_time()
    report = read_text(f"{KIND}{part * (300_000 // len(part))}Trên đây là báo cáo./.")
    assert len(report.body) > 1000
    assert time.process_time() - started < 5
