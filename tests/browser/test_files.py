"""Files save An the typing: the paper of a plan, a spreadsheet with many; and they come back as files."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from playwright.sync_api import expect

from accounts.models import Attachment
from plans.models import Plan
from tests.browser.entrance import come_in
from tests.factories import make_plan
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS

PAPER = DRESSES["Word, bảng"][1](DOCUMENTS["kế hoạch của sở"])
SUBJECT = "về công tác phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, chuẩn tiếp cận pháp luật năm 2024"
WORD, EXCEL = "application/msword", "application/vnd.ms-excel"


def taken(page, click):
    """Return the name and the content of the file that a click downloads."""
    with page.expect_download() as coming:
        click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def enter_from_paper(page):
    page.goto("/ke-hoach/2024/")
    page.locator(".nothing").get_by_role("link", name="Nhập từ tệp DOCX, PDF").click()
    file = {"name": "kế hoạch 139.docx", "mimeType": WORD, "buffer": PAPER}
    page.get_by_label("Tệp của văn bản").set_input_files(file)
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.get_by_label("Loại văn bản")).to_have_value("Kế hoạch")
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("139/KH-SXD")
    expect(page.get_by_label("Ngày ban hành")).to_have_value("16/01/2024")
    expect(page.get_by_label("Trích yếu")).to_have_value(SUBJECT)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu Kế hoạch số 139/KH-SXD.")
    attached = page.get_by_role("link", name="kế hoạch 139.docx")
    assert taken(page, attached.click) == ("kế hoạch 139.docx", PAPER)
    page.get_by_role("button", name="Xóa tệp kế hoạch 139.docx").click()
    expect(page.locator(".notice.success p")).to_have_text("Đã xóa tệp: kế hoạch 139.docx.")
    expect(attached).to_have_count(0)
    page.get_by_role("button", name="Hoàn tác").click()
    expect(attached).to_be_visible()


def stored():
    plan, file = Plan.objects.get(), Attachment.objects.get()
    return plan.number, plan.subject, file.row == plan, file.sha256


STORED = ("139/KH-SXD", SUBJECT, True, sha256(PAPER).hexdigest())


def test_a_paper_fills_the_form_and_stays_with_its_plan(each_page, an):
    come_in(each_page, an)
    enter_from_paper(each_page)
    assert stored() == STORED


def test_a_paper_does_so_without_javascript(page_without_javascript, an):
    come_in(page_without_javascript, an)
    enter_from_paper(page_without_javascript)
    assert stored() == STORED


def filled(template):
    """Return the template with two plans, the second of a day that is in no calendar."""
    book = openpyxl.load_workbook(BytesIO(template))
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for line, (number, day) in enumerate([("15/KH-SXD", "16/01/2024"), ("16/KH-SXD", "31/9/2024")], start=2):
        values = {
            "Loại văn bản": "Kế hoạch",
            "Số, ký hiệu": number,
            "Ngày ban hành": day,
            "Trích yếu": "về việc",
        }
        for heading, value in values.items():
            sheet.cell(line, columns[heading], value)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_spreadsheet_is_filled_in_corrected_and_saved(page, an):
    come_in(page, an)
    page.goto("/ke-hoach/2024/")
    page.locator(".nothing").get_by_role("link", name="Nhập từ bảng tính").click()
    name, template = taken(page, page.get_by_role("link", name="Tải bảng tính mẫu").click)
    assert name == "ke-hoach-mau.xlsx"
    file = {"name": "a.xlsx", "mimeType": EXCEL, "buffer": filled(template)}
    page.get_by_label("Bảng tính (.xlsx").set_input_files(file)
    page.get_by_role("button", name="Đọc bảng tính").click()
    fault = (
        "Dòng 3, Ngày ban hành: Ngày “31/9/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024."
    )
    expect(page.locator(".problems li")).to_have_text([fault])
    page.get_by_role("button", name="Lưu danh sách").click()
    expect(page.get_by_role("alert").locator("li")).to_have_text([fault])
    assert Plan.objects.count() == 0
    page.get_by_role("link", name="Dòng 3, Ngày ban hành").click()
    expect(page.locator("input:focus")).to_have_value("31/9/2024")
    page.keyboard.press("Control+A")
    page.keyboard.type("30/9/2024")
    page.get_by_role("button", name="Lưu danh sách").click()
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu 2 văn bản vào năm 2024.")
    assert list(Plan.objects.order_by("issued_on").values_list("number", "issued_on__month")) == [
        ("15/KH-SXD", 1),
        ("16/KH-SXD", 9),
    ]


def test_what_the_list_shows_is_taken_away(page, an, department):
    come_in(page, an)
    for number in ("15/KH-SXD", "16/KH-SXD"):
        make_plan(department, number=number)
    make_plan(department, number="90/SXD-VP", kind="official_letter")
    page.goto("/ke-hoach/2024/?loai=plan")
    page.get_by_text("Việc khác").click()
    name, file = taken(page, page.get_by_role("link", name="Tải XLSX").click)
    rows = list(openpyxl.load_workbook(BytesIO(file)).active.values)
    assert (name, [row[2] for row in rows[1:]]) == ("ke-hoach-SXD-2024.xlsx", ["15/KH-SXD", "16/KH-SXD"])
    name, file = taken(page, page.get_by_role("link", name="Tải DOCX").click)
    rows = docx.Document(BytesIO(file)).tables[-1].rows[1:]
    assert (name, [row.cells[2].text for row in rows]) == (
        "ke-hoach-SXD-2024.docx",
        ["15/KH-SXD", "16/KH-SXD"],
    )
