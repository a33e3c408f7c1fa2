"""Bình brings last year's report: uploaded, corrected, saved, taken back; with pointer or keys, without JavaScript."""

import pytest
from playwright.sync_api import expect

from events.models import Event
from plans.models import Directive, Plan
from reports.models import Report
from tests.browser.entrance import come_in
from tests.browser.hands import KeysAlone, Pointer
from tests.browser.page_faults import objections
from tests.reports.reading.earlier.papers import NAME, REPORT, line_of

FILE = {"name": NAME, "mimeType": "text/plain", "buffer": REPORT.encode()}
SAVED = (
    "Đã lưu Báo cáo năm 2023 của SỞ XÂY DỰNG: 6 mục, 3 văn bản của đơn vị, 1 văn bản chỉ đạo, 3 hoạt động."
)


def counts():
    return [model.objects.count() for model in (Report, Plan, Directive, Event)]


def choose_file(page):
    page.goto("/bao-cao/2023/")
    page.get_by_role("link", name="Tải báo cáo đã có lên").click()
    page.get_by_label("Tệp báo cáo").set_input_files(FILE)


def correct_and_save(page, hand):
    """Make a line a heading, leave a row out, save; the page stays at the line that was corrected."""
    line = page.locator(f"#dong-{line_of('Báo cáo viên')}")
    hand.press(line.locator("summary"))
    hand.press(line.get_by_role("button", name="Là đề mục cấp 2"))
    expect(line.locator("summary")).to_contain_text("Đề mục cấp 2 đã sửa")
    expect(line).to_be_in_viewport()
    row = page.locator(f"#dong-{line_of('- Quyết định số 58')}")
    row.get_by_role("checkbox").uncheck()
    hand.press(page.get_by_role("button", name="Bỏ ra"))
    expect(page.locator(".piece .words")).to_have_text([row_words("- Quyết định số 58"), "(Đã ký)"])
    hand.press(page.get_by_role("button", name="Lưu tất cả"))
    expect(page.locator(".notice.success p")).to_have_text(SAVED)
    assert counts() == [1, 3, 1, 3]


def row_words(beginning):
    return next(line for line in REPORT.splitlines() if line.startswith(beginning))


def test_a_report_is_uploaded_corrected_saved_and_taken_back(each_page, binh):
    page = each_page
    come_in(page, binh)
    choose_file(page)
    assert objections(page) == []
    page.get_by_role("button", name="Đọc báo cáo").click()
    expect(page.locator(".read-summary h2")).to_have_text(
        "Đọc được 5 mục, 4 văn bản của đơn vị, 1 văn bản chỉ đạo, 3 hoạt động"
    )
    page.locator("summary.tag").nth(3).click()
    assert objections(page) == []
    correct_and_save(page, Pointer(page))
    page.get_by_role("button", name="Hoàn tác").click()
    page.get_by_text("Đã hoàn tác: xóa báo cáo năm 2023 và 7 hàng.").wait_for()
    assert counts() == [0, 0, 0, 0]
    expect(page.locator(f"#dong-{line_of('Báo cáo viên')} summary")).to_contain_text("Đề mục cấp 2 đã sửa")


@pytest.mark.parametrize("hand", [Pointer, KeysAlone])
def test_it_works_without_javascript_and_with_the_keys_alone(page_without_javascript, binh, hand):
    page = page_without_javascript
    come_in(page, binh)
    choose_file(page)
    hand(page).press(page.get_by_role("button", name="Đọc báo cáo"))
    correct_and_save(page, hand(page))
