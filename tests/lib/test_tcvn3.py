"""Text in the code page of .VnTime fonts is recognised and read; text in Unicode is left alone."""

import unicodedata

import pytest

from pbgdpl.lib.tcvn3 import CODES, LETTERS, from_tcvn3, is_tcvn3

LINES = (
    "Kế hoạch phổ biến, giáo dục pháp luật năm 2025",
    "Sở Tư pháp hướng dẫn Luật Đường bộ",
    "Uỷ ban nhân dân tỉnh ký quyết định xử phạt, đẩy mạnh cải cách thủ tục",
)
TO_TCVN3 = str.maketrans(LETTERS, CODES)


@pytest.mark.parametrize("line", LINES)
def test_a_line_in_the_old_code_page_is_known_and_read(line):
    old = line.translate(TO_TCVN3)
    assert is_tcvn3(old)
    assert from_tcvn3(old) == line


@pytest.mark.parametrize(
    "line",
    [
        *LINES,
        *(unicodedata.normalize("NFD", line) for line in LINES),
        "Sở\u00ad Tư pháp",
        "co\u00adoperation",
        "bé cô là",
        "Café Orléans, Besançon, São Paulo",
        "± 5 °C, § 12 «Luật»",
        "",
        "é" * 1000,
    ],
)
def test_a_line_in_unicode_is_left_alone(line):
    assert not is_tcvn3(line)
