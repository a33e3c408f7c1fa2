"""Bình and Dung read inside the site what happened to reports and which deadlines are near."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Role
from reports.models import Extension, Notice, NoticeKind, OutcomeKind, PeriodKind, ReportingPeriod
from reports.notices import notify
from reports.periods.lifecycle import close_period
from reports.periods.reminders import deadline_notices, mark_seen, unread_count
from tests.bad_input import BAD_INPUT
from tests.factories import make_outcome, make_period, make_report, make_submission, make_user
from tests.pages import words

NOTICES = "/thong-bao/2024/"
LISTED = "//ul[@class='notices framed']/li"
BELL = "//a[contains(@class, 'bell')]"


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def open_period(receiver, due_in, **values):
    """Save a period that was opened long ago, its deadline so many days from now."""
    period = make_period(receiver, due_on=in_days(due_in), **values)
    ReportingPeriod.objects.update(opened_at=timezone.now() - timedelta(days=90))
    return period


def extend(period, department, due_in, by):
    Extension.objects.create(
        period=period, organisation=department, due_on=in_days(due_in), reason="Sáp nhập.", given_by=by
    )


def tell(organisation, text, hours_ago=0):
    notify(organisation, NoticeKind.SUBMITTED, text, "/bao-cao/2024/")
    moment = timezone.now() - timedelta(hours=hours_ago)
    Notice.objects.filter(organisation=organisation, words=text).update(made_at=moment)


def shown_to(user):
    return [notice.words for notice in deadline_notices(user)]


DAYS = {
    8: [],
    7: ["còn 7 ngày"],
    1: ["còn 1 ngày"],
    0: ["hôm nay là ngày cuối"],
    -1: ["quá hạn 1 ngày"],
    -40: ["quá hạn 40 ngày"],
}


@pytest.mark.parametrize("days", DAYS)
def test_binh_reads_of_a_deadline_that_is_near_or_past(binh, justice_department, days):
    open_period(justice_department, days)
    start = f"Hạn nộp báo cáo năm 2024 là {date_format(in_days(days))}: "
    assert shown_to(binh) == [f"{start}{left}." for left in DAYS[days]]


@pytest.mark.parametrize("days", DAYS)
def test_dung_reads_of_it_until_the_day(dung, justice_department, days):
    open_period(justice_department, days)
    start = f"Hạn nộp báo cáo năm 2024 là {date_format(in_days(days))}: "
    assert shown_to(dung) == [f"{start}{left}." for left in DAYS[days] if days >= 0]


def test_a_deadline_leads_to_what_is_due(binh, dung, justice_department):
    open_period(justice_department, 3, kind=PeriodKind.HALF_YEAR)
    for person, page in ((binh, "/bao-cao/2024-6-thang/"), (dung, "/tong-hop/2024-6-thang/")):
        (notice,) = deadline_notices(person)
        day = date_format(in_days(3))
        assert notice.words == f"Hạn nộp báo cáo 6 tháng đầu năm 2024 là {day}: còn 3 ngày."
        assert notice.address == page


def test_an_extension_puts_the_deadline_off_for_one_department(
    binh, chi, department, justice_department, dung
):
    period = open_period(justice_department, 2)
    extend(period, department, 20, dung)
    assert shown_to(binh) == []
    extend(period, department, 5, dung)
    assert shown_to(binh) == [f"Hạn nộp báo cáo năm 2024 là {date_format(in_days(5))}: còn 5 ngày."]
    assert shown_to(chi) == [f"Hạn nộp báo cáo năm 2024 là {date_format(in_days(2))}: còn 2 ngày."]


def test_a_closed_period_is_due_for_those_with_an_extension_alone(
    binh, chi, department, justice_department, dung
):
    period = open_period(justice_department, -2)
    extend(period, department, 5, dung)
    close_period(period, by=dung)
    assert [len(shown_to(person)) for person in (binh, chi, dung)] == [1, 0, 0]
    Extension.objects.update(due_on=in_days(-1))
    assert shown_to(binh) == []


@pytest.mark.parametrize(("outcome", "days", "count"), [
    (None, 2, 0),
    (OutcomeKind.ACCEPTED, 2, 0),
    (OutcomeKind.WITHDRAWN, 2, 1),
    (OutcomeKind.WITHDRAWN, -2, 1),
    (OutcomeKind.RETURNED, 2, 1),
    (OutcomeKind.RETURNED, -2, 0),
    (OutcomeKind.REOPENED, 2, 1),
    (OutcomeKind.REOPENED, -2, 0),
])  # fmt: skip
def test_who_handed_in_is_reminded_only_of_what_came_back(
    binh, department, justice_department, outcome, days, count
):
    open_period(justice_department, days)
    submission = make_submission(make_report(department))
    if outcome:
        make_outcome(submission, outcome)
    assert len(shown_to(binh)) == count


def test_the_report_of_another_period_or_department_hands_nothing_in(
    binh, department, other_department, justice_department
):
    open_period(justice_department, 2)
    make_submission(make_report(department, period_kind=PeriodKind.HALF_YEAR))
    make_submission(make_report(department, reporting_year=2023))
    make_submission(make_report(other_department))
    assert len(shown_to(binh)) == 1


def test_a_deadline_is_new_a_week_before_on_the_day_and_after_it(binh, justice_department):
    period = open_period(justice_department, 3)
    counts = []
    for days in (3, 0, -1):
        ReportingPeriod.objects.filter(pk=period.pk).update(due_on=in_days(days))
        before = unread_count(binh)
        mark_seen(binh, timezone.now())
        counts.append((before, unread_count(binh)))
        binh.notices_seen_at = timezone.now() - timedelta(days=1)
    assert counts == [(1, 0)] * 3


def test_everyone_of_the_department_and_of_the_justice_department_is_notified(
    client, an, binh, giang, chi, dung, department, justice_department
):
    hoa = make_user(justice_department, Role.ADMINISTRATOR, username="hoa")
    tell(department, "Trả lại.")
    read, opened = {}, {}
    for person in (an, binh, giang, chi, dung, hoa):
        client.force_login(person)
        page = client.get(NOTICES)
        read[person.username] = words(page, f"{LISTED}/a")
        opened[person.username] = [client.get(one).status_code for one in words(page, f"{LISTED}/a/@href")]
    names = {"an", "binh", "giang"}
    assert {name for name, notices in read.items() if notices == ["Trả lại."]} == names
    assert {name: answers for name, answers in opened.items() if answers} == {name: [200] for name in names}


def test_an_and_giang_read_of_the_deadline_and_hoa_on_the_board(an, giang, justice_department):
    hoa = make_user(justice_department, Role.ADMINISTRATOR)
    open_period(justice_department, 3)
    pages = [notice.address for person in (an, giang, hoa) for notice in deadline_notices(person)]
    assert pages == ["/bao-cao/2024/", "/bao-cao/2024/", "/tong-hop/2024/"]


def test_the_top_bar_counts_what_is_unread(client, binh, department, other_department):
    client.force_login(binh)
    assert words(client.get("/nam/2024/"), f"{BELL} | {BELL}/@href") == ["Thông báo", NOTICES]
    for text in ("Một.", "Hai.", "Ba."):
        tell(department, text)
    tell(other_department, "Của người khác.")
    response = client.get("/nam/2024/")
    assert words(response, f"{BELL}/@aria-label") == ["Thông báo, 3 chưa đọc"]
    assert words(response, BELL) == ["Thông báo 3"]


def test_opening_the_list_marks_what_it_shows_as_seen(client, binh, department, justice_department):
    open_period(justice_department, 2)
    tell(department, "Hôm qua.", hours_ago=24)
    tell(department, "Vừa xong.")
    client.force_login(binh)
    response = client.get(NOTICES)
    deadline = f"Hạn nộp báo cáo năm 2024 là {date_format(in_days(2))}: còn 2 ngày."
    assert words(response, f"{LISTED}/a") == [deadline, "Vừa xong.", "Hôm qua."]
    assert words(response, f"{LISTED}[@class='new']/a") == [deadline, "Vừa xong.", "Hôm qua."]
    assert words(response, f"{LISTED}/a/@href") == ["/bao-cao/2024/"] * 3
    assert words(response, BELL) == ["Thông báo"]
    tell(department, "Sau đó.")
    response = client.get(NOTICES)
    assert words(response, f"{LISTED}[@class='new']/a") == ["Sau đó."]


def test_what_is_only_fetched_ahead_stays_unread(client, binh, department):
    tell(department, "Một.")
    client.force_login(binh)
    client.head(NOTICES)
    client.get(NOTICES, headers={"Sec-Purpose": "prefetch;prerender"})
    assert words(client.get("/nam/2024/"), BELL) == ["Thông báo 1"]


def test_what_comes_while_the_list_is_read_stays_unread(client, binh, department):
    tell(department, "Một.", hours_ago=2)
    mark_seen(binh, timezone.now() - timedelta(hours=1))
    tell(department, "Hai.")
    mark_seen(binh, timezone.now() - timedelta(hours=2))
    assert unread_count(binh) == 1


def test_later_pages_still_say_what_was_new(client, binh, department):
    for number in range(52):
        tell(department, f"Thứ {number}.", hours_ago=number)
    client.force_login(binh)
    client.get(NOTICES)
    response = client.get(f"{NOTICES}?trang=2")
    assert words(response, f"{LISTED}[@class='new']/a") == ["Thứ 50.", "Thứ 51."]


def test_each_person_has_read_only_what_they_read(client, binh, department, dung):
    tell(department, "Cho Sở.")
    tell(dung.organisation, "Cho Sở Tư pháp.")
    client.force_login(binh)
    client.get(NOTICES)
    client.force_login(dung)
    assert words(client.get(NOTICES), f"{LISTED}/a") == ["Cho Sở Tư pháp."]


def test_an_empty_list_says_what_it_is_for(client, binh):
    client.force_login(binh)
    assert words(client.get(NOTICES), "//main//h2") == ["Chưa có thông báo nào"]


def test_whatever_reason_people_give_is_shown_as_text(client, binh, department):
    for text in BAD_INPUT:
        notify(department, NoticeKind.EXTENDED, f"Gia hạn: {text}", "/bao-cao/2024/")
    client.force_login(binh)
    response = client.get(NOTICES)
    assert len(words(response, LISTED)) == 50
    assert (
        words(response, f"{LISTED}//*[not(self::a or self::p or self::time or self::b or self::span)]")
        == [""] * 100
    )
    assert max(len(notice.words) for notice in department.notices.all()) == 500


@pytest.mark.parametrize("address", ["/nam/2024/", NOTICES])
def test_many_notices_cost_as_many_queries_as_one(
    client, binh, department, justice_department, dung, address
):
    client.force_login(binh)
    costs = []
    for number, notices in enumerate((1, 30)):
        period = open_period(justice_department, 3, reporting_year=2020 + number)
        extend(period, department, 5, dung)
        make_outcome(make_submission(make_report(department, reporting_year=2020 + number)))
        for _ in range(notices):
            tell(department, "Một.")
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_count_costs_two_queries(binh, dung, department, justice_department):
    open_period(justice_department, 3)
    tell(department, "Một.")
    for person in (binh, dung):
        with CaptureQueriesContext(connection) as queries:
            unread_count(person)
        assert len(queries) == 2
