"""Dung gives an open period other forms; what bodies settled in the old ones is kept."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from accounts.conflict import Conflict
from accounts.history import history_of
from reports.figures.form import load_form
from reports.models import IndicatorSet, PeriodKey
from reports.periods.lifecycle import close_period
from reports.periods.period_forms import change_forms, replaced
from reports.periods.template_sets import copy_set
from tests.accounts.rows.editors import fields_of
from tests.factories import make_indicator_set, make_organisation, make_period, make_report, make_submission
from tests.pages import words
from tests.reports.figures.forms import make_figure

FAULTS = "//section[contains(@class, 'faults')]//li"
YEAR = PeriodKey(2024)
OLD = ({"code": "5", "label": "Số cuộc"}, {"code": "12", "label": "Đăng tải"})
NEW = ({"code": "5", "label": "Số cuộc, buổi"}, {"code": "13", "label": "Nhân bản"})


@pytest.fixture
def period(dung):
    """Return a period of 2024 that has copies of two forms."""
    period = make_period(dung.organisation)
    for group, columns in (("department", OLD), ("commune", OLD)):
        form = make_indicator_set(dung.organisation, *columns, name=f"Biểu cũ, {group}", group=group)
        copy_set(form, organisation=dung.organisation, period=period)
    return period


@pytest.fixture
def newer(dung):
    return make_indicator_set(dung.organisation, *NEW, name="Biểu mới")


def codes(organisation):
    return [one.indicator.code for one in load_form(organisation, YEAR).figures]


def test_a_new_form_takes_the_place_of_the_old_one_and_settled_figures_wait_for_their_column(
    period, newer, dung, department, other_department
):
    make_figure(make_report(department), "12", actual=45)
    commune = make_organisation(reports_to=dung.organisation, group="commune")
    (change,) = change_forms(period, {"department": newer}, version=1, by=dung)
    assert ([one.code for one in change.came], [one.code for one in change.went]) == (["13"], ["12"])
    assert [(str(old), str(new), what) for old, new, what in change.changed] == [
        ("(5) Số cuộc", "(5) Số cuộc, buổi", "tên chỉ tiêu")
    ]
    assert [(body, [one.shown for one in left]) for body, left in change.left] == [(department, ["45"])]
    assert (codes(department), codes(commune)) == (["5", "13"], ["5", "12"])
    assert [one.code for one in load_form(department, YEAR).left] == ["12"]
    told = [notice.words for notice in other_department.notices.all()]
    assert told == [
        "Sở Tư pháp tỉnh Sen đổi biểu số liệu của báo cáo năm 2024: nay dùng Biểu mới. Xem lại trang Số liệu."
    ]
    assert not commune.notices.exists()
    back = IndicatorSet.objects.get(name="Biểu cũ, department", period=None)
    change_forms(period, {"department": back}, version=2, by=dung)
    assert [one.stored and one.stored.actual for one in load_form(department, YEAR).figures] == [None, 45]
    assert load_form(department, YEAR).left == ()


def test_the_period_keeps_a_copy_and_its_history_names_the_columns(period, newer, dung):
    change_forms(period, {"department": newer}, version=1, by=dung)
    newer.indicators.update(label="Khác hẳn")
    copy = period.indicator_sets.get(group="department")
    assert [str(one) for one in copy.indicators.all()] == ["(5) Số cuộc, buổi", "(13) Nhân bản"]
    values = {label: (before, after) for label, before, after in history_of(period)[0].values}
    label = "biểu số liệu, Cơ quan chuyên môn thuộc UBND cấp tỉnh"
    assert values[f"{label}: tên biểu"] == ("Biểu cũ, department", "Biểu mới")
    assert "Đăng tải" in values[f"{label}: các chỉ tiêu"][0]


def test_a_form_is_taken_away_only_where_nobody_settled_a_figure(period, dung, department):
    commune = make_organisation(reports_to=dung.organisation, group="commune")
    make_figure(make_report(department), "5", does_not_apply=True)
    with pytest.raises(ValidationError, match=f"{department} đã chốt số. Chọn biểu khác thay vào."):
        change_forms(period, {"department": None}, version=1, by=dung)
    change_forms(period, {"commune": None}, version=1, by=dung)
    assert load_form(commune, YEAR) is None
    assert codes(department) == ["5", "12"]


def test_a_group_without_a_form_gets_one_and_bodies_that_fell_back_on_another_follow(period, dung):
    front = make_organisation(reports_to=dung.organisation, group="front")
    assert codes(front) == ["5", "12"]
    own = make_indicator_set(dung.organisation, *NEW, name="Biểu Mặt trận", group="front")
    (change,) = change_forms(period, {"front": own}, version=1, by=dung)
    assert (change.groups, change.bodies) == (("front",), (front,))
    assert codes(front) == ["5", "13"]


def test_bodies_that_have_submitted_are_named(period, newer, department, other_department):
    make_submission(make_report(department))
    (change,) = replaced(period, {"department": newer})
    assert change.arrived == (department,)


def test_nobody_else_changes_forms_nor_after_somebody_saved_the_period_nor_when_it_is_closed(
    period, newer, dung, binh
):
    with pytest.raises(PermissionDenied):
        change_forms(period, {"department": newer}, version=1, by=binh)
    with pytest.raises(Conflict):
        change_forms(period, {"department": newer}, version=0, by=dung)
    same = period.indicator_sets.get(group="department")
    with pytest.raises(ValidationError, match="đang dùng rồi"):
        change_forms(period, {"department": same}, version=1, by=dung)
    close_period(period, by=dung)
    with pytest.raises(ValidationError, match="Mở lại kỳ trước"):
        change_forms(period, {"department": newer}, version=1, by=dung)
    assert period.indicator_sets.get(group="department").name == "Biểu cũ, department"


def test_dung_looks_over_the_change_saves_it_and_the_department_reads_what_was_kept(
    client, period, newer, dung, binh
):
    make_figure(make_report(binh.organisation), "12", actual=1245, estimate=5)
    client.force_login(dung)
    address = f"{period.get_absolute_url()}bieu-so-lieu/"
    assert address in words(client.get(period.get_absolute_url()), "//main//dd/a/@href")
    sent = fields_of(client.get(address)) | {"form_department": newer.pk}
    check = client.post(address, sent)
    shown = dict(zip(words(check, "//dl//dt"), words(check, "//dl//dd"), strict=True))
    assert shown == {
        "Biểu đang dùng": "Biểu cũ, department",
        "Biểu mới": "Biểu mới",
        "Cột thêm": "(13) Nhân bản",
        "Cột bỏ": "(12) Đăng tải",
        "Cột đổi": "(5) Số cuộc → Số cuộc, buổi đổi tên chỉ tiêu",
        "Đơn vị được báo": "1",
    }
    kept = "cột (12) 1.245, ước thêm 5"
    assert words(check, "//main//section//li") == [f"{binh.organisation}: {kept}"]
    assert period.indicator_sets.filter(name="Biểu mới").count() == 0
    again = client.post(address, fields_of(check) | {"command": "edit"})
    assert fields_of(again)["form_department"] == [str(newer.pk)]
    assert client.post(address, fields_of(check) | {"command": "save"}).status_code == 302
    outdated = client.post(address, fields_of(check) | {"command": "save"})
    assert outdated.status_code == 409
    assert fields_of(outdated)["form_department"] == [str(newer.pk)]
    assert "Phạm Mỹ Dung đã lưu kỳ này" in words(outdated, "//*[@role='alert']")[0]
    at_binhs = Client()
    at_binhs.force_login(binh)
    page = at_binhs.get("/bao-cao/2024/so-lieu/")
    assert kept in words(page, "//*[contains(@class, 'form-facts')]//*[@class='notice']/p")[0]


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({}, "Chọn biểu khác cho ít nhất một nhóm cơ quan."),
        (
            {"form_commune": "999999"},
            "Xã, phường, đặc khu: Biểu này không còn trong danh sách. Chọn biểu khác.",
        ),
        ({"version": "x"}, "Trang này đã cũ. Tải lại trang rồi nhập lại."),
        ({"version": ""}, "Trang này đã cũ. Tải lại trang rồi nhập lại."),
    ],
)
def test_what_cannot_be_chosen_is_named(client, period, dung, typed, fault):
    client.force_login(dung)
    address = f"{period.get_absolute_url()}bieu-so-lieu/"
    response = client.post(address, fields_of(client.get(address)) | typed)
    assert words(response, FAULTS) == [fault]
