"""An says which directive a plan carries out; what nothing carries out is marked."""

from playwright.sync_api import expect

from tests.browser.entrance import come_in
from tests.browser.page_faults import objections
from tests.factories import make_directive, make_event, make_plan


def test_an_links_a_plan_and_sees_what_is_still_missing(each_page, an, department):
    page = each_page
    carried_out = make_directive(department, number="11/KH-UBND")
    make_directive(department, number="12/KH-UBND")
    plan = make_plan(department, number="139/KH-SXD")
    event = make_event(department, name="Tập huấn Luật Nhà ở")
    come_in(page, an)
    page.goto(plan.get_absolute_url())
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.get_by_label("Kế hoạch số 11/KH-UBND").check()
    page.get_by_label("Tập huấn Luật Nhà ở").check()
    assert objections(page) == []
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".linked a")).to_have_text([str(carried_out), str(event)])
    page.goto("/nam/2024/")
    page.get_by_role("link", name="1 văn bản chỉ đạo chưa có kế hoạch triển khai").click()
    expect(page.locator("ol.crosscheck > li")).to_have_count(1)
    page.get_by_role("link", name="Tất cả").click()
    expect(page.locator("ol.crosscheck > li")).to_have_count(2)
    met, unmet = page.locator("ol.crosscheck > li").all()
    expect(met.get_by_role("link")).to_have_text(["11/KH-UBND", "139/KH-SXD", "Tập huấn Luật Nhà ở"])
    expect(unmet.locator(".none")).to_have_text("Chưa có kế hoạch triển khai Chọn kế hoạch")
    assert objections(page) == []
    unmet.get_by_role("link", name="Chọn kế hoạch").click()
    page.get_by_label("Kế hoạch số 139/KH-SXD").check()
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".linked a")).to_have_text([str(plan)])
    assert plan.directives.count() == 2
