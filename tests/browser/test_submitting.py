"""Bình hands a report in, takes it back and hands it in again; what changed between the versions is shown."""

from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import expect

from reports.models import FileKind, Section, SignatureCheck, Submission
from reports.models.signatures import sentence_on
from reports.models.wording import SUBMITTING
from reports.states import status_of
from tests.accounts.attaching.uploads import pdf
from tests.browser.entrance import come_in
from tests.browser.keys import Keys
from tests.browser.page_faults import objections, objections_at_both_widths
from tests.factories import make_outcome
from tests.reports.submission.handed_in import make_assessment, open_report, signed_copy

SUBMIT, VERSIONS = "/bao-cao/2024/nop/", "/bao-cao/2024/cac-ban/"


@pytest.fixture
def report(department, year_of_work):
    """Return a report of several pages that lacks its signer."""
    report = department.reports.get()
    report.delete()
    report = open_report(department, signer_name="")
    make_assessment(report)
    return report


def notice(page):
    return page.locator(".notice.success p")


def heading(page):
    return page.get_by_role("heading", level=1)


def fix_the_signer(page):
    """Follow the way that the page offers, and come back."""
    expect(page.get_by_role("button", name="Nộp báo cáo")).to_have_count(0)
    expect(page.locator(".in-the-way li p")).to_have_text(
        "Báo cáo chưa có họ tên người ký. Ghi họ tên người ký."
    )
    page.locator(".in-the-way li a").click()
    page.get_by_label("Họ tên người ký").fill("Trần Thị Ký")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu đầu và cuối báo cáo.")).to_be_visible()
    page.goto(SUBMIT)


def hand_in(page, version):
    page.get_by_role("button", name="Nộp báo cáo").click()
    expect(notice(page)).to_have_text(f"Đã nộp báo cáo năm 2024 (bản {version}). Sở Tư pháp đã nhận được.")
    expect(heading(page)).to_have_text(f"Bản {version} báo cáo năm 2024")


def take_back(page, *, is_checked=True):
    page.get_by_role("link", name="Rút bản đã nộp").click()
    page.get_by_role("button", name="Rút bản 1").click()
    expect(page.locator(".refused")).to_have_text("Chưa ghi lý do. Ghi vắn tắt vì sao rút bản đã nộp.")
    if is_checked:  # axe itself is JavaScript
        assert objections(page) == []
    page.get_by_label("Lý do rút").fill("Thiếu số liệu quý IV.")
    page.get_by_role("button", name="Rút bản 1").click()
    expect(notice(page)).to_have_text("Đã rút bản 1. Sửa báo cáo rồi nộp lại thành bản mới.")


def test_binh_hands_in_takes_back_and_hands_in_again(each_page, binh, report):
    page = each_page
    come_in(page, binh)
    page.goto(SUBMIT)
    assert objections(page) == []
    fix_the_signer(page)
    assert objections(page) == []
    hand_in(page, 1)
    assert objections(page) == []
    fetch_the_files(page)
    take_back(page)
    Section.objects.filter(report=report, heading="Nhận xét").update(
        body="Đạt yêu cầu cao.\n\nSở sẽ làm tiếp."
    )
    page.goto(SUBMIT)
    hand_in(page, 2)
    page.goto(VERSIONS)
    expect(page.locator("td.number")).to_have_text(["Bản 2", "Bản 1"])
    expect(page.locator("td.outcome .report-state").last).to_contain_text("Đã rút")
    assert objections(page) == []
    compare(page)


def fetch_the_files(page):
    """Fetch each file by its button: its hash is the one that stands beside it."""
    for file in Submission.objects.get().files.all():
        with page.expect_download() as coming:
            page.get_by_role("link", name=f"Tải {file.get_kind_display()}", exact=True).click()
        assert coming.value.suggested_filename == file.name
        assert sha256(Path(coming.value.path()).read_bytes()).hexdigest() == file.sha256
        row = page.locator(".frozen-files li").filter(has_text=file.name)
        row.locator("summary").click()
        expect(row.locator(".whole")).to_have_text(file.sha256)
    page.reload()
    expect(page.locator(".downloads li p.file")).to_have_text(
        [f"bao-cao-pbgdpl-SXD-2024-ban-1.{ending}" for ending in ("json", "pdf", "docx")]
    )


