"""The Justice Department has the figures of accepted reports added up: by body, by group, for the province."""

import json
from io import StringIO
from itertools import count
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import BodyGroup
from reports.models import Indicator, IndicatorSet, OutcomeKind, PeriodKey, PeriodKind
from reports.received.figures import Cell
from reports.received.totals import add_up
from tests.factories import (
    make_organisation,
    make_outcome,
    make_period,
    make_report,
    make_submission,
    make_user,
)
from tests.reports.figures.forms import make_form, make_submitted_figure
from tests.reports.received.summed import SUMS

CODES = ("1", "5", "6", "18")
YEAR = PeriodKey(2024)


@pytest.fixture
def form(db):
    columns = [{"code": code, "label": f"Chỉ tiêu {code}", "unit": "cuộc"} for code in CODES]
    return make_form(*columns, {"code": "22", "label": "Ghi chú", "is_text": True}, group="", form_code="04c")


def hand_in(body, year=2024, outcome=OutcomeKind.ACCEPTED, by=None, **figures):
    """Save a submission of a body with figures by code: a number, "-" or None, with what became of it."""
    report = body.reports.filter(reporting_year=year).first() or make_report(body, reporting_year=year)
    submission = make_submission(report, **({"submitted_by": by} if by else {}))
    for code, number in figures.items():
        said = {"does_not_apply": True} if number == "-" else {"actual": number}
        make_submitted_figure(submission, code.removeprefix("c"), **said)
    if outcome:
        make_outcome(submission, outcome, **({"decided_by": by} if by else {}))
    return submission


def printed(*words):
    out = StringIO()
    call_command(*words, stdout=out)
    return json.loads(out.getvalue())


def test_accepted_figures_are_added_up(form, department, other_department, justice_department):
    hand_in(department, c5=3, c6=120)
    hand_in(other_department, c5=4, c6=80)
    totals = add_up(justice_department, YEAR)
    assert (totals.cells["5"], totals.cells["6"]) == (Cell(7), Cell(200))
    (group,) = totals.groups
    assert (group.group, group.cells["5"]) == (BodyGroup.DEPARTMENT, Cell(7))
    assert [body.cells["5"].actual for body in group.bodies] == [3, 4]
    assert totals.left_out == ()


@pytest.mark.parametrize(
    ("numbers", "sum_of_them"),
    [
        (("-", "-"), Cell(does_not_apply=True)),
        (("-", 0), Cell(0)),
        (("-", None), Cell(does_not_apply=True)),
        ((None, None), Cell()),
        ((0, None), Cell(0)),
        ((10**18, 9 * 10**17), Cell(19 * 10**17)),
    ],
)
def test_what_does_not_apply_is_not_nought(
    form, department, other_department, justice_department, numbers, sum_of_them
):
    for body, number in zip((department, other_department), numbers, strict=True):
        hand_in(body, c5=number)
    assert add_up(justice_department, YEAR).cells["5"] == sum_of_them


def test_the_last_form_of_the_program_is_added_up_as_bodies_fill_in_the_last(form, justice_department):
    later = IndicatorSet.objects.create(name="Biểu sửa", form_code="04c", from_year=form.from_year, group="")
    assert add_up(justice_department, YEAR).form == later


def test_who_is_not_accepted_is_left_out_by_name(form, department, other_department, justice_department):
    hand_in(department, c5=3)
    hand_in(other_department, outcome=OutcomeKind.RETURNED, c5=100)
    waiting, writing, idle, empty = (
        make_organisation(reports_to=justice_department, name=name)
        for name in ("Sở Một", "Sở Hai", "Sở Ba", "Sở Bốn")
    )
    hand_in(waiting, outcome=None, c5=100)
    make_report(writing)
    make_report(idle, reporting_year=2022)
    hand_in(empty)
    make_organisation(reports_to=justice_department, name="Sở Cũ", is_active=False)
    totals = add_up(justice_department, YEAR)
    assert totals.cells["5"] == Cell(3)
    assert {body.organisation.name: body.left_out_because for body in totals.left_out} == {
        other_department.name: "Đã trả lại",
        "Sở Một": "Mới nhận",
        "Sở Hai": "Đang soạn",
        "Sở Ba": "Chưa bắt đầu",
        "Sở Bốn": "Không có biểu số liệu",
    }


