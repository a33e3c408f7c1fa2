"""Dung searches the bodies' words beside a section and takes one over, with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from reports.models import OutcomeKind, Section, TakenOver
from tests.browser.entrance import come_in
from tests.browser.page_faults import objections_at_both_widths
from tests.factories import make_outcome, make_report, make_submission


@pytest.fixture
def section(justice_department, department, other_department):
    for body, said in ((department, "Loa phường."), (other_department, "Đường dây nóng.")):
        submission = make_submission(make_report(body), parts=[["2. Mô hình hay", f"{said}\nMột lớp."]])
        make_outcome(submission, OutcomeKind.ACCEPTED)
    return make_report(justice_department, (1, "Mô hình", "Cả tỉnh:")).sections.get()


@pytest.mark.parametrize("browsed", ["page", "page_without_javascript"])
def test_dung_searches_and_takes_over_and_what_she_typed_is_kept(site, browsed, request, dung, section):
    page = request.getfixturevalue(browsed)
    come_in(page, dung)
    page.goto(f"/bao-cao/2024/muc/{section.pk}/")
    said = page.locator("#loi-don-vi ol p")
    expect(said).to_have_text(["Loa phường.", "Một lớp.", "Đường dây nóng.", "Một lớp."])
    page.get_by_role("textbox", name="Nội dung của mục").fill("Cả tỉnh đang gõ:")
    page.get_by_role("searchbox", name="Tìm trong lời các đơn vị").fill("duong day")
    page.keyboard.press("Enter")
    expect(said).to_have_text(["Đường dây nóng."])
    expect(page.locator("#loi-don-vi mark")).to_have_text(["Đường", "dây"])
    page.get_by_role("button", name="Lấy câu này").click()
    expect(page.locator("#da-lay li")).to_have_text(["Đường dây nóng (Sở Y tế). Sở Y tế, bản 1"])
    assert Section.objects.get(pk=section.pk).body == "Cả tỉnh đang gõ:\n\nĐường dây nóng (Sở Y tế)."
    assert TakenOver.objects.get().section == section
    assert browsed != "page" or objections_at_both_widths(page) == []
