"""Giang of a new department and Hoa of a new Justice Department read what to do first, until it is done."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Role
from reports.year.first_steps import first_steps
from tests.factories import make_division, make_organisation, make_period, make_user
from tests.pages import words

STEPS = "//section[contains(@class, 'first-steps')]//li"
OF_DEPARTMENT = [
    "/don-vi/2024/sua/",
    "/don-vi/2024/phong/them/",
    "/don-vi/2024/nguoi-dung/them/",
]
OF_RECEIVER = [
    "/don-vi/2024/sua/",
    "/don-vi/2024/phong/them/",
    "/don-vi/2024/co-quan/",
    "/don-vi/2024/nguoi-dung/them/",
    "/de-cuong/2024/",
    "/bo-tieu-chi/2024/",
    "/ky-bao-cao/2024/",
]


def left(person):
    return [one.url for one in first_steps(person, 2024) if not one.is_done]


@pytest.fixture
def hoa(db):
    return make_user(make_organisation(code="STP2"), Role.ADMINISTRATOR, username="hoa")


def test_the_steps_of_a_department_are_done_one_by_one_and_disappear(giang, department):
    seen = [left(giang)]
    make_division(department)
    seen.append(left(giang))
    department.signer_name = "Trần Thị Ký"
    department.save()
    giang.organisation.refresh_from_db()
    seen.append(left(giang))
    make_user(department, Role.LEGAL_OFFICER)
    seen.append(left(giang))
    signer, division, writer = OF_DEPARTMENT
    assert seen == [[signer, division, writer], [signer, writer], [writer], []]


def test_the_steps_of_a_justice_department_are_done_one_by_one_and_disappear(hoa):
    body, seen = hoa.organisation, [left(hoa)]
    body.signer_name = "Trần Thị Ký"
    body.save()
    make_organisation(reports_to=body)
    seen.append(left(hoa))
    officer = make_user(body, Role.JUSTICE_OFFICER)
    seen.append(left(hoa))
    make_period(body, opened_by=officer)
    seen.append(left(hoa))
    _, division, _, people, *templates = OF_RECEIVER
    assert seen == [OF_RECEIVER, [division, people, *templates], [division, *templates], []]


def test_a_person_whose_account_is_stopped_is_no_legal_officer(giang, department):
    make_user(department, Role.LEGAL_OFFICER, is_active=False)
    assert left(giang) == OF_DEPARTMENT


def test_only_administrators_read_the_steps(an, binh, dung):
    assert [first_steps(person, 2024) for person in (an, binh, dung)] == [(), (), ()]


def test_each_page_of_the_steps_opens_for_who_reads_them(client, giang, hoa):
    answers = {}
    for person in (giang, hoa):
        client.force_login(person)
        page = client.get(f"/{'tong-hop' if person == hoa else 'nam'}/2024/")
        answers[person.username] = [client.get(url).status_code for url in words(page, f"{STEPS}//a/@href")]
    assert answers == {"giang": [200] * 3, "hoa": [200] * 7}


def test_hoa_reads_the_steps_that_are_left_on_the_board(client, hoa):
    client.force_login(hoa)
    seen = []
    for _ in range(2):
        seen.append(words(client.get("/tong-hop/2024/"), f"{STEPS}[@class='to-do']//a/@href"))
        make_organisation(reports_to=hoa.organisation)
    assert seen == [OF_RECEIVER, [url for url in OF_RECEIVER if url != "/don-vi/2024/co-quan/"]]


def test_the_steps_cost_one_query(giang, department):
    assert giang.organisation == department
    with CaptureQueriesContext(connection) as queries:
        first_steps(giang, 2024)
    assert len(queries) == 1
