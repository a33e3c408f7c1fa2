"""Bình moves several rows together, and takes an ordering back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Change
from accounts.rows.editing import add_row, delete_row
from plans.models import Plan
from tests.factories import make_plan
from tests.pages import words

LIST = "/ke-hoach/2024/"
ORDER = f"{LIST}sap-xep/"
NOTICE = "//main/div[contains(@class, 'notice')]/p"


@pytest.fixture
def client_of_binh(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def plans(department):
    return {subject: make_plan(department, subject=subject) for subject in "ABCDE"}


def order(department):
    return "".join(plan.subject for plan in Plan.objects.of(department).for_year(2024).in_order())


def send(client, plans, chosen, command, **more):
    rows = [plans[subject].pk for subject in chosen]
    return client.post(ORDER, {"row": rows, "command": command, "back": "xep-lai=1"} | more)


def undo_address(client):
    return words(client.get(f"{LIST}?xep-lai=1"), "//form[@id='hoan-tac']/@action")[0]


@pytest.mark.parametrize(
    ("chosen", "command", "more", "wanted"),
    [
        ("C", "up", {}, "ACBDE"),
        ("CE", "up", {}, "ACEBD"),
        ("AC", "up", {}, "ACBDE"),
        ("BC", "down", {}, "ADBCE"),
        ("AC", "down", {}, "BDACE"),
        ("DE", "down", {}, "ABCDE"),
        ("DB", "first", {}, "BDACE"),
        ("AD", "last", {}, "BCEAD"),
        ("DE", "before", {"place": "2"}, "ADEBC"),
        ("AB", "before", {"place": " 5 "}, "CDABE"),
        ("BD", "before", {"place": "2"}, "ABDCE"),
        ("A", "before", {"place": "99"}, "BCDEA"),
        ("A", "before", {"place": "9" * 15}, "BCDEA"),
        ("AB", "before", {"before": "end"}, "CDEAB"),
        ("ABCDE", "first", {}, "ABCDE"),
        ("C", "la", {}, "ABCDE"),
    ],
)
def test_rows_go_together(client_of_binh, department, plans, chosen, command, more, wanted):
    send(client_of_binh, plans, chosen, command, **more)
    assert order(department) == wanted


@pytest.mark.parametrize("place", ["", "x", "0", "-1", "9" * 40, "٣x", "\x00"])
def test_a_message_asks_for_a_place_that_there_is(client_of_binh, department, plans, place):
    page = client_of_binh.get(send(client_of_binh, plans, "B", "before", place=place).url)
    assert words(page, NOTICE) == ["Ghi số thứ tự của dòng sẽ đứng ngay sau các dòng đã chọn, như 7."]
    assert (order(department), words(page, "//input[@name='row'][@checked]/@value")) == (
        "ABCDE",
        [str(plans["B"].pk)],
    )


def test_a_message_asks_to_choose_a_row_first(client_of_binh, plans):
    page = client_of_binh.post(ORDER, {"command": "up", "row": ["x", "9" * 40]}, follow=True)
    assert words(page, NOTICE) == ["Chưa chọn dòng nào để chuyển. Đánh dấu ít nhất một dòng rồi bấm lại."]


def test_moved_rows_stay_ticked_under_the_pressed_button(client_of_binh, plans):
    page = client_of_binh.get(send(client_of_binh, plans, "CE", "up").url)
    ticked = words(page, "//input[@name='row'][@checked]/@value")
    assert ticked == [str(plans["C"].pk), str(plans["E"].pk)]
    assert words(page, "//button[@autofocus]/@value") == ["up"]


def test_each_moved_row_gets_one_entry_in_its_history(client_of_binh, binh, plans):
    send(client_of_binh, plans, "CE", "first")
    entries = [
        (change.row.subject, change.changed_by, change.values) for change in Change.objects.order_by("pk")
    ]
    assert entries == [("C", binh, [["thứ tự", "3", "1"]]), ("E", binh, [["thứ tự", "5", "2"]])]


def test_rows_of_other_departments_stay(client_of_binh, department, other_department, plans):
    strange = make_plan(other_department, position=3)
    client_of_binh.post(ORDER, {"row": [strange.pk, plans["B"].pk], "command": "first"})
    assert (order(department), Plan.objects.get(pk=strange.pk).position) == ("BACDE", 3)


@pytest.mark.parametrize("by_hand", [False, True])
def test_one_undo_restores_the_order_before(client_of_binh, department, plans, by_hand):
    if by_hand:
        send(client_of_binh, plans, "E", "first")
    before = order(department)
    send(client_of_binh, plans, "BD", "last")
    address = undo_address(client_of_binh)
    page = client_of_binh.post(address, {"back": "xep-lai=1"}, follow=True)
    assert words(page, NOTICE) == ["Đã trả lại thứ tự trước khi sắp xếp."]
    assert (order(department), words(page, "//button[@form='hoan-tac']")) == (before, [])
    assert words(client_of_binh.post(address, follow=True), NOTICE) == [
        "Chỉ hoàn tác được lần sắp xếp cuối cùng của phiên làm việc này."
    ]
    assert Change.objects.filter(object_id=plans["B"].pk).count() == 2


def test_the_order_by_hand_comes_back_after_the_order_by_date(client_of_binh, department, plans):
    send(client_of_binh, plans, "DB", "first")
    page = client_of_binh.post(f"{LIST}xep-theo-ngay/", follow=True)
    assert order(department) == "ABCDE"
    undo = words(page, "//main/div[contains(@class, 'notice')]/form/@action")[0]
    client_of_binh.post(undo)
    assert order(department) == "BDACE"


def test_rows_added_and_deleted_meanwhile_find_their_places(client_of_binh, department, binh, plans):
    send(client_of_binh, plans, "E", "first")
    add_row(Plan(subject="G", number="7/KH", reporting_year=2024, issued_on=date(2020, 1, 1)), by=binh)
    delete_row(plans["C"], by=binh)
    client_of_binh.post(undo_address(client_of_binh))
    assert order(department) == "GABDE"  # by date, as before
    send(client_of_binh, plans, "E", "first")
    client_of_binh.post(f"{LIST}xep-theo-ngay/")
    add_row(Plan(subject="H", number="8/KH", reporting_year=2024, issued_on=date(2019, 1, 1)), by=binh)
    client_of_binh.post(undo_address(client_of_binh))
    assert order(department) == "EGABDH"


def test_an_order_that_an_made_meanwhile_is_not_overwritten(client_of_binh, client, an, department, plans):
    send(client_of_binh, plans, "E", "first")
    address = undo_address(client_of_binh)
    others = type(client)()
    others.force_login(an)
    send(others, plans, "D", "first")
    page = client_of_binh.post(address, follow=True)
    assert words(page, NOTICE) == [
        "Thứ tự đã được sắp lại sau đó, nên không hoàn tác được. Xem thứ tự hiện nay rồi sắp lại nếu cần."
    ]
    assert order(department) == "DEABC"


def test_the_way_back_to_the_section_survives_the_moves(client_of_binh, plans):
    section = "/bao-cao/2024/muc/3/"
    moved = send(client_of_binh, plans, "B", "up", back=f"xep-lai=1&ve={section}")
    page = client_of_binh.get(moved.url)
    assert words(page, "//a[.='Xong, quay lại']/@href") == [section]
    stepped = client_of_binh.post(
        f"{LIST}{plans['B'].pk}/chuyen/", {"direction": "down", "back": f"ve={section}"}
    )
    assert words(client_of_binh.get(stepped.url), "//a[.='Xong, quay lại']/@href") == [section]
    strange = client_of_binh.get(f"{LIST}?xep-lai=1&ve=//la.vn/")
    assert words(strange, "//a[.='Xong']/@href") == [LIST]


def test_many_rows_cost_as_much_as_few(client_of_binh, department):
    costs = []
    for rows in (10, 40):
        plans = {str(n): make_plan(department, subject=str(n)) for n in range(rows)}
        with CaptureQueriesContext(connection) as queries:
            send(client_of_binh, plans, list(plans)[5:], "first")
        costs.append(len(queries))
    assert costs[0] == costs[1]
