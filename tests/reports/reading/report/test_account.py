"""Every visible character of an earlier report is printed, or is named as left out, with its reason."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pbgdpl.lib.account_of_characters import left_out
from pbgdpl.lib.vietnamese import clean
from reports.document.text import to_text
from reports.reading.report import UnreadableReport
from reports.reading.report.reading import IS_CHANGED, IS_NOT_READ, read_source
from reports.reading.report.text_source import text_source
from reports.reading.word.file import open_word
from reports.reading.word.lines import word_source
from tests.reports.reading.report.test_nothing_lost import REAL_LINES, TRICKY
from tests.reports.reading.report.word_xml import paragraph, word_file

HEADS = (
    "",
    "BÁO CÁO\nKết quả năm 2025\n",
    "UBND TỈNH SEN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\nBÁO CÁO\n",
)
SIGNS = (
    *(
        "Phần thứ nhất",
        "PHẦN II:",
        "A.",
        "B)",
        "I.",
        "II/",
        "IV-",
        "1.",
        "2)",
        "3/",
        "01.",
        "1.1.",
        "1.2",
        "1.1.1.",
    ),
    *("I.1.", "a)", "b.", "đ)", "(1)", "-", "–", "+", "*", "•", "\uf0b7", ""),
)
WORDS = (
    "KẾT QUẢ",
    "Công tác chỉ đạo",
    "Hội nghị:",
    "Kinh phí: Sở đã bố trí đủ kinh phí.",
    "Tốt;",
    "Lời văn dài hơn.",
)
TABLES = (
    "STT\tSố, ký hiệu\tTrích yếu\n1\t09/KH-SYT\tKế hoạch năm 2025\nTổng cộng\t1\t",
    "| TT | Tên hoạt động | Thời gian |\n|---|---|---|\n| 1 | Hội nghị | 15/7/2025 |",
)
LINES = st.one_of(
    st.builds(lambda sign, words: f"{sign} {words}".strip(), st.sampled_from(SIGNS), st.sampled_from(WORDS)),
    st.sampled_from((*TRICKY, *TABLES)),
    st.sampled_from(REAL_LINES),
    st.text("ab đƯ 012/.,;:-()“”\t|", max_size=20),
)
TEXTS = st.builds(
    lambda head, lines, gap: head + gap.join(lines),
    st.sampled_from(HEADS),
    st.lists(LINES, min_size=1, max_size=14),
    st.sampled_from(("\n", "\n\n")),
)


@pytest.mark.account
@given(TEXTS)
def test_every_character_of_a_report_is_accounted_for(text):
    try:
        reading = read_source(text_source(text))
    except UnreadableReport:
        assume(False)
    assert left_out(clean(text), to_text(reading.document), *(one.text for one in reading.left_out)) == ()


@pytest.mark.account
@given(TEXTS)
def test_no_line_is_dropped_and_no_word_is_changed_for_a_reason_that_is_not_known(text):
    reading = read_source(text_source(text))
    unexplained = {one.text for one in reading.left_out if one.why in (IS_CHANGED, IS_NOT_READ)}
    assert {one for one in unexplained if any(map(str.isalnum, one))} <= {
        "I",
        "01",
        "3",
        "II",
    }  # numbers of annexes


@pytest.mark.parametrize(
    "source", [text_source, lambda text: word_source(open_word(word_file(paragraph(text))))]
)
def test_characters_that_no_one_sees_are_counted_once_for_the_whole_file(source):
    reading = read_source(source("Sở đã phổ biến\u200b pháp\u200b lu\u00adật."))
    assert [(one.text, one.why) for one in reading.left_out] == [
        ("2 ký tự ẩn, gạch nối mềm", "không nhìn thấy trên giấy, không in")
    ]


@pytest.mark.parametrize("first", ["PHẦN II:", "Phần thứ nhất", "Chương I."])
def test_the_sign_of_a_part_is_named_as_it_stands_in_the_file(first):
    reading = read_source(text_source(f"BÁO CÁO\nKết quả năm 2025\n{first}\nKẾT QUẢ\n1. Văn bản\nTốt."))
    assert reading.left_out[0].text == first


def test_what_is_printed_differently_is_named_with_its_reason():
    text = (
        "BÁO CÁO\nKết quả năm 2025\nPhần thứ nhất\nKẾT QUẢ\n1.1. Văn bản\nTốt.\n• Một\n• Hai\n_____\n"
        "GIÁM ĐỐC\n(Đã ký)\nLê An"
    )
    reading = read_source(text_source(text))
    assert [(one.text, one.why, one.position) for one in reading.left_out] == [
        ("_____", "đường kẻ hoặc dấu trang trí", 8),
        ("(Đã ký)", "ghi chú chữ ký, bản nhập lại chưa ký", 10),
        ("Phần thứ nhất", "số của đề mục, nay in là “PHẦN THỨ NHẤT.” theo vị trí", 2),
        ("1.1.", "số của đề mục, nay in là “I.” theo vị trí", 4),
        ("•", "dấu đầu dòng, nay in là “-”", 6),
        ("•", "dấu đầu dòng, nay in là “-”", 7),
    ]
    assert reading.notices == (
        "1 đề mục được đánh số lại theo vị trí (ví dụ “1.1.” nay in là “I.”): "
        "xem lại những câu nhắc đến số mục cũ.",
    )
