"""The frame around every page says whose it is, which year it is of, where one is and where one can go."""

import pytest
from django.utils import timezone

from tests.factories import make_plan, make_report
from tests.pages import title, words

PAGES = {
    "/nam/2024/": "Trang chủ",
    "/van-ban-chi-dao/2024/": "Văn bản chỉ đạo",
    "/ke-hoach/2024/": "Kế hoạch, văn bản",
    "/hoat-dong/2024/": "Hoạt động",
    "/bao-cao/2024/": "Báo cáo",
}
NAVIGATION = "//nav[@class='site-navigation']//a"
YEARS = "//ul[@aria-label='Chọn năm']//a"


@pytest.mark.parametrize(("address", "name"), PAGES.items())
def test_a_page_says_where_an_is(client, an, address, name):
    client.force_login(an)
    response = client.get(address)
    assert title(response) == f"{name} năm 2024 – Sở Xây dựng tỉnh Sen"
    assert words(response, NAVIGATION) == list(PAGES.values())
    assert words(response, f"{NAVIGATION}/@href") == list(PAGES)
    assert words(response, f"{NAVIGATION}[@aria-current='page']") == [name]


@pytest.mark.parametrize("address", PAGES)
def test_another_year_shows_the_same_page(client, an, department, address):
    make_plan(department, reporting_year=2019)
    client.force_login(an)
    now = timezone.localdate().year
    years = sorted({2019, 2024, now - 1, now, now + 1}, reverse=True)
    response = client.get(address)
    assert words(response, f"{YEARS}/@href") == [address.replace("2024", str(year)) for year in years]
    assert words(response, f"{YEARS}[@aria-current]") == ["2024 chưa có dữ liệu"]
    assert words(response, f"{YEARS}[not(small)]") == ["2019"]


def test_the_years_of_others_are_not_told(client, chi, department):
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
