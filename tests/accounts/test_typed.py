"""What An typed outlives her session: she logs in again and finds the form as it was, not yet saved."""

from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.http import QueryDict
from django.test import Client
from lxml import html

from accounts.typed import LONGEST, encode_typed, keeps_typed
from plans.models import Plan
from tests.accounts.rows.editors import fields_of
from tests.factories import PASSWORD, make_plan
from tests.pages import title, words

ADD = "/ke-hoach/2024/them/"
LOGIN = "/dang-nhap/"
NOTICE = "//main//*[contains(@class, 'notice')]/p"
EXPIRED = "Phiên làm việc đã hết hạn. Đăng nhập lại để tiếp tục; những gì đã gõ vẫn còn."
RESTORED = "Đã khôi phục những gì đã gõ, chưa lưu."
TYPED = {"kind_text": "Kế hoạch", "number": "139/KH-SXD", "subject": "về <b>“hòa giải”</b>\r\n& cơ sở"}


def sent_by(page):
    """Return what the page's own form sends, by a browser without JavaScript."""
    return dict(html.fromstring(page.content.decode()).xpath("//main//form")[0].form_values())


def log_in_from(client, page, **typed):
    login = {"username": "an", "password": PASSWORD} | typed
    return client.post(LOGIN, sent_by(page) | login)


def shown(page, name):
    return fields_of(page).get(name, [""])[0]


@pytest.fixture
def expired(client, an):
    """Return the page that answers the form which An sends after her session ended."""
    return client.post(f"{ADD}?loai=x", TYPED)


def test_the_login_page_carries_what_was_typed(expired):
    assert (expired.status_code, title(expired)) == (200, "Đăng nhập – Báo cáo PBGDPL")
    assert words(expired, NOTICE) == [EXPIRED]
    assert QueryDict(sent_by(expired)["typed"]).dict() == TYPED
    assert words(expired, "//form/@action") == [LOGIN]


def test_an_logs_in_and_finds_her_form_filled(client, expired):
    led_to = log_in_from(client, expired)
    assert led_to.url == f"{ADD}?loai=x"
    form = client.get(led_to.url)
    assert words(form, NOTICE)[0] == RESTORED
    assert [shown(form, name) for name in TYPED] == [
        "Kế hoạch",
        "139/KH-SXD",
        "về <b>“hòa giải”</b>\n& cơ sở",
    ]
    assert Plan.objects.count() == 0
    saved = client.post(ADD, fields_of(form))
    assert saved.url == Plan.objects.get(number="139/KH-SXD").get_absolute_url()


@pytest.mark.parametrize(
    ("button", "page"),
    [
        ("/ke-hoach/2024/7/xoa/", "/ke-hoach/2024/7/"),
        ("/ky-bao-cao/2024/7/dong/", "/ky-bao-cao/2024/7/"),
        ("/bao-cao/2024/ra-soat/giu-nguyen/7/bo/", "/bao-cao/2024/ra-soat/giu-nguyen/"),
        ("/don-vi/2024/phong/7/xoa/", "/don-vi/2024/"),
        ("/tep/7/xoa/", "/"),
        ("/dang-xuat/", "/"),
    ],
)
def test_a_button_pressed_too_late_leads_to_a_page_that_can_be_seen(client, button, page):
    answer = client.post(button)
    assert answer.url == f"{LOGIN}?next={page}"
    message = "Phiên làm việc đã hết hạn, việc vừa bấm chưa được thực hiện. Đăng nhập rồi bấm lại."
    assert words(client.get(answer.url), NOTICE) == [message]


def test_it_is_shown_once(client, expired):
    log_in_from(client, expired)
    pages = [client.get(ADD) for _ in range(2)]
    assert [shown(page, "number") for page in pages] == ["139/KH-SXD", ""]
    assert words(pages[1], NOTICE) == []


def test_a_wrong_password_loses_nothing(client, expired):
    again = log_in_from(client, expired, password="sai")
    assert (again.status_code, words(again, NOTICE)) == (200, [EXPIRED])
    assert shown(client.get(log_in_from(client, again).url), "number") == "139/KH-SXD"


def test_who_logged_in_elsewhere_meanwhile_loses_nothing(client, an, expired):
    client.force_login(an)
    assert shown(client.get(log_in_from(client, expired).url), "number") == "139/KH-SXD"


