"""An uploads a register whose headings are not known and says what its columns hold."""

import os
from pathlib import Path

from playwright.sync_api import expect

from plans.models import Plan
from tests.browser.entrance import come_in
from tests.browser.page_faults import objections
from tests.reports.reading.pasted.uploading import book_of, saved

REGISTER = (
    ("SỔ THEO DÕI VĂN BẢN",),
    ("TT", "Mã hiệu", "Lập ngày", "Tóm tắt", "Người ký"),
    (1, "15/KH-SXD", "16/01/2024", "về phổ biến Luật Đường bộ", "Trần Văn Lâm"),
    (2, "9/QĐ-SXD", "05/01/2024", "ban hành Quy chế tiếp công dân", "Trần Văn Lâm"),
    (3, "77/SXD-VP", "11/02/2024", "về việc hưởng ứng Ngày Pháp luật", "Lê Thị Sen"),
)


def register():
    book = book_of(*REGISTER)
    book.active.row_dimensions[5].hidden = True
    return {"name": "sổ.xlsx", "mimeType": "application/octet-stream", "buffer": saved(book)}


def upload(page):
    page.goto("/ke-hoach/2024/bang-tinh/")
    page.get_by_label("Bảng tính (.xlsx").set_input_files(register())
    page.get_by_role("button", name="Đọc bảng tính").click()


def choose(page):
    """Choose what the columns hold, and that hidden rows are read."""
    for column, content in (
        ("Mã hiệu", "Số, ký hiệu"),
        ("Lập ngày", "Ngày ban hành"),
        ("Tóm tắt", "Trích yếu"),
    ):
        page.get_by_label(column).select_option(content)
    page.get_by_label("Nhập cả các dòng ẩn").check()
    picture(page, "columns")
    page.get_by_role("button", name="Đọc bảng tính").click()


def picture(page, name):
    """Take a picture of the page for people to look at, where a folder for pictures is named."""
    if folder := os.environ.get("PBGDPL_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}-{page.viewport_size['width']}.png", full_page=True)


def test_a_register_is_uploaded_its_columns_are_chosen_and_it_is_saved(each_page, an):
    page = each_page
    come_in(page, an)
    upload(page)
    expect(page.get_by_role("heading", name="Chọn cột của bảng tính")).to_be_visible()
    assert objections(page) == []
    choose(page)
    expect(page.locator("[data-counter]")).to_have_text("Sẽ lưu 3 văn bản.")
    picture(page, "review")
    assert objections(page) == []
    page.get_by_role("button", name="Lưu danh sách").click()
    page.get_by_text("Đã lưu 3 văn bản vào năm 2024.").wait_for()
    assert sorted(plan.number for plan in Plan.objects.all()) == ["15/KH-SXD", "77/SXD-VP", "9/QĐ-SXD"]
    upload(page)
    expect(page.locator(".summary")).to_contain_text("Bỏ ra 1 dòng đang ẩn: 5.")


def test_columns_are_chosen_without_javascript(page_without_javascript, an):
    page = page_without_javascript
    come_in(page, an)
    upload(page)
    choose(page)
    page.get_by_role("button", name="Lưu danh sách").click()
    page.get_by_text("Đã lưu 3 văn bản vào năm 2024.").wait_for()
    assert Plan.objects.count() == 3
