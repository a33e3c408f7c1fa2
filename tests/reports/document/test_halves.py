"""Where centred texts are parted."""

import pytest

from reports.document import layout
from reports.document.halves import GAP, halves, halves_width, longest_line
from reports.document.metrics import text_width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SỞ DU LỊCH", ("SỞ DU LỊCH",)),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", ("SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG")),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", ("SỞ LAO ĐỘNG - THƯƠNG", "BINH VÀ XÃ HỘI")),
    ],
)
def test_a_name_too_long_for_its_column_takes_two_lines_of_about_the_same_length(text, lines):
    assert halves(text, layout.ISSUING_BODY, layout.LETTERHEAD_LEFT) == lines


def test_a_city_is_not_parted_within_its_word():
    lines = halves("UBND THÀNH PHỐ HỒ CHÍ MINH", layout.GOVERNING_BODY, layout.WIDE_LETTERHEAD_LEFT)
    assert lines == ("UBND THÀNH PHỐ", "HỒ CHÍ MINH")


def test_a_title_is_parted_before_a_word_that_links():
    subject = "Kết quả công tác phổ biến, giáo dục pháp luật năm 2025 và nhiệm vụ trọng tâm năm 2026"
    assert halves(subject, layout.SUBJECT, layout.TEXT_WIDTH) == (
        "Kết quả công tác phổ biến, giáo dục pháp luật",
        "năm 2025 và nhiệm vụ trọng tâm năm 2026",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("Tổng kết công tác phổ biến, giáo dục pháp luật", "của Sở Xây dựng tỉnh Sen năm 2025"),
        ("KẾT QUẢ CÔNG TÁC PHỔ BIẾN PHÁP LUẬT", "VÀ NHIỆM VỤ TRỌNG TÂM"),
        ("Danh sách báo cáo viên pháp luật cấp tỉnh;", "tuyên truyền viên pháp luật cấp xã"),
        ("Kết quả công tác hòa giải ở cơ sở, phổ biến pháp luật;", "tiếp cận thông tin, trợ giúp pháp lý"),
    ],
)
def test_a_part_of_a_title_stays_whole_though_its_first_line_is_the_longer(lines):
    """Nearer to the middle a word would be cut: "… giáo dục pháp / luật của Sở …"."""
    assert halves(" ".join(lines), layout.SUBJECT, layout.TEXT_WIDTH) == lines


def test_a_link_far_from_the_middle_parts_no_title():
    lines = ("Kết quả phổ biến giáo dục pháp luật; công", "tác hòa giải ở cơ sở và trợ giúp pháp lý")
    assert halves(" ".join(lines), layout.SUBJECT, layout.TEXT_WIDTH) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # Nearer to the middle is "… năm 2024", but Word would fill the first line up with "năm".
        (
            "Kết quả công tác phổ biến, giáo dục pháp luật năm 2024 và nhiệm vụ trọng tâm công tác năm 2025",
            (
                "Kết quả công tác phổ biến, giáo dục pháp luật năm 2024",
                "và nhiệm vụ trọng tâm công tác năm 2025",
            ),
        ),
        (
            "Kết quả công tác phổ biến, giáo dục pháp luật, hòa giải ở cơ sở tại các phòng năm 2025",
            ("Kết quả công tác phổ biến, giáo dục pháp luật,", "hòa giải ở cơ sở tại các phòng năm 2025"),
        ),
    ],
)
def test_a_title_is_parted_where_word_parts_it_too(text, lines):
    assert halves(text, layout.SUBJECT, layout.TEXT_WIDTH) == lines
    assert filled(text, halves_width(lines, layout.SUBJECT)) == list(lines)


def filled(text, width):
    """Return the lines of a text whose every line takes as many words as fit."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, layout.SUBJECT) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@pytest.mark.parametrize("pair", ["năm 2025", "THÁNG 10", "ngày 31", "số 325", "quý 3", "thành phố"])
def test_a_number_is_not_parted_from_the_word_before_it(pair):
    assert GAP.search(pair) is None
    assert len(GAP.findall(f"một {pair} hai")) == 2


def test_six_months_may_begin_a_line():
    assert len(GAP.findall("pháp luật 6 tháng")) == 3


def test_a_text_of_three_lines_and_a_word_of_two_are_not_parted():
    for text in ("phổ biến pháp luật " * 12, "x" * 100, "x" * 100 + " y"):
        assert halves(text, layout.SUBJECT, layout.TEXT_WIDTH) == (text,)


def test_room_to_write_in_is_never_parted():
    text = f"(Kèm theo Báo cáo số{' ' * 60}/BC-SDL của Sở Du lịch tỉnh Quảng Hà về việc này)"
    lines = halves(text, layout.ANNEX_REFERENCE, layout.TEXT_WIDTH)
    assert len(lines) == 2
    assert " ".join(lines) == text
    assert all(line == line.strip() for line in lines)


def test_the_longest_line_tells_the_width():
    short, long = ("VÀ", "SỞ NÔNG NGHIỆP")
    assert longest_line((short, long), layout.ISSUING_BODY) == longest_line((long,), layout.ISSUING_BODY)
