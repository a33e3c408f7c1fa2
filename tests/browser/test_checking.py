"""Bình tells a criterion and clears the findings: at both sizes, by keyboard, without JavaScript, beside another."""

import pytest
from playwright.sync_api import expect

from accounts.models import Role
from plans.models import Plan
from reports.models import Assessment, Criterion, Section, Waiver
from tests.browser.entrance import come_in
from tests.browser.keys import Keys
from tests.browser.page_faults import objections, objections_at_both_widths
from tests.factories import (
    make_attachment,
    make_directive,
    make_event,
    make_plan,
    make_report,
    make_user,
)

LIST, FOUND = "/bao-cao/2024/tieu-chi/", "/bao-cao/2024/ra-soat/"


@pytest.fixture
def report(department):
    text = "Trả lời kip thời theo Kế hoạch số 228/KH-UBND ngày 05/3/2024 của UBND tỉnh về hòa giải ở cơ sở."
    return make_report(
        department, (1, "Kết quả", text), (1, "Kiến nghị", ""), (1, "Tiêu chí", "[[tiêu chí]]")
    )


@pytest.fixture
def rows(department):
    plan = make_plan(department, number="139/KH-SXD")
    make_attachment(department, row=plan, name="ke-hoach-139.pdf")
    make_directive(department)
    for number in range(1, 9):
        make_event(department, name=f"Tập huấn Luật Đường bộ lần {number}")
    make_event(department, name="Hội nghị hòa giải")


def test_binh_sets_the_criteria_up_and_tells_the_first(each_page, binh, report, rows):
    page = each_page
    come_in(page, binh)
    page.goto(LIST)
    assert objections(page) == []
    page.get_by_role("button", name="Lập danh sách tiêu chí").click()
    expect(page.get_by_text("Đã thêm 5 tiêu chí.")).to_be_visible()
    assert objections(page) == []
    first = page.locator(".criterion").first
    first.get_by_label("Lời đánh giá").fill("Hoàn thành kế hoạch năm.")
    first.get_by_label("Đạt", exact=True).check()
    expect(first.locator(".saved")).to_contain_text("Đã lưu")
    expect(page.locator(".assessed-count")).to_have_text("1 trong 5 tiêu chí đã đánh giá")
    page.get_by_label("Mục “Tiêu chí” đã xong").check()
    expect(page.locator(".section-done .saved")).to_contain_text("Đã lưu")
    page.get_by_role("link", name="Chọn minh chứng cho tiêu chí 1").click()
    page.get_by_label("Điểm").fill("8,5")
    events = page.get_by_role("group", name="Hoạt động")
    events.get_by_role("searchbox").fill("hoa giai")
    expect(events.locator(".form-check:visible")).to_have_count(1)
    events.get_by_label("Hội nghị hòa giải").check()
    expect(events.get_by_role("status").first).to_have_text("(đã chọn 1)")
    files = page.get_by_role("group", name="Tệp")
    files.get_by_label("ke-hoach-139.pdf").check()
    expect(files.get_by_role("status").first).to_have_text("(đã chọn 1)")
    assert objections(page) == []
    page.get_by_role("button", name="Lưu và sang tiêu chí sau").click()
    expect(page.locator(".turn")).to_contain_text("2 / 5")
    page.get_by_role("link", name="Tiêu chí năm 2024").click()
    expect(page.locator(".assessed-count")).to_have_text("1 trong 5 tiêu chí đã đánh giá")
    assert objections(page) == []
    assessment = Assessment.objects.first()
    assert (
        assessment.text,
        assessment.result,
        assessment.events.get().name,
        assessment.attachments.count(),
    ) == (
        "Hoàn thành kế hoạch năm.",
        "met",
        "Hội nghị hòa giải",
        1,
    )
    assert report.sections.get(heading="Tiêu chí").is_done


