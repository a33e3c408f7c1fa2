"""An and Bình read their year in a browser, on the desktop, on a phone, by keyboard and without JavaScript."""

from io import BytesIO
from pathlib import Path
from zipfile import is_zipfile

from django.core.cache import caches
from playwright.sync_api import expect

from tests.browser.entrance import come_in, log_in
from tests.factories import PASSWORD, make_plan

# The paper's frame is as tall as the paper, and that is as tall as its sheet and the desk around it.
ENDS_WITH_ITS_LAST_SHEET = """frame => {
    const page = frame.contentDocument.documentElement;
    const below = page.scrollHeight - page.querySelector("main").getBoundingClientRect().bottom;
    return frame.offsetHeight == page.scrollHeight && page.scrollHeight > 3000 && 0 <= below && below < 20;
}"""


def heading(page):
    return page.get_by_role("heading", level=1)


def assert_fits(page):
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]


def read_the_year(page):
    """Go from the login over the lists to the report and take it away."""
    log_in(page, "an")
    expect(heading(page)).to_have_text("Phổ biến, giáo dục pháp luật năm 2024")
    assert_fits(page)
    for name in ("Văn bản chỉ đạo", "Hoạt động", "Kế hoạch, văn bản"):
        page.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()
        expect(heading(page)).to_have_text(f"{name} năm 2024")
        assert_fits(page)
    page.get_by_label("Tìm trong kế hoạch, văn bản").fill("hoa giai")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator("table.rows tbody tr")).to_have_count(1)
    expect(page.locator("table.rows .number")).to_have_text("1116/SXD-TTra")
    page.get_by_role("navigation").get_by_role("link", name="Báo cáo", exact=True).click()
    expect(heading(page)).to_have_text("Báo cáo năm 2024")
    assert_fits(page)
    page.get_by_role("link", name="Xem bản in").click()
    expect(page.frame_locator("iframe").get_by_text("Trên đây là báo cáo của Sở./.")).to_be_visible()
    assert_fits(page)


def take_away(page, button):
    with page.expect_download() as coming:
        page.get_by_role("link", name=button).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def test_an_reads_the_year_and_takes_the_report_away(each_page, an, year_of_work):
    read_the_year(each_page)
    name, file = take_away(each_page, "Tải DOCX")
    assert (name, is_zipfile(BytesIO(file))) == ("bao-cao-pbgdpl-SXD-2024-du-thao.docx", True)
    name, file = take_away(each_page, "Tải PDF")
    assert (name, file[:5]) == ("bao-cao-pbgdpl-SXD-2024-du-thao.pdf", b"%PDF-")


def test_the_whole_paper_shows_without_a_second_scroll_bar(page, an, year_of_work):
    come_in(page, an)
    page.goto("/bao-cao/2024/xem/")
    paper = page.locator("iframe").element_handle()
    for width in (1366, 500, 1000):
        page.set_viewport_size({"width": width, "height": 768})
        page.wait_for_function(ENDS_WITH_ITS_LAST_SHEET, arg=paper)


def test_the_ends_of_pages_come_by_themselves(page, an, year_of_work):
    caches["files"].clear()
    come_in(page, an)
    page.goto("/bao-cao/2024/xem/")
    expect(page.locator("#so-trang b")).to_have_text("5 trang")
    expect(page.frame_locator("iframe").locator("[data-page='2']").first).to_be_attached()


def test_on_a_phone_the_contents_make_room_for_the_paper(phone_page, an, year_of_work):
    come_in(phone_page, an)
    phone_page.goto("/bao-cao/2024/xem/")
    expect(phone_page.get_by_role("link", name="Danh mục")).to_be_hidden()
    phone_page.get_by_text("Mục lục").tap()
    expect(phone_page.get_by_role("link", name="Danh mục")).to_be_visible()


def test_numbers_and_symbols_are_never_broken(phone_page, an, department):
    make_plan(department, number="123456/KHLT-SXD-SNN&MT-UBND", subject="về " + "rất " * 60 + "dài")
    come_in(phone_page, an)
    phone_page.goto("/ke-hoach/2024/")
    lines = phone_page.locator("td.number").evaluate("cell => cell.getClientRects().length")
    height = phone_page.locator("td.number").bounding_box()["height"]
    assert (lines, height < 32) == (1, True)
    assert_fits(phone_page)


def test_binh_chooses_another_year_and_goes_out(page, binh, department):
    make_plan(department, reporting_year=2023)
    come_in(page, binh)
    page.goto("/ke-hoach/2024/")
    page.get_by_text("Năm 2024", exact=True).click()
    page.get_by_role("link", name="2023").click()
    expect(heading(page)).to_have_text("Kế hoạch, văn bản năm 2023")
    page.locator(".person summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(heading(page)).to_have_text("Đăng nhập")


def test_an_open_menu_closes_by_escape_and_by_a_click_beside_it(page, an):
    come_in(page, an)
    page.goto("/nam/2024/")
    out = page.get_by_role("button", name="Đăng xuất")
    for close in (lambda: page.keyboard.press("Escape"), lambda: heading(page).click()):
        page.locator(".person summary").click()
        expect(out).to_be_visible()
        close()
        expect(out).to_be_hidden()


def test_an_works_by_keyboard_alone(page, an, year_of_work):
    page.goto("/")
    expect(page.get_by_label("Tên đăng nhập")).to_be_focused()
    page.keyboard.type("an")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Phổ biến, giáo dục pháp luật năm 2024")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Xem báo cáo")).to_be_focused()
    page.goto("/ke-hoach/2024/")
    page.keyboard.press("l")
    page.keyboard.type("hoa giai")
    expect(page.locator("table.rows tbody tr")).to_have_count(1)
    page.goto("/hoat-dong/2024/")
    page.keyboard.press("/")
    page.keyboard.type("hoa giai")
    expect(page.locator(".find li")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Kế hoạch số 1116/SXD-TTra")


def test_everything_works_without_javascript(page_without_javascript, an, year_of_work):
    read_the_year(page_without_javascript)
    name, file = take_away(page_without_javascript, "Tải DOCX")
    assert (name, is_zipfile(BytesIO(file))) == ("bao-cao-pbgdpl-SXD-2024-du-thao.docx", True)
    page_without_javascript.locator(".person summary").click()
    page_without_javascript.get_by_role("button", name="Đăng xuất").click()
    expect(heading(page_without_javascript)).to_have_text("Đăng nhập")
