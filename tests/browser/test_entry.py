"""An enters what her department did: by keyboard alone, on a phone, without JavaScript; nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from events.models import Event
from plans.models import Plan
from tests.browser.entrance import come_in
from tests.browser.page_faults import objections
from tests.factories import make_directive, make_plan

pytestmark = pytest.mark.once

ADD = "/ke-hoach/2024/them/"
SUBJECT = "về phổ biến, giáo dục pháp luật năm 2024"


def sentence(page):
    return page.locator("#cau-in .printed-sentence")


@pytest.fixture
def at_a_new_plan(each_page, an):
    come_in(each_page, an)
    each_page.goto(ADD)
    return each_page


def test_an_enters_a_plan_with_the_keyboard_alone(page, an):
    come_in(page, an)
    page.goto(ADD)
    keyboard = page.keyboard
    keyboard.press("Tab")
    keyboard.type("139")
    keyboard.press("Tab")
    keyboard.type("16012024")
    keyboard.press("Tab")
    keyboard.type(SUBJECT)
    expect(sentence(page)).to_have_text(f"Kế hoạch số 139/KH-SXD ngày 16/01/2024 {SUBJECT}.")
    keyboard.press("Enter")
    expect(page.locator(".notice.success p")).to_contain_text("Đã lưu Kế hoạch số 139/KH-SXD.")
    plan = Plan.objects.get()
    assert page.url.endswith(plan.get_absolute_url())


def test_the_sentence_and_the_help_follow_the_kind(at_a_new_plan):
    page = at_a_new_plan
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
    page.get_by_label("Số, ký hiệu").fill("498")
    expect(sentence(page)).to_have_text("Kế hoạch số 498/KH-SXD.")
    page.get_by_label("Loại văn bản").fill("Công văn")
    expect(sentence(page)).to_have_text("Công văn số 498/SXD.")
    expect(page.locator("#id_number_helptext")).to_have_text("Chỉ gõ số cũng được: 139 thành 139/SXD.")
    page.get_by_label("Ngày ban hành").fill("31/9/2024")
    expect(page.locator("#cau-in .unread")).to_have_text("Chưa đọc được: Ngày ban hành.")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("alert")).to_contain_text("Ngày “31/9/2024” không có trong lịch")
    expect(page.get_by_label("Ngày ban hành")).to_be_focused()
    assert objections(page) == []


def test_an_is_warned_before_she_leaves_what_is_not_saved(page, an):
    come_in(page, an)
    page.goto(ADD)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Bỏ, không lưu").click()
    page.wait_for_url("**/ke-hoach/2024/")
    assert asked == []
    page.goto(ADD)
    page.get_by_label("Số, ký hiệu").press_sequentially("139")
    page.get_by_role("link", name="Bỏ, không lưu").click()
    page.wait_for_url("**/ke-hoach/2024/")
    assert asked == ["beforeunload"]


def test_what_an_types_before_the_page_is_ready_counts_as_well(page, an):
    come_in(page, an)
    page.route("**/site.js", lambda route: (type_early(page), route.continue_()), times=1)
    page.goto(ADD)
    expect(sentence(page)).to_have_text("Kế hoạch số 139/KH-SXD.")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Bỏ, không lưu").click()
    page.wait_for_url("**/ke-hoach/2024/")
    assert asked == ["beforeunload"]


def type_early(page):
    page.locator("#id_number").evaluate("field => { field.value = '139'; }")


def test_long_choices_are_narrowed_by_typing(at_a_new_plan, department):
    page = at_a_new_plan
    for number in range(8):
        make_directive(department, subject=f"về việc {number}")
    chosen = make_directive(department, subject="về an toàn Đường bộ")
    page.reload()
    links = page.get_by_role("group", name="Văn bản chỉ đạo được thực hiện")
    search, found = links.get_by_role("searchbox"), links.locator(".form-check:visible")
    expect(found).to_have_count(0)
    search.fill("ve viec")
    expect(found).to_have_count(8)
    found.nth(2).get_by_role("checkbox").check()
    expect(search).to_be_focused()
    expect(found).to_contain_text(["về việc 2"])
    search.fill("duong bo")
    expect(found).to_have_count(2)
    search.press("Enter")
    expect(links.get_by_role("status").first).to_have_text("(đã chọn 2)")
    search.fill("không có đâu")
    expect(links.get_by_text("Không có dòng nào khớp.")).to_be_visible()
    assert objections(page) == []
    found.first.get_by_role("checkbox").uncheck()
    expect(found).to_have_count(1)
    page.get_by_label("Số, ký hiệu").fill("139")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".notice.success p")).to_be_visible()
    assert list(Plan.objects.get().directives.all()) == [chosen]


def test_of_many_rows_those_are_looked_for_that_an_types(at_a_new_plan, department):
    page = at_a_new_plan
    wanted = make_directive(department, subject="về an toàn Đường bộ")
    make_directive(department, subject="về hòa giải")
    for number in range(25):
        make_directive(department, subject=f"về việc {number}")
    page.reload()
    links = page.get_by_role("group", name="Văn bản chỉ đạo được thực hiện")
    search, found = links.get_by_role("searchbox"), links.locator(".form-check:visible")
    expect(links.get_by_role("button", name="Tìm")).to_be_hidden()
    search.fill("duong bo")
    expect(found).to_have_count(1)
    search.press("Enter")
    expect(links.get_by_role("status").first).to_have_text("(đã chọn 1)")
    search.fill("hoa giai")
    expect(found).to_have_count(2)
    search.fill("không có đâu")
    expect(links.get_by_text("Không có dòng nào khớp.")).to_be_visible()
    assert objections(page) == []
    page.get_by_label("Số, ký hiệu").fill("139")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".notice.success p")).to_be_visible()
    assert list(Plan.objects.get().directives.all()) == [wanted]


def test_a_doubt_is_shown_first_and_can_be_insisted_on(at_a_new_plan, department):
    page = at_a_new_plan
    make_plan(department, number="139/KH-SXD")
    page.get_by_label("Số, ký hiệu").fill("139")
    page.get_by_label("Ngày ban hành").fill("16/01/2024")
    page.get_by_role("button", name="Lưu", exact=True).click()
    doubts = page.get_by_role("alert")
    expect(doubts).to_be_focused()
    expect(doubts).to_contain_text("Kế hoạch số 139/KH-SXD đã có trong danh sách năm 2024.")
    assert objections(page) == []
    page.get_by_label("Tôi đã xem, vẫn lưu").check()
    page.get_by_role("button", name="Lưu và thêm tiếp").click()
    expect(page.locator(".notice.success p")).to_contain_text("Đã lưu Kế hoạch số 139/KH-SXD.")
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("")
    assert Plan.objects.count() == 2


def test_an_event_is_entered_without_javascript(page_without_javascript, an):
    page = page_without_javascript
    come_in(page, an)
    page.goto("/hoat-dong/2024/them/")
    page.get_by_label("Tên hoạt động").fill("Hội nghị giao ban")
    page.get_by_label("Thời gian").fill("05/3/2024")
    page.get_by_label("Số người").fill("hơn 200")
    page.get_by_role("button", name="Xem lời in").click()
    expect(sentence(page)).to_have_text("Hội nghị giao ban (05/3/2024) với hơn 200 người tham dự.")
    assert Event.objects.count() == 0
    page.get_by_label("Thời gian").press("Enter")
    expect(page.locator(".notice.success p")).to_contain_text("Đã lưu Hội nghị giao ban.")
    assert Event.objects.get().attendance == 200


def test_the_three_numbers_of_a_publication_are_there_for_that_kind_alone(page, an):
    come_in(page, an)
    page.goto("/hoat-dong/2024/them/")
    expect(page.get_by_label("Số tài liệu gốc")).to_be_hidden()
    page.get_by_label("Hình thức").select_option("Phát hành tài liệu")
    page.get_by_label("Số tài liệu gốc").fill("3")
    page.get_by_label("Hình thức").select_option("Hội nghị")
    expect(page.get_by_label("Số tài liệu gốc")).to_be_visible()
    page.get_by_label("Số tài liệu gốc").fill("")
    page.get_by_label("Hình thức").select_option("Tập huấn")
    expect(page.get_by_label("Số tài liệu gốc")).to_be_hidden()
    assert objections(page) == []
