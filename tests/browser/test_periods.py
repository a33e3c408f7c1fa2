"""Dung opens a period and keeps outlines in a browser; the departments see it in theirs."""

from playwright.sync_api import expect

from accounts.models import Role
from reports.models import IndicatorSet, Outline, ReportingPeriod
from tests.browser.entrance import come_in
from tests.browser.page_faults import objections, objections_at_both_widths
from tests.factories import make_criteria_set, make_indicator_set, make_outline, make_period, make_user


def heading(page):
    return page.get_by_role("heading", level=1)


def open_a_period(page):
    """Fill in a new period, check it, change a word of it, open it."""
    page.goto("/tong-hop/2024/")
    page.get_by_role("link", name="Mở kỳ báo cáo").click()
    expect(heading(page)).to_have_text("Mở kỳ báo cáo")
    assert objections(page) == []
    page.get_by_role("button", name="Xem lại trước khi mở").click()
    expect(page.get_by_role("alert")).to_contain_text("Ghi hạn nộp báo cáo.")
    assert objections(page) == []
    page.get_by_label("Hạn nộp").fill("15/11/2099")
    page.get_by_label("Số, ký hiệu").fill("2215/STP-PBGDPL")
    page.get_by_label("Trích yếu").fill("về báo cáo năm")
    page.get_by_role("button", name="Xem lại trước khi mở").click()
    expect(page.get_by_text("1 đơn vị sẽ được báo")).to_be_visible()
    assert objections(page) == []
    page.get_by_role("button", name="Sửa lại").click()
    page.get_by_label("Trích yếu").fill("về việc báo cáo năm 2024")
    page.get_by_role("button", name="Xem lại trước khi mở").click()
    page.get_by_role("button", name="Mở kỳ báo cáo").click()
    expect(page.locator(".notice.success p")).to_have_text("Đã mở kỳ báo cáo năm 2024. Đã báo 1 đơn vị.")


def test_a_period_that_dung_opens_is_seen_at_the_department(
    each_page, colleagues_page, dung, binh, department
):
    page, hers = each_page, colleagues_page
    come_in(page, dung)
    open_a_period(page)
    expect(heading(page)).to_have_text("Kỳ báo cáo năm 2024")
    assert objections(page) == []

    come_in(hers, binh)
    hers.goto("/van-ban-chi-dao/2024/")
    row = hers.locator("table.rows tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("2215/STP-PBGDPL")
    expect(row).to_contain_text("Về việc báo cáo năm 2024", ignore_case=True)

    page.get_by_role("link", name="Gia hạn").click()
    page.get_by_label("Đơn vị").select_option(label=str(department))
    page.get_by_label("Hạn nộp mới").fill("30/11/2099")
    page.get_by_label("Lý do").fill("Đơn vị vừa sáp nhập.")
    assert objections(page) == []
    page.get_by_role("button", name="Gia hạn").click()
    expect(page.locator(".extensions")).to_contain_text("Sở Xây dựng tỉnh Sen đến 30/11/2099")
    hers.goto("/thong-bao/2024/")
    expect(hers.locator("main")).to_contain_text("Đơn vị vừa sáp nhập.")

    page.get_by_role("button", name="Đóng kỳ").click()
    expect(page.locator(".notice.success p")).to_contain_text("Đã đóng kỳ báo cáo năm 2024.")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator(".period-state")).to_have_text("Đang mở")


def test_a_period_is_opened_without_javascript(page_without_javascript, dung, department):
    come_in(page_without_javascript, dung)
    page = page_without_javascript
    page.goto("/ky-bao-cao/2024/mo/?ky=6-thang")
    page.get_by_label("Hạn nộp").fill("10/7/2099")
    page.get_by_role("button", name="Xem lại trước khi mở").click()
    page.get_by_role("button", name="Mở kỳ báo cáo").click()
    expect(heading(page)).to_have_text("Kỳ báo cáo 6 tháng đầu năm 2024")


def test_the_usual_days_follow_the_year_and_the_kind(page, dung):
    come_in(page, dung)
    page.goto("/ky-bao-cao/2024/mo/")
    first, last = (
        page.get_by_label("Thống kê từ ngày"),
        page.get_by_role("textbox", name="Đến ngày", exact=True),
    )
    page.get_by_label("Kỳ báo cáo").select_option(label="6 tháng đầu năm")
    expect(last).to_have_value("30/06/2024")
    page.get_by_label("Năm báo cáo").fill("2025")
    expect(first).to_have_value("01/01/2025")
    last.fill("31/05/2025")
    page.get_by_label("Kỳ báo cáo").select_option(label="Năm")
    expect(last).to_have_value("31/05/2025")


