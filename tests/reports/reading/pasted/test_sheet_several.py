"""An uploads a workbook with several sheets: the lists of all of them are reviewed and saved together."""

import pytest
from lxml import html

from plans.models import Plan
from tests.reports.reading.pasted.sending import faults, save, summary
from tests.reports.reading.pasted.uploading import book_of, not_read, saved, upload

pytestmark = pytest.mark.django_db

HEADINGS = ("Số, ký hiệu", "Ngày ban hành", "Trích yếu")


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def workbook(*sheets):
    book = book_of()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


def places(review):
    found = html.fromstring(review.content.decode()).xpath("//th[@class='line']/span")
    return [" ".join(one.text_content().split()) for one in found]


def test_rows_are_named_with_their_sheets_and_saved_together(client):
    first = [HEADINGS, ("1/KH-SXD", "16/01/2024", "về một"), ("2/KH-SXD", "17/01/2024", "về hai")]
    second = [
        ("DANH MỤC",),
        HEADINGS,
        ("3/KH-SXD", "31/9/2024", "về ba"),
        ("1/KH-SXD", "16/01/2024", "về một"),
    ]
    review = upload(client, saved(workbook(("Quý I", first), ("Quý II", second))))
    assert places(review) == [
        "Trang tính “Quý I”, dòng 2",
        "Trang tính “Quý I”, dòng 3",
        "Trang tính “Quý II”, dòng 3",
        "Trang tính “Quý II”, dòng 4",
    ]
    assert not_read(review) == ["Bỏ ra: trang tính “Quý II”, dòng 1 “DANH MỤC” (trên dòng tiêu đề)."]
    again = save(client, review)
    assert places(again) == places(review)
    (fault,) = faults(again)
    assert fault.startswith("Trang tính “Quý II”, dòng 3, Ngày ban hành: ")
    save(client, again, d3_issued_on="30/9/2024")
    assert sorted(Plan.objects.values_list("number", flat=True)) == ["1/KH-SXD", "2/KH-SXD", "3/KH-SXD"]


def test_columns_that_are_not_read_are_named_with_their_sheets(client):
    first = [(*HEADINGS, "Người ký"), ("1/KH-SXD", "16/01/2024", "về một", "A")]
    second = [(*HEADINGS, "Nơi nhận"), ("2/KH-SXD", "16/01/2024", "về hai", "B")]
    review = upload(client, saved(workbook(("A", first), ("B", second))))
    assert not_read(review) == ["Không đọc các cột: Người ký (trang tính “A”); Nơi nhận (trang tính “B”)."]


def test_the_limit_of_rows_is_for_all_sheets_together(client):
    rows = [HEADINGS, *[(f"{number}/KH-SXD", "16/01/2024", f"về {number}") for number in range(251)]]
    page = upload(client, saved(workbook(("A", rows), ("B", rows))))
    assert "tối đa 500 dòng" in page.content.decode()


def test_more_than_ten_sheets_and_sheets_without_a_list_are_named(client):
    rows = [HEADINGS, ("1/KH-SXD", "16/01/2024", "về một")]
    notes = [(f"Ghi chú {number}", [("Việc cần làm", "a"), ("Việc", "b")]) for number in range(9)]
    book = workbook(("A", rows), *notes, ("Sau", rows))
    book["Ghi chú 0"].sheet_state = "hidden"
    book.create_sheet("Cuối").append(("x",))
    review = upload(client, saved(book))
    assert summary(review).startswith("2 văn bản")
    (named,) = not_read(review)
    assert "trang tính “Ghi chú 1” (không tìm thấy dòng tiêu đề)" in named
    assert "trang tính “Ghi chú 0” (trang tính đang ẩn)" in named
    assert "trang tính “Cuối” (chỉ đọc 10 trang tính đầu)" in named
