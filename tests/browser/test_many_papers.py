"""An drops twelve plans at once, reviews them as a list and saves them; a scan is read, compared and saved."""

import base64

import docx
import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import Attachment
from plans.models import Plan
from tests.accounts.attaching import uploads
from tests.browser.entrance import come_in
from tests.browser.hands import KeysAlone
from tests.browser.page_faults import objections
from tests.factories import make_long_work, make_waiting_file
from tests.lib.scans import drawn, grained, needs_ocr, saved
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
UPLOAD = "/ke-hoach/2024/tu-tep/"
DROP = """(files) => {
  const dropped = new DataTransfer();
  for (const [name, data] of files) {
    const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
    dropped.items.add(new File([bytes], name));
  }
  for (const kind of ["dragover", "drop"]) {
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: dropped, bubbles: true, cancelable: true }));
  }
}"""


def plan(number):
    lines = ["SỞ XÂY DỰNG", f"Số: {number}/KH-SXD", f"Sen, ngày {number:02} tháng 3 năm 2024", "KẾ HOẠCH"]
    lines += [f"Phổ biến, giáo dục pháp luật lần thứ {number}"]
    file = docx.Document()
    for line in lines:
        file.add_paragraph(line)
    return uploads.saved(file)


def twelve():
    return [(f"kế hoạch {number}.docx", plan(number)) for number in range(1, 13)]


def drop(page, files):
    coded = [[name, base64.b64encode(data).decode()] for name, data in files]
    page.evaluate(DROP, coded)


def buffers(files):
    return [{"name": name, "mimeType": WORD, "buffer": data} for name, data in files]


@pytest.fixture(autouse=True)
def in_the_background(settings):
    settings.LONG_WORK_IN_BACKGROUND = True


def test_twelve_plans_are_dropped_reviewed_and_saved(each_page, an):
    page = each_page
    come_in(page, an)
    page.goto(UPLOAD)
    drop(page, twelve())
    expect(page.locator(".file-field .names")).to_contain_text("Đã chọn 12 tệp: kế hoạch 1.docx; ")
    assert objections(page) == []
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.locator(".counts")).to_have_text("12 văn bản.")
    assert objections(page) == []
    page.locator("#d12 .skip").click()
    page.get_by_role("button", name="Lưu danh sách").click()
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu 11 văn bản vào năm 2024.")
    files = {file.name: file.row.number for file in Attachment.objects.exclude(object_id=None)}
    assert files == {f"kế hoạch {number}.docx": f"{number}/KH-SXD" for number in range(1, 12)}
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator(".notice.success p")).to_contain_text("Đã xóa 11 dòng")
    assert Plan.objects.count() == 0


def test_three_plans_are_chosen_without_javascript(page_without_javascript, an):
    page = page_without_javascript
    come_in(page, an)
    page.goto(UPLOAD)
    page.get_by_label("Tệp của văn bản").set_input_files(buffers(twelve()[:3]))
    page.get_by_role("button", name="Đọc tệp").click()
    page.get_by_role("button", name="Lưu danh sách").click()
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu 3 văn bản vào năm 2024.")


def test_a_line_of_a_scan_is_compared_before_it_is_saved(phone_page, an):
    page = phone_page
    come_in(page, an)
    values = {
        "kind_text": "Kế hoạch",
        "number": "12/KH-SXD",
        "issued_on": "08/01/2024",
        "subject": "về nhà ở",
    }
    file = make_waiting_file(an, reading={"values": values, "doubts": [], "is_by_machine": True})
    work = make_long_work(an, result={"kind": "plan", "pks": [file.pk], "refusals": []})
    page.goto(reverse("plan_papers", args=[2024, work.key]))
    expect(page.locator(".problems li")).to_contain_text("Dòng 1: đọc bằng máy từ bản quét.")
    assert objections(page) == []
    page.get_by_label("Đã đối chiếu dòng 1 với bản quét").tap()
    page.get_by_role("button", name="Lưu danh sách").click()
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu 1 văn bản vào năm 2024.")


@needs_ocr
def test_a_scan_is_read_compared_and_saved_with_the_keys_alone(page, an):
    scan = saved(grained(drawn(DRESSES["PDF, bảng"][1](DOCUMENTS["kế hoạch, tên dài hai dòng"]))))
    come_in(page, an)
    page.goto(UPLOAD)
    file = {"name": "bản quét.pdf", "mimeType": "application/pdf", "buffer": scan}
    page.get_by_label("Tệp của văn bản").set_input_files(file)
    keys = KeysAlone(page)
    keys.press(page.get_by_role("button", name="Đọc tệp"))
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("05/KH-SKHCN")
    expect(page.locator(".notice p")).to_contain_text("Đọc bằng máy từ bản quét")
    keys.press(page.get_by_role("button", name="Lưu", exact=True))
    expect(page.get_by_role("alert").locator("li").first).to_contain_text(
        "Số, ký hiệu “05/KH-SKHCN” đọc bằng máy từ bản quét: đối chiếu với bản quét."
    )
    assert (objections(page), Plan.objects.count()) == ([], 0)
    page.get_by_label("Tôi đã xem, vẫn lưu").check()
    keys.press(page.get_by_role("button", name="Lưu", exact=True))
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu Kế hoạch số 05/KH-SKHCN.")
    assert Attachment.objects.get().row == Plan.objects.get()
