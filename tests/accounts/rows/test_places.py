"""A row finds its place in the list when it comes from another year, or back from the deleted."""

from datetime import date

import pytest

from accounts.rows.editing import delete_row, edit_row, restore_row
from plans.models import Plan
from tests.accounts.rows.moving import move_row
from tests.factories import make_plan


@pytest.fixture
def plans(department):
    return {subject: make_plan(department, subject=subject) for subject in ("A", "B", "C")}


def order(department, year=2024):
    return "".join(plan.subject for plan in Plan.objects.of(department).for_year(year).in_order())


def put_into_year(plan, year, by):
    plan.reporting_year = year
    edit_row(plan, by=by, version=plan.version)


def test_a_row_put_into_a_year_in_an_order_by_hand_comes_last(department, binh, plans):
    move_row(plans["C"], by=binh, before=plans["A"])
    put_into_year(
        make_plan(department, subject="Mới", issued_on=date(2023, 12, 29), reporting_year=2023), 2024, binh
    )
    assert order(department) == "CABMới"


def test_a_row_takes_no_place_of_its_old_year_along(department, binh, plans):
    make_plan(department, subject="Sau", issued_on=date(2025, 6, 1), reporting_year=2025)
    move_row(plans["A"], by=binh, before=None)
    put_into_year(Plan.objects.get(pk=plans["A"].pk), 2025, binh)
    assert (order(department), order(department, 2025)) == ("BC", "ASau")


def test_a_row_comes_back_where_it_was(department, binh, plans):
    move_row(plans["C"], by=binh, before=plans["A"])
    delete_row(plans["A"], by=binh)
    restore_row(plans["A"], by=binh)
    assert order(department) == "CAB"


def test_a_row_that_comes_back_after_the_others_were_put_in_order_comes_last(department, binh, plans):
    delete_row(plans["A"], by=binh)
    move_row(plans["C"], by=binh, before=plans["B"])
    restore_row(plans["A"], by=binh)
    assert order(department) == "CBA"


def test_a_row_that_comes_back_after_the_order_was_given_up_stands_at_its_date(
    client, department, binh, plans
):
    move_row(plans["A"], by=binh, before=None)
    delete_row(plans["A"], by=binh)
    client.force_login(binh)
    client.post("/ke-hoach/2024/xep-theo-ngay/")
    restore_row(plans["A"], by=binh)
    assert order(department) == "ABC"
