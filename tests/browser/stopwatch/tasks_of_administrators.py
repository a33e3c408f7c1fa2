"""What administrators do once."""

from playwright.sync_api import expect

from accounts.models import Division, User
from tests.factories import PASSWORD, make_user

DIVISIONS = "Văn phòng | VP\nPhòng Quản lý nhà | QLN\nThanh tra | TTr"
NAMES = ("An", "Bình", "Chi", "Dung", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga")
PEOPLE = "\n".join(f"{family} Thị {name}\tVăn phòng" for family in ("Lê", "Trần", "Phạm") for name in NAMES)
NEW_PASSWORD = "Mưa tháng bảy gãy cành trám"


def test_the_first_login(stopwatch, page, department):
    giang = make_user(department, username="giang", role="administrator", must_change_password=True)
    with stopwatch.times("lần đăng nhập đầu, mật khẩu mới", page, None, before=(5, 67, 3)) as hands:
        hands.opens("/dang-nhap/")
        hands.types(giang.username)
        hands.presses("Tab")
        hands.types(PASSWORD)
        hands.presses("Enter")
        expect(page.get_by_role("heading", name="Đổi mật khẩu")).to_be_visible()
        hands.types(NEW_PASSWORD)
        hands.presses("Tab")
        hands.types(NEW_PASSWORD)
        hands.presses("Enter")
        expect(page.get_by_role("navigation").first).to_be_visible()


def test_three_divisions(stopwatch, page, giang):
    with stopwatch.times("ba phòng", page, giang, before=(5, 51, 7)) as hands:
        hands.opens("/don-vi/2024/")
        hands.clicks_on(page.get_by_label("Thêm phòng"))
        hands.types(DIVISIONS)
        hands.clicks_on(hands.button("Thêm phòng"))
        expect(page.locator(".divisions li")).to_have_count(3)


def test_the_letterhead(stopwatch, page, giang):
    with stopwatch.times("đầu văn bản, người ký, nơi nhận", page, giang, before=(5, 95, 2)) as hands:
        hands.opens("/don-vi/2024/")
        hands.clicks_on(hands.link("Sửa thông tin"))
        hands.clicks_on(page.get_by_label("Họ tên người ký"))
        hands.types("Trần Thị Ký")
        hands.clicks_on(page.get_by_label("Nơi nhận thường dùng"))
        hands.types("Sở Tư pháp;")
        expect(page.frame_locator("iframe").get_by_text("Trần Thị Ký")).to_be_visible()
        hands.clicks_on(hands.button("Lưu", exact=True))
        expect(page.get_by_text("Trần Thị Ký").first).to_be_visible()


def test_thirty_people(stopwatch, page, giang):
    with stopwatch.times("30 người, phiếu mật khẩu", page, giang, before=(180, 390, 90), at_most=12) as hands:
        hands.opens("/don-vi/2024/")
        hands.clicks_on(hands.link("Thêm nhiều người"))
        hands.clicks_on(page.get_by_role("textbox").first)
        hands.pastes(PEOPLE)
        hands.clicks_on(hands.button("Đọc danh sách"))
        hands.clicks_on(hands.button("Thêm những người đã đánh dấu"))
        expect(page.locator(".slip")).to_have_count(30)
        hands.clicks_on(hands.button("Tôi đã in xong"))
        expect(page.locator(".slip")).to_have_count(0)
    assert (User.objects.count(), Division.objects.count()) == (31, 1)
