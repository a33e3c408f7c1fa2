"""A whole round in two browsers: Dung opens a period, Bình writes and hands in, Dung returns, then accepts."""

from contextlib import ExitStack
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from reports.models import FileKind, Report, SubmittedFile
from reports.states import status_of
from tests.browser.conftest import watched_page
from tests.browser.entrance import come_in
from tests.browser.person import WAYS, Person
from tests.factories import make_directive, make_event, make_outline, make_plan, make_report

LAST_YEAR = (
    (1, "Kết quả", "Năm 2023, Sở đã phổ biến các luật mới. Các hoạt động gồm:\n\n[[hoạt động]]"),
    (1, "Kiến nghị", "Sở không có kiến nghị."),
)
THIS_YEAR = "Năm 2024, Sở đã phổ biến các luật mới. Các hoạt động gồm:\n\n[[hoạt động]]"
CORRECTED = "Năm 2024, Sở đã phổ biến 12 luật mới. Các hoạt động gồm:\n\n[[hoạt động]]"
REASON = "Ghi số luật đã phổ biến."


@pytest.fixture
def year(department, justice_department):
    """Save a year's rows, last year's report and the outline that the Justice Department asks for."""
    make_outline(justice_department, "Kết quả", "Kiến nghị", name="Đề cương của Sở Tư pháp")
    make_plan(department).directives.add(make_directive(department))
    make_event(department, name="Tập huấn Luật Đường bộ")
    make_report(department, *LAST_YEAR, reporting_year=2023, number="12/BC-SXD")


@pytest.fixture(params=WAYS)
def people(request, browser, site, binh, dung, year):
    """Return Bình and Dung, each with a browser."""
    window, hands, more = WAYS[request.param]
    with ExitStack() as stack:
        pages = [stack.enter_context(watched_page(browser, site, **window, **more)) for _ in range(2)]
        for page, user in zip(pages, (binh, dung), strict=True):
            come_in(page, user)
        yield [Person(page, hands, is_checked=not more) for page in pages]


def test_a_report_goes_from_an_empty_year_to_its_acceptance(people, department):
    binh, dung = people
    open_the_period(dung)
    write_from_last_year(binh)
    hand_in(binh, version=1)
    give_back(dung)
    correct_and_hand_in_again(binh)
    compare_and_accept(dung)
    take_away_and_check(dung)
    binh.goes_to("/bao-cao/2024/")
    binh.sees("Được tiếp nhận (bản 2")
    assert status_of(Report.objects.get(reporting_year=2024)).state.name == "ACCEPTED"


def open_the_period(dung):
    dung.goes_to("/tong-hop/2024/")
    dung.is_at("Tổng hợp báo cáo năm 2024")
    dung.presses("link", "Mở kỳ báo cáo")
    dung.is_at("Mở kỳ báo cáo")
    dung.fills("Hạn nộp", "15/11/2099")
    dung.chooses("Đề cương", "Đề cương của Sở Tư pháp")
    dung.fills("Số, ký hiệu", "2215/STP-PBGDPL")
    dung.fills("Ngày văn bản", "10/10/2024")
    dung.fills("Trích yếu", "về việc báo cáo công tác năm 2024")
    dung.presses("button", "Xem lại trước khi mở")
    dung.is_at("Xem lại trước khi mở kỳ")
    dung.presses("button", "Mở kỳ báo cáo")
    dung.is_at("Kỳ báo cáo năm 2024")


