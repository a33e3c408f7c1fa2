"""The frame around every page says whose it is, which year it is of, where one is and where one can go."""

import pytest
from django.utils import timezone

from accounts.models import Role
from tests.factories import make_division, make_organisation, make_period, make_plan, make_report, make_user
from tests.pages import title, words

PAGES = {
    "/nam/2024/": "Trang chủ",
    "/van-ban-chi-dao/2024/": "Văn bản chỉ đạo",
    "/ke-hoach/2024/": "Kế hoạch, văn bản",
    "/chinh-sach/2024/": "Chính sách",
    "/hoat-dong/2024/": "Hoạt động",
    "/bao-cao/2024/": "Báo cáo",
}
LONGER_TITLES = {"Chính sách": "Chính sách, dự thảo"}
NAVIGATION = "//nav[@class='site-navigation']//a"
MENU = "//details[contains(@class, 'person')]/div"
YEARS = "//ul[@aria-label='Chọn năm']//a"


@pytest.mark.parametrize(("address", "name"), PAGES.items())
def test_a_page_says_where_an_is(client, an, address, name):
    client.force_login(an)
    response = client.get(address)
    assert title(response) == f"{LONGER_TITLES.get(name, name)} năm 2024 – Sở Xây dựng tỉnh Sen"
    assert words(response, NAVIGATION) == list(PAGES.values())
    assert words(response, f"{NAVIGATION}/@href") == list(PAGES)
    assert words(response, f"{NAVIGATION}[@aria-current='page']") == [name]


BELOW = {
    "/van-ban-chi-dao/2024/them/": "Văn bản chỉ đạo",
    "/ke-hoach/2024/{plan}/": "Kế hoạch, văn bản",
    "/ke-hoach/2024/{plan}/sua/": "Kế hoạch, văn bản",
    "/hoat-dong/2024/them/": "Hoạt động",
    "/doi-chieu/2024/": "Trang chủ",
    "/don-vi/2024/nguoi-dung/them/": "Đơn vị",
    "/don-vi/2024/phong/them/": "Đơn vị",
    "/don-vi/2024/sua/": "Đơn vị",
}


@pytest.mark.parametrize(("address", "name"), BELOW.items())
def test_a_page_below_a_list_says_which(client, giang, department, address, name):
    client.force_login(giang)
    response = client.get(address.format(plan=make_plan(department).pk))
    assert words(response, f"{NAVIGATION}[@aria-current]") == [name]
    assert words(response, f"{NAVIGATION}[@aria-current='page']") == []


def test_another_year_of_such_a_page_is_that_of_its_list(client, an):
    client.force_login(an)
    years = words(client.get("/ke-hoach/2024/them/"), f"{YEARS}/@href")
    assert {year.split("/")[1] for year in years} == {"ke-hoach"}
    assert [len(year.split("/")) for year in years] == [4] * len(years)


def test_an_administrator_has_the_department_in_the_navigation(client, giang):
    client.force_login(giang)
    response = client.get("/don-vi/2024/")
    assert words(response, NAVIGATION) == [*PAGES.values(), "Đơn vị"]
    assert words(response, f"{NAVIGATION}[@aria-current='page']/@href") == ["/don-vi/2024/"]
    assert words(response, f"{YEARS}[@aria-current]/@href") == ["/don-vi/2024/"]


RECEIVERS = {
    "board": "/tong-hop/2024/",
    "periods": "/ky-bao-cao/2024/",
    "outlines": "/de-cuong/2024/",
    "criteria sets": "/bo-tieu-chi/2024/",
}


@pytest.mark.parametrize("page", RECEIVERS)
def test_the_justice_department_has_the_board_in_the_navigation(client, dung, page):
    client.force_login(dung)
    response = client.get(RECEIVERS[page])
    assert words(response, NAVIGATION) == list(PAGES.values())
    assert words(response, f"{NAVIGATION}[@aria-current]/@href") == ["/tong-hop/2024/"]
    year = timezone.localdate().year
    assert RECEIVERS[page].replace("2024", str(year)) in words(response, f"{YEARS}/@href")


def test_colleagues_of_dung_have_the_board_as_home_in_six_words_and_one_for_the_administrator(
    client, dung, department
):
    seen = {}
    for role in (Role.ADMINISTRATOR, Role.STAFF, Role.LEGAL_OFFICER):
        client.force_login(make_user(dung.organisation, role))
        home = client.get("/").url
        seen[role] = (home, words(client.get(home), NAVIGATION))
    board, pages = f"/tong-hop/{timezone.localdate().year}/", list(PAGES.values())
    assert seen == {
        Role.ADMINISTRATOR: (board, [*pages, "Đơn vị"]),
        Role.STAFF: (board, pages),
        Role.LEGAL_OFFICER: (board, pages),
    }


