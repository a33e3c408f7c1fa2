"""An finds what her department held during the year, when, and how many came."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.kinds import DatePrecision, EventKind
from tests.factories import make_event
from tests.pages import row_words, words

LIST = "/hoat-dong/2024/"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


def test_an_sees_her_departments_events_in_the_order_of_the_report(client_of_an, department):
    make_event(
        department,
        name="Hội thi tìm hiểu Luật Đất đai",
        kind=EventKind.CONTEST,
        held_from=date(2024, 7, 30),
        held_to=date(2024, 7, 31),
        attendance=1245,
        attendance_is_minimum=True,
        description=": thi viết và thi nói",
    )
    make_event(department, name="Tập huấn <b>hộ tịch</b>", partners="Sở Tư pháp")
    response = client_of_an.get(LIST)
    assert row_words(response) == [
        ["1", "05/3/2024", "Tập huấn", "Tập huấn <b>hộ tịch</b> Phối hợp: Sở Tư pháp", "40"],
        [
            "2",
            "30-31/7/2024",
            "Cuộc thi",
            "Hội thi tìm hiểu Luật Đất đai: thi viết và thi nói",
            "hơn 1.245",
        ],
    ]
    assert words(response, "//*[@class='found']") == ["2 hoạt động, theo thứ tự của báo cáo."]


@pytest.mark.parametrize(
    ("first", "last", "precision", "seen"),
    [
        (date(2024, 3, 5), None, DatePrecision.DAY, "05/3/2024"),
        (date(2024, 3, 5), date(2024, 3, 5), DatePrecision.DAY, "05/3/2024"),
        (date(2024, 3, 1), None, DatePrecision.MONTH, "Tháng 3/2024"),
        (date(2024, 3, 1), date(2024, 5, 1), DatePrecision.MONTH, "Tháng 3-5/2024"),
        (date(2024, 7, 1), None, DatePrecision.QUARTER, "Quý III/2024"),
        (date(2024, 7, 1), date(2024, 10, 1), DatePrecision.QUARTER, "Quý III-IV/2024"),
        (None, None, DatePrecision.NONE, "Chưa ghi ngày"),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_is_known(client_of_an, department, first, last, precision, seen):
    make_event(department, held_from=first, held_to=last, date_precision=precision)
    assert row_words(client_of_an.get(LIST))[0][1] == seen


def test_an_event_in_the_writers_own_words_is_shown_in_them(client_of_an, department):
    make_event(department, wording="Tuần lễ pháp luật tại 12 xã", attendance=None, in_report=False)
    assert row_words(client_of_an.get(LIST))[0][3:] == [
        "Tuần lễ pháp luật tại 12 xã Chỉ nêu trong phần lời",
        "Chưa ghi",
    ]


def test_binh_sees_what_an_sees(client, an, binh, department):
    make_event(department)
    seen = []
    for person in (an, binh):
        client.force_login(person)
        seen.append(row_words(client.get(LIST)))
    assert (len(seen[0]), seen[0]) == (1, seen[1])


def test_chi_and_dung_see_nothing_of_another_department(client, chi, dung, department):
    make_event(department)
    for stranger in (chi, dung):
        client.force_login(stranger)
        assert row_words(client.get(LIST)) == []


def test_a_stranger_is_sent_to_the_login(client, db):
    assert client.get(LIST).url == f"/dang-nhap/?next={LIST}"


@pytest.mark.parametrize("search", ["dat dai", "ĐẤT", "so tu phap", "thi+noi"])
def test_an_searches_without_marks(client_of_an, department, search):
    make_event(department, name="Hội thi Đất đai", partners="Sở Tư pháp", description=": thi nói")
    make_event(department, name="Tọa đàm hộ tịch")
    rows = row_words(client_of_an.get(f"{LIST}?tim={search}"))
    assert [row[3] for row in rows] == ["Hội thi Đất đai: thi nói Phối hợp: Sở Tư pháp"]


@pytest.mark.parametrize(
    ("gap", "names", "shown"),
    [
        ("ngay", ["Hai"], ["1 trong 3 hoạt động", "Bỏ lọc: Chưa ghi ngày tổ chức"]),
        ("so-nguoi", ["Ba"], ["1 trong 3 hoạt động", "Bỏ lọc: Chưa ghi số người tham dự"]),
        ("gi-do", ["Hai", "Một", "Ba"], ["3 hoạt động, theo thứ tự của báo cáo."]),
    ],
)
def test_an_follows_home_to_the_rows_that_lack_something(client_of_an, department, gap, names, shown):
    make_event(department, position=2, name="Một")
    make_event(department, position=1, name="Hai", held_from=None, date_precision=DatePrecision.NONE)
    make_event(department, position=3, name="Ba", attendance=None)
    response = client_of_an.get(f"{LIST}?thieu={gap}")
    assert [row[3] for row in row_words(response)] == names
    assert words(response, "//*[@class='found'] | //ul[@class='chips']//a") == shown


def test_a_gap_that_nothing_has_shows_the_way_out(client_of_an, department):
    make_event(department)
    response = client_of_an.get(f"{LIST}?thieu=ngay&tim=lan")
    assert words(response, "//main//h2") == ["Không tìm thấy hoạt động nào"]
    chips = words(response, "//ul[@class='chips']//a/@href")
    assert chips == [f"{LIST}?thieu=ngay", f"{LIST}?tim=lan"]


def test_thirty_rows_cost_as_many_queries_as_one(client_of_an, department):
    costs = []
    for rows in (1, 30):
        for _ in range(rows):
            make_event(department)
        with CaptureQueriesContext(connection) as queries:
            client_of_an.get(LIST)
        costs.append(len(queries))
    # Among them: its divisions, the plans that can be linked to selected rows, the unread notices with the deadlines,
    # and the reports that no longer take rows.
    assert costs == [12, 12]


def test_a_year_without_rows_says_what_the_page_is_for(client_of_an):
    response = client_of_an.get(LIST)
    assert words(response, "//main//h2") == ["Năm 2024 chưa có hoạt động nào"]
    assert words(response, "//main//form[@role='search']") == []