def test_an_edit_is_restored_with_the_version_it_was_made_from(client, an, binh, department):
    plan = make_plan(department, subject="về A")
    client.force_login(an)
    address = f"{plan.get_absolute_url()}sua/"
    fields = fields_of(client.get(address))
    client.logout()
    page = client.post(address, fields | {"subject": ["về An"]})
    Plan.objects.update(subject="về B", version=2)
    form = client.get(log_in_from(client, page).url)
    assert (shown(form, "subject"), shown(form, "version")) == ("về An", "1")
    assert client.post(address, fields_of(form)).status_code == 409


def test_neither_the_token_nor_a_password_is_stored():
    data = QueryDict("csrfmiddlewaretoken=a&new_password=b&password=c&number=1&number=2")
    assert encode_typed(data) == "number=1&number=2"


def test_a_text_that_is_too_long_is_not_stored_and_a_message_says_so(client, an):
    assert encode_typed(QueryDict(f"subject={'a' * LONGEST}")) == ""
    page = client.post(ADD, {"subject": "ă" * (LONGEST // 6)})
    assert "typed" not in sent_by(page)
    assert words(page, NOTICE)[0].startswith("Phiên làm việc đã hết hạn và bài đã gõ quá dài")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        "/nam/2024/",
        "/khong-co/",
        LOGIN,
        f"https://example.com{ADD}",
        f"//example.com{ADD}",
        f"https:{ADD}",
        "javascript:alert(1)",
        "http://[",
    ],
)
def test_only_our_own_forms_are_stored(client, an, address):
    assert not keeps_typed(address)
    client.post(LOGIN, {"username": "an", "password": PASSWORD, "next": address, "typed": urlencode(TYPED)})
    assert "typed" not in client.session


@pytest.mark.parametrize("address", ["/dang-xuat/", "/ke-hoach/2024/1/xoa/", "/khong-co/"])
def test_nothing_else_that_a_stranger_sends_is_carried(client, db, address):
    response = client.post(address, TYPED)
    assert response.status_code in {302, 404}


# A form whose token is of an earlier login: another tab was logged in, and the browser has a new token since.


def answer_to_old_token(person, **headers):
    client = Client(enforce_csrf_checks=True)
    if person:
        client.force_login(person)
    client.cookies[settings.CSRF_COOKIE_NAME] = "n" * 32
    return client, client.post(ADD, TYPED | {"csrfmiddlewaretoken": "o" * 32}, headers=headers)


@pytest.mark.parametrize("headers", [{"referer": f"http://testserver{ADD}"}, {"origin": "http://testserver"}])
def test_a_form_with_an_old_token_is_shown_again(an, headers):
    client, response = answer_to_old_token(an, **headers)
    assert (response.status_code, response.url, Plan.objects.count()) == (303, ADD, 0)
    form = client.get(response.url)
    assert (words(form, NOTICE)[0], shown(form, "number")) == (RESTORED, "139/KH-SXD")


def test_a_long_form_with_an_old_token_is_refused_rather_than_lost(an, monkeypatch):
    monkeypatch.setitem(TYPED, "subject", "ă" * (LONGEST // 6))
    client, response = answer_to_old_token(an, origin="http://testserver")
    assert (response.status_code, "typed" in client.session) == (403, False)


def test_an_old_token_and_no_session_lead_to_the_login(db):
    _, response = answer_to_old_token(None, origin="http://testserver")
    assert (response.status_code, words(response, NOTICE)) == (200, [EXPIRED])


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://example.com"},
        {"origin": "http://example.com", "referer": f"http://testserver{ADD}"},
        {"referer": "http://["},
        {"referer": "http://testserver.example.com/"},
    ],
)
def test_a_form_from_elsewhere_leaves_nothing_behind(an, headers):
    client, response = answer_to_old_token(an, **headers)
    assert (response.status_code, words(response, "//h1")) == (403, ["Chưa nhận được biểu mẫu vừa gửi"])
    assert "typed" not in client.session


def test_a_session_lasts_a_working_day_and_is_out_of_reach_of_scripts(client, an):
    client.post(LOGIN, {"username": "an", "password": PASSWORD})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (12 * 3600, True, "Lax")
