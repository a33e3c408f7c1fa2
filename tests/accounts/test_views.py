"""People come in by name and password, and nobody else does."""

import pytest
from django.urls import reverse

from tests.factories import PASSWORD, make_plan
from tests.pages import title, words

LOGIN = "/dang-nhap/"


def log_in(client, username, password=PASSWORD, **more):
    return client.post(LOGIN, {"username": username, "password": password, **more})


def test_an_comes_in_and_sees_the_last_year_with_rows(client, an, department):
    make_plan(department, reporting_year=2023)
    make_plan(department, reporting_year=2021)
    response = client.post(LOGIN, {"username": "an", "password": PASSWORD}, follow=True)
    assert response.redirect_chain == [("/", 302), ("/nam/2023/", 302)]


def test_an_is_brought_to_the_page_asked_for_first(client, an):
    asked = client.get("/ke-hoach/2024/?tim=luat")
    assert asked.url == f"{LOGIN}?next=/ke-hoach/2024/%3Ftim%3Dluat"
    hidden = words(client.get(asked.url), "//input[@name='next']/@value")
    assert log_in(client, "an", next=hidden[0]).url == "/ke-hoach/2024/?tim=luat"


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(client, an, elsewhere):
    assert log_in(client, "an", next=elsewhere).url == "/"


@pytest.mark.parametrize(("username", "password"), [("an", "sai"), ("ai", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_get_the_same_message(client, an, username, password):
    response = log_in(client, username, password)
    sentence = (
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ tiếng Việt rồi thử lại."
    )
    assert (response.status_code, words(response, "//*[contains(@class, 'alert')]")) == (200, [sentence])


def test_who_left_the_department_cannot_come_in(client, an):
    an.is_active = False
    an.save()
    assert log_in(client, "an").status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_login_page_names_its_fields(client, db):
    response = client.get(LOGIN)
    assert title(response) == "Đăng nhập – Báo cáo PBGDPL"
    assert [label.rstrip("* ") for label in words(response, "//label")] == ["Tên đăng nhập", "Mật khẩu"]


def test_an_goes_out_and_is_a_stranger_again(client, an):
    client.force_login(an)
    assert client.post("/dang-xuat/").url == LOGIN
    assert client.get(reverse("year", args=[2024])).url == f"{LOGIN}?next=/nam/2024/"
