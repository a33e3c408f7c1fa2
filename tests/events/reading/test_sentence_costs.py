"""Reading a line takes time in proportion to its length, whatever it repeats."""

import pytest

from events.reading import read_events
from tests.growth import growth

PIECES = [
    "tổ chức ",
    "tổ chức hội nghị ",
    "tổ chức hội nghị tại ",
    "tại xã Sen, ",
    "phối hợp với Sở Sen ",
    "ngày 5/3 và ",
    "từ ngày 5/3/2025 đến ",
    "1, 2, 3, ",
    "(",
    "“",
    '"',
    "Ngày Pháp luật ",
    "Luật Giá ngày ",
    "kỷ niệm ",
    "120 ",
    "120 người ",
    "mỗi ",
    "trong đó ",
    "tờ gấp ",
    "300 tờ gấp ",
    "03 hội nghị cho 200 người; ",
    "quý I, ",
    "tháng 3 và ",
    "và ",
    "Hội nghị, ",
    "tuyên truyền ",
    "tham gia của ",
    "A",
    "9",
    "9/",
    "1.000.",
    "A-",
    "12/KH-",
    "12/2025/A-A-A ",
    ". A ",
    ";",
    " | ",
    "\t",
    "yêu cầu các ",
    "sẽ ",
    "đã ",
    "Tham gia ",
    "a\u0301",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length_of_a_line_and_no_faster(piece):
    assert growth(read, lambda size: piece * (size // len(piece)), 1_000) < 64


@pytest.mark.parametrize("piece", PIECES)
def test_a_sentence_before_what_repeats_costs_no_more(piece):
    opening = "Ngày 5/3/2025, Sở tổ chức Hội nghị "
    assert growth(read, lambda size: opening + piece * (size // len(piece)), 1_000) < 64


def read(text):
    read_events(text, year=2025)
