"""An finds, narrows, sorts and chooses rows; Bình sees the same by the address she sends him."""

from datetime import date

import pytest
from playwright.sync_api import expect

from plans.kinds import DocumentKind
from plans.models import Plan
from tests.browser.entrance import come_in
from tests.browser.page_faults import objections
from tests.factories import make_directive, make_event, make_plan


@pytest.fixture
def plans(department):
    """Save five plans in the order of the report; "duong bo" is in three of them."""
    march = date(2024, 3, 12)
    make_plan(department, position=1, number="5/KH-SXD", subject="về Luật Đường bộ", issued_on=march)
    make_plan(department, position=2, number="4/KH-SXD", subject="về ĐƯỜNG BỘ cao tốc", issued_on=march)
    make_plan(department, position=3, number="3/KH-SXD", subject="về Luật Nhà ở", issued_on=march)
    letter = DocumentKind.OFFICIAL_LETTER
    make_plan(
        department, position=4, number="2/SXD-VP", subject="về Luật Đường bộ", issued_on=march, kind=letter
    )
    make_plan(department, position=5, number="1/KH-SXD", subject="về đường bộ", issued_on=date(2024, 9, 2))


def numbers(page):
    return page.locator("td.number")


def test_an_narrows_a_list_and_sends_its_address(each_page, colleagues_page, an, binh, plans):
    page = each_page
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    page.get_by_label("Tìm trong kế hoạch, văn bản").fill("duong bo")
    page.get_by_role("button", name="Tìm").click()
    expect(numbers(page)).to_have_text(["5/KH-SXD", "4/KH-SXD", "2/SXD-VP", "1/KH-SXD"])
    page.locator(".filters summary").click()
    page.get_by_label("Loại").select_option("Kế hoạch (4)")
    page.get_by_label("Tháng").select_option("Tháng 3")
    page.get_by_label("Xếp").select_option("Số nhỏ trước")
    assert objections(page) == []
    page.locator(".filters").get_by_role("button", name="Lọc").click()
    expect(numbers(page)).to_have_text(["4/KH-SXD", "5/KH-SXD"])
    expect(page.locator(".found")).to_have_text("2 trong 5 văn bản, số nhỏ trước")
    assert page.url.endswith("/ke-hoach/2024/?tim=duong+bo&loai=plan&thang=3&xep=so")
    come_in(colleagues_page, binh)
    colleagues_page.goto(page.url)
    expect(numbers(colleagues_page)).to_have_text(["4/KH-SXD", "5/KH-SXD"])
    page.get_by_role("link", name="Bỏ lọc: Tháng 3").click()
    expect(numbers(page)).to_have_text(["1/KH-SXD", "4/KH-SXD", "5/KH-SXD"])


def test_an_mends_a_typo_without_leaving_what_she_found(each_page, an, plans):
    page = each_page
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    page.get_by_label("Tìm trong kế hoạch, văn bản").press_sequentially("nha o")
    expect(numbers(page)).to_have_text(["3/KH-SXD"])
    expect(page.get_by_label("Tìm trong kế hoạch, văn bản")).to_be_focused()
    page.get_by_role("link", name="Sửa dòng 3").click()
    expect(page.get_by_label("Trích yếu")).to_be_focused()
    assert objections(page) == []
    page.get_by_label("Ngày ban hành").fill("31/9/2024")
    page.keyboard.press("Enter")
    expect(page.locator(".in-place .invalid")).to_contain_text("không có trong lịch")
    page.get_by_label("Ngày ban hành").fill("30/9/2024")
    page.get_by_label("Trích yếu").fill("về Luật Nhà ở, sửa đổi")
    page.keyboard.press("Enter")
    expect(page.locator(".notice p")).to_have_text("Đã lưu Kế hoạch số 3/KH-SXD.")
    expect(page.locator("td.subject")).to_contain_text(["Về Luật Nhà ở, sửa đổi"], use_inner_text=True)
    expect(page.get_by_role("link", name="Sửa dòng 3")).to_be_focused()
    assert page.url.endswith("/ke-hoach/2024/?tim=nha+o")
    assert Plan.objects.get(number="3/KH-SXD").issued_on == date(2024, 9, 30)


def chosen(page, *places):
    for place in places:
        page.get_by_label(f"Chọn dòng {place}", exact=True).check()
    return page.locator(".selected")


