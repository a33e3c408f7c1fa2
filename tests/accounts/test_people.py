"""Giang administers the users of her department: she invites, changes and disables them."""

import re

import pytest
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from accounts.history import history_of
from accounts.models import Role, User
from accounts.people import change_user, disable_user, enable_user, reset_password
from tests.factories import PASSWORD, make_division, make_user
from tests.pages import words

ADD = "/don-vi/2024/nguoi-dung/them/"
SLIP = "//*[@class='slip']//code"


def page(user, what=""):
    return f"/don-vi/2024/nguoi-dung/{user.pk}/{what}"


def key_of(response):
    return words(response, "//input[@name='sent_key']/@value")[0]


def fill(client, **values):
    """Return what Giang sends to invite somebody."""
    sent = {"full_name": "Phạm Hoài Ân", "username": "", "division": "", "role": "staff"}
    return {"sent_key": key_of(client.get(ADD)), **sent, **values}


def recorded(user):
    return [(str(change.changed_by), change.get_kind_display(), change.values) for change in history_of(user)]


@pytest.fixture
def at_giangs_desk(client, giang):
    client.force_login(giang)
    return client


def test_giang_invites_somebody_and_hands_the_password_over(at_giangs_desk, department, giang):
    division = make_division(department, name="Văn phòng")
    response = at_giangs_desk.post(
        ADD, fill(at_giangs_desk, division=division.pk, role="legal_officer"), follow=True
    )
    user = User.objects.get(username="anph")
    assert (user.full_name, user.division, user.role) == ("Phạm Hoài Ân", division, Role.LEGAL_OFFICER)
    username, password = words(response, SLIP)
    assert (username, user.must_change_password) == ("anph", True)
    assert Client().post("/dang-nhap/", {"username": username, "password": password}).url == "/"
    assert recorded(user) == [("Vũ Hương Giang", "Thêm", [])]


def test_the_password_is_shown_once_and_stored_nowhere(at_giangs_desk):
    response = at_giangs_desk.post(ADD, fill(at_giangs_desk), follow=True)
    user, (_, password) = User.objects.get(username="anph"), words(response, SLIP)
    assert "no-store" in response["Cache-Control"]
    again = at_giangs_desk.get(page(user, "mat-khau/"))
    assert words(again, SLIP) == []
    stored = [str(session.get_decoded()) for session in Session.objects.all()]
    stored += [str(recorded(user)), *map(str, get_messages(again.wsgi_request)), str(at_giangs_desk.cookies)]
    assert [text for text in stored if password in text] == []
    assert password not in again.content.decode() + at_giangs_desk.get(page(user)).content.decode()


def test_a_password_waits_for_its_own_page(at_giangs_desk, an, binh):
    at_giangs_desk.post(page(an, "mat-khau/"), {"sent_key": key_of(at_giangs_desk.get(page(an)))})
    assert words(at_giangs_desk.get(page(binh, "mat-khau/")), SLIP) == []
    assert words(at_giangs_desk.get(page(an, "mat-khau/")), SLIP)[0] == "an"


def test_a_double_click_invites_once(at_giangs_desk):
    sent = fill(at_giangs_desk)
    first, second = at_giangs_desk.post(ADD, sent), at_giangs_desk.post(ADD, sent)
    assert (first.url, User.objects.filter(full_name="Phạm Hoài Ân").count()) == (second.url, 1)
    assert words(at_giangs_desk.get(second.url), SLIP)[0] == "anph"


def test_a_double_click_gives_one_new_password(at_giangs_desk, an):
    sent = {"sent_key": key_of(at_giangs_desk.get(page(an)))}
    for _ in range(2):
        response = at_giangs_desk.post(page(an, "mat-khau/"), sent)
    password = words(at_giangs_desk.get(response.url), SLIP)[1]
    an.refresh_from_db()
    assert (an.check_password(password), len(recorded(an))) == (True, 1)


@pytest.mark.parametrize(
    ("typed", "made"),
    [("", "anph2"), ("Hoai.An", "hoai.an"), ("ＡＮ９", "an9"), ("hoàián", "hoàián")],
)
def test_a_user_name_is_made_or_typed(at_giangs_desk, other_department, typed, made):
    make_user(other_department, username="anph")
    at_giangs_desk.post(ADD, fill(at_giangs_desk, username=typed))
    assert User.objects.get(full_name="Phạm Hoài Ân").username == made


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"username": "CHI"}, "Tên đăng nhập này đã có người dùng. Chọn tên khác, hoặc để trống để máy đặt."),
        (
            {"username": "hoài ân"},
            "Tên đăng nhập chỉ gồm chữ cái, chữ số và các dấu @ . + - _, không có khoảng trắng.",
        ),
        ({"full_name": " "}, "Chưa ghi họ và tên."),
        (
            {"role": "justice_officer"},
            "Hãy chọn một lựa chọn hợp lệ. justice_officer không phải là một trong các lựa chọn khả thi.",
        ),
    ],
)
def test_a_slip_invites_nobody_and_keeps_what_was_typed(at_giangs_desk, chi, values, message):
    sent = fill(at_giangs_desk) | values
    response = at_giangs_desk.post(ADD, sent)
    assert words(response, "//*[contains(@class, 'invalid-feedback')]") == [message]
    assert words(response, "//input[@name='username']/@value") == (
        [sent["username"]] if sent["username"] else []
    )
    assert User.objects.count() == 2


