"""Rows of a sheet that are no rows of its list are left out, and the page names them."""

import pytest

from tests.reports.reading.pasted.sending import summary
from tests.reports.reading.pasted.test_sheet import HEADINGS, ROWS, errors
from tests.reports.reading.pasted.uploading import book_of, case, not_read, saved, sheet, upload

pytestmark = pytest.mark.django_db

EVENTS = ("STT", "Tên hoạt động", "Thời gian", "Số người")
TRAINING = ("1", "Tập huấn Luật Nhà ở", "05/3/2024", 90)
UNHIDE = "Nếu cần nhập, bấm “Chọn lại cột, dòng ẩn của bảng tính”."


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (("I", "Hội nghị, tập huấn"), "“I Hội nghị, tập huấn” (tên nhóm)"),
        (("B.", "Cấp xã"), "“B. Cấp xã” (tên nhóm)"),
        ((None, "II. Thi tìm hiểu"), "“II. Thi tìm hiểu” (tên nhóm)"),
        (("Quý II",), "“Quý II” (tên nhóm)"),
        (("Cộng", None, None, 90), "“Cộng 90” (dòng cộng)"),
        ((None, "TỔNG CỘNG", "1 cuộc", "90 người"), "“TỔNG CỘNG 1 cuộc 90 người” (dòng cộng)"),
        (("Tổng số cuộc: 1",), "“Tổng số cuộc: 1” (dòng cộng)"),
        ((None, "Cộng: 1 hoạt động"), "“Cộng: 1 hoạt động” (dòng cộng)"),
        ((None, "Tong (I+II)", None, 90), "“Tong (I+II) 90” (dòng cộng)"),
    ],
)
def test_names_of_groups_and_totals_are_left_out_and_named(client, row, named):
    review = upload(client, sheet(EVENTS, TRAINING, row, TRAINING), "event")
    assert summary(review).startswith("2 hoạt động")
    assert not_read(review) == [f"Bỏ ra: dòng 3 {named}."]


@pytest.mark.parametrize(
    "row",
    [
        (2, "Cộng tác viên pháp luật thi tìm hiểu", None, None),
        (None, "Công an xã tập huấn", None, 90),
        (None, "Tổng kết công tác năm 2024", None, 120),
        (None, "Hội nghị", None, None),
        ("I", "Hội nghị", "05/3/2024", None),
        ("A1", "Hội nghị", None, None),
        (None, "V/v tổ chức Ngày Pháp luật", None, None),
    ],
)
def test_rows_that_begin_alike_are_read(client, row):
    review = upload(client, sheet(EVENTS, TRAINING, row), "event")
    assert (summary(review)[:11], not_read(review)) == ("2 hoạt động", [])


def test_the_row_that_numbers_the_columns_and_a_row_beside_the_list_are_named(client):
    rows = (
        ("(1)", "(2)", "(3)", "(4)"),
        TRAINING,
        (None, None, None, None, "Người lập", "Trần Thị Lập"),
        (3,),
    )
    review = upload(client, sheet(EVENTS, *rows), "event")
    assert summary(review).startswith("1 hoạt động")
    assert not_read(review) == [
        "Bỏ ra: dòng 2 “(1) (2) (3) (4)” (dòng đánh số cột); "
        "dòng 4 “Người lập Trần Thị Lập” (chỉ có chữ ở cột không đọc)."
    ]


def test_more_than_fifty_are_counted(client):
    groups = [("I", f"Nhóm {number}") for number in range(52)]
    (named,) = not_read(upload(client, sheet(EVENTS, TRAINING, *groups), "event"))
    assert named.endswith("dòng 52 “I Nhóm 49” (tên nhóm); và 2 dòng khác.")


def test_hidden_rows_of_a_filtered_list_are_left_out_and_named(client):
    review = upload(client, case("06-dong-an-loc.xlsx"), year=2025)
    assert summary(review).startswith("2 văn bản")
    assert not_read(review) == [f"Bỏ ra 4 dòng đang ẩn: 2, 4–5, 7. {UNHIDE}"]


def test_a_long_list_of_which_few_rows_are_shown_is_read(client):
    book = book_of(HEADINGS, *ROWS, *[ROWS[0]] * 900)
    for number in range(4, 904):
        book.active.row_dimensions[number].hidden = True
    review = upload(client, saved(book))
    assert not_read(review) == [f"Bỏ ra 900 dòng đang ẩn: 4–903. {UNHIDE}"]


def test_a_list_that_is_hidden_as_a_whole_is_refused(client):
    book = book_of(HEADINGS, ROWS[0])
    book.active.row_dimensions[2].hidden = True
    assert errors(upload(client, saved(book))) == [
        "Các dòng của danh sách đều đang ẩn. Nếu cần nhập, chọn “Nhập cả các dòng ẩn”."
    ]


def test_hidden_columns_are_left_out_and_named(client):
    book = book_of((*HEADINGS, "Số hiệu"), (*ROWS[0], "99/KH-SXD"))
    book.active.column_dimensions["C"].hidden = True
    review = upload(client, saved(book))
    assert not_read(review) == ["Không đọc các cột: Số, ký hiệu (cột đang ẩn)."]