def left_out():
    return list(Plan.objects.filter(in_report=False).order_by("number").values_list("number", flat=True))


def test_an_does_one_thing_to_several_rows(each_page, an, plans):
    page = each_page
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    commands = chosen(page, 1, 3)
    expect(commands).to_contain_text("Đã chọn 2 dòng:")
    assert objections(page) == []
    commands.get_by_role("button", name="Chỉ nêu trong phần lời").click()
    expect(page.locator(".notice p")).to_have_text("Đã bỏ 2 văn bản khỏi danh mục của báo cáo.")
    expect(page.locator("td.subject .mark")).to_have_count(2)
    assert left_out() == ["3/KH-SXD", "5/KH-SXD"]
    chosen(page, 1).get_by_role("button", name="Đưa vào danh mục").click()
    expect(page.locator(".notice p")).to_have_text("Đã đưa 1 văn bản vào danh mục của báo cáo.")
    assert left_out() == ["3/KH-SXD"]
    chosen(page, 2, 4).get_by_role("button", name="Xóa").click()
    expect(page.locator(".notice p")).to_have_text("Đã xóa 2 văn bản.")
    expect(numbers(page)).to_have_text(["5/KH-SXD", "3/KH-SXD", "1/KH-SXD"])
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator(".notice p")).to_have_text("Đã hoàn tác việc xóa: 2 dòng.")
    expect(numbers(page)).to_have_count(5)


def test_an_links_rows_to_a_directive_that_she_types(each_page, an, department, plans):
    directive = make_directive(department, number="9/KH-UBND")
    page = each_page
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    commands = chosen(page, 1, 3)
    commands.locator("summary").click()
    page.get_by_label("Văn bản chỉ đạo được thực hiện").fill("99/KH")
    assert objections(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Với 2 văn bản đã chọn")).to_be_visible()
    assert objections(page) == []
    page.get_by_label("Văn bản chỉ đạo được thực hiện").fill("9/KH")
    page.keyboard.press("Enter")
    expect(page.locator(".notice p")).to_have_text("Đã gắn 2 văn bản với Kế hoạch số 9/KH-UBND.")
    assert directive.plans.count() == 2


def test_an_fills_in_a_column_by_the_keyboard(each_page, an, department):
    events = [make_event(department, name=f"Hội nghị {n}", position=n, attendance=None) for n in (1, 2, 3)]
    page = each_page
    come_in(page, an)
    page.goto("/hoat-dong/2024/?thieu=so-nguoi")
    page.get_by_role("link", name="Điền bảng").click()
    expect(page.get_by_label("Số người: Hội nghị 1")).to_be_focused()
    assert objections(page) == []
    for typed in ("hơn 200", "nhiều", "30"):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Lưu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".notice p")).to_have_text("Đã lưu 2 hoạt động.")
    expect(page.get_by_label("Số người: Hội nghị 2")).to_have_value("nhiều")
    assert objections(page) == []
    page.get_by_label("Số người: Hội nghị 2").fill("50")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", name="Không có hoạt động nào")).to_be_visible()
    assert [type(event).objects.get(pk=event.pk).turnout for event in events] == ["hơn 200", "50", "30"]


def test_a_long_list_has_pages_of_fifty(phone_page, an, department):
    for number in range(1, 53):
        make_plan(department, position=number, number=f"{number}/KH-SXD")
    come_in(phone_page, an)
    phone_page.goto("/ke-hoach/2024/")
    expect(numbers(phone_page)).to_have_count(50)
    phone_page.get_by_role("link", name="Sau", exact=True).tap()
    expect(numbers(phone_page)).to_have_text(["51/KH-SXD", "52/KH-SXD"])
    assert objections(phone_page) == []


def test_a_list_is_printed_without_what_is_pressed(page, an, plans):
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    expect(page.locator(".pasting")).to_be_visible()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})  # as wide as A4 is between its margins
    expect(page.get_by_role("columnheader", name="Trích yếu")).to_be_visible()
    for pressed in (".top-bar", ".site-navigation", ".actions", ".search", ".pasting", ".selected"):
        expect(page.locator(pressed)).to_be_hidden()
    expect(numbers(page)).to_have_text(["5/KH-SXD", "4/KH-SXD", "3/KH-SXD", "2/SXD-VP", "1/KH-SXD"])
    expect(numbers(page).first).to_be_visible()
