"""The number in front of a heading of ours is taken off once; the heading's own words stay."""

import pytest

from reports.document.tree import Section
from reports.reading.report.blocks import read_body
from reports.reading.report.roles import PlacedLine, Role
from reports.reading.report.source import SourceLine
from tests.growth import growth

LINEAR = 90  # between the 16 of linear and the 256 of quadratic work, with room for a busy machine


def heading(text):
    (section,) = read_body([PlacedLine(Role.HEADING_1, SourceLine(text))]).blocks()
    return section


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("IV. KẾT QUẢ", "KẾT QUẢ"),
        ("2. Kết quả", "Kết quả"),
        ("2.3. Kết quả", "Kết quả"),
        ("đ) Kết quả", "Kết quả"),
        ("I. 1. Kết quả", "1. Kết quả"),
        ("Kết quả năm 2024. Nhận xét", "Kết quả năm 2024. Nhận xét"),
        ("Kết quả (điểm a) và b) của kế hoạch", "Kết quả (điểm a) và b) của kế hoạch"),
        ("2.3.4. Kết quả", "Kết quả"),
        ("2.3.4.5. Kết quả", "2.3.4.5. Kết quả"),
        ("II.1. Kết quả", "Kết quả"),
        ("II.1.2. Kết quả", "Kết quả"),
        ("Đ. KẾT QUẢ", "KẾT QUẢ"),
        ("PHẦN IV. KẾT QUẢ", "KẾT QUẢ"),
        ("PHẦN THỨ TƯ. KẾT QUẢ", "KẾT QUẢ"),
        ("PHẦN THỨ 11. KẾT QUẢ", "KẾT QUẢ"),
        ("PHẦN MỞ ĐẦU", "PHẦN MỞ ĐẦU"),
        ("UBND. KẾT QUẢ", "UBND. KẾT QUẢ"),
        ("Kết quả", "Kết quả"),
        ("I.", ""),
    ],
)
def test_a_label_is_taken_off_where_the_heading_begins(text, words):
    assert heading(text) == Section(words)


@pytest.mark.parametrize("part", ["1", "1.", "I", "I.", "a", "a)", "1.1. ", "đ"])
def test_a_long_heading_is_read_in_linear_time(part):
    assert growth(heading, lambda size: f"{part * (size // len(part))}x", 2_000) < LINEAR
