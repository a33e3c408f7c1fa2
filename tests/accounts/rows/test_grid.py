"""An fills in what many rows lack in one table; what others save meanwhile stays, and nothing typed is lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from accounts.history import history_of
from accounts.models import Change
from accounts.rows.editing import delete_row, edit_row
from events.models import Event
from plans.models import Directive, Plan
from tests.factories import PASSWORD, make_directive, make_division, make_event, make_plan
from tests.pages import words

EVENTS, PLANS = "/hoat-dong/2024/bang-dien/", "/ke-hoach/2024/bang-dien/"
NOTICE = "//div[contains(@class, 'notice')]/p"
UNDO = "//div[contains(@class, 'notice')]/form/@action"
FAULT = "//section[contains(@class, 'faults')]//li"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def event(department):
    return make_event(department, name="Hội nghị A", attendance=None)


def fields_of(page):
    """Return what a browser would send of the grid: each name with its values."""
    (form,) = html.fromstring(page.content.decode()).xpath("//form[@class='on-grid']")
    sent = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    empty = form.xpath(".//input[@type='hidden' or @type='text'][not(@value)]/@name")
    return {key: [""] for key in empty} | sent


def rows_of(page):
    return words(page, "//table[@class='grid']/tbody/tr/th/a[1]")


def type_in(client, address, page=None, follow=True, **typed):
    """Open the grid, or take the page as it is, and send it with these values: {field_pk: value}."""
    sent = fields_of(page or client.get(address))
    for name, value in typed.items():
        field, _, pk = name.rpartition("_")
        sent[f"{pk}-{field}" if pk.isdigit() else name] = value
    return client.post(address, sent, follow=follow)


def fresh(row):
    return type(row).with_deleted.get(pk=row.pk)


def edit(row, by, **values):
    row = fresh(row)
    for name, value in values.items():
        setattr(row, name, value)
    edit_row(row, by=by, version=row.version)


def test_the_grid_shows_the_rows_that_lack_something(client_of_an, department, event):
    make_event(department, name="Hội nghị B")
    make_event(department, name="Hội nghị C", held_from=None, date_precision="none")
    make_event(department, name="Hội nghị D", attendance=None, in_report=False)
    assert rows_of(client_of_an.get(EVENTS)) == ["Hội nghị A", "Hội nghị C"]
    assert len(rows_of(client_of_an.get(f"{EVENTS}?tatca=1"))) == 4
    assert rows_of(client_of_an.get(f"{EVENTS}?thieu=ngay")) == ["Hội nghị C"]
    assert words(client_of_an.get("/hoat-dong/2024/?thieu=ngay"), "//a[contains(., 'Điền bảng')]/@href") == [
        "bang-dien/?thieu=ngay"
    ]


def test_an_fills_in_many_rows_and_takes_them_back(client_of_an, department, event):
    other = make_event(department, name="Hội nghị B", held_from=None, date_precision="none")
    typed = {
        f"turnout_{event.pk}": "hơn 1.245",
        f"held_{other.pk}": "quý III/2024",
        f"sessions_{other.pk}": "36 cuộc",
    }
    page = type_in(client_of_an, EVENTS, **typed)
    assert words(page, NOTICE) == ["Đã lưu 2 hoạt động."]
    assert [(fresh(row).turnout, fresh(row).held, fresh(row).sessions) for row in (event, other)] == [
        ("hơn 1.245", "05/3/2024", None),
        ("40", "quý III/2024", 36),
    ]
    assert [history_of(row).count() for row in (event, other)] == [1, 1]
    undone = client_of_an.post(words(page, UNDO)[0], follow=True)
    assert rows_of(undone) == ["Hội nghị A", "Hội nghị B"]
    assert (fresh(event).attendance, fresh(other).held) == (None, "")


def test_dates_and_numbers_are_read_as_on_the_form(client_of_an, department):
    division = make_division(department, name="Phòng A", symbol="PA")
    plan = make_plan(department, number="", issued_on=None, subject="về A")
    directive = make_directive(department, issued_on=None)
    typed = {
        f"number_{plan.pk}": "139",
        f"issued_on_{plan.pk}": "16012024",
        f"division_{plan.pk}": division.pk,
    }
    type_in(client_of_an, PLANS, **typed)
    plan = fresh(plan)
    assert (plan.number, str(plan.issued_on), plan.division) == ("139/KH-SXD", "2024-01-16", division)
    assert Plan.objects.search("139/kh").get() == plan
    type_in(client_of_an, "/van-ban-chi-dao/2024/bang-dien/", **{f"issued_on_{directive.pk}": "5.6.2024"})
    assert str(Directive.objects.get().issued_on) == "2024-06-05"


def test_a_fault_leaves_its_row_with_what_was_typed(client_of_an, department, event):
    other = make_event(department, name="Hội nghị B", attendance=None)
    typed = {f"turnout_{event.pk}": "nhiều", f"sessions_{event.pk}": "3", f"turnout_{other.pk}": "50"}
    page = type_in(client_of_an, EVENTS, **typed)
    assert (page.status_code, words(page, NOTICE)) == (200, ["Đã lưu 1 hoạt động."])
    assert words(page, FAULT) == [
        "Hội nghị A, số người: Không đọc được số người “nhiều”. Viết như 200 hoặc hơn 1.245."
    ]
    assert rows_of(page) == ["Hội nghị A"]
    page = type_in(client_of_an, EVENTS, page, **{f"turnout_{event.pk}": "60"})
    assert [(fresh(row).attendance, fresh(row).sessions) for row in (event, other)] == [(60, 3), (50, None)]


def test_what_bình_saved_in_other_fields_stays(client_of_an, department, binh, event):
    page = client_of_an.get(EVENTS)
    edit(event, binh, sessions=7, partners="Sở Y tế")
    type_in(client_of_an, EVENTS, page, **{f"turnout_{event.pk}": "60"})
    assert (fresh(event).attendance, fresh(event).sessions, fresh(event).partners) == (60, 7, "Sở Y tế")


@pytest.mark.parametrize(("take", "attendance"), [(False, 60), (True, 70)])
def test_a_value_that_bình_saved_meanwhile_is_shown_beside_the_typed_one(
    client_of_an, department, binh, event, take, attendance
):
    other = make_event(department, name="Hội nghị B", attendance=None)
    page = client_of_an.get(EVENTS)
    edit(event, binh, attendance=70)
    page = type_in(
        client_of_an,
        EVENTS,
        page,
        **{f"turnout_{event.pk}": "60", f"turnout_{other.pk}": "5", f"sessions_{event.pk}": "2"},
    )
    assert (page.status_code, words(page, FAULT)) == (409, ["Hội nghị A, số người: người khác vừa lưu “70”."])
    assert (fresh(event).attendance, fresh(other).attendance) == (70, 5)
    type_in(client_of_an, EVENTS, page, **({"take": f"{event.pk}-turnout"} if take else {}))
    assert (fresh(event).attendance, fresh(event).sessions) == (attendance, 2)


def test_the_same_grid_sent_twice_is_saved_once(client_of_an, event):
    page = client_of_an.get(EVENTS)
    for _ in range(2):
        last = type_in(client_of_an, EVENTS, page, **{f"turnout_{event.pk}": "60"})
    assert words(last, NOTICE) == ["Chưa có ô nào thay đổi."]
    assert (fresh(event).version, Change.objects.count()) == (2, 1)


def test_a_row_that_was_deleted_meanwhile_is_named(client_of_an, binh, event):
    page = client_of_an.get(EVENTS)
    delete_row(fresh(event), by=binh)
    page = type_in(client_of_an, EVENTS, page, **{f"turnout_{event.pk}": "60"})
    assert words(page, FAULT) == ["Hội nghị A: vừa bị xóa hoặc chuyển sang năm khác."]
    assert fields_of(page)[f"{event.pk}-turnout"] == ["60"]
    assert fresh(event).attendance is None


def test_an_unusual_day_or_a_second_number_is_asked_about(client_of_an, department):
    make_plan(department, number="139/KH-SXD")
    odd, twice = make_plan(department, issued_on=None), make_plan(department, number="", subject="về A")
    typed = {f"issued_on_{odd.pk}": "16/01/2042", f"number_{twice.pk}": "139"}
    page = type_in(client_of_an, PLANS, **typed)
    assert sorted(words(page, FAULT), key=len) == [
        f"{odd.short_name}: Ngày 16/01/2042 không thuộc năm báo cáo 2024.",
        f"{twice.short_name}: Kế hoạch số 139/KH-SXD đã có trong danh sách năm 2024.",
    ]
    boxes = words(page, "//input[@name='insist']/@value")
    type_in(client_of_an, PLANS, page, insist=boxes)
    assert (str(fresh(odd).issued_on), fresh(twice).number) == ("2042-01-16", "139/KH-SXD")


def test_rows_of_others_are_out_of_reach(client_of_an, department, other_department, event):
    theirs, division = make_event(other_department, attendance=None), make_division(other_department)
    sent = {"row": [theirs.pk, event.pk], f"{theirs.pk}-turnout": "9", f"{event.pk}-division": division.pk}
    client_of_an.post(EVENTS, sent)
    assert (fresh(theirs).attendance, fresh(event).division, Change.objects.count()) == (None, None, 0)


@pytest.mark.parametrize("row", ["x", "-1", "9" * 40, "\x00", "٣"])
def test_a_grid_with_impossible_rows_changes_nothing(client_of_an, event, row):
    page = client_of_an.post(EVENTS, {"row": row, f"{row}-turnout": "9"}, follow=True)
    assert (page.status_code, Change.objects.count()) == (200, 0)


def test_what_was_typed_survives_the_end_of_the_session(client, an, event):
    client.force_login(an)
    sent = fields_of(client.get(EVENTS)) | {f"{event.pk}-turnout": "hơn 60"}
    client.logout()
    login = client.post(EVENTS, sent)
    typed = words(login, "//input[@name='typed']/@value")[0]
    page = client.post(
        "/dang-nhap/", {"username": "an", "password": PASSWORD, "next": EVENTS, "typed": typed}, follow=True
    )
    assert fields_of(page)[f"{event.pk}-turnout"] == ["hơn 60"]
    assert fresh(event).attendance is None
    type_in(client, EVENTS, page)
    assert fresh(event).turnout == "hơn 60"


def test_the_queries_of_a_grid_do_not_grow(client_of_an, department):
    costs = []
    for count in (2, 40):
        events = [make_event(department, attendance=None) for _ in range(count)]
        with CaptureQueriesContext(connection) as queries:
            type_in(client_of_an, EVENTS, follow=False, **{f"turnout_{event.pk}": "9" for event in events})
        costs.append(len(queries))
    assert costs[0] == costs[1]
    assert Event.objects.filter(attendance=9).count() == 42
