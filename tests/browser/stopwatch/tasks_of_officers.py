"""What a legal officer does with the year's report."""

import pytest
from playwright.sync_api import expect

from plans.models import Plan
from reports.models import Criterion
from tests.factories import make_criteria_set, make_event, make_period, make_plan, make_report

LAST_YEAR = (
    (1, "Kết quả", "Năm 2024, Sở đã phổ biến luật mới, tăng so với năm 2023.\n\n[[hoạt động]]"),
    (1, "Hạn chế", "Cuối năm 2023, Sở đã thiếu báo cáo viên; trong năm 2024 đã bổ sung."),
    (1, "Nhiệm vụ năm 2025", "Năm 2025, Sở tiếp tục phổ biến luật mới."),
)
TEXTS = ("Hoàn thành", "Đầy đủ", "Kịp thời", "Thường xuyên", "Rõ ràng")


@pytest.fixture
def three_symbols(department):
    make_report(department, (1, "Kết quả", "Sở đã ban hành:\n\n[[văn bản đã ban hành]]"))
    for number in range(1, 13):
        make_plan(
            department, number=f"{number}/KH-{'SXXD' if number % 2 else 'SXDD'}", subject=f"về việc {number}"
        )
    for number in range(13, 20):
        make_plan(department, number=f"{number}/KH-SXD", subject=f"về việc {number}")


def test_twelve_symbols(stopwatch, page, binh, three_symbols):
    with stopwatch.times(
        "ký hiệu viết ba cách ở 12 dòng", page, binh, before=(48, 96, 50), at_most=6
    ) as hands:
        hands.opens("/bao-cao/2024/ra-soat/")
        hands.clicks_on(page.get_by_role("link", name="Sửa cả 12 chỗ").first)
        expect(page.get_by_role("checkbox")).to_have_count(12)
        hands.clicks_on(hands.button("Sửa 12 chỗ đã chọn"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Rà soát")
    assert Plan.objects.filter(number__endswith="/KH-SXD").count() == 19


def test_a_report_into_the_new_year(stopwatch, page, binh, department):
    make_report(department, *LAST_YEAR)
    with stopwatch.times(
        "báo cáo 2025 từ 2024, mọi năm đúng", page, binh, before=(1, 0, 1), at_most=10
    ) as hands:
        hands.opens("/bao-cao/2025/")
        hands.clicks_on(hands.button("Bắt đầu từ báo cáo năm 2024"))
        hands.clicks_on(hands.button("Chuyển các chỗ đã chọn"))
        expect(page.locator(".notice").first).to_contain_text("Đã chuyển")
    texts = department.reports.get(reporting_year=2025).sections.values_list("body", flat=True)
    assert list(texts) == [
        "Năm 2025, Sở đã phổ biến luật mới, tăng so với năm 2024.\n\n[[hoạt động]]",
        "Cuối năm 2024, Sở đã thiếu báo cáo viên; trong năm 2025 đã bổ sung.",
        "Năm 2026, Sở tiếp tục phổ biến luật mới.",
    ]


def test_a_section(stopwatch, page, binh, department):
    make_report(department, (1, "Kết quả", ""), (1, "Kiến nghị", ""))
    with stopwatch.times("một mục của báo cáo", page, binh, before=(2, 0, 2)) as hands:
        hands.opens("/bao-cao/2024/")
        hands.clicks_on(hands.link("KẾT QUẢ"))
        expect(page.get_by_role("textbox", name="Nội dung của mục")).to_be_visible()
        hands.clicks_on(page.get_by_role("textbox", name="Nội dung của mục"))
        hands.types("Sở đã phổ biến 12 luật trong năm")
        expect(page.locator("#da-luu")).to_contain_text("Đã lưu")


def test_five_criteria(stopwatch, page, binh, department):
    criteria = make_criteria_set(None, *(f"Tiêu chí {number}" for number in range(1, 6)))
    report = make_report(department, (1, "Tiêu chí", "[[tiêu chí]]"))
    for criterion in Criterion.objects.filter(criteria_set=criteria):
        report.assessments.create(criterion=criterion)
    with stopwatch.times("năm tiêu chí", page, binh, before=(23, 80, 6), at_most=12) as hands:
        hands.opens("/bao-cao/2024/tieu-chi/")
        for box, text in zip(page.locator(".criterion textarea").all(), TEXTS, strict=True):
            hands.clicks_on(box)
            hands.types(text)
        for result in page.get_by_label("Đạt", exact=True).all():
            hands.clicks_on(result)
        hands.clicks_on(hands.button("Lưu", exact=True).and_(page.locator(".form-foot button")))
        expect(page.locator(".notice.success").first).to_be_visible()
    assert sorted(report.assessments.values_list("text", flat=True)) == sorted(TEXTS)


def test_one_finding_waived(stopwatch, page, binh, department):
    make_report(department, (1, "Kết quả", "Sở đã phổ biến kip thời."))
    with stopwatch.times("giữ nguyên một chỗ", page, binh, before=(3, 66, 1)) as hands:
        hands.opens("/bao-cao/2024/ra-soat/")
        hands.clicks_on(page.locator("summary", has_text="Giữ nguyên").first)
        hands.clicks_on(page.get_by_label("Vì sao giữ nguyên").first)
        hands.types("Tên riêng của một chương trình")
        hands.clicks_on(hands.button("Giữ nguyên, có lý do"))
        expect(page.get_by_role("heading", name="Đã giữ nguyên, có lý do")).to_be_visible()


def test_a_listing_is_ordered(stopwatch, page, binh, department):
    make_report(department, (1, "Kết quả", "Sở đã tổ chức:\n\n[[hoạt động]]"))
    for number in range(1, 5):
        make_event(department, name=f"Tập huấn {number}")
    section = department.reports.get().sections.get()
    with stopwatch.times("xếp danh mục rồi về mục", page, binh, before=(4, 0, 4)) as hands:
        hands.opens(f"/bao-cao/2024/muc/{section.pk}/")
        hands.clicks_on(page.get_by_role("link", name="Sắp xếp").first)
        hands.clicks_on(page.get_by_role("button", name="Chuyển dòng 2 lên"))
        hands.clicks_on(hands.link("Xong, quay lại"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("KẾT QUẢ")


def test_preview_and_submit(stopwatch, page, binh, department, justice_department):
    make_period(justice_department)
    make_report(department, (1, "Kết quả", "Sở đã phổ biến."))
    with stopwatch.times("xem bản in rồi nộp", page, binh, before=(5, 0, 4)) as hands:
        hands.opens("/bao-cao/2024/")
        hands.clicks_on(page.get_by_role("link", name="Xem bản in").first)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Bản in")
        hands.clicks_on(page.get_by_role("link", name="Báo cáo năm 2024").first)
        hands.clicks_on(page.get_by_role("link", name="Nộp báo cáo").first)
        hands.clicks_on(hands.button("Nộp báo cáo"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Bản 1")
