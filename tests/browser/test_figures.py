"""Bình settles the figures of a report: with the keys alone and a block from a spreadsheet, then without JavaScript."""

import pytest
from playwright.sync_api import expect

from reports.models import Figure
from tests.browser.entrance import come_in
from tests.browser.keys import Keys
from tests.browser.page_faults import objections_at_both_widths
from tests.factories import make_event, make_report
from tests.reports.figures.forms import make_form

PAGE = "/bao-cao/2024/so-lieu/"
PASTE = """(cell, text) => {
    const clipboard = new DataTransfer();
    clipboard.setData("text/plain", text);
    cell.dispatchEvent(new ClipboardEvent("paste", {clipboardData: clipboard, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def report(department):
    make_form()
    make_event(department, attendance=1245)
    return make_report(department)


def actual(page, code):
    return page.locator(f"[name=c{code}-actual]")


def settled():
    return {one.code: one.actual for one in Figure.objects.all() if one.actual is not None}


def test_binh_settles_the_form_with_the_keys_alone(page, binh, report):
    come_in(page, binh)
    page.goto(PAGE)
    assert objections_at_both_widths(page) == []
    keys = Keys(page)
    keys.reach("[name=c3-actual]", most=100)
    keys.type("12")
    keys.press("Enter")
    expect(actual(page, 4)).to_be_focused()
    keys.type("5")
    keys.press("ArrowDown", "ArrowDown")
    keys.type("1.300")
    expect(page.locator("#cot-6 .difference")).to_have_text("hơn 55 so với đếm được")
    expect(page.locator("#cot-6 + .more .wanted")).to_be_visible()
    actual(page, 19).focus()
    actual(page, 19).evaluate(PASTE, "28.645\r\n6.812\r\n60\r\nĐã rà soát\r\nthừa")
    expect(page.locator("#cot-18 .counted b")).to_have_text("35.517")
    notice = page.locator("#da-dan")
    expect(notice).to_contain_text("1 ô không vừa biểu, chưa điền: thừa")
    keys.reach("#da-dan button", most=100)
    keys.press("Enter")
    expect(actual(page, 20)).to_have_value("")
    expect(actual(page, 19)).to_be_focused()
    actual(page, 19).evaluate(PASTE, "28.645\n6.812\n60")
    keys.press("Control+s")
    expect(page.locator(".faults li")).to_have_count(1)
    expect(actual(page, 20)).to_have_value("6.812")
    assert objections_at_both_widths(page) == []
    page.locator("[name=c6-reason]").fill("Cả người dự ở xã.")
    keys.press("Control+s")
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu 6 chỉ tiêu.")
    assert settled() == {"3": 12, "4": 5, "6": 1300, "19": 28645, "20": 6812, "21": 60}
    page.goto(f"{PAGE}6/")
    page.get_by_text("Xem bảng số").click()
    assert objections_at_both_widths(page) == []
    page.get_by_role("link", name="Tháng 3").click()
    expect(page.locator("p.found")).to_contain_text("1 dòng (Tháng 3)")


def test_binh_settles_figures_without_javascript(page_without_javascript, binh, report):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(PAGE)
    actual(page, 3).fill("1.2")
    page.keyboard.press("Enter")
    expect(page.locator(".faults li")).to_contain_text("có phần lẻ")
    expect(actual(page, 3)).to_have_value("1.2")
    actual(page, 3).fill("-")
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.locator("[name=c3-does_not_apply]")).to_be_checked()
    assert Figure.objects.get().does_not_apply
