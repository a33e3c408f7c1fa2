"""Dung reads what a department handed in, remarks, gives it back, takes it over and takes it away."""

from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.db import transaction
from playwright.sync_api import expect

from reports.models import FileKind, Outcome, Section, SubmittedFile
from reports.review.reviewing import add_note, return_submission
from reports.states import status_of
from tests.browser.entrance import come_in
from tests.browser.keys import Keys
from tests.browser.page_faults import objections
from tests.factories import make_attachment, make_report, make_submission
from tests.reports.submission.handed_in import open_report, submit

LINE_NOTE = "Nêu căn cứ."
NOTE = "Ghi rõ số người tham dự."
REASON = "Bổ sung số liệu mục Hoạt động."


@pytest.fixture
def report(binh, dung, department):
    """Save a report that was returned once, corrected and handed in again, with a file that shows its criteria."""
    report = open_report(department)
    first = submit(report, binh)
    add_note(submission=first, heading="1. Văn bản", text="Nêu số văn bản.", by=dung)
    return_submission(submission=first, reason=REASON, by=dung)
    Section.objects.filter(report=report, heading="Nhận xét").update(body="Đạt và vượt yêu cầu.")
    second = submit(report, binh)
    picture = b"\x89PNG..."
    second.attachments.add(
        make_attachment(department, name="Ảnh hội nghị.png", data=picture, sha256=sha256(picture).hexdigest())
    )
    second.waived = [["Số 139 có hai ký hiệu.", "Là hai văn bản khác nhau.", "Trần Thanh Bình"]]
    second.save()
    return report


@pytest.fixture
def waiting(other_department):
    return make_submission(make_report(other_department))


def address(report, rest=""):
    return f"/tong-hop/2024/{report.pk}/{rest}"


def heading(page):
    return page.get_by_role("heading", level=1)


def notice(page):
    return page.locator(".notice p").first


def part(page, name):
    return page.locator("article").filter(has=page.get_by_role("heading", name=name, exact=True))


def remark(page, name, text):
    part(page, name).get_by_role("link", name=f"Ghi nhận xét về {name}", exact=True).click()
    part(page, name).get_by_label(f"Nhận xét về {name}", exact=True).fill(text)
    part(page, name).get_by_role("button", name="Lưu nhận xét").click()
    expect(part(page, name).locator(".note-text").last).to_have_text(text)


def remark_on_line(page, name, line, text):
    part(page, name).get_by_role("link", name=f"Ghi nhận xét về “{line}”").click()
    part(page, name).get_by_label(f"Nhận xét về “{line}”", exact=True).fill(text)
    part(page, name).get_by_role("button", name="Lưu nhận xét").click()
    expect(part(page, name).locator(".line .note-text")).to_have_text(text)


def read_and_return(page, report):
    """Go from the board to the report, remark on a part, take one remark back, give the report back."""
    page.goto("/tong-hop/2024/")
    page.get_by_role("link", name="Sở Xây dựng tỉnh Sen").click()
    expect(heading(page)).to_have_text("Sở Xây dựng tỉnh Sen báo cáo năm 2024, bản 2")
    expect(part(page, "II. NHẬN XÉT").locator(".words")).to_have_text("Đạt và vượt yêu cầu.")
    remark_on_line(page, "II. NHẬN XÉT", "Đạt và vượt yêu cầu.", LINE_NOTE)
    remark(page, "2. Hoạt động", NOTE)
    remark(page, "Cả báo cáo", "Nhầm.")
    page.get_by_role("button", name="Xóa nhận xét về Cả báo cáo").click()
    expect(notice(page)).to_have_text("Đã xóa nhận xét.")
    expect(page.get_by_role("heading", name="2 nhận xét gửi kèm")).to_be_visible()
    expect(page.get_by_label("Lý do trả lại")).to_have_value(
        "Đề nghị sửa theo 2 nhận xét ở: II. NHẬN XÉT; 2. Hoạt động."
    )
    page.get_by_label("Lý do trả lại").fill(REASON)
    page.get_by_role("button", name="Trả lại").click()
    expect(notice(page)).to_have_text("Đã trả lại báo cáo năm 2024 của Sở Xây dựng tỉnh Sen (bản 2).")
    expect(page.locator(".report-state")).to_have_text("Đã trả lại")
    assert status_of(report).state.name == "RETURNED"


def test_dung_remarks_and_gives_a_report_back(each_page, dung, report):
    come_in(each_page, dung)
    read_and_return(each_page, report)


def test_dung_remarks_and_gives_a_report_back_without_javascript(page_without_javascript, dung, report):
    come_in(page_without_javascript, dung)
    read_and_return(page_without_javascript, report)


