"""The home says to each role of a department what to do next about the reports of the year."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Role
from reports.models import OutcomeKind, PeriodKind
from tests.factories import (
    make_event,
    make_outcome,
    make_period,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words

HOME = "/nam/2024/"
STEP = "//div[@class='next-step']"
WAYS = f"{STEP}//div[@class='ways']/a"
LAST_YEAR = "//a[starts-with(text(), 'Xem năm')]/@href"
PARTS = [["Đầu văn bản", "Số 5"], ["I. Kết quả", "Một."], ["2. Hoạt động", "Hai."]]


@pytest.fixture
def at(client):
    def home_of(person):
        client.force_login(person)
        return client.get(HOME)

    return home_of


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def steps_of(response):
    """Return the name, the state and the deadline of each report on the page."""
    where = f"{STEP}//p[@class='where']"
    return list(zip(words(response, f"{STEP}//h3"), words(response, where), strict=True))


def ways_of(response):
    return list(zip(words(response, WAYS), words(response, f"{WAYS}/@href"), strict=True))


def test_binh_begins_the_report_and_the_others_read_who_does(at, an, binh, giang, justice_department):
    make_period(justice_department, due_on=in_days(20))
    due = f"Chưa bắt đầu Còn 20 ngày, hạn {date_format(in_days(20))}"
    pages = {person.username: at(person) for person in (an, binh, giang)}
    assert [steps_of(page) for page in pages.values()] == [[("Báo cáo năm 2024", due)]] * 3
    assert {name: ways_of(page) for name, page in pages.items()} == {
        "an": [("Xem báo cáo", "/bao-cao/2024/")],
        "binh": [("Bắt đầu báo cáo", "/bao-cao/2024/")],
        "giang": [("Xem báo cáo", "/bao-cao/2024/")],
    }
    assert words(pages["an"], f"{STEP}//p[@class='hint']") == [
        "Trần Thanh Bình soạn và nộp báo cáo. Việc của bạn: nhập đủ văn bản, hoạt động và bổ sung chỗ còn thiếu."
    ]


def test_giang_adds_a_legal_officer_where_there_is_none_and_an_asks_for_one(
    at, an, giang, justice_department
):
    make_period(justice_department)
    assert ways_of(at(giang))[0] == ("Thêm cán bộ pháp chế", "/don-vi/2024/nguoi-dung/them/")
    assert words(at(an), f"{STEP}//p[@class='hint']") == [
        "Đơn vị chưa có cán bộ pháp chế, là người soạn và nộp báo cáo. "
        "Nhờ người quản trị của đơn vị thêm tài khoản."
    ]


@pytest.fixture
def returned(department):
    report = make_report(department)
    submission = make_submission(report, parts=PARTS)
    outcome = make_outcome(submission, reason="Thiếu số liệu.\nBổ sung.")
    return report, submission, outcome.decided_by


def test_a_return_shows_its_reason_and_leads_binh_to_the_first_noted_section(at, binh, an, returned):
    report, submission, dung = returned
    for heading in ("2. Hoạt động", "1. Văn bản"):
        submission.notes.create(heading=heading, text="Ghi rõ.", written_by=dung)
    page = at(binh)
    first = report.sections.get(heading="Văn bản")
    assert words(page, f"{STEP}//p[@class='reason']") == ["Lý do trả lại: Thiếu số liệu. Bổ sung."]
    assert ways_of(page) == [
        ("Sửa theo nhận xét", f"/bao-cao/2024/muc/{first.pk}/"),
        ("Tới báo cáo", "/bao-cao/2024/"),
    ]
    noted = f"{STEP}//a[contains(@href, '#ket-qua')]"
    assert [words(one, noted) for one in (page, at(an))] == [["2 nhận xét của Sở Tư pháp"]] * 2
    assert ways_of(at(an)) == [("Xem báo cáo", "/bao-cao/2024/")]


@pytest.mark.parametrize(
    ("headings", "page"),
    [
        ([], "/bao-cao/2024/#ket-qua"),
        (["Mục đã bỏ"], "/bao-cao/2024/#ket-qua"),
        (["Cuối văn bản"], "/bao-cao/2024/dau-cuoi/"),
    ],
)
def test_a_note_on_no_section_leads_to_the_head_or_to_the_reason(at, binh, returned, headings, page):
    _, submission, dung = returned
    for heading in headings:
        submission.notes.create(heading=heading, text="Ghi rõ.", written_by=dung)
    assert ways_of(at(binh))[0] == ("Sửa theo nhận xét", page)


STATES = {
    "submitted": (None, "Đã nộp (bản 1,", "Sở Tư pháp đang xem. Nội dung khóa đến khi có kết quả."),
    "accepted": (OutcomeKind.ACCEPTED, "Được tiếp nhận (bản 1,", "Không còn việc gì với báo cáo này."),
}


@pytest.mark.parametrize("state", STATES)
def test_a_submitted_report_is_read_by_all(at, an, binh, department, state):
    kind, shown, sentence = STATES[state]
    submission = make_submission(make_report(department))
    if kind:
        make_outcome(submission, kind)
    for person in (an, binh):
        page = at(person)
        assert [one[1].startswith(shown) for one in steps_of(page)] == [True]
        assert words(page, f"{STEP}//p[@class='hint']") == [sentence]
    assert ways_of(at(binh))[0] == ("Xem bản đã nộp", "/bao-cao/2024/cac-ban/1/")


def test_the_half_year_stands_first_until_it_is_submitted(at, binh, department, justice_department):
    make_period(justice_department)
    make_period(justice_department, kind=PeriodKind.HALF_YEAR, due_on=in_days(3))
    half = make_report(department, period_kind=PeriodKind.HALF_YEAR, number="")
    names = [[name for name, _ in steps_of(at(binh))]]
    missing = words(at(binh), "//ul[@class='doubts']//a/@href")
    make_submission(half)
    names.append([name for name, _ in steps_of(at(binh))])
    assert names == [
        ["Báo cáo 6 tháng đầu năm 2024", "Báo cáo năm 2024"],
        ["Báo cáo năm 2024", "Báo cáo 6 tháng đầu năm 2024"],
    ]
    assert missing == ["/bao-cao/2024-6-thang/dau-cuoi/"]


def test_a_closed_period_says_what_to_ask_for(at, binh, justice_department):
    make_period(justice_department, due_on=in_days(-9), closed_at=timezone.now())
    page = at(binh)
    assert words(page, f"{STEP}//p[@class='hint']") == [
        "Kỳ này không nhận báo cáo nữa. Đề nghị Sở Tư pháp gia hạn nếu vẫn cần nộp."
    ]
    assert ways_of(page) == [("Tới báo cáo", "/bao-cao/2024/")]


def test_an_completes_rows_first_and_binh_the_report(at, an, binh, department):
    make_report(department, number="")
    make_event(department, attendance=None)
    rows, report = "/hoat-dong/2024/?thieu=so-nguoi", "/bao-cao/2024/"
    missing = "//ul[@class='doubts'][1]//a/@href"
    assert [words(at(person), missing)[:2] for person in (an, binh)] == [
        [rows, report],
        [f"{report}dau-cuoi/", rows],
    ]


def test_a_year_with_half_a_report_is_not_empty_and_no_year_leads_to_itself(at, an, department):
    make_report(department, period_kind=PeriodKind.HALF_YEAR)
    assert words(at(an), "//h2")[0] == "Việc tiếp theo"
    assert words(at(an), LAST_YEAR) == []


def test_an_empty_year_with_a_period_of_the_own_body_does_not_lead_to_itself(at, justice_department):
    make_period(justice_department)
    writer = make_user(justice_department, Role.LEGAL_OFFICER)
    seen = [words(at(writer), LAST_YEAR)]
    make_plan(justice_department, reporting_year=2022)
    seen.append(words(at(writer), LAST_YEAR))
    assert seen == [[], ["/nam/2022/"]]


def test_an_empty_year_that_nobody_asks_about_has_no_steps(at, an, department):
    make_plan(department, reporting_year=2022)
    page = at(an)
    assert steps_of(page) == []
    assert words(page, LAST_YEAR) == ["/nam/2022/"]


def test_many_notes_and_versions_cost_as_many_queries_as_few(client, binh, department, justice_department):
    client.force_login(binh)
    costs = []
    for year, many in ((2023, 1), (2024, 12)):
        make_period(justice_department, reporting_year=year)
        report = make_report(department, reporting_year=year)
        for _ in range(many):
            submission = make_submission(report)
            make_outcome(submission)
            for _ in range(many):
                submission.notes.create(heading="I. Kết quả", text="Ghi.", written_by=submission.submitted_by)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/nam/{year}/")
        costs.append(len(queries))
    assert costs[0] == costs[1]
