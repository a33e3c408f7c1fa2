"""No browser stores a page, and yet what was typed is there on the way back, for the person who typed it alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.entrance import come_in, send_login
from tests.factories import make_plan

pytestmark = pytest.mark.once

ADD = "/ke-hoach/2024/them/"


def values(page):
    fields = ("kind_text", "number", "subject")
    return [page.locator(f"[name={name}]").input_value() for name in fields] + [
        page.locator("[name=in_report]").is_checked()
    ]


TYPED = ["Kế hoạch", "139/KH-SXD", "về hòa giải\ntại cơ sở", False]


def type_plan(page, number=TYPED[1]):
    page.on("dialog", lambda dialog: dialog.accept())  # the question whether to leave
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    page.locator("[name=kind_text]").fill(TYPED[0])
    page.locator("[name=number]").fill(number)
    page.locator("[name=subject]").fill(TYPED[2])
    page.locator("[name=in_report]").uncheck()


def leave(page):
    page.get_by_role("link", name="Hoạt động").click()
    page.wait_for_url("**/hoat-dong/2024/")


def test_an_leaves_a_form_and_finds_it_as_it_was(page, an):
    come_in(page, an)
    page.goto(ADD)
    type_plan(page)
    leave(page)
    page.go_back()
    expect(page.locator("[name=number]")).to_have_value(TYPED[1])
    assert values(page) == TYPED
    page.goto(ADD)
    assert values(page) != TYPED


def test_a_change_by_binh_in_between_is_noticed(page, an, binh, department):
    plan = make_plan(department, number="1/KH-SXD")
    come_in(page, an)
    page.goto(f"{plan.get_absolute_url()}sua/")
    type_plan(page)
    leave(page)
    plan.number, plan.version = "2/KH-SXD", plan.version + 1
    plan.save()
    page.go_back()
    expect(page.locator("[name=number]")).to_have_value(TYPED[1])
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("2/KH-SXD").first).to_be_visible()
    plan.refresh_from_db()
    assert plan.number == "2/KH-SXD"


def test_whoever_logs_in_after_an_finds_nothing_of_hers(page, an, binh):
    come_in(page, an)
    page.goto(ADD)
    type_plan(page)
    leave(page)
    page.locator(".menu.person summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    send_login(page, "binh")
    page.wait_for_url("**/nam/**")
    page.goto(ADD)
    page.goto("/hoat-dong/2024/")
    page.go_back()
    page.wait_for_load_state()
    assert values(page)[1] == ""
    assert page.evaluate("Object.keys(sessionStorage).filter((one) => one.startsWith('typed '))") == []
