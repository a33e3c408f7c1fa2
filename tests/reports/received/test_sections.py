"""The sections of a department's report about something are found by their headings, whatever their numbers."""

import re

import pytest

from reports.received.documents import EXAMPLES
from reports.received.proposals import HEADINGS
from reports.received.sections import sections_about


def found(words, *parts):
    return [(one.text, one.is_mixed) for one in sections_about(parts, words)]


@pytest.mark.parametrize(
    "numbers",
    [
        ("I.", "1.", "a)", "2.", "II."),
        ("A.", "I.", "1.", "II.", "B."),
        ("PHẦN I.", "I.", "1.", "II.", "PHẦN II."),
        ("1.", "1.1.", "1.1.1.", "1.2.", "2."),
        ("I.", "I.1.", "I.1.1.", "I.2.", "II."),
        ("PHẦN THỨ NHẤT.", "I.", "1.", "II.", "PHẦN THỨ HAI."),
    ],
)
def test_what_stands_below_a_heading_belongs_to_it(numbers):
    first, second, third, fourth, fifth = numbers
    parts = (
        ("Đầu văn bản", "SỞ Y TẾ"),
        (f"{first} KẾT QUẢ", "Lời."),
        (f"{second} Các Mô hình hay", ""),
        (f"{third} Ở cơ sở", "- Nhóm nòng cốt"),
        (f"{fourth} Kinh phí", "- 5 triệu"),
        (f"{fifth} CÁCH LÀM hiệu quả", "Tủ sách điện tử"),
        ("Cuối văn bản", "Nơi nhận:"),
    )
    assert found(EXAMPLES, *parts) == [("- Nhóm nòng cốt", False), ("Tủ sách điện tử", False)]


def test_of_a_section_about_several_things_only_the_part_that_is_meant_counts():
    parts = (
        ("V. KHÓ KHĂN, VƯỚNG MẮC; ĐỀ XUẤT, KIẾN NGHỊ", ""),
        ("1. Khó khăn", "- Thiếu người"),
        ("2. Kiến nghị", "- Thêm người"),
        ("VI. PHƯƠNG HƯỚNG", "- Làm tiếp"),
    )
    assert found(HEADINGS, *parts) == [("- Thêm người", False)]


def test_a_section_of_proposals_has_all_below_it():
    parts = (
        ("V. ĐỀ XUẤT, KIẾN NGHỊ", ""),
        ("1. Kiến nghị với UBND tỉnh", "- Thêm tiền"),
        ("2. Đối với Bộ Tư pháp", "- Thêm sách"),
    )
    assert found(HEADINGS, *parts) == [("- Thêm tiền\n- Thêm sách", False)]


def test_a_mixed_section_without_parts_says_so():
    assert found(HEADINGS, ("V. Tồn tại và kiến nghị", "Thiếu người.")) == [("Thiếu người.", True)]


def test_words_within_other_words_do_not_count():
    assert found(re.compile(r"\bhinh\b"), ("I. Thinh vượng", "x"), ("II. Kết quả", "mô hình")) == []
