"""Dung uses the board of her departments on a desktop, on a phone, by keyboard and without JavaScript."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import expect

from reports.models import NoticeKind, OutcomeKind
from reports.notices import notify
from tests.browser.entrance import come_in, log_in
from tests.browser.keys import Keys
from tests.browser.page_faults import objections
from tests.factories import make_organisation, make_outcome, make_period, make_report, make_submission

ROWS = "table.board tbody tr"


@pytest.fixture
def province(dung):
    """Save departments in every state, a deadline that is past, and notices that Dung has not read."""
    receiver = dung.organisation
    make_period(receiver, due_on=timezone.localdate() - timedelta(days=3), opened_by=dung)
    names = ("Ban Dân tộc", "Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Sở Y tế", "Thanh tra tỉnh")
    first, *others = (make_organisation(name=f"{name} tỉnh Sen", reports_to=receiver) for name in names)
    for department, outcome in zip(others, (None, None, *OutcomeKind), strict=False):
        report = make_report(department)
        if department == others[0]:
            continue
        submission = make_submission(report)
        notify(receiver, NoticeKind.SUBMITTED, f"{department} nộp báo cáo.", f"/tong-hop/2024/{report.pk}/")
        if outcome:
            make_outcome(submission, outcome)
    return first


def heading(page):
    return page.get_by_role("heading", level=1)


def use_the_board(page):
    """Log in, filter the board, and see the notices."""
    log_in(page, "dung")
    expect(heading(page)).to_have_text("Tổng hợp báo cáo năm 2024")
    expect(page.locator(ROWS)).to_have_count(6)
    page.get_by_role("link", name="Mới nhận 1").click()
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(f"{ROWS} .report-state")).to_have_text("Mới nhận")
    page.get_by_role("link", name="Tất cả 6").click()
    page.get_by_role("link", name="Quá hạn 6").click()
    page.get_by_label("Tìm đơn vị").fill("noi vu")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator(f"{ROWS} .name")).to_have_text("Sở Nội vụ tỉnh Sen")
    page.get_by_role("link", name="Quá hạn 1 (bỏ lọc)").click()
    expect(page.locator(".found")).to_have_text("1 trong 6 đơn vị. Xem tất cả")
    page.get_by_role("link", name="Thông báo, 4 chưa đọc").click()
    expect(heading(page)).to_have_text("Thông báo")
    expect(page.locator(".notices .new")).to_have_count(4)
    expect(page.get_by_role("link", name="Thông báo", exact=True)).to_have_attribute("aria-current", "page")


def remind_two(page):
    """Remind two departments that were ticked on the board."""
    for name in ("Ban Dân tộc tỉnh Sen", "Sở Nội vụ tỉnh Sen"):
        page.get_by_label(f"Chọn {name}").check()
    page.get_by_role("button", name="Nhắc nộp").click()
    expect(page.locator(".awaited input:checked")).to_have_count(2)
    page.get_by_role("button", name="Gửi nhắc").click()
    expect(page.locator(".notice p").first).to_have_text("Đã nhắc 2 đơn vị.")
    expect(page.locator(f"{ROWS} .change", has_text="Đã nhắc")).to_have_count(2)


def test_dung_finds_her_departments_on_the_board(each_page, province):
    use_the_board(each_page)
    each_page.goto("/tong-hop/2024/")
    remind_two(each_page)


def test_dung_finds_her_departments_on_the_board_without_javascript(page_without_javascript, province):
    use_the_board(page_without_javascript)
    page_without_javascript.goto("/tong-hop/2024/")
    remind_two(page_without_javascript)
    page_without_javascript.get_by_label("Chọn Sở Tài chính tỉnh Sen").check()
    with page_without_javascript.expect_request("**/tai-ve/**") as asked:
        page_without_javascript.get_by_role("button", name="Tải các báo cáo đã chọn").click()
    assert asked.value.url.partition("?")[2].split("&")[1:] == ["theo=chon"]


def test_no_page_of_the_board_shuts_dung_out(each_page, dung, province):
    page = each_page
    come_in(page, dung)
    wrong = {}
    for address in ("2024/", "2024/?tim=khong+co", "2024/?trang-thai=da-nop&han=qua-han", "2024-6-thang/"):
        page.goto(f"/tong-hop/{address}")
        wrong[address] = objections(page)
    page.goto("/tong-hop/2024/")
    page.locator("main details.menu summary").click()
    wrong["menu"] = objections(page)
    for rest in ("nhac/", "gia-han/"):
        page.goto(f"/tong-hop/2024/{rest}")
        wrong[rest] = objections(page)
    page.goto("/thong-bao/2024/")
    wrong["notices"] = objections(page)
    assert {address: faults for address, faults in wrong.items() if faults} == {}


def test_the_menu_beside_an_unopened_period_opens_within_the_phone(phone_page, dung, province):
    come_in(phone_page, dung)
    phone_page.goto("/tong-hop/2024-6-thang/")
    phone_page.get_by_text("Việc khác").click()
    places = phone_page.locator("main details.menu li a")
    expect(places.first).to_be_visible()
    lefts = places.evaluate_all("links => links.map((link) => link.getBoundingClientRect().left)")
    assert min(lefts) >= 0


def test_dung_takes_the_board_away(page, dung, province):
    come_in(page, dung)
    page.goto("/tong-hop/2024/?han=qua-han&tim=so")
    page.get_by_text("Việc khác").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải bảng tính XLSX").click()
    assert coming.value.suggested_filename == "tong-hop-pbgdpl-STP-2024.xlsx"
    sheet = load_workbook(BytesIO(Path(coming.value.path()).read_bytes())).active
    assert [cell.value for cell in sheet["C"]][2:] == [
        "Sở Nội vụ tỉnh Sen",
        "Sở Tài chính tỉnh Sen",
        "Sở Xây dựng tỉnh Sen",
        "Sở Y tế tỉnh Sen",
    ]


def test_dung_ticks_reports_by_keyboard(page, dung, province):
    come_in(page, dung)
    page.goto("/tong-hop/2024/")
    keys = Keys(page)
    button = page.get_by_role("button", name="Tải các báo cáo đã chọn")
    expect(button).to_be_disabled()
    keys.reach("[aria-label='Chọn Sở Xây dựng tỉnh Sen']")
    keys.press("Space")
    expect(page.locator(".chosen")).to_have_text("Đã chọn 1 dòng:")
    expect(button).to_be_enabled()
    keys.reach("[data-all]")
    keys.press("Enter")
    expect(page.locator(f"{ROWS} input:checked")).to_have_count(6)
    with page.expect_request("**/tai-ve/**") as asked:
        keys.reach(".selected button[name=theo]")
        keys.press("Enter")
    query = asked.value.url.partition("?")[2]
    assert [part.split("=")[0] for part in query.split("&")] == ["chon"] * 6 + ["theo"]
