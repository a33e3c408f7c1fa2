"""Who guesses passwords has to wait; nobody else has to."""

from datetime import timedelta

import pytest
from django.contrib.auth.signals import user_login_failed
from django.core.management import call_command
from django.db.models import F
from django.db.models.signals import post_save
from django.test import Client, override_settings
from django.utils.timezone import localtime, now

from accounts.addresses import client_address
from accounts.logins.checking import CHECKING, WAITING, login_refused
from accounts.models import LoginAttempt, LoginPlace, Trust
from accounts.people import reset_password
from tests.factories import PASSWORD, make_user
from tests.pages import title, words

LOGIN = "/dang-nhap/"
OFFICE, COLLEAGUE, HOME, TRAIN = "203.0.113.7", "203.0.113.99", "198.51.100.20", "192.0.2.4"
GUESSES = 10


def log_in(client, username, password=PASSWORD, address=OFFICE, **headers):
    sent = {"username": username, "password": password}
    return client.post(LOGIN, sent, REMOTE_ADDR=address, headers=headers)


def guess(client, times=GUESSES + 1, username="an", **more):
    """Guess several times, by default once more than is checked, and return what was answered to the last."""
    return [log_in(client, username, f"đoán lần {number}", **more) for number in range(times)][-1]


def is_in(client, response):
    return response.status_code == 302 and "_auth_user_id" in client.session


def test_after_ten_wrong_passwords_the_right_one_is_not_checked(client, an):
    assert guess(client, GUESSES).status_code == 200
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
        f"Tên đăng nhập này đã gõ sai mật khẩu 10 lần. Thử lại sau 15 phút, lúc {opens_at()}."
    )
    assert 0 < int(response["Retry-After"]) <= 15 * 60


def test_nine_wrong_passwords_are_forgotten_with_the_right_one(client, an):
    guess(client, GUESSES - 1)
    assert is_in(client, log_in(client, "an"))
    client.logout()
    assert guess(client, GUESSES).status_code == 200


def test_a_colleague_behind_the_same_address_comes_in(client, an, binh):
    guess(client)
    assert is_in(client, log_in(client, "binh"))


def test_nobody_elsewhere_locks_an_out_of_the_network_where_she_logged_in_before(client, an):
    log_in(client, "an")
    assert guess(Client(), address=HOME).status_code == 429
    other_computer = Client()
    assert is_in(other_computer, log_in(other_computer, "an", address=COLLEAGUE))


def test_nobody_anywhere_locks_an_out_of_the_device_where_she_logged_in_before(client, an):
    log_in(client, "an")
    client.post("/dang-xuat/")
    for address in (OFFICE, HOME):
        assert guess(Client(), address=address).status_code == 429
    assert is_in(client, log_in(client, "an", address=TRAIN))


def test_a_device_is_known_for_those_who_logged_in_there(client, an, binh):
    log_in(client, "an")
    client.post("/dang-xuat/")
    log_in(client, "binh")
    client.post("/dang-xuat/")
    for name in ("an", "binh"):
        guess(Client(), username=name, address=TRAIN)
        response = log_in(client, name, address=TRAIN)
        assert is_in(client, response)
        client.post("/dang-xuat/")


@pytest.mark.parametrize("cookie", ["", "x", "WyJ4IixbMV1d:1wXyZa:abc", "%C4%91" * 600])
def test_a_cookie_that_the_site_has_not_signed_makes_no_device(client, an, cookie):
    guess(Client())
    client.cookies["device"] = cookie
    assert log_in(client, "an").status_code == 429


def test_the_device_of_chi_opens_nothing_for_the_name_of_an(client, an, chi):
    log_in(client, "chi")
    client.post("/dang-xuat/")
    guess(Client(), address=HOME)
    assert log_in(client, "an", address=HOME).status_code == 429


def test_a_network_of_long_ago_is_not_known(client, an):
    log_in(client, "an")
    LoginPlace.objects.update(last_at=F("last_at") - timedelta(days=91))
    guess(Client(), address=HOME)
    assert log_in(Client(), "an").status_code == 429