def write_from_last_year(binh):
    binh.goes_to("/van-ban-chi-dao/2024/")
    binh.sees("2215/STP-PBGDPL")
    binh.goes_to("/bao-cao/2024/")
    binh.is_at("Báo cáo năm 2024")
    binh.presses("button", "Bắt đầu từ báo cáo năm 2023")
    binh.is_at("Chuyển năm báo cáo năm 2024")
    binh.presses("button", "Chuyển các chỗ đã chọn")
    binh.sees("Không còn năm cũ")
    binh.presses("link", "Viết tiếp báo cáo")
    binh.is_at("Báo cáo năm 2024")
    binh.presses("link", "KẾT QUẢ")
    binh.is_at("I. KẾT QUẢ")
    binh.fills("Nội dung của mục", THIS_YEAR)
    binh.presses("button", "Lưu và sang mục sau")
    binh.is_at("II. KIẾN NGHỊ")
    binh.goes_to("/bao-cao/2024/ra-soat/")
    binh.is_at("Rà soát năm 2024")
    binh.goes_to("/bao-cao/2024/xem/")
    binh.is_at("Bản in năm 2024")


def hand_in(binh, *, version):
    binh.goes_to("/bao-cao/2024/nop/")
    binh.is_at("Nộp báo cáo năm 2024")
    binh.presses("button", "Nộp báo cáo")
    binh.is_at(f"Bản {version} báo cáo năm 2024")


def give_back(dung):
    dung.goes_to("/tong-hop/2024/")
    dung.sees("Mới nhận")
    dung.is_at("Tổng hợp báo cáo năm 2024")
    dung.presses("link", "Sở Xây dựng tỉnh Sen")
    dung.is_at("Sở Xây dựng tỉnh Sen báo cáo năm 2024, bản 1")
    dung.presses("link", "Trả lại")
    dung.fills("Lý do trả lại", REASON)
    dung.presses("button", "Trả lại")
    dung.is_at("Sở Xây dựng tỉnh Sen báo cáo năm 2024, bản 1")


def correct_and_hand_in_again(binh):
    binh.goes_to("/bao-cao/2024/")
    binh.sees(REASON)
    binh.is_at("Báo cáo năm 2024")
    binh.presses("link", "KẾT QUẢ")
    binh.fills("Nội dung của mục", CORRECTED)
    binh.presses("button", "Lưu")
    binh.sees("Đã lưu mục “I. KẾT QUẢ”.")
    hand_in(binh, version=2)
    binh.goes_to("/bao-cao/2024/cac-ban/so-sanh/")
    expect(binh.page.locator(".changed-part ins")).to_have_text("12")


def compare_and_accept(dung):
    dung.goes_to("/tong-hop/2024/")
    dung.presses("link", "Sở Xây dựng tỉnh Sen")
    dung.is_at("Sở Xây dựng tỉnh Sen báo cáo năm 2024, bản 2")
    dung.goes_to(f"{dung.page.url}so-sanh/")
    expect(dung.page.locator(".changed-part ins")).to_have_text("12")
    dung.page.go_back()
    dung.presses("link", "Tiếp nhận")
    dung.is_at("Tiếp nhận báo cáo năm 2024, bản 2")
    dung.presses("button", "Tiếp nhận bản 2")
    dung.is_at("Sở Xây dựng tỉnh Sen báo cáo năm 2024, bản 2")


def take_away_and_check(dung):
    """Fetch a file alone and in the ZIP of all: they are the ones that were handed in, and are known again."""
    frozen = SubmittedFile.objects.get(submission__version=2, kind=FileKind.PDF)
    name, pdf = dung.fetches("Tải PDF")
    assert (name, sha256(pdf).hexdigest()) == (frozen.name, frozen.sha256)
    dung.goes_to("/tong-hop/2024/")
    archive, data = dung.fetches("Tải tất cả")
    assert archive == "bao-cao-pbgdpl-STP-2024.zip"
    with ZipFile(BytesIO(data)) as everything:
        (entry,) = [one for one in everything.namelist() if one.endswith(frozen.name)]
        assert everything.read(entry) == pdf
    dung.goes_to("/kiem-tra-tep/2024/")
    dung.page.get_by_label("Chọn tệp cần kiểm tra").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": pdf}
    )
    dung.presses("button", "Kiểm tra")
    dung.sees("Đúng bản PDF đã nộp ngày")
