import unicodedata
from datetime import date
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pbgdpl.lib.vietnamese import (
    clean,
    clean_line,
    fold,
    initials,
    official_date,
    thousands,
)

ANYTHING = st.text(st.characters())  # lone surrogates, controls and noncharacters too


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("Hòa giải", "Hòa giải"),
        (unicodedata.normalize("NFD", "Phổ biến"), "Phổ biến"),
        ("hoà giải", "hoà giải"),  # the writer's tone style
        ("Sở\u00a0Tư\u2009pháp\u3000tỉnh", "Sở Tư pháp tỉnh"),
        ("pháp\u00adluật\u200b\u200d\ufeff", "phápluật"),
        ("\u202eđảo\u202c \u2066chữ\u2069", "đảo chữ"),
        ("một\r\nhai\rba\vbốn\fnăm\u2028sáu\x85bảy", "một\nhai\nba\nbốn\nnăm\nsáu\nbảy"),
        ("cột\tcột", "cột cột"),
        pytest.param("\x00\x1b[0m\x7f", "[0m", id="controls"),
        pytest.param("mất\ud800\udfff\ufffe\uffff\ufdd0\U0001fffe", "mất", id="no characters at all"),
        ("dòng\n\n  thụt", "dòng\n\n  thụt"),
    ],
)
def test_text_is_cleaned_at_the_door(typed, cleaned):
    assert clean(typed) == cleaned


def test_a_mark_parted_from_its_letter_by_an_invisible_character_finds_it_again():
    assert clean("a\u200b\u0301") == "á"


@given(ANYTHING)
@example("́a​̣")
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANYTHING)
def test_what_is_cleaned_can_be_stored_and_printed(text):
    cleaned = clean(text)
    assert cleaned.encode() == unicodedata.normalize("NFC", cleaned).encode()
    categories = {unicodedata.category(letter) for letter in cleaned if letter != "\n"}
    assert categories & {"Cc", "Cf", "Cs"} == set()


@pytest.mark.parametrize("marks", ["\u0323\u0302", "\u0301\U0001e8d0"])
def test_a_heap_of_marks_on_one_letter_takes_no_time(marks):
    started = process_time()
    cleaned = clean(f"hệ {'e' + marks * 50_000} thống")
    assert process_time() - started < 1
    assert (cleaned[:3], cleaned[-6:], len(cleaned) < 300) == ("hệ ", " thống", True)


@pytest.mark.parametrize("mark", ["\u0323", "\U0001e8d0"])
def test_a_stack_keeps_256_marks_wherever_it_stands(mark):
    stacks = [
        f"{'a' * before}b{mark * count}c" for before in range(0, 600, 7) for count in (255, 256, 257, 600)
    ]
    expected = [text[: text.index("b") + 257] + "c" if mark * 257 in text else text for text in stacks]
    assert [unicodedata.normalize("NFD", clean(text)) for text in stacks] == expected


def test_a_line_has_no_breaks_and_single_spaces():
    assert clean_line("  Kế hoạch\t số 5 \n ngày\u00a0 nay ") == "Kế hoạch số 5 ngày nay"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường bộ", "duong bo"),
        ("ĐƯỜNG  BỘ", "duong bo"),
        (unicodedata.normalize("NFD", "Hoà giải"), "hoa giai"),
        ("Hòa giải", "hoa giai"),
        ("139/KH-SKHCN", "139/kh-skhcn"),
    ],
)
def test_search_finds_a_word_however_it_is_typed(text, folded):
    assert fold(text) == folded


@given(ANYTHING)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("day", "figures"),
    [
        (date(2024, 3, 5), "05/3/2024"),
        (date(2024, 2, 16), "16/02/2024"),
        (date(2024, 1, 1), "01/01/2024"),
        (date(2024, 11, 12), "12/11/2024"),
        (date(2024, 7, 8), "08/7/2024"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(day, figures):
    assert official_date(day) == figures


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (999, "999"), (1245, "1.245"), (1400000, "1.400.000")]
)
def test_thousands_are_parted_by_dots(number, written):
    assert thousands(number) == written


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Sở Khoa học và Công nghệ", "SKHCN"),
        ("Sở Khoa học và Công nghệ thành phố Hà Nội", "SKHCN"),
        ("Sở Tư pháp tỉnh Sen", "STP"),
        ("Sở Du lịch TP. Hồ Chí Minh", "SDL"),
        ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
        ("Ủy ban nhân dân", "UBND"),
        ("UBND tỉnh", "UBND"),
        ("Trung tâm Ứng dụng công nghệ", "TTƯDCN"),
        ("Thành phố Sen", "TPS"),
        ("", ""),
    ],
)
def test_a_body_signs_with_its_initials(name, symbol):
    assert initials(name) == symbol
