"""An uploads registers and exports of document systems, whose headings say the same in other words."""

import pytest

from tests.reports.reading.pasted.sending import cells, faults, notes
from tests.reports.reading.pasted.uploading import book_of, case, not_read, saved, sheet, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def documents(review, *numbers):
    names = ("kind_text", "number", "issued_on", "subject")
    return [tuple(cells(review, number).get(name, "") for name in names) for number in numbers]


def test_a_register_of_decree_30_is_read_into_kind_and_subject(client):
    review = upload(client, case("08a-so-van-ban-di.xlsx"), year=2025)
    assert documents(review, 5, 6, 7) == [
        ("Kế hoạch", "12/KH-SKHCN", "08/01/2025", "phổ biến, giáo dục pháp luật năm 2025"),
        ("Công văn", "45/SKHCN-VP", "11/02/2025", "về việc hưởng ứng Ngày Pháp luật"),
        ("Quyết định", "77/QĐ-SKHCN", "04/03/2025", "kiện toàn đội ngũ báo cáo viên pháp luật"),
    ]


def test_an_export_of_letters_is_read_as_letters(client):
    review = upload(client, case("08c-ket-xuat-cong-van.xlsx"), "directive", year=2025)
    assert documents(review, 3) == [
        ("Công văn", "45/SKHCN-VP", "11/02/2025", "Về việc hưởng ứng Ngày Pháp luật")
    ]
    assert not_read(review) == [
        "Không đọc các cột: NGÀY ĐI/NGÀY ĐẾN; GHI CHÚ.",
        "Bỏ ra: dòng 1 “BÁO CÁO CÔNG VĂN” (trên dòng tiêu đề).",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Tên loại và trích yếu nội dung văn bản",
        "TÊN LOẠI VÀ TRÍCH YẾU NỘI DUNG",
        "Tên loại, trích yếu văn bản",
        "Loại văn bản và trích yếu",
    ],
)
def test_a_kind_before_the_subject_is_parted_from_it_under_every_heading_that_names_both(client, heading):
    rows = (
        ("7/SXD-VP", "Kế hoạch liên ngành về Luật Nhà ở"),
        ("8", "THÔNG BÁO kết luận cuộc họp"),
        ("9/QĐ-SXD", "ban hành Quy chế"),
        ("10/BC-SXD", "Báo cáo"),
    )
    review = upload(client, sheet(("Số và ký hiệu văn bản", heading), *rows), "directive")
    assert [(kind, subject) for kind, _, _, subject in documents(review, 2, 3, 4, 5)] == [
        ("Kế hoạch", "liên ngành về Luật Nhà ở"),
        ("THÔNG BÁO", "kết luận cuộc họp"),
        ("Quyết định", "ban hành Quy chế"),
        ("Báo cáo", "Báo cáo"),
    ]


def test_a_kind_that_the_subject_repeats_is_parted_but_another_one_stays_in_it(client):
    headings = ("Loại văn bản", "Số, ký hiệu", "Trích yếu")
    rows = (
        ("Kế hoạch", "1/KH-SXD", "Kế hoạch tuyên truyền"),
        ("Quyết định", "2/QĐ-SXD", "Kế hoạch kiểm tra"),
        (None, "3/SXD-VP", "Quyết định số phận của tòa nhà"),
    )
    assert [
        (kind, subject) for kind, _, _, subject in documents(upload(client, sheet(headings, *rows)), 2, 3, 4)
    ] == [
        ("Kế hoạch", "tuyên truyền"),
        ("Quyết định", "Kế hoạch kiểm tra"),
        ("Công văn", "Quyết định số phận của tòa nhà"),
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("11/02/2025 00:00:00", "11/02/2025"),
        ("11/02/2025 14:35", "11/02/2025"),
        ("11-2-2025  9:05:07 SA", "11-2-2025"),
        ("2025-02-11T00:00:00", "2025-02-11"),
        ("11/02/2025 lúc 14:35", "11/02/2025 lúc 14:35"),
    ],
)
def test_the_time_of_day_is_left_out_of_a_day(client, written, day):
    review = upload(client, sheet(("Số công văn", "Ngày ký", "Trích yếu"), ("1/SXD-VP", written, "về")))
    assert cells(review, 2)["issued_on"] == day


