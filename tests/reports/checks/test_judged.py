"""The figures of Bình's report are checked with it, where Dung's period asks for a form or somebody has settled one."""

from datetime import date

import pytest

from reports.checks import Part, load
from reports.checks.judged import BROKEN, UNLIKELY, UNSETTLED
from reports.checks.waiving import can_be_waived
from tests.factories import make_event, make_period, make_report
from tests.reports.checks.found import TODAY, findings, texts
from tests.reports.figures.forms import make_figure, make_form

COLUMNS = (
    {"code": "5", "label": "Số cuộc", "unit": "cuộc", "count": "sessions"},
    {"code": "6", "label": "Số lượt người", "unit": "lượt người", "count": "people"},
    {"code": "18", "label": "Kinh phí", "unit": "đồng", "rules": "#18 < 9000 | chặn | Quá mức được cấp."},
)


@pytest.fixture
def period(justice_department):
    return make_period(justice_department)


@pytest.fixture
def report(department):
    return make_report(department)


def event(department, **values):
    return make_event(department, **{"held_from": date(2024, 3, 5), "date_precision": "day", **values})


def test_figures_are_judged_where_the_period_asks_for_them(department, period, report):
    event(department, name="Livestream Luật Đất đai", attendance=500_000)
    event(department, name="Hội nghị Sen", held_from=None, date_precision="none")
    make_form(*COLUMNS, period=period)
    make_figure(report, "18", actual=9_500)
    assert texts(report, BROKEN) == ["Quá mức được cấp. Đang ghi: cột (18) 9.500. Xem lại các số này."]
    assert texts(report, UNLIKELY) == [
        "Cột (6) Số lượt người: 1 cuộc mà có 500.000 lượt người, mỗi cuộc 500.000 người. Xem lại số cuộc và số người. "
        "Nếu đúng thì giữ nguyên và ghi lý do."
    ]
    (doubts,) = texts(report, UNSETTLED)
    assert doubts == (
        "Số đếm được ở cột (5), (6) còn nghi vấn. Cột (5) Số cuộc: 1 hoạt động chưa ghi ngày nên chưa tính: “Hội nghị "
        "Sen”. Chốt số ở trang Số liệu, hoặc sửa các dòng này."
    )
    places = [
        (one.place.part, one.place.field) for rule in (BROKEN, UNSETTLED) for one in findings(report, rule)
    ]
    assert places == [(Part.FIGURES, "18"), (Part.FIGURES, "5")]
    assert [can_be_waived(findings(report, rule)[0]) for rule in (BROKEN, UNLIKELY)] == [False, True]


def test_what_nobody_entered_is_told_until_it_is_entered(period, report):
    make_form(*COLUMNS, period=period)
    assert texts(report, UNSETTLED) == [
        "Chưa nhập số ở cột (18). Nhập số; chỉ tiêu không phát sinh thì ghi “-”."
    ]
    make_figure(report, "18", does_not_apply=True)
    assert texts(report, UNSETTLED) == []


def test_a_form_that_nobody_asks_for_is_judged_once_somebody_has_settled_a_figure(period, report):
    make_form(*COLUMNS)
    assert texts(report, UNSETTLED) == []
    make_figure(report, "5", actual=0)
    assert len(texts(report, UNSETTLED)) == 1


def test_a_report_without_a_form_has_no_findings_of_figures(department, period, report):
    event(department, attendance=500_000)
    assert texts(report, UNLIKELY) == texts(report, UNSETTLED) == []


def test_a_reason_stands_for_the_number_that_was_seen(department, period, report):
    crowd = event(department, attendance=500_000)
    make_form(*COLUMNS, period=period)
    before = findings(report, UNLIKELY)[0].key
    assert findings(report, UNLIKELY)[0].key == before
    type(crowd).objects.filter(pk=crowd.pk).update(attendance=600_000)
    assert findings(report, UNLIKELY)[0].key != before


def test_another_figure_is_another_draft(period, report):
    make_form(*COLUMNS, period=period)
    before = load(report, TODAY).digest
    make_figure(report, "18", actual=1)
    assert load(report, TODAY).digest != before
