"""Who guesses passwords has to wait; nobody else has to."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import override_settings

from accounts.addresses import client_address
from accounts.people import reset_password
from tests.factories import PASSWORD
from tests.pages import title, words

LOGIN = "/dang-nhap/"
OFFICE, HOME = "203.0.113.7", "198.51.100.20"
GUESSES = 10


def log_in(client, username, password=PASSWORD, address=OFFICE, **headers):
    sent = {"username": username, "password": password}
    return client.post(LOGIN, sent, REMOTE_ADDR=address, headers=headers)


def guess(client, times=GUESSES, username="an", **more):
    """Guess several times and return what was answered to the last."""
    return [log_in(client, username, f"đoán lần {number}", **more) for number in range(times)][-1]


def is_in(client, response):
    return response.status_code == 302 and "_auth_user_id" in client.session


def test_after_ten_wrong_passwords_the_right_one_is_not_checked(client, an):
    assert guess(client, GUESSES - 1).status_code == 200
    assert guess(client, 1).status_code == 429
    assert log_in(client, "an").status_code == 429
    assert "_auth_user_id" not in client.session


def test_an_empty_field_is_named(client, an):
    response = log_in(client, "", "")
    assert words(response, "//*[contains(@class, 'invalid-feedback')]") == [
        "Chưa ghi tên đăng nhập.",
        "Chưa gõ mật khẩu vào ô này.",
    ]


def test_the_page_says_how_long_to_wait(client, an):
    response = guess(client)
    assert title(response) == "Tạm dừng đăng nhập – Báo cáo PBGDPL"
    assert words(response, "//main//p")[1] == (
        "Tên đăng nhập này đã gõ sai mật khẩu 10 lần từ máy của bạn. Thử lại sau 15 phút."
    )
    assert 0 < int(response["Retry-After"]) <= 15 * 60


def test_nine_wrong_passwords_are_forgotten_with_the_right_one(client, an):
    guess(client, GUESSES - 1)
    assert is_in(client, log_in(client, "an"))
    client.logout()
    assert guess(client, GUESSES - 1).status_code == 200


def test_a_colleague_behind_the_same_address_comes_in(client, an, binh):
    guess(client)
    assert is_in(client, log_in(client, "binh"))


def test_an_comes_in_from_elsewhere(client, an):
    guess(client)
    assert is_in(client, log_in(client, "an", address=HOME))


def test_capitals_do_not_make_another_name(client, an):
    answers = [guess(client, 1, username=name).status_code for name in ("an", "An", "AN", "aN", "an") * 2]
    assert answers == [200] * 9 + [429]
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["an"]


def test_an_comes_in_whatever_the_capitals(client, an):
    assert is_in(client, log_in(client, "AN"))


def test_after_a_quarter_of_an_hour_an_may_try_again(client, an):
    guess(client)
    attempt = AccessAttempt.objects.get()
    AccessAttempt.objects.update(attempt_time=attempt.attempt_time - timedelta(minutes=10))
    assert words(log_in(client, "an"), "//main//strong") == ["5 phút"]
    AccessAttempt.objects.update(attempt_time=attempt.attempt_time - timedelta(minutes=16))
    assert is_in(client, log_in(client, "an"))


def test_trying_while_shut_out_does_not_make_it_longer(client, an):
    guess(client)
    before = AccessAttempt.objects.get()
    guess(client, 3)
    after = AccessAttempt.objects.get()
    assert (after.attempt_time, after.failures_since_start) == (before.attempt_time, GUESSES)


def test_a_new_password_opens_the_door_at_once(client, an, giang):
    guess(client)
    assert log_in(client, "an", reset_password(an, by=giang)).url == "/"


def test_a_name_that_nobody_has_is_shut_out_alike(client, an):
    assert guess(client, username="ai").status_code == 429


@pytest.mark.parametrize("name", ["a" * 151, "a" * 100_000, "an\0", "İ" * 150, ""])
def test_an_odd_name_is_refused_politely(client, an, name):
    assert log_in(client, name).status_code == 200


def test_the_header_of_a_proxy_counts_for_nothing_without_one(client, an):
    for number in range(GUESSES):
        guess(client, 1, **{"X-Forwarded-For": f"192.0.2.{number}"})
    assert log_in(client, "an").status_code == 429


@override_settings(HTTPS=True)
def test_behind_the_proxy_only_what_it_added_counts(client, an):
    for number in range(GUESSES):
        guess(client, 1, address="127.0.0.1", **{"X-Forwarded-For": f"192.0.2.{number}, {OFFICE}"})
    assert AccessAttempt.objects.get().ip_address == OFFICE
    assert log_in(client, "an", address="127.0.0.1", **{"X-Forwarded-For": OFFICE}).status_code == 429
    assert is_in(client, log_in(client, "an", address="127.0.0.1", **{"X-Forwarded-For": HOME}))


@pytest.mark.parametrize(
    ("forwarded", "remote", "address"),
    [
        ("", "127.0.0.1", "127.0.0.1"),
        ("unknown", "127.0.0.1", "127.0.0.1"),
        ("203.0.113.7:5000", "127.0.0.1", "127.0.0.1"),
        ("10.0.0.1, 2001:DB8::1", "127.0.0.1", "2001:db8::1"),
        ("fe80::1%eth0", "127.0.0.1", "fe80::1"),
        ("", "", None),
    ],
)
@override_settings(HTTPS=True)
def test_an_address_is_one_that_the_database_takes(rf, forwarded, remote, address):
    request = rf.get("/", REMOTE_ADDR=remote, headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == address


def test_nothing_secret_is_stored_of_a_failed_login(client, an):
    client.post(LOGIN, {"username": "an", "password": "một bí mật", "typed": "number=1"})
    client.force_login(an)
    client.post("/mat-khau/", {"current_password": "sai bí mật", "new_password": "bí mật mới của An"})
    stored = "".join(AccessAttempt.objects.values_list("post_data", flat=True))
    assert ("bí mật" in stored, "number=1" in stored) == (False, False)
