"""A list on paper: no letters under 8 points, nothing cut, and no page on its side without need."""

from random import Random

import pytest

from pbgdpl.lib.office.sheet_paper import CELL_ROOM, LINE, SIZE, TALLEST, Ruler, print_plan
from pbgdpl.lib.times_new_roman import BOLD

SENTENCE = "Hội nghị phổ biến Luật Đường bộ cho công chức, viên chức và doanh nghiệp trên địa bàn tỉnh "


def plan_of(*columns, headings=None):
    return print_plan(headings or [f"Cột {place}" for place in range(len(columns))], columns)


def letters(plan):
    """Return the size of the letters on paper."""
    return SIZE * plan.paper.percent / 100


def test_a_few_short_columns_stand_upright_in_full_size():
    plan = plan_of(["1", "2"], ["Sở Xây dựng", "Sở Y tế"], ["15/11/2024"])
    assert (plan.paper.is_landscape, letters(plan), plan.is_across) == (False, 12, False)


def test_long_texts_beside_short_ones_turn_the_page_and_get_the_room():
    plan = plan_of(["1"], [SENTENCE * 4], ["139/KH-SXD"], ["16/01/2024"], [SENTENCE * 8], ["Phòng Pháp chế"])
    assert (plan.paper.is_landscape, letters(plan) > 10) == (True, True)
    number, first, symbol, day, second, division = plan.widths
    assert max(number, symbol, day, division) < first < second


def test_more_than_six_columns_lie_on_their_side_however_short():
    assert [plan_of(*[["1"]] * count).paper.is_landscape for count in (6, 7)] == [False, True]


def test_the_letters_get_smaller_with_the_columns_but_never_under_8_points():
    plans = [plan_of(*[[SENTENCE]] * count) for count in range(1, 31)]
    sizes = [letters(plan) for plan in plans]
    assert sizes == sorted(sizes, reverse=True)
    assert 8 <= min(sizes) < 8.1
    assert [plan.is_across for plan in plans] == sorted(plan.is_across for plan in plans)
    assert plans[-1].is_across


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_columns_hold_they_fit_and_break_no_word(seed):
    random, ruler = Random(seed), Ruler()
    words = ["a", "Đường", "nghiêng", "139/KH-SXD-UBND", "HỘI NGHỊ", "0" * 30, "x" * 200]
    columns = [
        [" ".join(random.choices(words, k=random.randint(0, 40))) for _ in range(5)]
        for _ in range(random.randint(1, 20))
    ]
    plan = plan_of(*columns)
    widest = sum(plan.widths[:2]) + max(plan.widths[2:], default=0)  # the first two are repeated beside each
    assert (widest if plan.is_across else sum(plan.widths)) <= plan.paper.room + 0.01
    assert letters(plan) >= 8
    for width, texts in zip(plan.widths, columns, strict=True):
        longest = max(ruler.measured(word).line for text in texts for word in text.split(" "))
        assert width - CELL_ROOM >= min(longest, 200) - 0.01


def test_a_heading_over_empty_cells_takes_three_lines_at_most_and_breaks_no_word():
    headings = ["STT", "Số tài liệu đã đăng tải", "Số bản đã in, nhân bản", "Nghiêng", "Nội dung"]
    plan = plan_of(["1"], [""], [""], [], [SENTENCE * 20], headings=headings)
    bold = Ruler(BOLD)
    assert plan.height_of(headings, bold) == 3 * LINE
    for width, heading in zip(plan.widths, headings, strict=True):
        assert width - CELL_ROOM >= max(bold.measured(word).line for word in heading.split())


def test_a_short_text_stays_on_its_line_beside_a_long_one():
    plan = plan_of(*[["Hội nghị", "Tập huấn"]] * 8, [SENTENCE * 30])
    assert plan.height_of(["Hội nghị"] * 8 + [""]) == LINE


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("một", 1),
        ("một\nhai", 2),
        ("một\n\nhai\n", 4),
        ("mm mm mm", 3),  # "mm" is 18.67 points wide, a space 3
        ("i i i i", 1),
        ("m" * 10, 4),
        ("i " + "m" * 10, 5),
        ("W" * 10, 5),  # 11.33 points each
    ],
)
def test_the_lines_of_a_text_are_counted(text, lines):
    assert Ruler().lines_of(text, 30) == lines


def test_a_row_is_as_tall_as_its_tallest_cell():
    plan = plan_of(["1"], ["Sở Y tế\nSở Xây dựng\nSở Tài chính"])
    assert plan.height_of(["1", "Sở Y tế"]) == LINE
    assert plan.height_of(["1", "Sở Y tế\nSở Xây dựng"]) == 2 * LINE


def test_a_very_long_text_gets_a_column_in_which_excel_shows_all_of_its_lines():
    plan = plan_of(["1"], [SENTENCE * 35], ["ngắn"] * 500)
    assert plan.height_of(["1", SENTENCE * 35, "ngắn"]) < TALLEST


def test_a_very_long_text_among_the_repeated_columns_leaves_room_for_the_others():
    plan = plan_of(["1"], [SENTENCE * 60], ["Sở Y tế"])
    assert (plan.is_across, sum(plan.widths) <= plan.paper.room + 0.01) == (True, True)
    assert plan.widths[1] > plan.paper.room * 0.8


def test_beside_the_repeated_columns_a_very_long_text_gets_the_rest_of_a_page():
    plan = plan_of(["1"], ["SXD"], [SENTENCE * 40], [SENTENCE * 40])
    assert plan.is_across
    assert sum(plan.widths[:3]) <= plan.paper.room + 0.01
    assert plan.height_of(["1", "SXD", SENTENCE * 40, ""]) < TALLEST
