"""An lists the policies and drafts that her department must communicate, and says which events did it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.history import history_of
from accounts.rows.editing import edit_row
from plans.forms import PolicyValuesForm
from plans.kinds import PolicyKind
from plans.models import Policy
from tests.accounts.rows.editors import fields_of
from tests.accounts.rows.entry import send_new
from tests.factories import make_event, make_plan, make_policy
from tests.pages import row_words, words

LIST = "/chinh-sach/2024/"
ADD = f"{LIST}them/"
LINKS = "//main//fieldset[@class='links']/legend/text()[1]"
FAULTS = "//*[contains(@class, 'faults')]//li"


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def test_a_policy_is_added_with_the_events_that_communicated_it(client, department):
    event = make_event(department, name="Hội nghị góp ý")
    response = send_new(
        client,
        ADD,
        kind="policy",
        name=" Chính sách  nhà ở ",
        lead_body="Sở Xây dựng tỉnh Sen",
        due_on="30062024",
        events=[str(event.pk)],
    )
    assert response.status_code == 302
    policy = Policy.objects.get()
    assert (policy.kind, policy.name, policy.due_on) == (
        PolicyKind.POLICY,
        "Chính sách nhà ở",
        date(2024, 6, 30),
    )
    assert list(policy.events.all()) == [event]
    assert str(policy) == "Chính sách nhà ở (Sở Xây dựng tỉnh Sen chủ trì)"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"name": ""}, "Ghi tên chính sách, dự thảo."),
        (
            {"due_on": "31/9/2024"},
            "Ngày “31/9/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024.",
        ),
        ({"kind": "law"}, "Hãy chọn một lựa chọn hợp lệ. law không phải là một trong các lựa chọn khả thi."),
    ],
)
def test_what_is_wrong_is_said_and_stays_typed(client, typed, fault):
    response = send_new(client, ADD, **{"name": "Chính sách <b>A</b>", "lead_body": "Sở Y tế"} | typed)
    assert Policy.objects.count() == 0
    assert any(fault in words_of_fault for words_of_fault in words(response, FAULTS))
    assert fields_of(response)["lead_body"] == ["Sở Y tế"]


def test_the_list_says_what_is_missing(client, department):
    told = make_policy(department, position=1, name="Chính sách <b>A</b>", kind=PolicyKind.POLICY)
    make_event(department).policies.set([told])
    make_event(department, deleted_at=timezone.now()).policies.set([told])
    make_policy(department, position=2, name="Dự thảo B", lead_body="", due_on=None)
    assert row_words(client.get(LIST)) == [
        ["1", "30/6/2024", "Chính sách", "Chính sách <b>A</b>", "Sở Nội vụ", "1"],
        ["2", "Chưa ghi thời hạn", "Dự thảo", "Dự thảo B", "Chưa ghi", "Chưa truyền thông"],
    ]
    for gap in ("chu-tri", "ngay", "truyen-thong"):
        assert [row[3] for row in row_words(client.get(f"{LIST}?thieu={gap}"))] == ["Dự thảo B"]


def test_a_policy_is_looked_for_without_marks(client, department):
    make_policy(department, name="Dự thảo Nghị quyết về Đường bộ", lead_body="Sở Xây dựng")
    make_policy(department, name="Dự thảo Nghị quyết về hộ tịch")
    assert [row[3] for row in row_words(client.get(f"{LIST}?tim=duong bo xay"))] == [
        "Dự thảo Nghị quyết về Đường bộ"
    ]


def test_thirty_policies_cost_as_many_queries_as_one(client, department):
    costs = []
    for rows in (1, 30):
        for _ in range(rows):
            make_policy(department).events.add(make_event(department))
        costs.append([])
        for address in (LIST, f"{LIST}?tim=nghi", f"{LIST}bang-dien/", ADD):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            costs[-1].append(len(queries))
    assert costs[0] == costs[1]


def test_five_hundred_forms_of_values_ask_the_database_nothing(an):
    with CaptureQueriesContext(connection) as queries:
        typed = {"r-kind": "draft", "r-due_on": "1/2/2024"}
        forms = [
            PolicyValuesForm(typed | {"r-name": f"Dự thảo {number}"}, prefix="r", by=an, year=2024)
            for number in range(500)
        ]
        assert all(form.is_valid() and form.doubts == [] for form in forms)
    assert len(queries) == 0


def test_the_form_of_an_event_asks_for_policies_where_the_year_has_some(client, department, other_department):
    make_plan(department)
    make_policy(other_department)
    make_policy(department, reporting_year=2023)
    assert words(client.get("/hoat-dong/2024/them/"), LINKS) == ["Kế hoạch, văn bản được thực hiện"]
    make_policy(department)
    assert words(client.get("/hoat-dong/2024/them/"), LINKS) == [
        "Kế hoạch, văn bản được thực hiện",
        "Chính sách, dự thảo được truyền thông",
    ]


def test_linking_an_event_stands_in_the_history_of_both(client, an, department):
    policy, event = make_policy(department, name="Chính sách A"), make_event(department, name="Hội nghị B")
    edit_row(event, by=an, version=1, links={"plans": [], "policies": [policy]})
    assert history_of(event).get().values == [["chính sách, dự thảo được truyền thông", "", "Chính sách A"]]
    assert history_of(policy).get().values == [["hoạt động đã truyền thông", "", "Hội nghị B"]]


def test_the_same_policy_is_doubted_once(client, an, department):
    make_policy(department, name="Chính sách A", lead_body="Sở Xây dựng tỉnh Sen")
    response = send_new(client, ADD, kind="draft", name="CHÍNH SÁCH A", lead_body="")
    assert (
        "Chính sách A đã có trong danh sách năm 2024."
        in words(response, "//*[contains(@class, 'asked')]//li")[0]
    )
