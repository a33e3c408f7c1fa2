"""No page shuts anyone out, on a desktop or on a phone; the journeys check the states that they pass."""

import pytest

from accounts.models import Role
from tests.browser.entrance import come_in
from tests.browser.page_faults import covered_by_bars, objections, objections_at_both_widths
from tests.factories import make_attachment, make_division, make_plan, make_user

pytestmark = pytest.mark.once

PAGES = {
    "năm": (
        "/nam/2024/",
        "/nam/2020/",
        "/bao-cao/2024/",
        "/bao-cao/2024/xem/",
        "/bao-cao/2024/ban-in/",
        "/khong-co/",
    ),
    "danh sách": (
        "/van-ban-chi-dao/2024/",
        "/ke-hoach/2024/?xep-lai=1",
        "/ke-hoach/2024/?tim=khong+co",
        "/ke-hoach/2024/?daxoa=1",
        "/tim/2024/?tim=duong+bo",
        "/hoat-dong/2024/",
        "/hoat-dong/2020/",
    ),
    "nhập": (
        "/van-ban-chi-dao/2024/them/",
        "/hoat-dong/2024/them/",
        "/ke-hoach/2024/tu-tep/",
        "/ke-hoach/2024/bang-tinh/",
        "/dan/2024/?vao=plans",
        "/mat-khau/",
    ),
}


def faults_of(page, addresses):
    """Return what is wrong with the pages, by address."""
    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = objections_at_both_widths(page)
    return {address: wrong for address, wrong in found.items() if wrong}


@pytest.mark.parametrize("part", PAGES)
def test_no_page_shuts_an_out(page, an, year_of_work, part):
    come_in(page, an)
    assert faults_of(page, PAGES[part]) == {}


def test_no_page_of_people_shuts_giang_out(page, giang, an, department):
    division = make_division(department)
    come_in(page, giang)
    addresses = (
        "",
        "sua/",
        "phong/them/",
        f"phong/{division.pk}/sua/",
        "nguoi-dung/them/",
        f"nguoi-dung/{an.pk}/sua/",
        "phieu-mat-khau/",
    )
    assert faults_of(page, [f"/don-vi/2024/{address}" for address in addresses]) == {}


def test_no_page_of_the_log_shuts_giang_out(page, giang):
    come_in(page, giang)
    addresses = ("", "?tu=31/2/2024", "?tim=khong+co")
    assert faults_of(page, [f"/nhat-ky/2024/{address}" for address in addresses]) == {}


def test_no_page_of_departments_shuts_quan_out(page, justice_department, department):
    come_in(page, make_user(justice_department, Role.ADMINISTRATOR, username="quan"))
    addresses = ("", "them/", "nhieu/", f"{department.pk}/sua/")
    assert faults_of(page, [f"/don-vi/2024/co-quan/{address}" for address in addresses]) == {}


def test_no_row_shuts_an_out(each_page, an, department):
    page, plan = each_page, make_plan(department)
    make_attachment(department, row=plan)
    come_in(page, an)
    page.goto(plan.get_absolute_url())
    assert objections(page) == []
    page.get_by_role("button", name="Xóa", exact=True).click()
    page.get_by_role("button", name="Hoàn tác").wait_for()
    assert objections(page) == []
    page.goto(plan.get_absolute_url())
    assert objections(page) == []


def test_no_open_menu_shuts_an_out(each_page, an, year_of_work):
    page = each_page
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    for menu in ("Năm 2024", "Việc khác", "Lọc"):
        summary = page.locator("details.menu summary").filter(has_text=menu)
        summary.click()
        assert objections(page) == []
        page.keyboard.press("Escape")
    page.locator(".person summary").click()
    assert objections(page) == []


def test_no_bar_covers_what_an_reaches_by_the_keys(page, an, year_of_work):
    come_in(page, an)
    covered = []
    for address in ("/nam/2024/", "/ke-hoach/2024/", "/hoat-dong/2024/them/", "/doi-chieu/2024/"):
        page.goto(address)
        covered += covered_by_bars(page)
    assert covered == []