def test_capitals_do_not_make_another_name(client, an):
    answers = [guess(client, 1, username=name).status_code for name in ("an", "An", "AN", "aN", "an") * 3]
    assert answers == [200] * 10 + [429] * 5
    assert LoginAttempt.objects.values("name").distinct().count() == 1


def test_an_comes_in_whatever_the_capitals(client, an):
    assert is_in(client, log_in(client, "AN"))


def let_pass(**time):
    """Move all wrong passwords into the past."""
    LoginAttempt.objects.update(tried_at=F("tried_at") - timedelta(**time))


def opens_at():
    """Return when the first of ten wrong passwords is a quarter of an hour old."""
    first = LoginAttempt.objects.order_by("tried_at").first().tried_at
    return f"{localtime(first + timedelta(minutes=15)):%H:%M}"


def test_after_a_quarter_of_an_hour_an_may_try_again(client, an):
    guess(client)
    let_pass(minutes=10)
    assert words(log_in(client, "an"), "//main//strong") == ["5 phút"]
    let_pass(minutes=6)
    assert is_in(client, log_in(client, "an"))


def test_trying_while_shut_out_does_not_make_it_longer(client, an):
    guess(client)
    before = list(LoginAttempt.objects.values_list("pk", "tried_at"))
    guess(client, 3)
    assert list(LoginAttempt.objects.values_list("pk", "tried_at")) == before


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
    assert set(LoginAttempt.objects.values_list("address", flat=True)) == {f"{OFFICE}/32"}
    assert log_in(client, "an", address="127.0.0.1", **{"X-Forwarded-For": OFFICE}).status_code == 429
    LoginPlace.objects.create(user=an, network="198.51.100.0/24")
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
    client.post(LOGIN, {"username": "mật khẩu ở nhầm ô", "password": "một bí mật", "typed": "number=1"})
    client.force_login(an)
    client.post("/mat-khau/", {"current_password": "sai bí mật", "new_password": "bí mật mới của An"})
    stored = str(list(LoginAttempt.objects.values()))
    assert [one in stored for one in ("mật khẩu", "bí mật", "number=1", "'an'")] == [False] * 4


def spray(names, passwords=1, addresses=(OFFICE,)):
    """Try passwords for each name, in turn from the addresses; return how many were checked."""
    client, answers = Client(), []
    for number in range(passwords):
        for place, name in enumerate(names):
            address = addresses[(place + number) % len(addresses)]
            answers.append(log_in(client, name, f"đoán lần {number}", address=address).status_code)
    return answers.count(200)


NAMES = [f"nguoi{number}" for number in range(25)]


def test_who_tries_many_names_has_one_try_a_name(db):
    assert spray(NAMES, passwords=2) == len(NAMES)


def test_an_office_where_somebody_sprays_works_on(client, an, binh, department):
    log_in(client, "an")
    log_in(Client(), "binh")
    client.post("/dang-xuat/")
    spray([*NAMES[:12], "an"], passwords=2)
    newcomer, other_computer = Client(), Client()
    make_user(department, username="moi")
    assert is_in(client, log_in(client, "an"))
    assert is_in(other_computer, log_in(other_computer, "binh"))
    assert is_in(newcomer, log_in(newcomer, "moi"))


def make_failures(count, names, network="203.0.113", minutes=30):
    """Save wrong passwords of some minutes ago, in turn for so many names from all addresses of a network."""
    LoginAttempt.objects.bulk_create(
        LoginAttempt(
            name=f"người {number % names}",
            address=f"{network}.{number % 250}/32",
            network=f"{network}.0/24",
            trust=Trust.STRANGER,
            tried_at=now() - timedelta(minutes=minutes),
        )
        for number in range(count)
    )


def test_neighbours_of_a_sprayer_are_counted_with_him_and_others_are_not(client, an):
    make_failures(30, names=30)
    office, home = spray(["an"], 3), spray(["an"], 3, addresses=[HOME])
    assert (office, home) == (1, 3)


