"""Where there is nothing to see, the site says so in Vietnamese and shows the way home."""

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path
from lxml import html

from pbgdpl.urls import urlpatterns as site
from tests.pages import title, words


def refuse(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    *site,
    path("cam/", refuse(PermissionDenied())),
    path("sai/", refuse(SuspiciousOperation())),
    path("hong/", refuse(RuntimeError())),
]
REFUSALS = {
    "/khong-co/": (404, "Không có trang này"),
    "/cam/": (403, "Bạn không có quyền xem trang này"),
    "/sai/": (400, "Máy chủ không hiểu yêu cầu này"),
    "/hong/": (500, "Máy chủ gặp lỗi"),
}


def told(response):
    return response.status_code, words(response, "//h1")[0], words(response, "//main//a/@href")


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("address", "refusal"), REFUSALS.items())
def test_an_is_told_and_shown_the_way_home(an, address, refusal):
    client = Client(raise_request_exception=False)
    client.force_login(an)
    assert told(client.get(address)) == (*refusal, ["/"])


def test_a_stranger_is_told_as_well(client, db):
    response = client.get("/khong-co/")
    assert told(response) == (404, "Không có trang này", ["/"])
    assert title(response) == "Không có trang này – Báo cáo PBGDPL"


def test_a_form_from_elsewhere_is_not_taken(an):
    client = Client(enforce_csrf_checks=True)
    client.force_login(an)
    assert told(client.post("/dang-xuat/")) == (403, "Chưa nhận được biểu mẫu vừa gửi", ["/"])


def test_the_page_for_a_broken_server_draws_on_nothing_but_files_that_exist():
    """Neither tags nor names of files made at collection: these could be what is broken."""
    page = (settings.BASE_DIR / "templates" / "500.html").read_text(encoding="utf-8")
    files = html.fromstring(page).xpath("//link/@href")
    assert ("{%" in page, "{{" in page) == (False, False)
    assert [file for file in files if not finders.find(file.removeprefix("/static/"))] == []


@pytest.mark.parametrize("charset", ["utf-16", "zlib", "idna"])
@pytest.mark.parametrize("address", ["/dang-nhap/", "/ke-hoach/2024/them/"])
def test_a_form_in_letters_that_are_not_ours_is_refused(an, address, charset):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(an)
    client.get("/mat-khau/")  # its form brings the token's cookie
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    response = client.generic("POST", address, b"subject=%e9", content_type=kind)
    assert told(response) == (400, "Máy chủ không hiểu yêu cầu này", ["/"])


def test_what_a_page_says_stays_between_us_and_its_reader(client, an):
    client.force_login(an)
    addresses = ("/nam/2024/", "/ke-hoach/2024/", "/ke-hoach/2024/them/", "/khong-co/")
    assert {client.get(address).headers["Cache-Control"] for address in addresses} == {"private, no-cache"}
