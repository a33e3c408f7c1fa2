"""What the officers of the Justice Department do with the reports."""

import pytest
from playwright.sync_api import expect

from reports.review.reviewing import return_submission
from tests.factories import make_outline, make_period, make_report, make_submission

NOTE = "Ghi rõ số lượt người được phổ biến trong từng quý và nguồn số liệu."


@pytest.fixture
def submitted(justice_department, department):
    make_period(justice_department)
    return make_submission(make_report(department))


def test_a_period_opened_with_its_letter(stopwatch, page, dung, justice_department, department):
    make_outline(justice_department, name="Đề cương của Sở")
    with stopwatch.times("mở kỳ báo cáo kèm văn bản", page, dung, before=(9, 97, 4)) as hands:
        hands.opens("/tong-hop/2024/")
        hands.clicks_on(hands.link("Mở kỳ báo cáo"))
        expect(page.get_by_label("Hạn nộp")).to_be_focused()
        hands.types("15112099")
        hands.clicks_on(page.get_by_label("Số, ký hiệu"))
        hands.types("2215/STP-PBGDPL")
        hands.presses("Tab")
        hands.types("10102024")
        hands.presses("Tab")
        hands.types("về việc báo cáo công tác phổ biến, giáo dục pháp luật năm 2024")
        hands.clicks_on(hands.button("Xem lại trước khi mở"))
        hands.clicks_on(hands.button("Mở kỳ báo cáo"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Kỳ báo cáo năm 2024")


def test_a_note_and_the_return(stopwatch, page, dung, submitted):
    with stopwatch.times("ghi nhận xét và trả lại", page, dung, before=(6, 200, 3), at_most=5) as hands:
        hands.opens("/tong-hop/2024/")
        hands.clicks_on(hands.link("Sở Xây dựng tỉnh Sen"))
        hands.clicks_on(page.locator(".part .note-on").first)
        hands.types(NOTE)
        hands.clicks_on(hands.button("Lưu nhận xét"))
        expect(page.locator("#gui-kem")).to_contain_text("1 nhận xét")
        hands.clicks_on(page.locator("#ket-luan").get_by_role("button", name="Trả lại"))
        expect(page.get_by_text("Đã trả lại").first).to_be_visible()


def test_compare_and_accept(stopwatch, page, dung, submitted):
    return_submission(submission=submitted, reason="Bổ sung.", by=dung)
    make_submission(submitted.report, parts=[["I. Kết quả", "Sở đã phổ biến 12 luật."]])
    with stopwatch.times("so sánh rồi tiếp nhận", page, dung, before=(5, 0, 5)) as hands:
        hands.opens("/tong-hop/2024/")
        hands.clicks_on(page.get_by_role("link", name="So với bản 1"))
        hands.clicks_on(page.get_by_role("link", name="Tiếp nhận").first)
        hands.clicks_on(page.get_by_role("button", name="Tiếp nhận bản 2"))
        expect(page.get_by_text("Đã tiếp nhận").first).to_be_visible()


def test_the_zip_of_all(stopwatch, page, dung, submitted):
    with stopwatch.times("tải tất cả", page, dung, before=(2, 0, 1)) as hands:
        hands.opens("/tong-hop/2024/")
        with page.expect_download():
            hands.clicks_on(hands.link("Tải tất cả"))


def test_a_file_checked(stopwatch, page, dung, submitted):
    with stopwatch.times("kiểm tra một tệp", page, dung, before=(5, 0, 2)) as hands:
        hands.opens("/tong-hop/2024/")
        hands.clicks_on(page.locator("summary", has_text="Việc khác"))
        hands.clicks_on(hands.link("Kiểm tra một tệp"))
        file = {"name": "bao-cao.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
        hands.chooses_files(page.locator("input[type=file]"), file)
        hands.clicks_on(hands.button("Kiểm tra", exact=True))
        expect(page.get_by_role("status").last).to_be_visible()
