"""A session ends two hours after the last request and twelve hours after the login."""

import pytest
from django.contrib.auth.signals import user_logged_out
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.sessions import MOMENTS
from tests.factories import PASSWORD
from tests.pages import words

HOME, ADD, LOGIN = "/nam/2024/", "/ke-hoach/2024/them/", "/dang-nhap/"
MINUTE, HOUR = 60, 3600


def let_pass(client, *, since_login=0, since_request=0):
    """Move the login and the last request of the session into the past, in seconds."""
    session = client.session
    began, last = session[MOMENTS]
    session[MOMENTS] = [began - since_login, last - since_request]
    session.save()


@pytest.mark.parametrize(
    ("since_login", "since_request", "is_open"),
    [
        (0, 0, True),
        (0, 2 * HOUR - MINUTE, True),
        (0, 2 * HOUR + MINUTE, False),
        (12 * HOUR - MINUTE, 0, True),
        (12 * HOUR + MINUTE, 0, False),
    ],
)
def test_a_session_lasts_two_hours_idle_and_twelve_in_all(client, an, since_login, since_request, is_open):
    client.force_login(an)
    let_pass(client, since_login=since_login, since_request=since_request)
    assert client.get(HOME).status_code == (200 if is_open else 302)
    assert ("_auth_user_id" in client.session) == is_open


def test_who_works_on_is_not_idle(client, an):
    client.force_login(an)
    for _ in range(5):
        let_pass(client, since_request=HOUR)
        assert client.get(HOME).status_code == 200


def test_working_on_makes_the_day_no_longer(client, an):
    client.force_login(an)
    for _ in range(11):
        let_pass(client, since_login=HOUR, since_request=HOUR)
        assert client.get(HOME).status_code == 200
    let_pass(client, since_login=HOUR + MINUTE, since_request=HOUR)
    assert client.get(HOME).url == f"{LOGIN}?next={HOME}"


def test_a_session_of_before_these_rules_is_over(client, an):
    client.force_login(an)
    session = client.session
    del session[MOMENTS]
    session.save()
    assert client.get(HOME).status_code == 302


def test_a_request_is_stored_every_ten_minutes_only(client, an):
    client.force_login(an)
    stored = []
    for seconds in (0, 9 * MINUTE, 2 * MINUTE, 0):
        let_pass(client, since_request=seconds)
        with CaptureQueriesContext(connection) as queries:
            client.get(HOME)
        stored.append(any("UPDATE" in one["sql"] and "django_session" in one["sql"] for one in queries))
    assert stored == [False, False, True, False]


def test_what_an_typed_is_kept_when_her_session_has_ended(client, an):
    client.force_login(an)
    let_pass(client, since_request=3 * HOUR)
    page = client.post(ADD, {"number": "139/KH-SXD", "subject": "về hòa giải"})
    typed = words(page, "//input[@name='typed']/@value")[0]
    sent = {"username": "an", "password": PASSWORD, "next": ADD, "typed": typed}
    shown = client.post(LOGIN, sent, follow=True)
    assert words(shown, "//input[@name='number']/@value") == ["139/KH-SXD"]


def test_the_end_of_a_session_is_a_logout(client, an):
    received = []

    def note(user, **_):
        received.append(user)

    user_logged_out.connect(note)
    client.force_login(an)
    let_pass(client, since_request=3 * HOUR)
    client.get(HOME)
    assert received == [an]


def test_no_page_is_stored_by_the_browser(client, an):
    client.force_login(an)
    assert ["no-store" in client.get(page)["Cache-Control"] for page in (HOME, ADD, LOGIN)] == [True] * 3
