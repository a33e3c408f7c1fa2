"""Bình settles figures: who may, when, with which reasons; nothing of what stood there before is lost."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.conflict import Conflict
from accounts.models import Change, LogEntry
from reports.figures.form import load_form
from reports.figures.passport import passport
from reports.figures.settling import Stated, settle_figures
from reports.states import WrongState
from tests.factories import make_period, make_report, make_submission
from tests.reports.figures.forms import make_figure, make_form
from tests.reports.figures.year_of_events import event

REASON = "Bốn cuộc do phòng khác tổ chức"


@pytest.fixture
def report(department):
    make_form()
    event(department, 5, 5, sessions=36, attendance=5614)
    return make_report(department, reporting_year=2026)


def settle(report, code, stated, *, version, by):
    """Settle one figure; return it as it is stored."""
    settle_figures(report, {code: (stated, version)}, by=by)
    return report.figures.get(code=code)


def filled(report, code):
    return load_form(report.organisation, report.period).figure(code)


def refusals(report, values, by):
    """Return the sentences, by code, with which these values are refused; nothing is stored."""
    with pytest.raises(ValidationError) as refused:
        settle_figures(report, {code: (one, 0) for code, one in values.items()}, by=by)
    assert not report.figures.exists()
    assert not Change.objects.exists()
    return refused.value.message_dict if hasattr(refused.value, "error_dict") else refused.value.messages


def test_binh_settles_another_number_with_a_reason(report, binh):
    figure = settle(report, "5", Stated(actual=40, reason=f"{REASON} \n"), version=0, by=binh)
    assert (figure.actual, figure.counted, figure.reason, figure.settled_by, figure.version) == (
        *(40, 36, REASON),
        *(binh, 1),
    )
    assert filled(report, "5").actual == 40


def test_without_a_reason_another_number_is_refused(report, binh):
    assert refusals(
        report, {"5": Stated(actual=1040), "9": Stated(actual=0), "6": Stated(does_not_apply=True)}, binh
    ) == {
        "5": [
            "Cột (5) Số cuộc: số chốt 1.040 khác số đếm được 36; ghi lý do, hoặc bỏ trống để lấy số đếm được."
        ],
        "6": ["Cột (6) Số lượt người: ghi “-” nhưng đếm được 5.614; ghi lý do, hoặc bỏ “-”."],
    }


def test_what_nobody_counts_needs_no_reason(report, binh):
    settle_figures(
        report,
        {"3": (Stated(actual=7), 0), "9": (Stated(does_not_apply=True), 0), "22": (Stated(words="Không"), 0)},
        by=binh,
    )
    form = load_form(report.organisation, report.period)
    assert (form.figure("3").actual, form.figure("9").does_not_apply, form.figure("22").words) == (
        7,
        True,
        "Không",
    )


def test_a_sum_and_its_parts_are_settled_together(report, binh):
    parts = {"19": (Stated(actual=100), 0), "20": (Stated(actual=20), 0), "21": (Stated(actual=3), 0)}
    settle_figures(report, {"18": (Stated(actual=123), 0), **parts}, by=binh)
    assert report.figures.get(code="18").counted == 123
    changed = {"21": (Stated(actual=4), 1), "18": (Stated(actual=123, explanation="Như năm trước"), 1)}
    with pytest.raises(ValidationError, match="số chốt 123 khác số đếm được 124"):
        settle_figures(report, changed, by=binh)


@pytest.mark.parametrize(
    ("code", "stated", "sentence"),
    [
        ("3", Stated(actual=-1), "Cột (3) Số báo cáo viên: số phải từ 0 đến 999.999.999.999.999."),
        ("3", Stated(actual=10**15), "Cột (3) Số báo cáo viên: số phải từ 0 đến 999.999.999.999.999."),
        (
            "3",
            Stated(words="bảy"),
            "Cột (3) Số báo cáo viên: cột này chỉ ghi số; ghi lời vào phần giải trình.",
        ),
        ("22", Stated(actual=7), "Cột (22) Ghi chú: cột này ghi chữ, không ghi số."),
        ("22", Stated(words="a" * 501), "Cột (22) Ghi chú: ghi chú dài 501 ký tự; nhiều nhất 500."),
        (
            "9",
            Stated(actual=0, does_not_apply=True),
            "Cột (9) Số cuộc thi: đã ghi “-” (không phát sinh) thì không ghi số; bỏ “-” hoặc bỏ số.",
        ),
        (
            "5",
            Stated(estimate=4),
            "Cột (5) Số cuộc: kỳ này ghi số thực hiện cả kỳ, không có số ước; bỏ trống số ước.",
        ),
    ],
)
def test_what_a_form_cannot_hold_is_refused_with_a_sentence(report, binh, code, stated, sentence):
    assert refusals(report, {code: stated}, binh) == {code: [sentence]}


def test_an_unknown_column_is_named(report, binh):
    assert refusals(report, {"99": Stated(actual=1)}, binh) == ["Biểu 04b/TP/PBGDPL không có cột 99."]


def test_without_a_form_nothing_can_be_settled(department, binh):
    report = make_report(department, reporting_year=2018)
    assert refusals(report, {"5": Stated(actual=1)}, binh) == [
        "Kỳ báo cáo này chưa có biểu số liệu nên chưa chốt được."
    ]


def test_what_is_left_of_a_period_is_estimated(report, justice_department, binh):
    make_period(justice_department, reporting_year=2026, cut_off=date(2026, 10, 31))
    settle(report, "5", Stated(estimate=4), version=0, by=binh)
    five = filled(report, "5")
    assert (five.actual, five.estimate, five.total) == (36, 4, 40)


def test_of_a_period_that_is_actual_to_its_last_day_nothing_is_estimated(report, justice_department, binh):
    make_period(justice_department, reporting_year=2026, cut_off=date(2026, 12, 31))
    assert refusals(report, {"5": Stated(estimate=4)}, binh) == {
        "5": ["Cột (5) Số cuộc: kỳ này ghi số thực hiện cả kỳ, không có số ước; bỏ trống số ước."]
    }


def test_nobody_overwrites_what_another_settled(report, binh):
    settle(report, "3", Stated(actual=7), version=0, by=binh)
    with pytest.raises(Conflict) as conflict:
        settle_figures(report, {"3": (Stated(actual=8), 0), "4": (Stated(actual=1), 0)}, by=binh)
    assert [(one.code, one.actual) for one in conflict.value.stored] == [("3", 7)]
    assert not report.figures.filter(code="4").exists()


def test_the_same_values_again_change_nothing(report, binh):
    first = settle(report, "3", Stated(actual=7), version=0, by=binh)
    assert settle_figures(report, {"3": (Stated(actual=7), 0), "4": (Stated(), 0)}, by=binh) == ()
    assert [(one.code, one.version) for one in report.figures.all()] == [("3", 1)]
    assert Change.objects.count() == 1
    assert first.version == 1


def test_a_figure_that_was_settled_stays_valid_when_its_rows_change(report, department, binh):
    settle(report, "5", Stated(actual=36), version=0, by=binh)
    event(department, 6, 6)
    assert filled(report, "5").counted == 37
    settle_figures(report, {"5": (Stated(actual=36), 1), "3": (Stated(actual=7), 0)}, by=binh)
    assert filled(report, "5").actual == 36


def test_only_the_legal_officer_settles_and_only_while_the_report_is_written(report, an, chi, dung, binh):
    for person in (an, chi, dung):
        with pytest.raises(PermissionDenied):
            settle(report, "3", Stated(actual=7), version=0, by=person)
    make_submission(report)
    with pytest.raises(WrongState, match="Báo cáo đã nộp"):
        settle(report, "3", Stated(actual=7), version=0, by=binh)


def test_the_passport_tells_who_settled_what_and_why(report, binh, justice_department):
    make_period(justice_department, reporting_year=2026, cut_off=date(2026, 10, 31))
    settle(report, "5", Stated(actual=1040, reason=REASON, estimate=5), version=0, by=binh)
    settle(report, "5", Stated(does_not_apply=True, reason="Nhầm kỳ"), version=1, by=binh)
    settle(report, "5", Stated(explanation="Tăng vì có luật mới"), version=2, by=binh)
    last, second, first = passport(filled(report, "5"), report)
    assert (first.settled_by, first.actual, first.counted, first.estimate, first.reason) == (
        *(binh, "1.040", "36"),
        *("5", REASON),
    )
    assert (second.actual, second.estimate, second.reason, second.explanation) == ("-", "", "Nhầm kỳ", "")
    assert (last.actual, last.reason, last.explanation) == ("", "", "Tăng vì có luật mới")
    assert first.settled_at < second.settled_at < last.settled_at
    entry = LogEntry.objects.filter(object_type="reports.figure").first()
    assert (entry.object_words, entry.about_pk) == (f"(5) {report}", report.organisation_id)


def test_a_figure_that_nobody_settled_has_no_passport(report, other_department, binh):
    assert passport(filled(report, "5"), report) == ()
    make_figure(report, "5", actual=1)
    assert passport(filled(report, "5"), make_report(other_department)) == ()
