"""Dung reminds the departments that have not submitted, and gives several of them more time at once."""

from datetime import date
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.history import history_of
from reports.models import Extension, NoticeKind, Reminder
from reports.periods.lifecycle import close_period
from tests.bad_input import BAD_INPUT
from tests.factories import (
    PASSWORD,
    make_organisation,
    make_outcome,
    make_period,
    make_report,
    make_submission,
)
from tests.pages import words
from tests.reports.submission.handed_in import fields_of, notices_of

BOARD = "/tong-hop/2024/"
REMIND, EXTEND = f"{BOARD}nhac/", f"{BOARD}gia-han/"
NOTICE = "//main//div[contains(@class, 'notice')]/p"
REFUSED = "//p[@class='refused']"
CHOSEN = "//fieldset[@class='awaited']//input[@checked]/@value"
MESSAGE = "Đề nghị nộp báo cáo."


@pytest.fixture
def page(client, dung):
    client.force_login(dung)
    return client


@pytest.fixture
def period(dung):
    return make_period(dung.organisation, due_on=date(2099, 11, 15), opened_by=dung)


def remind(page, *departments, **values):
    sent = {"sent_key": uuid4(), "departments": [one.pk for one in departments], "message": MESSAGE}
    return page.post(REMIND, sent | values, follow=True)


def extend(page, *departments, **values):
    sent = {"sent_key": uuid4(), "departments": [one.pk for one in departments]}
    return page.post(EXTEND, sent | {"due_on": "31/12/2099", "reason": "Sáp nhập."} | values, follow=True)


def test_all_that_have_not_submitted_are_chosen_and_each_has_a_contact(
    page, period, department, other_department, binh
):
    department.contact_person, department.contact_phone = "Lê Thị Hòa", "0219 3888 999"
    department.save()
    make_submission(make_report(make_organisation(reports_to=department.reports_to)))
    shown = page.get(REMIND)
    assert words(shown, CHOSEN) == [str(department.pk), str(other_department.pk)]
    assert [one.partition(". ")[2] for one in words(shown, "//fieldset[@class='awaited']//p")] == [
        "Liên hệ: Lê Thị Hòa, 0219 3888 999.",
        "Chưa ghi người liên hệ.",
    ]
    assert words(page.get(f"{REMIND}?chon={other_department.pk}&chon=trang"), CHOSEN) == [
        str(other_department.pk)
    ]
    assert words(page.get(BOARD), "//header//a[contains(., 'Nhắc')]") == ["Nhắc 2 đơn vị chưa nộp"]


def test_dung_reminds_several_and_the_board_shows_when_and_by_whom(
    page, period, department, other_department
):
    returned = make_organisation(name="Ban Dân tộc", reports_to=department.reports_to)
    make_outcome(make_submission(make_report(returned)))
    response = remind(page, department, returned)
    assert words(response, NOTICE) == ["Đã nhắc 2 đơn vị."]
    sentence = f"Sở Tư pháp tỉnh Sen nhắc nộp báo cáo năm 2024, hạn 15/11/2099: {MESSAGE}"
    for one in (department, returned):
        assert notices_of(one)[-1:] == [(NoticeKind.REMINDED, sentence, "/bao-cao/2024/")]
    assert notices_of(other_department) == []
    marks = words(response, "//td[@class='change']/small[contains(., 'Đã nhắc')]")
    assert [mark.partition(", ")[2] for mark in marks] == ["Phạm Mỹ Dung"] * 2
    (change,) = history_of(period)
    assert sorted(value[2] for value in change.values) == [
        f"Ban Dân tộc: {MESSAGE}",
        f"Sở Xây dựng tỉnh Sen: {MESSAGE}",
    ]
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("act", "model", "sentence"),
    [
        (remind, Reminder, "Không nhắc Sở Y tế tỉnh Sen: đã nộp báo cáo."),
        (extend, Extension, "Không gia hạn Sở Y tế tỉnh Sen: đã nộp báo cáo."),
    ],
)
def test_a_department_that_submitted_meanwhile_is_left_out_and_named(
    page, period, department, other_department, act, model, sentence
):
    make_submission(make_report(other_department))
    response = act(page, department, other_department)
    assert words(response, NOTICE)[-1] == sentence
    assert [one.organisation for one in model.objects.all()] == [department]


@pytest.mark.parametrize(("act", "model"), [(remind, Reminder), (extend, Extension)])
def test_departments_of_others_are_never_touched(page, period, department, act, model):
    foreign = make_organisation(reports_to=make_organisation())
    response = act(page, department, foreign)
    assert words(response, REFUSED) == [
        "Một đơn vị đã chọn không báo cáo về đây. Xem lại các đơn vị đã chọn."
    ]
    assert (model.objects.count(), notices_of(foreign), notices_of(department)) == (0, [], [])


@pytest.mark.parametrize("act", [remind, extend])
def test_who_chose_nobody_reads_that_and_what_was_typed_is_still_there(page, period, department, act):
    name = "message" if act is remind else "reason"
    response = act(page, **{name: "Chữ đã gõ."})
    assert words(response, REFUSED) == ["Chưa chọn đơn vị nào. Đánh dấu ít nhất một đơn vị."]
    assert fields_of(response)[name].strip() == "Chữ đã gõ."


