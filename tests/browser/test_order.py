"""An puts rows in order: by buttons with the keyboard alone, without JavaScript, by dragging."""

import pytest
from playwright.sync_api import expect

from plans.models import Plan
from tests.browser.entrance import come_in
from tests.browser.keys import Keys
from tests.browser.page_faults import objections
from tests.factories import make_plan

pytestmark = pytest.mark.once


@pytest.fixture
def plans(department):
    for number in range(1, 5):
        make_plan(department, position=number, number=f"{number}/KH-SXD")


def shown(page):
    return page.locator("td.number")


def stored():
    return [plan.number[0] for plan in Plan.objects.in_order()]


def test_an_moves_rows_with_the_keyboard_alone(page, an, plans):
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    keys = Keys(page)
    keys.reach("[href='?xep-lai=1']")
    keys.press("Enter")
    expect(page.get_by_role("link", name="Xong")).to_be_visible()
    keys.reach("[aria-label='Chuyển dòng 1 xuống']")
    for place in (2, 3):
        keys.press("Enter")
        expect(page.get_by_label(f"Chuyển dòng {place} xuống")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_label("Chuyển dòng 4 lên")).to_be_focused()
    assert stored() == ["2", "3", "4", "1"]
    keys.press("Enter")
    expect(page.get_by_label("Chuyển dòng 3 lên")).to_be_focused()
    assert stored() == ["2", "3", "1", "4"]


def test_ticked_rows_go_together_and_come_back(each_page, an, plans):
    page = each_page
    come_in(page, an)
    page.goto("/ke-hoach/2024/?xep-lai=1")
    for place in (2, 4):
        page.get_by_label(f"Chọn dòng {place}", exact=True).check()
    assert objections(page) == []
    page.get_by_role("button", name="Lên đầu").click()
    expect(shown(page)).to_have_text(["2/KH-SXD", "4/KH-SXD", "1/KH-SXD", "3/KH-SXD"])
    expect(page.get_by_role("button", name="Lên đầu")).to_be_focused()
    page.get_by_role("button", name="Hoàn tác lần sắp vừa rồi").click()
    expect(shown(page)).to_have_text(["1/KH-SXD", "2/KH-SXD", "3/KH-SXD", "4/KH-SXD"])
    page.get_by_label("Chọn dòng 1", exact=True).focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_label("Chọn dòng 2", exact=True)).to_be_focused()
    assert stored() == ["2", "1", "3", "4"]


def test_buttons_move_rows_without_javascript(page_without_javascript, an, plans):
    page = page_without_javascript
    come_in(page, an)
    page.goto("/ke-hoach/2024/?xep-lai=1")
    page.get_by_label("Chuyển dòng 3 lên").click()
    expect(shown(page)).to_have_text(["1/KH-SXD", "3/KH-SXD", "2/KH-SXD", "4/KH-SXD"])
    page.get_by_text("Xếp lại theo ngày…").click()
    page.get_by_role("button", name="Xếp theo ngày").click()
    expect(page.locator(".notice p")).to_have_text("Đã xếp lại theo ngày.")
    assert stored() == ["1", "2", "3", "4"]


def test_a_row_is_dragged_to_its_place(page, an, plans):
    come_in(page, an)
    page.goto("/ke-hoach/2024/?xep-lai=1")
    rows = page.locator("table.rows tbody tr")
    rows.nth(3).drag_to(rows.nth(1), target_position={"x": 600, "y": 4})
    expect(shown(page)).to_have_text(["1/KH-SXD", "4/KH-SXD", "2/KH-SXD", "3/KH-SXD"])
    expect(rows.nth(0)).to_have_attribute("draggable", "true")
    rows.nth(0).drag_to(rows.nth(3), target_position={"x": 600, "y": 40})
    expect(shown(page)).to_have_text(["4/KH-SXD", "2/KH-SXD", "3/KH-SXD", "1/KH-SXD"])
    assert stored() == ["4", "2", "3", "1"]
