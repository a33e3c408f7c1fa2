"""Dates outside the period, in the future, or impossible."""

from datetime import date

import pytest

from events.kinds import DatePrecision
from reports.checks.dates import FUTURE, IMPOSSIBLE, OUTSIDE, impossible_dates
from reports.checks.findings import Severity
from reports.models import PeriodKind
from tests.factories import make_directive, make_event, make_plan, make_report
from tests.reports.checks.found import findings, report_saying, texts

pytestmark = pytest.mark.django_db

TO_OCTOBER = {"statistics_from": date(2024, 1, 1), "statistics_to": date(2024, 10, 31)}
HALF_YEAR = {"period_kind": PeriodKind.HALF_YEAR}
MONTH = DatePrecision.MONTH


def test_a_plan_after_the_periods_end_is_a_warning_that_says_so(department):
    make_plan(department, number="2661/SXD-VP", kind="official_letter", issued_on=date(2024, 11, 5))
    [finding] = findings(make_report(department, **TO_OCTOBER), OUTSIDE)
    assert finding.text == (
        "Công văn số 2661/SXD-VP: ngày 05/11/2024 sau ngày cuối kỳ 31/10/2024. "
        "Sửa ngày, đưa ra khỏi danh mục hoặc giữ nguyên nếu có lý do."
    )
    assert finding.rule.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("make", "values", "period"),
    [
        (make_plan, {"issued_on": date(2024, 11, 1)}, TO_OCTOBER),
        (make_plan, {"issued_on": date(2023, 11, 30)}, TO_OCTOBER),
        (make_plan, {"issued_on": date(2025, 1, 2)}, {}),
        (make_directive, {"issued_on": date(2024, 11, 8)}, TO_OCTOBER),
        (make_event, {"held_from": date(2023, 12, 20)}, TO_OCTOBER),
        (make_event, {"held_from": date(2024, 11, 9)}, TO_OCTOBER),
        (make_event, {"held_from": date(2024, 11, 1), "date_precision": MONTH}, TO_OCTOBER),
    ],
)
def test_what_is_outside_is_found(department, make, values, period):
    make(department, **values)
    assert len(findings(make_report(department, **period), OUTSIDE)) == 1


@pytest.mark.parametrize(
    ("make", "values", "period"),
    [
        (make_plan, {"issued_on": date(2023, 12, 1)}, TO_OCTOBER),
        (make_plan, {"issued_on": date(2024, 10, 31)}, TO_OCTOBER),
        (make_plan, {"issued_on": None}, TO_OCTOBER),
        (make_plan, {"issued_on": date(2024, 11, 5), "in_report": False}, TO_OCTOBER),
        (make_plan, {"issued_on": date(2024, 12, 31)}, {}),
        (make_plan, {"issued_on": date(2023, 12, 29)}, HALF_YEAR),
        (make_plan, {"issued_on": date(2024, 7, 1)}, HALF_YEAR),
        (make_directive, {"issued_on": date(2003, 12, 9)}, TO_OCTOBER),
        (make_event, {"held_from": date(2024, 10, 1), "date_precision": MONTH}, TO_OCTOBER),
        (make_event, {"held_from": date(2024, 10, 1), "date_precision": DatePrecision.QUARTER}, TO_OCTOBER),
        (make_event, {"held_from": date(2023, 12, 30), "held_to": date(2024, 1, 2)}, TO_OCTOBER),
        (make_event, {"held_from": None, "date_precision": DatePrecision.NONE}, TO_OCTOBER),
    ],
)
def test_what_is_inside_or_need_not_be_is_not(department, make, values, period):
    make(department, **values)
    assert findings(make_report(department, **period), OUTSIDE) == []


@pytest.mark.parametrize(
    ("make", "values", "found"),
    [
        (make_plan, {"issued_on": date(2024, 5, 2)}, 1),
        (make_plan, {"issued_on": date(2042, 1, 16), "in_report": False}, 1),
        (make_directive, {"issued_on": date(2024, 12, 29)}, 1),
        (make_event, {"held_from": date(2024, 5, 2)}, 1),
        (make_event, {"held_from": date(2024, 6, 1), "date_precision": MONTH}, 1),
        (make_plan, {"issued_on": date(2024, 5, 1)}, 0),
        (make_plan, {"issued_on": None}, 0),
        (make_directive, {"issued_on": date(2023, 12, 29)}, 0),
        (make_event, {"held_from": date(2024, 4, 30), "held_to": date(2024, 5, 2)}, 0),
        (make_event, {"held_from": date(2024, 5, 1), "date_precision": MONTH}, 0),
        (make_event, {"held_from": date(2024, 4, 1), "date_precision": DatePrecision.QUARTER}, 0),
        (make_event, {"held_from": date(2024, 7, 1), "date_precision": DatePrecision.QUARTER}, 1),
    ],
)
def test_a_day_still_to_come_is_found(department, make, values, found):
    make(department, **values)
    assert len(findings(make_report(department), FUTURE, today=date(2024, 5, 1))) == found


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Quyết định ngày 31/9/2024", ["31/9/2024"]),
        ("từ ngày 29/02 năm đó, ngày 30/02", ["30/02"]),
        ("ngày 29/02/2023", ["29/02/2023"]),
        ("ngày 31 tháng 9 năm 2024", ["31 tháng 9 năm 2024"]),
        ("các ngày 30-31/9/2024", ["31/9/2024"]),
        ("(15/13/2024)", ["15/13/2024"]),
        ("ngày 32.10.2024", ["32.10.2024"]),
        ("ngày 0/5", ["0/5"]),
    ],
)
def test_a_day_of_no_calendar_is_found(text, dates):
    assert list(impossible_dates(text)) == dates


@pytest.mark.parametrize(
    "text",
    [
        "ngày 29/02/2024, 31/12, ngày 30-31/7/2024, 16.01.2024, ngày 05 tháng 3 năm 2024",
        "số 31/9/2024/QĐ-UBND, 45/31/NQ, 31/9/2024-VP, Thông tư 13/2024/TT-BTP, số 99/2024",
        "trực 24/24 giờ, cả ngày 24/24, 63/63 tỉnh, 45/31 điểm, tỷ lệ 15/20",
        "TCVN 31.13.2024, điện thoại 024.31.13.2024, mục 1.13.2",
        "từ 31-13 hoặc 0-5",
        "ngày 9/11, ngày …/…/2024, ngày 31 tháng 10",
    ],
)
def test_other_figures_are_no_dates(text):
    assert list(impossible_dates(text)) == []


def test_it_blocks_and_carries_the_line(department):
    report = report_saying(department, "Sở họp ngày 31/9/2024.\n\nTốt.")
    [finding] = findings(report, IMPOSSIBLE)
    assert finding.text == "Ngày 31/9/2024 (mục “Kết quả”) không có trong lịch. Sửa lại ngày."
    assert (finding.rule.severity, finding.place.line) == (Severity.BLOCKING, "Sở họp ngày 31/9/2024.")


def test_a_row_with_words_of_its_own_is_read_too(department):
    make_plan(department, wording="Kế hoạch số 5 ngày 31/9/2024", number="5/KH-SXD")
    [text] = texts(report_saying(department, "[[văn bản đã ban hành]]"), IMPOSSIBLE)
    assert text == "Ngày 31/9/2024 (Kế hoạch số 5/KH-SXD) không có trong lịch. Sửa lại ngày."
