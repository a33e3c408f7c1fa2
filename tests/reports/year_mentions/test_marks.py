"""The years that Bình copied from the report of 2024: moved once, left where somebody has rewritten the sentence."""

import pytest

from reports.year_mentions import moved, year_marks
from tests.growth import growth

LINEAR = 90  # between the 16 of linear and the 256 of quadratic work, with room for a busy machine


def marks(text, earlier, to=2025):
    return [
        (one.year, one.new_year, one.is_sure) for one in year_marks(text, earlier=earlier, of=2024, to=to)
    ]


def after(text, earlier):
    found = year_marks(text, earlier=earlier, of=2024, to=2025)
    return moved(text, [one for one in found if one.is_sure])


@pytest.mark.parametrize(
    "earlier",
    [
        "Trong năm 2024, Sở mở 5 lớp.",
        "Kế hoạch năm 2024:\n\n- một\n\nKế hoạch năm 2025:\n\n- hai",
        "Ngày Pháp luật năm\n2024, nhiều hơn năm 2023.",
        "| Nội dung | Năm 2023 | Năm 2024 |\n| Số lớp | 4 | 5 |",
    ],
)
def test_what_is_moved_is_not_moved_again(earlier):
    text = after(earlier, earlier)
    assert text != earlier
    assert marks(text, earlier) == []
    assert [sure for *_, sure in marks(earlier, earlier)] == [True] * len(marks(earlier, earlier))


def test_a_year_in_doubt_stays_marked_after_the_others_are_moved():
    earlier = "Trong năm 2024, Sở dự 3 hội nghị (tháng 3/2024)."
    text = after(earlier, earlier)
    assert text == "Trong năm 2025, Sở dự 3 hội nghị (tháng 3/2024)."
    assert marks(text, earlier) == [(2024, 2025, False)]


def test_an_edit_elsewhere_in_the_text_changes_no_mark():
    earlier = "Trong năm 2024, Sở mở 5 lớp. Kết quả tốt."
    assert marks(f"Mở đầu.\n\n{earlier} Thêm.", earlier) == [(2024, 2025, True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trong năm 2024, Sở mở 7 lớp.", [(2024, 2025, False)]),
        ("Trong năm 2025, Sở mở 7 lớp.", []),
        ("So với năm 2024, tăng 2 lớp.", []),
        ("Ngay từ cuối năm 2024, Sở đã giao việc.", []),
        ("Năm 2026, Sở sẽ mở 7 lớp.", []),
    ],
)
def test_a_rewritten_sentence_is_read_as_one_of_this_year(text, found):
    assert marks(text, "Trong năm 2024, Sở mở 5 lớp.") == found


def test_equal_sentences_are_matched_by_their_order_or_left():
    earlier = "Năm 2024:\n\n- một\n\nNăm 2025:\n\n- hai"
    assert [one[:2] for one in marks("Năm 2025:\n\n- một\n\nNăm 2025:\n\n- hai", earlier)] == [(2025, 2026)]
    assert marks("Năm 2025:\n\n- hai", earlier) == []


def test_a_report_begun_two_years_later_moves_by_two():
    earlier = "Năm 2024 nhiều hơn năm 2023."
    assert marks(earlier, earlier, to=2026) == [(2024, 2026, True), (2023, 2025, True)]


@pytest.mark.parametrize(
    "part", ["năm 2024 ", "2024-", "“năm 2024", "\n- Năm 2024", "| 2024 ", "số 1/KH-A, năm 2024"]
)
def test_a_long_text_is_read_in_linear_time(part):
    def read(text):
        return marks(text, text)

    assert growth(read, lambda size: f"{part * (size // len(part))} năm 2024", 500) < LINEAR
