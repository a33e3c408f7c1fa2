"""Giang lets people in and keeps them out; who guesses passwords is stopped."""

from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from tests.browser.entrance import come_in, log_in
from tests.browser.page_faults import objections

OWN_PASSWORD = "mưa rào tháng sáu qua cầu"


def heading(page):
    return page.get_by_role("heading", level=1)


def choose_a_password(page):
    expect(page.locator("#id_new_password")).to_be_focused()
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
    assert objections(hers) == []
    choose_a_password(hers)
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


def test_giang_adds_thirty_people_with_their_divisions_in_a_few_clicks(each_page, giang, department):
    page, clicks = each_page, 0
    come_in(page, giang)
    page.goto("/don-vi/2024/")
    people = "\n".join(
        f"Lê Văn {letter} | Phòng {number}" for number in (1, 2) for letter in "ABCDEGHIKLMNOPQ"
    )
    for button, name in (
        ("link", "Thêm nhiều người"),
        ("button", "Đọc danh sách"),
        ("button", "Thêm những người đã đánh dấu"),
        ("button", "Tôi đã in xong"),
    ):
        page.get_by_role(button, name=name).click()
        clicks += 1
        page.wait_for_load_state()
        assert objections(page) == []
        if clicks == 1:
            expect(page.get_by_label("Danh sách", exact=True)).to_be_focused()
            page.keyboard.insert_text(people)
        if clicks == 3:
            expect(page.locator(".slip")).to_have_count(30)
    assert (department.users.count(), department.divisions.count(), clicks) == (31, 2, 4)


def test_giang_sees_her_letterhead_as_paper_while_she_types(each_page, giang):
    page = each_page
    come_in(page, giang)
    page.goto("/don-vi/2024/sua/")
    paper = page.frame_locator("iframe[name=ban-in-thu]")
    expect(paper.locator("main")).to_contain_text("SỞ XÂY DỰNG TỈNH SEN")
    page.get_by_label("Họ tên người ký").fill("Trần Thị Ký")
    expect(paper.locator("main")).to_contain_text("Trần Thị Ký")
    assert objections(page) == []


def test_ten_wrong_passwords_shut_the_login(each_page, an):
    page = each_page
    for _ in range(9):
        Client().post("/dang-nhap/", {"username": "an", "password": "sai"})
    log_in(page, "an", "sai")
    expect(page.locator(".alert")).to_contain_text("chưa đúng")
    assert objections(page) == []
    log_in(page, "an", "sai")
    expect(heading(page)).to_have_text("Tạm dừng đăng nhập")
    expect(page.get_by_text("Thử lại sau 15 phút, lúc ")).to_be_visible()
    assert objections(page) == []
    log_in(page, "an")
    expect(heading(page)).to_have_text("Tạm dừng đăng nhập")
