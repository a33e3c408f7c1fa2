"""An pastes a list on the desktop, on a phone, with the keyboard alone, without JavaScript."""

from playwright.sync_api import expect

from events.models import Event
from plans.models import Directive, Plan
from tests.browser.entrance import come_in
from tests.browser.keys import Keys
from tests.browser.page_faults import objections

LIST = (
    "- Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ;\n"
    "- Kế hoạch số 16/KH-SXD ngày 31/9/2024 về kiểm tra nhà ở xã hội\n"
    "- Công văn số 90/STP-PBGDPL ngày 03/4/2024 của Sở Tư pháp về việc hướng dẫn báo cáo\n"
    "- Hội nghị tập huấn Luật Nhà ở (05/3/2024) với hơn 200 đại biểu"
)
SAVED = "Đã lưu 3 văn bản, 1 hoạt động vào năm 2024."


def counts():
    return [model.objects.count() for model in (Plan, Directive, Event)]


def test_a_list_is_pasted_corrected_saved_and_taken_back(each_page, an):
    page = each_page
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    page.get_by_label("Dán một dòng hay cả danh sách").fill(LIST)
    page.get_by_role("button", name="Dán danh sách").click()
    expect(page.locator("[data-counter]")).to_have_text("Sẽ lưu 3 văn bản, 1 hoạt động.")
    assert objections(page) == []
    page.locator("#d2 .skip").click()
    expect(page.locator("[data-counter]")).to_have_text("Sẽ lưu 2 văn bản, 1 hoạt động.")
    page.locator("#d2 .skip").click()
    page.get_by_role("button", name="Lưu danh sách").click()
    fault = (
        "Dòng 2, Ngày ban hành: Ngày “31/9/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024."
    )
    expect(page.get_by_role("alert").locator("li")).to_have_text([fault])
    assert counts() == [0, 0, 0]
    page.get_by_role("link", name="Dòng 2, Ngày ban hành").click()
    expect(page.locator("input:focus")).to_have_value("31/9/2024")
    page.keyboard.press("Control+A")
    page.keyboard.type("30/9/2024")
    page.get_by_role("button", name="Lưu danh sách").click()
    page.get_by_text(SAVED).wait_for()
    assert counts() == [2, 1, 1]
    page.get_by_role("button", name="Hoàn tác").click()
    page.get_by_text("Đã xóa 4 dòng vừa lưu.").wait_for()
    assert counts() == [0, 0, 0]


def test_the_keyboard_alone_does_it(page, an):
    come_in(page, an)
    page.goto("/dan/2024/?vao=plans")
    keys = Keys(page)
    keys.reach("textarea")
    page.keyboard.insert_text(LIST.replace("31/9", "30/9"))
    keys.press("Tab", "Enter")
    page.locator("form.review").wait_for()
    keys.reach("#id_d1-number")
    keys.press("Enter")
    page.get_by_text(SAVED).wait_for()
    assert counts() == [2, 1, 1]


def test_it_works_without_javascript(page_without_javascript, an):
    page = page_without_javascript
    come_in(page, an)
    page.goto("/hoat-dong/2024/")
    page.get_by_label("Dán một dòng hay cả danh sách").fill(LIST.replace("31/9", "30/9"))
    page.get_by_role("button", name="Dán danh sách").click()
    page.get_by_role("button", name="Lưu danh sách").click()
    page.get_by_text(SAVED).wait_for()
    assert counts() == [2, 1, 1]


def test_leaving_an_unsaved_list_asks_first(page, an):
    come_in(page, an)
    page.goto("/dan/2024/?vao=plans")
    page.get_by_label("Danh sách cần dán").fill(LIST)
    page.get_by_role("button", name="Đọc danh sách").click()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Trang chủ").click()
    page.locator("form.review").wait_for()
    assert asked == ["beforeunload"]