def compare(page):
    page.get_by_role("link", name="So sánh hai bản").click()
    expect(page.locator(".summary strong")).to_have_text("1 mục thay đổi: 1 mục có sửa.")
    expect(page.locator(".changed-part ins")).to_have_text([" cao", "Sở sẽ làm tiếp."])
    unchanged = page.locator(".difference > .unchanged").first
    expect(unchanged.locator("ul")).not_to_be_visible()
    unchanged.locator("summary").click()
    expect(unchanged.locator("ul")).to_be_visible()
    assert objections(page) == []
    page.get_by_label("Từ bản").select_option("Bản 2")
    page.get_by_label("Đến bản").select_option("Bản 1")
    page.get_by_role("button", name="So sánh").click()
    expect(page.locator(".changed-part del")).to_have_text([" cao", "Sở sẽ làm tiếp."])


def test_it_needs_no_javascript(page_without_javascript, binh, report):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(SUBMIT)
    fix_the_signer(page)
    hand_in(page, 1)
    take_back(page, is_checked=False)
    page.goto(SUBMIT)
    hand_in(page, 2)
    page.goto(f"{VERSIONS}so-sanh/")
    expect(page.locator(".summary strong")).to_have_text("Hai bản không khác nhau chữ nào.")


def test_it_needs_no_mouse(page, binh, report):
    report.signer_name = "Trần Thị Ký"
    report.save()
    come_in(page, binh)
    page.goto(SUBMIT)
    keys = Keys(page)
    keys.reach("main form button")
    keys.press("Enter")
    expect(heading(page)).to_have_text("Bản 1 báo cáo năm 2024")
    keys.reach(".page-head a")
    keys.press("Enter")
    expect(heading(page)).to_have_text("Rút bản 1 báo cáo năm 2024")
    keys.reach("textarea")
    keys.type("Nộp nhầm.")
    keys.reach("form.handing-in button")
    keys.press("Enter")
    expect(notice(page)).to_have_text("Đã rút bản 1. Sửa báo cáo rồi nộp lại thành bản mới.")
    assert status_of(report).is_open


def test_binh_adds_the_signed_pdf_and_replaces_a_wrong_one(each_page, binh, report):
    page = each_page
    report.signer_name = "Trần Thị Ký"
    report.save()
    come_in(page, binh)
    page.goto(SUBMIT)
    hand_in(page, 1)
    submission = Submission.objects.get()
    file = {"name": "da ky.pdf", "mimeType": "application/pdf"}
    page.get_by_label("Chọn tệp PDF đã ký").set_input_files(file | {"buffer": b"Ch\xe1\xbb\xaf"})
    page.get_by_role("button", name="Thêm bản đã ký").click()
    expect(page.locator(".refused")).to_contain_text("Nội dung tệp không đúng với đuôi .pdf")
    assert objections(page) == []
    page.get_by_label("Chọn tệp PDF đã ký").set_input_files(file | {"buffer": pdf("Bản quét")})
    page.get_by_label("Đây là bản quét").check()
    page.get_by_role("button", name="Thêm bản đã ký").click()
    expect(notice(page)).to_have_text("Đã thêm bản PDF khác vào bản 1.")
    page.get_by_text("Thay bản đã ký nếu thêm nhầm tệp").click()
    assert objections(page) == []
    page.get_by_label("Chọn tệp PDF đã ký").set_input_files(file | {"buffer": signed_copy(submission).data})
    page.get_by_role("button", name="Thay bản đã ký").click()
    expect(notice(page)).to_have_text("Đã thay bằng bản PDF đã ký ở bản 1.")
    expect(page.locator(".frozen-files .on-time")).to_have_text(
        sentence_on(SignatureCheck.SIGNED, SUBMITTING)
    )
    expect(page.locator(".set-aside a")).to_have_text("bao-cao-pbgdpl-SXD-2024-ban-1-them-sau.pdf")
    assert submission.files.filter(kind=FileKind.SIGNED, signature_check=SignatureCheck.SIGNED).count() == 1
    make_outcome(submission)
    page.reload()
    assert objections_at_both_widths(page) == []
