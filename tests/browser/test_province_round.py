"""From An's events to the province's report: what is entered once is settled, written, added up and printed."""

from contextlib import ExitStack
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from reports.models import Figure, ReviewNote, TakenOver
from tests.browser.conftest import watched_page
from tests.browser.entrance import come_in
from tests.browser.person import WAYS, Person
from tests.factories import make_outline, make_period
from tests.reports.received.test_totals import hand_in

EVENTS = (("Tập huấn Luật Đường bộ", "12/3/2026", "120"), ("Hội nghị Luật Đất đai", "8/6/2026", "80"))
SENTENCE = "{}tổ chức [[số cuộc]] cuộc cho [[số người]] lượt người."
PROPOSAL = "Đề nghị Sở Tư pháp mở lớp tập huấn về Luật Đất đai cho báo cáo viên"


@pytest.fixture
def period(justice_department, department, other_department):
    """Save the period, its outlines, and what another body handed in: more people online than in all."""
    for body in (justice_department, department):
        body.recipients, body.signer_name = "Lưu: VT", "Trần Thị Ký"
        body.save()
    make_outline(justice_department, "Số liệu chung", "Kiến nghị", from_year=2026, for_province=True)
    outline = make_outline(justice_department, "Kết quả", "Kiến nghị", from_year=2026)
    days = {"statistics_from": "2026-01-01", "statistics_to": "2026-12-31"}
    make_period(justice_department, reporting_year=2026, outline=outline, **days)
    hand_in(other_department, 2026, outcome=None, c5=1, c6=20, c7=1, c8=30)


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
    accept(dung)
    go_from_the_total_to_the_rows(dung)
    send_what_is_odd_back(dung)
    write_the_report_of_the_province(dung)
    issue_it(dung)


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
    binh.fills("Nội dung của mục", SENTENCE.format("Sở "))
    binh.presses("button", "Lưu và sang mục sau")
    binh.is_at("II. KIẾN NGHỊ")
    binh.fills("Nội dung của mục", f"{PROPOSAL}.")
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


def accept(dung):
    dung.goes_to("/tong-hop/2026/")
    dung.presses("link", "Sở Xây dựng tỉnh Sen")
    dung.is_at("Sở Xây dựng tỉnh Sen báo cáo năm 2026, bản 1")
    dung.presses("link", "Tiếp nhận")
    dung.presses("button", "Tiếp nhận bản 1")
    dung.is_at("Sở Xây dựng tỉnh Sen báo cáo năm 2026, bản 1")


def go_from_the_total_to_the_rows(dung):
    dung.goes_to("/tong-hop/2026/so-lieu/")
    dung.is_at("Số liệu toàn tỉnh năm 2026")
    dung.hands.press(dung.page.locator(".totals .sum").get_by_role("link", name="200", exact=True))
    expect(dung.page.get_by_role("heading", level=2).first).to_have_text(
        "Tổng số trên địa bàn: 200 lượt người"
    )
    dung.hands.press(dung.page.locator(".column-bars .count a").first)
    expect(dung.page.locator(".submitted-rows tbody tr")).to_have_count(2)
    for name, *_ in EVENTS:
        dung.sees(name)


def send_what_is_odd_back(dung):
    dung.goes_to("/tong-hop/2026/so-lieu/danh-dau/")
    expect(dung.page.locator(".odd-figures li").first).to_contain_text("Sở Y tế tỉnh Sen")
    dung.presses("button", "Gửi thành nhận xét")
    dung.sees("Đã ghi nhận xét cho Sở Y tế tỉnh Sen.")
    assert "cột (8)" in ReviewNote.objects.get().text


def write_the_report_of_the_province(dung):
    dung.goes_to("/bao-cao/2026/")
    dung.sees("1/2 đơn vị đã được tiếp nhận")
    dung.presses("button", "Bắt đầu từ đề cương")
    dung.is_at("Báo cáo năm 2026")
    dung.presses("link", "SỐ LIỆU CHUNG")
    dung.is_at("I. SỐ LIỆU CHUNG")
    dung.fills("Nội dung của mục", SENTENCE.format("Toàn tỉnh "))
    dung.presses("button", "Lưu và sang mục sau")
    dung.is_at("II. KIẾN NGHỊ")
    dung.presses("button", "Lấy câu này")
    expect(dung.page.locator("#da-lay li")).to_contain_text(f"{PROPOSAL} (Sở Xây dựng).")
    assert TakenOver.objects.get().submission.report.organisation.code == "SXD"


def issue_it(dung):
    dung.goes_to("/bao-cao/2026/nop/")
    dung.is_at("Phát hành báo cáo năm 2026")
    dung.presses("button", "Phát hành báo cáo")
    dung.is_at("Bản 1 báo cáo năm 2026")
    _, pdf = dung.fetches("PDF")
    paper = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    for words in ("Toàn tỉnh tổ chức 02 cuộc cho 200 lượt người.", f"{PROPOSAL} (Sở Xây dựng)."):
        assert words in paper
    dung.goes_to("/tong-hop/2026/")
    dung.sees("Đã phát hành (bản 1")
