"""Dung sees the status of each of her departments, and never what a department has not submitted."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Role
from pbgdpl.lib.vietnamese import clean_line
from reports.models import Extension, OutcomeKind, PeriodKind, Report, Submission
from reports.periods.lifecycle import close_period
from tests.bad_input import BAD_INPUT
from tests.factories import (
    make_organisation,
    make_outcome,
    make_period,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import title, words

BOARD, HALF = "/tong-hop/2024/", "/tong-hop/2024-6-thang/"
ROWS = "//table[contains(@class, 'board')]/tbody/tr"
NAMES = f"{ROWS}/td[@class='name']"
STATES = "//nav[@aria-label='Lọc theo tình trạng']//a"
DEADLINES = "//nav[@aria-label='Lọc theo hạn nộp']//a"
TICKS = f"{ROWS}//input[@name='chon']"
ACCEPTED, RETURNED, WITHDRAWN = OutcomeKind.ACCEPTED, OutcomeKind.RETURNED, OutcomeKind.WITHDRAWN
REOPENED = OutcomeKind.REOPENED


@pytest.fixture
def client_of_dung(client, dung):
    client.force_login(dung)
    return client


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def hand_in(department, at=None, outcome=None):
    """Save the next version of a department's report of 2024, handed in at a moment."""
    report = Report.objects.filter(organisation=department).first() or make_report(department)
    submission = make_submission(report)
    if at:
        Submission.objects.filter(pk=submission.pk).update(submitted_at=at)
    if outcome:
        make_outcome(submission, outcome)
    return submission


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def extend(period, department, day, by):
    return Extension.objects.create(
        period=period, organisation=department, due_on=day, reason="Sáp nhập.", given_by=by
    )


def row(response):
    """Return what the only row says of the state, the version, the deadline and the last change, without its time."""
    cells = [words(response, f"{ROWS}/td[@class='{name}']")[0] for name in ("state", "version", "deadline")]
    return [*cells, "".join(words(response, f"{ROWS}/td[@class='change']/text()"))]


def facet(response, path):
    return dict(one.rsplit(" ", 1) for one in words(response, path))


