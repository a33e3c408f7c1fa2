"""The figures of Bình's department are judged: by the rules of the form, and by the faults of real filings."""

from datetime import date

import pytest

from reports.figures.faults import Fault
from reports.figures.judging import judge
from reports.figures.values import CountedRow, Form, FormFigure, Window
from reports.models import Count, Figure, Indicator, IndicatorSet

WINDOW = Window(date(2026, 1, 1), date(2026, 6, 30))
SESSIONS = {"code": "5", "label": "số cuộc", "count": Count.SESSIONS}
PEOPLE = {"code": "6", "label": "số lượt người", "count": Count.PEOPLE}
ONLINE_SESSIONS = {"code": "7", "label": "trực tuyến: số cuộc", "count": Count.SESSIONS, "modes": ["online"]}
ONLINE_PEOPLE = {"code": "8", "label": "trực tuyến: số lượt", "count": Count.PEOPLE, "modes": ["online"]}


def figure(indicator, number=None, /, rows=(), doubts=(), before=None, **stored):
    settled = Figure(code=indicator["code"], **stored) if stored else None
    return FormFigure(Indicator(**indicator), number, tuple(rows), tuple(doubts), settled, before)


def judged(*figures):
    return [
        (one.code, one.fault, one.is_blocking) for one in judge(Form(IndicatorSet(), WINDOW, tuple(figures)))
    ]


def sentences(*figures):
    return [one.sentence for one in judge(Form(IndicatorSet(), WINDOW, tuple(figures)))]


def held(*values):
    """Return the columns of sessions and people for events of (mode, sessions, people)."""
    rows = [
        (mode, CountedRow("event", pk, f"Hội nghị {pk}", "", sessions), people)
        for pk, (mode, sessions, people) in enumerate(values, start=1)
    ]
    of_people = [(mode, CountedRow("event", one.pk, one.words, "", people)) for mode, one, people in rows]
    columns = (
        (SESSIONS, [one for _, one, _ in rows]),
        (PEOPLE, [one for _, one in of_people]),
        (ONLINE_SESSIONS, [one for mode, one, _ in rows if mode == "online"]),
        (ONLINE_PEOPLE, [one for mode, one in of_people if mode == "online"]),
    )
    return [figure(column, sum(one.value for one in found), found) for column, found in columns]


def test_a_form_that_is_right_has_no_judgement():
    assert judged(*held(("in_person", 1, 230), ("online", 2, 900), ("", 36, 5614))) == []
    assert judged(figure({"code": "13", "label": "bản in", "count": Count.COPIES}, 500, before=450)) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        # Two online sessions beside ordinary ones; the crowd of the whole is not told again.
        (
            [("in_person", 1, 100)] * 3 + [("online", 1, 120_000), ("online", 1, 1_500_000)],
            [("8", Fault.VIEWS, (4,)), ("8", Fault.VIEWS, (5,))],
        ),
        ([("in_person", 1, 100)] * 3 + [("online", 1, 3_000)], [("8", Fault.VIEWS, (4,))]),
        ([("in_person", 1, 100)] * 2 + [("online", 1, 3_000)], []),  # too few others to say so
        ([("in_person", 1, 300)] * 3 + [("online", 40, 12_000)], []),
        ([("in_person", 4, 500_000)], [("6", Fault.CROWD, (1,))]),
        ([("", 1, 60), ("", 1, 5_000)], [("6", Fault.CROWD, (2,))]),
        ([("in_person", 3, 14_000)], [("6", Fault.CROWD, (1,))]),
        ([("in_person", 2, 5_000)], []),
    ],
)
def test_people_are_in_proportion_to_their_sessions(values, found):
    judgements = judge(Form(IndicatorSet(), WINDOW, tuple(held(*values))))
    assert [(one.code, one.fault, tuple(row.pk for row in one.rows)) for one in judgements] == found


def test_views_of_an_online_session_are_not_taken_from_people_who_met_in_person():
    in_person = [
        figure(column | {"modes": ["in_person"]}, number)
        for column, number in ((SESSIONS, 2), (PEOPLE, 12_000))
    ]
    *_, sessions, people = held(("online", 1, 21_000))
    assert judged(*in_person, sessions, people) == [("8", Fault.VIEWS, False), ("6", Fault.CROWD, False)]


