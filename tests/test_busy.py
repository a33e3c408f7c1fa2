"""Where others write for too long, An reads that the server is busy, and sends again what she typed, once."""

from contextlib import contextmanager
from threading import Event as Signal
from threading import Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, transaction
from django.test import Client

from accounts.models import Change
from pbgdpl.busy import is_busy
from plans.models import Plan
from tests.accounts.attaching.uploads import pdf
from tests.accounts.rows.editors import fields_of
from tests.factories import PASSWORD, make_plan, make_report
from tests.pages import words
from tests.reports.submission.handed_in import fields_of as fields_again

ADD = "/ke-hoach/2024/them/"
HEADING = "Máy chủ đang bận ghi dữ liệu của nhiều người"
SUBJECT = 'về phổ biến  "Luật Đường bộ" & <Nghị định>'
TYPED = "//textarea[@id='da-nhap']"


@contextmanager
def others_writing():
    """Let somebody else write for longer than the site waits."""
    writes, ends = Signal(), Signal()

    def write():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                if connection.vendor == "postgresql":
                    cursor.execute(
                        "LOCK TABLE plans_plan, reports_section, accounts_attachment, accounts_user IN EXCLUSIVE MODE"
                    )
                writes.set()
                ends.wait()
        finally:
            connection.close()

    thread = Thread(target=write)
    thread.start()
    writes.wait()
    try:
        yield
    finally:
        ends.set()
        thread.join()


@pytest.fixture
def impatient(transactional_db, monkeypatch):
    """Wait for others a tenth of a second."""
    if connection.vendor == "sqlite":
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.1)
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '100ms'")
        yield
        cursor.execute("RESET lock_timeout")


@pytest.fixture
def browser(impatient, an):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(an)
    return client


def token(browser):
    return fields_of(browser.get(ADD))["csrfmiddlewaretoken"][0]


def send_while_others_write(browser, address, **typed):
    """Send a form with what is typed while others write; return the answer."""
    sent = {"csrfmiddlewaretoken": token(browser), **typed}
    with others_writing():
        answer = browser.post(address, sent)
    assert (answer.status_code, words(answer, "//h1"), answer["Retry-After"]) == (503, [HEADING], "10")
    return answer


def test_an_sends_again_the_row_that_she_typed_and_it_is_saved_once(browser):
    typed = fields_of(browser.get(ADD)) | {"subject": SUBJECT, "number": "12/KH-SM"}
    answer = send_while_others_write(browser, ADD, **typed)
    assert Plan.objects.count() == 0
    assert words(answer, TYPED) == ['Kế hoạch về phổ biến "Luật Đường bộ" & <Nghị định>']
    (address,) = words(answer, "//main//form/@action")
    first, second = (browser.post(address, fields_again(answer)) for _ in range(2))
    plan = Plan.objects.get()
    assert (first.status_code, first.url, second.url) == (302, *[plan.get_absolute_url()] * 2)
    assert (plan.subject, plan.number) == (SUBJECT.replace("  ", " "), "12/KH-SM")


def test_binh_sends_again_the_text_of_a_section(browser, binh, department):
    browser.force_login(binh)
    section = make_report(department).sections.first()
    address = f"/bao-cao/2024/muc/{section.pk}/"
    text = "Dòng một.\n\n- Dòng hai;\n- Dòng ba."
    answer = send_while_others_write(browser, address, body=text, version=section.version)
    assert browser.post(address, fields_again(answer)).status_code == 302
    section.refresh_from_db()
    assert section.body == text


def test_the_button_that_was_pressed_is_pressed_again(browser):
    typed = fields_of(browser.get(ADD)) | {"subject": SUBJECT, "add_another": ""}
    answer = send_while_others_write(browser, ADD, **typed)
    assert browser.post(ADD, fields_again(answer)).url.startswith(ADD)


def test_an_reads_which_files_she_must_choose_again(browser, department):
    plan = make_plan(department)
    file = SimpleUploadedFile("kế hoạch.pdf", pdf())
    answer = send_while_others_write(browser, f"{plan.get_absolute_url()}tep/", files=file)
    sentence = "Tệp đã chọn không gửi lại được từ trang này: kế hoạch.pdf. Gửi lại phần đã nhập rồi chọn tệp lần nữa."
    assert words(answer, "//main//p")[1] == sentence
    assert Change.objects.count() == 0


def test_a_password_is_not_written_into_a_page(browser):
    address, typed = "/mat-khau/", {"new_password": "mưa rào qua ngõ nhỏ", "current_password": PASSWORD}
    typed["new_password_again"] = typed["new_password"]
    answer = send_while_others_write(browser, address, **typed)
    assert [value for value in typed.values() if value in answer.content.decode()] == []
    assert words(answer, "//main//form") == []


def test_nobody_waits_longer_than_twenty_seconds_for_others(db):
    if connection.vendor == "sqlite":
        assert connection.settings_dict["OPTIONS"]["timeout"] == 20
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("20s",)


def of_postgresql(code):
    error = OperationalError("x")
    error.__cause__ = type("Error", (Exception,), {"pgcode": code})()
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError("database is locked"), True),
        (OperationalError("database table is locked: plans_plan"), True),
        (OperationalError("connection failed: FATAL: sorry, too many clients already"), True),
        (of_postgresql("55P03"), True),
        (of_postgresql("40P01"), True),
        (of_postgresql("42P01"), False),
        (OperationalError("disk I/O error"), False),
        (OperationalError("database or disk is full"), False),
        (OSError("database is locked"), False),
        (None, False),
    ],
)
def test_which_errors_pass_by_themselves(error, expected):
    assert is_busy(error) is expected
