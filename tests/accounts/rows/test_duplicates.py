"""Rows that tell of the same thing are found, a whole list at a time."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.rows.duplicates import duplicates_of
from events.kinds import DatePrecision
from events.models import Event
from plans.models import Plan
from tests.factories import make_event, make_plan


def plan(department, **values):
    return Plan(organisation=department, reporting_year=2024, **values)


@pytest.mark.parametrize(
    ("stored", "typed", "is_duplicate"),
    [
        ({"number": "139/KH-SXD"}, {"number": "139/kh – sxd", "issued_on": date(2024, 9, 1)}, True),
        ({"number": "05/KH-SXD"}, {"number": "5/KH-SXD", "issued_on": date(2024, 9, 1)}, True),
        ({"number": "139/KH-SXD"}, {"number": "139/KH-SXD", "issued_on": date(2023, 1, 16)}, False),
        ({"number": "139/KH-SXD"}, {"number": "139/KH-SXD"}, True),
        ({"number": "139/KH-SXD", "issued_on": None}, {"number": "139/KH-SXD"}, True),
        ({"number": "139/KH-SXD"}, {"number": "139/KH-SXD", "issuing_body": "sở xây dựng tỉnh SEN"}, True),
        ({"number": "139/KH-SXD"}, {"number": "139/KH-SXD", "issuing_body": "UBND"}, False),
        ({"number": "", "subject": "về hộ tịch"}, {"subject": "Về hộ tịch", "issued_on": date(2024, 1, 16)}, True),
        ({"number": "", "subject": "về hộ tịch"}, {"subject": "về hộ tịch", "issued_on": date(2024, 1, 17)}, False),
        ({"number": "", "subject": "về hộ tịch"}, {"wording": " "}, False),
    ],
)  # fmt: skip
def test_documents_are_the_same_by_number_year_and_body(department, stored, typed, is_duplicate):
    duplicate = make_plan(department, **stored)
    assert duplicates_of([plan(department, **typed)]) == ({0: duplicate} if is_duplicate else {})


def test_a_row_is_not_its_own_duplicate_and_a_deleted_one_is_none(department):
    first, second = make_plan(department, number="1/KH"), make_plan(department, number="1/KH")
    assert duplicates_of([first, second]) == {0: second, 1: first}
    Plan.objects.filter(pk=second.pk).update(deleted_at="2024-01-01T00:00Z")
    assert duplicates_of([first]) == {}


def test_a_list_of_five_hundred_costs_one_query(department, other_department):
    stored = [make_plan(department, number=f"{number}/KH-SXD") for number in range(1, 4)]
    make_plan(other_department, number="4/KH-SXD")
    rows = [plan(department, number=f"{number}/KH-SXD") for number in range(500)]
    with CaptureQueriesContext(connection) as queries:
        assert duplicates_of(rows) == dict(enumerate(stored, start=1))
    assert len(queries) == 1
    assert duplicates_of([]) == {}


def test_events_are_the_same_by_name_and_when_they_were_held(department):
    dated, undated = (
        make_event(department, name="Hội thi"),
        make_event(department, name="Tọa đàm", held_from=None, date_precision=DatePrecision.NONE),
    )
    typed = [
        Event(
            organisation=department,
            reporting_year=2024,
            name="HỘI THI",
            held_from=date(2024, 3, 5),
            date_precision="day",
        ),
        Event(
            organisation=department,
            reporting_year=2024,
            name="Hội thi",
            held_from=date(2024, 3, 1),
            date_precision="month",
        ),
        Event(organisation=department, reporting_year=2024, name="Tọa đàm"),
        Event(organisation=department, reporting_year=2023, name="Tọa đàm"),
    ]
    assert duplicates_of(typed) == {0: dated, 2: undated}