def test_a_body_that_has_stopped_is_named_where_it_submitted_or_had_figures_last_year(
    form, justice_department
):
    stopped = {
        name: make_organisation(reports_to=justice_department, name=name, is_active=False)
        for name in ("Sở Đã nộp", "Sở Có số", "Sở Không số", "Sở Bị trả", "Sở Đang soạn")
    }
    hand_in(stopped["Sở Đã nộp"], outcome=None, c5=3)
    hand_in(stopped["Sở Có số"], 2023, c5=3)
    hand_in(stopped["Sở Không số"], 2023)
    hand_in(stopped["Sở Bị trả"], 2023, outcome=OutcomeKind.RETURNED, c5=3)
    make_report(stopped["Sở Đang soạn"])
    named = {
        body.organisation.name: body.left_out_because for body in add_up(justice_department, YEAR).bodies
    }
    assert named == {"Sở Đã nộp": "Mới nhận", "Sở Có số": "Đã dừng hoạt động"}


def test_the_version_that_was_accepted_counts(form, department, justice_department):
    hand_in(department, outcome=OutcomeKind.RETURNED, c5=100)
    hand_in(department, c5=3)
    totals = add_up(justice_department, YEAR)
    ((body,),) = (group.bodies for group in totals.groups)
    assert (body.version, body.cells["5"], totals.cells["5"]) == (2, Cell(3), Cell(3))


def test_last_year_stands_beside_it(form, department, other_department, justice_department):
    hand_in(department, c5=3)
    hand_in(department, 2023, c5=2)
    hand_in(other_department, 2023, c5=5, c6=50)
    make_report(department, reporting_year=2023, period_kind=PeriodKind.HALF_YEAR)
    totals = add_up(justice_department, YEAR)
    assert totals.cells["5"] == Cell(3, before=7)
    assert totals.cells["6"] == Cell(before=50)
    assert [body.organisation for body in totals.left_out] == [other_department]


def test_bodies_stand_in_their_groups_in_the_order_of_the_form(form, justice_department):
    numbers = count(1)
    for name, group, place in (
        ("Xã Đông", BodyGroup.COMMUNE, 0),
        ("Sở Xây dựng", BodyGroup.DEPARTMENT, 2),
        ("Sở Y tế", BodyGroup.DEPARTMENT, 1),
        ("Ủy ban Mặt trận", BodyGroup.FRONT, 0),
        ("Xã Bắc", BodyGroup.COMMUNE, 0),
    ):
        body = make_organisation(reports_to=justice_department, name=name, group=group, place_in_group=place)
        hand_in(body, c5=next(numbers))
    totals = add_up(justice_department, YEAR)
    assert [[body.organisation.name for body in group.bodies] for group in totals.groups] == [
        ["Sở Y tế", "Sở Xây dựng"],
        ["Ủy ban Mặt trận"],
        ["Xã Bắc", "Xã Đông"],
    ]
    assert [group.cells["5"].actual for group in totals.groups] == [5, 4, 6]


UNITS = {"5": ("cuộc", "buổi", ""), "18": ("đồng", "nghìn đồng", "triệu đồng")}


def random_province(justice_department, bodies, seed=1):
    """Save bodies with reports of two years, of which some are accepted, in units of their own."""
    random = Random(seed)
    by = make_user(justice_department)
    for _ in range(bodies):
        body = make_organisation(reports_to=justice_department, group=random.choice(tuple(BodyGroup)))
        for year in (2023, 2024):
            outcome = random.choice((OutcomeKind.ACCEPTED, OutcomeKind.ACCEPTED, OutcomeKind.RETURNED, None))
            submission = hand_in(body, year, outcome, by)
            for code in CODES:
                unit = random.choice(UNITS.get(code, ("",)))
                most = 10**13 if unit in ("", "cuộc") else 10**5
                number = random.choice((None, 0, random.randrange(100), random.randrange(most)))
                estimate = random.choice((None, 1000 * random.randrange(100)))
                make_submitted_figure(submission, code, actual=number, estimate=estimate, unit=unit)


