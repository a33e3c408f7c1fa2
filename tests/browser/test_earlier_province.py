"""Dung brings last year's report of the province and begins this year's from it, at a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from events.models import Event
from plans.models import Directive, Plan
from reports.document.word import to_docx
from reports.models import Report
from tests.browser.entrance import come_in
from tests.browser.page_faults import objections
from tests.reports.reading.earlier.province_paper import DONE, province_report

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def paper(justice_department, department):
    data = to_docx(province_report(justice_department))
    return {"name": "bao-cao-tinh-2024.docx", "mimeType": WORD, "buffer": data}


def test_dung_uploads_last_years_report_and_begins_this_years_beside_its_words(each_page, dung, paper):
    page = each_page
    come_in(page, dung)
    page.goto("/bao-cao/2025/")
    page.get_by_role("link", name="Tải báo cáo đã có lên").click()
    page.get_by_label("Báo cáo của năm").select_option("2024")
    page.get_by_label("Tệp báo cáo").set_input_files(paper)
    assert objections(page) == []
    page.get_by_role("button", name="Đọc báo cáo").click()
    expect(page.locator(".read-summary h2")).to_have_text("Đọc được 23 mục")
    expect(page.locator(".read-summary .doubt")).to_contain_text("không thành dòng của năm, vì dữ liệu")
    expect(page.locator(".result").first).to_contain_text("Kế hoạch số 27/KH-STP")
    assert objections(page) == []
    page.get_by_role("button", name="Lưu tất cả").click()
    expect(page.locator(".notice.success p")).to_contain_text("Đã lưu Báo cáo năm 2024")
    assert [model.objects.count() for model in (Report, Plan, Directive, Event)] == [1, 0, 0, 0]
    begin_the_new_one(page)


def begin_the_new_one(page):
    """Begin the report of 2025 from the saved one; its section has last year's words in it and beside it."""
    page.goto("/bao-cao/2025/")
    page.get_by_role("button", name="Bắt đầu từ báo cáo năm 2024").click()
    page.goto("/bao-cao/2025/")
    page.get_by_role("link", name="Hoạt động của Hội đồng phối hợp PBGDPL").first.click()
    expect(page.get_by_role("textbox", name="Nội dung của mục")).to_have_value(DONE)
    expect(page.locator("#nam-truoc .printed-text")).to_have_text([DONE])
    assert objections(page) == []
