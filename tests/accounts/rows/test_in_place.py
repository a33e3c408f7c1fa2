"""An mends a typo in the list itself, without leaving what she filtered."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from lxml import html

from accounts.models import Change, Division
from accounts.rows.editing import delete_row
from plans.models import Plan
from tests.factories import PASSWORD, make_directive, make_event, make_plan
from tests.pages import row_words, words

LIST = "/ke-hoach/2024/"
FORM = "//tr[@class='in-place']"
NOTICE = "//main/div[contains(@class, 'notice')]/p"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def plan(department):
    make_plan(department, subject="về Luật Nhà ở", number="1/KH-SXD", position=1)
    return make_plan(department, subject="về hoà giải cở sở", number="2/KH-SXD", position=2)


def fields(page):
    """Return what the form in the list sends: the names and values of the fields that belong to it."""
    found = html.fromstring(page.content.decode()).xpath("//*[@form='sua'][@name]")
    return {
        one.get("name"): (one.text or "").strip("\n") if one.tag == "textarea" else one.get("value", "")
        for one in found
    }


def opened(client, row, query="tim=hoa+giai"):
    address = f"/ke-hoach/2024/?{query}&sua={row.pk}"
    return address, fields(client.get(address))


def test_the_form_shows_the_values_that_people_mistype(client_of_an, plan):
    _, sent = opened(client_of_an, plan)
    assert {name: sent[name] for name in ("number", "issued_on", "subject")} == {
        "number": "2/KH-SXD",
        "issued_on": "16/01/2024",
        "subject": "về hoà giải cở sở",
    }
    assert "wording" not in sent


def test_an_own_wording_is_mended_where_the_report_prints_it(client_of_an, plan):
    Plan.objects.filter(pk=plan.pk).update(wording="Kế hoạch hoà giải")
    address, sent = opened(client_of_an, plan, query="")
    client_of_an.post(address, sent | {"wording": "Kế hoạch hòa giải"})
    assert Plan.objects.get(pk=plan.pk).wording == "Kế hoạch hòa giải"


def test_a_saved_row_leads_back_to_its_place_in_the_filtered_list(client_of_an, plan):
    address, sent = opened(client_of_an, plan)
    response = client_of_an.post(address, sent | {"subject": "về hòa giải ở cơ sở"})
    assert response.url == f"{LIST}?tim=hoa+giai#dong-{plan.pk}"
    page = client_of_an.get(response.url)
    assert (words(page, NOTICE), words(page, FORM)) == (["Đã lưu Kế hoạch số 2/KH-SXD."], [])
    assert [cells[-1] for cells in row_words(page)] == ["về hòa giải ở cơ sở"]


def test_all_other_values_stay_as_they_are(client_of_an, department, plan):
    office = Division.objects.create(organisation=department, name="Văn phòng")
    directive = make_directive(department)
    plan.directives.add(directive)
    Plan.objects.filter(pk=plan.pk).update(division=office, in_report=False, kind="decision")
    address, sent = opened(client_of_an, plan)
    client_of_an.post(address, sent | {"subject": "về hòa giải"})
    stored = Plan.objects.get(pk=plan.pk)
    assert (stored.division, stored.in_report, stored.kind) == (office, False, "decision")
    assert (stored.position, list(stored.directives.all()), stored.version) == (2, [directive], 2)
    assert [change.values for change in Change.objects.all()] == [
        [["trích yếu", "về hoà giải cở sở", "về hòa giải"]]
    ]


def test_digits_alone_get_the_symbol_of_the_rows_own_division(client_of_an, department, plan):
    legal = Division.objects.create(organisation=department, name="Phòng Pháp chế", symbol="PC")
    Plan.objects.filter(pk=plan.pk).update(division=legal, kind="official_letter")
    address, sent = opened(client_of_an, plan)
    client_of_an.post(address, sent | {"number": "15"})
    assert Plan.objects.get(pk=plan.pk).number == "15/SXD-PC"


def test_an_event_keeps_its_number_of_people_and_its_connecting_words(client_of_an, department):
    event = make_event(
        department, name="Hội ngị", description=": 12 xã", attendance=200, attendance_is_minimum=True
    )
    address = f"/hoat-dong/2024/?sua={event.pk}"
    sent = fields(client_of_an.get(address))
    client_of_an.post(address, sent | {"name": "Hội nghị"})
    event.refresh_from_db()
    assert (event.name, event.description, event.turnout) == ("Hội nghị", ": 12 xã", "hơn 200")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            {"issued_on": "31/9/2024"},
            "Ngày “31/9/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024.",
        ),
        ({"number": "", "subject": ""}, "Ghi trích yếu, hoặc số, ký hiệu của văn bản."),
    ],
)
def test_faults_are_shown_in_the_list_with_what_was_typed(client_of_an, plan, typed, message):
    address, sent = opened(client_of_an, plan)
    page = client_of_an.post(address, sent | typed)
    assert words(page, f"{FORM}//p[@class='invalid']") == [message]
    assert {name: fields(page)[name] for name in typed} == typed
    assert len(row_words(page)) == 2  # the row and its form
    assert Plan.objects.get(pk=plan.pk).version == 1


def test_an_insists_on_an_unusual_date(client_of_an, plan):
    address, sent = opened(client_of_an, plan)
    page = client_of_an.post(address, sent | {"issued_on": "16/01/2019"})
    assert words(page, f"{FORM}//p")[0] == "Chưa lưu. Xem lại trước khi lưu:"
    asked = fields(page)
    client_of_an.post(address, sent | {"issued_on": "16/01/2019", "insist": asked["insist"]})
    assert Plan.objects.get(pk=plan.pk).issued_on.year == 2019


def test_somebody_elses_edit_leads_to_both_versions_and_back_to_the_list(client_of_an, plan):
    address, sent = opened(client_of_an, plan)
    Plan.objects.filter(pk=plan.pk).update(number="3/KH-SXD", version=2)
    page = client_of_an.post(address, sent | {"subject": "về hòa giải"})
    assert (page.status_code, words(page, "//legend")) == (409, ["Số, ký hiệu", "Trích yếu"])
    typed = dict(html.fromstring(page.content.decode()).xpath("//main//form")[0].form_values())
    saved = client_of_an.post(address, typed | {"take": "chosen"})
    assert saved.url == f"{LIST}?tim=hoa+giai#dong-{plan.pk}"
    stored = Plan.objects.get(pk=plan.pk)
    assert (stored.number, stored.subject) == ("3/KH-SXD", "về hòa giải")
    assert client_of_an.post(address, typed | {"take": "all_stored"}).url == saved.url


def test_a_row_deleted_meanwhile_is_said_to_be(client_of_an, an, plan):
    address, sent = opened(client_of_an, plan)
    delete_row(plan, by=an)
    page = client_of_an.post(address, sent | {"subject": "về hòa giải"})
    assert (page.status_code, words(page, "//h1")) == (409, ["Dòng bạn đang sửa vừa bị xóa"])


def test_what_was_typed_outlives_the_session(client, an, plan):
    address = f"{LIST}?tim=hoa+giai&sua={plan.pk}"
    page = client.post(address, {"subject": "về hòa giải", "number": "2/KH-SXD", "version": "1"})
    sent = dict(html.fromstring(page.content.decode()).xpath("//main//form")[0].form_values())
    response = client.post("/dang-nhap/", sent | {"username": "an", "password": PASSWORD}, follow=True)
    assert response.request["QUERY_STRING"] == QueryDict(f"tim=hoa+giai&sua={plan.pk}").urlencode()
    assert fields(response)["subject"] == "về hòa giải"


@pytest.mark.parametrize("asked", ["x", "", "0", "9" * 40, "-1"])
def test_a_strange_row_opens_no_form(client_of_an, plan, asked):
    page = client_of_an.get(LIST, {"sua": asked})
    assert (page.status_code, words(page, FORM), len(row_words(page))) == (200, [], 2)
    assert client_of_an.post(f"{LIST}?sua={asked}", {"subject": "x"}).status_code == 404


def test_rows_of_other_departments_are_out_of_reach(client_of_an, chi, plan, other_department):
    strange = make_plan(other_department, subject="của Chi")
    assert words(client_of_an.get(LIST, {"sua": strange.pk}), FORM) == []
    assert client_of_an.post(f"{LIST}?sua={strange.pk}", {"subject": "x"}).status_code == 404
    assert Plan.objects.get(pk=strange.pk).subject == "của Chi"


def test_who_only_reads_gets_no_form(client, dung, justice_department):
    row = make_plan(justice_department)
    client.force_login(dung)
    assert words(client.get(LIST, {"sua": row.pk}), f"{FORM} | //a[@class='mend']") == []
    assert client.post(f"{LIST}?sua={row.pk}", {"subject": "x"}).status_code == 403


def test_a_form_costs_the_same_in_every_list(client_of_an, plan, department):
    costs = []
    for rows in (0, 20):
        for _ in range(rows):
            make_plan(department)
        with CaptureQueriesContext(connection) as queries:
            client_of_an.get(LIST, {"sua": plan.pk})
        costs.append(len(queries))
    assert costs[0] == costs[1]