def change_the_outline(page, outline):
    """Move a heading, put one below another, leave one out, save."""
    page.goto(f"/de-cuong/2024/{outline.pk}/")
    page.get_by_label("Tiêu đề mục 1").fill("Kết quả đạt được")
    page.get_by_role("button", name="Chuyển mục 3 lên").click()
    expect(page.get_by_label("Tiêu đề mục 2")).to_have_value("Kiến nghị")
    expect(page.get_by_role("button", name="Chuyển mục 2 lên")).to_be_focused()
    page.get_by_role("button", name="Chèn mục dưới mục 1").click()
    expect(page.get_by_label("Tiêu đề mục 2")).to_be_focused()
    page.keyboard.type("Văn bản đã ban hành")
    page.get_by_label("Cấp mục 2").select_option(label="Cấp 2")
    page.get_by_label("Bỏ mục 4 khi lưu").check()
    page.get_by_role("button", name="Lưu đề cương").click()
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu đề cương Đề cương mẫu.")
    expect(page.locator("[data-number]")).to_have_text(["I.", "1.", "II."])
    expect(page.get_by_label("Tiêu đề mục 1")).to_have_value("Kết quả đạt được")


def make_own_outline(dung):
    return make_outline(dung.organisation, "Kết quả", "Nhận xét", "Kiến nghị")


def test_an_outline_is_changed_on_every_screen(each_page, dung):
    come_in(each_page, dung)
    change_the_outline(each_page, make_own_outline(dung))
    assert objections(each_page) == []


def test_an_outline_is_changed_without_javascript(page_without_javascript, dung):
    come_in(page_without_javascript, dung)
    change_the_outline(page_without_javascript, make_own_outline(dung))


def test_an_outline_is_changed_by_keyboard(page, dung):
    outline = make_own_outline(dung)
    come_in(page, dung)
    page.goto(f"/de-cuong/2024/{outline.pk}/")
    page.get_by_label("Tiêu đề mục 3").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Chuyển mục 3 lên")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Chuyển mục 2 lên")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Chuyển mục 1 xuống")).to_be_focused()
    page.get_by_label("Tên đề cương").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".notice.success p")).to_contain_text("Đã lưu đề cương")
    assert [section.heading for section in outline.sections.all()] == ["Kiến nghị", "Kết quả", "Nhận xét"]


def test_numbers_follow_what_is_chosen(page, dung):
    come_in(page, dung)
    page.goto(f"/de-cuong/2024/{make_own_outline(dung).pk}/")
    page.get_by_label("Cấp mục 2").select_option(label="Cấp 2")
    expect(page.locator("[data-number]")).to_have_text(["I.", "1.", "II."])
    page.get_by_label("Bỏ mục 1 khi lưu").check()
    expect(page.locator("[data-number]")).to_have_text(["", "I.", "II."])


def test_both_texts_of_an_outline_are_seen_by_who_comes_second(page, colleagues_page, dung):
    outline = make_own_outline(dung)
    come_in(page, dung)
    come_in(colleagues_page, make_user(dung.organisation, Role.JUSTICE_OFFICER, full_name="Hà Lê"))
    for one in (page, colleagues_page):
        one.goto(f"/de-cuong/2024/{outline.pk}/")
    colleagues_page.get_by_label("Tiêu đề mục 1").fill("Kết quả của Hà")
    colleagues_page.get_by_role("button", name="Lưu đề cương").click()
    expect(colleagues_page.locator(".notice.success p")).to_have_text("Đã lưu đề cương Đề cương mẫu.")
    page.get_by_label("Tiêu đề mục 1").fill("Kết quả của Dung")
    page.get_by_role("button", name="Lưu đề cương").click()
    expect(page.locator(".two-versions")).to_contain_text("Kết quả của Hà")
    expect(page.get_by_label("Tiêu đề mục 1")).to_have_value("Kết quả của Dung")
    assert objections_at_both_widths(page) == []


def test_no_page_about_periods_keeps_anybody_out(page, dung, department):
    criteria_set = make_criteria_set(dung.organisation)
    period = make_period(dung.organisation, criteria_set=make_criteria_set(dung.organisation))
    period.extensions.create(organisation=department, due_on="2099-12-01", reason="Bão.", given_by=dung)
    outline, ready_made = make_own_outline(dung), Outline.objects.filter(organisation=None).first()
    form = IndicatorSet.objects.filter(organisation=None).first()
    own_form = make_indicator_set(dung.organisation, {"label": "Số cuộc", "is_doubtful": True})
    come_in(page, dung)
    faults = {}
    for address in (
        "/ky-bao-cao/2024/",
        f"{period.get_absolute_url()}",
        f"{period.get_absolute_url()}sua/",
        "/de-cuong/2024/",
        "/de-cuong/2024/tao/",
        f"/de-cuong/2024/{outline.pk}/",
        f"/de-cuong/2024/{ready_made.pk}/",
        "/bo-tieu-chi/2024/",
        f"/bo-tieu-chi/2024/{criteria_set.pk}/",
        f"/bo-tieu-chi/2024/{period.criteria_set_id}/",
        f"/bieu-so-lieu/2024/{form.pk}/",
        f"/bieu-so-lieu/2024/{own_form.pk}/",
    ):
        page.goto(address)
        faults[address] = objections_at_both_widths(page)
    assert {address: found for address, found in faults.items() if found} == {}
    assert ReportingPeriod.objects.count() == 1
