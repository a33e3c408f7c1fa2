"""Bình puts the rows of a year into an order of his own."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from django.db import connection

from accounts.models import Change
from accounts.rows.ordering import order_by_date
from plans.models import Plan
from tests.accounts.rows.moving import move_row, step_row
from tests.factories import make_plan


@pytest.fixture
def plans(department):
    return {subject: make_plan(department, subject=subject) for subject in ("A", "B", "C", "D")}


def order(department):
    return "".join(plan.subject for plan in Plan.objects.of(department).for_year(2024).in_order())


def positions(department):
    return list(Plan.objects.of(department).for_year(2024).in_order().values_list("position", flat=True))


@pytest.mark.parametrize(
    ("moved", "before", "place", "wanted"),
    [
        ("D", "A", 1, "DABC"),
        ("A", "C", 2, "BACD"),
        ("A", None, 4, "BCDA"),
        ("B", "B", 2, "ABCD"),
        ("B", "C", 2, "ABCD"),
    ],
)
def test_a_row_is_put_before_another(department, binh, plans, moved, before, place, wanted):
    assert move_row(plans[moved], by=binh, before=plans.get(before)) == place
    assert order(department) == wanted


@pytest.mark.parametrize(
    ("moved", "down", "place", "wanted"),
    [("B", True, 3, "ACBD"), ("B", False, 1, "BACD"), ("A", False, 1, "ABCD"), ("D", True, 4, "ABCD")],
)
def test_a_row_goes_one_place_up_or_down(department, binh, plans, moved, down, place, wanted):
    assert step_row(plans[moved], by=binh, down=down) == place
    assert order(department) == wanted


def test_a_move_is_recorded_in_the_history_of_the_moved_row_alone(binh, plans):
    move_row(plans["D"], by=binh, before=plans["B"])
    entries = [(change.row, change.changed_by, change.values) for change in Change.objects.all()]
    assert entries == [(plans["D"], binh, [["thứ tự", "4", "2"]])]


def test_a_row_that_stays_where_it_is_leaves_everything_as_it_was(department, binh, plans):
    step_row(plans["A"], by=binh, down=False)
    assert (positions(department), Change.objects.count()) == ([0, 0, 0, 0], 0)


def test_a_move_puts_nobodys_edit_out_of_date(department, binh, plans):
    move_row(plans["D"], by=binh, before=plans["A"])
    assert set(Plan.objects.of(department).values_list("version", flat=True)) == {1}


def test_other_years_and_departments_keep_their_order(department, other_department, binh, plans):
    others = [make_plan(department, reporting_year=2023, position=7), make_plan(other_department, position=9)]
    move_row(plans["D"], by=binh, before=plans["A"])
    assert [Plan.objects.get(pk=plan.pk).position for plan in others] == [7, 9]


def test_a_row_of_another_department_is_no_place(department, other_department, binh, plans):
    strange = make_plan(other_department)
    assert (move_row(plans["A"], by=binh, before=strange), order(department)) == (4, "BCDA")


def test_the_order_by_date_comes_back(department, binh, plans):
    move_row(plans["D"], by=binh, before=plans["A"])
    order_by_date(Plan.objects.of(department).for_year(2024), by=binh)
    assert (order(department), positions(department)) == ("ABCD", [0, 0, 0, 0])
    assert Change.objects.first().values == [["thứ tự", "4", "theo ngày"]]


@pytest.mark.django_db(transaction=True)
def test_moves_at_the_same_moment_leave_one_order(department, binh):
    plans = [make_plan(department, subject=str(number)) for number in range(8)]

    def shuffle(seed):
        random = Random(seed)
        try:
            for _ in range(5):
                moved, before = random.sample(plans, 2)
                move_row(moved, by=binh, before=before)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(shuffle, range(4)))
    assert positions(department) == list(range(1, 9))
