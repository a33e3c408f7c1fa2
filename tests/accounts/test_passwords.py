"""Passwords: which are taken, how one's own is changed, and that one handed over is changed first of all."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.formats import date_format
from django.utils.timezone import localtime

from accounts.guessable import pieces
from accounts.models import Change, Role, User
from accounts.passwords import READABLE, readable_password
from accounts.people import invite_user, reset_password
from tests.factories import PASSWORD, make_plan
from tests.pages import words

PAGE = "/mat-khau/"
NEW = "mưa rào đầu hạ trên phố"
HOW_TO = "Ghép vài từ không liên quan nhau, như một câu về việc sáng nay của bạn."
COMMON = f"Nhiều người dùng mật khẩu này nên rất dễ đoán. {HOW_TO}"
ERRORS = "//*[contains(@class, 'invalid-feedback')]"


def objections(password, user):
    try:
        validate_password(password, user)
    except ValidationError as error:
        return error.messages
    return []


def guessable(*kinds):
    return f"Mật khẩu mới dễ đoán, vì phần lớn là {', '.join(kinds)}. {HOW_TO}"


OWN, BODY, YEAR, ROW = "tên của bạn", "tên cơ quan", "năm", "dãy phím hoặc số liền nhau"
REPEATED, WORD = "chỗ lặp lại", "từ hay dùng làm mật khẩu"


def send(client, current=PASSWORD, new=NEW, again=None):
    sent = {"current_password": current, "new_password": new, "new_password_again": again or new}
    return client.post(PAGE, sent)


@pytest.mark.parametrize(
    "password",
    [
        NEW,
        "x7k2m9q4w1z8",
        "830274619583",  # no rule asks for letters
        "trời ơi 🌧🌧 mưa",
        "nguyên một câu dài",
        "ă" * 3 + "mtqêph xk ",
        ("mưa rào hạ trên phố vắng " * 6)[:128],
        "k7mp-x2qe-9rta",
    ],
)
def test_a_password_that_is_long_and_ones_own_is_taken(an, password):
    assert objections(password, an) == []


@pytest.mark.parametrize(
    ("password", "messages"),
    [
        ("mưa rào hạ", ["Mật khẩu mới có 10 ký tự, cần ít nhất 12. Thêm vài từ nữa."]),
        ("mưa      rào", ["Mật khẩu mới có 7 ký tự, cần ít nhất 12. Thêm vài từ nữa."]),
        ("mưa rào " * 17, ["Mật khẩu mới có 136 ký tự, dài quá 128. Bớt vài từ."]),
        ("qwerty123456789", [COMMON]),
        ("112112112112112", [COMMON]),
        ("Nguyễn Hoài An 2024", [guessable(OWN, YEAR)]),
        ("hoaiannguyen1990", [guessable(OWN, YEAR)]),
        ("SoXayDungTinhSen1", [guessable(BODY)]),
        ("s0x@yd1ngt1nhs3n", [guessable(BODY)]),
        ("Mật khẩu 123456789", [guessable(WORD, ROW)]),
        ("phobiengiaoducphapluat", [guessable(WORD)]),
        ("câu dài câu dài câu dài", [guessable(WORD, REPEATED)]),
        ("abcdêghijklm", [guessable(ROW)]),
        ("02091945 Sen 02091945", [guessable(YEAR, BODY)]),
        ("1qaz@WSX3edc", [guessable(ROW)]),
    ],
)
def test_a_password_that_can_be_guessed_is_refused(an, password, messages):
    assert objections(password, an) == messages


WEAK = """
Hanoi@123456 Admin@123456 Matkhau@2024 Vietnam123456 Danang@20262026 Quangninh123!@# Haiphong@hp2025 Tranthithuha1988
Lethanhbinh@12345 Phamvanhung1990! Hoaian@19900512 an@sxd2026an Sxd@tinhsen2025 Ubndtinhsen@2026 M@tkh@u123456
P@ssw0rd@2026 Qwerty@123456789 qazwsxedc@123 Asdfghjkl2026 1q2w3e4r5t6y 123456789abc 987654321Abc aaaa1111bbbb
Anhyeuem@1314 Conyeume123456 Iloveyou@2025 Mottinhyeu2024 Thang11@2026 Muathu@hanoi26 Tuphap@2026tp Chuyenvien@2025
Congchuc@123456 Admin@sxd12345 Quantri@2026!! Vietnamvodich2026
"""
GOOD = """
con mèo tha chiếc dép xanh / cà phê đá không đường nhé / trưa nắng phơi áo mưa / đường về quê ngập nước lũ
máy in hết mực chiều thứ sáu / tủ lạnh kêu như ếch / xe buýt 32 tới trễ 7 phút / vịt bơi ngược dòng kênh
bình minh trên đèo dốc đứng / lá bàng rơi đầy sân trường / sóng đánh bay mất cái mũ / horse battery staple correct moon
f7Kq-92xw-Lmzp / zR8#vfP2qLw6 / 7391-kqmx-5528 / u3vw9z!kQp4t
"""


def test_what_people_put_first_is_refused_and_what_they_think_of_themselves_is_not(an):
    phrases = [phrase for line in GOOD.strip().splitlines() for phrase in line.split(" / ")]
    assert [password for password in WEAK.split() if not objections(password, an)] == []
    assert [password for password in phrases if objections(password, an)] == []


def test_the_years_around_this_one_count_nothing_and_others_little(an):
    assert [found.cost for found in pieces("2025 1975", {}, date(2026, 11, 30))] == [0, 1]


def test_a_long_password_is_read_in_time_that_grows_with_its_length():
    assert len(pieces("ab1" * 40, {}, date(2026, 11, 30))) < 10
    assert objections("a" * 1_000_000, None) == ["Mật khẩu mới có 1000000 ký tự, dài quá 128. Bớt vài từ."]


def test_a_password_made_at_random_can_be_read_and_typed():
    made = {readable_password() for _ in range(200)}
    assert len(made) == 200
    assert {len(word) for word in made} == {14}
    assert set("".join(made)) <= {*READABLE, "-"}


def test_an_chooses_another_password(client, an):
    client.force_login(an)
    assert send(client).url == "/"
    an.refresh_from_db()
    assert an.check_password(NEW)
    assert client.get("/nam/2024/").status_code == 200
    assert [change.values for change in Change.objects.all()] == [[["mật khẩu", "", "tự đổi"]]]


def test_every_other_session_of_an_ends(client, an):
    elsewhere = Client()
    elsewhere.force_login(an)
    client.force_login(an)
    send(client)
    assert elsewhere.get("/nam/2024/").url == "/dang-nhap/?next=/nam/2024/"


@pytest.mark.parametrize(
    ("sent", "messages"),
    [
        ({"current": ""}, ["Chưa gõ mật khẩu vào ô này."]),
        ({"current": "sai"}, ["Mật khẩu đang dùng chưa đúng."]),
        ({"again": "mưa rào đầu hạ"}, ["Hai lần gõ mật khẩu mới không giống nhau. Gõ lại lần nữa."]),
        ({"new": PASSWORD}, ["Mật khẩu mới phải khác mật khẩu đang dùng."]),
        ({"new": "ngắn"}, ["Mật khẩu mới có 4 ký tự, cần ít nhất 12. Thêm vài từ nữa."]),
    ],
)
def test_a_slip_changes_nothing_and_an_reads_why(client, an, sent, messages):
    client.force_login(an)
    assert words(send(client, **sent), ERRORS) == messages
    an.refresh_from_db()
    assert an.check_password(PASSWORD)


def test_spaces_belong_to_a_password(client, an):
    client.force_login(an)
    send(client, new=f"  {NEW} ")
    an.refresh_from_db()
    assert (an.check_password(f"  {NEW} "), an.check_password(NEW)) == (True, False)


def test_the_page_says_beforehand_what_is_asked_and_cuts_nothing_off(client, an):
    client.force_login(an)
    response = client.get(PAGE)
    assert len(words(response, "//ul[@id='yeu-cau']/li")) == 2
    assert words(response, "//input[@type='password']/@autocomplete") == [
        "current-password",
        "new-password",
        "new-password",
    ]
    assert words(response, "//input[@type='password']/@maxlength") == []


def test_whoever_sits_at_ans_desk_cannot_guess_for_ever(client, an):
    client.force_login(an)
    assert [send(client, current=f"đoán {number}").status_code for number in range(10)] == [200] * 10
    assert send(client).status_code == 429


@pytest.fixture
def newcomer(client, an, giang):
    """Let An in with the password that Giang handed over."""
    word = reset_password(an, by=giang)
    assert client.post("/dang-nhap/", {"username": "an", "password": word}).url == "/"
    an.word = word
    return an


@pytest.mark.parametrize("address", ["/", "/nam/2024/", "/ke-hoach/2024/", "/ke-hoach/2024/them/"])
def test_every_page_leads_to_the_new_password_first(client, newcomer, address):
    assert client.get(address).url == PAGE


def test_nothing_else_is_done_before(client, newcomer, department):
    plan = make_plan(department)
    assert client.post(f"/ke-hoach/2024/{plan.pk}/xoa/").url == PAGE
    plan.refresh_from_db()
    assert plan.deleted_at is None


@pytest.mark.parametrize(("address", "status"), [(PAGE, 200), ("/trang-thai/", 200), ("/khong-co/", 404)])
def test_what_leads_nowhere_else_stays_open(client, newcomer, address, status):
    assert client.get(address).status_code == status


def test_the_newcomer_may_go_out_again(client, newcomer):
    assert client.post("/dang-xuat/").url == "/dang-nhap/"


def test_afterwards_all_pages_are_open(client, newcomer):
    assert send(client, current=newcomer.word).url == "/"
    assert client.get("/nam/2024/").status_code == 200


def test_the_password_handed_over_has_to_be_changed(client, newcomer):
    response = send(client, current=newcomer.word, new=newcomer.word)
    assert words(response, ERRORS) == ["Mật khẩu mới phải khác mật khẩu đang dùng."]


@pytest.mark.parametrize(("days", "status"), [(6, 302), (8, 200)])
def test_a_password_handed_over_does_not_wait_for_ever(client, an, giang, days, status):
    word = reset_password(an, by=giang)
    given = Change.objects.get()
    Change.objects.update(changed_at=given.changed_at - timedelta(days=days))
    assert client.post("/dang-nhap/", {"username": "an", "password": word}).status_code == status


@pytest.fixture
def given(client, an, giang):
    """Log An in with a password that Giang has set; return that password."""
    password = reset_password(an, by=giang)
    client.post("/dang-nhap/", {"username": "an", "password": password})
    return password


def choose(client, new=NEW):
    return client.post(PAGE, {"new_password": new, "new_password_again": new})


def test_right_after_the_login_an_is_not_asked_for_the_given_password_again(client, an, given):
    assert words(client.get(PAGE), "//input[@type='password']/@name") == [
        "new_password",
        "new_password_again",
    ]
    assert words(choose(client, given), ERRORS) == ["Mật khẩu mới phải khác mật khẩu đang dùng."]
    assert choose(client).url == "/"
    assert "current_password" in words(client.get(PAGE), "//input/@name")


@pytest.mark.parametrize("key", ["an earlier login", "another session"])
def test_later_and_elsewhere_the_given_password_is_asked_for(client, an, given, key):
    if key == "another session":
        client = Client()
        an.refresh_from_db()
        client.force_login(an)
    else:
        session = client.session
        session["given_password_typed_at"] -= 16 * 60
        session.save()
    assert "current_password" in words(client.get(PAGE), "//input/@name")
    assert words(choose(client), ERRORS) == ["Chưa gõ mật khẩu vào ô này."]
    assert send(client, given).url == "/"


def test_a_password_of_ones_own_is_always_asked_for(client, an):
    client.post("/dang-nhap/", {"username": "an", "password": PASSWORD})
    assert "given_password_typed_at" not in client.session
    assert words(choose(client), ERRORS) == ["Chưa gõ mật khẩu vào ô này."]


CHANGES = "//ul[@class='password-changes']/li"


def who_and_what(response):
    return [one.split(": ", 1)[1] for one in words(response, CHANGES)]


def test_an_reads_who_has_reset_her_password_and_when(client, newcomer):
    reset_at = date_format(localtime(Change.objects.get().changed_at), "DATETIME_FORMAT")
    page = client.get(PAGE)
    assert words(page, "//main//section/p")[0] == (
        f"Mật khẩu bạn vừa dùng do Vũ Hương Giang đặt lại lúc {reset_at}. "
        "Trước khi làm việc, hãy chọn mật khẩu của riêng mình."
    )
    assert who_and_what(page) == ["Vũ Hương Giang đặt lại"]


def test_everybody_of_the_department_reads_of_a_reset_password(client, an, binh, giang, chi):
    reset_password(an, by=giang)
    for person, sentences in (
        (binh, ["Vũ Hương Giang đặt lại mật khẩu đăng nhập của Nguyễn Hoài An."]),
        (chi, []),
    ):
        client.force_login(person)
        assert words(client.get("/thong-bao/2024/"), "//ul[contains(@class, 'notices')]/li/div") == sentences


def test_giang_cannot_act_as_an_unseen(client, an, giang):
    """Giang resets An's password, logs in as her and chooses another; An has it reset again and reads of all that."""
    client.post("/dang-nhap/", {"username": "an", "password": reset_password(an, by=giang)})
    assert choose(client).url == "/"
    an.refresh_from_db()
    hers = Client()
    hers.post("/dang-nhap/", {"username": "an", "password": reset_password(an, by=giang)})
    assert who_and_what(hers.get(PAGE)) == [
        "Vũ Hương Giang đặt lại",
        "Nguyễn Hoài An tự đổi",
        "Vũ Hương Giang đặt lại",
    ]


def test_who_enrolled_a_person_is_named_too(client, giang):
    user = User(full_name="Đỗ Thị Ba", username="ba", role=Role.STAFF)
    client.post("/dang-nhap/", {"username": "ba", "password": invite_user(user, by=giang)})
    page = client.get(PAGE)
    assert "do Vũ Hương Giang cấp lúc" in words(page, "//main//section/p")[0]
    assert who_and_what(page) == ["Vũ Hương Giang cấp mật khẩu đầu tiên"]