def test_settled_numbers_without_rows_are_judged_by_their_average():
    by_hand = [
        figure(SESSIONS, actual=6, reason="x"),
        figure(PEOPLE, actual=3_000_400, reason="x"),
        figure(ONLINE_SESSIONS, actual=2, reason="x"),
        figure(ONLINE_PEOPLE, actual=3_000_000, reason="x"),
    ]
    assert judged(*by_hand) == [("8", Fault.VIEWS, False), ("6", Fault.CROWD, False)]


def test_people_without_a_session_are_marked():
    people = figure(PEOPLE, actual=30, reason="x")
    for sessions in (figure(SESSIONS, 0), figure(SESSIONS, does_not_apply=True)):
        assert sentences(sessions, people) == [
            "Cột (6) số lượt người: 30 lượt người dự mà không có cuộc nào. Ghi số cuộc, hoặc bỏ số người."
        ]
    assert judged(figure(SESSIONS, 0), figure(PEOPLE, 0)) == []
    assert judged(figure(SESSIONS | {"count": Count.CONTESTS}, 0), people) == []


def test_the_sentence_on_views_names_the_event_and_the_usual_size():
    assert sentences(*held(*[("", 1, 90), ("", 1, 110), ("", 2, 300)], ("online", 1, 120_000))) == [
        "Cột (8) trực tuyến: số lượt: “Hội nghị 4” ghi 120.000 lượt người dự trực tuyến ở 1 cuộc, các cuộc khác "
        "thường có 110 người: có thể là lượt xem. Ghi số người dự, không ghi lượt xem. Nếu đúng thì giữ nguyên và "
        "ghi lý do."
    ]


@pytest.mark.parametrize(
    ("originals", "posted", "copies", "is_odd"),
    [(6900, 39, 6900, True), (6900, 6900, 6900, False), (20, 0, 20, False), (6900, 39, 6901, False)],
)
def test_originals_equal_copies(originals, posted, copies, is_odd):
    columns = ((Count.ORIGINALS, originals), (Count.POSTED, posted), (Count.COPIES, copies))
    found = judged(
        *(
            figure({"code": str(code), "label": "tài liệu", "count": count}, value)
            for code, (count, value) in enumerate(columns, start=11)
        )
    )
    assert found == ([("11", Fault.COPIES, False)] if is_odd else [])


def test_a_part_over_its_whole_and_funds_that_do_not_add_up_block():
    part = {"code": "12", "label": "đăng tải", "count": Count.POSTED, "part_of": "11"}
    whole = {"code": "11", "label": "gốc", "count": Count.ORIGINALS}
    assert sentences(figure(whole, 3), figure(part, 4)) == [
        "Cột (12) là một phần của cột (11) nên không thể lớn hơn. Đang ghi: cột (12) 4; cột (11) 3. "
        "Sửa một trong hai số."
    ]
    total = {"code": "18", "label": "kinh phí", "unit": "đồng", "sum_of": "19, 20, 21"}
    parts = [
        figure({"code": code, "label": "nguồn", "unit": "đồng"}, actual=number)
        for code, number in (("19", 28_645_665_856), ("20", 6_812_889_440))
    ]
    nothing = figure({"code": "21", "label": "nguồn khác"}, does_not_apply=True)
    assert judged(figure(total, actual=35_458_555_296), *parts, nothing) == []
    assert judged(figure(total, actual=35_519_055_296), *parts, nothing) == [("18", Fault.SUM, True)]


def test_a_dash_is_no_whole_of_parts_with_numbers():
    total = {"code": "18", "label": "kinh phí", "count": Count.SUM, "sum_of": "19, 20"}
    nineteen, twenty = ({"code": code, "label": "nguồn", "part_of": "18"} for code in ("19", "20"))
    none = figure(total, does_not_apply=True)
    assert sentences(none, figure(nineteen, actual=3), figure(twenty, does_not_apply=True)) == [
        "Cột (18) phải bằng tổng (19). Đang ghi: cột (18) “-”; cột (19) 3. Sửa tổng, hoặc các số thành phần.",
        "Cột (19) là một phần của cột (18) nên không thể lớn hơn. Đang ghi: cột (19) 3; cột (18) “-”. "
        "Sửa một trong hai số.",
    ]
    assert judged(none, *(figure(one, does_not_apply=True) for one in (nineteen, twenty))) == []
    assert judged(none, figure(nineteen, actual=0), figure(twenty, actual=0)) == []


