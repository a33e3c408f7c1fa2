"""Dung begins the report of the province: from its outline, with its annexes, out of what was accepted."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Role
from pbgdpl.lib.vietnamese import fold
from reports.checks import find
from reports.compiling.figures.marks import MARK, read_mark
from reports.compiling.listings import read_choice
from reports.models import OutcomeKind, Outline, OutlineSection, PeriodKey, PeriodKind
from reports.writing.province import ANNEXES
from reports.writing.start import start_report
from tests.factories import (
    make_directive,
    make_outcome,
    make_outline,
    make_period,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words

DESK = "/bao-cao/2024/"
MARKS = {
    *("văn bản của các đơn vị", "mô hình của các đơn vị", "kiến nghị của các đơn vị"),
    *("kết quả tiêu chí các đơn vị", "biểu tổng hợp các đơn vị", "so với năm trước"),
    *("đơn vị đã báo cáo", "đơn vị chưa báo cáo"),
    *(
        "số cuộc",
        "số lượt người",
        "số cuộc trực tuyến",
        "số người trực tuyến",
        "số cuộc thi",
        "số người dự thi",
    ),
    *("số tài liệu", "số bản in", "số tài liệu đã đăng tải", "kinh phí"),
    *("số đơn vị phải báo cáo", "số đơn vị đã báo cáo", "số đơn vị chưa báo cáo"),
    *("số đơn vị báo cáo đúng hạn", "số đơn vị báo cáo muộn"),
    *("số văn bản đã ban hành", "số đơn vị có mô hình", "số kiến nghị"),
    *("số chính sách phải truyền thông", "số chính sách đã truyền thông"),
    *("số dự thảo phải truyền thông", "số dự thảo đã truyền thông"),
    *("cột 1", "cột 2", "cột 3", "cột 4", "cột 19", "cột 20", "cột 21"),
    *(
        f"{figure}: {group}"
        for figure in ("số cuộc", "số lượt người")
        for group in (
            "cơ quan chuyên môn",
            "mặt trận, đoàn thể",
            "doanh nghiệp nhà nước",
            "xã, phường, đặc khu",
        )
    ),
}


@pytest.fixture
def province(justice_department, department, other_department):
    """Return the Justice Department, to which two departments report."""
    return justice_department


@pytest.fixture
def shipped(province):
    return Outline.objects.of_province(province, 2024).get()


@pytest.fixture
def at_dungs_desk(client, dung):
    client.force_login(dung)
    return client


def start(province, dung, **values):
    return start_report(organisation=province, by=dung, **{"year": 2024} | values)


def accept(department):
    make_outcome(make_submission(make_report(department)), kind=OutcomeKind.ACCEPTED)


# Starting


def test_the_report_of_the_province_is_nearly_complete_when_it_is_begun(province, dung, shipped):
    make_period(province)
    report = start(province, dung)
    copied = ("depth", "heading", "guidance", "collects", "is_required")
    assert [*report.sections.values_list(*copied, "body")] == [
        *shipped.sections.values_list(*copied, "starting_text")
    ]
    assert (report.statistics_from, report.statistics_to) == (date(2024, 1, 1), date(2024, 10, 31))
    subject = "ết quả công tác phổ biến, giáo dục pháp luật trên địa bàn tỉnh Sen năm 2024"
    assert (report.subject, report.addressees) == (f"K{subject}", "UBND tỉnh Sen\nBộ Tư pháp")
    assert report.closing == f"Trên đây là k{subject}, Sở Tư pháp tỉnh Sen trân trọng báo cáo./."
    assert [one.name for one in report.recipients.all()] == [
        "Như trên",
        "Hội đồng phối hợp PBGDPL tỉnh Sen",
        "Lưu: VT",
    ]
    annexes = [(title, f"[[{listing}]]") for title, listing in ANNEXES]
    assert [*report.annexes.values_list("title", "body")] == annexes
    assert report.assessments.count() == 0


def test_half_a_year_of_the_province_has_the_days_of_its_period(province, dung):
    make_period(province, kind=PeriodKind.HALF_YEAR, statistics_to=date(2024, 6, 30))
    report = start(province, dung, kind=PeriodKind.HALF_YEAR)
    assert (report.statistics_to, report.sections.count()) == (date(2024, 6, 30), 23)
    assert report.subject.endswith("trên địa bàn tỉnh Sen 6 tháng đầu năm 2024")


def test_an_own_outline_comes_before_that_of_the_program_the_latest_first(province, dung):
    for year in (2022, 2023, 2025):
        make_outline(province, f"Mục của {year}", from_year=year, for_province=True)
    make_outline(province, "Của đơn vị")
    assert [one.heading for one in start(province, dung).sections.all()] == ["Mục của 2023"]


def test_last_years_report_gives_its_words_and_what_it_collects_where_the_outline_says_nothing(
    province, dung
):
    outline = make_outline(province, "Kết quả", "Kiến nghị", for_province=True)
    outline.sections.filter(heading="Kết quả").update(collects="kết quả")
    earlier = make_report(
        province, (1, "Kết quả", "Tốt."), (1, "Mô hình", "Hay."), reporting_year=2023, addressees="Bộ Tư pháp"
    )
    earlier.sections.update(collects="của năm trước")
    report = start(province, dung, earlier=earlier)
    assert [*report.sections.values_list("heading", "collects", "body")] == [
        ("Kết quả", "kết quả", "Tốt."),
        ("Kiến nghị", "", ""),
        ("Mô hình", "của năm trước", "Hay."),
    ]
    assert (report.addressees, report.annexes.count()) == ("Bộ Tư pháp", 3)


def test_a_department_begins_from_its_own_outline_and_nobody_else_writes_for_the_province(
    province, department, binh
):
    report = start_report(organisation=department, year=2024, by=binh)
    assert (report.sections.count(), report.annexes.count(), report.assessments.count()) == (14, 0, 5)
    with pytest.raises(PermissionDenied):
        start(province, binh)


def test_periods_offer_no_outline_of_the_province(at_dungs_desk, province, shipped):
    own = make_outline(province, name="Của sở, ngành")
    offered = words(at_dungs_desk.get("/ky-bao-cao/2024/mo/"), "//select[@name='outline']/option/@value")
    assert (str(own.pk) in offered, str(shipped.pk) in offered) == (True, False)


# The desk


def test_before_it_is_begun_dung_sees_how_many_are_accepted(at_dungs_desk, province, department):
    accept(department)
    page = at_dungs_desk.get(DESK)
    assert words(page, "//main//h2") == ["Chưa có báo cáo của tỉnh năm 2024"]
    assert words(page, "//div[@class='nothing']//b") == ["1/2 đơn vị đã được tiếp nhận."]
    assert words(page, "//div[@class='nothing']/p/a/@href") == ["/tong-hop/2024/"]
    assert words(page, "//form[@class='beginnings']//button") == ["Bắt đầu từ đề cương"]


def test_a_stopped_body_counts_where_its_report_was_accepted(at_dungs_desk, province, department):
    accept(department)
    province.departments.update(is_active=False)
    assert words(at_dungs_desk.get(DESK), "//div[@class='nothing']//b") == ["1/1 đơn vị đã được tiếp nhận."]


def test_her_colleagues_read_who_writes(client, province, dung):
    client.force_login(make_user(province, Role.STAFF))
    page = client.get(DESK)
    assert words(page, "//div[@class='nothing']/p")[-1] == (
        "Báo cáo của tỉnh do những người này bắt đầu và soạn: Phạm Mỹ Dung."
    )
    assert words(page, "//form[@class='beginnings']") == []


def test_the_administrator_adds_who_writes(client, province):
    client.force_login(make_user(province, Role.ADMINISTRATOR))
    page = client.get(DESK)
    assert words(page, "//div[@class='nothing']//a[contains(@class, 'btn')]") == ["Thêm cán bộ Sở Tư pháp"]


def test_before_a_body_reports_there_the_desk_leads_to_the_board(at_dungs_desk):
    page = at_dungs_desk.get(DESK)
    assert words(page, "//div[@class='nothing']/p") == [
        "Báo cáo của các đơn vị nằm ở trang Tổng hợp.",
        "Tới trang Tổng hợp",
    ]


def test_before_there_is_an_outline_dung_is_led_to_make_one(at_dungs_desk, province):
    assert words(at_dungs_desk.get("/bao-cao/2019/"), "//form//a/@href") == ["/de-cuong/2019/"]


def test_every_page_of_the_report_opens_and_none_asks_the_justice_department_to_ask_itself(
    at_dungs_desk, province
):
    at_dungs_desk.post(f"{DESK}bat-dau/", {"begin_from": "outline"})
    desk = at_dungs_desk.get(DESK)
    assert "Tiêu chí" not in words(desk, "//ul[@class='tasks others']//p[@class='name']")
    section = province.reports.get().sections.get(position=2)
    for page in ("", f"muc/{section.pk}/", "dau-cuoi/", "phu-luc/", "tieu-chi/", "ra-soat/", "xem/"):
        shown = at_dungs_desk.get(f"{DESK}{page}", follow=True)
        assert (shown.status_code, "Sở Tư pháp mở kỳ" in shown.content.decode()) == (200, False)


def test_the_checks_of_the_province_ask_for_no_plan_of_a_directive_and_no_record_of_others_documents(
    province, dung
):
    report = start(province, dung)
    make_directive(province)
    body = "Sở Y tế ban hành Kế hoạch số 12/KH-SYT ngày 15/01/2024 về phổ biến pháp luật."
    report.sections.filter(heading="Kết quả đạt được").update(body=body)
    codes = {one.rule.code for one in find(report)}
    assert codes & {"directive-without-plan", "unrecorded-document", "unnamed-annex", "no-closing"} == set()
    assert codes & {"no-addressee", "no-as-above", "last-recipient", "criterion-without-text"} == set()


# The outline that is shipped


def found_in(outline):
    texts = outline.sections.values_list("starting_text", flat=True)
    in_texts = {mark[1] for text in texts for mark in MARK.finditer(text)}
    return in_texts | {listing for _, listing in ANNEXES}


def is_read(words):
    """Return whether a listing or a figure has this name; what is no option is taken for the name of a division."""
    mark = read_mark(words)
    return read_choice(words) is not None or (mark is not None and not mark.division)


def test_every_mark_of_the_outline_is_spelled_as_agreed(province, shipped):
    assert found_in(shipped) == MARKS


def test_every_listing_and_every_figure_of_the_outline_is_read(shipped):
    assert found_in(shipped) == {one for one in found_in(shipped) if is_read(one)}


def test_each_section_that_a_department_writes_is_collected_in_one_place(shipped):
    headings = Outline.objects.in_use(2024).get().sections.values_list("heading", flat=True)
    above = {"KẾT QUẢ CÔNG TÁC PBGDPL", "NHẬN XÉT, ĐÁNH GIÁ"}  # without words of their own
    collecting = OutlineSection.objects.filter(outline=shipped).exclude(collects="")
    places = {
        heading: [
            section.heading
            for section in collecting
            if any(fold(line) in fold(heading) for line in section.collects.splitlines())
        ]
        for heading in headings
        if heading not in above
    }
    assert {heading: found for heading, found in places.items() if len(found) != 1} == {}


def test_the_report_of_a_city_names_the_city(province, dung):
    province.parent_body = "UBND THÀNH PHỐ HÀ NỘI"
    province.save()
    assert start(province, dung).subject.endswith("trên địa bàn thành phố Hà Nội năm 2024")


def test_an_own_report_is_no_report_of_a_province_where_nobody_reports(dung):
    report = start(dung.organisation, dung)
    assert (report.period, report.sections.count()) == (PeriodKey(2024), 14)


def test_a_page_asks_once_whether_the_report_is_that_of_a_province(at_dungs_desk, province, dung, department):
    accept(department)
    report = start(province, dung)
    section = report.sections.get(position=4)
    pages = ("", f"muc/{section.pk}/", "dau-cuoi/", "ra-soat/", "xem/", "so-lieu-trong-loi/", "nop/")
    asked = {page: asked_for_departments(at_dungs_desk, page) for page in pages}
    assert asked == dict.fromkeys(pages, 1)


def asked_for_departments(client, page):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{DESK}{page}").status_code == 200
    return sum("SELECT 1 " in one["sql"] and '"reports_to_id" = ' in one["sql"] for one in queries)