def test_two_writers_meet_at_one_criterion(page, colleagues_page, binh, department, report):
    assessment = report.assessments.create(criterion=Criterion.objects.first())
    for place, person in ((page, binh), (colleagues_page, make_user(department, Role.LEGAL_OFFICER))):
        come_in(place, person)
        place.goto(f"{LIST}{assessment.pk}/")
    colleagues_page.get_by_label("Lời đánh giá").fill("Lời của Khánh.")
    colleagues_page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(colleagues_page.get_by_text("Đã lưu tiêu chí")).to_be_visible()
    page.get_by_label("Lời đánh giá").fill("Lời của Bình.")
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.get_by_role("heading", name="Hai người cùng sửa một tiêu chí")).to_be_visible()
    expect(page.locator(".versions")).to_contain_text("Lời của Khánh.")
    assert objections_at_both_widths(page) == []
    page.get_by_role("button", name="Lấy tất cả của tôi").click()
    expect(page.get_by_text("Đã lưu tiêu chí")).to_be_visible()
    assert Assessment.objects.get().text == "Lời của Bình."


def test_binh_clears_what_was_found(each_page, binh, report):
    page = each_page
    come_in(page, binh)
    page.goto(FOUND)
    assert objections(page) == []
    page.get_by_role("link", name="Cảnh báo").click()
    found = page.locator(".findings > li", has=page.locator("mark", has_text="kip"))
    found.locator("summary").click()
    assert objections(page) == []
    found.get_by_role("button", name="Giữ nguyên, có lý do").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa ghi lý do")
    assert objections(page) == []
    found.get_by_label("Vì sao giữ nguyên").fill("Tên riêng của con sông.")
    found.get_by_role("button", name="Giữ nguyên, có lý do").click()
    expect(page.get_by_text("Lý do: Tên riêng của con sông.")).to_be_visible()
    assert objections(page) == []
    page.get_by_role("button", name="Bỏ giữ nguyên").click()
    expect(page.get_by_text("Lý do: Tên riêng của con sông.")).to_have_count(0)
    assert Waiver.objects.count() == 0
    page.get_by_role("link", name="Tìm và thay chữ").click()
    page.get_by_label("Tìm chữ").fill("kip thời")
    page.get_by_label("Tìm chữ").press("Enter")
    expect(page.locator(".replacements")).to_be_visible()
    assert objections(page) == []


def test_binh_mends_the_symbol_of_twelve_rows_with_two_clicks(page, binh, department):
    department.symbol = "SXDTS"
    department.save()
    plans = [
        make_plan(department, number=f"{number}/KH-{('SXDDTS', 'SXDTSS')[number % 2]}")
        for number in range(12)
    ]
    make_report(department, (1, "Kết quả", "Sở đã ban hành:\n\n[[văn bản đã ban hành]]"), number="5/BC-SXDTS")
    come_in(page, binh)
    page.goto(f"{FOUND}?muc-do=canh-bao")
    page.locator(".together summary", has_text="Xem các chỗ").click()
    assert objections_at_both_widths(page) == []
    page.locator(".together").get_by_role("link", name="Sửa cả 12 chỗ…").click()
    expect(page.locator(".replacements ins")).to_have_text(
        [f"{plan.number.partition('-')[0]}-SXDTS" for plan in plans]
    )
    assert objections_at_both_widths(page) == []
    page.get_by_role("link", name="Bỏ chọn tất cả").click()
    expect(page.get_by_role("button", name="Sửa 0 chỗ đã chọn")).to_be_visible()
    page.get_by_role("link", name="Chọn tất cả").click()
    page.get_by_role("button", name="Sửa 12 chỗ đã chọn").click()
    expect(page.get_by_text("Đã sửa 12 chỗ.")).to_be_visible()
    assert page.url.endswith(f"{FOUND}?muc-do=canh-bao")
    assert {plan.number.partition("-")[2] for plan in Plan.objects.all()} == {"SXDTS"}
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_role("link", name="Sửa cả 12 chỗ…").first).to_be_visible()


def test_binh_replaces_words_without_javascript(page_without_javascript, binh, report):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(FOUND)
    page.get_by_role("link", name="Tìm và thay chữ").click()
    page.get_by_label("Tìm chữ").fill("kip thời")
    page.get_by_label("Thay bằng").fill("kịp thời")
    page.get_by_label("Thay bằng").press("Enter")
    page.get_by_role("button", name="Sửa những chỗ đã chọn").click()
    expect(page.get_by_text("Đã sửa 1 chỗ.")).to_be_visible()
    assert Section.objects.first().body.startswith("Trả lời kịp thời")


