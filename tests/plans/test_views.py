"""An finds the documents of the year, and never those of another department."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.kinds import DocumentKind
from tests.factories import make_directive, make_plan
from tests.pages import row_words, words

LISTS = {"/ke-hoach/2024/": make_plan, "/van-ban-chi-dao/2024/": make_directive}
each_list = pytest.mark.parametrize(("address", "make"), LISTS.items())
FOUND = "//*[@class='found']"
CHIPS = "//ul[@class='chips']//a"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


def test_an_sees_her_departments_plans_in_the_order_of_the_report(client_of_an, department):
    make_plan(department, number="309/KH-SXD", issued_on=date(2024, 2, 16), subject="về công tác văn thư")
    make_plan(
        department,
        position=1,
        number="498/SXD-VP",
        kind=DocumentKind.OFFICIAL_LETTER,
        kind_as_written="Văn bản",
    )
    make_plan(department, number="139/KH-SXD", issued_on=date(2024, 1, 6), subject="ban hành <b>Quy chế</b>")
    response = client_of_an.get("/ke-hoach/2024/")
    assert [row[:3] for row in row_words(response)] == [
        ["1", "139/KH-SXD", "06/01/2024"],
        ["2", "309/KH-SXD", "16/02/2024"],
        ["3", "498/SXD-VP", "16/01/2024"],
    ]
    assert row_words(response)[0][3:] == ["Kế hoạch", "ban hành <b>Quy chế</b>"]
    assert row_words(response)[2][3] == "Văn bản"
    assert words(response, FOUND) == ["3 văn bản, theo thứ tự của báo cáo."]


def test_a_directive_names_the_body_it_came_from(client_of_an, department):
    make_directive(department, number="41/KH-UBND", issuing_body="UBND tỉnh Sen", subject="về truyền thông")
    assert row_words(client_of_an.get("/van-ban-chi-dao/2024/")) == [
        ["1", "41/KH-UBND", "16/01/2024", "Kế hoạch", "UBND tỉnh Sen", "về truyền thông"]
    ]


@each_list
def test_binh_sees_what_an_sees(client, an, binh, department, address, make):
    make(department)
    seen = []
    for person in (an, binh):
        client.force_login(person)
        seen.append(row_words(client.get(address)))
    assert (len(seen[0]), seen[0]) == (1, seen[1])


@each_list
def test_chi_and_dung_see_nothing_of_another_department(client, chi, dung, department, address, make):
    make(department)
    for stranger in (chi, dung):
        client.force_login(stranger)
        assert row_words(client.get(address)) == []


@each_list
def test_a_stranger_is_sent_to_the_login(client, db, address, make):
    assert client.get(address).url == f"/dang-nhap/?next={address}"


@each_list
def test_another_year_stays_out(client_of_an, department, address, make):
    make(department, reporting_year=2023)
    assert row_words(client_of_an.get(address)) == []


@each_list
def test_the_list_says_which_values_are_missing(client_of_an, department, address, make):
    make(department, number="", issued_on=None, subject="về chuyển đổi số", in_report=False)
    row = row_words(client_of_an.get(address))[0]
    assert [row[1], row[2], row[-1]] == [
        "Chưa có số",
        "Chưa ghi ngày",
        "về chuyển đổi số Chỉ nêu trong phần lời",
    ]


@each_list
@pytest.mark.parametrize("search", ["duong bo", "ĐƯỜNG", "bo+139%2Fkh", "đuờng"])
def test_an_searches_without_marks(client_of_an, department, address, make, search):
    make(department, number="139/KH-X", subject="về an toàn Đường bộ")
    make(department, number="140/KH-X", subject="về hộ tịch")
    response = client_of_an.get(f"{address}?tim={search}")
    assert [row[1] for row in row_words(response)] == ["139/KH-X"]


@each_list
def test_a_search_is_shown_and_stays_in_its_box(client_of_an, department, address, make):
    make(department, subject="về hộ tịch")
    make(department, subject="về “hộ khẩu”")
    response = client_of_an.get(address, {"tim": ' "><script> ho  tich '})
    assert words(response, "//input[@name='tim']/@value") == ['"><script> ho tich']
    assert words(response, "//main//script") == []
    response = client_of_an.get(address, {"tim": "ho tich"})
    assert words(response, FOUND) == ["1 trong 2 văn bản"]
    assert words(response, CHIPS) == ["Bỏ lọc: Có “ho tich”"]


@each_list
def test_a_search_that_finds_nothing_shows_the_way_out(client_of_an, department, address, make):
    make(department)
    response = client_of_an.get(f"{address}?tim=không có đâu")
    assert words(response, "//main//h2") == ["Không tìm thấy văn bản nào"]
    assert words(response, f"{CHIPS}/@href | //div[@class='nothing']//a/@href") == [address] * 2


@each_list
@pytest.mark.parametrize("search", ["a " * 5000, "%", "_", "\\", "\x00", "' OR 1=1 --"])
def test_odd_searches_find_nothing(client_of_an, department, address, make, search):
    make(department, number="139/KH-X", subject="về hộ tịch")
    response = client_of_an.get(address, {"tim": search})
    assert (response.status_code, len(row_words(response))) == (200, 1 if search == "\x00" else 0)


@each_list
def test_an_follows_home_to_the_rows_without_a_date(client_of_an, department, address, make):
    make(department, number="1/KH-X")
    make(department, number="2/KH-X", issued_on=None)
    make(department, number="3/KH-X", issued_on=None, in_report=False)
    response = client_of_an.get(f"{address}?thieu=ngay")
    assert [row[1] for row in row_words(response)] == ["2/KH-X"]
    assert words(response, FOUND) == ["1 trong 3 văn bản"]
    assert words(response, CHIPS) == ["Bỏ lọc: Chưa ghi ngày ban hành"]


@each_list
def test_long_lists_are_turned_by_pages_of_fifty(client_of_an, department, address, make):
    for number in range(1, 122):
        make(department, position=number)
    pages = {
        asked: client_of_an.get(f"{address}?tim=ve+viec&trang={asked}") for asked in ("1", "3", "9", "x", "0")
    }
    shown = {asked: [row[0] for row in row_words(page)] for asked, page in pages.items()}
    first, last = [str(n) for n in range(1, 51)], [str(n) for n in range(101, 122)]
    assert shown == {"1": first, "3": last, "9": last, "x": first, "0": last}
    links = words(pages["3"], "//nav//a[@rel='prev']/@href | //a[@rel='next']/@href")
    assert links == ["?tim=ve+viec&trang=2"]


@each_list
def test_thirty_rows_cost_as_many_queries_as_one(client_of_an, department, address, make):
    costs = []
    for rows in (1, 30):
        for _ in range(rows):
            make(department)
        with CaptureQueriesContext(connection) as queries:
            client_of_an.get(f"{address}?tim=viec")
        costs.append(len(queries))
    # Beside the list: the places of a filtered one, its divisions, for plans the directives that can be linked,
    # the unread notices and the deadlines (one each), and the reports that no longer take rows.
    assert costs == ([14, 14] if make is make_plan else [13, 13])


@each_list
def test_a_year_without_rows_says_what_the_page_is_for(client_of_an, an, address, make):
    response = client_of_an.get(address)
    assert words(response, "//main//h2") == ["Năm 2024 chưa có văn bản nào"]
    assert words(response, "//main//form[@role='search']") == []
