"""Whoever submits or downloads before the report is printed sees that it is, and is led on when it was."""

from pathlib import Path

import pytest
from django.core.cache import caches
from playwright.sync_api import expect

from tests.browser.entrance import come_in
from tests.browser.page_faults import objections
from tests.lib.pools import slow_pool
from tests.reports.submission.handed_in import open_report

SUBMIT = "/bao-cao/2024/nop/"


@pytest.fixture(autouse=True)
def report(department, settings):
    settings.LONG_WORK_IN_BACKGROUND = True
    caches["files"].clear()
    return open_report(department)


@pytest.fixture
def may_print():
    with slow_pool() as event:
        yield event


def heading(page):
    return page.get_by_role("heading", level=1)


def submit(page, binh):
    """Press the button before the report is printed, and see the page on which one waits."""
    come_in(page, binh)
    page.goto(SUBMIT)
    expect(page.locator("#so-trang")).to_have_text("Đang in, số trang sẽ hiện sau. Xem số trang")
    page.get_by_role("button", name="Nộp báo cáo").click()
    expect(heading(page)).to_have_text("Nộp báo cáo năm 2024")
    expect(page.locator(".step")).to_contain_text("in xong thì báo cáo được nộp, tính từ lúc bạn bấm nút (")


def test_the_number_of_pages_comes_by_itself(each_page, binh, may_print):
    page = each_page
    come_in(page, binh)
    page.goto(SUBMIT)
    expect(page.locator("#so-trang")).to_contain_text("Đang in")
    assert objections(page) == []
    may_print.set()
    expect(page.locator("#so-trang")).to_have_text("1 trang")


def test_binh_waits_until_the_report_is_printed_and_submitted(each_page, binh, may_print):
    submit(each_page, binh)
    assert objections(each_page) == []
    may_print.set()
    expect(heading(each_page)).to_have_text("Bản 1 báo cáo năm 2024")


def test_it_needs_no_javascript(page_without_javascript, binh, may_print):
    page = page_without_javascript
    submit(page, binh)
    may_print.set()
    expect(heading(page)).to_have_text("Bản 1 báo cáo năm 2024")


def test_a_file_comes_by_itself_when_it_is_printed(each_page, binh, may_print):
    page = each_page
    come_in(page, binh)
    page.goto("/bao-cao/2024/xem/")
    page.get_by_role("link", name="Tải PDF").click()
    expect(heading(page)).to_have_text("Đang in PDF báo cáo năm 2024")
    assert objections(page) == []
    with page.expect_download() as coming:
        may_print.set()
    assert Path(coming.value.path()).read_bytes().startswith(b"%PDF")
    expect(page.locator(".step")).to_have_text("Đã in xong, tệp PDF đang tải về.")
    assert objections(page) == []
