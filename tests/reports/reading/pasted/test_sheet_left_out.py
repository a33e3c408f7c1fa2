"""Rows of a sheet that are no rows of its list are left out, and the page names them."""

import pytest

from tests.reports.reading.pasted.sending import cells, notes, summary
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


def test_notes_and_signatures_below_the_list_are_named(client):
    rows = (
        (2, "Giám đốc Sở tiếp công dân", "06/3/2024", 12),
        (None, "Hội nghị chưa rõ ngày"),
        (None, "Ghi chú: số liệu tạm tính"),
        (None, None, "Sen, ngày 31 tháng 12 năm 2024"),
        (None, "Người lập biểu", None, "Thủ trưởng đơn vị"),
        (None, "(Ký, ghi rõ họ tên)"),
        (None, "Trần Thị Lập", None, "Lê Văn Trưởng"),
    )
    review = upload(client, sheet(EVENTS, TRAINING, *rows), "event")
    assert summary(review).startswith("3 hoạt động")
    assert not_read(review) == [
        "Bỏ ra: dòng 5 “Ghi chú: số liệu tạm tính” (ghi chú dưới danh sách); "
        "dòng 6 “Sen, ngày 31 tháng 12 năm 2024” (phần ký dưới danh sách); "
        "dòng 7 “Người lập biểu Thủ trưởng đơn vị” (phần ký dưới danh sách); "
        "dòng 8 “(Ký, ghi rõ họ tên)” (phần ký dưới danh sách); "
        "dòng 9 “Trần Thị Lập Lê Văn Trưởng” (phần ký dưới danh sách)."
    ]


@pytest.mark.parametrize(
    "row",
    [
        (None, "Giám đốc Sở đối thoại", "06/3/2024"),
        (None, "Lãnh đạo Sở gặp gỡ doanh nghiệp", None, 40),
        (None, "Ghi chú: Hội thi", "06/3/2024"),
    ],
)
def test_rows_after_what_looks_like_a_signature_are_read_where_they_have_figures(client, row):
    review = upload(client, sheet(EVENTS, TRAINING, (None, "Thủ trưởng"), row), "event")
    assert summary(review).startswith("3 hoạt động")


def test_a_heading_that_is_repeated_on_every_page_is_named(client):
    review = upload(client, sheet(EVENTS, TRAINING, EVENTS, TRAINING), "event")
    assert not_read(review) == ["Bỏ ra: dòng 3 “STT Tên hoạt động Thời gian Số người” (tiêu đề lặp lại)."]


def test_columns_without_a_heading_are_named_where_they_hold_something(client):
    rows = ((*TRAINING, None, "đã hủy"), (*TRAINING, 7, None))
    review = upload(client, sheet((*EVENTS, None), *rows), "event")
    assert not_read(review) == ["Không đọc các cột: cột F (không có tiêu đề)."]


def test_what_is_taken_out_of_a_cell_is_said_at_its_row(client):
    row = ("1 (bổ sung sau)", "Hội nghị", None, None)
    events = upload(client, sheet(EVENTS, row), "event")
    assert notes(events, 2)[0] == "Cột “STT” ghi “1 (bổ sung sau)”; chữ này không được nhập."
    plans = upload(client, sheet(("Số", "Ngày ký", "Trích yếu"), ("1/SXD-VP", "11/02/2024 14:35", "về")))
    assert notes(plans, 2)[0] == "Ngày ban hành: đã bỏ giờ “14:35”."


def test_words_beside_kind_and_mode_are_said_at_their_row(client):
    headings = ("Hình thức", "Tên hoạt động")
    rows = (("Trực tuyến, đã hủy", "Tập huấn Luật Giá"), ("Trực tiếp/Online", "Hội nghị Luật Giá"))
    review = upload(client, sheet(headings, *rows), "event")
    assert notes(review, 2) == ["Hình thức: “Trực tuyến, đã hủy” chỉ được đọc là Tập huấn, Trực tuyến."]
    assert (notes(review, 3), cells(review, 3)["kind"], cells(review, 3)["mode"]) == (
        [],
        "conference",
        "hybrid",
    )