def test_parts_and_sums_are_judged_in_what_is_actual_and_in_what_is_estimated():
    part = SESSIONS | {"code": "7", "part_of": "5"}
    assert sentences(figure(SESSIONS, 8, estimate=3), figure(part, 9, estimate=0)) == [
        "Ở số thực hiện, cột (7) là một phần của cột (5) nên không thể lớn hơn. Đang ghi: cột (7) 9; cột (5) 8. "
        "Sửa một trong hai số."
    ]
    assert judged(figure(SESSIONS, 8, estimate=3), figure(part, 7, estimate=4)) == [("7", Fault.PART, True)]
    assert judged(figure(SESSIONS, 8, estimate=3), figure(part, 8, estimate=3)) == []
    total = {"code": "18", "label": "kinh phí", "sum_of": "19", "rules": "#18 > 11 | nhắc | Ít quá."}
    parts = (figure({"code": "19", "label": "nguồn"}, actual=12, estimate=0),)
    assert judged(figure(total, actual=10, estimate=2), *parts) == [("18", Fault.SUM, True)]


def test_the_rules_of_the_set_are_judged_where_they_apply():
    rules = "#5 <= 3 | chặn | Không quá ba cuộc.\n#5 > #99 | nhắc | Lời.\n#5 > | nhắc | Lời."
    assert judged(figure(SESSIONS | {"rules": rules}, 4)) == [
        ("5", Fault.RULE, True),
        ("5", Fault.UNREAD, False),
    ]
    assert sentences(figure(SESSIONS | {"rules": rules}, 4))[0] == (
        "Không quá ba cuộc. Đang ghi: cột (5) 4. Xem lại các số này."
    )


def test_a_change_of_a_fifth_wants_an_explanation():
    rules = "biến động(#5) < 50 % | chặn | Tăng giảm quá nhiều."
    assert judged(figure(SESSIONS | {"rules": rules}, 119, before=100)) == []
    assert judged(figure(SESSIONS | {"rules": rules}, 40, before=100)) == [
        ("5", Fault.RULE, True),
        ("5", Fault.SWING, False),
    ]
    assert judged(figure(SESSIONS | {"rules": rules}, 40, before=100, explanation="Sáp nhập")) == []
    assert judged(figure(SESSIONS, 40, before=0)) == []
    assert sentences(figure(SESSIONS, 120, before=100)) == [
        "Cột (5) số cuộc: tăng 20% so với cùng kỳ năm trước (từ 100 thành 120) mà chưa có giải trình. Ghi giải trình: "
        "Bộ Tư pháp trả lại số biến động từ 20% không giải trình."
    ]


def test_a_dash_in_place_of_last_years_number_wants_an_explanation():
    assert sentences(figure(SESSIONS, before=120, does_not_apply=True)) == [
        "Cột (5) số cuộc: ghi “-” mà cùng kỳ năm trước là 120, chưa có giải trình. "
        "Ghi giải trình, hoặc ghi số của kỳ này."
    ]
    assert judged(figure(SESSIONS, before=120, does_not_apply=True, explanation="Sáp nhập")) == []
    assert judged(figure(SESSIONS, before=0, does_not_apply=True)) == []


def test_what_is_settled_has_a_reason_and_is_as_new_as_the_rows():
    assert judged(figure(SESSIONS, 5, actual=6, counted=5)) == [("5", Fault.UNREASONED, True)]
    assert judged(figure(SESSIONS, 5, actual=6, counted=5, reason="Thêm buổi lưu động")) == []
    assert sentences(figure(SESSIONS, 7, actual=6, counted=5, reason="Thêm buổi lưu động")) == [
        "Cột (5) số cuộc: chốt 6, dữ liệu đếm được 7 (khi chốt đếm được 5). Xem lại số đã chốt, rồi chốt lại."
    ]


