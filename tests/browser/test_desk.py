"""Bình begins his report, sees what is to do, writes its head and sees its print; An reads along."""

import pytest
from playwright.sync_api import expect

from reports.models import OutcomeKind, PeriodKind, Report
from tests.browser.entrance import come_in
from tests.browser.keys import Keys
from tests.browser.page_faults import objections, objections_at_both_widths
from tests.factories import make_outcome, make_period, make_report, make_submission

DESK = "/bao-cao/2024/"


def heading(page):
    return page.get_by_role("heading", level=1)


def begin_and_write_the_head(page):
    """Go from the empty desk over the head of a new report to its print."""
    page.goto(DESK)
    page.get_by_role("button", name="Bắt đầu từ báo cáo năm 2023").click()
    expect(page.locator(".notice p").first).to_contain_text("Đã bắt đầu báo cáo năm 2024.")
    page.get_by_role("link", name="Để sau").click()
    expect(page.get_by_text("0 trong 2 mục đã xong")).to_be_visible()
    expect(page.get_by_text("2 chỗ còn năm cũ")).to_be_visible()
    page.get_by_role("link", name="Đầu và cuối báo cáo").click()
    expect(heading(page)).to_have_text("Đầu và cuối báo cáo năm 2024")
    page.get_by_label("Ngày ban hành").fill("5.11.2024")
    page.get_by_label("Lời kết").fill("Trên đây là báo cáo của Sở./.")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(".notice p").first).to_contain_text("Đã lưu đầu và cuối báo cáo.")
    page.get_by_role("link", name="Xem bản in").click()
    expect(page.frame_locator("iframe").get_by_text("ngày 05 tháng 11 năm 2024")).to_be_visible()


@pytest.fixture
def last_year(department):
    make_report(
        department, (1, "Kết quả", "Năm 2023 và 2023."), (1, "Kiến nghị", "Không."), reporting_year=2023
    )


def test_binh_begins_from_last_years_report(each_page, binh, last_year):
    come_in(each_page, binh)
    begin_and_write_the_head(each_page)
    assert objections(each_page) == []


def test_binh_begins_without_javascript(page_without_javascript, binh, last_year):
    come_in(page_without_javascript, binh)
    begin_and_write_the_head(page_without_javascript)


def test_a_second_click_begins_no_second_report(page, binh, department):
    come_in(page, binh)
    page.goto(DESK)
    page.get_by_role("button", name="Bắt đầu từ đề cương").dblclick()
    expect(page.get_by_text("Đang soạn")).to_be_visible()
    assert Report.objects.count() == 1


def test_binh_goes_to_the_first_unfinished_section_by_keyboard(page, binh, department):
    report = make_report(department)
    come_in(page, binh)
    page.goto(DESK)
    keys = Keys(page)
    keys.reach(".page-head .btn-primary")
    keys.press("Enter")
    page.wait_for_url(f"**/muc/{report.sections.get(position=2).pk}/")


def test_binh_saves_the_head_by_ctrl_s_and_a_colleagues_words_are_not_lost(
    page, colleagues_page, binh, department
):
    make_report(department)
    for one in (page, colleagues_page):
        come_in(one, binh)
        one.goto(f"{DESK}dau-cuoi/")
    colleagues_page.get_by_label("Lời kết").fill("Lời của người khác./.")
    colleagues_page.keyboard.press("Control+s")
    expect(colleagues_page.locator("#da-luu")).to_contain_text("Đã lưu")
    expect(colleagues_page.frame_locator("iframe").get_by_text("Lời của người khác./.")).to_be_visible()
    page.get_by_label("Lời kết").fill("Lời của tôi./.")
    page.get_by_role("button", name="Lưu").click()
    expect(heading(page)).to_have_text("Hai người cùng sửa đầu và cuối báo cáo")
    expect(page.get_by_text("Lời của người khác./.")).to_be_visible()
    assert objections_at_both_widths(page) == []
    page.get_by_role("button", name="Lưu bản đã chọn").click()
    expect(heading(page)).to_have_text("Báo cáo năm 2024")
    assert Report.objects.get().closing == "Lời của tôi./."


def test_no_state_of_the_desk_shuts_anyone_out(page, binh, an, justice_department, year_of_work):
    report = Report.objects.get()
    make_period(justice_department)
    make_period(justice_department, kind=PeriodKind.HALF_YEAR)
    faults = {}

    def check(state, address=DESK):
        page.goto(address)
        faults[state] = objections_at_both_widths(page)

    come_in(page, binh)
    check("chưa có", "/bao-cao/2024-6-thang/")
    check("đang soạn")
    check("đầu và cuối", f"{DESK}dau-cuoi/")
    submission = make_submission(report)
    check("đã nộp")
    check("bản in đã nộp", f"{DESK}xem/")
    submission.notes.create(heading="I. MỤC THỨ 1", text="Ghi rõ.", written_by=binh)
    make_outcome(submission)
    check("bị trả lại")
    make_outcome(make_submission(report), kind=OutcomeKind.ACCEPTED)
    check("được tiếp nhận")
    come_in(page, an)
    check("An xem")
    check("An chưa có", "/bao-cao/2024-6-thang/")
    assert {state: wrong for state, wrong in faults.items() if wrong} == {}
