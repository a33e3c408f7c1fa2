"""An uploads registers and exports of document systems, whose headings say the same in other words."""

import pytest

from tests.reports.reading.pasted.sending import cells, faults
from tests.reports.reading.pasted.uploading import case, not_read, sheet, upload

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
