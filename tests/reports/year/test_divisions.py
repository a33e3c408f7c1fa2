"""Bình sees how many rows each division has entered."""

from datetime import UTC, datetime

import pytest

from plans.models import Plan
from reports.year.divisions import work_of_divisions
from tests.factories import make_directive, make_event, make_plan, make_policy
from tests.pages import words

LINES = "//table[@class='divisions']/tbody/tr"


@pytest.fixture
def divisions(department):
    return [department.divisions.create(name=name) for name in ("Phòng Pháp chế", "Thanh tra", "Văn phòng")]


@pytest.fixture
def entered(department, divisions):
    """Save rows of two divisions, and a row of no division."""
    legal, _, office = divisions
    for day in (3, 9, 5):
        plan = make_plan(department, division=legal)
        Plan.objects.filter(pk=plan.pk).update(entered_at=datetime(2024, 10, day, 8, tzinfo=UTC))
    make_event(department, division=legal, reporting_year=2023)
    make_directive(department, division=office)
    imported = make_event(department)
    type(imported).objects.filter(pk=imported.pk).update(entered_at=None)


def test_every_division_has_a_line_and_so_have_the_rows_of_none(department, entered, divisions):
    lines = work_of_divisions(department, 2024)
    assert [
        (line.name, line.value, line.directives, line.plans, line.events, line.percent) for line in lines
    ] == [
        ("Phòng Pháp chế", str(divisions[0].pk), 0, 3, 0, 100),
        ("Thanh tra", str(divisions[1].pk), 0, 0, 0, 0),
        ("Văn phòng", str(divisions[2].pk), 1, 0, 0, 33),
        ("Không ghi phòng, đơn vị", "khong", 0, 0, 1, 33),
    ]
    assert lines[0].last_entered_at == datetime(2024, 10, 9, 8, tzinfo=UTC)
    assert lines[3].last_entered_at is None


def test_the_home_page_lists_the_divisions(client, binh, entered):
    client.force_login(binh)
    lines = words(client.get("/nam/2024/"), LINES)
    assert (lines[0], lines[1]) == ("Phòng Pháp chế 0 3 0 09/10/2024", "Thanh tra Chưa nhập gì")


def test_policies_have_a_column_where_there_are_any(client, binh, department, entered, divisions):
    make_policy(department, division=divisions[2])
    client.force_login(binh)
    assert words(client.get("/nam/2024/"), LINES)[2].startswith("Văn phòng 1 0 1 0")
    assert [(line.policies, line.total) for line in work_of_divisions(department, 2024)][2] == (1, 2)


def test_a_body_without_divisions_has_nothing_to_compare(client, binh, department):
    make_plan(department)
    client.force_login(binh)
    assert (work_of_divisions(department, 2024), words(client.get("/nam/2024/"), LINES)) == ((), [])


def test_divisions_of_others_are_not_listed(other_department, entered):
    assert work_of_divisions(other_department, 2024) == ()
