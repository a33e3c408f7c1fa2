"""The pages of reporting periods, as Dung meets them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.history import history_of
from accounts.models import Role
from plans.models import Directive
from reports.models import OutcomeKind, Report, ReportingPeriod
from reports.periods.lifecycle import open_period
from tests.accounts.rows.editors import fields_of
from tests.bad_input import BAD_INPUT, letters
from tests.factories import (
    make_organisation,
    make_outcome,
    make_outline,
    make_period,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words

LIST, OPEN = "/ky-bao-cao/2024/", "/ky-bao-cao/2024/mo/"
FAULTS = "//section[contains(@class, 'faults')]//li"
NOTICE = "//*[contains(@class, 'notice')]/p"


@pytest.fixture
def at_dungs_desk(client, dung):
    client.force_login(dung)
    return client


def filled_in(client, address=OPEN, **typed):
    return fields_of(client.get(address)) | {"due_on": "15/11/2099"} | typed


def send(client, address=OPEN, **typed):
    return client.post(address, filled_in(client, address, **typed))


def opened(dung, **values):
    days = {
        "statistics_from": date(2024, 1, 1),
        "statistics_to": date(2024, 10, 31),
        "due_on": date(2099, 11, 15),
    }
    period = ReportingPeriod(**{"reporting_year": 2024, **days, **values})
    return open_period(period, outline=make_outline(dung.organisation), criteria_set=None, by=dung)


# Opening.


def test_a_new_period_starts_with_the_usual_days(at_dungs_desk):
    fields = fields_of(at_dungs_desk.get(OPEN))
    days = [fields.get(name) for name in ("reporting_year", "statistics_from", "statistics_to", "due_on")]
    assert days == [["2024"], ["01/01/2024"], ["31/10/2024"], None]
    half = fields_of(at_dungs_desk.get(f"{OPEN}?ky=6-thang"))
    assert (half["kind"], half["statistics_to"]) == (["half_year"], ["30/06/2024"])


def test_dung_checks_what_she_opens(at_dungs_desk, department, other_department):
    response = send(at_dungs_desk, letter_number="2215/STP-PBGDPL", letter_issued_on="10/10/2024")
    assert words(response, "//p[@class='notified']") == [
        "2 đơn vị sẽ được báo ngay khi mở kỳ và có thêm văn bản đề nghị trong trang Văn bản chỉ đạo."
    ]
    shown = dict(zip(words(response, "//dl//dt"), words(response, "//dl//dd"), strict=True))
    assert shown["Kỳ báo cáo"] == "năm 2024"
    assert shown["Hạn nộp"] == "15/11/2099"
    assert shown["Số, ký hiệu văn bản đề nghị"] == "2215/STP-PBGDPL"
    assert ReportingPeriod.objects.count() == 0
    again = at_dungs_desk.post(OPEN, fields_of(response) | {"command": "edit"})
    assert fields_of(again)["letter_number"] == ["2215/STP-PBGDPL"]
    done = at_dungs_desk.post(OPEN, fields_of(response) | {"command": "open"}, follow=True)
    period = ReportingPeriod.objects.get()
    assert done.redirect_chain == [(period.get_absolute_url(), 302)]
    assert words(done, NOTICE) == ["Đã mở kỳ báo cáo năm 2024. Đã báo 2 đơn vị."]
    assert [one.number for one in Directive.objects.of(department)] == ["2215/STP-PBGDPL"]


def test_what_is_odd_is_shown_before_a_period_is_opened(at_dungs_desk):
    response = send(at_dungs_desk, kind="half_year", due_on="1/7/2024")
    assert words(response, "//section[contains(@class, 'asked')]//li") == [
        "Chưa có đơn vị nào báo cáo về đây nên không ai được báo.",
        "Hạn nộp 01/07/2024 đã qua.",
        "Kỳ 6 tháng đầu năm mà thống kê đến 31/10/2024.",
        "Chưa ghi văn bản đề nghị: các đơn vị được báo nhưng không có thêm văn bản chỉ đạo nào.",
    ]


def test_a_double_click_opens_once(at_dungs_desk, department):
    sent = filled_in(at_dungs_desk) | {"command": "open"}
    first, second = at_dungs_desk.post(OPEN, sent), at_dungs_desk.post(OPEN, sent)
    assert (first.url, second.url) == (ReportingPeriod.objects.get().get_absolute_url(),) * 2
    assert department.notices.count() == 1


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ({"due_on": ""}, ["Hạn nộp: Ghi hạn nộp báo cáo."]),
        (
            {"statistics_to": "31/11/2024"},
            [
                "Đến ngày: Ngày “31/11/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024.",
            ],
        ),
        (
            {"statistics_from": "1/11/2024", "statistics_to": "31/10/2024"},
            ["Đến ngày: Ngày cuối phải từ 01/11/2024 trở đi."],
        ),
        (
            {"reporting_year": "2025"},
            ["Đến ngày: Thời gian thống kê không có ngày nào của năm 2025."],
        ),
        (
            {"due_on": "31/12/2023"},
            ["Hạn nộp: Hạn nộp không được trước ngày đầu thống kê là 01/01/2024."],
        ),
        (
            {"letter_issued_on": "10/10/2024"},
            ["Số, ký hiệu: Ghi số, ký hiệu hoặc trích yếu của văn bản, hoặc bỏ trống ngày."],
        ),
    ],
)
def test_a_slip_opens_nothing_and_keeps_what_was_typed(at_dungs_desk, typed, faults):
    response = send(at_dungs_desk, command="open", **typed)
    assert (response.status_code, words(response, FAULTS)) == (200, faults)
    assert {name: fields_of(response).get(name, [""])[0] for name in typed} == typed
    assert ReportingPeriod.objects.count() == 0


def test_a_period_that_is_open_already_is_named(at_dungs_desk, dung):
    opened(dung)
    assert words(send(at_dungs_desk), FAULTS) == ["Năm báo cáo: Kỳ báo cáo năm 2024 đã được mở."]


def test_a_foreign_outline_cannot_be_chosen(at_dungs_desk):
    foreign = make_outline(make_organisation())
    response = send(at_dungs_desk, outline=foreign.pk)
    assert (response.status_code, len(words(response, FAULTS))) == (200, 1)
    assert str(foreign) not in words(at_dungs_desk.get(OPEN), "//select[@name='outline']/option")


def test_what_was_typed_outlives_the_session(client, dung):
    client.force_login(dung)
    sent = filled_in(client, letter_subject="về việc báo cáo")
    client.logout()
    login = client.post(OPEN, sent)
    hidden = {name: words(login, f"//input[@name='{name}']/@value")[0] for name in ("next", "typed")}
    client.post("/dang-nhap/", {"username": "dung", "password": "Sen hồng nở sớm 2024", **hidden})
    assert fields_of(client.get(OPEN))["letter_subject"] == ["về việc báo cáo"]


# Reading.


def test_periods_are_listed_with_who_has_handed_in(at_dungs_desk, dung, department, other_department):
    make_period(
        dung.organisation, reporting_year=2023, closed_at=timezone.make_aware(timezone.datetime(2024, 1, 5))
    )
    make_period(dung.organisation)
    make_period(make_organisation(), reporting_year=2022)
    make_submission(make_report(department))
    make_outcome(make_submission(make_report(other_department)), OutcomeKind.RETURNED)
    third, fourth = (make_organisation(reports_to=dung.organisation) for _ in range(2))
    for outcome in (OutcomeKind.RETURNED, OutcomeKind.WITHDRAWN):
        last = make_submission(Report.objects.filter(organisation=fourth).first() or make_report(fourth))
        make_outcome(last, outcome)
    make_outcome(make_submission(make_report(third, reporting_year=2023)), OutcomeKind.ACCEPTED)
    rows = row_words_of_list(at_dungs_desk)
    assert [[row[0], *row[3:5]] for row in rows] == [
        ["Năm 2024", "2 / 4 đơn vị", "Đang mở"],
        ["Năm 2023", "1 / 4 đơn vị", "Đã đóng 05/01/2024"],
    ]
    board = at_dungs_desk.get("/tong-hop/2024/")
    assert words(board, "//section[@aria-label='Tiến độ']/p") == ["2 / 4 đơn vị đã nộp"]


def row_words_of_list(client):
    page = client.get(LIST)
    table = words(page, "//table//tbody/tr/td")
    return [table[start : start + 6] for start in range(0, len(table), 6)]


def test_a_list_and_a_page_cost_the_same_with_one_and_thirty(at_dungs_desk, dung):
    period = opened(dung)
    costs = []
    for many in (1, 30):
        for number in range(many):
            one = make_organisation(reports_to=dung.organisation)
            make_submission(make_report(one))
            period.extensions.create(organisation=one, due_on=date(2099, 12, 1), reason="x", given_by=dung)
            make_period(dung.organisation, reporting_year=2030 + many + number)
        for address in (LIST, period.get_absolute_url(), f"{period.get_absolute_url()}gia-han/"):
            with CaptureQueriesContext(connection) as queries:
                at_dungs_desk.get(address)
            costs.append(len(queries))
    assert costs[:3] == costs[3:]


def test_the_page_of_a_period_tells_everything(at_dungs_desk, dung, department):
    period = opened(dung, letter_number="2215/STP-PBGDPL", letter_subject="về việc báo cáo")
    address = period.get_absolute_url()
    send(
        at_dungs_desk,
        f"{address}gia-han/",
        organisation=department.pk,
        due_on="30/11/2099",
        reason="Sáp nhập.",
    )
    send(at_dungs_desk, f"{address}gia-han/", organisation=department.pk, due_on="5/12/2099", reason="Bão.")
    page = at_dungs_desk.get(address)
    assert words(page, "//ul[@class='extensions divided open-top']/li/p[position() < 3]") == [
        "Sở Xây dựng tỉnh Sen đến 05/12/2099",
        "Bão.",
        "Sở Xây dựng tỉnh Sen đến 30/11/2099 (đã thay bằng lần sau)",
        "Sáp nhập.",
    ]
    assert "2215/STP-PBGDPL" in words(page, "//dd")
    form = period.indicator_sets.get()
    assert words(page, "//main//dd/a/@href") == [
        f"/de-cuong/2024/{period.outline_id}/",
        f"/bieu-so-lieu/2024/{form.pk}/",
        f"{address}bieu-so-lieu/",
    ]
    assert len(words(page, "//section[contains(@class, 'history')]/ol/li")) == 3


# Changing.


def test_dung_changes_the_deadline(at_dungs_desk, dung, department):
    period = opened(dung)
    response = send(at_dungs_desk, f"{period.get_absolute_url()}sua/", due_on="1/12/2099")
    period.refresh_from_db()
    assert (response.url, period.due_on, period.version) == (period.get_absolute_url(), date(2099, 12, 1), 2)


def test_two_officers_who_change_a_period_lose_nothing(at_dungs_desk, dung):
    period, colleague = opened(dung), make_user(dung.organisation, Role.JUSTICE_OFFICER, full_name="Hà Lê")
    address = f"{period.get_absolute_url()}sua/"
    sent = filled_in(at_dungs_desk, address, due_on="24/12/2099", letter_number="2216/STP")
    at_dungs_desk.force_login(colleague)
    send(at_dungs_desk, address, due_on="1/12/2099")
    at_dungs_desk.force_login(dung)
    response = at_dungs_desk.post(address, sent)
    assert response.status_code == 409
    assert words(response, "//section[contains(@class, 'two-versions')]//h3") == [
        "Hạn nộp",
        "Số, ký hiệu văn bản đề nghị",
    ]
    pairs = words(response, "//div[@class='pair']/div/p[last()]")
    assert pairs == ["01/12/2099", "24/12/2099", "bỏ trống", "2216/STP"]
    assert "Hà Lê đã lưu một bản khác" in words(response, "//section[contains(@class, 'two-versions')]/p")[0]
    assert at_dungs_desk.post(address, fields_of(response)).status_code == 302
    period.refresh_from_db()
    assert (period.due_on, period.letter_number, period.version) == (date(2099, 12, 24), "2216/STP", 3)
    assert [label for label, *_ in history_of(period)[1].values] == ["hạn nộp"]


def test_a_double_click_extends_once(at_dungs_desk, dung, department):
    address = f"{opened(dung).get_absolute_url()}gia-han/"
    sent = filled_in(at_dungs_desk, address, organisation=department.pk, due_on="30/11/2099", reason="Bão.")
    assert at_dungs_desk.post(address, sent).url == at_dungs_desk.post(address, sent).url
    assert department.extensions.count() == 1


def test_an_extension_names_what_is_missing(at_dungs_desk, dung):
    address = f"{opened(dung).get_absolute_url()}gia-han/"
    stranger = make_organisation(reports_to=make_organisation())
    assert words(send(at_dungs_desk, address, due_on="", organisation=""), FAULTS) == [
        "Đơn vị: Chọn đơn vị được gia hạn.",
        "Hạn nộp mới: Ghi hạn nộp mới.",
        "Lý do: Ghi lý do gia hạn.",
    ]
    typed = {"organisation": stranger.pk, "reason": "Bão.", "due_on": "1/1/2024"}
    assert len(words(send(at_dungs_desk, address, **typed), FAULTS)) == 1


def test_closing_and_reopening_can_be_undone(at_dungs_desk, dung):
    period = opened(dung)
    page = at_dungs_desk.post(f"{period.get_absolute_url()}dong/", follow=True)
    assert words(page, NOTICE) == [
        "Đã đóng kỳ báo cáo năm 2024. Đã báo các đơn vị chưa nộp. "
        "Đơn vị đang được gia hạn, bị trả lại hoặc được mở lại báo cáo vẫn nộp được."
    ]
    undo = words(page, "//*[contains(@class, 'notice')]//form/@action")
    assert undo == [f"{period.get_absolute_url()}mo-lai/"]
    page = at_dungs_desk.post(undo[0], follow=True)
    assert words(page, NOTICE) == ["Đã mở lại kỳ báo cáo năm 2024. Đã báo các đơn vị chưa nộp."]
    period.refresh_from_db()
    assert period.closed_at is None


# Who may.

PAGES = ("", "sua/", "gia-han/")
ACTS = ("dong/", "mo-lai/")


def test_the_ladder_of_a_periods_pages(client, an, binh, giang, chi, dung):
    period = opened(dung)
    address = period.get_absolute_url()
    stranger = make_user(make_organisation(), Role.JUSTICE_OFFICER)
    asked = [LIST, OPEN, *(f"{address}{page}" for page in PAGES)]
    sent = [*(f"{address}{page}" for page in (*PAGES[1:], *ACTS))]
    for person, gets, posts in [
        (dung, [200] * 5, [200, 200, 302, 302]),
        (stranger, [200, 200, 404, 404, 404], [404] * 4),
        *((person, [403] * 5, [403] * 4) for person in (an, binh, giang, chi)),
    ]:
        client.force_login(person)
        assert [client.get(one).status_code for one in asked] == gets
        assert [client.post(one).status_code for one in sent] == posts
    client.logout()
    assert [client.get(one).url.split("?")[0] for one in asked] == ["/dang-nhap/"] * 5
    period.refresh_from_db()
    assert (period.version, period.closed_at) == (1, None)


def test_a_stranger_sees_no_other_justice_departments_periods(client, dung):
    opened(dung)
    client.force_login(make_user(make_organisation(), Role.JUSTICE_OFFICER))
    assert words(client.get(LIST), "//main//h2") == ["Chưa mở kỳ báo cáo nào"]


def test_a_period_has_one_year(at_dungs_desk, dung):
    assert at_dungs_desk.get(f"/ky-bao-cao/2023/{opened(dung).pk}/").status_code == 404


# Hostile strings.


TEXTS = ("letter_number", "letter_subject")
OTHERS = (
    "reporting_year", "kind", "statistics_from", "statistics_to", "due_on", "outline", "criteria_set",
    "figures_from", "figures_to", "cut_off",
    "letter_issued_on", "sent_key",
)  # fmt: skip


def test_every_string_in_every_field_of_a_new_period(at_dungs_desk):
    sent, lost = filled_in(at_dungs_desk), []
    for text in BAD_INPUT:
        answers = [at_dungs_desk.post(OPEN, sent | dict.fromkeys(names, text)) for names in (TEXTS, OTHERS)]
        again = fields_of(at_dungs_desk.post(OPEN, sent | dict.fromkeys(TEXTS, text) | {"due_on": ""}))
        stored = [letters(again.get(name, [""])[0]) == letters(text) for name in TEXTS]
        # A page ends at U+0000 for who reads it here; no browser sends one.
        if {answer.status_code for answer in answers} != {200} or not ("\x00" in text or all(stored)):
            lost.append(text[:40])
    assert lost == []


def test_a_period_of_every_string_is_opened_changed_and_read(at_dungs_desk, dung, department):
    address, answers = opened(dung).get_absolute_url(), set()
    days, given = fields_of(at_dungs_desk.get(f"{address}sua/")), {"organisation": department.pk}
    for text in BAD_INPUT:
        version = ReportingPeriod.objects.get().version
        for typed in (
            dict.fromkeys(TEXTS, text),
            {"letter_issued_on": text, "due_on": text},
            {"version": text},
        ):
            answers.add(at_dungs_desk.post(f"{address}sua/", days | {"version": version} | typed).status_code)
        typed = given | {"due_on": "1/12/2099", "reason": text}
        answers.add(at_dungs_desk.post(f"{address}gia-han/", typed).status_code)
    assert answers <= {200, 302, 409}
    assert {at_dungs_desk.get(one).status_code for one in (LIST, address, f"{address}sua/")} == {200}
