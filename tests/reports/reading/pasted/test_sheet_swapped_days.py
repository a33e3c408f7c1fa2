"""An uploads days of which Excel took some for dates, month first, and left the others as texts."""

from datetime import date

import pytest

from tests.reports.reading.pasted.sending import notes, save
from tests.reports.reading.pasted.uploading import book_of, case, saved, upload

pytestmark = pytest.mark.django_db

HEADINGS = ("Số, ký hiệu", "Ngày ban hành", "Trích yếu")


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def days(*days, shown="mm/dd/yyyy"):
    book = book_of(HEADINGS, *((f"{number}/KH-SXD", day, "về") for number, day in enumerate(days, start=1)))
    for row in range(2, len(days) + 2):
        if isinstance(days[row - 2], date):
            book.active.cell(row, 2).number_format = shown
    return saved(book)


def doubt(shown, read):
    return (
        f"Ngày ban hành: bảng tính hiện {shown} (tháng trước, ngày sau), đang đọc là {read}. "
        "Ngày và tháng có thể bị đảo; nếu đúng vậy, sửa lại ô này."
    )


def test_dates_beside_texts_are_in_doubt(client):
    review = upload(client, case("10-ngay-thang-dao.xlsx"), year=2025)
    assert [notes(review, row) for row in range(2, 7)] == [
        [doubt("03/04/2025", "04/03/2025")],
        [],
        [doubt("05/02/2025", "02/05/2025")],
        [],
        [doubt("08/09/2025", "09/08/2025")],
    ]


@pytest.mark.parametrize("shown", ["mm/dd/yyyy", "m/d/yy", "[$-409]m\\/d\\/yyyy;@"])
def test_the_doubt_stays_until_the_list_is_saved(client, shown):
    review = upload(client, days(date(2024, 3, 4), "16/1/2024", shown=shown))
    assert notes(review, 2) == [doubt("03/04/2024", "04/03/2024")]
    assert notes(save(client, review, d2_number=" ", d3_issued_on="31/9/2024"), 2)[0] == notes(review, 2)[0]


@pytest.mark.parametrize(
    "data",
    [
        days(date(2024, 3, 4), date(2024, 1, 16)),
        days(date(2024, 3, 3), "16/1/2024"),
        days(date(2024, 1, 16), "17/1/2024"),
        days(date(2024, 3, 4), "16/1/2024", shown="dd/mm/yyyy"),
        days(date(2024, 3, 4), "16/1/2024", shown="yyyy-mm-dd"),
        days(date(2024, 3, 4), "16/1/2024", shown="hh:mm dd/mm/yyyy"),
        days(date(2024, 3, 4), "16/1/2024", shown="mmm d, yyyy"),
        days(date(2024, 3, 4), "chưa rõ"),
    ],
)
def test_other_days_are_not(client, data):
    assert notes(upload(client, data), 2) == []
