"""Which form a body fills in, and what stands in it beside what its rows say."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import BodyGroup
from reports.figures.faults import Fault
from reports.figures.form import load_form, window_of
from reports.figures.handed_in import handed_in
from reports.figures.judging import judge
from reports.figures.values import Window
from reports.models import Count, OutcomeKind, PeriodKey, PeriodKind, SubmittedFigure
from tests.factories import make_outcome, make_period, make_report, make_submission
from tests.reports.figures.forms import make_figure, make_form, make_submitted_figure
from tests.reports.figures.year_of_events import event, make_year

WHOLE, FIRST_HALF = PeriodKey(2026), PeriodKey(2026, PeriodKind.HALF_YEAR)
FUNDS = ("18", "19", "20", "21")


@pytest.fixture
def report(department):
    return make_report(department, reporting_year=2026)


@pytest.fixture
def earlier(department):
    """Save the report of the year before."""
    return make_report(department, reporting_year=2025)


def filled(body, code, key=WHOLE):
    return load_form(body, key).figure(code)


# Which form


def test_a_body_fills_in_the_form_of_its_group(department):
    make_form(form_code="04a/TP/PBGDPL", group=BodyGroup.COMMUNE)
    form = make_form()
    make_form(form_code="04c/TP/PBGDPL", group="")
    assert load_form(department, WHOLE).indicator_set == form


@pytest.mark.parametrize("group", [BodyGroup.FRONT, BodyGroup.ENTERPRISE])
def test_the_front_and_enterprises_fill_in_the_form_of_departments(department, group):
    department.group = group
    form = make_form()
    assert load_form(department, WHOLE).indicator_set == form
    own = make_form(group=group)
    assert load_form(department, WHOLE).indicator_set == own


def test_a_body_without_a_form_has_none(department):
    make_form(form_code="04a/TP/PBGDPL", group=BodyGroup.COMMUNE)
    make_form(from_year=2027)
    assert load_form(department, WHOLE) is None


def test_the_latest_form_in_use_is_filled_in(department):
    make_form(from_year=2019, form_code="09b/TP/PBGDPL")
    form = make_form(from_year=2026)
    make_form(from_year=2027)
    assert load_form(department, WHOLE).indicator_set == form
    assert load_form(department, PeriodKey(2025)).indicator_set.form_code == "09b/TP/PBGDPL"


def test_the_copy_of_the_period_comes_before_the_programs_form(department, justice_department):
    make_form(from_year=2026)
    period = make_period(justice_department, reporting_year=2026)
    copy = make_form(from_year=2019, period=period)
    assert load_form(department, WHOLE).indicator_set == copy
    assert load_form(department, FIRST_HALF).indicator_set != copy


def test_a_form_can_be_named_by_its_code(department):
    make_form()
    other = make_form({"code": "5", "label": "Số cuộc"}, form_code="04c/TP/PBGDPL", group="")
    assert load_form(department, WHOLE, form_code="04c/TP/PBGDPL").indicator_set == other
    assert load_form(department, WHOLE, form_code="04d/TP/PBGDPL") is None


# Its days


def test_the_window_is_the_calendars_unless_the_receiver_states_another(department, justice_department):
    assert window_of(department, WHOLE) == Window(date(2026, 1, 1), date(2026, 12, 31))
    assert window_of(department, FIRST_HALF) == Window(date(2026, 1, 1), date(2026, 6, 30))
    days = {
        "figures_from": date(2025, 12, 15),
        "figures_to": date(2026, 12, 14),
        "cut_off": date(2026, 10, 31),
    }
    make_period(justice_department, reporting_year=2026, **days)
    assert window_of(department, WHOLE) == Window(*days.values())
    assert window_of(justice_department, WHOLE) == Window(*days.values())


# The year before


def test_last_years_figures_are_those_that_were_submitted(department, earlier):
    make_form()
    event(department, 5, 5, year=2025, reporting_year=2025, sessions=9)
    for actual, outcome in ((7, OutcomeKind.RETURNED), (8, OutcomeKind.ACCEPTED)):
        submission = make_submission(earlier)
        make_submitted_figure(submission, "5", actual=actual, estimate=3)
        make_submitted_figure(submission, "9", does_not_apply=True)
        make_outcome(submission, outcome)
    withdrawn = make_submission(earlier)
    make_submitted_figure(withdrawn, "5", actual=1)
    make_outcome(withdrawn, OutcomeKind.WITHDRAWN)
    form = load_form(department, WHOLE)
    # Column 6 stood in no figure of the submission: it is counted.
    assert [form.figure(code).before for code in ("5", "6", "9")] == [11, 40, None]


def test_last_years_figures_are_in_the_unit_of_this_years_column(department, earlier):
    make_form()
    submission = make_submission(earlier)
    make_submitted_figure(submission, "19", actual=35, unit="triệu đồng")
    make_submitted_figure(submission, "9", actual=3, unit="đợt")
    form = load_form(department, WHOLE)
    assert [(form.figure(code).before, form.figure(code).before_fault) for code in ("19", "9")] == [
        (35_000_000, ""),
        (None, "ghi theo “đợt”, cột này tính theo “cuộc”"),
    ]


def test_a_submitted_figure_keeps_the_unit_of_its_form(department, report, earlier):
    make_form()
    make_submitted_figure(make_submission(earlier), "19", actual=20_000_000, unit="đồng")
    submission = make_submission(report)
    make_submitted_figure(submission, "19", actual=35, unit="triệu đồng")
    figure = handed_in(load_form(department, WHOLE), submission).form.figure("19")
    assert (figure.total, figure.indicator.unit, figure.before) == (35, "triệu đồng", 20)
    SubmittedFigure.objects.filter(actual=20_000_000).update(actual=20_000_001)
    figure = handed_in(load_form(department, WHOLE), submission).form.figure("19")
    assert (figure.before, figure.before_fault) == (
        None,
        "ghi theo “đồng”, không đổi tròn sang “triệu đồng”",
    )


def test_last_years_figures_are_counted_where_none_were_submitted(department, earlier):
    make_form()
    of_2025 = {"year": 2025, "reporting_year": 2025}
    event(department, 5, 5, **of_2025, sessions=9, attendance=300)
    event(department, 5, 11, **of_2025, sessions=2, attendance=50)
    make_figure(earlier, "6", actual=340, reason="Đếm lại")
    make_figure(earlier, "19", actual=1000)
    make_figure(earlier, "20", does_not_apply=True)
    form = load_form(department, WHOLE)
    assert [form.figure(code).before for code in ("5", "6", "9", "18", "20", "21")] == (
        [11, 340, 0, 1000, None, None]
    )
    assert filled(department, "5", FIRST_HALF).before == 9


def test_an_event_of_last_december_that_belongs_to_this_year_makes_no_year_of_zeros(department):
    make_form()
    event(department, 31, 12, year=2025, reporting_year=2026, sessions=9)
    assert filled(department, "5").before is None
    event(department, 30, 12, year=2025, reporting_year=2025)
    assert filled(department, "5").before == 10


# What was settled


def test_rapporteurs_are_a_dash_in_half_a_year_until_somebody_states_them(department):
    make_form()
    assert not filled(department, "3").does_not_apply
    assert (
        filled(department, "3", FIRST_HALF).does_not_apply,
        filled(department, "5", FIRST_HALF).actual,
    ) == (
        True,
        0,
    )
    report = make_report(department, reporting_year=2026, period_kind=PeriodKind.HALF_YEAR)
    make_figure(report, "3", actual=12)
    three = filled(department, "3", FIRST_HALF)
    assert (three.does_not_apply, three.actual) == (False, 12)


def test_a_settled_figure_stands_beside_the_counted_one(department, report):
    make_form()
    event(department, 5, 5, sessions=36)
    make_figure(report, "5", actual=40, counted=36, reason="Có bốn cuộc của năm đơn vị khác")
    make_figure(report, "9", does_not_apply=True, counted=0)
    five, nine = filled(department, "5"), filled(department, "9")
    assert (five.actual, five.counted, five.differs, five.doubts) == (40, 36, True, ())
    assert (nine.actual, nine.counted, nine.does_not_apply, nine.doubts) == (None, 0, True, ())


def test_rows_that_changed_since_a_figure_was_settled_are_judged_and_no_doubt(department, report):
    make_form()
    event(department, 5, 5, sessions=1036)
    make_figure(report, "5", actual=40, counted=36, reason="Theo sổ theo dõi")
    make_figure(report, "6", counted=36, explanation="Ít người hơn")  # left as counted: it follows the rows
    form = load_form(department, WHOLE)
    assert [one.code for one in judge(form) if one.fault is Fault.MOVED] == ["5"]
    assert [form.figure(code).doubts for code in ("5", "6")] == [(), ()]


# Sums


def test_a_sum_adds_up_what_was_settled_with_its_estimates(department, report):
    make_form()
    make_figure(report, "19", actual=28_645_665_856, estimate=500)
    make_figure(report, "20", actual=6_812_889_440)
    make_figure(report, "21", actual=60_500_000, estimate=20)
    total = filled(department, "18")
    assert (total.counted, total.actual, total.estimate, total.doubts) == (
        35_519_055_296,
        35_519_055_296,
        520,
        (),
    )


def test_a_sum_says_which_of_its_columns_are_empty(department, report):
    make_form()
    make_figure(report, "19", actual=100)
    make_figure(report, "20", does_not_apply=True)
    total = filled(department, "18")
    assert (total.actual, total.doubts) == (100, ("Chưa có số ở cột 21 nên tổng chưa đủ.",))


def test_sums_of_sums_follow_each_other_and_circles_stay_empty(department, report):
    total = {"label": "Tổng", "count": Count.SUM}
    make_form(
        {"code": "1", "sum_of": "2, 3", **total},
        {"code": "2", "sum_of": "3, 4, 99", **total},
        {"code": "3", "label": "A"},
        {"code": "4", "label": "B"},
        {"code": "5", "sum_of": "6", **total},
        {"code": "6", "sum_of": "5", **total},
        {"code": "7", "sum_of": "", **total},
    )
    make_figure(report, "3", actual=10)
    make_figure(report, "4", actual=5)
    form = load_form(department, WHOLE)
    assert [one.actual for one in form.figures] == [25, 15, 10, 5, None, None, None]


def test_a_sum_of_too_many_digits_is_left_out(department, report):
    make_form()
    make_figure(report, "19", actual=2**63 - 1)
    make_figure(report, "20", actual=2**63 - 1)
    total = filled(department, "18")
    assert (total.actual, total.doubts[-1]) == (
        None,
        "Tổng có hơn 15 chữ số nên không ghi; xem lại các số đã nhập.",
    )


# Cost


def test_a_form_needs_the_same_number_of_queries_whatever_the_size_of_the_year(
    department, other_department, report, earlier
):
    make_form()

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            load_form(department, WHOLE)
        return len(captured)

    event(department, 5, 5)
    few = queries()
    make_year(department, other_department)
    submission = make_submission(earlier)
    for code in FUNDS:
        make_figure(report, code, actual=1)
        make_submitted_figure(submission, code, actual=1)
    assert queries() == few == 9