def test_a_cited_document_is_recorded_and_found_no_more_without_javascript(
    page_without_javascript, binh, report
):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(FOUND)
    page.get_by_role("button", name="Ghi văn bản này").click()
    page.get_by_role("button", name="Lưu").first.click()
    expect(page.get_by_text("Đã lưu 1 văn bản")).to_be_visible()
    page.goto(f"{FOUND}?quy-tac=unrecorded-document")
    expect(page.get_by_role("heading", name="Ở đây không có gì cần xem lại")).to_be_visible()


def test_everything_is_done_without_javascript(page_without_javascript, binh, report, rows):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(LIST)
    page.get_by_role("button", name="Lập danh sách tiêu chí").click()
    page.get_by_label("Lời đánh giá tiêu chí 2").fill("Đạt.")
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.get_by_text("Đã lưu 1 tiêu chí.")).to_be_visible()
    page.get_by_role("link", name="Chọn minh chứng cho tiêu chí 2").click()
    plans = page.get_by_role("group", name="Kế hoạch")
    plans.get_by_label("Kế hoạch số 139/KH-SXD").check()
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.get_by_text("Đã lưu tiêu chí")).to_be_visible()
    page.goto(FOUND)
    found = page.locator(".findings > li", has=page.locator("mark", has_text="kip"))
    found.locator("summary").click()
    found.get_by_label("Vì sao giữ nguyên").fill("Tên riêng.")
    found.get_by_role("button", name="Giữ nguyên, có lý do").click()
    expect(page.get_by_text("Lý do: Tên riêng.")).to_be_visible()


def test_binh_leaves_the_mouse_alone(page, binh, report):
    report.assessments.create(criterion=Criterion.objects.first())
    come_in(page, binh)
    page.goto(LIST)
    keys = Keys(page)
    keys.reach(".criterion textarea")
    keys.type("Đạt.")
    keys.press("Control+s")
    expect(page.locator(".criterion .saved")).to_contain_text("Đã lưu")
    page.goto(FOUND)
    keys.reach(".findings summary")
    keys.press("Enter")
    keys.reach(".findings details[open] textarea")
    keys.type("Vì thế.")
    keys.reach(".findings details[open] button")
    keys.press("Enter")
    expect(page.get_by_text("Lý do: Vì thế.")).to_be_visible()


def test_an_reads_at_both_sizes(page, an, binh, report, rows, department):
    assessment = report.assessments.create(
        criterion=Criterion.objects.first(), text="Đạt.", result="partly_met"
    )
    assessment.plans.add(make_plan(department))
    Waiver.objects.create(report=report, key="x", text="“kip”", reason="Tên riêng.", waived_by=binh)
    come_in(page, an)
    for address in (LIST, f"{LIST}{assessment.pk}/", FOUND):
        page.goto(address)
        assert objections_at_both_widths(page) == []


def test_a_link_leads_to_the_very_words(each_page, binh, department):
    page = each_page
    long = "Sở đã phổ biến văn bản mới đến công chức, viên chức trên địa bàn.\n\n" * 80
    make_report(
        department,
        (1, "Kết quả", f"{long}Trả lời kip\nthời.\n\n{long}"),
        closing="Trên đây là bao cac của Sở./.",
    )
    come_in(page, binh)
    for name, words in (("id_body", "kip"), ("id_closing", "cac")):
        page.goto(f"{FOUND}?quy-tac=impossible-syllable")
        finding = page.locator(".findings > li", has=page.locator("mark", has_text=words))
        finding.get_by_role("link", name="Tới chỗ cần sửa").click()
        field = page.locator(f"#{name}")
        expect(field).to_be_focused()
        selected = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
        assert field.evaluate(selected) == words
    page.goto(f"{FOUND}?quy-tac=impossible-syllable&muc={Section.objects.get().pk}")
    page.get_by_role("link", name="Tới chỗ cần sửa").click()
    expect(page.locator("#id_body")).to_be_focused()
    # The words stand in the middle of the text, and so of the screen.
    page.wait_for_function(
        """() => {
            const { top, height } = document.getElementById("id_body").getBoundingClientRect();
            return height > 2 * innerHeight && Math.abs(top + height / 2 - innerHeight / 2) < innerHeight / 4;
        }"""
    )