def test_a_second_click_reminds_nobody_twice(page, period, department):
    key = uuid4()
    for _ in range(2):
        remind(page, department, sent_key=key)
    assert Reminder.objects.count() == 1


class HalfBrokenServer(EmailBackend):
    """A server that refuses one address."""

    def send_messages(self, messages):
        if any("hong@" in address for message in messages for address in message.to):
            raise ValueError
        return super().send_messages(messages)


class NoServer(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


@pytest.mark.parametrize(
    ("backend", "failed", "mailed"),
    [
        ("HalfBrokenServer", "Sở Y tế tỉnh Sen", ["xd@sen.gov.vn"]),
        ("NoServer", "Sở Xây dựng tỉnh Sen, Sở Y tế tỉnh Sen", []),
    ],
)
def test_an_e_mail_is_sent_after_the_notice_and_failures_are_named(
    page,
    period,
    department,
    other_department,
    settings,
    backend,
    failed,
    mailed,
):
    settings.EMAIL_HOST, settings.EMAIL_BACKEND = "thu.sen.gov.vn", f"{__name__}.{backend}"
    for one, email in ((department, "xd@sen.gov.vn"), (other_department, "hong@sen.gov.vn")):
        one.contact_email = email
        one.save()
    silent = make_organisation(name="Thanh tra tỉnh", reports_to=department.reports_to)
    response = remind(page, department, other_department, silent)
    assert words(response, NOTICE) == [
        "Đã nhắc 3 đơn vị.",
        f"Không gửi được thư điện tử đến: {failed}. Thông báo trên trang vẫn đã gửi.",
    ]
    assert [one.to for one in mail.outbox] == [[address] for address in mailed]
    assert [one.emailed_to for one in Reminder.objects.exclude(emailed_to="")] == mailed
    assert Reminder.objects.count() == 3


def test_a_closed_period_reminds_nobody(page, period, department, dung):
    close_period(period, by=dung)
    response = remind(page, department)
    assert words(response, REFUSED) == [
        "Kỳ báo cáo đã đóng nên không nhắc nộp được. Mở lại kỳ hoặc gia hạn cho đơn vị trước."
    ]
    assert Reminder.objects.count() == 0


def test_several_deadlines_are_extended_at_once_and_undone_at_once(
    page, period, department, other_department
):
    response = extend(page, department, other_department)
    assert words(response, NOTICE) == ["Đã gia hạn cho 2 đơn vị đến 31/12/2099."]
    assert [str(one.due_on) for one in Extension.objects.all()] == ["2099-12-31"] * 2
    assert len(history_of(period)[0].values) == 2
    [undo] = words(response, "//main//div[contains(@class, 'notice')]/form/@action")
    undone = page.post(undo, follow=True)
    assert words(undone, NOTICE) == ["Đã bỏ gia hạn của 2 đơn vị."]
    assert Extension.objects.count() == 0
    assert notices_of(department)[-1][1] == (
        "Sở Tư pháp tỉnh Sen bỏ gia hạn vừa cho của báo cáo năm 2024; hạn nộp là 15/11/2099."
    )
    assert words(page.post(undo, follow=True), NOTICE) == ["Lần gia hạn này đã được hoàn tác."]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("15/11/2099", "Hạn mới phải sau hạn chung của kỳ là 15/11/2099."),
        ("", "Ghi hạn nộp mới."),
        ("31/2/2100", "Ngày “31/2/2100” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024."),
    ],
)
def test_a_day_that_is_no_extension_is_refused(page, period, department, day, sentence):
    assert words(extend(page, department, due_on=day), REFUSED) == [sentence]
    assert Extension.objects.count() == 0


@pytest.mark.parametrize("act", [remind, extend])
def test_many_departments_take_as_many_queries_as_few(page, period, department, act):
    def queries(*departments):
        with CaptureQueriesContext(connection) as asked:
            act(page, *departments)
        return len(asked)

    many = [make_organisation(reports_to=department.reports_to) for _ in range(12)]
    assert queries(*many[:2]) == queries(*many[2:])


def test_what_was_typed_outlives_the_session(client, period, department, dung):
    typed = {"departments": [department.pk], "message": "Chữ đã gõ."}
    login = fields_of(client.post(REMIND, typed)) | {"username": "dung", "password": PASSWORD}
    back = client.post("/dang-nhap/", login, follow=True)
    assert back.redirect_chain == [(REMIND, 302)]
    assert fields_of(back)["message"].strip() == "Chữ đã gõ."
    assert words(back, CHOSEN) == [str(department.pk)]


@pytest.mark.parametrize("act", [remind, extend])
def test_whatever_is_typed_is_sent_or_refused_with_a_sentence(page, period, department, act):
    name = "message" if act is remind else "reason"
    for typed in BAD_INPUT:
        response = act(page, department, **{name: typed})
        assert response.redirect_chain or len(words(response, REFUSED)) == 1
        assert page.get(REMIND, {"chon": typed[:2000]}).status_code == 200


def test_where_everybody_submitted_there_is_nobody_to_remind(page, period, department):
    make_submission(make_report(department))
    response = page.get(REMIND, follow=True)
    assert words(response, NOTICE) == ["Mọi đơn vị đã nộp báo cáo này, nên không có đơn vị nào để nhắc."]
    assert page.get("/tong-hop/2023/nhac/").status_code == 404