def test_a_division_of_others_cannot_be_chosen(at_giangs_desk, other_department):
    division = make_division(other_department)
    assert at_giangs_desk.post(ADD, fill(at_giangs_desk, division=division.pk)).status_code == 200
    assert User.objects.count() == 1


def test_a_body_that_others_report_to_has_justice_officers(client, justice_department, department):
    client.force_login(make_user(justice_department, Role.ADMINISTRATOR))
    assert words(client.get(ADD), "//select[@name='role']/option/@value") == [
        "staff",
        "legal_officer",
        "justice_officer",
        "administrator",
    ]
    assert client.post(ADD, fill(client, role="justice_officer")).status_code == 302


def test_giang_makes_an_the_legal_officer(at_giangs_desk, department, an, giang):
    division = make_division(department, name="Văn phòng")
    sent = {"full_name": "Nguyễn Hoài Ân", "division": division.pk, "role": "legal_officer"}
    assert at_giangs_desk.post(page(an, "sua/"), sent).url == page(an)
    an.refresh_from_db()
    assert (an.full_name, an.division, an.role) == ("Nguyễn Hoài Ân", division, Role.LEGAL_OFFICER)
    assert recorded(an) == [
        (
            "Vũ Hương Giang",
            "Sửa",
            [
                ["họ và tên", "Nguyễn Hoài An", "Nguyễn Hoài Ân"],
                ["phòng, đơn vị", "", "Văn phòng"],
                ["vai trò", "Chuyên viên", "Cán bộ pháp chế"],
            ],
        )
    ]
    assert words(at_giangs_desk.get(page(an)), "//*[contains(@class, 'history')]//ins") == [
        "Nguyễn Hoài Ân",
        "Văn phòng",
        "Cán bộ pháp chế",
    ]


def test_giang_keeps_her_own_role_whatever_she_sends(at_giangs_desk, giang):
    at_giangs_desk.post(page(giang, "sua/"), {"full_name": "Vũ Giang", "role": "staff"})
    giang.refresh_from_db()
    assert (giang.full_name, giang.role) == ("Vũ Giang", Role.ADMINISTRATOR)
    giang.role = Role.STAFF
    with pytest.raises(ValidationError, match="Không tự đổi vai trò của mình"):
        change_user(giang, by=User.objects.get(pk=giang.pk))


@pytest.mark.parametrize("act", ["ngung/", "mat-khau/"])
def test_giang_neither_shuts_herself_out_nor_takes_her_own_password(at_giangs_desk, giang, act):
    sent = {"sent_key": "1b4e28ba-2fa1-41d2-883f-0016d3cca427"}
    response = at_giangs_desk.post(page(giang, act), sent, follow=True)
    assert response.redirect_chain == [(page(giang), 302)]
    assert re.match("Không tự ngừng|Mật khẩu của mình", words(response, "//*[@role='status']/p")[0])
    giang.refresh_from_db()
    assert (giang.is_active, giang.check_password(PASSWORD)) == (True, True)


def test_who_leaves_is_out_at_once_and_may_come_back(at_giangs_desk, an):
    ans_desk = Client()
    ans_desk.force_login(an)
    response = at_giangs_desk.post(page(an, "ngung/"), follow=True)
    assert ans_desk.get("/nam/2024/").status_code == 302
    undo = words(response, "//*[@role='status']//form/@action")
    assert undo == [page(an, "mo-lai/")]
    assert Client().post("/dang-nhap/", {"username": "an", "password": PASSWORD}).status_code == 200
    at_giangs_desk.post(undo[0])
    assert Client().post("/dang-nhap/", {"username": "an", "password": PASSWORD}).url == "/"
    assert [values for _, _, values in recorded(an)] == [
        [["tài khoản", "đã ngừng", "đang dùng"]],
        [["tài khoản", "đang dùng", "đã ngừng"]],
    ]


def test_a_new_password_ends_the_sessions_of_its_person(at_giangs_desk, an):
    ans_desk = Client()
    ans_desk.force_login(an)
    at_giangs_desk.post(page(an, "mat-khau/"), {"sent_key": key_of(at_giangs_desk.get(page(an)))})
    assert ans_desk.get("/nam/2024/").url == "/dang-nhap/?next=/nam/2024/"
    an.refresh_from_db()
    assert (an.check_password(PASSWORD), an.must_change_password) == (False, True)


@pytest.mark.parametrize("what", ["", "sua/", "mat-khau/"])
def test_the_people_of_others_are_not_found(at_giangs_desk, chi, what):
    assert at_giangs_desk.get(page(chi, what)).status_code == 404


@pytest.mark.parametrize("what", ["sua/", "mat-khau/", "ngung/", "mo-lai/"])
def test_nothing_is_done_to_the_people_of_others(at_giangs_desk, chi, what):
    assert at_giangs_desk.post(page(chi, what), {"full_name": "Khác", "role": "staff"}).status_code == 404
    assert recorded(chi) == []


@pytest.mark.parametrize("verb", [change_user, disable_user, enable_user, reset_password])
def test_who_is_no_administrator_any_more_does_nothing(an, binh, giang, verb):
    User.objects.filter(pk=giang.pk).update(role=Role.STAFF)
    with pytest.raises(PermissionDenied):
        verb(an, by=giang)
