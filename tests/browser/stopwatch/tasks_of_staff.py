"""What staff do during the year."""

from playwright.sync_api import expect

from tests.factories import make_plan
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS

PAPER = {
    "name": "kế hoạch 139.docx",
    "mimeType": "application/msword",
    "buffer": DRESSES["Word, bảng"][1](DOCUMENTS["kế hoạch của sở"]),
}
SUBJECT = "về phổ biến, giáo dục pháp luật năm 2024"


def notice(page):
    return page.locator(".notice.success p").first


def test_one_plan_by_the_form(stopwatch, page, an, department):
    with stopwatch.times("một văn bản bằng biểu mẫu", page, an, before=(1, 55, 2)) as hands:
        hands.opens("/ke-hoach/2024/")
        hands.presses("n")
        expect(page.get_by_label("Loại văn bản")).to_be_focused()
        for value in ("139", "16012024", SUBJECT):
            hands.presses("Tab")
            hands.types(value)
        hands.clicks_on(hands.button("Lưu", exact=True))
        expect(notice(page)).to_have_text("Đã lưu Kế hoạch số 139/KH-SXD.")


def test_an_event_linked_with_a_plan(stopwatch, page, an, department):
    for number in range(40):
        make_plan(department, number=f"{number}/KH-SXD", subject="về công tác năm")
    make_plan(department, number="139/KH-SXD", subject="về an toàn Đường bộ")
    with stopwatch.times("một hoạt động nối với kế hoạch", page, an, before=(6, 180, 3)) as hands:
        hands.opens("/hoat-dong/2024/")
        hands.presses("n")
        expect(page.get_by_label("Hình thức")).to_be_focused()
        hands.presses("Tab")
        hands.types("Hội nghị phổ biến Luật Trật tự, an toàn giao thông đường bộ cho công chức")
        hands.presses("Tab")
        hands.types("05/3/2024")
        hands.presses("Tab")
        hands.types("Trụ sở Sở Xây dựng")
        hands.presses("Tab")
        hands.types("120")
        hands.clicks_on(page.get_by_role("searchbox", name="Tìm kế hoạch"))
        hands.types("duong bo")
        hands.presses("Enter")
        hands.clicks_on(hands.button("Lưu", exact=True))
        expect(notice(page)).to_contain_text("Đã lưu")
        expect(page.locator(".linked li")).to_have_count(1)


def test_forty_pasted_lines(stopwatch, page, an):
    lines = "\n".join(
        f"Kế hoạch số {number}/KH-SXD ngày 05/3/2024 về việc thứ {number}" for number in range(40)
    )
    with stopwatch.times("dán 40 dòng", page, an, before=(5, 13, 4)) as hands:
        hands.opens("/ke-hoach/2024/")
        hands.clicks_on(page.locator(".paste-box textarea"))
        hands.pastes(lines)
        hands.clicks_on(hands.button("Dán danh sách"))
        hands.clicks_on(hands.button("Lưu danh sách"))
        expect(page.locator("tbody tr").first).to_be_visible()
        expect(notice(page)).to_contain_text("40")


def test_a_row_deleted_and_restored(stopwatch, page, an, department):
    plan = make_plan(department)
    with stopwatch.times("xóa rồi hoàn tác", page, an, before=(2, 0, 2)) as hands:
        hands.opens(plan.get_absolute_url())
        hands.clicks_on(hands.button("Xóa", exact=True))
        hands.clicks_on(hands.button("Hoàn tác"))
        expect(notice(page)).to_contain_text("Đã khôi phục")


def test_a_row_of_any_year_is_found(stopwatch, page, an, department):
    make_plan(department, number="139/KH-SXD", reporting_year=2021, subject="về an toàn Đường bộ")
    with stopwatch.times("tìm một dòng của năm bất kỳ", page, an, before=(0, 5, 1), at_most=1) as hands:
        hands.opens("/hoat-dong/2024/")
        hands.presses("/")
        hands.types("duong bo")
        hands.clicks_on(page.locator(".find li a").first)
        expect(page.get_by_role("heading", level=1)).to_contain_text("139/KH-SXD")


def test_a_row_is_found_by_three_letters(stopwatch, page, an, department):
    make_plan(department, subject="về hòa giải ở cơ sở")
    make_plan(department, subject="về an toàn giao thông")
    with stopwatch.times("tìm dòng bằng ba chữ", page, an, before=(0, 5, 1)) as hands:
        hands.opens("/ke-hoach/2024/")
        hands.presses("l")
        hands.types("hoa")
        expect(page.locator("tbody tr")).to_have_count(1)


def test_a_plan_from_its_file(stopwatch, page, an):
    with stopwatch.times("văn bản từ tệp", page, an, before=(7, 0, 3)) as hands:
        make_plan(an.organisation)
        hands.opens("/ke-hoach/2024/")
        hands.clicks_on(page.locator("summary", has_text="Việc khác"))
        hands.clicks_on(hands.link("Nhập từ tệp DOCX, PDF, ảnh"))
        hands.chooses_files(page.locator("input[type=file]"), PAPER)
        hands.clicks_on(hands.button("Đọc tệp"))
        expect(page.get_by_label("Số, ký hiệu")).to_have_value("139/KH-SXD")
        hands.clicks_on(hands.button("Lưu", exact=True))
        expect(notice(page)).to_contain_text("Đã lưu Kế hoạch số 139/KH-SXD.")


def test_a_typo_mended_in_the_results(stopwatch, page, an, department):
    for number in range(1, 31):
        make_plan(
            department, number=f"{number}/KH-SXD", subject=f"về việc {'hòa giải' if number == 7 else number}"
        )
    with stopwatch.times("sửa chữ sai ngay trong kết quả", page, an, before=(3, 9, 3)) as hands:
        hands.opens("/ke-hoach/2024/")
        hands.clicks_on(page.locator("#tim"))
        hands.types("hoa")
        expect(page.locator("tbody tr")).to_have_count(1)
        hands.clicks_on(page.locator("a.mend").first)
        field = page.get_by_label("Trích yếu")
        field.press("End")
        hands.types(" cơ sở")
        hands.clicks_on(hands.button("Lưu", exact=True))
        expect(page.locator("td.subject")).to_contain_text(["về việc hòa giải cơ sở"])
        expect(page.locator("#tim")).to_have_value("hoa")
