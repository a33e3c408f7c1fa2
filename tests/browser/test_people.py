"""Giang lets people in and keeps them out; who guesses passwords is stopped."""

from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from tests.browser.entrance import come_in, log_in
from tests.browser.page_faults import objections

OWN_PASSWORD = "mưa rào tháng sáu qua cầu"


def heading(page):
    return page.get_by_role("heading", level=1)


def choose_a_password(page, given):
    page.locator("#id_current_password").fill(given)
    page.locator("#id_new_password").fill(OWN_PASSWORD)
    page.locator("#id_new_password_again").fill(OWN_PASSWORD)
    page.get_by_role("button", name="Đổi mật khẩu").click()


def test_giang_invites_somebody_and_keeps_her_out_again(each_page, colleagues_page, giang):
    page, hers = each_page, colleagues_page
    come_in(page, giang)
    page.goto("/don-vi/2024/")
    page.get_by_role("link", name="Thêm người dùng").click()
    page.get_by_label("Họ và tên").fill("Lê Thị Mai")
    page.get_by_role("button", name="Thêm người dùng").click()
    expect(heading(page)).to_have_text("Mật khẩu của Lê Thị Mai")
    assert objections(page) == []
    name, password = page.locator(".slip code").all_inner_texts()
    assert name == "mailt"

    log_in(hers, name, password)
    expect(heading(hers)).to_have_text("Đổi mật khẩu")
    hers.goto("/ke-hoach/2024/them/")
    expect(heading(hers)).to_have_text("Đổi mật khẩu")
    choose_a_password(hers, password)
    expect(hers.locator(".notice.success p")).to_contain_text("Đã đổi mật khẩu.")
    hers.goto("/ke-hoach/2024/them/")
    expect(heading(hers)).to_have_text("Thêm kế hoạch, văn bản năm 2024")

    page.get_by_role("link", name="Xong").click()
    page.get_by_role("link", name="Lê Thị Mai").click()
    expect(heading(page)).to_have_text("Lê Thị Mai")
    assert objections(page) == []
    page.get_by_role("button", name="Ngừng tài khoản").click()
    expect(page.locator(".notice.success p")).to_have_text("Đã ngừng tài khoản của Lê Thị Mai.")
    hers.reload()
    expect(heading(hers)).to_have_text("Đăng nhập")
    log_in(hers, name, OWN_PASSWORD)
    expect(hers.locator(".alert")).to_contain_text("chưa đúng")
    assert not User.objects.get(username=name).is_active


def test_ten_wrong_passwords_shut_the_login(each_page, an):
    page = each_page
    for _ in range(8):
        Client().post("/dang-nhap/", {"username": "an", "password": "sai"})
    log_in(page, "an", "sai")
    expect(page.locator(".alert")).to_contain_text("chưa đúng")
    assert objections(page) == []
    log_in(page, "an", "sai")
    expect(heading(page)).to_have_text("Tạm dừng đăng nhập")
    expect(page.get_by_text("Thử lại sau 15 phút.")).to_be_visible()
    assert objections(page) == []
    log_in(page, "an")
    expect(heading(page)).to_have_text("Tạm dừng đăng nhập")
