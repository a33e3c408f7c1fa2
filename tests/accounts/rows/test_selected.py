"""An selects rows of a list and does one thing to all of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.forms.selected_rows import NO_DIVISION
from accounts.history import history_of
from accounts.models import Change
from accounts.rows.editing import delete_row
from accounts.rows.views import selected
from events.models import Event
from plans.models import Plan
from tests.factories import PASSWORD, make_directive, make_division, make_event, make_plan
from tests.pages import words

LIST, SELECT = "/ke-hoach/2024/", "/ke-hoach/2024/chon/"
EVENTS = "/hoat-dong/2024/chon/"
NOTICE = "//div[contains(@class, 'notice')]/p"
UNDO = "//div[contains(@class, 'notice')]/form/@action"
FAULT = "//section[contains(@class, 'faults')]//li"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def plans(department):
    return [make_plan(department, number=f"{n}/KH-SXD", subject=f"về việc {n}") for n in (1, 2, 3)]


def send(client, command, *rows, to=SELECT, **values):
    return client.post(to, {"command": command, "row": [row.pk for row in rows], **values}, follow=True)


def undo(client, response):
    return client.post(words(response, UNDO)[0], follow=True)


def fresh(row):
    return type(row).with_deleted.get(pk=row.pk)


def test_an_sets_a_division_and_takes_it_back(client_of_an, department, plans):
    division = make_division(department, name="Phòng {0} A")
    Plan.objects.filter(pk=plans[2].pk).update(division=division)
    page = send(client_of_an, "division", *plans, division=division.pk)
    assert words(page, NOTICE) == ["Đã chuyển 2 văn bản sang Phòng {0} A. 1 văn bản không phải đổi."]
    assert [fresh(plan).division for plan in plans] == [division] * 3
    assert [history_of(plan).count() for plan in plans] == [1, 1, 0]
    undone = undo(client_of_an, page)
    assert words(undone, NOTICE) == ["Đã hoàn tác việc chuyển sang Phòng {0} A: 2 dòng."]
    assert [fresh(plan).division for plan in plans] == [None, None, division]
    assert words(undo(client_of_an, page), NOTICE) == ["Việc này đã được hoàn tác trước đó."]


def test_an_empties_the_division(client_of_an, department):
    plan = make_plan(department, division=make_division(department))
    page = send(client_of_an, "division", plan, division=NO_DIVISION)
    assert (words(page, NOTICE), fresh(plan).division) == (["Đã bỏ phòng, đơn vị của 1 văn bản."], None)


def test_an_moves_rows_to_the_list_of_another_year(client_of_an, plans):
    page = send(client_of_an, "year", *plans[:2], reporting_year=2025)
    assert words(page, NOTICE) == ["Đã chuyển 2 văn bản sang danh sách năm 2025."]
    assert [fresh(plan).reporting_year for plan in plans] == [2025, 2025, 2024]
    undo(client_of_an, page)
    assert [fresh(plan).reporting_year for plan in plans] == [2024] * 3


def test_an_links_events_to_plans_by_number_and_by_words(client_of_an, department, plans):
    events = [make_event(department) for _ in range(2)]
    events[0].plans.add(plans[2])
    page = send(client_of_an, "link", *events, to=EVENTS, link=["1/kh-sxd", "viec 2"])
    done = "Đã gắn 2 hoạt động với Kế hoạch số 1/KH-SXD; Kế hoạch số 2/KH-SXD."
    assert words(page, NOTICE) == [done]
    assert [list(event.plans.order_by("pk")) for event in events] == [plans, plans[:2]]
    assert [history_of(row).count() for row in (*events, *plans)] == [1, 1, 1, 1, 0]
    undo(client_of_an, page)
    assert [list(event.plans.all()) for event in events] == [[plans[2]], []]


def test_an_replaces_the_linked_rows(client_of_an, department, plans):
    event = make_event(department)
    event.plans.add(plans[2])
    send(client_of_an, "link", event, to=EVENTS, link=["1/KH-SXD"], replace="on")
    assert list(event.plans.all()) == [plans[0]]
    page = send(client_of_an, "link", event, to=EVENTS, replace="on")
    assert (words(page, NOTICE), event.plans.count()) == (["Đã bỏ văn bản đã gắn với 1 hoạt động."], 0)


def test_the_suggestion_of_a_directive_names_it(client_of_an, department, plans):
    directive = make_directive(department, number="9/KH-UBND", subject="về Luật Đường bộ")
    (option,) = words(client_of_an.get(LIST), "//datalist/option/@value")
    send(client_of_an, "link", *plans, link=[option])
    assert directive.plans.count() == 3


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        (
            ["về việc"],
            "“về việc” có ở 3 văn bản: Kế hoạch số 1/KH-SXD; Kế hoạch số 2/KH-SXD; Kế hoạch số 3/KH-SXD.",
        ),
        (["777/KH"], "Không tìm thấy văn bản nào của năm 2024 theo “777/KH”."),
        ([""], "Gõ số, ký hiệu hoặc trích yếu của văn bản rồi bấm lại."),
    ],
)
def test_where_the_plan_is_not_clear_an_loses_neither_rows_nor_words(
    client_of_an, department, plans, typed, fault
):
    event = make_event(department)
    page = send(client_of_an, "link", event, to=EVENTS, link=typed, back="loai=training")
    assert fault in words(page, FAULT)[0]
    assert words(page, "//input[@name='row'][@checked]/@value") == [str(event.pk)]
    assert words(page, "//input[@name='back']/@value") == ["loai=training"]
    assert [text for text in words(page, "//input[@name='link']/@value") if text] == list(filter(None, typed))
    assert (event.plans.count(), Change.objects.count()) == (0, 0)


NO_COMMAND = "Chọn một việc cho các dòng đã chọn rồi bấm lại."


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        ("division", "Phòng, đơn vị: Chọn phòng, đơn vị rồi bấm lại."),
        ("year", "Năm báo cáo: Chọn năm để chuyển sang rồi bấm lại."),
        ("link", "Văn bản chỉ đạo được thực hiện: Gõ số, ký hiệu hoặc trích yếu của văn bản rồi bấm lại."),
        ("la", NO_COMMAND),
        ("", NO_COMMAND),
    ],
)
def test_a_command_without_a_value_changes_nothing(client_of_an, plans, command, fault):
    values = {"division": "x"} if command == "division" else {"reporting_year": "9" * 30}
    page = send(client_of_an, command, *plans, **(values if command in ("division", "year") else {}))
    assert (page.status_code, words(page, FAULT), Change.objects.count()) == (200, [fault], 0)


def test_rows_that_bình_deleted_or_moved_meanwhile_are_named(client_of_an, department, binh, plans):
    division = make_division(department, name="Phòng A")
    delete_row(plans[0], by=binh)
    Plan.objects.filter(pk=plans[1].pk).update(reporting_year=2023)
    page = send(client_of_an, "division", *plans, division=division.pk)
    assert words(page, NOTICE) == [
        "Đã chuyển 1 văn bản sang Phòng A. “Kế hoạch số 1/KH-SXD”; “Kế hoạch số 2/KH-SXD” đã bị xóa hoặc chuyển "
        "sang năm khác trước đó."
    ]
    assert [fresh(plan).division for plan in plans] == [None, None, division]


def test_an_undo_names_the_row_that_bình_changed_since(client_of_an, department, binh, plans):
    page = send(client_of_an, "unlist", *plans)
    Plan.objects.filter(pk=plans[0].pk).update(subject="về B", version=3)
    undone = undo(client_of_an, page)
    assert words(undone, NOTICE) == [
        "Đã hoàn tác việc bỏ khỏi danh mục của báo cáo: 2 dòng. “Kế hoạch số 1/KH-SXD” đã có người sửa sau đó "
        "nên để nguyên."
    ]
    assert [fresh(plan).in_report for plan in plans] == [False, True, True]


def test_all_rows_of_a_filter_change_beyond_the_page(client_of_an, department):
    for number in range(55):
        make_plan(department, kind="decision" if number else "plan")
    page = client_of_an.get(f"{LIST}?loai=decision")
    assert words(page, "//label[@class='whole']") == ["Cả 54 văn bản tìm thấy"]
    page = client_of_an.post(SELECT, {"command": "unlist", "all": "1", "back": "loai=decision"}, follow=True)
    assert words(page, NOTICE) == ["Đã bỏ 54 văn bản khỏi danh mục của báo cáo."]
    assert Plan.objects.filter(in_report=True).get().kind == "plan"


def test_more_rows_than_can_be_changed_at_once_are_left(client_of_an, plans, monkeypatch):
    monkeypatch.setattr(selected, "MOST_SELECTED", 2)
    page = client_of_an.post(SELECT, {"command": "delete", "all": "1"}, follow=True)
    sentence = "Mỗi lần đổi được nhiều nhất 2 dòng, danh sách này dài hơn. Lọc bớt rồi bấm lại."
    assert words(page, NOTICE) == [sentence]
    assert Plan.objects.count() == 3


def test_values_of_others_are_out_of_reach(client_of_an, other_department, plans):
    division = make_division(other_department)
    theirs, event = make_plan(other_department, number="77/KH"), make_event(plans[0].organisation)
    assert words(send(client_of_an, "division", *plans, division=division.pk), FAULT) != []
    assert words(send(client_of_an, "link", event, to=EVENTS, link=["77/KH"]), FAULT) != []
    send(client_of_an, "delete", theirs)
    assert (fresh(theirs).deleted_at, Plan.objects.exclude(division=None).count(), event.plans.count()) == (
        None,
        0,
        0,
    )


def test_what_an_selected_survives_the_end_of_her_session(client, an, department, plans):
    division = make_division(department)
    chosen = {"command": "division", "row": [plan.pk for plan in plans[:2]], "division": division.pk}
    login = client.post(SELECT, chosen)
    typed = words(login, "//input[@name='typed']/@value")[0]
    entered = {"username": "an", "password": PASSWORD, "next": SELECT, "typed": typed}
    page = client.post("/dang-nhap/", entered, follow=True)
    assert words(page, "//input[@name='row'][@checked]/@value") == [str(plan.pk) for plan in plans[:2]]
    assert words(page, "//select[@name='division']/option[@selected]/@value") == [str(division.pk)]
    assert Plan.objects.exclude(division=None).count() == 0


def test_the_queries_of_a_selection_do_not_grow(client_of_an, department, plans):
    costs = []
    for count in (2, 40):
        events = [make_event(department) for _ in range(count)]
        sent = {"command": "link", "row": [event.pk for event in events], "link": ["1/KH-SXD"]}
        with CaptureQueriesContext(connection) as queries:
            client_of_an.post(EVENTS, sent)
        costs.append(len(queries))
    assert costs[0] == costs[1]
    assert Event.objects.filter(plans=plans[0]).count() == 42
