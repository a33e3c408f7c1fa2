"""Dung adds up the province, goes down to the rows of a body, and sends back what is odd."""

import pytest
from playwright.sync_api import expect

from reports.models import FileKind, ReviewNote
from tests.browser.entrance import come_in
from tests.browser.page_faults import objections_at_both_widths
from tests.factories import make_submitted_file
from tests.reports.figures.forms import make_form
from tests.reports.received.test_totals import hand_in
from tests.test_permissions import SUBMITTED_DATA

NAME = "Sở Y tế tỉnh Sen"


@pytest.fixture
def province(department, other_department):
    """Save the figures of a body that was accepted, and those of one that waits, with more online than in all."""
    make_form(group="", form_code="04c/TP/PBGDPL")
    hand_in(department, 2023, c5=3)
    accepted = hand_in(department, c5=3, c6=120)
    make_submitted_file(accepted, kind=FileKind.JSON, data=SUBMITTED_DATA.read_bytes())
    hand_in(other_department, outcome=None, c5=1, c6=20, c7=2, c8=10)


def test_dung_goes_from_the_total_to_the_rows_and_sends_a_mark_back(
    page_without_javascript, dung, department, province
):
    page = page_without_javascript
    come_in(page, dung)
    page.goto("/tong-hop/2024/")
    page.get_by_text("Việc khác").click()
    page.get_by_role("link", name="Số liệu toàn tỉnh").click()
    page.locator(".totals .sum").get_by_role("link", name="3", exact=True).click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Tổng số trên địa bàn: 3 cuộc")
    page.locator(".column-bars .count a").first.click()
    expect(page.locator(".submitted-rows tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Cột (5) toàn tỉnh").click()
    page.get_by_role("link", name="Số liệu toàn tỉnh năm 2024").click()
    page.get_by_role("link", name="1 chỗ cần xem lại").click()
    expect(page.locator(".odd-figures li")).to_contain_text(NAME)
    page.get_by_role("button", name="Gửi thành nhận xét").click()
    expect(page.locator(".notice p").first).to_contain_text(f"Đã ghi nhận xét cho {NAME}.")
    expect(page.locator("main")).to_contain_text("Đã xử lý hết.")
    assert "cột (7)" in ReviewNote.objects.get().text


def test_no_page_of_the_figures_shuts_dung_out(page, dung, department, other_department, province):
    come_in(page, dung)
    own, odd = (body.reports.get(reporting_year=2024).pk for body in (department, other_department))
    wrong, mark = {}, f"{odd}/so-lieu-can-xem/?cot=7&loai=part"
    for address in ("so-lieu/", "so-lieu/5/", "so-lieu/danh-dau/", f"{own}/so-lieu/5/", mark):
        page.goto(f"/tong-hop/2024/{address}")
        for closed in page.locator(".chart details:not([open]) summary").all():
            closed.click()
        wrong[address] = objections_at_both_widths(page)
    assert {address: faults for address, faults in wrong.items() if faults} == {}