@pytest.mark.parametrize(("failures", "checked"), [(198, 1), (199, 1), (200, 0)])
def test_a_network_checks_two_hundred_wrong_passwords_an_hour(an, failures, checked):
    make_failures(failures, names=failures)
    assert spray(["an"], 2) == checked


@pytest.mark.parametrize(("failures", "checked"), [(98, 2), (99, 1), (100, 0)])
def test_the_whole_site_checks_three_hundred_an_hour(an, failures, checked):
    for network in ("10.0.1", "10.0.2", "10.0.3"):
        make_failures(100 if network != "10.0.3" else failures, names=100, network=network)
    assert spray(["an"], 2) == checked


def test_the_whole_site_checks_thirty_wrong_passwords_a_minute(client, an, binh):
    log_in(client, "binh", address=HOME)
    client.post("/dang-xuat/")
    make_failures(28, names=28, minutes=0)
    assert spray(NAMES[:4], addresses=[f"10.0.{number}.1" for number in range(4)]) == 2
    response = log_in(Client(), "an", address=TRAIN)
    assert (response.status_code, response["Retry-After"] <= "60") == (429, True)
    assert words(response, "//main//p")[1].startswith("Trang đang nhận quá nhiều lần đăng nhập sai")
    assert is_in(client, log_in(client, "binh", address=TRAIN))
    let_pass(minutes=1)
    another = Client()
    assert is_in(another, log_in(another, "an", address=TRAIN))


def test_attempts_of_yesterday_are_deleted(client, an):
    guess(client, 3)
    let_pass(days=1)
    guess(client, 1)
    assert LoginAttempt.objects.count() == 1


def test_one_password_is_checked_at_a_time_and_few_wait(client, an):
    taken = [WAITING.acquire(blocking=False) for _ in range(7)]
    try:
        response = log_in(client, "an")
    finally:
        for _ in range(taken.count(True)):
            WAITING.release()
    assert (taken.count(True), response.status_code, response["Retry-After"]) == (6, 429, "5")
    assert words(response, "//main//strong") == ["5 giây"]
    assert CHECKING.acquire(blocking=False)
    CHECKING.release()
    assert is_in(client, log_in(client, "an"))


def test_many_at_the_same_moment_pass_no_limit_together(client, an):
    """Ten failures that others save after the first count are seen by the second one."""

    def others_save(sender, instance, created, **_):
        LoginAttempt.objects.bulk_create(
            LoginAttempt(name=instance.name, trust=Trust.STRANGER) for _ in range(GUESSES)
        )

    post_save.connect(others_save, sender=LoginAttempt)
    try:
        answer = log_in(client, "an")
    finally:
        post_save.disconnect(others_save, sender=LoginAttempt)
    assert (answer.status_code, LoginAttempt.objects.count()) == (429, GUESSES)


def test_signals_tell_of_a_wrong_password_and_of_a_refused_one(client, an):
    told = []

    def note_failure(credentials, **_):
        told.append(("failed", credentials["username"]))

    def note_refusal(username, reason, **_):
        told.append((reason, username))

    user_login_failed.connect(note_failure)
    login_refused.connect(note_refusal)
    guess(client, 11)
    assert told == [("failed", "an")] * 10 + [("name", "an")]


def test_what_was_typed_before_the_login_outlives_the_wait(client, an):
    guess(client)
    sent = {"username": "an", "password": "x", "next": "/ke-hoach/2024/them/", "typed": "number=139"}
    page = client.post(LOGIN, sent)
    assert (page.status_code, words(page, "//main//input[@name='typed']/@value")) == (429, ["number=139"])


def test_a_command_lets_a_name_or_everybody_try_again(client, an, binh, capsys):
    guess(client)
    call_command("allow_login", "AN")
    assert capsys.readouterr().out == "Đã quên 10 lần gõ sai mật khẩu. Đăng nhập lại được ngay.\n"
    guess(client)
    guess(client, username="binh")
    call_command("allow_login")
    assert is_in(client, log_in(client, "binh"))