def test_totals_are_those_of_the_database(form, justice_department):
    form.indicators.filter(code="18").update(unit="nghìn đồng")
    random_province(justice_department, 20)
    totals = add_up(justice_department, YEAR)
    with connection.cursor() as cursor:
        cursor.execute(SUMS, [justice_department.pk, 2024, form.pk])
        sums = {code: (actual, estimate) for code, actual, estimate in cursor.fetchall()}
        cursor.execute(SUMS, [justice_department.pk, 2023, form.pk])
        before = {code: (actual or 0) + (estimate or 0) for code, actual, estimate in cursor.fetchall()}
    assert {code: (cell.actual, cell.estimate) for code, cell in totals.cells.items()} == sums
    assert {code: cell.before for code, cell in totals.cells.items()} == before
    for code in CODES:
        of_groups = [group.cells[code].actual for group in totals.groups]
        assert sum(number or 0 for number in of_groups) == totals.cells[code].actual


def test_more_bodies_need_no_more_queries(form, justice_department):
    random_province(justice_department, 2)
    with CaptureQueriesContext(connection) as few:
        add_up(justice_department, YEAR)
    random_province(justice_department, 6, seed=2)
    with CaptureQueriesContext(connection) as many:
        add_up(justice_department, YEAR)
    assert len(many) == len(few)


def test_the_command_prints_the_form_of_the_province(form, department, other_department, justice_department):
    hand_in(department, c5=3, c6="-")
    hand_in(department, 2023, c5=2)
    make_report(other_department)
    said = printed("add_up", "STP", "2024")
    figures = [
        {"code": "1", "actual": None, "estimate": None, "counted": None, "before": None},
        {"code": "5", "actual": 3, "estimate": None, "counted": None, "before": 2},
        {"code": "6", "actual": "-", "estimate": None, "counted": None, "before": None},
        {"code": "18", "actual": None, "estimate": None, "counted": None, "before": None},
    ]
    assert (said["form"], said["period"]) == ("04c", "2024")
    assert said["columns"][1] == {"code": "5", "label": "Chỉ tiêu 5", "unit": "cuộc"}
    assert said["groups"] == [
        {
            "group": "department",
            "label": BodyGroup.DEPARTMENT.label,
            "bodies": [{"code": "SXD", "name": department.name, "version": 1, "figures": figures}],
            "total": figures,
        }
    ]
    assert said["total"] == figures
    assert said["left_out"] == [{"code": "SYT", "name": other_department.name, "because": "Đang soạn"}]


def test_a_period_has_a_form_of_its_own(form, department, justice_department):
    period = make_period(justice_department)
    own = make_form({"code": "5", "label": "Số cuộc"}, group="", form_code="04c riêng", period=period)
    Indicator.objects.filter(indicator_set=form).delete()
    totals = add_up(justice_department, YEAR)
    assert (totals.form, [one.code for one in totals.columns]) == (own, ["5"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("KHAC", "2024"), "Không có cơ quan nào mã “KHAC”"),
        (("SXD", "2024"), "Không có đơn vị nào gửi báo cáo"),
        (("STP", "2024-9-thang"), "“2024-9-thang” không phải kỳ báo cáo"),
        (("STP", "2010"), "Chưa có biểu tổng hợp nào dùng cho năm 2010"),
    ],
)
def test_what_cannot_be_added_up_gets_one_sentence(form, department, words, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("add_up", *words, stdout=StringIO())


def test_totals_follow_what_becomes_of_reports_bodies_and_forms(form, department, justice_department):
    first = hand_in(department, c5=3)
    assert add_up(justice_department, YEAR).cells["5"].actual == 3
    first.outcome.delete()
    assert add_up(justice_department, YEAR).cells["5"].actual is None
    hand_in(department, c5=4)
    assert add_up(justice_department, YEAR).cells["5"].actual == 4
    department.group = BodyGroup.COMMUNE
    department.save()
    assert [group.group for group in add_up(justice_department, YEAR).groups] == [BodyGroup.COMMUNE]
    form.indicators.filter(code="5").delete()
    assert "5" not in add_up(justice_department, YEAR).cells