def test_of_a_body_without_departments_the_administrator_alone_starts_at_the_board(client, db):
    body, homes = make_organisation(), []
    for role in (Role.ADMINISTRATOR, Role.LEGAL_OFFICER):
        client.force_login(make_user(body, role))
        homes.append(client.get("/").url)
    year = timezone.localdate().year
    assert homes == [f"/tong-hop/{year}/", f"/nam/{year}/"]


def test_the_own_year_of_the_justice_department_stands_below_the_board_and_stays_in_the_menu(client, dung):
    make_period(dung.organisation, reporting_year=2023, opened_by=dung)
    client.force_login(dung)
    response = client.get("/nam/2024/")
    assert words(response, f"{NAVIGATION}[@aria-current='true']/@href") == ["/tong-hop/2024/"]
    assert words(response, f"{YEARS}[not(small)]/@href") == ["/nam/2023/"]
    assert words(response, "//main//a[contains(@class, 'btn-primary')]/@href") == ["/tong-hop/2024/"]


def test_the_year_menu_keeps_to_half_years_and_knows_the_years_with_a_period(client, dung):
    make_period(dung.organisation, reporting_year=2019, opened_by=dung)
    client.force_login(dung)
    response = client.get("/tong-hop/2024-6-thang/")
    assert words(response, f"{YEARS}[not(small)]/@href") == ["/tong-hop/2019-6-thang/"]


def test_dung_starts_at_the_board_of_the_period_that_was_opened_last(client, dung):
    client.force_login(dung)
    assert client.get("/").url == f"/tong-hop/{timezone.localdate().year}/"
    make_period(dung.organisation, reporting_year=2024, opened_by=dung)
    make_period(dung.organisation, reporting_year=2023, kind="half_year", opened_by=dung)
    assert client.get("/").url == "/tong-hop/2023-6-thang/"


def test_the_menu_says_who_is_here_and_leads_to_the_password(client, department):
    division = make_division(department, name="Văn phòng")
    client.force_login(make_user(department, Role.LEGAL_OFFICER, full_name="Đỗ Hà", division=division))
    response = client.get("/nam/2024/")
    assert words(response, f"{MENU}/p") == ["Đỗ HàCán bộ pháp chếVăn phòng"]
    assert words(response, f"{MENU}/a | {MENU}//button") == ["Kiểm tra tệp", "Đổi mật khẩu", "Đăng xuất"]
    assert words(response, f"{MENU}/a/@href") == ["/kiem-tra-tep/2024/", "/mat-khau/"]


def test_a_page_without_a_year_has_no_navigation(client, giang):
    client.force_login(giang)
    assert words(client.get("/mat-khau/"), NAVIGATION) == []


@pytest.mark.parametrize("address", [*PAGES, "/doi-chieu/2024/"])
def test_another_year_shows_the_same_page(client, an, department, address):
    make_plan(department, reporting_year=2019)
    client.force_login(an)
    now = timezone.localdate().year
    years = sorted({2019, 2024, now - 1, now, now + 1}, reverse=True)
    response = client.get(address)
    assert words(response, f"{YEARS}/@href") == [address.replace("2024", str(year)) for year in years]
    assert words(response, f"{YEARS}[@aria-current]") == ["2024 chưa có dữ liệu"]
    assert words(response, f"{YEARS}[not(small)]") == ["2019"]


def test_chi_does_not_see_the_years_of_another_department(client, chi, department):
    make_report(department, reporting_year=2019)
    client.force_login(chi)
    assert "2019" not in "".join(words(client.get("/nam/2024/"), YEARS))


@pytest.mark.parametrize("address", ["/nam/1999/", "/ke-hoach/2101/", "/bao-cao/24/", "/hoat-dong/٢٠٢٤/"])
def test_a_year_that_no_row_can_bear_has_no_page(client, an, address):
    client.force_login(an)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/nam/2000/", "/nam/2100/"])
def test_the_first_and_the_last_year_have_pages(client, an, address):
    client.force_login(an)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", [*PAGES, "/dang-nhap/"])
def test_no_page_needs_a_script_or_a_style_of_its_own(client, an, department, address):
    make_report(department)
    if address != "/dang-nhap/":
        client.force_login(an)
    response = client.get(address)
    assert words(response, "//style | //script[not(@src)] | //@style | //@*[starts-with(name(), 'on')]") == []