def test_a_dash_is_as_new_as_the_rows_too():
    assert judged(figure(SESSIONS, 0, does_not_apply=True, counted=0)) == []
    assert judged(figure(SESSIONS, 3, does_not_apply=True, counted=0)) == [("5", Fault.UNREASONED, True)]
    assert sentences(figure(SESSIONS, 3, does_not_apply=True, counted=0, reason="Của sở khác")) == [
        "Cột (5) số cuộc: chốt “-”, dữ liệu đếm được 3 (khi chốt đếm được 0). Xem lại số đã chốt, rồi chốt lại."
    ]


def test_below_its_own_column_a_sentence_does_not_name_it_again():
    doubted, swung = figure(SESSIONS, 5, doubts=["Một."]), figure(PEOPLE, 120, before=100)
    assert [one.in_place for one in judge(Form(IndicatorSet(), WINDOW, (doubted, swung)))] == [
        "Một. Chốt số, hoặc sửa các dòng này.",
        "Tăng 20% so với cùng kỳ năm trước (từ 100 thành 120) mà chưa có giải trình. Ghi giải trình: Bộ Tư pháp trả "
        "lại số biến động từ 20% không giải trình.",
    ]


def test_of_added_up_figures_a_sentence_says_where_to_look_instead_of_what_a_body_does():
    swung = figure(SESSIONS, 120, before=100)
    (found,) = judge(Form(IndicatorSet(), WINDOW, (swung,), is_added_up=True))
    assert found.sentence == (
        "Cột (5) số cuộc: tăng 20% so với cùng kỳ năm trước (từ 100 thành 120) mà chưa có giải trình. "
        "Xem cột ở Số liệu toàn tỉnh; số đúng thì nêu nguyên nhân trong lời báo cáo."
    )


def test_a_settled_sum_is_judged_by_its_rule_alone():
    part = figure({"code": "19", "label": "nguồn"}, actual=5)
    total = {"code": "18", "label": "kinh phí", "count": Count.SUM, "sum_of": "19"}
    assert judged(figure(total, 5, actual=4), part) == [("18", Fault.SUM, True)]


def test_doubts_wait_until_somebody_settles_the_figure():
    doubts = ["Một.", "Hai", "Ba.", "Bốn.", "Năm."]
    assert sentences(figure(SESSIONS, 5, doubts=doubts)) == [
        "Cột (5) số cuộc: Một. Hai. Ba. Còn 2 chỗ khác. Chốt số ở trang Số liệu, hoặc sửa các dòng này."
    ]
    assert judged(figure(SESSIONS, 5, doubts=doubts, actual=5)) == []


def test_what_nobody_entered_is_named_once():
    funds, rapporteurs = {"code": "19", "label": "kinh phí"}, {"code": "3", "label": "báo cáo viên"}
    assert sentences(
        figure(rapporteurs), figure(funds), figure(funds | {"code": "20"}, does_not_apply=True)
    ) == ["Chưa nhập số ở cột (3), (19). Nhập số; chỉ tiêu không phát sinh thì ghi “-”."]


def test_a_period_with_a_cut_off_wants_estimates():
    cut = Window(date(2026, 1, 1), date(2026, 12, 31), date(2026, 10, 31))

    def found(*figures):
        return [one.sentence for one in judge(Form(IndicatorSet(), cut, figures))]

    assert found(figure(SESSIONS, 5)) == [
        "Số thực hiện tính đến 31/10/2026 mà chưa cột nào có số ước đến 31/12/2026. Ghi số ước; "
        "không phát sinh thêm thì ghi 0."
    ]
    assert found(figure(SESSIONS, 5, estimate=0), figure(PEOPLE, 40)) == []


def test_digits_stand_in_no_name():
    note, name = ({"code": "22", "label": label, "is_text": True} for label in ("Ghi chú", "Tên cơ quan"))
    assert judged(figure(note, words="Tăng 3 cuộc so với 2025"), figure(name, words="Sở Sen")) == []
    assert judged(figure(note, words="4.500")) == [("22", Fault.DIGITS, False)]
    assert judged(figure(name, words="Sở 45")) == [("22", Fault.DIGITS, False)]
