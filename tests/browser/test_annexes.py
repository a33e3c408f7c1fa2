"""Bình writes the annexes of a report in a browser, sets them in order, removes one and takes that back."""

import pytest
from playwright.sync_api import expect

from accounts.models import Role
from reports.writing.annexes import write_annex
from tests.browser.entrance import come_in
from tests.browser.page_faults import objections
from tests.factories import make_report, make_user

LIST = "/bao-cao/2024/phu-luc/"


@pytest.fixture
def report(department):
    return make_report(department)


def text(page):
    return page.get_by_label("Nội dung", exact=True)


def status(page):
    return page.locator("#da-luu")


def notice(page):
    return page.locator(".notice.success p")


def add(page, title, body):
    """Add an annex and come back to the list."""
    page.get_by_role("link", name="Thêm phụ lục").click()
    page.get_by_label("Tên phụ lục").fill(title)
    page.get_by_role("button", name="Thêm rồi viết").click()
    expect(notice(page)).to_have_text(f"Đã thêm phụ lục “{title}”.")
    text(page).fill(body)
    page.get_by_role("button", name="Lưu và về phụ lục").click()
    expect(notice(page)).to_have_text(f"Đã lưu phụ lục “{title}”.")


def set_in_order_and_remove(page):
    page.get_by_role("button", name="Chuyển Phụ lục II lên").click()
    expect(page.get_by_role("listitem").get_by_role("heading")).to_have_text(["Bảng số liệu", "Danh sách"])
    page.get_by_role("button", name="Xóa Phụ lục I", exact=True).click()
    expect(page.get_by_role("listitem").get_by_role("heading")).to_have_text(["Danh sách"])


def test_annexes_are_written_set_in_order_and_removed(each_page, binh, report):
    page = each_page
    come_in(page, binh)
    page.goto("/bao-cao/2024/")
    page.get_by_role("link", name="Phụ lục").click()
    assert objections(page) == []
    add(page, "Danh sách", "Mười hội nghị.")
    add(page, "Bảng số liệu", "| STT | Tên |\n| 1 | Họp |")
    assert objections(page) == []
    set_in_order_and_remove(page)
    assert objections(page) == []
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_role("listitem").get_by_role("heading")).to_have_text(["Bảng số liệu", "Danh sách"])


@pytest.fixture
def annex(report):
    return report.annexes.create(position=1, title="Danh sách", body="Mười hội nghị.")


@pytest.fixture
def at_the_annex(each_page, binh, annex):
    come_in(each_page, binh)
    each_page.goto(f"{LIST}{annex.pk}/")
    return each_page


def test_an_annex_saves_itself_and_its_paper_follows(at_the_annex, annex):
    page = at_the_annex
    text(page).fill("| STT | Tên |\n| 1 | Họp |")
    expect(status(page)).to_contain_text("Đã lưu ")
    expect(page.frame_locator(".piece-of-paper").locator("td").last).to_have_text("Họp")
    page.get_by_label("Tên phụ lục").fill("Bảng số liệu")
    page.keyboard.press("Enter")
    page.keyboard.type("năm 2025")
    paper = page.frame_locator(".piece-of-paper")
    expect(paper.locator(".annex-title .line")).to_have_text(["BẢNG SỐ LIỆU", "NĂM 2025"])
    assert objections(page) == []
    annex.refresh_from_db()
    assert (annex.title, annex.body) == ("Bảng số liệu năm 2025", "| STT | Tên |\n| 1 | Họp |")


def test_two_people_meet_in_one_annex(at_the_annex, annex, department):
    page, huong = at_the_annex, make_user(department, Role.LEGAL_OFFICER, full_name="Mai Thu Hương")
    write_annex(annex, title="Danh sách", body="Mười một hội nghị.", version=1, by=huong)
    text(page).fill("Mười hai hội nghị.")
    expect(status(page)).to_have_text("Phụ lục này vừa được lưu ở nơi khác. Bấm Lưu để xem cả hai bản.")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("alert")).to_contain_text("Mai Thu Hương đã lưu một bản khác của phụ lục này")
    assert objections(page) == []
    page.get_by_role("button", name="Lưu bản của tôi").click()
    expect(text(page)).to_have_value("Mười hai hội nghị.")
    page.get_by_role("link", name="Các bản trước").click()
    assert objections(page) == []
    page.get_by_role("button", name="Dùng lại bản này").first.click()
    expect(text(page)).to_have_value("Mười một hội nghị.")


def test_a_title_is_asked_for(each_page, binh, report):
    page = each_page
    come_in(page, binh)
    page.goto(f"{LIST}them/")
    page.get_by_role("button", name="Thêm rồi viết").click()
    expect(page.get_by_role("alert")).to_contain_text("Tên phụ lục: Chưa ghi tên phụ lục.")
    assert objections(page) == []


def test_everything_is_done_without_javascript(page_without_javascript, binh, report):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(LIST)
    add(page, "Danh sách", "Mười hội nghị.")
    add(page, "Bảng số liệu", "| STT | Tên |\n| 1 | Họp |")
    set_in_order_and_remove(page)
    page.get_by_role("button", name="Khôi phục Bảng số liệu").click()
    expect(notice(page)).to_have_text("Đã khôi phục phụ lục “Bảng số liệu”.")
    assert list(report.annexes.values_list("title", flat=True)) == ["Bảng số liệu", "Danh sách"]
