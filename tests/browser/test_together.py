"""Two people meet in one row, and sessions end in the middle of a form: nothing that was typed is lost."""

from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from plans.models import Plan
from tests.browser.entrance import come_in, log_in, send_login
from tests.browser.page_faults import objections
from tests.factories import make_plan


def save(page):
    page.get_by_role("button", name="Lưu", exact=True).click()


def notice(page):
    return page.locator(".notice p")


def test_two_people_edit_one_row(each_page, colleagues_page, an, binh, department):
    mine, his = each_page, colleagues_page
    plan = make_plan(department, number="139/KH-SXD", subject="về việc đầu", entered_by=an)
    for page, person in ((mine, an), (his, binh)):
        come_in(page, person)
        page.goto(f"{plan.get_absolute_url()}sua/")
    his.get_by_label("Trích yếu").fill("về bản của Bình")
    his.get_by_label("Số, ký hiệu").fill("140/KH-SXD")
    save(his)
    expect(notice(his)).to_have_text("Đã lưu Kế hoạch số 140/KH-SXD.")
    mine.get_by_label("Trích yếu").fill("về bản của An")
    mine.get_by_label("Ngày ban hành").fill("17/01/2024")
    save(mine)
    expect(mine.get_by_role("heading", level=1)).to_have_text("Hai người cùng sửa một dòng")
    expect(notice(mine)).to_contain_text("Trần Thanh Bình đã lưu một bản khác")
    assert objections(mine) == []
    mine.get_by_role("group", name="Trích yếu").get_by_label("Bản đã lưu").check()
    mine.get_by_role("button", name="Lưu bản đã chọn").click()
    expect(mine.locator(".printed")).to_have_text("Kế hoạch số 140/KH-SXD ngày 17/01/2024 về bản của Bình")
    changes = mine.locator(".history li > p span")
    expect(changes).to_have_text(["Nguyễn Hoài An", "Trần Thanh Bình"])
    assert Plan.objects.get().version == 3


def start_a_plan(page):
    page.goto("/ke-hoach/2024/them/")
    page.get_by_label("Số, ký hiệu").fill("139")
    page.get_by_label("Trích yếu").fill("về Luật Nhà ở")


def finish_the_plan(page):
    expect(notice(page)).to_have_text("Đã khôi phục những gì đã gõ, chưa lưu.")
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("139")
    assert objections(page) == []
    save(page)
    expect(notice(page)).to_have_text("Đã lưu Kế hoạch số 139/KH-SXD.")
    assert Plan.objects.get().subject == "về Luật Nhà ở"


def test_the_session_ends_while_an_types(each_page, an):
    page = each_page
    come_in(page, an)
    start_a_plan(page)
    Session.objects.all().delete()
    save(page)
    expect(notice(page)).to_contain_text("những gì đã gõ vẫn còn")
    assert objections(page) == []
    send_login(page, "an")
    finish_the_plan(page)


def test_an_comes_in_again_in_another_tab(page, an):
    log_in(page, "an")
    expect(page.get_by_role("navigation")).to_have_count(1)
    start_a_plan(page)
    other_tab = page.context.new_page()
    other_tab.goto("/")
    other_tab.locator(".person summary").click()
    other_tab.get_by_role("button", name="Đăng xuất").click()
    send_login(other_tab, "an")
    expect(other_tab.get_by_role("heading", level=1)).to_contain_text("Phổ biến, giáo dục pháp luật")
    other_tab.close()
    save(page)
    finish_the_plan(page)