NEWER = "Bản 2 So với bản 1"
SITUATIONS = {
    "nothing": ([], ["Chưa bắt đầu", "", "Còn 9 ngày", ""]),
    "a draft": ([None], ["Đang soạn", "", "Còn 9 ngày", ""]),
    "handed in": (["new"], ["Mới nhận", "Bản 1", "Đúng hạn", "Nộp bản 1"]),
    "taken back": ([WITHDRAWN], ["Đang soạn, đã rút bản 1", "", "Còn 9 ngày", "Đơn vị rút bản 1"]),
    "given back": ([RETURNED], ["Đã trả lại", "Bản 1", "Đúng hạn", "Trả lại bản 1"]),
    "reopened": ([REOPENED], ["Đã mở lại", "Bản 1", "Đúng hạn", "Mở lại bản 1"]),
    "handed in again": ([RETURNED, "new"], ["Mới nhận", NEWER, "Đúng hạn", "Nộp bản 2"]),
    "taken over": ([RETURNED, ACCEPTED], ["Đã tiếp nhận", NEWER, "Đúng hạn", "Tiếp nhận bản 2"]),
    "given back, then taken back": (
        [RETURNED, WITHDRAWN],
        ["Đang soạn, đã rút bản 2", "Bản 1", "Đúng hạn", "Đơn vị rút bản 2"],
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_dung_sees_where_a_department_stands(client_of_dung, department, justice_department, situation):
    versions, shown = SITUATIONS[situation]
    make_period(justice_department, due_on=in_days(9))
    for version in versions:
        if version is None:
            make_report(department)
        else:
            hand_in(department, outcome=None if version == "new" else version)
    assert row(client_of_dung.get(BOARD)) == shown


def test_the_last_change_bears_its_time(client_of_dung, department, justice_department):
    make_period(justice_department)
    hand_in(department, datetime(2024, 11, 15, 1, 5, tzinfo=UTC))
    assert words(client_of_dung.get(BOARD), f"{ROWS}/td[@class='change']/small") == ["08:05 15/11/2024"]


LATE = {
    "nobody handed in": ([], "Quá hạn 3 ngày"),
    "handed in late": ([(1, None)], "Nộp muộn 2 ngày"),
    "handed in on the last day": ([(3, None)], "Đúng hạn"),
    "corrected after the deadline": ([(5, RETURNED), (0, None)], "Đúng hạn"),
    "handed in in time, but taken back": ([(5, WITHDRAWN), (1, None)], "Nộp muộn 2 ngày"),
    "taken back and never handed in again": ([(5, WITHDRAWN)], "Quá hạn 3 ngày"),
}


@pytest.mark.parametrize("situation", LATE)
def test_dung_sees_by_how_many_days_a_department_is_late(
    client_of_dung, department, justice_department, situation
):
    versions, shown = LATE[situation]
    make_period(justice_department, due_on=in_days(-3))
    for days, outcome in versions:
        hand_in(department, days_ago(days), outcome)
    assert row(client_of_dung.get(BOARD))[2] == shown


@pytest.mark.parametrize(("hour", "shown"), [(16, "Đúng hạn"), (17, "Nộp muộn 1 ngày")])
def test_a_day_ends_at_midnight_in_vietnam(client_of_dung, department, justice_department, hour, shown):
    make_period(justice_department, due_on=date(2024, 11, 15))
    hand_in(department, datetime(2024, 11, 15, hour, 30, tzinfo=UTC))
    assert row(client_of_dung.get(BOARD))[2] == shown


def test_the_last_day_is_called_so(client_of_dung, department, justice_department):
    make_period(justice_department, due_on=in_days(0))
    assert row(client_of_dung.get(BOARD))[2] == "Hôm nay là ngày cuối"


def test_a_department_with_an_extension_has_until_its_own_day(
    client_of_dung, department, justice_department, dung
):
    period = make_period(justice_department, due_on=in_days(-3))
    extend(period, department, in_days(2), dung)
    extend(period, department, in_days(5), dung)
    extended = f"gia hạn đến {date_format(in_days(5))}"
    assert row(client_of_dung.get(BOARD))[2] == f"Còn 5 ngày{extended}"
    hand_in(department)
    assert row(client_of_dung.get(BOARD))[2] == f"Đúng hạn{extended}"


def test_an_extension_that_the_period_has_overtaken_counts_no_more(
    client_of_dung, department, justice_department, dung
):
    extend(make_period(justice_department, due_on=in_days(9)), department, in_days(5), dung)
    assert row(client_of_dung.get(BOARD))[2] == "Còn 9 ngày"


def test_only_what_can_be_read_has_a_link_and_each_department_a_box_to_tick(
    client_of_dung, department, justice_department
):
    make_period(justice_department)
    names = ("Sở A", "Sở B", "Sở C", "Sở D")
    a, b, c, d = (make_organisation(name=name, reports_to=justice_department) for name in names)
    make_report(a)
    read = hand_in(b).report
    hand_in(c, outcome=WITHDRAWN)
    response = client_of_dung.get(BOARD)
    assert words(response, NAMES) == [*names, "Sở Xây dựng tỉnh Sen"]
    assert words(response, f"{NAMES}/a/@href") == [f"{BOARD}{read.pk}/"]
    assert words(response, f"{TICKS}/@value") == [str(one.pk) for one in (a, b, c, d, department)]


def test_what_was_ticked_is_asked_for_as_one_file(client_of_dung, department, justice_department):
    make_period(justice_department)
    hand_in(department)
    response = client_of_dung.get(f"{BOARD}?chon=trang")
    form = "//form[contains(@class, 'on-rows')]"
    assert words(response, f"{form}/@action | {form}/@method") == ["get", f"{BOARD}tai-ve/"]
    assert words(response, f"{TICKS}/@checked") == ["checked"]
    assert words(response, f"{form}//button") == ["Tải các báo cáo đã chọn"]
    assert words(response, "//header//a[contains(@class, 'btn-primary')]/@href") == [f"{BOARD}tai-ve/"]


def test_nothing_of_a_draft_is_read(client_of_dung, department, justice_department):
    make_period(justice_department)
    hand_in(department)
    with CaptureQueriesContext(connection) as queries:
        client_of_dung.get(BOARD)
    asked = " ".join(query["sql"] for query in queries)
    assert '"reports_report"' in asked
    unread = ('"reports_section"', '"subject"', '"parts"', '"waived"', '"closing"', '"reports_submittedfile"')
    assert [one for one in unread if one in asked] == []


def test_departments_stand_in_the_order_of_the_alphabet(client_of_dung, justice_department):
    make_period(justice_department)
    names = ["Bảo hiểm xã hội", "Công an", "Đài Phát thanh", "Hội Nông dân", "Ủy ban Mặt trận", "Văn phòng"]
    for name in reversed(names):
        make_organisation(name=name, reports_to=justice_department)
    assert words(client_of_dung.get(BOARD), NAMES) == names


@pytest.fixture
def province(justice_department):
    """Save four departments: one has taken no step, one drafts, one was late, one is done."""
    make_period(justice_department, due_on=in_days(-3))
    names = {"XD": "Sở Xây dựng", "YT": "Sở Y tế", "TC": "Sở Tài chính", "TT": "Thanh tra tỉnh"}
    made = {
        code: make_organisation(name=name, code=code, reports_to=justice_department)
        for code, name in names.items()
    }
    make_report(made["YT"])
    hand_in(made["TC"], days_ago(1))
    hand_in(made["TT"], days_ago(9), ACCEPTED)
    return made


FILTERED = {
    "?trang-thai=chua-bat-dau": ["Sở Xây dựng"],
    "?trang-thai=dang-soan": ["Sở Y tế"],
    "?trang-thai=da-nop": ["Sở Tài chính"],
    "?trang-thai=tra-lai": [],
    "?trang-thai=da-tiep-nhan": ["Thanh tra tỉnh"],
    "?trang-thai=khac": ["Sở Tài chính", "Sở Xây dựng", "Sở Y tế", "Thanh tra tỉnh"],
    "?han=dung-han": ["Thanh tra tỉnh"],
    "?han=qua-han": ["Sở Tài chính", "Sở Xây dựng", "Sở Y tế"],
    "?han=con-han": [],
    "?han=x&trang-thai=": ["Sở Tài chính", "Sở Xây dựng", "Sở Y tế", "Thanh tra tỉnh"],
    "?tim=so+xay": ["Sở Xây dựng"],
    "?tim=THANH+TRA": ["Thanh tra tỉnh"],
    "?tim=yt": ["Sở Y tế"],
    "?tim=sở&han=qua-han&trang-thai=da-nop": ["Sở Tài chính"],
}


@pytest.mark.parametrize("query", FILTERED)
def test_dung_narrows_the_board(client_of_dung, province, query):
    assert words(client_of_dung.get(f"{BOARD}{query}"), NAMES) == FILTERED[query]


def test_each_choice_says_how_many_departments_it_leaves(client_of_dung, province):
    response = client_of_dung.get(f"{BOARD}?han=qua-han")
    assert facet(response, STATES) == {
        "Tất cả": "3",
        "Chưa bắt đầu": "1",
        "Đang soạn": "1",
        "Mới nhận": "1",
        "Đã trả lại": "0",
        "Đã mở lại": "0",
        "Đã tiếp nhận": "0",
    }
    assert words(response, f"{STATES}[@aria-current]") == ["Tất cả 3"]
    response = client_of_dung.get(f"{BOARD}?tim=so")
    assert facet(response, DEADLINES) == {"Đúng hạn": "0", "Quá hạn": "3", "Còn hạn": "0"}


def test_a_choice_keeps_what_else_was_chosen_and_leads_back(client_of_dung, province):
    response = client_of_dung.get(f"{BOARD}?tim=so&han=qua-han")
    assert words(response, f"{STATES}[contains(., 'Mới nhận')]/@href") == [
        f"{BOARD}?tim=so&trang-thai=da-nop&han=qua-han"
    ]
    assert words(response, f"{DEADLINES}[@aria-current]/@href") == [f"{BOARD}?tim=so"]
    assert words(response, "//main//form[@role='search']//input/@value") == ["qua-han", "so"]
    assert words(response, "//p[@class='found mb-2']") == ["3 trong 4 đơn vị. Xem tất cả"]


def test_the_bar_shows_the_progress_of_all_departments(client_of_dung, province):
    response = client_of_dung.get(f"{BOARD}?tim=khong+co")
    bar = "//section[@aria-label='Tiến độ']"
    assert words(response, f"{bar}/p") == ["2 / 4 đơn vị đã nộp"]
    assert words(response, f"{bar}/*[local-name()='svg']/@viewbox") == ["0 0 4 1"]
    assert words(response, f"{bar}//rect/@class") == ["accepted", "submitted", "returned", "reopened"]
    assert words(response, f"{bar}//rect/@x") == ["0", "1", "2", "2"]
    assert words(response, f"{bar}//rect/@width") == ["1", "1", "0", "0"]
    assert words(response, "//main//h2") == ["Không có đơn vị nào như vậy"]


def test_no_search_breaks_the_board(client_of_dung, province):
    for text in BAD_INPUT:
        response = client_of_dung.get(BOARD, {"tim": text, "han": text, "trang-thai": text, "trang": text})
        shown = response.context["view"].filters
        assert (response.status_code, shown.words, shown.state) == (200, clean_line(text[:200]), None)


def test_a_long_board_is_turned_page_by_page(client_of_dung, justice_department):
    make_period(justice_department)
    for number in range(53):
        make_organisation(name=f"Sở thứ {number:02}", reports_to=justice_department)
    response = client_of_dung.get(f"{BOARD}?trang=2")
    assert words(response, f"{ROWS}/td[@class='order']") == ["51", "52", "53"]
    assert words(response, NAMES) == ["Sở thứ 50", "Sở thứ 51", "Sở thứ 52"]


def test_half_a_year_has_a_board_of_its_own(client_of_dung, department, justice_department):
    make_period(justice_department, due_on=in_days(9))
    make_period(justice_department, kind=PeriodKind.HALF_YEAR, due_on=in_days(-2))
    make_submission(make_report(department, period_kind=PeriodKind.HALF_YEAR))
    response = client_of_dung.get(HALF)
    assert title(response) == "Tổng hợp báo cáo 6 tháng đầu năm 2024 – Sở Tư pháp tỉnh Sen"
    assert row(response)[:3] == ["Mới nhận", "Bản 1", "Nộp muộn 2 ngày"]
    assert words(response, "//nav[@aria-label='Kỳ báo cáo của năm 2024']//a/@href") == [BOARD, HALF]
    assert row(client_of_dung.get(BOARD))[:3] == ["Chưa bắt đầu", "", "Còn 9 ngày"]


def test_a_year_without_a_period_says_how_to_open_one(client_of_dung, department):
    make_report(department)
    response = client_of_dung.get(BOARD)
    assert words(response, "//main//h2") == ["Chưa mở kỳ báo cáo năm 2024"]
    primary = "//main//a[contains(@class, 'btn-primary')]"
    assert words(response, f"{primary} | {primary}/@href") == ["Mở kỳ báo cáo", "/ky-bao-cao/2024/mo/"]
    assert words(response, ROWS) == []
    assert words(client_of_dung.get(HALF), f"{primary}/@href") == ["/ky-bao-cao/2024/mo/?ky=6-thang"]


def test_what_was_handed_in_stays_on_a_board_without_a_period(client_of_dung, department):
    hand_in(department)
    assert row(client_of_dung.get(BOARD)) == ["Mới nhận", "Bản 1", "", "Nộp bản 1"]


def test_dung_without_departments_reads_that_there_are_none(client, db):
    alone = make_organisation(name="Sở Tư pháp tỉnh Mai")
    client.force_login(make_user(alone, Role.JUSTICE_OFFICER))
    response = client.get(BOARD)
    assert words(response, "//main//h2") == ["Chưa có đơn vị nào báo cáo về Sở Tư pháp tỉnh Mai"]


def test_the_board_shows_the_deadline_and_leads_to_the_period(client_of_dung, department, dung):
    period = make_period(dung.organisation, due_on=in_days(4), opened_by=dung)
    deadline = "//nav[@aria-label='Kỳ báo cáo của năm 2024']/p"
    due_on = date_format(period.due_on)
    response = client_of_dung.get(BOARD)
    assert words(response, deadline) == [f"Hạn nộp {due_on} · còn 4 ngày"]
    assert period.get_absolute_url() in words(response, "//header//details//a/@href")
    close_period(period, by=dung)
    closed = f"Kỳ đã đóng ngày {date_format(in_days(0))}, hạn nộp {due_on}"
    assert words(client_of_dung.get(BOARD), deadline) == [closed]


def test_another_justice_department_sees_only_its_own(client, department, justice_department):
    make_period(justice_department)
    hand_in(department)
    other = make_organisation(name="Sở Tư pháp tỉnh Mai")
    make_organisation(name="Sở Y tế tỉnh Mai", reports_to=other)
    make_period(other, due_on=in_days(1))
    client.force_login(make_user(other, Role.JUSTICE_OFFICER))
    response = client.get(BOARD)
    assert words(response, NAMES) == ["Sở Y tế tỉnh Mai"]
    assert row(response) == ["Chưa bắt đầu", "", "Còn 1 ngày", ""]


@pytest.mark.parametrize("person", ["an", "binh", "giang", "chi"])
def test_departments_do_not_see_the_board(client, db, request, person):
    client.force_login(request.getfixturevalue(person))
    answers = [client.get(address).status_code for address in (BOARD, HALF, f"{BOARD}bang-tinh/")]
    assert answers == [403, 403, 403]


def test_nobody_else_sees_the_board(client, db):
    assert client.get(BOARD).url == f"/dang-nhap/?next={BOARD}"


@pytest.mark.parametrize("address", [BOARD, f"{BOARD}bang-tinh/"])
def test_a_province_costs_as_many_queries_as_a_department(client_of_dung, justice_department, dung, address):
    period, costs = make_period(justice_department), []
    for departments in (1, 30):
        for _ in range(departments):
            one = make_organisation(reports_to=justice_department)
            hand_in(one, outcome=RETURNED)
            hand_in(one)
            extend(period, one, in_days(900), dung)
            make_plan(one)
        client_of_dung.get(address)
        with CaptureQueriesContext(connection) as queries:
            client_of_dung.get(address)
        costs.append(len(queries))
    assert costs[0] == costs[1]
