"""A year of sixty events gives the figures that a person counts; moving one event changes them."""

from datetime import date

import pytest

from accounts.rows.editing import delete_row
from events.kinds import EventKind, EventMode
from reports.figures.form import load_form
from reports.models import Count, PeriodKey, PeriodKind
from tests.factories import make_period
from tests.reports.figures.forms import make_form
from tests.reports.figures.year_of_events import CUT_OFF, HALF, HARD_NAME, YEAR, event, make_year, undated

WHOLE, FIRST_HALF = PeriodKey(2026), PeriodKey(2026, PeriodKind.HALF_YEAR)


@pytest.fixture
def year(department, other_department):
    make_form()
    return make_year(department, other_department)


def figures(body, key=WHOLE, codes=YEAR):
    """Return the figures of the body's form by their columns."""
    form = load_form(body, key)
    return {code: form.figure(code).actual for code in codes}


def doubts(body, code, key=WHOLE):
    return list(load_form(body, key).figure(code).doubts)


def test_a_year_is_counted_as_by_hand(department, year):
    assert figures(department) == YEAR


def test_its_first_half_is_counted_as_by_hand(department, year):
    assert figures(department, FIRST_HALF) == HALF


def test_the_ministrys_form_counts_them_the_same(department, other_department):
    make_year(department, other_department)
    assert figures(department) == YEAR
    assert figures(department, FIRST_HALF) == HALF
    assert load_form(department, WHOLE).indicator_set.form_code == "04b/TP/PBGDPL"


def test_figures_are_actual_up_to_the_cut_off(department, justice_department, year):
    make_period(justice_department, reporting_year=2026, cut_off=date(2026, 10, 31))
    assert figures(department) == CUT_OFF


def test_the_window_is_the_one_that_the_receiver_states(department, justice_department, year):
    make_period(
        justice_department, reporting_year=2026, figures_from=date(2026, 3, 15), figures_to=date(2026, 3, 25)
    )
    assert figures(department) == dict.fromkeys(YEAR, 0) | {"5": 36, "6": 5614}


def test_moving_one_event_changes_the_figures(department, year):
    moved = year[HARD_NAME]
    moved.held_from = date(2025, 3, 15)
    moved.save()
    assert figures(department) == YEAR | {"5": 90 - 36, "6": 9749 - 5614}


def test_a_deleted_event_does_not_count(department, an, year):
    delete_row(year[HARD_NAME], by=an)
    assert figures(department, codes=("5", "6")) == {"5": 54, "6": 4135}


def test_each_figure_names_the_rows_that_it_is_counted_from(department, year):
    form = load_form(department, WHOLE)
    assert {code: len(form.figure(code).rows) for code in YEAR} == (
        {"5": 42, "6": 41, "7": 9, "8": 9, "9": 3, "10": 3, "11": 3, "12": 2, "13": 3}
    )
    assert all(sum(row.value for row in one.rows) == one.counted for one in form.figures if one.rows)
    (row,) = [one for one in form.figure("6").rows if one.value == 5614]
    lesson = year[HARD_NAME]
    assert (row.label, row.pk, row.words, row.address) == (
        "event",
        lesson.pk,
        "Tập huấn 36 lớp (15/3/2026)",
        lesson.get_absolute_url(),
    )


def test_doubts_say_which_rows_a_person_has_to_look_at(department, year):
    assert doubts(department, "6", FIRST_HALF) == [
        "1 hoạt động chưa ghi ngày nên chưa tính: “Không ghi ngày”.",
        "2 hoạt động chỉ ghi tháng hoặc quý, một phần nằm ngoài thời gian từ 01/01/2026 đến 30/6/2026 nên chưa tính: "
        "“Tháng 12 và 1”, “Tháng 6 và 7”.",
        "1 hoạt động bắt đầu trước ngày 01/01/2026 nên không tính dù kéo dài sang kỳ này: “Cuối năm trước”.",
        "1 hoạt động kéo dài sau ngày 30/6/2026, vẫn tính vì bắt đầu trong kỳ: “Cuối tháng 6”.",
        "1 hoạt động ghi “hơn” hoặc “khoảng”, tính đúng con số đã ghi: “Hội thảo A” (hơn 200).",
    ]


def test_sessions_that_nobody_stated_are_doubtful_where_they_may_be_several(department, year):
    assert doubts(department, "5", FIRST_HALF)[-1] == (
        "2 hoạt động kéo dài nhiều ngày hoặc chỉ ghi tháng, quý mà chưa ghi số cuộc, mỗi hoạt động tính 1 cuộc: "
        "“Quý II”, “Cuối tháng 6”."
    )


def test_hybrid_sessions_are_left_out_of_the_online_ones_and_named(department, year):
    assert doubts(department, "7") == [
        "2 hoạt động kết hợp trực tiếp và trực tuyến (3 cuộc) không tính vào chỉ tiêu này: “Tọa đàm A”, “Tọa đàm B”."
    ]
    assert doubts(department, "8") == [
        "2 hoạt động kết hợp trực tiếp và trực tuyến (170 lượt người) không tính vào chỉ tiêu này: "
        "“Tọa đàm A”, “Tọa đàm B”."
    ]


def test_hybrid_sessions_count_where_the_form_asks_for_them(department):
    make_form(
        {"code": "7", "label": "Trực tuyến", "count": Count.SESSIONS, "modes": ["online", "hybrid"]},
        {"code": "8", "label": "Trực tiếp", "count": Count.SESSIONS, "modes": ["in_person"]},
    )
    for mode in EventMode:
        event(department, 5, 5, mode=mode)
    event(department, 5, 5)  # states no mode
    assert figures(department, codes=("7", "8")) == {"7": 2, "8": 1}
    assert doubts(department, "7") == []


def test_what_a_publication_leaves_unstated_is_doubtful(department, year):
    assert doubts(department, "12", FIRST_HALF)[-1] == (
        "1 hoạt động chưa ghi số tài liệu đã đăng tải nên chưa tính: “Sổ tay”."
    )


def test_a_long_list_of_doubtful_rows_is_cut(department):
    make_form()
    for number in range(1, 6):
        undated(department, name=f"Lớp {number}", position=number)
    assert doubts(department, "5") == [
        "5 hoạt động chưa ghi ngày nên chưa tính: “Lớp 1”, “Lớp 2”, “Lớp 3” và 2 dòng khác."
    ]


def test_an_indicator_counts_the_kinds_that_it_names(department):
    make_form(
        {"code": "1", "label": "Hội nghị", "count": Count.SESSIONS, "kinds": ["conference"]},
        {"code": "2", "label": "Phát thanh", "count": Count.SESSIONS, "kinds": ["broadcast", "other"]},
    )
    for kind, sessions in ((EventKind.CONFERENCE, 2), (EventKind.BROADCAST, 30), (EventKind.TRAINING, 5)):
        event(department, 5, 5, kind=kind, sessions=sessions)
    assert figures(department, codes=("1", "2")) == {"1": 2, "2": 30}


def test_a_year_without_rows_counts_nothing(department):
    make_form()
    assert figures(department) == dict.fromkeys(YEAR, 0)
    assert figures(department, codes=("3", "18", "22")) == {"3": None, "18": None, "22": None}
