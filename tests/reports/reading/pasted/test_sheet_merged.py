"""An uploads sheets with merged cells and with headings in more than one row."""

import pytest

from tests.reports.reading.pasted.sending import cells, summary
from tests.reports.reading.pasted.uploading import book_of, case, not_read, saved, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def merged(rows, *places):
    book = book_of(*rows)
    for one in places:
        book.active.merge_cells(one)
    return saved(book)


def test_two_rows_of_headings_and_merged_kinds_are_read(client):
    review = upload(client, case("07-tieu-de-hai-dong.xlsx"), year=2025)
    assert summary(review).startswith("3 văn bản")
    assert [(cells(review, row)["kind_text"], cells(review, row)["subject"]) for row in (4, 5, 7)] == [
        ("Kế hoạch", "về phổ biến, giáo dục pháp luật năm 2025"),
        ("Kế hoạch", "về tuyên truyền Luật Đường bộ"),
        ("Công văn", "về việc tập huấn hòa giải viên"),
    ]
    assert not_read(review) == [
        "Không đọc các cột: Phòng tham mưu.",
        "Bỏ ra: dòng 3 “I Văn bản về phổ biến, giáo dục pháp luật” (tên nhóm); "
        "dòng 6 “II Văn bản về hòa giải ở cơ sở” (tên nhóm); dòng 8 “Cộng: 3 văn bản” (dòng cộng).",
    ]


def test_headings_of_three_rows_are_read_by_their_words_together(client):
    rows = (
        ("DANH SÁCH HOẠT ĐỘNG",),
        ("TT", "Hoạt động", None, None, "Số lượng"),
        (None, "Tên", "Ngày", None, "người"),
        (None, None, "dự kiến", "tổ chức", None),
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        (1, "Tập huấn Luật Nhà ở", "01/3/2024", "05/3/2024", 90),
    )
    places = ("A1:E1", "A2:A4", "B2:D2", "B3:B4", "C3:D3", "E3:E4")
    review = upload(client, merged(rows, *places), "event")
    read = cells(review, 6)
    assert (read["name"], read["held"], read["turnout"]) == ("Tập huấn Luật Nhà ở", "05/3/2024", "90")
    assert not_read(review)[0] == "Không đọc các cột: Hoạt động Ngày dự kiến."


def test_a_number_for_men_is_not_taken_for_that_of_all(client):
    rows = (
        ("Tên hoạt động", "Thời gian", "Số người", None),
        (None, None, "Nam", "Nữ"),
        ("Tập huấn Luật Nhà ở", "05/3/2024", 40, 50),
    )
    review = upload(client, merged(rows, "A1:A2", "B1:B2", "C1:D1"), "event")
    assert (summary(review)[:11], "turnout" in cells(review, 3)) == ("1 hoạt động", False)
    assert not_read(review) == ["Không đọc các cột: Số người Nam; Số người Nữ."]


def test_a_merged_cell_makes_no_rows_of_empty_ones_and_ends_where_it_ends(client):
    rows = (
        ("Loại văn bản", "Số, ký hiệu", "Trích yếu"),
        ("Quyết định", "1", "về một"),
        (None, None, None),
        (None, "2", "về hai"),
        (None, "3/KH-SXD", "về ba"),
    )
    review = upload(client, merged(rows, "A2:A4"))
    assert [cells(review, row).get("kind_text") for row in (2, 4, 5)] == [
        "Quyết định",
        "Quyết định",
        "Kế hoạch",
    ]
    assert summary(review).startswith("3 văn bản")
