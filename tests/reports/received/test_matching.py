"""Which parts of a body's report belong to a section of the province's, however the headings are written."""

import pytest

from reports.comparing.version_parts import CONTACT, END, HEAD, OPENING
from reports.received.matching import heading_words, matching_parts
from reports.received.pieces import LONGEST, attributed, marked, pieces_of


@pytest.mark.parametrize(
    "heading",
    [
        "1.2. Các mô hình, cách làm hay",
        "1.2 CÁC MÔ HÌNH, CÁCH LÀM HAY",
        "II.CÁC  MÔ HÌNH – cách làm hay:",
        "đ) các mô hình, cách làm hay",
        "PHẦN THỨ NHẤT: Các mô hình, cách làm hay",
        "III. 2) Cac mo hinh, cach lam hay",
        "II - Các mô hình, cách làm hay",
    ],
)
def test_a_heading_is_the_same_whatever_its_number_capitals_and_accents(heading):
    assert heading_words(heading) == "cac mo hinh cach lam hay"


def test_a_heading_is_the_same_whatever_year_it_names():
    same = {
        heading_words(f"3. Nhiệm vụ {year}") for year in ("năm 2024", "năm sau", "NĂM 2025", "(năm 2026)")
    }
    assert same == {"nhiem vu nam"}


@pytest.mark.parametrize("heading", ["Đ. Y tế", "Y tế", "5. Y tế"])
def test_a_letter_that_is_a_word_is_no_number(heading):
    assert heading_words(heading) == "y te"


@pytest.mark.parametrize("heading", ["", "1.", "a) ", "…", "2024"])
def test_a_heading_without_words_belongs_nowhere(heading):
    assert matching_parts([(heading, "Lời."), ("I. Kết quả", "Lời.")], heading) == ()
    assert matching_parts([(heading, "Lời.")], "Kết quả", heading) == ()


def names(parts, *asked):
    return [parts[place][0] for place in matching_parts(parts, *asked)]


REPORT = [
    (HEAD, "SỞ Y TẾ\nMô hình"),
    (OPENING, "Căn cứ …"),
    ("I. KẾT QUẢ THỰC HIỆN NĂM 2024", ""),
    ("1. Văn bản", "Một."),
    ("2. Các mô hình hay", ""),
    ("a) Ở xã", "Hai."),
    ("b) Ở trường học", "Ba."),
    ("3. Hòa giải ở cơ sở", "Bốn."),
    ("II. KIẾN NGHỊ", "Năm."),
    (END, "Nơi nhận: mô hình"),
    ("Phụ lục I", "Sáu."),
    (CONTACT, "mô hình"),
]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("Mô hình hiệu quả", "mô hình"), ["2. Các mô hình hay", "a) Ở xã", "b) Ở trường học"]),
        (("9. HÒA GIẢI Ở CƠ SỞ",), ["3. Hòa giải ở cơ sở"]),
        (("Kiến nghị, đề xuất",), ["II. KIẾN NGHỊ"]),
        (("Hòa giải",), ["3. Hòa giải ở cơ sở"]),
        (("Kết quả thực hiện năm 2024",), [name for name, _ in REPORT[2:8]]),
        (("Khác", "1. VĂN BẢN\n\nkien nghi"), ["1. Văn bản", "II. KIẾN NGHỊ"]),
        (("Văn",), ["1. Văn bản"]),
        (("Bản đồ",), []),
        (("Hòa",), ["3. Hòa giải ở cơ sở"]),
        (("Hòa giải ở",), ["3. Hòa giải ở cơ sở"]),
        (("Giải ở cơ s",), []),
        (("Kiến nghị", "không có ở đâu"), []),
        (("Kiến nghị", "1.\n - "), ["II. KIẾN NGHỊ"]),
    ],
)
def test_parts_belong_with_those_below_them(asked, found):
    assert names(REPORT, *asked) == found


@pytest.mark.parametrize(
    ("numbered", "found"),
    [
        (("A. Một", "I. Hay", "1. Hai", "B. Ba", "C. Bốn"), ["I. Hay", "1. Hai"]),
        (("B. Hay", "I. Hai", "C. Ba"), ["B. Hay", "I. Hai"]),
        (("1. Một", "1.1. Hay", "1.1.1. Hai", "1.2. Ba", "2. Bốn"), ["1.1. Hay", "1.1.1. Hai"]),
        (("I. Hay", "I.1. Hai", "I.1.1. Ba", "II. Bốn"), ["I. Hay", "I.1. Hai", "I.1.1. Ba"]),
        (("PHẦN THỨ HAI. Hay", "I. Hai", "PHẦN THỨ BA. Ba"), ["PHẦN THỨ HAI. Hay", "I. Hai"]),
        (("3. Hay", "II. Hai"), ["3. Hay", "II. Hai"]),
    ],
)
def test_what_stands_below_is_seen_by_the_numbers(numbered, found):
    assert names([(name, "Lời.") for name in numbered], "Hay") == found


def test_a_long_paragraph_is_offered_by_sentences_and_no_word_is_lost():
    sentence = "Sở Y tế mở lớp ở TP. Sen ngày 05/3/2024, có 1.245 lượt người dự. "
    text = f"Ngắn. Vẫn ngắn.\n{sentence * 5}\n- Một;\n\nSTT\t\tSố cuộc"
    found = pieces_of(text)
    assert found == ("Ngắn. Vẫn ngắn.", *[sentence.strip()] * 5, "- Một;", "STT; Số cuộc")
    assert len(sentence * 5) > LONGEST


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("Sở mở 12 cuộc.", "Sở mở 12 cuộc (Sở Y tế)."),
        ("- Hội thi ở xã;", "- Hội thi ở xã (Sở Y tế);"),
        ("đ) Hội thi ở xã", "Hội thi ở xã (Sở Y tế)"),
        ("Đã báo cáo./.", "Đã báo cáo (Sở Y tế)./."),
        ("Mở [[số cuộc]] cuộc.", "Mở [số cuộc] cuộc (Sở Y tế)."),
        ("Mở [[[số cuộc]]].", "Mở [số cuộc] (Sở Y tế)."),
        ("[[hoạt động]]", "[hoạt động] (Sở Y tế)"),
        ("…", "(Sở Y tế)…"),
    ],
)
def test_a_piece_is_taken_over_with_its_body(words, taken):
    assert attributed(words, "Sở Y tế tỉnh Sen") == taken


def test_what_was_searched_for_is_marked_letter_by_letter():
    assert marked("ĐƯỜNG bộ, đường thủy", ["duong"]) == (
        ("ĐƯỜNG", True),
        (" bộ, ", False),
        ("đường", True),
        (" thủy", False),
    )
    assert marked("<b>", ["x"]) == (("<b>", False),)
