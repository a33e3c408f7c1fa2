"""An enters, goes on, changes, copies and deletes plans; an event on a phone; a plan with the keyboard alone."""

from datetime import date

from playwright.sync_api import expect

from events.models import Event
from plans.models import Plan
from tests.browser.entrance import come_in
from tests.browser.keys import Keys
from tests.browser.looks import objections

SUBJECT = "về phổ biến, giáo dục pháp luật năm 2024"


def wait_for_sentence(page):
    """With JavaScript the sentence comes by itself."""
    expect(page.get_by_role("button", name="Xem lời in")).to_be_hidden()
    return page.locator("#cau-in .printed-sentence")


def ask_for_sentence(page):
    page.get_by_role("button", name="Xem lời in").click()
    return page.locator("#cau-in .printed-sentence")


def fill(page, number, day, subject):
    page.get_by_label("Số, ký hiệu").fill(number)
    page.get_by_label("Ngày ban hành").fill(day)
    page.get_by_label("Trích yếu").fill(subject)


def save(page):
    page.get_by_role("button", name="Lưu", exact=True).click()


def said(page):
    """Return what the page says of the last step."""
    return page.locator(".notice.success p")


def work_on_plans(page, sentence):
    page.goto("/ke-hoach/2024/")
    page.get_by_role("link", name="Thêm văn bản").click()
    fill(page, "139", "16012024", SUBJECT)
    expect(sentence(page)).to_have_text(f"Kế hoạch số 139/KH-SXD ngày 16/01/2024 {SUBJECT}.")
    page.get_by_role("button", name="Lưu và thêm tiếp").click()
    expect(said(page)).to_have_text("Đã lưu Kế hoạch số 139/KH-SXD.")
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("")
    fill(page, "140/KH-SXD", "17/01/2024", "về Ngày Pháp luật")
    save(page)
    expect(said(page)).to_have_text("Đã lưu Kế hoạch số 140/KH-SXD.")
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.get_by_label("Trích yếu").fill("về Ngày Pháp luật Việt Nam")
    save(page)
    expect(page.locator(".printed")).to_have_text(
        "Kế hoạch số 140/KH-SXD ngày 17/01/2024 về Ngày Pháp luật Việt Nam"
    )
    expect(page.locator(".history li strong")).to_have_text(["Sửa", "Thêm"])
    copy_and_take_back(page)


def copy_and_take_back(page):
    page.get_by_role("link", name="Nhân bản").click()
    expect(page.get_by_label("Trích yếu")).to_have_value("về Ngày Pháp luật Việt Nam")
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("")
    page.get_by_label("Số, ký hiệu").fill("141")
    save(page)
    expect(said(page)).to_have_text("Đã lưu Kế hoạch số 141/KH-SXD.")
    page.get_by_role("button", name="Xóa", exact=True).click()
    expect(said(page)).to_have_text("Đã xóa: Kế hoạch số 141/KH-SXD.")
    expect(page.locator("td.number")).to_have_text(["139/KH-SXD", "140/KH-SXD"])
    page.get_by_role("button", name="Hoàn tác").click()
    expect(said(page)).to_have_text("Đã khôi phục: Kế hoạch số 141/KH-SXD.")


def plans():
    return sorted(Plan.objects.values_list("number", "issued_on__day", "subject", "entered_by__username"))


PLANS = [
    ("139/KH-SXD", 16, SUBJECT, "an"),
    ("140/KH-SXD", 17, "về Ngày Pháp luật Việt Nam", "an"),
    ("141/KH-SXD", None, "về Ngày Pháp luật Việt Nam", "an"),
]


def test_an_works_on_plans(each_page, an):
    come_in(each_page, an)
    work_on_plans(each_page, wait_for_sentence)
    assert plans() == PLANS


def test_an_works_on_plans_without_javascript(page_without_javascript, an):
    come_in(page_without_javascript, an)
    work_on_plans(page_without_javascript, ask_for_sentence)
    assert plans() == PLANS


def test_the_sentence_comes_once_the_connection_is_back(page, an):
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    page.route("**/cau-in/", lambda route: route.abort())
    page.get_by_role("link", name="Thêm văn bản").click()
    with page.expect_event("requestfailed", lambda request: SUBJECT in (request.post_data or "")):
        fill(page, "139", "16012024", SUBJECT)
    page.unroute("**/cau-in/")
    expect(wait_for_sentence(page)).to_have_text(f"Kế hoạch số 139/KH-SXD ngày 16/01/2024 {SUBJECT}.")


def test_a_plan_is_entered_from_the_list_with_the_keyboard_alone(page, an):
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    keys = Keys(page)
    keys.press("n")
    expect(page.get_by_label("Loại văn bản")).to_be_focused()
    keys.press("Tab")
    keys.type("139")
    keys.press("Tab")
    keys.type("16012024")
    keys.press("Tab")
    keys.type(SUBJECT)
    expect(wait_for_sentence(page)).to_have_text(f"Kế hoạch số 139/KH-SXD ngày 16/01/2024 {SUBJECT}.")
    keys.press("Control+s")
    expect(said(page)).to_have_text("Đã lưu Kế hoạch số 139/KH-SXD.")
    assert plans() == PLANS[:1]
    assert keys.pressed - len(SUBJECT) == 17


def test_an_event_is_entered_on_a_phone(phone_page, an):
    page = phone_page
    come_in(page, an)
    page.goto("/hoat-dong/2024/")
    page.get_by_role("link", name="Thêm hoạt động").tap()
    page.get_by_label("Hình thức").select_option("Tập huấn")
    page.get_by_label("Tên hoạt động").fill("Tập huấn Luật Nhà ở")
    page.get_by_label("Thời gian").fill("30-31/7/2024")
    page.get_by_label("Số người").fill("hơn 1.245")
    expect(wait_for_sentence(page)).to_have_text(
        "Tập huấn Luật Nhà ở (30-31/7/2024) với hơn 1.245 người tham dự."
    )
    assert objections(page) == []
    page.get_by_role("button", name="Lưu", exact=True).tap()
    expect(said(page)).to_have_text("Đã lưu Tập huấn Luật Nhà ở.")
    event = Event.objects.get()
    assert (event.kind, event.held_from, event.held_to) == ("training", date(2024, 7, 30), date(2024, 7, 31))
    assert (event.attendance, event.attendance_is_minimum, event.entered_by) == (1245, True, an)
