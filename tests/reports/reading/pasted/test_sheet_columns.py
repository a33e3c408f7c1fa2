"""An says what the columns of a sheet hold where their headings do not tell; the site remembers it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from accounts.models import SheetLayout, UploadedSheet
from tests.pages import words
from tests.reports.reading.pasted.sending import cells, save, summary
from tests.reports.reading.pasted.uploading import book_of, case, not_read, saved, sheet, upload

pytestmark = pytest.mark.django_db

HEADINGS = ("TT", "Mã hiệu", "Lập ngày", "Tóm tắt", "Người ký")
ROWS = (
    (1, "15/KH-SXD", "16/01/2024", "về phổ biến Luật Đường bộ", "Ông A"),
    (2, "9/QĐ-SXD", "05/01/2024", "ban hành Quy chế", "Bà B"),
)
CHOSEN = {"field-0-1": "number", "field-0-2": "issued_on", "field-0-3": "subject"}


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def form(page):
    (found,) = html.fromstring(page.content.decode()).xpath("//form[contains(@class, 'sheet-columns')]")
    return found


def choose(client, page, **fields):
    """Send the page back with the fields chosen: `field_0_1="number"`."""
    data = dict(form(page).form_values()) | {
        name.replace("_", "-", 2): value for name, value in fields.items()
    }
    return client.post(form(page).action, data)


def problems(page):
    return words(page, "//ul[contains(@class, 'errorlist')]/li")


def chosen(page):
    return {name: value for name, value in form(page).form_values() if name.startswith(("field", "heading"))}


def numbers(review):
    return [cells(review, line)["number"] for line in (2, 3)]


def test_columns_are_shown_with_their_first_cells_and_chosen(client):
    page = upload(client, sheet(HEADINGS, *ROWS))
    assert problems(page)[0].startswith("Không tìm thấy dòng tiêu đề")
    assert chosen(page) == {"heading-0": "1", **{f"field-0-{place}": "" for place in range(5)}}
    assert words(page, "//tbody/tr[2]/th") == ["Cột B: Mã hiệu"]
    assert words(page, "//tbody/tr[2]/td[1]/small") == ["15/KH-SXD", "9/QĐ-SXD"]
    review = choose(client, page, field_0_1="number", field_0_2="issued_on", field_0_3="subject")
    assert (summary(review), numbers(review)) == ("2 văn bản.", ["15/KH-SXD", "9/QĐ-SXD"])
    assert not_read(review) == ["Không đọc các cột: Người ký."]
    save(client, review)
    assert UploadedSheet.objects.count() == 0


def test_the_next_file_with_these_headings_is_read_at_once_but_not_that_of_others(client, chi):
    choose(client, upload(client, sheet(HEADINGS, *ROWS)), field_0_1="number", field_0_3="subject")
    again = upload(client, sheet(("DANH MỤC",), (), HEADINGS, *ROWS, HEADINGS))
    assert "dòng 6 “TT Mã hiệu Lập ngày Tóm tắt Người ký” (tiêu đề lặp lại)" in not_read(again)[1]
    assert [cells(again, line)["number"] for line in (4, 5)] == ["15/KH-SXD", "9/QĐ-SXD"]
    assert "issued_on" not in cells(again, 4)
    client.force_login(chi)
    assert problems(upload(client, sheet(HEADINGS, *ROWS)))[0].startswith("Không tìm thấy dòng tiêu đề")


def test_the_last_choice_counts(client):
    choose(client, upload(client, sheet(HEADINGS, *ROWS)), field_0_1="number")
    page = client.get(reverse("plan_sheet_columns", args=[2024]))
    assert chosen(page)["field-0-1"] == "number"
    choose(client, page, field_0_1="", field_0_4="subject")
    (layout,) = SheetLayout.objects.all()
    assert (layout.headings, layout.fields) == (
        ["tt", "ma hieu", "lap ngay", "tom tat", "nguoi ky"],
        ["", "", "", "", "subject"],
    )


def test_a_list_without_headings_is_read_from_its_first_row(client):
    page = upload(client, sheet(*ROWS))
    review = choose(client, page, heading_0="0", field_0_1="number", field_0_3="subject")
    assert [cells(review, line)["number"] for line in (1, 2)] == ["15/KH-SXD", "9/QĐ-SXD"]
    assert SheetLayout.objects.count() == 0


def test_hidden_rows_are_read_where_they_are_chosen(client):
    review = upload(client, case("06-dong-an-loc.xlsx"), year=2025)
    assert words(review, "//a[@href='/ke-hoach/2025/bang-tinh/cot/']") == [
        "Chọn lại cột, dòng ẩn của bảng tính"
    ]
    page = client.get(reverse("plan_sheet_columns", args=[2025]))
    assert "Nhập cả các dòng ẩn: dòng 2, 4–5, 7" in words(page, "//label")
    review = choose(client, page, hidden="on")
    assert summary(review).startswith("6 văn bản")
    assert not_read(review) == []


def test_a_list_that_is_hidden_as_a_whole_can_be_read(client):
    book = book_of(("Số, ký hiệu", "Trích yếu"), ("1/KH-SXD", "về"))
    book.active.row_dimensions[2].hidden = True
    page = upload(client, saved(book))
    assert problems(page) == ["Các dòng của danh sách đều đang ẩn. Nếu cần nhập, chọn “Nhập cả các dòng ẩn”."]
    assert summary(choose(client, page, hidden="on")).startswith("1 văn bản")


def test_one_sheet_of_two_is_not_wanted(client):
    book = book_of(("Số, ký hiệu", "Trích yếu"), ("1/KH-SXD", "về"))
    second = book.create_sheet("Năm trước")
    second.append(("Số, ký hiệu", "Trích yếu"))
    second.append(("9/KH-SXD", "về"))
    upload(client, saved(book))
    page = client.get(reverse("plan_sheet_columns", args=[2024]))
    review = choose(client, page, field_1_0="", field_1_1="")
    assert summary(review).startswith("1 văn bản")
    assert not_read(review) == ["Bỏ ra: trang tính “Năm trước” (đã chọn không nhập)."]


def test_one_content_is_chosen_for_one_column_and_something_is_chosen(client):
    page = upload(client, sheet(HEADINGS, *ROWS))
    twice = choose(client, page, field_0_1="subject", field_0_3="subject_with_kind")
    assert problems(twice) == [
        "Cột B và cột D cùng được chọn là “Trích yếu”. Mỗi nội dung chỉ chọn cho một cột."
    ]
    assert chosen(twice)["field-0-3"] == "subject_with_kind"
    assert problems(choose(client, page)) == ["Chưa chọn cột nào để nhập. Chọn nội dung cho ít nhất một cột."]
    assert choose(client, page, field_0_1="password").status_code == 200
    assert choose(client, page, heading_0="999999").status_code == 200
    assert SheetLayout.objects.count() == 0


def test_a_file_is_kept_for_its_owner_and_its_list_alone_and_not_for_ever(client, an, chi):
    upload(client, sheet(HEADINGS, *ROWS))
    assert client.get(reverse("event_sheet_columns", args=[2024])).url == reverse("event_sheet", args=[2024])
    client.force_login(chi)
    assert client.get(reverse("plan_sheet_columns", args=[2024])).url == reverse("plan_sheet", args=[2024])
    UploadedSheet.objects.update(uploaded_at=timezone.now() - timedelta(days=2))
    upload(client, sheet(HEADINGS, *ROWS))
    assert [sheet.uploaded_by for sheet in UploadedSheet.objects.all()] == [chi]


def test_what_was_chosen_for_one_file_is_not_applied_to_another(client):
    page = upload(client, sheet(HEADINGS, *ROWS))
    upload(client, sheet(("Tóm tắt", "Mã hiệu", "x", "y"), *ROWS))
    again = choose(client, page, field_0_1="number", field_0_3="subject")
    assert problems(again)[0].startswith("Một tệp khác vừa được tải lên")
    assert words(again, "//tbody/tr[1]/th") == ["Cột A: Tóm tắt"]
    assert SheetLayout.objects.count() == 0
