"""An uploads a sheet with one column of whole sentences, which is read like a pasted list."""

import pytest

from tests.reports.reading.pasted.sending import cells, notes, summary
from tests.reports.reading.pasted.test_sheet import errors
from tests.reports.reading.pasted.uploading import book_of, case, not_read, saved, sheet, upload

pytestmark = pytest.mark.django_db

PLAN = "Kế hoạch số 12/KH-SXD ngày 08/01/2024 về phổ biến Luật Nhà ở"
EVENT = "Tập huấn Luật Đất đai (05/3/2024) với 120 người tham dự"


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def test_a_column_of_sentences_is_read_with_the_numbers_of_its_rows(client):
    review = upload(client, case("08f-mot-cot-cau.xlsx"), year=2025)
    assert summary(review).startswith("2 văn bản")
    assert [(cells(review, row)["number"], cells(review, row)["issued_on"]) for row in (2, 3)] == [
        ("12/KH-SKHCN", "08/01/2025"),
        ("45/SKHCN-VP", "11/02/2025"),
    ]
    assert not_read(review) == ["Bỏ ra: dòng 1 “Văn bản đã ban hành” (tiêu đề)."]


def test_documents_and_events_are_told_apart_and_hidden_and_empty_rows_keep_their_numbers(client):
    book = book_of(("DANH SÁCH", None), (None, None), (1, PLAN), (2, PLAN), (3, f"{EVENT}\nvà khách mời"))
    book.active.merge_cells("A1:B1")
    book.active.row_dimensions[4].hidden = True
    review = upload(client, saved(book), "event")
    assert summary(review).startswith("1 văn bản, 1 hoạt động")
    assert (cells(review, 3)["number"], cells(review, 5)["turnout"]) == ("12/KH-SXD", "120")
    assert [named.partition(":")[0] for named in not_read(review)] == ["Bỏ ra 1 dòng đang ẩn", "Bỏ ra"]


def test_a_heading_without_running_numbers_stays_as_a_line_in_doubt(client):
    review = upload(client, sheet(("Văn bản",), (PLAN,)))
    assert notes(review, 1)[0] == "Không nhận ra văn bản hay hoạt động; cả dòng được giữ nguyên."


def test_lettered_sentences_are_read_and_names_of_groups_beside_their_numbers_are_not(client):
    review = upload(client, sheet(("I", "Văn bản của Sở"), (1, PLAN), (None, f"A. {EVENT}")))
    assert summary(review).startswith("1 văn bản, 1 hoạt động")
    assert (cells(review, 3)["name"], cells(review, 3)["wording"]) == ("Tập huấn Luật Đất đai", f"A. {EVENT}")
    assert not_read(review) == ["Bỏ ra: dòng 1 “I Văn bản của Sở” (tên nhóm)."]


@pytest.mark.parametrize(
    "rows", [[(PLAN, EVENT)], [("Sở Xây dựng",), ("An",), ("Bình",)], [(1,), (2,)], [(PLAN,)] * 501]
)
def test_other_sheets_without_headings_are_still_refused(client, rows):
    (message,) = errors(upload(client, sheet(*rows)))
    assert message.startswith("Không tìm thấy dòng tiêu đề")
