"""Bình writes the annexes of a report in a browser, sets them in order, removes one and takes that back."""

import pytest
from playwright.sync_api import expect

from accounts.models import Role
from tests.browser.entrance import come_in
from tests.browser.looks import objections
from tests.factories import make_report, make_user

LIST = "/bao-cao/2024/phu-luc/"


@pytest.fixture
def report(department):
    return make_report(department)


def add(page, title, body):
    page.get_by_role("link", name="Thêm phụ lục").click()
    page.get_by_label("Tên phụ lục").fill(title)
    page.get_by_label("Nội dung", exact=True).fill(body)
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("status")).to_have_text(f"Đã thêm phụ lục “{title}”.")


def set_in_order_and_remove(page):
    page.get_by_role("button", name="Chuyển Phụ lục II lên").click()
    expect(page.get_by_role("listitem").get_by_role("heading")).to_have_text(["Bảng số liệu", "Danh sách"])
    page.get_by_role("button", name="Xóa Phụ lục I", exact=True).click()
    expect(page.get_by_role("listitem").get_by_role("heading")).to_have_text(["Danh sách"])


def test_annexes_are_written_set_in_order_and_removed(each_page, binh, report, department):
    page, huong = each_page, make_user(department, Role.LEGAL_OFFICER, full_name="Mai Thu Hương")
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
    page.get_by_role("link", name="Danh sách").click()
    report.annexes.filter(title="Danh sách").update(body=f"Mười một hội nghị, theo {huong}.")
    page.get_by_label("Nội dung", exact=True).fill("Mười hai hội nghị.")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("alert")).to_contain_text("Bản của bạn chưa được lưu và vẫn còn ở đây")
    assert objections(page) == []
    page.get_by_role("button", name="Lưu bản của tôi").click()
    expect(page.get_by_role("status")).to_have_text("Đã lưu phụ lục “Danh sách”.")
    assert report.annexes.get(title="Danh sách").body == "Mười hai hội nghị."


def test_a_form_with_a_fault_keeps_what_was_typed(each_page, binh, report):
    page = each_page
    come_in(page, binh)
    page.goto(f"{LIST}them/")
    page.get_by_label("Nội dung", exact=True).fill("Mười hội nghị.")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("Tên phụ lục: Trường này là bắt buộc.")
    expect(page.get_by_label("Nội dung", exact=True)).to_have_value("Mười hội nghị.")
    assert objections(page) == []


def test_everything_is_done_without_javascript(page_without_javascript, binh, report):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(LIST)
    add(page, "Danh sách", "Mười hội nghị.")
    add(page, "Bảng số liệu", "| STT | Tên |\n| 1 | Họp |")
    set_in_order_and_remove(page)
    page.get_by_role("button", name="Lấy lại Bảng số liệu").click()
    expect(page.get_by_role("status")).to_have_text("Đã lấy lại phụ lục “Bảng số liệu”.")
    assert list(report.annexes.values_list("title", flat=True)) == ["Bảng số liệu", "Danh sách"]