def test_dung_sees_what_changed_takes_the_report_over_and_goes_on_to_the_next(
    each_page, dung, report, waiting
):
    page = each_page
    come_in(page, dung)
    page.goto("/tong-hop/2024/")
    page.get_by_role("link", name="So với bản 1").click()
    expect(page.locator(".changed-part ins")).to_have_text("và vượt")
    page.get_by_role("link", name="Tiếp nhận bản 2").click()
    page.get_by_label("Lời nhắn cho đơn vị").fill("Đầy đủ.")
    page.get_by_role("button", name="Tiếp nhận bản 2").click()
    expect(notice(page)).to_have_text("Đã tiếp nhận báo cáo năm 2024 của Sở Xây dựng tỉnh Sen (bản 2).")
    page.get_by_role("link", name="Báo cáo tiếp theo: Sở Y tế tỉnh Sen").click()
    expect(heading(page)).to_have_text("Sở Y tế tỉnh Sen báo cáo năm 2024, bản 1")


def test_the_pdf_stands_beside_the_words_on_a_desktop_and_behind_a_button_on_a_phone(each_page, dung, report):
    page = each_page
    come_in(page, dung)
    page.goto(address(report))
    frame, button = page.locator("iframe"), page.get_by_role("link", name="Mở tệp PDF")
    is_wide = page.viewport_size["width"] > 768
    expect(button).to_be_visible()
    expect(frame).to_be_visible(visible=is_wide)
    assert frame.get_attribute("src").partition("#")[0] == button.get_attribute("href")


def test_dung_takes_everything_away_and_a_file_of_it_is_known_again(each_page, dung, report, waiting):
    page = each_page
    come_in(page, dung)
    page.goto("/tong-hop/2024/")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải tất cả").click()
    archive = ZipFile(Path(coming.value.path()))
    assert (coming.value.suggested_filename, archive.testzip()) == ("bao-cao-pbgdpl-STP-2024.zip", None)
    [pdf] = [name for name in archive.namelist() if name.startswith("SXD") and name.endswith(".pdf")]
    page.get_by_text("Việc khác").click()
    page.get_by_role("link", name="Kiểm tra một tệp").click()
    check(page, pdf, archive.read(pdf))
    expect(page.locator(".match.current")).to_contain_text(
        "báo cáo năm 2024 của Sở Xây dựng tỉnh Sen, bản 2."
    )
    check(page, pdf, archive.read(pdf) + b"\n")
    expect(page.locator(".match")).to_contain_text("Không phải tệp đã nộp: không trùng với bản nào.")


def check(page, name, data):
    page.get_by_label("Chọn tệp cần kiểm tra").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": data}
    )
    page.get_by_role("button", name="Kiểm tra", exact=True).click()


def test_dung_takes_single_files_away(page, dung, report):
    come_in(page, dung)
    page.goto(address(report))
    for link, name in (
        ("Tải PDF", "bao-cao-pbgdpl-SXD-2024-ban-2.pdf"),
        ("Tải DOCX", "bao-cao-pbgdpl-SXD-2024-ban-2.docx"),
        ("Ảnh hội nghị.png", "Ảnh hội nghị.png"),
    ):
        with page.expect_download() as coming:
            page.get_by_role("link", name=link).click()
        assert coming.value.suggested_filename == name


def test_no_page_of_the_review_shuts_dung_out(each_page, dung, report):
    page, wrong = each_page, {}
    come_in(page, dung)
    add_note(submission=report.submissions.last(), heading="2. Hoạt động", text=NOTE, by=dung)
    for rest in ("", "?ban=1", "?dong=muc-1", "so-sanh/", "nhan-xet/", "tra-lai/", "tiep-nhan/"):
        page.goto(address(report, rest))
        for folded in page.locator("main details").all():
            folded.evaluate("details => { details.open = true; }")
        wrong[rest] = objections(page)
    page.goto(address(report, "tra-lai/"))
    page.get_by_label("Lý do trả lại").fill("")
    page.get_by_role("button", name="Trả lại").click()
    expect(page.locator(".refused")).to_be_visible()
    wrong["refused"] = objections(page)
    page.goto("/kiem-tra-tep/2024/")
    file = SubmittedFile.objects.filter(kind=FileKind.PDF).first()
    check(page, "a.pdf", file.file.read())
    expect(page.locator(".match")).to_contain_text("Báo cáo này đã có bản mới hơn: bản 2.")
    wrong["file_check"] = objections(page)
    assert {rest: faults for rest, faults in wrong.items() if faults} == {}


def test_dung_gives_a_report_back_by_keyboard_alone(page, dung, report):
    come_in(page, dung)
    page.goto(address(report))
    keys = Keys(page)
    keys.reach("#muc-1 > .note-on")
    keys.press("Enter")
    keys.type(NOTE)
    keys.press("Tab", "Enter")
    expect(page.locator("#muc-1 .note-text")).to_have_text(NOTE)
    page.goto(f"{address(report)}tra-lai/")
    keys.reach("#id_reason")
    keys.press("Control+a")
    keys.type(REASON)
    keys.press("Tab", "Enter")
    expect(page.locator(".report-state")).to_have_text("Đã trả lại")
    with transaction.atomic():
        assert Outcome.objects.get(submission=report.submissions.last()).reason == REASON
