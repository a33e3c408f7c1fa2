"""The charts of the province: a column by groups, the main columns against last year."""

import pytest

from accounts.models import BodyGroup
from reports.models import PeriodKey
from reports.received.totals import add_up
from reports.totals.charts import columns_chart, groups_chart
from tests.factories import make_organisation
from tests.pages import words
from tests.reports.figures.forms import make_form
from tests.reports.received.test_totals import hand_in

PAGE = "/tong-hop/2024/so-lieu/"
CHART = "//figure[contains(@class, 'chart')]"


@pytest.fixture(autouse=True)
def form(db):
    return make_form(group="", form_code="04c/TP/PBGDPL", name="Biểu của tỉnh")


@pytest.fixture
def front(justice_department):
    return make_organisation(name="Ủy ban Mặt trận", group=BodyGroup.FRONT, reports_to=justice_department)


@pytest.fixture
def dungs(client, dung):
    client.force_login(dung)
    return client


def groups_of(receiver, code):
    totals = add_up(receiver, PeriodKey(2024))
    column = next(one for one in totals.columns if one.code == code)
    return groups_chart(totals, column)


def test_a_column_is_charted_by_groups_beside_last_year(
    justice_department, department, other_department, front
):
    hand_in(department, c5=25)
    hand_in(other_department, c5=50)
    hand_in(department, 2023, c5=20)
    hand_in(front, c5="-")
    chart = groups_of(justice_department, "5")
    assert [(row.label, row.numbers) for row in chart.rows] == [
        (BodyGroup.DEPARTMENT.label, (75, 20)),
        (BodyGroup.FRONT.label, ("-", None)),
    ]
    assert (chart.series, chart.total.numbers) == (("Năm 2024", "Năm 2023"), (75, 20))


def test_a_column_without_last_year_has_one_series_and_without_numbers_no_chart(
    justice_department, department
):
    hand_in(department, c5=25)
    assert groups_of(justice_department, "5").series == ("Năm 2024",)
    assert groups_of(justice_department, "6") is None


def test_a_group_leads_to_its_bodies_in_the_order_of_the_column(dungs, department, front):
    hand_in(department, c5=25)
    hand_in(front, c5=7)
    page = dungs.get(f"{PAGE}5/")
    assert words(page, f"{CHART}//tbody/tr[2]/*") == [BodyGroup.FRONT.label, "7", "21,9%"]
    (address,) = words(page, f"{CHART}//tbody/tr[2]//a/@href")
    assert words(dungs.get(address), "//table[@class='totals']/tbody/tr[not(@class)]/th") == [front.name]


def test_the_main_columns_are_compared_with_last_year(dungs, justice_department, department):
    hand_in(department, c5=30, c6=1245, c7=3, c9=0, c11="-")
    assert columns_chart(add_up(justice_department, PeriodKey(2024))) is None
    assert words(dungs.get(PAGE), CHART) == []
    hand_in(department, 2023, c5=20, c6=1245, c7=4, c9=0, c11=2, c13=5)
    chart = columns_chart(add_up(justice_department, PeriodKey(2024)))
    # Column 7 is a part of 5; of 11 and 13 only one year is known.
    assert [(row.label, row.numbers, row.change) for row in chart.rows] == [
        ("(5) Số cuộc", (30, 20), "+50%"),
        ("(6) Số lượt người", (1245, 1245), "không đổi"),
        ("(9) Số cuộc thi", (0, 0), "không đổi"),
    ]
    assert words(dungs.get(PAGE), f"{CHART}//tbody//a/@href") == [f"{PAGE}{code}/" for code in (5, 6, 9)]


def test_whom_this_year_leaves_out_is_said_beside_the_chart(dungs, department, other_department):
    hand_in(department, c5=25)
    for body in (department, other_department):
        hand_in(body, 2023, c5=20)
    for address in (PAGE, f"{PAGE}5/"):
        (hint,) = words(dungs.get(address), f"{CHART}/following-sibling::p[@class='hint']")
        assert hint.startswith("Kỳ này chưa tính 1 đơn vị")