def test_numbers_of_other_things_are_no_numbers_of_documents(client):
    headings = ("Số nhận dạng", "Số đến", "Số lượng bản", "Số công văn", "Tên tài liệu")
    review = upload(client, sheet(headings, ("A-1", 7, 3, "45/SXD-VP", "về hòa giải")))
    assert documents(review, 2) == [("Công văn", "45/SXD-VP", "", "về hòa giải")]
    assert not_read(review) == ["Không đọc các cột: Số nhận dạng; Số đến; Số lượng bản."]


def test_a_table_of_activities_counts_people_under_its_own_heading(client):
    headings = ("Tên hội nghị", "Thời gian thực hiện", "Số lượng người tham dự")
    review = upload(client, sheet(headings, ("Tập huấn Luật Nhà ở", "05/3/2024 00:00:00", 120)), "event")
    read = cells(review, 2)
    assert (read["name"], read["held"], read["turnout"]) == ("Tập huấn Luật Nhà ở", "05/3/2024", "120")
    assert [fault.partition(":")[0] for fault in faults(review)] == []


@pytest.mark.parametrize("headings", [("Số", "Ký hiệu"), ("Số văn bản", "Ký hiệu văn bản")])
@pytest.mark.parametrize("is_turned", [False, True])
def test_a_number_and_its_symbol_in_columns_of_their_own_are_joined(client, headings, is_turned):
    rows = [headings, (12, "KH-SXD"), ("13/", "SXD-VP"), (None, "14/QĐ-SXD"), (15, None)]
    parts = [(*(row[::-1] if is_turned else row), f"về {place}") for place, row in enumerate(rows)]
    parts[0] = (*parts[0][:2], "Trích yếu")
    review = upload(client, sheet(*parts))
    assert [number for _, number, _, _ in documents(review, 2, 3, 4, 5)] == [
        "12/KH-SXD",
        "13/SXD-VP",
        "14/QĐ-SXD",
        "15/KH-SXD",
    ]
    assert not_read(review) == []


def test_a_number_that_is_shown_with_a_symbol_is_read_with_it(client):
    book = book_of(("Số ký hiệu", "Trích yếu"), (12, "về"))
    book.active["A2"].number_format = '0"/QĐ-UBND"'
    assert documents(upload(client, saved(book), "directive"), 2) == [("Quyết định", "12/QĐ-UBND", "", "về")]


def test_days_without_a_year_are_of_the_year_of_the_list_which_is_said(client):
    review = upload(client, sheet(("Số", "Ngày ký", "Trích yếu"), ("1/SXD-VP", "05/02", "về")))
    assert cells(review, 2)["issued_on"] == "05/02/2024"
    assert notes(review, 2) == ["Ngày ban hành: bảng tính ghi “05/02”, không có năm; đang đọc là 05/02/2024."]


def test_time_and_place_in_one_column_are_parted(client):
    headings = ("Nội dung", "Thời gian, địa điểm")
    rows = (
        ("Thi tìm hiểu Luật Giá", "05/3/2024, tại Hội trường Sở"),
        ("Tập huấn Luật Giá", "Quý II"),
        ("Hội nghị", "Hội trường A"),
    )
    review = upload(client, sheet(headings, *rows), "event")
    read = [cells(review, row) for row in (2, 3, 4)]
    assert [(row["kind"], row["held"], row.get("place", "")) for row in read] == [
        ("contest", "05/3/2024", "Hội trường Sở"),
        ("training", "Quý II/2024", ""),
        ("conference", "Hội trường A", ""),
    ]
    assert [fault.partition(" “")[0] for fault in faults(review)] == [
        "Dòng 4, Thời gian: Không đọc được thời gian"
    ]
