"""Where the lines of centred texts end."""

from itertools import accumulate

import pytest

from reports.document.metrics import text_width
from reports.document.rules import rule_share
from reports.document.title_lines import MOST_LINES, longest_line, title_lines
from reports.document.words import one_line
from tests.reports.document.titles import MARK, PLACES, fewest_lines, titles

SUBJECT = PLACES["SUBJECT"]
BODY = PLACES["BODY"]


def ends(pieces):
    """Return where each piece of a text but the last ends, its space included."""
    return {*accumulate(map(len, pieces[:-1]))}


@pytest.mark.parametrize(("place", "marked"), [*titles()])
def test_lines_end_only_where_a_reader_would_end_them(place, marked):
    style, available = PLACES[place]
    text = marked.replace(MARK, "")
    lines = title_lines(text, style, available)
    assert " ".join(lines) == text
    assert ends([f"{line} " for line in lines]) <= ends(marked.split(MARK)), " / ".join(lines)
    assert len(lines) == fewest_lines(marked, style, available)
    assert all(text_width(line, style) <= available for line in lines)


@pytest.mark.parametrize(
    "whole",
    [
        "phổ biến, giáo dục pháp luật",
        "ngày 05 tháng 11 năm 2024",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Lao động - Thương binh và Xã hội",
        "Bộ Nông nghiệp và Môi trường",
        "thành phố Hồ Chí Minh",
        "TP. Hồ Chí Minh",
        "tỉnh An Giang",
        "Báo cáo số 15/BC-SKHCN",
        "Nguyễn Thị Minh Khai",
        "6 tháng đầu năm 2025",
        "34 tỉnh",
    ],
)
@pytest.mark.parametrize("before", range(3, 9))
def test_what_belongs_together_stays_on_one_line_wherever_it_stands(whole, before):
    """Whether it falls on the middle of the title or beside it."""
    text = " ".join([*["tin học"] * before, whole, *["tin học"] * (12 - before)])
    lines = title_lines(text, *SUBJECT)
    assert len(lines) > 1
    assert [whole in line for line in lines].count(True) == 1, lines


def test_lines_that_the_officer_set_are_the_lines():
    assert title_lines("Kết quả công tác\nnăm 2025", *SUBJECT) == ("Kết quả công tác", "năm 2025")


def test_a_line_that_the_officer_set_is_broken_if_it_is_too_long():
    text = "Kết quả\ncông tác phổ biến, giáo dục pháp luật năm 2025 và nhiệm vụ trọng tâm năm 2026"
    assert title_lines(text, *SUBJECT) == (
        "Kết quả",
        "công tác phổ biến, giáo dục pháp luật năm 2025",
        "và nhiệm vụ trọng tâm năm 2026",
    )


def test_the_text_of_lines_is_that_without_them():
    assert one_line("SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG") == "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"


def test_room_to_write_in_is_never_parted():
    text = f"(Kèm theo Báo cáo số{' ' * 60}/BC-SDL của Sở Du lịch tỉnh Quảng Hà về việc này)"
    lines = title_lines(text, *PLACES["REFERENCE"])
    assert len(lines) == 2
    assert " ".join(lines) == text
    assert all(line == line.strip() for line in lines)


@pytest.mark.parametrize(
    "text", ["", " ", "x", "x" * 100, f"{'x' * 100} y", "báo cáo " * 200, ", ; - “” ()" * 9, "- , / 1 – …"]
)
def test_a_text_that_is_no_title_is_left_as_it_is(text):
    lines = title_lines(text, *SUBJECT)
    assert " ".join(lines) == text
    assert len(lines) <= MOST_LINES


def test_the_longest_line_is_never_longer_than_its_place():
    style, available = BODY
    assert longest_line(("VÀ", "SỞ NÔNG NGHIỆP"), style, available) == text_width("SỞ NÔNG NGHIỆP", style)
    assert longest_line(("SỞ " * 30,), style, available) == available


def test_a_rule_is_a_third_to_a_half_of_the_longest_line():
    for place, marked in titles():
        style, available = PLACES[place]
        text = marked.replace(MARK, "")
        longest = longest_line(title_lines(text, style, available), style, available)
        length = available.pt * rule_share(text, style, available) / 100
        assert 1 / 3 <= length / longest.pt <= 1 / 2, text


@pytest.mark.parametrize("share", [0.75, 0.8, 0.9, 0.97])
def test_a_rule_is_right_for_every_longer_text_too(share):
    """Somebody who makes the name longer in Word makes its longest line at most as long as its place."""
    style, available = SUBJECT
    text = "i" * int(share * available.pt / text_width("i", style).pt)
    assert 1 / 3 <= rule_share(text, style, available) / 100 <= share / 2


def test_a_short_text_may_be_made_a_third_longer_over_its_rule():
    style, available = SUBJECT
    length = available.pt * rule_share("Kết quả công tác", style, available) / 100
    assert length >= 4 / 3 * text_width("Kết quả công tác", style).pt / 3
