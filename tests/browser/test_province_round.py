"""From An's events to the province's report: what is entered once is settled, written, added up and printed."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from reports.models import Figure
from tests.browser.conftest import watched_page
from tests.browser.entrance import come_in
from tests.browser.person import WAYS, Person
from tests.factories import make_outline, make_period

EVENTS = (("Tập huấn Luật Đường bộ", "12/3/2026", "120"), ("Hội nghị Luật Đất đai", "8/6/2026", "80"))
SENTENCE = "Năm 2026, Sở tổ chức [[số cuộc]] cuộc cho [[số người]] lượt người."


@pytest.fixture
def period(justice_department, department):
    for body in (justice_department, department):
        body.recipients, body.signer_name = "Lưu: VT", "Trần Thị Ký"
        body.save()
    outline = make_outline(justice_department, "Kết quả", "Kiến nghị", from_year=2026)
    days = {"statistics_from": "2026-01-01", "statistics_to": "2026-12-31"}
    return make_period(justice_department, reporting_year=2026, outline=outline, **days)


@pytest.fixture(params=WAYS)
def people(request, browser, site, an, binh, dung, period):
    """Return An, Bình and Dung, each with a browser."""
    window, hands, more = WAYS[request.param]
    with ExitStack() as stack:
        pages = [stack.enter_context(watched_page(browser, site, **window, **more)) for _ in range(3)]
        for page, user in zip(pages, (an, binh, dung), strict=True):
            come_in(page, user)
        yield [Person(page, hands, is_checked=not more) for page in pages]


def test_what_an_enters_once_reaches_the_report_of_the_province(people):
    an, binh, dung = people
    enter_events(an)
    settle_the_form(binh)
    write_and_hand_in(binh)


def enter_events(an):
    for name, day, people in (
        ("Tập huấn Luật Đường bộ", "12/3/2026", "120"),
        ("Hội nghị Luật Đất đai", "8/6/2026", "80"),
    ):
        an.goes_to("/hoat-dong/2026/them/")
        an.fills("Tên hoạt động", name)
        an.fills("Thời gian", day)
        an.fills("Số người", people)
        an.presses("button", "Lưu")
        an.sees("Đã lưu")


def settle_the_form(binh):
    binh.goes_to("/bao-cao/2026/")
    binh.presses("button", "Bắt đầu từ đề cương")
    binh.is_at("Báo cáo năm 2026")
    binh.goes_to("/bao-cao/2026/so-lieu/")
    binh.is_at("Số liệu năm 2026")
    expect(binh.page.locator("#cot-6 .counted b")).to_have_text("200")
    binh.hands.fill(binh.page.locator("[name=c3-actual]"), "4")
    binh.presses("button", "Lưu")
    binh.sees("Đã lưu 1 chỉ tiêu.")
    assert Figure.objects.get().actual == 4


def write_and_hand_in(binh):
    binh.goes_to("/bao-cao/2026/")
    binh.presses("link", "KẾT QUẢ")
    binh.is_at("I. KẾT QUẢ")
    binh.fills("Nội dung của mục", SENTENCE)
    binh.presses("button", "Lưu và sang mục sau")
    binh.is_at("II. KIẾN NGHỊ")
    binh.fills("Nội dung của mục", "Đề nghị Sở Tư pháp mở lớp tập huấn về Luật Đất đai cho báo cáo viên.")
    binh.presses("button", "Lưu")
    binh.sees("Đã lưu mục “II. KIẾN NGHỊ”.")
    binh.goes_to("/bao-cao/2026/phu-luc/them/")
    binh.fills("Tên phụ lục", "Số liệu phổ biến, giáo dục pháp luật")
    binh.presses("button", "Thêm rồi viết")
    binh.fills("Nội dung", "[[biểu số liệu]]")
    binh.presses("button", "Lưu và về phụ lục")
    binh.sees("Đã lưu phụ lục")
    binh.goes_to("/bao-cao/2026/nop/")
    binh.is_at("Nộp báo cáo năm 2026")
    binh.presses("button", "Nộp báo cáo")
    binh.is_at("Bản 1 báo cáo năm 2026")
