"""Bình sees which plans and events carry out each directive, and which directives have none."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from accounts.rows.editing import delete_row
from reports.year.crosscheck import Crosscheck, crosscheck
from tests.factories import make_directive, make_event, make_plan, make_policy
from tests.pages import words

PAGE = "/doi-chieu/2024/"
ALL = f"{PAGE}?xem=tat-ca"
MARKS = "//p[@class='none']"


@pytest.fixture
def year(department):
    """Save three directives: one with a plan and events, one with a plan only, one without; and rows without links."""
    first, second, third = (make_directive(department, number=f"{n}/KH-UBND") for n in (1, 2, 3))
    done, planned = make_plan(department, number="11/KH-SXD"), make_plan(department, number="12/KH-SXD")
    done.directives.set([first])
    planned.directives.set([second])
    loose = make_plan(department, number="13/KH-SXD")
    make_event(department, name="Tập huấn A").plans.set([done])
    make_event(department, name="Tập huấn B").plans.set([loose])
    make_event(department, name="Tập huấn C")
    return {"directives": (first, second, third), "plans": (done, planned, loose)}


def listed(client, address=ALL):
    """Return each directive with its plans, each plan with its events or the words in their place."""
    page = html.fromstring(client.get(address).content.decode())
    return [
        (item.xpath("string(div[@class='ordered']/a)"), [_plan(plan) for plan in item.xpath("ul/li")])
        for item in page.xpath("//ol[@class='crosscheck']/li")
    ]


def _plan(plan):
    return plan.xpath("string(div/a)"), plan.xpath("ul/li/a/text()")


def test_directives_stand_beside_plans_and_events(client, binh, year):
    client.force_login(binh)
    assert listed(client) == [
        ("1/KH-UBND", [("11/KH-SXD", ["Tập huấn A"])]),
        ("2/KH-UBND", [("12/KH-SXD", [])]),
        ("3/KH-UBND", []),
    ]


def test_what_nothing_carries_out_is_marked_with_a_way_to_choose(client, binh, year):
    client.force_login(binh)
    response = client.get(PAGE)
    assert words(response, MARKS) == [
        "Chưa có hoạt động Chọn hoạt động",
        "Chưa có kế hoạch triển khai Chọn kế hoạch",
    ]
    directive, plan = year["directives"][2], year["plans"][1]
    assert words(response, f"{MARKS}/a/@href") == [
        f"/ke-hoach/2024/{plan.pk}/sua/#id_events",
        f"/van-ban-chi-dao/2024/{directive.pk}/sua/#id_plans",
    ]


def test_who_only_reads_is_offered_no_choice(client, dung, justice_department):
    make_directive(justice_department)
    client.force_login(dung)
    assert words(client.get(PAGE), MARKS) == ["Chưa có kế hoạch triển khai"]


def test_only_what_lacks_something_is_left(client, binh, year):
    client.force_login(binh)
    assert [number for number, _ in listed(client, PAGE)] == ["2/KH-UBND", "3/KH-UBND"]


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("?phan=ke-hoach&xem=tat-ca", ["13/KH-SXD", "Tập huấn B"]),
        ("?phan=hoat-dong", ["Tập huấn C"]),
        ("?phan=gi-do&xem=x&trang=-1", ["2/KH-UBND", "12/KH-SXD"]),
    ],
)
def test_loose_plans_and_events_have_parts_of_their_own(client, binh, year, address, links):
    client.force_login(binh)
    seen = words(client.get(PAGE + address), "//*[contains(@class, 'crosscheck')]//a")
    assert seen[: len(links)] == links


def test_a_policy_that_no_event_made_known_is_marked_with_a_way_to_choose_one(client, binh, department):
    told, untold = make_policy(department, name="Chính sách A"), make_policy(department, name="Dự thảo B")
    make_event(department, name="Hội nghị C").policies.set([told])
    client.force_login(binh)
    response = client.get(f"{PAGE}?phan=chinh-sach")
    assert words(response, "//*[@class='planned']/li") == [
        "Dự thảo B trước 30/6/2024 Sở Nội vụ Chưa được truyền thông Chọn hoạt động"
    ]
    assert words(response, f"{MARKS}/a/@href") == [f"/chinh-sach/2024/{untold.pk}/sua/#id_events"]
    seen = words(
        client.get(f"{ALL}&phan=chinh-sach"), "//*[@class='planned']/li/div/a | //*[@class='held']//a"
    )
    assert seen == ["Chính sách A", "Hội nghị C", "Dự thảo B"]


def test_a_loose_plan_with_events_lacks_nothing(client, binh, year):
    client.force_login(binh)
    response = client.get(f"{PAGE}?phan=ke-hoach")
    assert words(response, "//main//h2") == ["Không còn mục nào thiếu"]


def test_a_year_is_counted(department, year):
    told, untold, _ = (
        make_policy(department),
        make_policy(department),
        make_policy(department, reporting_year=2023),
    )
    make_event(department).policies.set([told])
    make_event(department, deleted_at=timezone.now()).policies.set([untold])
    assert crosscheck(department, 2024) == Crosscheck(
        directives=3,
        directives_without_plan=1,
        plans=3,
        plans_without_event=1,
        policies=2,
        policies_without_event=1,
    )


def test_what_was_deleted_carries_nothing_out(client, department, binh, year):
    delete_row(year["plans"][0], by=binh)
    client.force_login(binh)
    assert listed(client)[0] == ("1/KH-UBND", [])
    assert crosscheck(department, 2024).directives_without_plan == 2
    assert words(client.get(PAGE), "//*[@class='pills'][@aria-label='Các phần']//small") == [
        "3",
        "0",
        "0",
        "2",
    ]


def test_chi_sees_nothing_of_another_department(client, chi, year):
    client.force_login(chi)
    assert words(client.get(ALL), "//main//h2") == ["Năm 2024 chưa có văn bản chỉ đạo nào"]


def test_fifty_directives_fill_a_page(client, an, department):
    for position in range(1, 53):
        make_directive(department, position=position, number=f"{position}/KH")
    client.force_login(an)
    numbers = [[number for number, _ in listed(client, f"{ALL}&trang={page}")] for page in (1, 2, 9)]
    assert [len(page) for page in numbers] == [50, 2, 2]


def test_thirty_directives_cost_as_many_queries_as_one(client, an, department):
    client.force_login(an)
    costs = []
    for rows in (1, 30):
        for _ in range(rows):
            directive, plan = make_directive(department), make_plan(department)
            directive.plans.add(plan)
            plan.events.add(make_event(department))
            make_policy(department).events.add(make_event(department))
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
            client.get(f"{ALL}&phan=chinh-sach")
        costs.append(len(queries))
    assert costs[0] == costs[1]
